"""A dialog becomes as high as its words need; it never shrinks under the hand."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog


def grow(dialog: QDialog) -> None:
    """Make room now, and once more when its labels have been laid out: only then a Thai line knows where it breaks."""
    _grow(dialog)
    QTimer.singleShot(0, dialog, lambda: _grow(dialog))


def _grow(dialog: QDialog) -> None:
    layout = dialog.layout()
    if layout is None or not dialog.isVisible():
        return
    layout.invalidate()
    layout.activate()
    need = layout.totalHeightForWidth(dialog.width())
    if need > dialog.height():
        dialog.resize(dialog.width(), need)
