"""The counter turned to the member: the same facts alone on the window, large, and nothing about others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wangfund.ui.keys import Key
from wangfund.ui.members import counter_words as say
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.chip import Chip
from wangfund.ui.widgets.label import WrapLabel, label
from wangfund.ui.widgets.panel import Panel
from wangfund.usecases.member_view import MemberView


class BigView(QWidget):
    """Covers the whole window; `closed` on Esc."""

    closed = Signal()

    def __init__(self, theme: Theme, view: MemberView, fund: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        t = theme
        edge = t.px(sizes.PAGE_EDGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(t.px(sizes.GAP))
        back = ActionButton(t, "กลับ", icon="arrow-left", key=Key.BACK.shown)
        back.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(WrapLabel(t, fund, Words.BODY, "ink2"), 1)
        head.addWidget(back)
        column.addLayout(head)
        panel = Panel(t)
        inside = QVBoxLayout()
        inside.setContentsMargins(t.px(40), t.px(24), t.px(40), t.px(24))
        inside.setSpacing(t.px(6))
        inside.addWidget(WrapLabel(t, view.member.name, Words.FIGURE))
        inside.addWidget(WrapLabel(t, say.who_line(view), Words.UNIT, "ink2"))
        chip = QHBoxLayout()
        chip.addWidget(Chip(t, say.standing_of(view)))
        chip.addStretch()
        inside.addLayout(chip)
        inside.addStretch()
        facts = QHBoxLayout()
        facts.setSpacing(t.px(30))
        for fact in (say.paid_fact(view), say.since_fact(view)):
            facts.addLayout(self._fact(t, fact), 1)
        inside.addLayout(facts)
        inside.addStretch()
        panel.column.addLayout(inside)
        column.addWidget(panel, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fact(self, theme: Theme, fact: say.Fact) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(0)
        box.addWidget(label(theme, fact.name, Words.UNIT, "ink2"))
        # Larger text than the measures' own is as large as the window can hold.
        words = Words.FIGURE if theme.percent > sizes.GRID_UP_TO else Words.MEMBER_FIGURE
        box.addWidget(WrapLabel(theme, fact.figure, words))
        box.addWidget(WrapLabel(theme, fact.note, Words.UNIT, fact.tone))
        box.addStretch()
        return box
