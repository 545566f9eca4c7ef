"""A list that is typed row by row: a line of fields on top, Enter goes through them and adds, the rows stand below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.domain.errors import Finding
from wangfund.ui.founding.state import LISTS, FoundingState, Row
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.form import Form
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable

_LEAST_ROWS: Final = 3


class EntryField(NamedTuple):
    """A field of the line: its name, its words, how it is made, its column's width (0: what is left), its share of the line."""

    name: str
    words: str
    make: Callable[[Theme, str], QWidget]
    width: int = 0
    share: int = 3


class RowEntry(QWidget):
    """`changed` after every edit, `finished` when Enter was pressed in an empty line."""

    changed = Signal()
    finished = Signal()

    def __init__(
        self, theme: Theme, state: FoundingState, name: str, fields: Sequence[EntryField], hint: str
    ) -> None:
        super().__init__()
        t = self.theme = theme
        self._state, self._name = state, name
        self._editing: int | None = None
        columns = 2 if t.compact else len(fields)
        self.form = Form(t, columns=columns, above=True)
        for at, field in enumerate(fields):
            self.form.add(field.name, field.words, field.make(t, field.words), column=at % columns)
        shared = self.form.layout()
        if not t.compact and isinstance(shared, QGridLayout):
            for at, field in enumerate(fields):
                shared.setColumnStretch(at, field.share)
        self.form.fill(state.half.get(name, {}))
        self._first = self.form.fields[fields[0].name]
        self.add = ActionButton(t, "เพิ่ม", icon="plus", key=Key.GO_ON.shown)
        self.edit = ActionButton(t, "แก้แถวนี้", icon="pencil", key=Key.EDIT.shown, in_row=True)
        self.remove = ActionButton(t, "เอาออก", icon="trash-2", key=Key.REMOVE.shown, in_row=True)
        self.rows: RowsModel[Row] = RowsModel(_columns(fields), self)
        self.table: RowsTable[Row] = RowsTable(t, self.rows, hint, key_of=lambda row: row[:2])
        self.table.setMinimumHeight((_LEAST_ROWS + 1) * max(t.px(sizes.ROW), t.line_height()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.px(8))
        column.addWidget(WrapLabel(t, hint, Words.SECOND, "ink2"))
        column.addWidget(self.form)
        acts = QHBoxLayout()
        acts.setSpacing(t.px(12))
        acts.addWidget(self.add)
        acts.addStretch()
        acts.addWidget(self.edit)
        acts.addWidget(self.remove)
        column.addLayout(acts)
        column.addWidget(self.table, 1)
        self.form.changed.connect(self._keep)
        self.form.entered.connect(self.put_in)
        self.add.clicked.connect(self.put_in)
        self.edit.clicked.connect(self.take_up)
        self.remove.clicked.connect(self.take_out)
        self.table.opened.connect(lambda _row: self.take_up())
        self.table.left.connect(self.begin)
        (self._first.focusProxy() or self._first).installEventFilter(self)
        self._show()

    def begin(self) -> None:
        """The line has the keys; a village's number is put there for her."""
        if self._name == "villages" and not self._typed():
            self.form.field("moo").set_text(self._state.suggested_moo())
        self._first.setFocus()
        self._select_first()

    def put_in(self) -> None:
        """Add the line to the list when all is well."""
        if not self.form.check():
            return
        row = tuple(self.form.field(name).text for name in LISTS[self._name])
        findings = self._state.add_row(self._name, row, self._editing)
        if findings:
            self.form.show_findings(findings)
            return
        self._clear()
        self._show(choose=row[:2])
        self.changed.emit()
        self.begin()

    def take_up(self) -> None:
        """Put the row under the mark into the line to be mended."""
        row = self.table.current
        if row is None:
            return
        self._editing = self._state.rows[self._name].index(row)
        self.form.fill(dict(zip(LISTS[self._name], row, strict=True)))
        self._keep()
        self._first.setFocus()
        self._select_first()

    def take_out(self) -> None:
        """Take the row under the mark out of the list; it was not saved anywhere yet."""
        row = self.table.current
        if row is None:
            return
        self._state.rows[self._name].remove(row)
        self._editing = None
        self._show()
        self.changed.emit()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show what is wrong with the list as a whole beside its first field."""
        self.form.show_findings(findings)

    def leave(self) -> bool:
        """Going on to the next step: a line that is half typed is added first; whether all is well."""
        if self._typed() and not self._is_suggestion():
            self.put_in()
            return not self._typed() or self._is_suggestion()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in an empty line goes on to the next step."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and not self._typed()
        ):
            QTimer.singleShot(0, self, self.finished.emit)
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> dict[str, str]:
        return {name: text for name, text in self.form.values().items() if text.strip()}

    def _is_suggestion(self) -> bool:
        return self._editing is None and set(self._typed()) == {"moo"}

    def _clear(self) -> None:
        self._editing = None
        self.form.fill(dict.fromkeys(LISTS[self._name], ""))
        self._state.half[self._name] = {}

    def _keep(self) -> None:
        self._state.half[self._name] = self._typed()
        self.changed.emit()

    def _show(self, choose: Row | None = None) -> None:
        rows = self._state.rows[self._name]
        self.table.show_rows(tuple(rows), choose=choose)
        self.edit.setEnabled(bool(rows))
        self.remove.setEnabled(bool(rows))

    def _select_first(self) -> None:
        edit = getattr(self._first, "edit", None)
        if edit is not None:
            edit.selectAll()


def _columns(fields: Sequence[EntryField]) -> tuple[Column[Row], ...]:
    return tuple(
        Column(field.words, partial(_cell, at), field.width, right=field.name == "moo")
        for at, field in enumerate(fields)
    )


def _cell(at: int, row: Row) -> str:
    return row[at] or "–"
