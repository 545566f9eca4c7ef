"""A section that is a list: rows, a form for a new or a changed one, and taking out what was never used."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.frame.page import Page
from wangfund.ui.frame.question import Question
from wangfund.ui.settings.section import Section
from wangfund.ui.settings.state import SettingsState
from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.settings_view import SettingsView, settings_view

T = TypeVar("T")


class ListSection(Section, Generic[T]):
    """Subclasses say the columns and the acts; `table` keeps its place while rows change."""

    def __init__(
        self,
        theme: Theme,
        page: Page,
        place: Workplace,
        state: SettingsState,
        heading: str,
        columns: Sequence[Column[T]],
        key_of: Callable[[T], Hashable],
    ) -> None:
        super().__init__(theme, page, place, state, heading)
        self._key_of = key_of
        self.rows: RowsModel[T] = RowsModel(columns, self)
        self.table: RowsTable[T] = RowsTable(theme, self.rows, heading, key_of=key_of)
        self.table.setMinimumHeight(5 * max(theme.px(sizes.ROW), theme.line_height()))

    def begin(self) -> None:
        """The list has the keys."""
        self.table.setFocus()

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show other rows; the mark stays on the same one."""
        self.table.show_rows(rows)
        self.enable()

    def enable(self) -> None:
        """Grey what cannot be done now."""
        for button in self.acts.values():
            button.setEnabled(self.writable)

    def ask_form(
        self,
        dialog: FormDialog,
        verb: Callable[[object], object],
        said: str,
        words: str,
    ) -> None:
        """Open a form; what it wants is done, then the settings are shown as they stand."""
        books = self.place.books

        def work(command: object) -> SettingsView:
            verb(command)
            return settings_view(books)

        self.page.ask(dialog, self.place, words, work, lambda view: self.changed(view, said), Changed(0))

    def ask_question(self, question: Question, words: str, verb: Callable[[], object], said: str) -> None:
        """Ask; only a yes does it."""
        question.accepted.connect(lambda: self.change(words, verb, said))
        question.open()

    def after_table(self, below: QWidget | None = None) -> None:
        """Put the list in, and what stands below it."""
        self.inside.addWidget(self.table, 1)
        if below is not None:
            self.inside.addWidget(below)
            self.say_readonly()
