"""The frame: what lies over a page."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from tests.ui.scenes.scene import Scene
from tests.ui.typing import wait_until
from tests.ui.windows import CLOCK
from wangfund.store.errors import StoreError
from wangfund.ui.frame.closing import ClosingDialog, Failed
from wangfund.ui.frame.crash import CrashDialog
from wangfund.ui.frame.question import Question
from wangfund.ui.frame.window import MainWindow


def _question(window: MainWindow) -> QWidget:
    window.desk.show_cover(None)
    asked = Question(
        window.theme,
        "จ่ายสวัสดิการนอนโรงพยาบาล",
        "จ่าย 440.00 บาท ให้นางผ่องศรี จันทร์หอม จากเงินสดในมือ",
        "จ่าย 440.00 บาท",
        window,
    )
    asked.open()
    return asked


def _crash(window: MainWindow) -> QWidget:
    assert window.place is not None
    dialog = CrashDialog(window.theme, window.place.path, CLOCK, window)
    dialog.open()
    wait_until(lambda: dialog.whole is not None)
    return dialog


def _closing(window: MainWindow) -> QWidget:
    assert window.place is not None
    dialog = ClosingDialog(window.theme, window.place, window)
    dialog.open()
    dialog._on_failed(Failed(StoreError("DISK_FULL", {"path": "E:/สำเนาสำรอง"}), whole=True))
    return dialog


SCENES: Final[tuple[Scene, ...]] = (("question", _question), ("crash", _crash), ("closing", _closing))
