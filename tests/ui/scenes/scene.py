"""What a scene is: a name, and what is done to the window before the picture is taken."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.ui.typing import wait
from wangfund.ui.frame.window import MainWindow

Scene = tuple[str, Callable[[MainWindow], QWidget]]
"""The function gives what is to be pictured: the window, or a dialog over it."""


def settle(window: MainWindow) -> None:
    """Let all work end and all answers arrive."""
    for _ in range(4):
        wait(60)
        if window.place is not None:
            window.place.runner.wait()
    wait(60)
