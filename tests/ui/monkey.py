"""A monkey at the keyboard: random keys, clicks, texts and sizes, from a seed; what broke is told with the last actions."""

from __future__ import annotations

import random
import sys
import traceback
from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import Any, Final

from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTableView, QWidget

from wangfund.ui.frame.question import Question
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.keys import Key

_TEXTS: Final = (
    "30", "๑๒๓", "0", "-5", "1e9", "31/4/2569", "5/11/2569", "2026-10-30", "1/1/2600", "12345678901234", "สมศรี", "มติ 4/2569",
    "<b>ก</b>", "=1+1", "😀", "ก" * 400, "a\nb", "'; drop table entry", "9" * 30, "ธ.ก.ส.", "1,250.50", " ", "0003",
)  # fmt: skip
_KEYS: Final = (
    Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Minus, Qt.Key.Key_Plus,
    Qt.Key.Key_Slash, *(Qt.Key(Qt.Key.Key_0.value + digit) for digit in range(10)),
)  # fmt: skip
_TYPED: Final = {
    Qt.Key.Key_Return: "\r", Qt.Key.Key_Escape: "\x1b", Qt.Key.Key_Tab: "\t", Qt.Key.Key_Space: " ", Qt.Key.Key_Minus: "-",
    Qt.Key.Key_Plus: "+", Qt.Key.Key_Slash: "/",
    **{Qt.Key(Qt.Key.Key_0.value + digit): str(digit) for digit in range(10)},
}  # fmt: skip
_SHORTCUTS: Final = tuple(key for key in Key if key not in {Key.OPEN, Key.PRACTICE, Key.NEW_FUND})


class Monkey:
    """Acts `actions` times on a window; `broken` holds what rose, with the actions before it."""

    def __init__(self, window: MainWindow, seed: int, *, check: Callable[[], None], every: int = 250) -> None:
        self._window, self._random = window, random.Random(seed)
        self._check, self._every = check, every
        self._last: deque[str] = deque(maxlen=25)
        self.done = 0
        self.broken: list[str] = []

    def play(self, actions: int) -> None:
        """Act until all is done or something broke."""
        loop = QEventLoop()
        before = sys.excepthook

        def rose(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
            told = "".join(traceback.format_exception(kind, error, at))
            self.broken.append("\n".join([*self._last, told]))

        def beat() -> None:
            if self.broken or self.done >= actions:
                self._leave_dialogs()
                loop.quit()
                return
            self.done += 1
            # Asked for before acting: an act may wait inside a dialog, and the next beat must come to it there.
            QTimer.singleShot(0, beat)
            self._act()
            if self.done % self._every == 0:
                self._check()

        sys.excepthook = rose
        try:
            QTimer.singleShot(0, beat)
            loop.exec()
            self._check()
        finally:
            sys.excepthook = before

    def _act(self) -> None:
        pick = self._random.random()
        front = self._front()
        if isinstance(front, Question) and pick < 0.4:
            # Asked whether it is sure, a monkey often is: else little would ever be posted.
            self._say(f"says yes to {front.yes.text()}")
            front.yes.click()
            return
        if pick < 0.45:
            self._press(self._focus(front), self._random.choice(_KEYS))
        elif pick < 0.62:
            self._shortcut(self._focus(front))
        elif pick < 0.72:
            self._type(self._focus(front), self._random.choice(_TEXTS))
        elif pick < 0.93:
            self._click(front)
        elif pick < 0.97:
            number = self._random.randint(1, 9)
            self._say(f"page {number}")
            QTest.keyClick(front, Qt.Key(Qt.Key.Key_0.value + number), Qt.KeyboardModifier.ControlModifier)
        elif pick < 0.98:
            width = self._random.choice((1366, 1366, 1024, 1100))
            self._say(f"width {width}")
            self._window.resize(width, 698)
        else:
            self._press(self._focus(front), Qt.Key.Key_Escape)

    def _front(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._window

    def _focus(self, front: QWidget) -> QWidget:
        focus: QWidget | None = front.focusWidget()
        return focus if focus is not None and focus.isVisible() else front

    def _say(self, words: str) -> None:
        self._last.append(f"{self.done} {type(self._front()).__name__}: {words}")

    def _press(self, widget: QWidget, key: Qt.Key) -> None:
        self._say(f"{key.name} on {type(widget).__name__}")
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(
                widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, _TYPED.get(key, ""))
            )

    def _shortcut(self, widget: QWidget) -> None:
        key = self._random.choice(_SHORTCUTS)
        self._say(f"{key.name} on {type(widget).__name__}")
        sequence: Any = QKeySequence(key.sequence)
        combination = sequence[0]
        QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())

    def _type(self, widget: QWidget, text: str) -> None:
        self._say(f"types {text[:20]!r} on {type(widget).__name__}")
        if isinstance(widget, QLineEdit) and self._random.random() < 0.5:
            widget.selectAll()
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def _click(self, front: QWidget) -> None:
        places = [
            w
            for kind in (QAbstractButton, QLineEdit, QTableView)
            for w in front.findChildren(kind)
            if w.isVisible() and w.isEnabled() and not w.visibleRegion().isEmpty()
        ]
        if not places:
            return
        widget = self._random.choice(places)
        words = widget.text() if isinstance(widget, QAbstractButton) and callable(widget.text) else ""
        self._say(f"clicks {type(widget).__name__} {words}")
        if isinstance(widget, QTableView):
            view = widget.viewport()
            at = QPoint(
                self._random.randrange(max(1, view.width())), self._random.randrange(max(1, view.height()))
            )
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        else:
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def _leave_dialogs(self) -> None:
        for _ in range(20):
            front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if front is None:
                return
            front.close()
            QApplication.processEvents()
