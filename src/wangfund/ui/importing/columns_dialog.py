"""Saying what the columns of a sheet are: the list of them, and for the one under the mark what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wangfund.domain.register.grid import Sheet
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.importing.columns import NAMES, FileColumn, file_columns, given_of, head_of
from wangfund.ui.importing.overlay import Overlay
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.check_box import CheckBox
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.label import label
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.widgets.text_field import NumberField

_ROWS: Final = 7
_ROWS_COMPACT: Final = 3
_MOST_ROWS: Final = 100_000


class ColumnsDialog(FormDialog):
    """`ready` gives the Overlay as it should be. Nothing is read again until then."""

    def __init__(
        self, theme: Theme, sheets: Sequence[Sheet], overlay: Overlay, name: str, parent: QWidget | None
    ) -> None:
        super().__init__(theme, "คอลัมน์ใดคืออะไร", "อ่านใหม่", parent, width=900, columns=2)
        self._sheets = {sheet.name: sheet for sheet in sheets if not sheet.hidden}
        self.overlay = overlay
        first = name if name in self._sheets else next(iter(self._sheets), "")
        self.sheet = ChoiceField(theme, "แผ่นงาน", [(each, each) for each in self._sheets], first)
        self.wanted = CheckBox(theme, "นำเข้าแผ่นงานนี้")
        self.head = NumberField(theme, "แถวหัวตาราง", low=1, high=_MOST_ROWS, hint="โปรแกรมหาให้")
        self.form.add("sheet", "แผ่นงาน", self.sheet)
        self.form.add("head", "แถวหัวตาราง", self.head, column=1)
        sample: Column[FileColumn] = Column("ตัวอย่าง", lambda c: c.sample or "–")
        columns: tuple[Column[FileColumn], ...] = (
            Column("คอลัมน์", lambda c: c.letter, 84),
            Column("หัวตาราง", lambda c: c.heading or "–", 0 if theme.compact else 220),
            *(() if theme.compact else (sample,)),
            Column(
                "คือ",
                lambda c: NAMES[c.meaning],
                210,
                strong=True,
                tone=lambda c: "ink" if c.meaning else "ink3",
            ),
        )
        self.table: RowsTable[FileColumn] = RowsTable(
            theme, RowsModel(columns, self), "คอลัมน์ของแผ่นงาน", key_of=lambda c: c.letter
        )
        rows = _ROWS_COMPACT if theme.compact else _ROWS
        row = max(theme.px(sizes.ROW), theme.line_height())
        self.table.setFixedHeight(self.table.horizontalHeader().height() + rows * row)
        self.meaning = ChoiceField(theme, "คอลัมน์นี้คือ", list(NAMES.items()), required=False)
        self.meaning.setMinimumWidth(theme.px(300))
        self._which = label(theme, "")
        line = QHBoxLayout()
        line.setSpacing(theme.px(12))
        line.addWidget(self._which)
        line.addWidget(self.meaning)
        line.addStretch()
        line.addWidget(self.wanted)
        at = self.body.count() - 1
        self.body.insertWidget(at, self.table)
        self.body.insertLayout(at + 1, line)
        if theme.compact:
            # Nothing is ever wrong with these two; their room is needed.
            self.meaning.below.hide()
            self.sheet.below.hide()
            self.head.below.hide()
        else:
            hint = "ลูกศรเลือกคอลัมน์  Enter แล้วลูกศรเลือกว่าคืออะไร"
            self.body.insertWidget(at + 2, label(theme, hint, Words.SECOND, "ink2"))
        self._wire()
        self._show_sheet()

    def begin(self) -> None:
        """The columns have the keys."""
        super().begin()
        self.table.setFocus()

    def command(self) -> Overlay:
        """What is to be read anew."""
        self._settle()
        self._keep()
        return self.overlay

    @property
    def name(self) -> str:
        """The sheet shown."""
        return self.sheet.value

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter after choosing goes on to the next column."""
        if (
            watched is self.meaning.box
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            self._settle()
            self.table.setFocus()
            self.table.step(Qt.Key.Key_Down)
            return True
        return super().eventFilter(watched, event)

    def _wire(self) -> None:
        self.sheet.changed.connect(lambda _value: self._turn())
        self.head.edit.editingFinished.connect(self._on_head)
        self.wanted.changed.connect(lambda _on: self._keep())
        self.table.chosen.connect(self._on_column)
        self.table.opened.connect(lambda _column: self.meaning.setFocus())
        self.meaning.changed.connect(self._on_meaning)
        self.meaning.box.installEventFilter(self)
        self._shown, self._touched = "", ""

    def _show_sheet(self) -> None:
        self._shown = self.name
        sheet = self._sheets.get(self.name)
        if sheet is None:
            return
        told = self.overlay.heads.get(self.name)
        head = head_of(sheet, told)
        self.head.set_number(head.first_row if head is not None else told)
        self.wanted.setChecked(self.name not in self.overlay.unwanted)
        given = self.overlay.columns.get(self.name, {})
        self._columns = file_columns(sheet, told, given)
        self.table.show_rows(self._columns)

    def _turn(self) -> None:
        """Another sheet: what was said of this one is kept."""
        now, before = self.name, self._shown
        if before and before != now:
            self._settle(before)
            self._keep(before)
        self._show_sheet()

    def _on_head(self) -> None:
        sheet, number = self._sheets.get(self.name), self.head.number
        if sheet is None or number is None:
            return
        told = self.overlay.heads.get(self.name)
        head = head_of(sheet, told)
        if head is not None and head.first_row == number:
            return
        columns = {name: given for name, given in self.overlay.columns.items() if name != self.name}
        self.overlay = replace(self.overlay, heads={**self.overlay.heads, self.name: number}, columns=columns)
        self._show_sheet()

    def _on_column(self, column: FileColumn | None) -> None:
        if column is not None and self._touched and column.letter != self._touched:
            self._settle()
        self._which.setText(f"คอลัมน์ {column.letter} คือ" if column is not None else "")
        if column is not None:
            self.meaning.set_text(column.meaning)

    def _on_meaning(self, value: object) -> None:
        chosen = self.table.current
        if chosen is None or not isinstance(value, str):
            return
        self._touched = chosen.letter
        self._columns = tuple(
            replace(each, meaning=value) if each.letter == chosen.letter else each for each in self._columns
        )
        self.table.show_rows(self._columns, choose=chosen.letter)

    def _settle(self, name: str = "") -> None:
        """A field stands in one column only: in the one where it was put last. An arrow only passes over the others."""
        last = next((each for each in self._columns if each.letter == self._touched), None)
        if last is None:
            return
        self._touched = ""
        self._columns = tuple(
            replace(each, meaning="")
            if last.meaning and each.meaning == last.meaning and each.letter != last.letter
            else each
            for each in self._columns
        )
        self.table.show_rows(self._columns)
        self._keep(name)

    def _keep(self, name: str = "") -> None:
        name = name or self.name
        sheet = self._sheets.get(name)
        if sheet is None:
            return
        given = given_of(sheet, self.overlay.heads.get(name), {c.letter: c.meaning for c in self._columns})
        columns = {each: told for each, told in self.overlay.columns.items() if each != name}
        if given:
            columns[name] = given
        wanted = self.wanted.isChecked()
        unwanted = self.overlay.unwanted - {name} if wanted else self.overlay.unwanted | {name}
        if (columns, unwanted) != (dict(self.overlay.columns), self.overlay.unwanted):
            self.overlay = replace(self.overlay, columns=columns, unwanted=unwanted)
