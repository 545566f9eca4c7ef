"""Money in and out of twelve months, as bars and as figures."""

from typing import Final

from wangfund.documents.month_pack.section import LIST, draw_list, money_column, open_section, total_row
from wangfund.documents.typeset.chart import ChartMonth, draw_month_chart
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.table import Column, Row
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.thai.dates import MONTHS_SHORT, short_month
from wangfund.thai.money_text import format_baht, format_baht_or_dash

_CHART: Final = 52 * MM
_WITH_TABLE: Final = 142 * MM


def draw_twelve_months(paper: Paper, pack: MonthPack) -> None:
    """Oldest first; chart and table together on one page."""
    bars = pack.bars
    open_section(paper, "รับและจ่าย 12 เดือน", room=_WITH_TABLE if bars else 20 * MM)
    if bars:
        months = [
            ChartMonth(
                MONTHS_SHORT[bar.month.month - 1],
                bar.received_satang,
                bar.paid_satang,
                strong=bar.month == pack.month,
            )
            for bar in bars
        ]
        draw_month_chart(paper, months, _CHART)
        paper.skip(2 * MM)
    received, paid = [bar.received_satang for bar in bars], [bar.paid_satang for bar in bars]
    left = [come - gone for come, gone in zip(received, paid, strict=True)]
    columns = (
        Column("เดือน", None, style=LIST),
        money_column("รับ", received, least=40 * MM),
        money_column("จ่าย", paid, least=40 * MM),
        money_column("รับมากกว่าจ่าย", left, least=40 * MM),
    )
    rows = [
        Row((short_month(bar.month), *(format_baht_or_dash(one) for one in (come, gone, come - gone))))
        for bar, come, gone in zip(bars, received, paid, strict=True)
    ]
    draw_list(
        paper, columns, rows, total_row("รวม", *(format_baht(sum(one)) for one in (received, paid, left)))
    )
