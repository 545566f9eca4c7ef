"""A question before money or people change: what will be, in a sentence; the verb on the button; not yet at its left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.ui.frame.grow import grow
from wangfund.ui.frame.press_focused import press_focused
from wangfund.ui.keys import Key
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import WrapLabel, icon_label

_WIDE = 520


class Question(QDialog):
    """Accepted only by its verb. The focus is on not doing it; Esc does not do it."""

    def __init__(
        self,
        theme: Theme,
        heading: str,
        sentence: str,
        verb: str,
        parent: QWidget | None = None,
        *,
        icon: str = "circle-alert",
        tone: str = "pri",
        leave: str = "ยังไม่ทำ",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setMinimumWidth(theme.px(_WIDE))
        self.words = WrapLabel(theme, sentence)
        top = QHBoxLayout()
        top.setSpacing(theme.px(14))
        top.addWidget(icon_label(theme, icon, tone, 34), 0, Qt.AlignmentFlag.AlignTop)
        middle = QVBoxLayout()
        middle.addWidget(WrapLabel(theme, heading, Words.SUB))
        middle.addWidget(self.words)
        middle.addStretch()
        top.addLayout(middle, 1)
        self.no = ActionButton(theme, leave, key=Key.BACK.shown)
        self.yes = ActionButton(theme, verb, key=Key.YES.shown, main=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(12))
        buttons.addStretch()
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        column = QVBoxLayout(self)
        edge = theme.px(22)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.px(18))
        column.addLayout(top)
        column.addLayout(buttons)
        # A width of its own sets aside what the layout asks for: a long verb with its key is never cut.
        self.setMinimumWidth(max(self.minimumWidth(), column.minimumSize().width()))
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        self.no.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """What wraps is only known now."""
        super().showEvent(event)
        grow(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        if not press_focused(self, event):
            super().keyPressEvent(event)
