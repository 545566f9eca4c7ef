"""Keys as a person sends them. QTest.keyClicks aborts the interpreter on Thai, so every key is an event with its text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_NAMED = {
    Qt.Key.Key_Return: "\r",
    Qt.Key.Key_Escape: "\x1b",
    Qt.Key.Key_Tab: "\t",
}


def type_text(widget: QWidget, text: str) -> None:
    """Type any Unicode text into a widget."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press one key on a widget."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifier, _NAMED.get(key, "")))


def wait(milliseconds: int) -> None:
    """Let the window live for a while; unlike QTest.qWait this lets the thread beside it live too."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(true: object, *, most_ms: int = 5_000) -> None:
    """Let the window live until something holds."""
    assert callable(true)
    waited = 0
    while not true():
        assert waited < most_ms, "it did not happen"
        wait(10)
        waited += 10
