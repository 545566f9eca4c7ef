"""The fields of a form: words at the left, field at the right; Enter goes to the next one, after the last it is ready."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from wangfund.domain.errors import Finding
from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.field import Field
from wangfund.ui.widgets.label import WrapLabel, label

_WORDS_WIDTH: Final = 150


class Form(QWidget):
    """`columns` side by side, fields filling the first column downwards before `column=1`.

    `changed` after every edit, `entered` when Enter was pressed in the last field. Words stand above the field
    where there is little room (`above`, or the compact form).
    """

    changed = Signal()
    entered = Signal()

    def __init__(
        self, theme: Theme, *, columns: int = 1, above: bool = False, words_width: int = _WORDS_WIDTH
    ) -> None:
        super().__init__()
        self.theme = theme
        self.fields: dict[str, QWidget] = {}
        self._words: dict[str, QLabel] = {}
        self._above = above or theme.compact
        self._words_width = theme.px(words_width)
        self._columns: list[QGridLayout] = []
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setHorizontalSpacing(theme.px(28))
        for at in range(columns):
            grid = QGridLayout()
            grid.setHorizontalSpacing(theme.px(12))
            grid.setVerticalSpacing(theme.px(2))
            grid.setColumnStretch(0 if self._above else 1, 1)
            # Not by alignment: Qt never gives an aligned layout more than its first height, and findings wrap.
            box = QVBoxLayout()
            box.setSpacing(0)
            box.addLayout(grid)
            box.addStretch(1)
            whole.addLayout(box, 0, at)
            whole.setColumnStretch(at, 1)
            self._columns.append(grid)

    def add(self, name: str, words: str, field: QWidget, *, column: int = 0) -> None:
        """Put a field (see `Field`) at the foot of a column."""
        t, grid = self.theme, self._columns[column]
        at = grid.rowCount()
        # Words from a rulebook may be longer than their column: they go on in another line.
        fits = self._above or t.metrics(sizes.Words.BODY).horizontalAdvance(words) <= self._words_width
        said: QLabel = (label if fits else WrapLabel)(t, words, sizes.Words.BODY, "ink2")
        said.setBuddy(field)
        if self._above:
            grid.addWidget(said, at, 0)
            grid.addWidget(field, at + 1, 0)
        else:
            said.setFixedWidth(self._words_width)
            # In line with the field's own line, not with the finding below it.
            said.setMinimumHeight(max(t.px(sizes.BUTTON), t.line_height()))
            grid.addWidget(said, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, at, 1, Qt.AlignmentFlag.AlignTop)
        self.fields[name], self._words[name] = field, said
        cast("Field", field).changed.connect(lambda _value=None: self.changed.emit())
        for edit in (field, *field.findChildren(QLineEdit)):
            edit.installEventFilter(self)

    def add_note(self, inside: QWidget, *, column: int = 0) -> None:
        """Put something that is no field across a column, such as a heading or a line of fact."""
        grid = self._columns[column]
        grid.addWidget(inside, grid.rowCount(), 0, 1, 1 if self._above else 2)

    def field(self, name: str) -> Field:
        """A field by its name."""
        return cast("Field", self.fields[name])

    def show_field(self, name: str, *, shown: bool) -> None:
        """Let a field be there or not, with its words; one that is not there is not checked."""
        self.fields[name].setVisible(shown)
        self._words[name].setVisible(shown)

    def values(self) -> dict[str, str]:
        """What stands in each field, by name, as a draft keeps it."""
        return {name: self.field(name).text for name in self.fields}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Fill the fields that are named; nothing is told."""
        for name, text in values.items():
            if name in self.fields and isinstance(text, str):
                self.field(name).set_text(text)

    def check(self) -> bool:
        """Show everything that is wrong and put the focus on the first; whether all is well."""
        wrong = [
            name
            for name, field in self.fields.items()
            if not field.isHidden() and not self.field(name).check()
        ]
        if wrong:
            self.fields[wrong[0]].setFocus()
        return not wrong

    def show_findings(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Show each finding beside the field it names, the focus on the first; gives those that name none here."""
        here = [f for f in findings if f.field in self.fields]
        for finding in here:
            self.field(finding.field).show_finding(finding)
        if here:
            self.fields[here[0].field].setFocus()
        return tuple(f for f in findings if f.field not in self.fields)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on to the next field, and after the last one the form is ready."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        ):
            self._go_on(cast("QWidget", watched))
            return True
        return super().eventFilter(watched, event)

    def _go_on(self, here: QWidget) -> None:
        if isinstance(here, QLineEdit):
            here.editingFinished.emit()
        shown = [field for field in self.fields.values() if not field.isHidden() and field.isEnabled()]
        at = next((n for n, field in enumerate(shown) if field is here or field.isAncestorOf(here)), None)
        if at is None or at == len(shown) - 1:
            self.entered.emit()
            return
        following = shown[at + 1]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        edit = following.findChild(QLineEdit)
        if edit is not None:
            edit.selectAll()


def padded(theme: Theme, inside: QWidget) -> QWidget:
    """A form with the margins of a panel."""
    box = QWidget()
    column = QVBoxLayout(box)
    pad = theme.px(sizes.PANEL_PAD)
    column.setContentsMargins(pad, theme.px(8), pad, theme.px(8))
    column.addWidget(inside)
    return box
