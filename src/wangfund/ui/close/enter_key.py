"""Enter in a line that belongs to no form: it goes on where it is told, and no further."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class _EnterKey(QObject):
    def __init__(self, edit: QLineEdit, act: Callable[[], object]) -> None:
        super().__init__(edit)
        self._edit, self._act = edit, act
        edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._edit.editingFinished.emit()
            self._act()
            return True
        return super().eventFilter(watched, event)


def on_enter(edit: QLineEdit, act: Callable[[], object]) -> None:
    """Do something when Enter is pressed in a line."""
    _EnterKey(edit, act)
