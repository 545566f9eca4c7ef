"""One finding beside the grid: as written, why, what can be done, what comes next."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from wangfund.ui.importing.choices import Choice
from wangfund.ui.importing.finding_words import Pair, PanelWords
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import ElideLabel, WrapLabel, icon_label, label
from wangfund.ui.widgets.panel import Panel

_PAD: Final = 12
_KEY: Final = 26


class ChoiceButton(QPushButton):
    """A choice with its digit; the marked one is filled softly with a heavy edge."""

    def __init__(self, theme: Theme, number: int, choice: Choice) -> None:
        super().__init__(choice.words)
        self._theme, self._number, self._choice = theme, number, choice
        self.marked = False
        self.setAccessibleName(f"{number} {choice.words} {choice.more}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the digit, the words and what follows from them."""
        t = self._theme
        high = t.line_height() - t.px(2)
        if self._choice.more:
            high += t.metrics(Words.SECOND).height() - t.px(2)
        wide = max(
            t.metrics(Words.STRONG).horizontalAdvance(self._choice.words),
            t.metrics(Words.SECOND).horizontalAdvance(self._choice.more),
        )
        return QSize(wide + t.px(2 * _PAD + _KEY + 8), high)

    def minimumSizeHint(self) -> QSize:
        """It never shows half a word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Edge, digit, words."""
        t, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(t.colour("pri" if self.marked else "field"), 2 if self.marked else t.colours.line_px)
        )
        painter.setBrush(t.colour("pri_soft" if self.marked or self.underMouse() else "panel"))
        radius = t.px(sizes.RADIUS_BUTTON)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        side = t.px(_KEY)
        key = QRectF(t.px(_PAD), (self.height() - side) / 2, side, side)
        painter.setPen(QPen(t.colour("line"), 1))
        painter.setBrush(t.colour("soft"))
        painter.drawRoundedRect(key, t.px(sizes.RADIUS_KEY), t.px(sizes.RADIUS_KEY))
        painter.setFont(t.font(Words.HINT))
        painter.setPen(t.colour("ink2"))
        painter.drawText(key, int(Qt.AlignmentFlag.AlignCenter), str(self._number))
        x = t.px(_PAD + _KEY + 8)
        room = QRect(x, 0, self.width() - x, self.height())
        painter.setFont(t.font(Words.STRONG))
        painter.setPen(t.colour("ink"))
        middle = (Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft).value
        if not self._choice.more:
            painter.drawText(room, middle, self._choice.words)
            return
        first = t.metrics(Words.STRONG).height()
        second = t.metrics(Words.SECOND).height()
        top = (self.height() - first - second + t.px(4)) // 2
        painter.drawText(QRect(x, top, room.width(), first), middle, self._choice.words)
        painter.setFont(t.font(Words.SECOND))
        painter.setPen(t.colour("ink2"))
        painter.drawText(QRect(x, top + first - t.px(4), room.width(), second), middle, self._choice.more)


