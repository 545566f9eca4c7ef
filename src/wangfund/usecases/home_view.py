"""How the fund stands this morning: its money, what waits to be done, who owes. For the first page of the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain import accounts
from wangfund.domain.fiscal_year import last_full_year_day
from wangfund.domain.papers.month_pack import MonthBar
from wangfund.domain.papers.promises import Promises
from wangfund.domain.profile import Profile
from wangfund.domain.rulebook.model import Rulebook
from wangfund.store.books import Books, Reader
from wangfund.store.claims import claims_in_state
from wangfund.store.ledger import current_balances
from wangfund.store.members import count_members
from wangfund.store.periods import open_periods
from wangfund.store.rounds import rounds_of_month
from wangfund.thai.period import Period
from wangfund.usecases.arrears import arrears_by_village
from wangfund.usecases.desk import desk_on
from wangfund.usecases.info import promises
from wangfund.usecases.month_figures import month_moves

_BARS = 12


@dataclass(frozen=True, slots=True)
class ClaimsWaiting:
    """Claims in one state: how many, since when the oldest, and what they come to (approved ones; else 0)."""

    count: int = 0
    oldest: date | None = None
    net_satang: int = 0


@dataclass(frozen=True, slots=True)
class Coming:
    """A day to come: code 'pay_day' with the benefit's name, or 'full_year_day'."""

    day: date
    code: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class HomeView:
    """The fund on a day, money in satang. `banks` as (name, satang). `unclosed` are months before today's, oldest first.

    `rounds_done` of `villages` have handed in this month's collection. `bars` are twelve months, oldest first.
    """

    today: date
    profile: Profile
    members_now: int
    banks: tuple[tuple[str, int], ...]
    cash_satang: int
    cash_limit_satang: int
    collectors_satang: int
    investments_satang: int
    promises: Promises
    villages: int
    rounds_done: int
    to_decide: ClaimsWaiting
    to_pay: ClaimsWaiting
    unclosed: tuple[tuple[Period, str], ...]
    bars: tuple[MonthBar, ...]
    coming: tuple[Coming, ...]

    @property
    def total_satang(self) -> int:
        """Cash, banks, investments, and what collectors hold."""
        in_banks = sum(satang for _, satang in self.banks)
        return in_banks + self.cash_satang + self.collectors_satang + self.investments_satang


@dataclass(frozen=True, slots=True)
class HomeArrears:
    """How many members owe a little, are suspended (from `suspend_at` months), have lapsed, or nobody knows."""

    owing: int
    suspended: int
    lapsed: int
    unknown: int
    suspend_at: int


def home_view(books: Books) -> HomeView:
    """The fund as it stands now; the cost does not grow with its years. Reads only.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    today = books.clock.today()
    month = Period.of(today)
    with books.read() as r:
        desk = desk_on(r, today)
        balances = current_balances(r)
        _, now, _ = count_members(r, today, last_full_year_day(today))
        return HomeView(
            today=today,
            profile=desk.profile,
            members_now=now,
            banks=tuple((name, balances.get((account, ""), 0)) for _, name, account in desk.open_banks),
            cash_satang=balances.get((accounts.CASH, ""), 0),
            cash_limit_satang=desk.rulebook.rules.limits.cash_in_hand_max_satang,
            collectors_satang=balances.get((accounts.COLLECTOR_RECEIVABLE, ""), 0),
            investments_satang=balances.get((accounts.INVESTMENTS, ""), 0),
            promises=promises(r, desk, month, today),
            villages=len(desk.profile.villages),
            rounds_done=len({row.moo for row in rounds_of_month(r, month)}),
            to_decide=_waiting(r, ("requested", "pending")),
            to_pay=_waiting(r, ("approved",)),
            unclosed=tuple((row.month, row.state) for row in open_periods(r) if row.month < month),
            bars=tuple(_bar(r, month.plus(-back)) for back in range(_BARS - 1, -1, -1)),
            coming=_coming(desk.rulebook.rules, today),
        )


def home_arrears(books: Books) -> HomeArrears:
    """Who owes today, counted over every member: for beside the window. Reads only."""
    with books.read() as r:
        today = books.clock.today()
        desk = desk_on(r, today)
        villages = arrears_by_village(r, desk, today, today)
    return HomeArrears(
        sum(v.owing for v in villages),
        sum(v.suspended for v in villages),
        sum(v.lapsed for v in villages),
        sum(v.unknown for v in villages),
        desk.rulebook.rules.membership.suspend_at,
    )


def _waiting(r: Reader, states: tuple[str, ...]) -> ClaimsWaiting:
    rows = claims_in_state(r, states)
    if not rows:
        return ClaimsWaiting()
    return ClaimsWaiting(len(rows), min(row.claimed_on for row in rows), sum(row.net_satang for row in rows))


def _bar(r: Reader, month: Period) -> MonthBar:
    received = paid = 0
    for row in month_moves(r, month):
        net = row.moved_debit_satang - row.moved_credit_satang
        if accounts.is_source(row.account):
            received -= net
        elif row.account.startswith("5"):
            paid += net
    return MonthBar(month, received, paid)


def _coming(rules: Rulebook, today: date) -> tuple[Coming, ...]:
    """The next pay day of each benefit that has some, and the day full-year members are counted."""
    count_day = date(today.year, 9, 30)
    found = [Coming(count_day if count_day >= today else date(today.year + 1, 9, 30), "full_year_day")]
    for benefit in rules.benefits:
        if benefit.pay_days is not None:
            days = [
                date(year, m, d) for year in (today.year, today.year + 1) for m, d in benefit.pay_days.days
            ]
            found.append(Coming(min(day for day in days if day >= today), "pay_day", benefit.name))
    return tuple(sorted(found, key=lambda c: (c.day, c.name)))
