"""The numbered lines of a receipt or voucher, with the amount in words under them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.run import Run, Text
from wangfund.documents.typeset.style import BODY, NOTE
from wangfund.documents.typeset.table import Column, Row, RowKind, Table
from wangfund.documents.typeset.table_draw import draw_table
from wangfund.documents.typeset.table_layout import column_width
from wangfund.thai.money_text import baht_text, format_baht

_STYLE: Final = BODY


@dataclass(frozen=True, slots=True)
class Item:
    """What a line is for, in smaller print what more is to say, and its money."""

    name: str
    detail: str
    satang: int


def draw_items(
    paper: Paper, items: Sequence[Item], total_satang: int, total_name: str, body: float, row: float
) -> None:
    """Draw the table at the cursor: the body at least `body` points high, its lines at least `row`.

    The amount in words stands in brackets beside `total_name`.
    """
    figures = [format_baht(item.satang) for item in items]
    total = format_baht(total_satang)
    least = 34 * MM
    money = max(column_width(figures, _STYLE, least), column_width([total], _STYLE.bold, least))
    columns = (
        Column("ที่", 11 * MM, "center", _STYLE, ruled=True),
        Column("รายการ", None, "left", _STYLE, wraps=True, most_lines=6, ruled=True),
        Column("บาท", money, "right", _STYLE),
    )
    rows = [
        Row((str(place), _words(item), figure))
        for place, (item, figure) in enumerate(zip(items, figures, strict=True), 1)
    ]
    words = [Run(f"{total_name}  ", _STYLE.bold)] if total_name else []
    in_words = Run(f"({baht_text(total_satang)})", _STYLE if total_name else _STYLE.bold)
    rows.append(Row((None, [*words, in_words], Run(total, _STYLE.bold.sized(13))), RowKind.TOTAL))
    draw_table(paper, Table(columns, rows, least_row=row, least_body=body, closed=True))


def _words(item: Item) -> Text:
    detail = [Run(f" {item.detail}", NOTE)] if item.detail else []
    return [Run(item.name, _STYLE.semibold), *detail]
