"""What the sections of a pack share: headings, the small head of later pages, columns that hold their figures."""

from collections.abc import Iterable, Sequence
from typing import Final

from wangfund.documents.typeset.measures import HAIR, MM
from wangfund.documents.typeset.page import Align, Paper
from wangfund.documents.typeset.page_ink import Pen
from wangfund.documents.typeset.run import Line, Run, Text, as_line, fit_line
from wangfund.documents.typeset.style import HEADING, NOTE, PALE, TABLE, Style
from wangfund.documents.typeset.table import Column, Row, RowKind, Table
from wangfund.documents.typeset.table_draw import draw_table
from wangfund.documents.typeset.table_layout import column_width
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.thai.dates import long_month
from wangfund.thai.money_text import format_baht

LIST: Final[Style] = TABLE.sized(10.5)
_ROOM: Final = 30 * MM  # a heading and its first lines stay together
_BETWEEN: Final = 6 * MM


def running_head(paper: Paper, pack: MonthPack) -> None:
    """Whose pack and of which month, small, at the top of every page after the first."""
    baseline = paper.y - 3.6 * MM
    width = paper.text(paper.right, baseline, long_month(pack.month), NOTE, "right")
    fund = fit_line(as_line(pack.head.name, NOTE), paper.width - width - 8 * MM)
    paper.ink.line(paper.left, baseline, fund)
    paper.ink.rule(paper.left, paper.y - 5.8 * MM, paper.right, paper.y - 5.8 * MM, Pen(HAIR, PALE))
    paper.skip(9 * MM)


def open_section(paper: Paper, title: str, note: str = "", room: float = _ROOM) -> None:
    """A heading at the cursor, or on the next page when `room` is not left; air above it unless it is the first."""
    if paper.y < paper.top - 12 * MM:
        paper.skip(min(_BETWEEN, paper.room))
    paper.need(room)
    detail = [Run(f"  {note}", NOTE)] if note else []
    paper.write([Run(title, HEADING), *detail])
    paper.skip(0.8 * MM)


def money_column(head: str, satang: Iterable[int], style: Style = LIST, least: float = 16 * MM) -> Column:
    """A column that holds each of these amounts, and their sum, whole."""
    amounts = list(satang)
    texts = [format_baht(amount) for amount in (*amounts, sum(amounts))]
    return Column(head, max(column_width(texts, style.bold, least), _head_width(head, style)), "right", style)


def count_column(head: str, width: float = 17 * MM, align: Align = "right") -> Column:
    """A narrow column of numbers whose head may take two lines."""
    return Column(head, width, align, LIST)


def draw_list(paper: Paper, columns: Sequence[Column], rows: Sequence[Row], total: Row | None = None) -> None:
    """A table of a section; when it has no rows a line says so instead."""
    if not rows:
        paper.write("ไม่มีรายการ", LIST.grey)
        return
    whole = [*rows, total] if total is not None else rows
    draw_table(paper, Table(tuple(columns), whole))


def clipped(text: str, style: Style, width: float) -> Line:
    """`text` of at most `width` points, for a cell that wraps: a name of a hundred words must not push out the rest."""
    return fit_line(as_line(text, style), width, 1.0)


def total_row(*cells: Text | None) -> Row:
    """The last line of a section's table."""
    return Row(cells, RowKind.TOTAL)


def _head_width(head: str, style: Style) -> float:
    return column_width([head], style.semibold)
