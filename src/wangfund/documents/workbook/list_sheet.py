"""A sheet that is one list: head, rows, totals, and beneath each total the formula that adds the column again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wangfund.documents.workbook.cells import Baht, Content, Count
from wangfund.documents.workbook.looks import Look
from wangfund.documents.workbook.ranges import differs, sum_of
from wangfund.documents.workbook.sheet import Sheet
from wangfund.text.workbook_words import CHECK_ROW, NOTHING, TOTAL


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, and whether it is added up."""

    head: str
    total: bool = False


def write_list(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Sequence[Content]]) -> None:
    """Write the list below what stands on the sheet; an empty list says so."""
    head = sheet.head([column.head for column in columns])
    for row in rows:
        sheet.row(row)
    written = range(head + 1, head + 1 + len(rows))
    if not rows:
        sheet.row([NOTHING])
    sheet.filter(head, head + len(rows), len(columns))
    if not any(column.total for column in columns):
        return
    added = [_added(column, [row[at] for row in rows]) for at, column in enumerate(columns)]
    total = sheet.row([TOTAL if at == 0 else cell for at, cell in enumerate(added)], Look.TOTAL)
    checks: list[Content] = [CHECK_ROW]
    for at, cell in enumerate(added[1:], 1):
        satang = _satang(cell)
        checks.append(None if cell is None else differs(satang, sum_of(written, at), total, at, satang))
    sheet.row(checks, Look.CHECK)


def _added(column: Column, cells: Sequence[Content]) -> Baht | Count | None:
    if not column.total:
        return None
    counts = [cell.number for cell in cells if isinstance(cell, Count)]
    money = [cell.satang for cell in cells if isinstance(cell, Baht)]
    return Count(sum(counts)) if counts else Baht(sum(money))


def _satang(cell: Baht | Count | None) -> int:
    match cell:
        case Baht(satang):
            return satang
        case Count(number):
            return number * 100
        case None:
            return 0
