"""What each year cost and would have cost: a solid bar, and the difference hatched."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wangfund.ui.bylaw.replay_rows import YearSum, plain, signed
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import label

_BAR: Final = 12


class YearBars(QWidget):
    """A line and a bar for each year, the last four."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._parts: list[QWidget] = []

    def show_years(self, years: tuple[YearSum, ...]) -> None:
        """Show other years."""
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        most = max((max(y.then_satang, y.then_satang + y.more_satang) for y in years), default=0)
        self._parts = []
        for year in years[-4:]:
            self._parts += [_line(self._theme, year), _Bar(self._theme, year, most)]
        for part in self._parts:
            self._column.addWidget(part)


def _line(theme: Theme, year: YearSum) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(6))
    row.addWidget(label(theme, year.words, Words.SECOND))
    row.addStretch()
    row.addWidget(label(theme, plain(year.then_satang), Words.SECOND))
    row.addWidget(
        label(theme, signed(year.more_satang), Words.SECOND, "warn" if year.more_satang else "ink2")
    )
    return box


class _Bar(QWidget):
    def __init__(self, theme: Theme, year: YearSum, most: int) -> None:
        super().__init__()
        self._theme, self._year, self._most = theme, year, most
        self.setFixedHeight(theme.px(_BAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Solid for what stays, hatched for what comes or goes."""
        if not self._most:
            return
        t, painter, year = self._theme, QPainter(self), self._year
        stays = min(year.then_satang, year.then_satang + year.more_satang)
        solid = round(self.width() * stays / self._most)
        rest = round(self.width() * abs(year.more_satang) / self._most)
        painter.fillRect(QRect(0, 0, solid, self.height()), t.colour("bar_in"))
        if rest:
            box = QRect(solid, 0, max(rest, 4), self.height())
            painter.fillRect(box, QBrush(t.colour("bar_out"), Qt.BrushStyle.BDiagPattern))
            painter.setPen(t.colour("bar_out"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
