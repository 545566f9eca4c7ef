"""Counted, written and what lies between: three lines of one size, and where to look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from wangfund.text.messages import say_finding
from wangfund.thai.money_text import format_baht
from wangfund.ui.collect.sheet_entry import MINUSES
from wangfund.ui.collect.sheet_words import difference_words
from wangfund.ui.collect.state import OpenSheet
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import WrapLabel, icon_label, label, set_tone
from wangfund.ui.widgets.panel import Panel, split
from wangfund.ui.words import day_month

_LONGEST = 20


class CountedEdit(QLineEdit):
    """Where the sum counted is typed; `*` opens the count piece by piece, up goes back to the sheet."""

    pieces = Signal()
    up = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("เงินที่นับได้")
        self.setMaxLength(_LONGEST)
        self.setFont(theme.font(Words.SUB))
        self.setProperty("figure", "true")
        self.setPlaceholderText("0.00")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(max(theme.px(sizes.BUTTON), theme.line_height(Words.SUB)))
        self.setFixedWidth(theme.metrics(Words.SUB).horizontalAdvance("000,000.00") + theme.px(24))
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that are no part of an amount."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.text() == "*":
                self.pieces.emit()
                return True
            if event.key() == Qt.Key.Key_Up:
                self.up.emit()
                return True
            if event.text() in MINUSES:
                return True
        return super().eventFilter(watched, event)


class DifferencePanel(Panel):
    """`typed` when the sum counted was changed by hand; `entered` on Enter there."""

    typed = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        pad = theme.px(sizes.PANEL_PAD)
        self.day = ActionButton(theme, "", key=Key.EDIT.shown, in_row=True)
        self.day.setToolTip("เปลี่ยนวันที่รับเงิน")
        self.pieces = ActionButton(theme, "นับทีละชนิด", key="*", in_row=True)
        self.counted = CountedEdit(theme)
        self._below = WrapLabel(theme, "", Words.SECOND, "bad")
        self._below.hide()
        self.recorded: QLabel = label(theme, "", Words.SUB)
        self.recorded.setContentsMargins(0, 0, theme.px(11), 0)
        top = QVBoxLayout()
        top.setContentsMargins(pad, theme.px(10), pad, theme.px(6))
        top.setSpacing(theme.px(4))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.day)
        buttons.addStretch()
        buttons.addWidget(self.pieces)
        top.addLayout(buttons)
        top.addWidget(split(theme, label(theme, "เงินที่นับได้", Words.BODY, "ink2"), self.counted))
        top.addWidget(self._below)
        top.addWidget(split(theme, label(theme, "บันทึกแล้ว", Words.BODY, "ink2"), self.recorded))
        self.column.addLayout(top)
        self.box = QFrame()
        box = QVBoxLayout(self.box)
        box.setContentsMargins(pad, theme.px(6), pad, theme.px(8))
        box.setSpacing(theme.px(2))
        self._icons = {
            tone: icon_label(theme, name, tone)
            for tone, name in (("warn", "scale"), ("ok", "circle-check"), ("ink2", "circle-dashed"))
        }
        self.words: QLabel = label(theme, "", Words.STRONG)
        self.figure: QLabel = label(theme, "", Words.SUB)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        for icon in self._icons.values():
            line.addWidget(icon)
        line.addWidget(self.words, 1)
        line.addWidget(self.figure)
        self.clue = WrapLabel(theme, "", Words.SECOND)
        self._room = True
        box.addLayout(line)
        box.addWidget(self.clue)
        self.column.addWidget(self.box)
        self.counted.textEdited.connect(self.typed)
        self.counted.returnPressed.connect(self.entered)

    def show_clue(self, *, room: bool) -> None:
        """Where to look, when there is something to say and the room to say it."""
        self._room = room
        self.clue.setVisible(room and bool(self.clue.words))

    def height_with_clue(self, width: int) -> int:
        """The height it wants when all it has to say is shown."""
        layout = self.layout()
        assert layout is not None
        bare = layout.totalMinimumHeightForWidth(width)
        if self.clue.isHidden() and self.clue.words:
            pad = self.theme.px(sizes.PANEL_PAD)
            bare += self.clue.heightForWidth(width - 2 * pad) + self.theme.px(2)
        return bare

    def show_sheet(self, sheet: OpenSheet) -> None:
        """Everything, from what was typed."""
        self.day.setText(day_month(sheet.on))
        self.day.setAccessibleName(f"วันที่รับเงิน {day_month(sheet.on)} {Key.EDIT.shown}")
        if self.counted.text() != sheet.counted:
            self.counted.setText(sheet.counted)
        typed = sheet.counted_typed
        self._below.setVisible(typed.finding is not None)
        wrong = say_finding(typed.finding).line if typed.finding is not None else ""
        if wrong != self._below.words:
            self._below.tell(wrong)
        self.recorded.setText(format_baht(sheet.entry.recorded_satang))
        said, clue = difference_words(sheet.entry, sheet.counted_satang)
        self.words.setText(said.words)
        self.figure.setText(said.figure)
        if clue != self.clue.words:
            self.clue.tell(clue)
        self.show_clue(room=self._room)
        for tone, icon in self._icons.items():
            icon.setVisible(tone == said.tone)
        for part in (self.words, self.figure, self.clue):
            set_tone(part, said.tone)
        fill = "" if said.tone == "ink2" else said.tone
        if (self.box.property("fill") or "") != fill:
            self.box.setProperty("fill", fill)
            self.box.style().unpolish(self.box)
            self.box.style().polish(self.box)
