"""The fields of one row of the by-law. What is saved goes into the draft, never into the fund."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from wangfund.ui.bylaw.edit_fields import field_of
from wangfund.ui.bylaw.edit_words import EditWord
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import ElideLabel
from wangfund.ui.workplace import Workplace

_WIDE: Final = 860


class EditDialog(FormDialog):
    """Two fields side by side where there is room; the command is what stands in each word's field."""

    def __init__(
        self,
        theme: Theme,
        place: Workplace,
        heading: str,
        words: Sequence[EditWord],
        key: str,
        parent: QWidget,
    ) -> None:
        columns = 1 if theme.compact else 2
        super().__init__(
            theme,
            heading,
            "ใส่ในร่าง",
            parent,
            drafts=place.drafts,
            draft=f"bylaw:{key}",
            columns=columns,
            width=_WIDE,
            above=True,
        )
        self.words = tuple(words)
        self._columns = columns
        self._next = 0
        group = ""
        for word in words:
            if word.group != group:
                group = word.group
                self._pair()
                if group:
                    self._head(group)
            self.form.add(
                word.name, word.label, field_of(theme, word, place.clock.today()), column=self._next
            )
            self._next = (self._next + 1) % columns

    def command(self) -> object | None:
        """What stands in each field, by word."""
        return {word: self.form.field(word.name).text for word in self.words}

    def begin(self) -> None:
        """The first field is ready to be typed over."""
        super().begin()
        first = self.form.fields[self.words[0].name]
        edit = first.focusProxy()
        if edit is not None and hasattr(edit, "selectAll"):
            edit.selectAll()

    def _pair(self) -> None:
        """Let what follows begin in the first column: a tier's bound and its amount stand side by side."""
        if self._next:
            spacer = QWidget()
            t = self.theme
            line = max(t.px(sizes.BUTTON), t.line_height()) + t.metrics(Words.SECOND).height() + t.px(2)
            spacer.setFixedHeight(line + t.metrics().height() + t.px(2))
            self.form.add_note(spacer, column=self._next)
            self._next = 0

    def _head(self, group: str) -> None:
        for column in range(self._columns):
            self.form.add_note(ElideLabel(self.theme, "" if column else group, Words.PANEL), column=column)
