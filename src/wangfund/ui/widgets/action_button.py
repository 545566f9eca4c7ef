"""A button: icon, verb and the key that does the same. When it is grey it can say why."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme

_PAD: Final = 14
_BETWEEN: Final = 10
_KEY_PAD: Final = 6


class ActionButton(QPushButton):
    """`main` is the filled one, once on a page. `key` is shown in a thin edge; the key itself is set elsewhere."""

    def __init__(
        self, theme: Theme, text: str, *, icon: str = "", key: str = "", main: bool = False, in_row: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(text, parent)
        self._theme, self._icon, self._key, self._main, self._in_row = theme, icon, key, main, in_row
        self._words = Words.STRONG if main else Words.BODY
        self.setFont(theme.font(self._words))
        self.setAccessibleName(f"{text} {key}".strip())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    @property
    def key(self) -> str:
        """The key shown, "" for none."""
        return self._key

    def set_main(self, main: bool) -> None:
        """Fill it, or let it be one among others."""
        self._main = main
        self.update()

    def sizeHint(self) -> QSize:
        """Room for everything it shows."""
        t = self._theme
        width = 2 * t.px(_PAD) + t.metrics(self._words).horizontalAdvance(self.text())
        if self._icon:
            width += t.px(sizes.ICON) + t.px(_BETWEEN)
        if self._key:
            width += t.px(_BETWEEN) + self._key_width()
        high = max(
            t.px(sizes.BUTTON_IN_ROW if self._in_row else sizes.BUTTON), t.line_height(self._words) - 2
        )
        return QSize(width, high)

    def minimumSizeHint(self) -> QSize:
        """It never shows half a word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Edge, icon, words, key."""
        t, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filled = self._main and self.isEnabled()
        ink = t.colour("on_pri" if filled else "ink" if self.isEnabled() else "ink3")
        self._paint_edge(painter, filled=filled)
        x = (self.width() - (self.sizeHint().width() - 2 * t.px(_PAD))) // 2
        if self._icon:
            size = t.px(sizes.ICON)
            tone = "on_pri" if filled else "ink2" if self.isEnabled() else "ink3"
            painter.drawPixmap(x, (self.height() - size) // 2, t.icon(self._icon, tone))
            x += size + t.px(_BETWEEN)
        painter.setFont(t.font(self._words))
        painter.setPen(ink)
        width = t.metrics(self._words).horizontalAdvance(self.text())
        painter.drawText(
            QRect(x, 0, width + 2, self.height()), int(Qt.AlignmentFlag.AlignVCenter), self.text()
        )
        if self._key:
            self._paint_key(painter, x + width + t.px(_BETWEEN), filled=filled)

    def _paint_edge(self, painter: QPainter, *, filled: bool) -> None:
        t = self._theme
        radius = t.px(sizes.RADIUS_BUTTON)
        focused = self.hasFocus()
        thick = 2.0 if focused else float(t.colours.line_px)
        edge = t.colour("pri" if focused or filled else "field")
        fill = t.colour("pri" if filled else "pri_soft" if self.isDown() or self.underMouse() else "panel")
        if not self.isEnabled():
            edge, fill = t.colour("line"), t.colour("soft")
        painter.setPen(QPen(edge, thick))
        painter.setBrush(fill)
        box = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        painter.drawRoundedRect(box, radius, radius)
        if focused and filled:
            painter.setPen(QPen(t.colour("on_pri"), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), radius - 2, radius - 2)

    def _paint_key(self, painter: QPainter, x: int, *, filled: bool) -> None:
        t = self._theme
        font = t.metrics(Words.HINT)
        height = font.height() - t.px(2)
        box = QRectF(x, (self.height() - height) / 2, self._key_width(), height)
        painter.setPen(QPen(t.colour("on_pri" if filled else "line"), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush if filled else t.colour("soft"))
        painter.drawRoundedRect(box, t.px(sizes.RADIUS_KEY), t.px(sizes.RADIUS_KEY))
        painter.setFont(t.font(Words.HINT))
        painter.setPen(t.colour("on_pri" if filled else "ink2"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._key)

    def _key_width(self) -> int:
        t = self._theme
        return t.metrics(Words.HINT).horizontalAdvance(self._key) + 2 * t.px(_KEY_PAD)
