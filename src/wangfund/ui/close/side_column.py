"""The column at the right of a step: the figures, the answer with the way to mend it, and who counted and saw."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wangfund.ui.close.answers import Answer
from wangfund.ui.close.facts import Facts
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.banner import ICONS
from wangfund.ui.widgets.label import ElideLabel, WrapLabel, icon_label, label
from wangfund.ui.widgets.panel import Panel, rule


class FactsPanel(Panel):
    """Names with figures; the sum stands under a heavy rule."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "ตัวเลข")
        self._inside: QWidget | None = None
        self.shown: Facts | None = None

    def show_facts(self, facts: Facts) -> None:
        """Show other figures."""
        if facts == self.shown:
            return
        t = self.theme
        self.shown = facts
        assert self.heading is not None
        self.heading.setText(facts.heading)
        if self._inside is not None:
            self.column.removeWidget(self._inside)
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, t.px(4))
        column.setSpacing(t.px(1))
        for name, figure in facts.lines:
            column.addWidget(self._line(name, figure, Words.BODY, Words.BODY, "ink2"))
        if facts.total is not None:
            column.addSpacing(t.px(4))
            column.addWidget(rule(t, "total-rule"))
            column.addWidget(self._line(*facts.total, Words.STRONG, Words.SUB, "ink"))
        self.column.addWidget(self._inside)
        tell_around(self)

    def _line(self, name: str, figure: str, said: Words, shown: Words, tone: str) -> QWidget:
        t = self.theme
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(t.px(sizes.PANEL_PAD), t.px(1), t.px(sizes.PANEL_PAD), t.px(1))
        row.setSpacing(t.px(8))
        row.addWidget(ElideLabel(t, name, said, tone), 1)
        row.addWidget(label(t, figure, shown))
        return box


class AnswerBox(QWidget):
    """What the step comes to; `mend` when a person wants to go where it is mended."""

    mend = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inside: QFrame | None = None
        self.shown: Answer | None = None
        self.button: ActionButton | None = None

    def show_answer(self, answer: Answer) -> None:
        """Show another answer; the same one stays as it is."""
        if answer == self.shown:
            return
        t = self._theme
        self.shown = answer
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QFrame()
        self._inside.setProperty("fill", answer.tone)
        self._inside.setAccessibleName(" ".join((answer.words, *answer.details)))
        row = QHBoxLayout(self._inside)
        row.setContentsMargins(t.px(14), t.px(10), t.px(14), t.px(10))
        row.setSpacing(t.px(12))
        icon = "calendar-check-2" if answer.tone == "pri" else ICONS[answer.tone]
        row.addWidget(icon_label(t, icon, answer.tone, sizes.ICON_DECISION - 6), 0, Qt.AlignmentFlag.AlignTop)
        middle = QVBoxLayout()
        middle.setSpacing(t.px(2))
        middle.addWidget(WrapLabel(t, answer.words, Words.PANEL, answer.tone))
        for line in answer.details:
            middle.addWidget(WrapLabel(t, line, Words.SECOND, "ink"))
        self.button = None
        if answer.mend is not None:
            self.button = ActionButton(
                t, answer.mend.words, icon="arrow-right", key=Key.EDIT.shown, in_row=True
            )
            self.button.clicked.connect(self.mend)
            middle.addSpacing(t.px(4))
            middle.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(middle, 1)
        self._column.addWidget(self._inside)
        tell_around(self)


def tell_around(box: QWidget) -> None:
    """Qt remembers the heights for a width of boxes inside boxes: each is told that what lies in it is another."""
    around: QWidget | None = box
    while around is not None and not around.isWindow():
        around.updateGeometry()
        around = around.parentWidget()


class SideColumn(QScrollArea):
    """The figures, the answer, and below them what a step brings of its own. It scrolls where the text is large."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.facts, self.answer = FactsPanel(theme), AnswerBox(theme)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.setWidget(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(sizes.GAP))
        self.column.addWidget(self.facts)
        self.column.addWidget(self.answer)
        self.column.addStretch()

    def add_below(self, part: QWidget) -> None:
        """Put a panel at the foot."""
        self.column.addWidget(part)
