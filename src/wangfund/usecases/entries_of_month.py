"""A month of the books: its entries, and what came in, went out and stands at each place and on each account."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from wangfund.domain import accounts
from wangfund.domain.errors import NotFound
from wangfund.store.book_entries import BookEntry, Moved, PaperNo, book_entries, entry_months
from wangfund.store.books import Books, Reader
from wangfund.store.ledger import balances_at, moved
from wangfund.store.periods import (
    PeriodRow,
    first_period_month,
    last_period_month,
    open_periods,
    period_row,
)
from wangfund.store.profile import bank_accounts
from wangfund.store.rounds import RoundRow, rounds_by_id
from wangfund.thai.period import Period
from wangfund.usecases.month_figures import money_total
from wangfund.usecases.rules_in_force import all_rulebooks

__all__ = [
    "AccountMoney",
    "BookEntry",
    "BookNames",
    "MonthEntries",
    "Moved",
    "PaperNo",
    "PlaceMoney",
    "RoundRow",
    "entries_of_month",
    "find_entries",
]


@dataclass(frozen=True, slots=True)
class PlaceMoney:
    """A place money lies in over a month, satang: the cash box, a bank, or an asset that is neither."""

    account: str
    opening_satang: int
    received_satang: int
    paid_satang: int

    @property
    def closing_satang(self) -> int:
        """What stands there at the month's end."""
        return self.opening_satang + self.received_satang - self.paid_satang


@dataclass(frozen=True, slots=True)
class AccountMoney:
    """What moved on an account in a month over all pools, satang."""

    account: str
    debit_satang: int
    credit_satang: int


@dataclass(frozen=True, slots=True)
class BookNames:
    """The fund's own names: of its bank accounts by code, of its benefits by code (the newest rulebook's)."""

    accounts: Mapping[str, str]
    benefits: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MonthEntries:
    """A month; `first` and `last` are the months there are. `state` is "" for the month before the books.

    `first_open` is the first day that can still be written to (None: none is open). `rounds` by id.
    """

    month: Period
    first: Period
    last: Period
    today: date
    state: str
    resolution: str
    first_open: date | None
    entries: tuple[BookEntry, ...]
    rounds: Mapping[int, RoundRow]
    places: tuple[PlaceMoney, ...]
    accounts: tuple[AccountMoney, ...]
    opening_satang: int
    closing_satang: int
    names: BookNames

    @property
    def received_satang(self) -> int:
        """What came to the fund from outside; money moved between places is none of it."""
        rows = (a for a in self.accounts if accounts.is_source(a.account))
        return sum(a.credit_satang - a.debit_satang for a in rows)

    @property
    def paid_satang(self) -> int:
        """What left the fund."""
        rows = (a for a in self.accounts if a.account.startswith("5"))
        return sum(a.debit_satang - a.credit_satang for a in rows)


def entries_of_month(books: Books, month: Period | None = None) -> MonthEntries:
    """A month of the books, drawn from one moment of the file; None is today's month. Reads only.

    The cost grows with the entries of the month, not with the years.

    Raises:
        NotFound: PERIOD_UNKNOWN, a month before the first entry or after the last that is there.
    """
    today = books.clock.today()
    with books.read() as r:
        held = entry_months(r)
        first, last = first_period_month(r), max(last_period_month(r), Period.of(today))
        if held is not None:
            first, last = min(first, held[0]), max(last, held[1])
        wanted = min(max(Period.of(today), first), last) if month is None else month
        if not first <= wanted <= last:
            raise NotFound("PERIOD_UNKNOWN", {"period": wanted.iso})
        row, still_open = period_row(r, wanted), open_periods(r)
        rows = book_entries(r, wanted)
        names = book_names(r)
        before, after = balances_at(r, wanted.plus(-1)), balances_at(r, wanted)
        by_account = _accounts(r, wanted)
        return MonthEntries(
            wanted,
            first,
            last,
            today,
            _state(row, wanted, first_period_month(r)),
            (row.resolution or "") if row is not None else "",
            _first_open(still_open, last_period_month(r), today),
            rows,
            {round_.id: round_ for round_ in rounds_by_id(r, {e.round_id for e in rows if e.round_id})},
            _places(names, before, by_account),
            by_account,
            money_total(before),
            money_total(after),
            names,
        )


def find_entries(
    books: Books,
    fits: Callable[[BookEntry, BookNames], bool],
    *,
    most: int = 200,
    step: Callable[[Period], object] = lambda _month: None,
) -> tuple[BookEntry, ...]:
    """Entries of all months that fit, newest first, at most `most`. Reads only.

    Read a month at a time from the newest back; `step` is told each month and may raise to stop.
    """
    found: list[BookEntry] = []
    with books.read() as r:
        held = entry_months(r)
        names = book_names(r)
        month = held[1] if held is not None else None
        while held is not None and month is not None and month >= held[0] and len(found) < most:
            step(month)
            found += [row for row in reversed(book_entries(r, month)) if fits(row, names)]
            month = month.plus(-1)
    return tuple(found[:most])


def book_names(r: Reader) -> BookNames:
    """What the fund calls its banks and its benefits. Reads only."""
    benefits = {b.code: b.name for book in all_rulebooks(r) for b in book.rules.benefits}
    return BookNames({account: name for _, name, account in bank_accounts(r)}, benefits)


def _state(row: PeriodRow | None, month: Period, first: Period) -> str:
    if row is not None:
        return row.state
    return "" if month < first else "open"


def _first_open(still_open: tuple[PeriodRow, ...], last: Period, today: date) -> date | None:
    if still_open:
        return still_open[0].month.first_day
    following = last.plus(1).first_day
    return following if following <= today else None


def _accounts(r: Reader, month: Period) -> tuple[AccountMoney, ...]:
    found: dict[str, list[int]] = {}
    for row in moved(r, month, month):
        sums = found.setdefault(row.account, [0, 0])
        sums[0] += row.moved_debit_satang
        sums[1] += row.moved_credit_satang
    return tuple(AccountMoney(account, *sums) for account, sums in sorted(found.items()))


def _places(
    names: BookNames, before: Mapping[tuple[str, str], int], by_account: tuple[AccountMoney, ...]
) -> tuple[PlaceMoney, ...]:
    moves = {a.account: a for a in by_account}
    standing = {account: satang for (account, pool), satang in before.items() if not pool}
    assets = {a for a, satang in standing.items() if satang and accounts.is_asset(a)}
    assets |= {a for a in moves if accounts.is_asset(a)}
    wanted = dict.fromkeys((accounts.CASH, *names.accounts, *sorted(assets)))
    places = []
    for account in wanted:
        m = moves.get(account, AccountMoney(account, 0, 0))
        places.append(PlaceMoney(account, standing.get(account, 0), m.debit_satang, m.credit_satang))
    return tuple(places)
