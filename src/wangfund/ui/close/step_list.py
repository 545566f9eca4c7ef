"""The things to be in order, one under the mark; arrows move, Enter works on it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wangfund.ui.close.steps import Step
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import ElideLabel, icon_label, set_tone
from wangfund.ui.widgets.panel import rule

_BAR = 4


class StepRow(QFrame):
    """One step: its state as icon, its name, its state in words."""

    pressed = Signal()

    def __init__(self, theme: Theme, step: Step) -> None:
        super().__init__()
        self._theme, self.step = theme, step
        self.setProperty("part", "row")
        pad = theme.px(sizes.PANEL_PAD)
        row = QHBoxLayout(self)
        row.setContentsMargins(pad, theme.px(3), theme.px(8), theme.px(3))
        row.setSpacing(theme.px(14))
        self._icon = icon_label(theme, step.mark.icon, step.mark.tone, 24)
        row.addWidget(self._icon)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._name = ElideLabel(theme, step.words, Words.STRONG)
        self._state = ElideLabel(theme, "", Words.SECOND, "ink2")
        words.addStretch()
        words.addWidget(self._name)
        words.addWidget(self._state)
        words.addStretch()
        row.addLayout(words, 1)
        self.setFixedHeight(row_height(theme))
        self.show_step(step)
        self.show_chosen(chosen=False)

    def show_step(self, step: Step) -> None:
        """How it stands now."""
        self.step = step
        self._icon.setPixmap(self._theme.icon(step.mark.icon, step.mark.tone, 24))
        self._name.setText(step.words)
        self._state.setText(step.mark.words)
        set_tone(self._state, "warn" if step.mark.tone == "warn" else "ink2")
        said = {"ok": "เรียบร้อย", "warn": "ต้องดู"}.get(step.mark.tone, "")
        self.setAccessibleName(" ".join(part for part in (step.words, said, step.mark.words) if part))

    def show_chosen(self, *, chosen: bool) -> None:
        """The row under the mark."""
        self.setProperty("chosen", "true" if chosen else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar of the chosen row."""
        super().paintEvent(event)
        if self.property("chosen") == "true":
            t = self._theme
            QPainter(self).fillRect(0, 0, t.px(_BAR), self.height(), t.colour("pri"))


class StepList(QScrollArea):
    """`chosen` gives the name of the step the mark went to, `opened` the one on which Enter was pressed."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[StepRow] = []
        self._at = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("สิ่งที่ต้องเรียบร้อย")

    def show_steps(self, steps: Sequence[Step], chosen: str) -> None:
        """Show the steps as they stand; the rows are made once and the mark stays where it is told."""
        if [row.step.name for row in self.rows] != [step.name for step in steps]:
            self._build(steps)
        for at, (row, step) in enumerate(zip(self.rows, steps, strict=True)):
            row.show_step(step)
            row.show_chosen(chosen=step.name == chosen)
            if step.name == chosen:
                self._at = at
                self.ensureWidgetVisible(row, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter opens."""
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)
        if step is not None:
            self._choose(self._at + step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.rows:
            self.opened.emit(self.rows[self._at].step.name)
        else:
            super().keyPressEvent(event)

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self.rows) and at != self._at:
            self.chosen.emit(self.rows[at].step.name)

    def _build(self, steps: Sequence[Step]) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = []
        for at, step in enumerate(steps):
            if at:
                column.addWidget(rule(self._theme))
            row = StepRow(self._theme, step)
            row.pressed.connect(partial(self._press, at))
            column.addWidget(row)
            self.rows.append(row)
        column.addStretch()
        self.setWidget(inside)

    def _press(self, at: int) -> None:
        self.setFocus()
        self._choose(at)


def row_height(theme: Theme) -> int:
    """A row of two lines: eight of them fill the list at the usual size."""
    return theme.metrics(Words.STRONG).height() + theme.metrics(Words.SECOND).height() + theme.px(9)
