"""Two hands on a keyboard and nothing else: keys go to whoever has them, as a person's do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.typing import press, type_text, wait, wait_until
from wangfund.ui.frame.question import Question
from wangfund.ui.frame.window import MainWindow

W = TypeVar("W", bound=QWidget)
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Calendar:
    """A clock that stands at ten in the morning of a day, until somebody turns the leaf."""

    def __init__(self, day: date) -> None:
        self.day = day

    def today(self) -> date:
        """The day on the leaf."""
        return self.day

    def now(self) -> datetime:
        """Ten in the morning in Thailand."""
        return datetime(self.day.year, self.day.month, self.day.day, 3, tzinfo=UTC)


class Hands:
    """Counts its keys in `pressed`."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.pressed = 0

    def at(self) -> QWidget:
        """Whoever has the keys. Offscreen no window manager gives them back when a dialog has gone."""
        found = QApplication.focusWidget()
        if found is None or not found.isVisible():
            front = QApplication.activeModalWidget() or self.window
            front.activateWindow()
            wait(5)
            found = QApplication.focusWidget()
            if found is None:
                found = front
        return found

    def key(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press keys, one after the other."""
        for key in keys:
            press(self.at(), key, modifier)
            self.pressed += 1
            wait(5)

    def enter(self, times: int = 1) -> None:
        """Enter."""
        self.key(*[Qt.Key.Key_Return] * times)

    def write(self, text: str) -> None:
        """Type a text."""
        type_text(self.at(), text)
        self.pressed += len(text)
        wait(5)

    def say(self, *texts: str) -> None:
        """Type each text and press Enter."""
        for text in texts:
            self.write(text)
            self.enter()

    def retype(self, text: str) -> None:
        """Take away what stands in a field and type another text."""
        self.key(Qt.Key.Key_A, modifier=CTRL)
        self.write(text)

    def page(self, number: int) -> None:
        """Turn to a page by its number."""
        self.key(Qt.Key(Qt.Key.Key_0.value + number), modifier=CTRL)
        wait(20)

    def modal(self, kind: type[W]) -> W:
        """Wait for a dialog of a kind in front."""
        wait_until(lambda: isinstance(QApplication.activeModalWidget(), kind))
        wait(10)
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found

    def yes(self) -> None:
        """The question's verb: Tab to it, Enter."""
        question = self.modal(Question)
        assert question.no.hasFocus()
        self.key(Qt.Key.Key_Tab, Qt.Key.Key_Return)
        wait_until(lambda: not isinstance(QApplication.activeModalWidget(), Question))
        wait(20)

    def alone(self) -> None:
        """Wait until no dialog is in front."""
        wait_until(lambda: QApplication.activeModalWidget() is None)
        wait(20)

    def until(self, true: Callable[[], object]) -> None:
        """Look at the screen until something is there."""
        wait_until(true)
        wait(10)
