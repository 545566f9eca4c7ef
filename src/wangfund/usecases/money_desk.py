"""What stands at the desk before money comes in, goes out or moves: places, pools, limits, the share of costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wangfund.domain import accounts
from wangfund.store.books import Books
from wangfund.store.ledger import current_balances
from wangfund.store.periods import first_period_month, last_period_month, open_periods
from wangfund.thai.period import Period, month_range
from wangfund.usecases.admin_share import admin_share
from wangfund.usecases.desk import Desk, desk_on
from wangfund.usecases.info import pool_balances, promises
from wangfund.usecases.receive_money import SOURCES

_MONTHS = 24
"""Open months whose share of running costs is worked out: nobody leaves more open."""

Shares = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class MoneyDesk:
    """The fund's money today, satang. `places` as (account, the bank's name or "", balance), `pools` as (code, balance).

    `shares` say how the rules cut what comes in on an account. `costs` are, by open month, the running costs of its
    year and the year's receipts up to it. A day before `first_day` is closed.
    """

    today: date
    first_day: date
    places: tuple[tuple[str, str, int], ...]
    pools: tuple[tuple[str, int], ...]
    shares: Mapping[str, Shares]
    benefits_from: str
    admin: str
    admin_max_percent: int
    admin_warn_percent: int
    admin_clause: str
    cash_in_hand_max_satang: int
    cash_payment_max_satang: int
    costs: Mapping[Period, tuple[int, int]]
    promised_satang: int

    def balance(self, account: str) -> int:
        """What a place holds."""
        return next((satang for code, _, satang in self.places if code == account), 0)

    def pool(self, code: str) -> int:
        """What a pool holds."""
        return dict(self.pools).get(code, 0)

    @property
    def money_satang(self) -> int:
        """Cash box and banks together."""
        return sum(satang for code, _, satang in self.places if accounts.is_money(code))


def money_desk(books: Books) -> MoneyDesk:
    """The desk as it stands now, by today's rules; the verbs look again by the rules of the entry's day. Reads only.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    today = books.clock.today()
    with books.read() as r:
        desk = desk_on(r, today)
        rules, balances = desk.rulebook.rules, current_balances(r)
        still_open = open_periods(r)
        first = still_open[0].month if still_open else last_period_month(r).plus(1)
        first = min(max(first, first_period_month(r)), Period.of(today))
        months = tuple(month_range(first, Period.of(today)))[-_MONTHS:]
        return MoneyDesk(
            today,
            first.first_day,
            _places(desk, balances),
            pool_balances(desk, balances),
            {account: desk.shares(source) for account, (source, _, _) in SOURCES.items()},
            rules.pools.benefits_from,
            rules.pools.admin,
            rules.pools.admin_max_percent,
            rules.pools.admin_warn_percent,
            rules.pools.clause,
            rules.limits.cash_in_hand_max_satang,
            rules.limits.cash_payment_max_satang,
            {month: admin_share(r, desk, month) for month in months},
            promises(r, desk, Period.of(today), today).total_satang,
        )


def _places(desk: Desk, balances: Mapping[tuple[str, str], int]) -> tuple[tuple[str, str, int], ...]:
    held = [(accounts.CASH, "")]
    held += [(account, name) for _, name, account in desk.open_banks]
    held += [(account, "") for account in (accounts.COLLECTOR_RECEIVABLE, accounts.INVESTMENTS)]
    return tuple((account, name, balances.get((account, ""), 0)) for account, name in held)
