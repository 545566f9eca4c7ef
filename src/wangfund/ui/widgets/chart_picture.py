"""The twelve months as bars: drawn once as a page, for paper and screen alike, and shown here as a picture of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wangfund.domain.papers.month_pack import MonthBar
from wangfund.ui.theme.colours import Ground
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.chart_page import page_for, render_chart
from wangfund.ui.worker.job import Job
from wangfund.ui.worker.runner import Runs

_LEAST: Final = (320, 150)
_SOON_MS: Final = 60


class ChartPicture(QWidget):
    """Drawn beside the window for the size it has; the words of it are read aloud from `describe`."""

    drawn = Signal()

    def __init__(self, theme: Theme, runner: Runs) -> None:
        super().__init__()
        self._theme, self._runner = theme, runner
        self._months: tuple[MonthBar, ...] = ()
        self._image: QImage | None = None
        self._job: Job | None = None
        # One drawing for many resizes; and the window is up before the drawing's libraries are loaded beside it.
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._draw)
        self.setMinimumSize(theme.px(_LEAST[0]), theme.px(_LEAST[1]))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_months(self, months: Sequence[MonthBar], describe: str) -> None:
        """Draw some months; `describe` says the same in words."""
        self.setAccessibleName(describe)
        if tuple(months) != self._months:
            self._months = tuple(months)
            self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new size."""
        super().resizeEvent(event)
        self._soon.start()

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(self._theme.px(_LEAST[0] * 2), self._theme.px(_LEAST[1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture; one of another size is never stretched."""
        if self._image is not None:
            painter = QPainter(self)
            painter.drawImage(0, 0, self._image)

    def _draw(self) -> None:
        if not self._months or self.width() < 50 or self.height() < 50:
            return
        if self._job is not None:
            self._job.forget()
        months, ratio = self._months, self.devicePixelRatioF()
        size = page_for(self.width(), self.height(), self._theme.percent)
        self._job = self._runner.run(self, lambda _progress: render_chart(months, size, ratio))
        self._job.done.connect(self._on_drawn)

    def _on_drawn(self, picture: object) -> None:
        self._job = None
        assert isinstance(picture, tuple)
        data, width, height, stride = picture
        image = QImage(data, width, height, stride, QImage.Format.Format_RGB32).copy()
        if self._theme.ground is Ground.DARK:
            image = self._darkened(image)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._image = image
        self.update()
        self.drawn.emit()

    def _darkened(self, image: QImage) -> QImage:
        """The same drawing on a dark ground: light and dark change places, blue stays blue and turmeric turmeric."""
        image.invertPixels(QImage.InvertMode.InvertRgb)
        swapped = image.rgbSwapped()
        painter = QPainter(swapped)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
        painter.fillRect(swapped.rect(), self._theme.colour("panel"))
        painter.end()
        return swapped.convertToFormat(QImage.Format.Format_RGB32, Qt.ImageConversionFlag.AutoColor)
