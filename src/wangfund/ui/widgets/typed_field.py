"""A field that reads what is typed and says beside it what it understood; what was wrong stays as typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wangfund.domain.errors import Finding
from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.finding_line import FindingLine
from wangfund.ui.widgets.typed import Reading, Typed

_LONGEST = 10_000


class TypedField(QWidget):
    """A line to type in with its finding below. `changed` tells the new reading; findings wait for leaving the field.

    While a person is typing nothing turns red; a finding that is already shown goes as soon as it is mended.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, name: str, reading: Reading, *, hint: str = "") -> None:  # type: ignore[type-arg]
        super().__init__()
        self.theme, self._reading = theme, reading
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(hint)
        self.edit.setMaxLength(_LONGEST)
        self.edit.setFont(theme.font())
        self.edit.setFixedHeight(max(theme.px(sizes.BUTTON), theme.line_height()))
        self.below = FindingLine(theme)
        self.line = QHBoxLayout()
        self.line.setSpacing(0)
        self.line.addWidget(self.edit, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addLayout(self.line)
        column.addWidget(self.below)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.editingFinished.connect(self.check)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.edit.text()

    @property
    def typed(self) -> Typed[object]:
        """What it reads as."""
        return self._reading(self.edit.text())

    def set_text(self, text: str) -> None:
        """Fill the field; nothing is told."""
        self.edit.setText(text)
        self._show(self.typed)

    def check(self) -> bool:
        """Show what is wrong now; whether all is well."""
        typed = self.typed
        self._show(typed)
        return not typed.wrong

    def show_finding(self, finding: Finding) -> None:
        """Show what somebody else found about this field."""
        self._show(Typed(None, finding))

    def _on_edited(self) -> None:
        typed = self.typed
        if self.below.finding is not None or not typed.wrong:
            self._show(typed)
        self.changed.emit(typed)

    def _show(self, typed: Typed[object]) -> None:
        if typed.finding is not None:
            self.below.show_finding(typed.finding)
        else:
            self.below.show_fact(typed.fact)
        state = str(typed.finding.severity) if typed.finding is not None else ""
        if self.edit.property("finding") != state:
            self.edit.setProperty("finding", state)
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)
