"""ยินดีต้อนรับ; these are taken with no fund open."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from tests.ui.scenes.scene import Scene
from wangfund.store.errors import StoreError
from wangfund.ui.frame.window import MainWindow


def _welcome(window: MainWindow) -> QWidget:
    return window


def _refused(window: MainWindow) -> QWidget:
    window.welcome.complain(StoreError("NOT_A_FUND", {"path": "D:/เอกสาร/ทะเบียนสมาชิก.xlsx"}))
    return window


SCENES: Final[tuple[Scene, ...]] = (("welcome", _welcome), ("welcome-refused", _refused))
