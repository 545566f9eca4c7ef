"""The counter turned to the member: the same facts alone on the window, large, and nothing about others."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.ui.keys import Key
from wangfund.ui.members import counter_words as say
from wangfund.ui.members.claimable_words import Claimables, names_now, plain_line, shown_lines
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.chip import Chip
from wangfund.ui.widgets.label import WrapLabel, icon_label, label
from wangfund.ui.widgets.panel import Panel
from wangfund.usecases.member_view import MemberView

_MOST: Final = 8
_MOST_LARGE: Final = 4
_NAMES: Final = 5
_ROOMY_TO: Final = 110


class BigView(QWidget):
    """Covers the whole window; `closed` on Esc."""

    closed = Signal()

    def __init__(self, theme: Theme, view: MemberView, told: Claimables, fund: str) -> None:
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
        tall = t.px(24) if t.percent <= 100 else t.px(8)
        inside.setContentsMargins(t.px(40), tall, t.px(40), tall)
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
        panel.rule()
        if t.percent > sizes.GRID_UP_TO:
            # Larger than the measures' own: the names alone, in a line or two.
            short = WrapLabel(
                t, told.over or names_now(told, _NAMES), Words.BODY, told.tone if told.over else "ink"
            )
            panel.add(short, top=4, bottom=4)
        else:
            panel.column.addWidget(self._claimable(t, told))
        column.addWidget(panel, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _claimable(self, theme: Theme, told: Claimables) -> QWidget:
        """What she may claim, in words she can read herself: the most useful ones, two columns."""
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(theme.px(40), theme.px(12), theme.px(40), theme.px(12))
        grid.setHorizontalSpacing(theme.px(40))
        grid.setVerticalSpacing(theme.px(4))
        grid.addWidget(label(theme, "ขอรับอะไรได้วันนี้", Words.PANEL), 0, 0, 1, 2)
        row = 1
        if told.over:
            grid.addWidget(WrapLabel(theme, told.over, Words.UNIT, told.tone), row, 0, 1, 2)
            row += 1
        most = _MOST if theme.percent <= _ROOMY_TO else _MOST_LARGE
        for at, line in enumerate(shown_lines(told, most)):
            words = QHBoxLayout()
            words.setSpacing(theme.px(10))
            words.addWidget(icon_label(theme, line.icon, line.tone), 0, Qt.AlignmentFlag.AlignVCenter)
            words.addWidget(WrapLabel(theme, plain_line(line), Words.UNIT), 1)
            grid.addLayout(words, row + at // 2, at % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return box

    def _fact(self, theme: Theme, fact: say.Fact) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(0)
        box.addWidget(label(theme, fact.name, Words.UNIT, "ink2"))
        # Larger text than the measures' own is as large as the window can hold.
        words = Words.FIGURE if theme.percent > _ROOMY_TO else Words.MEMBER_FIGURE
        box.addWidget(WrapLabel(theme, fact.figure, words))
        box.addWidget(WrapLabel(theme, fact.note, Words.UNIT, fact.tone))
        box.addStretch()
        return box
