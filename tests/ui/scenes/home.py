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
    tasks = page.tasks
    for _ in range(8):
        press(tasks, Qt.Key.Key_Down)
    press(tasks, Qt.Key.Key_Return)
    return window


SCENES: Final[tuple[Scene, ...]] = (("home", _home), ("home-backed-up", _home_backed_up))
