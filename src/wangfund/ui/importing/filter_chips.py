"""How many of each kind, as buttons that show only those; in as many lines as they need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme

_LOOKS: Final[dict[str, tuple[str, str, str]]] = {
    "all": ("", "ink", "ทั้งหมด"),
    "add": ("user-plus", "ok", "เพิ่ม"),
    "update": ("refresh-cw", "pri", "แก้"),
    "same": ("check", "ink2", "เหมือนเดิม"),
    "hold": ("circle-alert", "bad", "พักไว้"),
    "look": ("triangle-alert", "warn", "ควรดู"),
    "mended": ("wand-sparkles", "pri", "จัดรูปให้"),
}
_SOFT: Final = {"ok": "ok_soft", "bad": "bad_soft", "warn": "warn_soft", "pri": "pri_soft"}
_PAD: Final = 9
_GAP: Final = 8
_ICON: Final = 18


class FilterChip(QPushButton):
    """A count with its icon and word; pressed, only those are shown."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        self.icon_name, self.tone, self.word = _LOOKS[name]
        super().__init__(self.word, parent)
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tell(self, count: int, word: str = "") -> None:
        """Show how many."""
        self.setText(f"{word or self.word} {count:,}")
        self.setAccessibleName(f"แสดงเฉพาะ {self.text()}")
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Room for icon, word and count."""
        t = self._theme
        icon = t.px(_ICON) + t.px(6) if self.icon_name else 0
        width = t.metrics(Words.SECOND).horizontalAdvance(self.text()) + 2 * t.px(_PAD) + icon + 2
        return QSize(width, max(t.px(sizes.CHIP), t.metrics(Words.SECOND).height() + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, edge where it is the one shown, icon, words."""
        t, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, focused = self.isChecked(), self.hasFocus()
        edge = t.colour("pri" if chosen or focused else _SOFT.get(self.tone, "line"))
        if t.colours.line_px > 1 and not chosen:
            edge = t.colour("line")
        painter.setPen(QPen(edge, 2 if chosen or focused else 1))
        painter.setBrush(t.colour(_SOFT.get(self.tone, "panel")))
        radius = t.px(sizes.RADIUS_FIELD)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        x = t.px(_PAD)
        if self.icon_name:
            size = t.px(_ICON)
            painter.drawPixmap(x, (self.height() - size) // 2, t.icon(self.icon_name, self.tone, _ICON))
            x += size + t.px(6)
        painter.setFont(t.font(Words.SECOND))
        painter.setPen(t.colour(self.tone))
        words = QRect(x, 0, self.width() - x, self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())


class FilterChips(QWidget):
    """`wanted` names the filter pressed. Only those that hold somebody are there, and everybody."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.chips = {name: FilterChip(theme, name, self) for name in _LOOKS}
        for name, chip in self.chips.items():
            chip.clicked.connect(lambda _on, name=name: self.wanted.emit(name))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_counts(self, counts: Mapping[str, int], chosen: str, *, matrix: bool = False) -> None:
        """Show how many of each there are, and which are shown."""
        for name, chip in self.chips.items():
            chip.tell(counts.get(name, 0), "ลงเดือนได้" if matrix and name == "add" else "")
            chip.setChecked(name == chosen)
            chip.setVisible(name in {"all", "add"} or counts.get(name, 0) > 0)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in lines."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        gap, x, y, high = self._theme.px(_GAP), 0, 0, 0
        for chip in self.chips.values():
            if chip.isHidden():
                continue
            if x and x + chip.width() > self.width():
                x, y = 0, y + high + gap
            chip.move(x, y)
            x += chip.width() + gap
            high = chip.height()
        if self.height() != y + high and high:
            self.setFixedHeight(y + high)
