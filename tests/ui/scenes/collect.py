"""The pictures of this page."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from tests.ui.scenes.scene import Scene
from wangfund.ui.frame.window import MainWindow


def _page(window: MainWindow) -> QWidget:
    window.desk.turn_to("collect")
    return window


SCENES: Final[tuple[Scene, ...]] = (("collect", _page),)
