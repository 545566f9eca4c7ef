"""A month's collection over all villages: whose sheet is out, who has handed in, and what is still with collectors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain import accounts
from wangfund.domain.papers.collection_sheet import CollectionSheet
from wangfund.store.books import Books, Reader
from wangfund.store.ledger import current_balances
from wangfund.store.periods import last_closed, open_periods
from wangfund.store.printings import times_printed
from wangfund.store.round_receipts import held_by_collectors
from wangfund.store.rounds import RoundRow, rounds_of_month
from wangfund.thai.period import Period
from wangfund.usecases.desk import desk_on
from wangfund.usecases.print_sheets import SHEET, sheet_key
from wangfund.usecases.round_sheet import sheet_of


@dataclass(frozen=True, slots=True)
class VillageLine:
    """A village in a month, money in satang. `times` sheets of it have come back; `returned_on` is the last day.

    `due_satang` is what its sheet asks now, so after a return what is still owed; `payers_due` how many owe it.
    `received_satang` is what was recorded on the sheets that came back, `counted_satang` what was counted.
    """

    moo: int
    name: str
    collector: str
    members: int
    payers_due: int
    unknown: int
    due_satang: int
    printed: bool
    times: int
    returned_on: date | None
    received_satang: int
    counted_satang: int
    token: str

    @property
    def over_satang(self) -> int:
        """Counted more than recorded; below zero: less."""
        return self.counted_satang - self.received_satang


@dataclass(frozen=True, slots=True)
class MonthRounds:
    """A month's rounds. `first_open` … `last` are the months a sheet may be keyed for.

    `held` is the money with collectors as (name, satang); `held_satang` what the books say in all.
    `banks` are those it may be put into.
    """

    month: Period
    first_open: Period
    last: Period
    villages: tuple[VillageLine, ...]
    held: tuple[tuple[str, int], ...]
    held_satang: int
    banks: tuple[str, ...]

    @property
    def returned(self) -> int:
        """How many villages have handed in."""
        return sum(1 for village in self.villages if village.times)


def months_open(r: Reader, today: date) -> tuple[Period, Period]:
    """The first month that is not closed and today's: months of the books open with the calendar. Reads only."""
    waiting, closed = open_periods(r), last_closed(r)
    now = Period.of(today)
    first = waiting[0].month if waiting else closed.month.plus(1) if closed is not None else now
    return first, max(first, now)


def rounds_in_month(books: Books, month: Period | None = None) -> MonthRounds:
    """Every village of a month; None, or a month that is not open: the open one nearest to today's. Reads only.

    It draws up every village's sheet: for beside the window.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    today = books.clock.today()
    with books.read() as r:
        first, last = months_open(r, today)
        month = last if month is None else min(max(month, first), last)
        desk = desk_on(r, min(month.last_day, today))
        rounds: dict[int, list[RoundRow]] = {}
        for row in rounds_of_month(r, month):
            rounds.setdefault(row.moo, []).append(row)
        keys = [sheet_key(month, v.moo) for v in desk.profile.villages]
        printed = times_printed(r, SHEET, keys)
        lines = tuple(
            _line(
                sheet_of(r, desk, v.moo, month, today).sheet,
                rounds.get(v.moo, []),
                printed=sheet_key(month, v.moo) in printed,
            )
            for v in desk.profile.villages
        )
        held = current_balances(r).get((accounts.COLLECTOR_RECEIVABLE, ""), 0)
        names = held_by_collectors(r) if held else ()
        banks = tuple(name for _, name, _ in desk.open_banks)
        return MonthRounds(month, first, last, lines, names, held, banks)


def _line(sheet: CollectionSheet, rounds: list[RoundRow], *, printed: bool) -> VillageLine:
    return VillageLine(
        sheet.moo,
        sheet.village,
        sheet.collector,
        len(sheet.rows),
        sum(1 for row in sheet.rows if row.total_satang > 0),
        sum(1 for row in sheet.rows if not row.coverage_known),
        sheet.total_satang,
        printed,
        len(rounds),
        rounds[-1].returned_on if rounds else None,
        sum(row.sheet_satang for row in rounds),
        sum(row.counted_satang for row in rounds),
        sheet.token,
    )
