"""A box to tick, with its words: the space bar and a click tick it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from wangfund.domain.errors import Finding
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme

_BOX = 22


class CheckBox(QAbstractButton):
    """A field of a form, too: its text for a draft is '1' or ''."""

    changed = Signal(object)

    def __init__(self, theme: Theme, words: str, *, ticked: bool = False) -> None:
        super().__init__()
        self._theme, self._said = theme, words
        self.setCheckable(True)
        self.setChecked(ticked)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda _on: self.changed.emit(self.isChecked()))

    @property
    def text(self) -> str:  # type: ignore[override]
        """Whether it is ticked, as a draft keeps it."""
        return "1" if self.isChecked() else ""

    def set_text(self, text: str) -> None:
        """Tick it or not."""
        self.setChecked(text == "1")

    def check(self) -> bool:
        """It is never wrong."""
        return True

    def show_finding(self, finding: Finding) -> None:
        """Nothing is ever found about it."""

    @property
    def words(self) -> str:
        """The words beside the box."""
        return self._said

    def sizeHint(self) -> QSize:
        """The box, a gap and the words."""
        t = self._theme
        return QSize(
            t.px(_BOX) + t.px(12) + t.metrics(Words.BODY).horizontalAdvance(self._said) + 4,
            max(t.px(sizes.BUTTON_IN_ROW), t.line_height()),
        )

    def minimumSizeHint(self) -> QSize:
        """It never shows half a word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Edge, tick, words."""
        t, painter, side = self._theme, QPainter(self), self._theme.px(_BOX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, focused = self.isChecked(), self.hasFocus()
        edge = t.colour("pri" if focused or on else "field" if self.isEnabled() else "line")
        painter.setPen(QPen(edge, 2.0 if focused else float(t.colours.line_px)))
        painter.setBrush(t.colour("pri" if on else "panel"))
        top = (self.height() - side) / 2
        painter.drawRoundedRect(QRectF(1, top + 1, side - 2, side - 2), t.px(4), t.px(4))
        if on:
            icon = t.px(18)
            painter.drawPixmap(
                round((side - icon) / 2), round((self.height() - icon) / 2), t.icon("check", "on_pri", 18)
            )
        painter.setFont(t.font())
        painter.setPen(t.colour("ink" if self.isEnabled() else "ink3"))
        box = self.rect().adjusted(side + t.px(10), 0, 0, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._said)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(t.colour("pri"), 1.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), t.px(4), t.px(4))
