"""Page 1 of the pack: receipts and payments of the month beside those of the year to date."""

from collections.abc import Iterator, Sequence
from typing import Final

from wangfund.documents.month_pack.footnotes import setoff_mark, share_mark
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.run import Run
from wangfund.documents.typeset.style import NOTE, Style
from wangfund.documents.typeset.table import Column, Row, RowKind, Table
from wangfund.documents.typeset.table_draw import draw_table
from wangfund.documents.typeset.table_layout import column_width
from wangfund.domain.accounts import MEMBER_CONTRIBUTIONS
from wangfund.domain.papers.month_pack import MonthPack, StatementLine
from wangfund.text.accounts import account_name
from wangfund.thai.dates import MONTHS_LONG, month_span, short_date
from wangfund.thai.money_text import DASH, format_baht, format_baht_or_dash

_INDENT: Final = 4.4 * MM
_SIZES: Final = (11.0, 10.8, 10.6, 10.4, 10.2, 10.0)
_FIXED_EMS: Final = 18.8  # heads, headings, sums: all that is there in every month
_LINE_EMS: Final = 1.28
_FINAL: Final = 13 / 11


def draw_statement(paper: Paper, pack: MonthPack, room: float) -> None:
    """Draw the table, set a little smaller when it would not stand in `room` points."""
    lines = len(pack.receipts) + len(pack.benefits) + len(pack.expenses)
    wanted = lines * _LINE_EMS + _FIXED_EMS
    size = next((size for size in _SIZES if wanted * size <= room), _SIZES[-1])
    style = Style(size=size)
    draw_table(paper, Table(_columns(pack, style), tuple(_rows(pack, style))))


def _columns(pack: MonthPack, style: Style) -> tuple[Column, ...]:
    large = style.bold.sized(style.size * _FINAL)
    month = [pack.opening_month_satang, pack.closing_satang, pack.received_month_satang]
    month += [pack.paid_month_satang, *(line.month_satang for line in _all(pack))]
    year = [pack.opening_year_satang, pack.closing_satang, pack.received_year_satang]
    year += [pack.paid_year_satang, *(line.year_satang for line in _all(pack))]
    return (
        Column("หน่วย บาท", None, "left", style, wraps=True, most_lines=2),
        Column("", 15 * MM, "right", style),
        Column(f"เดือน{MONTHS_LONG[pack.month.month - 1]}", _width(month, large), "right", style),
        Column("", 12 * MM, "right", style),
        Column(month_span(pack.year_first, pack.month), _width(year, large), "right", style),
    )


def _width(amounts: Sequence[int], style: Style) -> float:
    return column_width([format_baht(amount) for amount in amounts], style, 31 * MM)


def _all(pack: MonthPack) -> tuple[StatementLine, ...]:
    return (*pack.receipts, *pack.benefits, *pack.expenses)


def _rows(pack: MonthPack, style: Style) -> Iterator[Row]:
    opening = (format_baht(pack.opening_month_satang), format_baht(pack.opening_year_satang))
    month, year = (Run(text, style.bold) for text in opening)
    yield Row((Run("ยอดยกมา", style.bold), None, month, None, year))
    yield Row(("รับ",), RowKind.SECTION)
    marks = {MEMBER_CONTRIBUTIONS: f" {setoff_mark(pack)}"} if pack.setoff_month_satang else {}
    for line in pack.receipts:
        yield _line(line, marks.get(line.account, ""))
    yield _sum("รวมรับ", pack.receipts)
    yield from _benefit_rows(pack, style)
    yield Row(("ค่าใช้จ่ายดำเนินงาน",), RowKind.SECTION)
    for line in pack.expenses:
        yield _line(line)
    yield _sum(f"รวมค่าใช้จ่าย {share_mark(pack)}", pack.expenses)
    paid = (format_baht(pack.paid_month_satang), format_baht(pack.paid_year_satang))
    yield Row(("รวมจ่าย", None, paid[0], None, paid[1]), RowKind.TOTAL)
    closing = format_baht(pack.closing_satang)
    name = f"ยอดยกไป {short_date(pack.month.last_day)}"
    yield Row((name, None, closing, None, closing), RowKind.FINAL)


def _benefit_rows(pack: MonthPack, style: Style) -> Iterator[Row]:
    note = Run("ราย", NOTE.indigo.sized(style.size - 1))
    yield Row(("จ่ายสวัสดิการ", note, None, note), RowKind.SECTION)
    for line in pack.benefits:
        cases = (line.month_cases, line.year_cases)
        grey = [Run(f"{count:,}" if count else DASH, style.grey) for count in cases]
        money = (format_baht_or_dash(line.month_satang), format_baht_or_dash(line.year_satang))
        name = account_name(line.account, line.name)
        yield Row((name, grey[0], money[0], grey[1], money[1]), indent=_INDENT)
    months, years = (
        sum(line.month_cases for line in pack.benefits),
        sum(line.year_cases for line in pack.benefits),
    )
    sums = _sum("รวมสวัสดิการ", pack.benefits).cells
    cells = (sums[0], f"{months:,}" if months else DASH, sums[2], f"{years:,}" if years else DASH, sums[4])
    yield Row(cells, RowKind.SUBTOTAL, _INDENT)


def _line(line: StatementLine, mark: str = "") -> Row:
    name = f"{account_name(line.account, line.name)}{mark}"
    money = (format_baht_or_dash(line.month_satang), format_baht_or_dash(line.year_satang))
    return Row((name, None, money[0], None, money[1]), indent=_INDENT)


def _sum(name: str, lines: Sequence[StatementLine]) -> Row:
    month = format_baht_or_dash(sum(line.month_satang for line in lines))
    year = format_baht_or_dash(sum(line.year_satang for line in lines))
    return Row((name, None, month, None, year), RowKind.SUBTOTAL, _INDENT)
