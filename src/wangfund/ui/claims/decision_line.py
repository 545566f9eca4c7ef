"""One line of a decision: icon, what, why, clause, amount; what and why share a line where there is room for both."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from wangfund.ui.claims.decision import Line
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import WrapLabel, icon_label, label


class DecisionLine(QFrame):
    """`clause` and `right` are the widths of the last two columns in px, the same on every line."""

    def __init__(self, theme: Theme, line: Line, clause: int, right: int) -> None:
        super().__init__()
        t = theme
        self.line = line
        self.setAccessibleName(" ".join(p for p in (line.what, line.why, line.clause, line.right) if p))
        self._gap = t.px(8)
        # Where there is little room the clause ends the words, and the column of clauses goes.
        why = " ".join(part for part in (line.why, line.clause) if part) if t.compact else line.why
        self._need = (
            t.metrics(Words.STRONG).horizontalAdvance(line.what)
            + t.metrics(Words.SECOND).horizontalAdvance(why)
            + self._gap
            + 6
        )
        self._what = WrapLabel(t, line.what, Words.STRONG)
        self._why = WrapLabel(t, why, Words.SECOND, line.why_tone)
        if not why:
            self._why.hide()
        self._words = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._words)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self._what)
        self._box.addWidget(self._why)
        row = QHBoxLayout(self)
        row.setContentsMargins(t.px(18), t.px(6), t.px(18), t.px(6))
        row.setSpacing(t.px(12))
        row.addWidget(icon_label(t, line.icon, line.tone))
        row.addWidget(self._words, 1)
        if not t.compact:
            said = label(t, line.clause, Words.SECOND, "pri")
            said.setFixedWidth(max(clause, t.metrics(Words.SECOND).horizontalAdvance(line.clause)))
            row.addWidget(said)
        amount = label(t, line.right, Words.STRONG)
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        wide = t.metrics(Words.STRONG).horizontalAdvance(line.right)
        amount.setFixedWidth(wide if t.compact else max(right, wide))
        if t.compact and not line.right:
            amount.hide()
        row.addWidget(amount)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line where both fit, two where they do not."""
        super().resizeEvent(event)
        fits = bool(self._why.words) and self._words.width() >= self._need
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            self._box.setSpacing(self._gap if fits else 0)
            self._box.setStretch(0, 0)
            self._box.setStretch(1, 1 if fits else 0)
            metrics = self._what.fontMetrics()
            self._what.setMinimumWidth(metrics.horizontalAdvance(self.line.what) + 2 if fits else 0)
