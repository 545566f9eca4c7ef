"""The work of the day: a row for each task, one chosen; arrows move, Enter does it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wangfund.ui.home.state import Task
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import ElideLabel, icon_label, label
from wangfund.ui.widgets.panel import rule

ROWS: Final = 4
"""Tasks shown without scrolling."""


class TaskRow(QFrame):
    """One task with the verb that does it."""

    pressed = Signal()
    done = Signal()

    def __init__(self, theme: Theme, task: Task) -> None:
        super().__init__()
        self.task = task
        self.setProperty("part", "row")
        pad = theme.px(sizes.PANEL_PAD)
        row = QHBoxLayout(self)
        row.setContentsMargins(pad, 0, pad, 0)
        row.setSpacing(theme.px(16))
        row.addWidget(icon_label(theme, task.icon, "pri", 22))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        what = task.what if theme.roomy else task.short or task.what
        words.addWidget(ElideLabel(theme, what, Words.STRONG))
        facts = task.facts if theme.roomy else task.short_facts or task.facts
        words.addWidget(ElideLabel(theme, facts, Words.SECOND, "ink2"))
        words.addStretch()
        row.addLayout(words, 1)
        self.button: ActionButton | None = None
        self._theme, self._row = theme, row
        self.setFixedHeight(height_of_row(theme))
        self.show_chosen(chosen=False)

    def show_chosen(self, *, chosen: bool) -> None:
        """The chosen row has the page's main button, with its key."""
        self.setProperty("chosen", "true" if chosen else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        if self.button is not None:
            self._row.removeWidget(self.button)
            self.button.hide()
            self.button.deleteLater()
        key = Key.GO_ON.shown if chosen else ""
        roomy = self._theme.roomy
        verb = self.task.verb if roomy else self.task.short_verb or self.task.verb
        self.button = ActionButton(self._theme, verb, key=key, main=chosen, in_row=not chosen)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.done)
        self._row.addWidget(self.button)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        self.pressed.emit()


class TaskList(QScrollArea):
    """`wanted` gives the task a person wants to do now, `chosen` the place of the one under the mark."""

    wanted = Signal(object)
    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[TaskRow] = []
        self._at = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("งานวันนี้")
        self.setFixedHeight(ROWS * height_of_row(theme) + (ROWS - 1) * theme.colours.line_px)

    def show_tasks(self, tasks: Sequence[Task], at: int) -> None:
        """Show the tasks, with the mark on one."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows = []
        for place, task in enumerate(tasks):
            if place:
                column.addWidget(rule(self._theme))
            row = TaskRow(self._theme, task)
            row.pressed.connect(lambda place=place: self.choose(place))
            row.done.connect(lambda task=task: self.wanted.emit(task))
            column.addWidget(row)
            self._rows.append(row)
        if not tasks:
            column.addStretch()
            centre = Qt.AlignmentFlag.AlignHCenter
            column.addWidget(icon_label(self._theme, "circle-check", "ink3", sizes.ICON_DECISION), 0, centre)
            column.addWidget(label(self._theme, "ทำครบแล้ว ไม่มีงานค้าง", Words.BODY, "ink2"), 0, centre)
        column.addStretch()
        self.setWidget(inside)
        self.choose(at)

    def choose(self, at: int) -> None:
        """Move the mark."""
        if not 0 <= at < len(self._rows):
            return
        self._at = at
        for place, row in enumerate(self._rows):
            row.show_chosen(chosen=place == at)
        self.ensureWidgetVisible(self._rows[at], 0, 0)
        self.chosen.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter does."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.choose(self._at + (1 if key is Qt.Key.Key_Down else -1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._rows:
            self.wanted.emit(self._rows[self._at].task)
        else:
            super().keyPressEvent(event)


def height_of_row(theme: Theme) -> int:
    """A row of two lines."""
    two_lines = theme.metrics(Words.STRONG).height() + theme.metrics(Words.SECOND).height()
    return max(theme.px(sizes.TASK_ROW) - 1, two_lines + theme.px(8))
