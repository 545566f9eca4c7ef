"""The chart: one drawing for paper and screen, shown as a picture of its page."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.ui.typing import wait_until
from wangfund.domain.papers.month_pack import MonthBar
from wangfund.thai.period import Period
from wangfund.ui.theme.colours import Ground
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.chart_page import page_for, render_chart
from wangfund.ui.widgets.chart_picture import ChartPicture
from wangfund.ui.worker.runner import InlineRunner

BARS = tuple(MonthBar(Period(2025, 11).plus(at), 1_500_000 + at * 90_000, at * 200_000) for at in range(12))


def test_chart_is_as_large_as_its_place() -> None:
    data, width, height, stride = render_chart(BARS, page_for(660, 220, 100))
    assert abs(width - 660) <= 1
    assert abs(height - 220) <= 1
    assert len(data) == stride * height


def test_chart_grows_with_the_text() -> None:
    assert page_for(660, 220, 160).width < page_for(660, 220, 100).width


def test_chart_wears_the_ground_it_stands_on(qapp: QApplication) -> None:
    for ground, light in ((Ground.LIGHT, True), (Ground.DARK, False)):
        theme = Theme(ground)
        picture = ChartPicture(theme, InlineRunner())
        picture.resize(500, 200)
        picture.show()
        drawn: list[bool] = []
        picture.drawn.connect(lambda drawn=drawn: drawn.append(True))
        picture.show_months(BARS, "รับ 18,000 บาท")
        wait_until(lambda drawn=drawn: drawn)
        assert picture._image is not None
        corner = picture._image.pixelColor(1, 1)
        assert (
            corner.lightnessF() > 0.9
            if light
            else abs(corner.lightnessF() - theme.colour("panel").lightnessF()) < 0.05
        )
        assert picture.accessibleName()
