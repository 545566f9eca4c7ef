"""Enter in a dialog of buttons only presses the one that has the focus, as the space bar does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog

from wangfund.ui.widgets.action_button import ActionButton


def press_focused(dialog: QDialog, event: QKeyEvent) -> bool:
    """Press it when the key is Enter; whether it was. A key that is held down presses nothing."""
    focused = dialog.focusWidget()
    if Qt.Key(event.key()) not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or not isinstance(
        focused, ActionButton
    ):
        return False
    if not event.isAutoRepeat():
        focused.click()
    return True
