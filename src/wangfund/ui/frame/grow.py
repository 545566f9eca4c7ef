"""A dialog becomes as high as its words need, no higher than its window; it never shrinks under the hand."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

_ANY = 10_000


def grow(dialog: QDialog) -> None:
    """Make room now, and once more when its labels have been laid out: only then a Thai line knows where it breaks."""
    _grow(dialog)
    QTimer.singleShot(0, dialog, lambda: _grow(dialog))


def room_of(dialog: QDialog) -> int:
    """How high a dialog may become: as its window is, so that its buttons stay on the screen.

    A question over a form may be higher than the form.
    """
    above = dialog.parentWidget()
    if above is None:
        return _ANY
    while (over := above.window().parentWidget()) is not None:
        above = over
    return above.window().height()


def _grow(dialog: QDialog) -> None:
    layout = dialog.layout()
    if layout is None or not dialog.isVisible():
        return
    layout.invalidate()
    layout.activate()
    need = min(layout.totalHeightForWidth(dialog.width()), room_of(dialog))
    if need > dialog.height():
        dialog.resize(dialog.width(), need)
