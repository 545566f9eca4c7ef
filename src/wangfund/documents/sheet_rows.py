"""The lines of a collection sheet: how wide their figures are, and one row of each kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.run import Run, as_line, fit_line, line_width
from wangfund.documents.typeset.style import BODY, NOTE, SHEET_NAME, TABLE
from wangfund.documents.typeset.table import Cell, CheckBoxes, Column, Lines, Row, RowKind
from wangfund.documents.typeset.table_layout import PAD, column_width, lay_row, spans
from wangfund.documents.typeset.wrap import wrap
from wangfund.domain.papers.collection_sheet import CollectionSheet, SheetRow
from wangfund.text.paper_words import plain_baht
from wangfund.thai.money_text import DASH, MINUS, format_baht

UNKNOWN: Final = "ยังไม่ทราบ"
_TICKS: Final = CheckBoxes(("ส่ง", "ขาด"))
_PAPER_WIDTH: Final = 178 * MM
_LEAST_NAME_SCALE: Final = 0.72  # 10 points, the size of notes
_TWO_LINES: Final = SHEET_NAME.sized(11)
_ARREARS: Final = TABLE


@dataclass(frozen=True, slots=True)
class SheetFormat:
    """Columns that hold the largest figure of the sheet whole, the room for a name, and whether satang are shown."""

    columns: tuple[Column, ...]
    name_room: float
    satang: bool

    def money(self, satang: int) -> str:
        """An amount, a dash for nothing."""
        if not satang:
            return DASH
        return format_baht(satang) if self.satang else plain_baht(satang)


def format_of(sheet: CollectionSheet) -> SheetFormat:
    """The format that every page of a sheet shares."""
    rows = sheet.rows
    amounts = [row.arrears_satang for row in rows] + [row.current_satang for row in rows]
    satang = any(amount % 100 for amount in (*amounts, *(row.total_satang for row in rows)))
    plain = SheetFormat((), 0.0, satang)
    bold = BODY.bold
    arrears = max(
        column_width([_arrears(plain, row) for row in rows], _ARREARS, 21.5 * MM),
        column_width([plain.money(sum(row.total_satang - row.current_satang for row in rows))], bold),
    )
    current = column_width([plain.money(sum(row.current_satang for row in rows))], bold, 13.5 * MM)
    total = column_width([plain.money(sheet.total_satang)], bold, 17 * MM)
    number = column_width([str(len(rows))], BODY, 8.5 * MM)
    widths = (number, 13 * MM, arrears, current, total, 15.5 * MM, 28 * MM)
    columns = (
        Column("ที่", number, "center", BODY.grey, ruled=True),
        Column("บ้าน", widths[1], "left", BODY, ruled=True),
        Column("ชื่อ–สกุล", None, "left", SHEET_NAME, ruled=True),
        Column("ค้าง", arrears, "right", _ARREARS, ruled=True),
        Column("งวดนี้", current, "right", BODY, ruled=True),
        Column("ต้องเก็บ", total, "right", BODY, ruled=True),
        Column("เก็บได้", widths[5], "right", BODY, ruled=True),
        Column("ขีดเลือก", widths[6], "center", BODY),
    )
    return SheetFormat(columns, _PAPER_WIDTH - sum(widths) - 2 * PAD, satang)


def row_of(wide: SheetFormat, place: int, row: SheetRow) -> Row:
    """One member's line."""
    name = _name(wide, row)
    current = wide.money(row.current_satang)
    total = Run(wide.money(row.total_satang), BODY.bold)
    return Row((str(place), row.house_no, name, _arrears(wide, row), current, total, "", _TICKS))


def totals_of(wide: SheetFormat, words: str, rows: Sequence[SheetRow], kind: RowKind) -> Row:
    """A line of sums over some rows."""
    current = sum(row.current_satang for row in rows)
    total = sum(row.total_satang for row in rows)
    sums = (total - current, current, total)
    return Row((words, None, None, *(Run(wide.money(one), BODY.bold) for one in sums), "", ""), kind)


def height_of(wide: SheetFormat, row: Row, least: float) -> float:
    """The height of a line between two rules, in points."""
    edges = spans(wide.columns, 0.0, _PAPER_WIDTH)
    return lay_row(row, wide.columns, edges, least).height(rule_above=True, rule_below=True)


def _arrears(wide: SheetFormat, row: SheetRow) -> str:
    """The months owed and their money, less what was paid of a month before."""
    if not row.coverage_known:
        return UNKNOWN
    credit = format_baht(-row.credit_satang) if wide.satang else MINUS + plain_baht(row.credit_satang)
    if not row.arrears_satang:
        return f"ชำระไว้ {credit}" if row.credit_satang else DASH
    owed = f"{row.arrears_months} เดือน {wide.money(row.arrears_satang)}"
    return f"{owed} {credit}" if row.credit_satang else owed


def _name(wide: SheetFormat, row: SheetRow) -> Cell:
    """The whole name and the member's number; a long name is set smaller, then on two lines."""
    tail = Run(f" {row.member_no}", NOTE)
    room = wide.name_room - tail.width - 1
    line = as_line(row.name, SHEET_NAME)
    if line_width(line) * _LEAST_NAME_SCALE <= room:
        return [*fit_line(line, room, _LEAST_NAME_SCALE), tail]
    given, _, family = row.name.strip().rpartition(" ")
    if not given:
        # What no two lines can hold is cut before it is broken.
        shown = fit_line(as_line(row.name, _TWO_LINES), 1.8 * wide.name_room, 1.0)
        first, *rest = wrap(shown, wide.name_room)
        second = tuple(run for more in rest for run in more)
    else:
        first, second = as_line(given, _TWO_LINES), as_line(family, _TWO_LINES)
    least = 0.72
    return Lines((fit_line(first, wide.name_room - 1, least), (*fit_line(second, room, least), tail)))
