"""A small button of an icon alone, for dense places; its words show on pointing and are read aloud."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme


class IconButton(QPushButton):
    """Square, with an edge when it has the focus or the pointer."""

    def __init__(self, theme: Theme, icon: str, words: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setAutoDefault(False)
        self.setFixedSize(theme.px(sizes.BUTTON_IN_ROW), theme.px(sizes.BUTTON_IN_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Edge and icon."""
        t, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(
            QPen(t.colour("pri" if focused else "field" if self.isEnabled() else "line"), 2 if focused else 1)
        )
        painter.setBrush(t.colour("pri_soft" if self.isDown() or self.underMouse() else "panel"))
        radius = t.px(sizes.RADIUS_FIELD)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        picture = t.icon(self._icon, "ink2" if self.isEnabled() else "line")
        size = t.px(sizes.ICON)
        painter.drawPixmap((self.width() - size) // 2, (self.height() - size) // 2, picture)
        painter.setPen(Qt.PenStyle.NoPen)
