"""ลงรายการใหม่: money in, out or moved. Arrows and Enter, or the number beside it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import WrapLabel, label
from wangfund.ui.widgets.rows_table import row_height

_PAD: Final = 14
_NUMBERS: Final = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
_THAI_NUMBERS: Final = "๑๒๓"
CHOICES: Final = (
    ("receive", "circle-plus", "เงินเข้า", "เงินบริจาค ดอกเบี้ย เงินสนับสนุน · ออกใบเสร็จ"),
    ("spend", "circle-minus", "เงินออก", "ค่าใช้จ่ายของกองทุน · ออกใบสำคัญจ่าย"),
    ("move", "arrow-left-right", "เงินย้าย", "ฝาก ถอน รับเงินจากผู้เก็บ โอนระหว่างกอง"),
)
"""Name, icon, words and what it is for."""


class _Choice(QPushButton):
    """A button as wide as the menu: icon, words, what it is for, its number."""

    def __init__(self, theme: Theme, number: int, icon: str, words: str, more: str) -> None:
        super().__init__()
        self._theme, self._number, self._icon, self._words, self._more = theme, number, icon, words, more
        self.setAccessibleName(f"{number} {words} {more}")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for both lines."""
        t = self._theme
        words = max(
            t.metrics(Words.STRONG).horizontalAdvance(self._words),
            t.metrics(Words.SECOND).horizontalAdvance(self._more),
        )
        return QSize(words + t.px(24 + 30 + 4 * _PAD), row_height(t, two_lines=True) + t.px(6))

    def minimumSizeHint(self) -> QSize:
        """It never shows half a word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Edge, icon, two lines, number."""
        t, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(
            QPen(t.colour("pri" if focused else "field"), 2.0 if focused else float(t.colours.line_px))
        )
        painter.setBrush(t.colour("pri_soft" if focused or self.underMouse() else "panel"))
        radius = t.px(sizes.RADIUS_BUTTON)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        pad, icon = t.px(_PAD), t.px(24)
        painter.drawPixmap(pad, (self.height() - icon) // 2, t.icon(self._icon, "pri", 24))
        left, high = 2 * pad + icon, t.metrics(Words.STRONG).height()
        low = t.metrics(Words.SECOND).height()
        top = (self.height() - high - low) // 2
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        for words, line, tone, box in (
            (self._words, Words.STRONG, "ink", QRect(left, top, self.width(), high)),
            (self._more, Words.SECOND, "ink2", QRect(left, top + high, self.width(), low)),
            (str(self._number), Words.HINT, "ink2", QRect(self.width() - pad - t.px(16), 0, t.px(20), self.height())),
        ):  # fmt: skip
            painter.setFont(t.font(line))
            painter.setPen(t.colour(tone))
            painter.drawText(box, middle, words)


class NewMenu(QDialog):
    """`chosen` gives the name of what is wanted; the menu is closed by then."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("ลงรายการใหม่")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        edge = theme.px(22)
        column.setContentsMargins(edge, theme.px(16), edge, theme.px(16))
        column.setSpacing(theme.px(8))
        column.addWidget(label(theme, "ลงรายการใหม่", Words.SUB))
        self.choices: list[_Choice] = []
        for number, (name, icon, words, more) in enumerate(CHOICES, 1):
            choice = _Choice(theme, number, icon, words, more)
            choice.clicked.connect(lambda _checked=False, name=name: self._choose(name))
            column.addWidget(choice)
            self.choices.append(choice)
        note = "เงินสมทบ ลงที่หน้าเก็บเงินสมทบ · สวัสดิการ จ่ายที่หน้าสวัสดิการ"
        column.addWidget(WrapLabel(theme, note, Words.SECOND, "ink2"))
        foot = QHBoxLayout()
        foot.addStretch()
        back = ActionButton(theme, "ยังไม่ทำ", key=Key.BACK.shown)
        back.clicked.connect(self.reject)
        foot.addWidget(back)
        column.addLayout(foot)
        self._mark(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter and the numbers choose, Esc goes back."""
        key, count = Qt.Key(event.key()), len(CHOICES)
        at = next((n for n, choice in enumerate(self.choices) if choice.hasFocus()), 0)
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._mark((at + (1 if key is Qt.Key.Key_Down else -1)) % count)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
        elif key in _NUMBERS:
            self._choose(CHOICES[_NUMBERS.index(key)][0])
        elif event.text() and event.text() in _THAI_NUMBERS:
            self._choose(CHOICES[_THAI_NUMBERS.index(event.text())][0])
        else:
            super().keyPressEvent(event)

    def _mark(self, at: int) -> None:
        self.choices[at].setFocus()

    def _choose(self, name: str) -> None:
        self.accept()
        self.chosen.emit(name)
