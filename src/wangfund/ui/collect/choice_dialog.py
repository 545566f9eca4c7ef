"""A few things to choose from, each a button with its number; the keypad chooses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.thai.digits import to_arabic
from wangfund.ui.keys import Key
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import WrapLabel

_WIDE = 460


class Option(NamedTuple):
    """What can be chosen: its code, words and icon, and the key it has everywhere (None: its number)."""

    code: str
    words: str
    icon: str
    key: Key | None = None


class ChoiceDialog(QDialog):
    """`picked` gives the code chosen and the dialog closes; Esc chooses nothing."""

    picked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        heading: str,
        options: Sequence[Option],
        parent: QWidget | None = None,
        *,
        sentence: str = "",
        leave: str = "ยังไม่ทำ",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(heading)
        self.setMinimumWidth(theme.px(_WIDE))
        column = QVBoxLayout(self)
        edge = theme.px(22)
        column.setContentsMargins(edge, theme.px(16), edge, theme.px(16))
        column.setSpacing(theme.px(10))
        column.addWidget(WrapLabel(theme, heading, Words.SUB))
        if sentence:
            column.addWidget(WrapLabel(theme, sentence))
        self._options = tuple(options)
        self.buttons: list[ActionButton] = []
        for number, option in enumerate(options, 1):
            shown = option.key.shown if option.key is not None else str(number)
            button = ActionButton(theme, option.words, icon=option.icon, key=shown, main=number == 1)
            if option.key is not None:
                QShortcut(QKeySequence(option.key.sequence), self).activated.connect(button.click)
            button.clicked.connect(lambda _on=False, code=option.code: self._pick(code))
            column.addWidget(button)
            self.buttons.append(button)
        foot = QHBoxLayout()
        foot.addStretch()
        no = ActionButton(theme, leave, key=Key.BACK.shown)
        no.clicked.connect(self.reject)
        foot.addWidget(no)
        column.addLayout(foot)
        self.buttons[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number chooses; Enter chooses what has the focus; arrows go from one to the next."""
        key, typed = Qt.Key(event.key()), to_arabic(event.text())
        if typed in {str(n) for n in range(1, len(self._options) + 1)}:
            self._pick(self._options[int(typed) - 1].code)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = self.focusWidget()
            if isinstance(focused, ActionButton):
                focused.click()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(key is Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _pick(self, code: str) -> None:
        self.accept()
        self.picked.emit(code)
