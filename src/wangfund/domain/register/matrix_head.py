"""The head of a year's contribution sheet: one column a month."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from wangfund.domain.register.grid import Cell, Sheet
from wangfund.domain.register.header_words import candidates, header_key
from wangfund.thai.dates import MONTHS_LONG, MONTHS_SHORT

_LEAST_MONTHS = 6
_SEARCHED_ROWS = 40
_MONTHS: dict[str, int] = {
    header_key(name): number
    for names in (MONTHS_SHORT, MONTHS_LONG)
    for number, name in enumerate(names, start=1)
}
_WITH_YEAR = re.compile(r"^(?:เดือน)?(\D+?)(?:25)?(\d{2})?$")
_TOTAL = re.compile("^(รวม|ยอดรวม|รวมทั้งปี|รวมเงิน)")
_PEOPLE = ("member_no", "full_name", "given_name", "family_name", "title", "sequence")


@dataclass(frozen=True, slots=True)
class MatrixHead:
    """Where the months (1–12) and the people stand; `years` the two-digit B.E. years said beside months."""

    row: int
    months: Mapping[int, int]
    people: Mapping[str, int]
    total: int | None
    years: frozenset[int]

    @property
    def in_calendar_order(self) -> bool:
        """Whether January stands before December: a sheet by fiscal year holds months of two years."""
        columns = [self.months[month] for month in sorted(self.months)]
        return columns == sorted(columns)


def is_matrix(sheet: Sheet) -> bool:
    """Whether a sheet keeps contributions by month rather than people."""
    return matrix_head(sheet) is not None


def matrix_head(sheet: Sheet) -> MatrixHead | None:
    """The head of a year's matrix, None when six months are not named in one row near the top."""
    for row in range(1, min(len(sheet.rows), _SEARCHED_ROWS) + 1):
        cells = sheet.rows[row - 1]
        months, years = _months_of(cells)
        if len(months) >= _LEAST_MONTHS:
            above = sheet.rows[row - 2] if row > 1 else ()
            people, total = _people_of(cells, above, set(months.values()))
            return MatrixHead(row, months, people, total, years)
    return None


def _months_of(cells: Sequence[Cell]) -> tuple[dict[int, int], frozenset[int]]:
    months: dict[int, int] = {}
    years: set[int] = set()
    for column, cell in enumerate(cells, start=1):
        found = _WITH_YEAR.match(header_key(cell)) if isinstance(cell, str) else None
        month = _MONTHS.get(found[1]) if found else None
        if found and month is not None and month not in months:
            months[month] = column
            if found[2]:
                years.add(int(found[2]))
    if months:
        return months, frozenset(years)
    numbers = {cell: column for column, cell in enumerate(cells, start=1) if _is_month_number(cell)}
    in_a_row = [numbers.get(month, 0) for month in range(1, 13)]
    if all(in_a_row) and in_a_row == list(range(in_a_row[0], in_a_row[0] + 12)):
        return dict(zip(range(1, 13), in_a_row, strict=True)), frozenset()
    return {}, frozenset()


def _is_month_number(cell: Cell) -> TypeGuard[int]:
    return isinstance(cell, int) and not isinstance(cell, bool) and 1 <= cell <= 12


def _people_of(
    cells: Sequence[Cell], above: Sequence[Cell], taken: set[int]
) -> tuple[dict[str, int], int | None]:
    offers: list[tuple[int, int, str]] = []
    total: int | None = None
    for column, own in enumerate(cells, start=1):
        over = above[column - 1] if column <= len(above) else None
        cell = own if own is not None else over
        if column in taken or not isinstance(cell, str):
            continue
        if _TOTAL.match(header_key(cell)):
            total = column
        offers.extend((-strength, column, name) for strength, name in candidates(cell) if name in _PEOPLE)
    people: dict[str, int] = {}
    for _, column, name in sorted(offers):
        if name not in people and column not in people.values():
            people[name] = column
    return people, total
