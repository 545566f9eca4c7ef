"""Who the fund is and how much it has, in one reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain import accounts
from wangfund.domain.fingerprint import fingerprint
from wangfund.domain.fiscal_year import last_full_year_day
from wangfund.domain.papers.promises import Promises
from wangfund.domain.profile import Profile
from wangfund.store.books import Books, Reader
from wangfund.store.claims import claims_waiting
from wangfund.store.coverage import months_paid_ahead
from wangfund.store.ledger import current_balances
from wangfund.store.members import count_members
from wangfund.store.periods import last_closed, open_periods, sealing_links
from wangfund.thai.period import Period
from wangfund.usecases.desk import Desk, desk_on


@dataclass(frozen=True, slots=True)
class FundInfo:
    """The fund today, money in satang; `fingerprint` is that of the last closed month ("" in a young fund)."""

    profile: Profile
    members_ever: int
    members_now: int
    members_full_year: int
    full_year_day: date
    cash_satang: int
    bank_satang: int
    other_satang: int
    pools: tuple[tuple[str, int], ...]
    promises: Promises
    open_period: Period | None
    last_closed: Period | None
    fingerprint: str

    @property
    def total_satang(self) -> int:
        """Cash and banks together."""
        return self.cash_satang + self.bank_satang


def fund_info(books: Books) -> FundInfo:
    """The fund as it stands now; the cost does not grow with its years. Reads only."""
    today = books.clock.today()
    with books.read() as r:
        desk = desk_on(r, today)
        balances = current_balances(r)
        full_year_day = last_full_year_day(today)
        ever, now, full = count_members(r, today, full_year_day)
        still_open, closed = open_periods(r), last_closed(r)
        return FundInfo(
            desk.profile,
            ever,
            now,
            full,
            full_year_day,
            balances.get((accounts.CASH, ""), 0),
            sum(satang for (account, _), satang in balances.items() if accounts.is_bank(account)),
            balances.get((accounts.INVESTMENTS, ""), 0)
            + balances.get((accounts.COLLECTOR_RECEIVABLE, ""), 0),
            pool_balances(desk, balances),
            promises(r, desk, Period.of(today), today),
            still_open[0].month if still_open else None,
            None if closed is None else closed.month,
            last_fingerprint(r),
        )


def pool_balances(desk: Desk, balances: dict[tuple[str, str], int]) -> tuple[tuple[str, int], ...]:
    """What each pool holds, in the rulebook's order, then pools only older rulebooks knew."""
    names = dict.fromkeys(desk.rulebook.rules.pools.names, 0)
    for (_, pool), satang in balances.items():
        if pool:
            names[pool] = names.get(pool, 0) - satang
    return tuple(names.items())


def promises(r: Reader, desk: Desk, month: Period, on: date) -> Promises:
    """Claims approved and unpaid, and months paid ahead of a month × the month's price (9.11 rule 20).

    As it stood at the end of a day, so that an old month's paper stays the same. Reads only.
    """
    approved = [c for c in claims_waiting(r, on) if c.state == "approved"]
    ahead = months_paid_ahead(r, month, on)
    price = desk.rulebook.rules.contribution.month_price_satang
    return Promises(sum(c.net_satang for c in approved), len(approved), ahead * price, ahead)


def last_fingerprint(r: Reader) -> str:
    """The fingerprint of the newest sealed month, "" if none. Reads only."""
    links = sealing_links(r)
    return fingerprint(links[-1][1]) if links else ""
