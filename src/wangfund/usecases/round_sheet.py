"""The collection sheet of a village: everyone who is a member, what she owes, what this month asks."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from wangfund.domain.errors import NotFound
from wangfund.domain.fiscal_year import first_period, fiscal_year
from wangfund.domain.papers.collection_sheet import CollectionSheet
from wangfund.store.books import Books, Reader
from wangfund.store.chain import fund_mark
from wangfund.store.members import MemberRow, village_members
from wangfund.store.rounds import rounds_of_month
from wangfund.thai.period import Period
from wangfund.usecases.desk import Desk, desk_on
from wangfund.usecases.dues import Covered, sheet_rows


def collection_sheet(books: Books, moo: int, month: Period) -> CollectionSheet:
    """The sheet of a village for a month, as things stand now. Reads only.

    Raises:
        NotFound: VILLAGE_UNKNOWN.
    """
    with books.read() as r:
        desk = desk_on(r, min(month.last_day, books.clock.today()))
        return sheet_of(r, desk, moo, month, books.clock.today()).sheet


@dataclass(frozen=True, slots=True)
class SheetState:
    """A sheet with what posting it needs: its members by id, their covered months and credits by spell."""

    sheet: CollectionSheet
    members: dict[int, MemberRow]
    covered: Covered
    credits: dict[int, int]


def sheet_of(r: Reader, desk: Desk, moo: int, month: Period, today: date) -> SheetState:
    """The sheet of a village with the state behind it. Reads only.

    Raises:
        NotFound: VILLAGE_UNKNOWN.
    """
    village = next((v for v in desk.profile.villages if v.moo == moo), None)
    if village is None:
        raise NotFound("VILLAGE_UNKNOWN", {"moo": moo})
    members = village_members(r, moo, min(month.last_day, today))
    rows, covered, standing = sheet_rows(r, members, desk.rulebook.rules, month)
    starts = desk.profile.fiscal_year_starts
    year = fiscal_year(month.first_day, starts)
    number = first_period(year, starts).months_until(month) + 1
    again = sum(1 for row in rounds_of_month(r, month) if row.moo == moo)
    sheet = CollectionSheet(
        desk.head,
        month,
        moo,
        village.name,
        village.collector,
        year,
        number,
        sheet_token(fund_mark(r.connection), month, moo, again),
        rows,
    )
    return SheetState(sheet, {m.id: m for m in members}, covered, standing)


def sheet_token(fund: str, month: Period, moo: int, again: int) -> str:
    """The name of one sheet: the same until it is posted, another for the village's next sheet of that month.

    `fund` is the fund's mark, not its name: a name may change while a sheet is half keyed.
    """
    return hashlib.sha256(f"{fund}|{month.iso}|{moo}|{again}".encode()).hexdigest()[:16]