class FindingPanel(Panel):
    """`digit` marks a choice, `entered` does it, `left` goes back to the grid, `edit_wanted` opens the cell."""

    digit = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("เรื่องของช่องนี้")
        self.words: PanelWords | None = None
        self.buttons: list[ChoiceButton] = []
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        pad = theme.px(sizes.PANEL_PAD)
        self._lines.setContentsMargins(pad, theme.px(12), pad, theme.px(8))
        self._lines.setSpacing(theme.px(6))
        self._scroll = QScrollArea()
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        self._nexts: list[QWidget] = []
        self.column.addWidget(self._scroll, 1)
        self.rule()
        self._foot = label(theme, "", Words.SECOND, "ink2")
        self.go_on = ActionButton(theme, "ใช้แบบนี้", key=Key.GO_ON.shown, main=True)
        self.go_on.clicked.connect(self.entered)
        # Where it lies over the grid it says how to go back.
        self.to_grid = ActionButton(theme, "กลับไปที่ตาราง", key=Key.BACK.shown)
        self.to_grid.clicked.connect(self.left)
        self.to_grid.setVisible(theme.compact)
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(pad, theme.px(8), pad, theme.px(8))
        row.addWidget(self._foot)
        row.addStretch()
        row.setSpacing(theme.px(10))
        row.addWidget(self.to_grid)
        row.addWidget(self.go_on)
        self.column.addWidget(self._bar)

    def show_words(self, words: PanelWords, marked: int) -> None:
        """Show what is said of a cell, with a choice marked."""
        if words != self.words:
            self._rebuild(words)
        for at, button in enumerate(self.buttons):
            if button.marked != (at == marked):
                button.marked = at == marked
                button.update()
        self._foot.setText(words.foot)
        self._bar.setVisible(bool(words.foot or words.act or self.theme.compact))
        self.go_on.setVisible(bool(words.act))
        if words.act and self.go_on.text() != words.act:
            self.go_on.setText(words.act)
            self.go_on.setAccessibleName(f"{words.act} {Key.GO_ON.shown}")
            self.go_on.updateGeometry()
        self.go_on.set_main(bool(words.choices))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words break anew."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Likewise."""
        super().showEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits mark, Enter does."""
        key = Qt.Key(event.key())
        if event.text() and event.text() in "123456789":
            self.digit.emit(int(event.text()))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _rebuild(self, words: PanelWords) -> None:
        self.words = words
        self._clear()
        t, lines = self.theme, self._lines
        told, chosen = lines, lines
        if t.compact:
            told, chosen = self._side_by_side()
        told.addWidget(self._heading(words))
        if words.lead:
            told.addWidget(label(t, words.lead, Words.SECOND, "ink2"))
        if words.written:
            told.addWidget(WrapLabel(t, _cut(words.written), Words.SUB))
        if words.why:
            told.addWidget(WrapLabel(t, words.why))
        for more in words.more:
            if more:
                told.addWidget(WrapLabel(t, more, Words.SECOND, "ink2"))
        for one in words.pair:
            told.addWidget(_pair_lines(t, one))
        if words.choices and not t.compact:
            lines.addSpacing(t.px(4))
        for number, choice in enumerate(words.choices, start=1):
            button = ChoiceButton(t, number, choice)
            button.clicked.connect(lambda _on=False, number=number: self.digit.emit(number))
            chosen.addWidget(button)
            self.buttons.append(button)
        if t.compact:
            told.addStretch(1)
            chosen.addStretch(1)
            return
        lines.addStretch(1)
        if words.nexts and not words.pair:
            self._nexts = [
                label(t, "จุดถัดไป", Words.SECOND, "ink2"),
                *(ElideLabel(t, line, Words.SECOND) for line in words.nexts),
            ]
            for made in self._nexts:
                lines.addWidget(made)

    def _side_by_side(self) -> tuple[QVBoxLayout, QVBoxLayout]:
        """What is said at the left, what can be done at the right, where the panel has the whole width."""
        t, box = self.theme, QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.px(18))
        columns = (QVBoxLayout(), QVBoxLayout())
        for column, share in zip(columns, (5, 4), strict=True):
            column.setSpacing(t.px(6))
            row.addLayout(column, share)
        self._lines.addWidget(box)
        return columns

    def _fit(self) -> None:
        """Give the words the height they need; what comes next stands there only where there is room for it."""
        self.column.activate()
        # A widget just put in counts for nothing until it is shown.
        for at in range(self._lines.count()):
            item = self._lines.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.show()
        room = self._scroll.maximumViewportSize()
        for made in self._inside.findChildren(QWidget):
            made.ensurePolished()
            made.updateGeometry()
        need = self._height_at(room.width())
        if need > room.height() and self._nexts:
            for line in self._nexts:
                line.hide()
            need = self._height_at(room.width())
        width = room.width()
        if need > room.height():
            width -= self._scroll.verticalScrollBar().sizeHint().width()
            need = self._height_at(width)
        self._inside.setFixedSize(max(width, 1), max(need, room.height()))

    def _height_at(self, width: int) -> int:
        self._lines.invalidate()
        # Twice: the first asking may break words.
        self._lines.totalHeightForWidth(width)
        self._lines.invalidate()
        return self._lines.totalHeightForWidth(width)

    def _heading(self, words: PanelWords) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(10))
        row.addWidget(icon_label(self.theme, words.icon, words.tone, 22), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(WrapLabel(self.theme, words.heading, Words.PANEL), 1)
        return box

    def _clear(self) -> None:
        self.buttons, self._nexts = [], []
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _pair_lines(t: Theme, one: Pair) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, t.px(2), 0, t.px(2))
    column.setSpacing(0)
    column.addWidget(WrapLabel(t, f"{one.place} {one.name}", Words.STRONG))
    column.addWidget(WrapLabel(t, one.facts, Words.SECOND, "ink2"))
    return box


def _cut(text: str) -> str:
    return text if len(text) <= 120 else text[:119] + "…"
