"""The decision at the right: the answer with its figure, the steps with their clauses, the net, who approves, the next act."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.ui.claims.decision import Decision, Line
from wangfund.ui.claims.decision_line import DecisionLine
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.follow_scroll import FollowScroll
from wangfund.ui.widgets.label import WrapLabel, icon_label, label
from wangfund.ui.widgets.panel import Panel, rule

_CLAUSE: Final = 88
_RIGHT: Final = 96
_ROOMY: Final = 57
_TIGHT: Final = 44
_ROOM: Final = 388
_TWO_LINES: Final = 30
_USUAL: Final = 100


class DecisionPanel(Panel):
    """`main` is the next act, `beside` a quieter one at its left; `show_decision` draws an answer, `show_waiting` what is needed before there is one."""

    def __init__(self, theme: Theme, key: str, beside: QWidget | None = None) -> None:
        super().__init__(theme)
        self.decision: Decision | None = None
        self.main = ActionButton(theme, "บันทึกผลตรวจ", key=key, main=True)
        self._top = QVBoxLayout()
        self.column.addLayout(self._top)
        self._lines = QWidget()
        self._list = QVBoxLayout(self._lines)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.roll = FollowScroll(theme, self._lines)
        self.column.addWidget(self.roll, 1)
        self._sum = QVBoxLayout()
        self._sum.setSpacing(0)
        self.column.addLayout(self._sum)
        self._approval = WrapLabel(theme, "", Words.SECOND, "ink2")
        foot = QFrame()
        row = QHBoxLayout(foot)
        pad = theme.px(sizes.PANEL_PAD)
        row.setContentsMargins(pad, theme.px(10), pad - 2, theme.px(10))
        row.setSpacing(theme.px(14))
        row.addWidget(self._approval, 1)
        if beside is not None:
            row.addWidget(beside)
        row.addWidget(self.main)
        self.rule()
        self.column.addWidget(foot)

    def show_waiting(self, words: str, icon: str = "heart-handshake") -> None:
        """No answer yet: say what comes first."""
        self._clear()
        self.decision = None
        t = self.theme
        middle = Qt.AlignmentFlag.AlignHCenter
        self._list.addStretch(1)
        self._list.addWidget(icon_label(t, icon, "ink3", sizes.ICON_DECISION), 0, middle)
        said = WrapLabel(t, words, Words.BODY, "ink2")
        said.setAlignment(middle)
        self._list.addSpacing(t.px(8))
        self._list.addWidget(said)
        self._list.addStretch(2)
        self._approval.tell("")

    def show_decision(self, decision: Decision, note: str = "") -> None:
        """Show an answer; `note` stands at the foot with who approves."""
        self._clear()
        self.decision = decision
        self._top.addWidget(self._banner(decision))
        # A few lines stand further apart, as long as there is room.
        roomy = decision.tone == "ok" and self.theme.roomy and self.theme.percent == _USUAL
        # Two of them may take two lines of words, and there is a rule between any two.
        least = (
            min(_ROOMY, max(_TIGHT, (_ROOM - _TWO_LINES) // max(1, len(decision.lines)))) if roomy else _TIGHT
        )
        for line in decision.lines:
            self._add_line(line, least)
        compact = self.theme.compact
        if decision.net:
            self._show_net(decision, self._list if compact else self._sum)
        if decision.helps or decision.aloud:
            self._show_helps(decision)
        words = "\n".join(part for part in (decision.approval, note) if part)
        if compact and words:
            # Where there is little room the foot is for the next act alone.
            said = WrapLabel(self.theme, words, Words.SECOND, "ink2")
            said.setContentsMargins(self.theme.px(18), self.theme.px(6), self.theme.px(18), self.theme.px(6))
            self._list.addWidget(said)
        self._list.addStretch(1)
        self._approval.tell("" if compact else words)
        self.roll.verticalScrollBar().setValue(0)

    def _clear(self) -> None:
        for box in (self._top, self._list, self._sum):
            while (item := box.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()

    def _banner(self, decision: Decision) -> QFrame:
        t = self.theme
        box = QFrame()
        box.setProperty("fill", decision.tone)
        box.setAccessibleName(f"{decision.words} {decision.figure_name} {decision.figure} {decision.unit}")
        row = QHBoxLayout(box)
        row.setContentsMargins(t.px(18), t.px(8), t.px(18), t.px(8))
        row.setSpacing(t.px(14))
        row.addWidget(icon_label(t, decision.icon, decision.tone, sizes.ICON_DECISION))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(WrapLabel(t, decision.words, Words.SUB, decision.tone))
        for detail in decision.details:
            if detail and not (t.compact and (decision.tone == "pri" or t.percent > sizes.GRID_UP_TO)):
                words.addWidget(WrapLabel(t, detail, Words.SECOND))
        # Large text needs the whole width for the words: the figure goes under them.
        under = decision.figure and t.percent > sizes.GRID_UP_TO
        if under:
            words.addLayout(self._figure(decision, Qt.AlignmentFlag.AlignLeft))
        words.addStretch()
        row.addLayout(words, 1)
        if decision.figure and not under:
            row.addLayout(self._figure(decision, Qt.AlignmentFlag.AlignRight))
        return box

    def _figure(self, decision: Decision, side: Qt.AlignmentFlag) -> QVBoxLayout:
        t = self.theme
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch()
        if decision.figure_name:
            column.addWidget(label(t, decision.figure_name, Words.SECOND, "ink2"), 0, side)
        # A sum is the figure of the page; a day stands a size smaller, as beside it there is its name.
        words = Words.FIGURE if decision.unit and not t.compact else Words.BIG
        figure = QHBoxLayout()
        figure.setSpacing(t.px(5))
        if side is Qt.AlignmentFlag.AlignRight:
            figure.addStretch()
        figure.addWidget(label(t, decision.figure, words), 0, Qt.AlignmentFlag.AlignBottom)
        if decision.unit:
            unit = label(t, decision.unit, Words.UNIT, "ink2")
            unit.setContentsMargins(0, 0, 0, t.metrics(words).descent() - t.metrics(Words.UNIT).descent())
            figure.addWidget(unit, 0, Qt.AlignmentFlag.AlignBottom)
        if side is Qt.AlignmentFlag.AlignLeft:
            figure.addStretch()
        column.addLayout(figure)
        column.addStretch()
        return column

    def _add_line(self, line: Line, least: int) -> None:
        if self._list.count():
            self._list.addWidget(rule(self.theme))
        made = DecisionLine(self.theme, line, self.theme.px(_CLAUSE), self.theme.px(_RIGHT))
        made.setMinimumHeight(self.theme.px(least))
        self._list.addWidget(made)

    def _show_net(self, decision: Decision, place: QVBoxLayout) -> None:
        t = self.theme
        place.addWidget(rule(t, "total-rule"))
        net = QFrame()
        net.setProperty("part", "net")
        row = QHBoxLayout(net)
        row.setContentsMargins(t.px(18), t.px(4), t.px(18), t.px(4))
        row.addWidget(label(t, decision.net_name, Words.STRONG))
        row.addStretch()
        row.addWidget(label(t, decision.net, Words.SUB))
        place.addWidget(net)

    def _show_helps(self, decision: Decision) -> None:
        t = self.theme
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(t.px(18), t.px(10), t.px(18), t.px(10))
        column.setSpacing(t.px(2))
        if decision.helps:
            column.addWidget(label(t, "ช่วยอย่างอื่นได้", Words.STRONG))
        for line in decision.helps:
            row = QHBoxLayout()
            row.setSpacing(t.px(8))
            row.addWidget(icon_label(t, line.icon, line.tone), 0, Qt.AlignmentFlag.AlignTop)
            words = " ".join(part for part in (line.what, line.why, line.clause) if part)
            row.addWidget(WrapLabel(t, words), 1)
            column.addLayout(row)
        if decision.aloud:
            column.addSpacing(t.px(6))
            column.addWidget(label(t, "พูดกับสมาชิกว่า", Words.SECOND, "ink2"))
            column.addWidget(WrapLabel(t, f"“{decision.aloud}”", Words.BODY, "ink2"))
        self._list.addWidget(rule(t))
        self._list.addWidget(box)
