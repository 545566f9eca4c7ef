"""หน้าแรก."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.scenes.scene import Scene
from tests.ui.typing import press
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.home.page import HomePage


def _home(window: MainWindow) -> QWidget:
    window.desk.turn_to("home")
    return window


def _home_backed_up(window: MainWindow) -> QWidget:
    page = window.desk.page
    assert isinstance(page, HomePage)
    if window.place is not None:
        window.place.wrote = True
    page._read()
    # Last of the tasks; where it is not among them, nothing is to be done any more.
    for _ in page._state.tasks:
        press(page.tasks, Qt.Key.Key_Down)
    if page._state.tasks and page._state.tasks[-1].page == "backup":
        press(page.tasks, Qt.Key.Key_Return)
    return window


SCENES: Final[tuple[Scene, ...]] = (("home", _home), ("home-backed-up", _home_backed_up))
