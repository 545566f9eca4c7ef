"""Step 3: the cash counted piece by piece as of a day, and who counted and who saw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from wangfund.domain.profile import Officer
from wangfund.ui.close.enter_key import on_enter
from wangfund.ui.close.inputs import Inputs
from wangfund.ui.close.name_field import NameField
from wangfund.ui.close.room import stacked, wide
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.cash_count import CashCount
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.label import label
from wangfund.ui.widgets.panel import Panel

_REST_MS: Final = 500


class CashStep(Panel):
    """`counted` after each edit of the count, `dated` when another day can be trusted, `finished` after the last piece."""

    counted = Signal(str)
    dated = Signal(object)
    finished = Signal()

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(theme)
        pad = theme.px(sizes.PANEL_PAD)
        head = QHBoxLayout()
        head.setContentsMargins(pad, theme.px(6), theme.px(12), 0)
        head.setSpacing(theme.px(10))
        top = Qt.AlignmentFlag.AlignTop
        line = max(theme.px(sizes.BUTTON), theme.line_height())
        heading, said = (
            label(theme, "3 นับเงินสดในมือ", Words.PANEL),
            label(theme, "วันที่นับ", Words.SECOND, "ink2"),
        )
        for part in (heading, said):
            part.setMinimumHeight(line)
        if not wide(theme):
            said.hide()
        self.day = DateField(theme, "วันที่นับ", today, latest=today, required=True)
        self.day.setFixedWidth(theme.px(218 if theme.roomy else 186))
        head.addWidget(heading, 1, top)
        head.addWidget(said, 0, top)
        head.addWidget(self.day, 0, top)
        self.column.addLayout(head)
        self.rule()
        # Notes and coins side by side are for large text, where the step has the whole width.
        self.count = CashCount(replace(theme, compact=stacked(theme)), narrow=not wide(theme))
        self.column.addWidget(self.count, 1)
        self.count.changed.connect(lambda _total: self.counted.emit(self.count.text))
        self.count.finished.connect(self.finished)
        # Half a date may read as another one: it is taken when the hand rests, or leaves the field.
        self._day_soon = QTimer(self, singleShot=True, interval=_REST_MS)
        self._day_soon.timeout.connect(self._on_day)
        self.day.changed.connect(lambda _typed: self._day_soon.start())
        self.day.edit.editingFinished.connect(self._on_day)
        on_enter(self.day.edit, self.count.setFocus)

    def fill(self, typed: Inputs, counted_on: date) -> None:
        """Show what was typed; nothing is told."""
        if self.count.text != typed.count:
            self.count.set_text(typed.count)
        if self.day.day != counted_on and not self.day.edit.hasFocus():
            with QSignalBlocker(self.day):
                self.day.set_day(counted_on)

    def begin(self) -> bool:
        """Take the keys."""
        self.count.setFocus()
        return True

    def _on_day(self) -> None:
        self._day_soon.stop()
        if self.day.day is not None and not self.day.typed.wrong:
            self.dated.emit(self.day.day)


class WhoPanel(Panel):
    """Who counted and who saw, and the sheet of the count. `named` after each edit, `finished` after the last."""

    named = Signal()
    finished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "ผู้นับและผู้เห็น")
        self.sheet = ActionButton(theme, "ใบตรวจนับ", icon="printer", key=Key.PRINT.shown, in_row=True)
        if wide(theme):
            self.head.addWidget(self.sheet)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        self.counter, self.witness = NameField(theme, "ผู้นับ"), NameField(theme, "ผู้เห็น")
        for at, (words, field) in enumerate((("ผู้นับ", self.counter), ("ผู้เห็น", self.witness))):
            said = label(theme, words, Words.SECOND, "ink2")
            said.setMinimumHeight(max(theme.px(sizes.BUTTON), theme.line_height()))
            grid.addWidget(said, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, at, 1)
            field.changed.connect(lambda _typed: self.named.emit())
        if not wide(theme):
            grid.addWidget(self.sheet, 2, 1, Qt.AlignmentFlag.AlignLeft)
        self.add(inside, bottom=10)
        on_enter(self.counter.edit, self.witness.take_keys)
        on_enter(self.witness.edit, self.finished.emit)

    def fill(self, typed: Inputs, committee: Sequence[Officer]) -> None:
        """Show who was named; nothing is told."""
        for field, name in ((self.counter, typed.counter), (self.witness, typed.witness)):
            field.offer(committee)
            if field.text != name:
                field.set_text(name)
