"""The page a chart is drawn on, as large as its place on the screen, and the picture of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from wangfund.domain.papers.month_pack import MonthBar
from wangfund.thai.month_names import MONTHS_SHORT
from wangfund.ui.papers.pdfium import PDFIUM

PX_PER_PT: Final = 1.6
"""Pixels of the screen for a point of the page at 100 %: the chart's nine points are as large as hints."""

Picture = tuple[bytes, int, int, int]
"""Pixels as BGRX, width, height and bytes a row."""


class PageSize(NamedTuple):
    """A page in points and how many pixels a point has."""

    width: float
    height: float
    scale: float


def page_for(width_px: int, height_px: int, percent: int) -> PageSize:
    """The page for a place on the screen."""
    scale = PX_PER_PT * percent / 100
    return PageSize(width_px / scale, height_px / scale, scale)


def render_chart(months: Sequence[MonthBar], size: PageSize, ratio: float = 1.0) -> Picture:
    """Draw the months on a page of their own and make a picture of it. Runs beside the window."""
    import pypdfium2

    from wangfund.documents.typeset.chart import ChartMonth, draw_month_chart
    from wangfund.documents.typeset.document import DocumentInfo
    from wangfund.documents.typeset.page import Margins, Paper

    # The day only goes into the page's own note of when it was made, which nobody keeps.
    info = DocumentInfo("chart", "", date(2000, 1, 1))
    paper = Paper(info, size=(size.width, size.height), margins=Margins(4, 4, 2, 2))
    last = len(months) - 1
    drawn = [
        ChartMonth(MONTHS_SHORT[bar.month.month - 1], bar.received_satang, bar.paid_satang, strong=at == last)
        for at, bar in enumerate(months)
    ]
    draw_month_chart(paper, drawn, size.height - 5)
    pdf = paper.to_bytes()
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            bitmap = document[0].render(scale=size.scale * ratio, prefer_bgrx=True)
            return bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride
        finally:
            document.close()
