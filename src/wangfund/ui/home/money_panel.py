"""The fund's money: all of it, where it lies, how full the cash box is, what is spoken for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wangfund.ui.home.state import CashBar, Line, cash_bar, money_lines, promise_lines, promise_note
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.figure import MoneyFigure
from wangfund.ui.widgets.label import ElideLabel, icon_label, label
from wangfund.ui.widgets.panel import Panel, rule
from wangfund.usecases.home_view import HomeView


class _Bar(QWidget):
    """A thin bar: how much of what is allowed."""

    def __init__(self, theme: Theme, bar: CashBar) -> None:
        super().__init__()
        self._theme, self._bar = theme, bar
        self.setAccessibleName(bar.words)
        self.setFixedHeight(theme.px(8))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.setBrush(t.colour("line"))
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.setBrush(t.colour("bad" if self._bar.over else "bar_in"))
        painter.drawRoundedRect(0, 0, round(self.width() * self._bar.share), self.height(), radius, radius)


class MoneyPanel(Panel):
    """Drawn anew for each reading."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "เงินของกองทุน")
        if not theme.compact:
            self.head.addWidget(label(theme, "ตามบัญชีถึงวันนี้", Words.SECOND, "ink2"))
        self._inside: QWidget | None = None

    def show_view(self, view: HomeView) -> None:
        """Show a reading."""
        t = self.theme
        if self._inside is not None:
            self.column.removeWidget(self._inside)
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, t.px(6))
        column.setSpacing(0)
        figure = MoneyFigure(t, view.total_satang)
        pad = t.px(sizes.PANEL_PAD)
        top = QVBoxLayout()
        top.setContentsMargins(pad, 0, pad, t.px(4))
        top.addWidget(figure)
        column.addLayout(top)
        self._rule(column)
        for line in money_lines(view):
            column.addWidget(line_row(t, line))
        bar = cash_bar(view)
        if bar is not None:
            column.addLayout(
                self._under_icon(
                    _Bar(t, bar), ElideLabel(t, bar.words, Words.SECOND, "bad" if bar.over else "ink2")
                )
            )
        self._rule(column)
        for line in promise_lines(view):
            column.addWidget(line_row(t, line))
        if not t.compact:
            column.addLayout(self._under_icon(ElideLabel(t, promise_note(view), Words.SECOND, "ink2")))
        self.column.addWidget(self._inside)

    def _rule(self, column: QVBoxLayout) -> None:
        column.addWidget(rule(self.theme))
        column.addSpacing(self.theme.px(4))

    def _under_icon(self, *parts: QWidget) -> QVBoxLayout:
        t = self.theme
        box = QVBoxLayout()
        box.setContentsMargins(t.px(sizes.PANEL_PAD + 30), 0, t.px(sizes.PANEL_PAD), t.px(4))
        box.setSpacing(t.px(2))
        for part in parts:
            box.addWidget(part)
        return box


def line_row(theme: Theme, line: Line) -> QWidget:
    """Icon, words, and the figure at the right."""
    box = QWidget()
    row = QHBoxLayout(box)
    pad = theme.px(sizes.PANEL_PAD)
    row.setContentsMargins(pad, theme.px(1), pad, theme.px(1))
    row.setSpacing(theme.px(10))
    row.addWidget(icon_label(theme, line.icon, line.tone))
    row.addWidget(ElideLabel(theme, (line.short or line.words) if theme.compact else line.words), 1)
    row.addWidget(label(theme, line.figure, Words.STRONG))
    return box
