"""Pictures of every page and dialog as they are: python -m tests.ui.shots --out DIR."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.clipping import clipped
from tests.ui.typing import press, wait
from tests.ui.windows import CLOCK, make_window, practice_bytes
from wangfund.store.errors import StoreError
from wangfund.ui.frame.closing import ClosingDialog
from wangfund.ui.frame.crash import CrashDialog
from wangfund.ui.frame.question import Question
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.home.page import HomePage
from wangfund.ui.members.page import MembersPage
from wangfund.ui.theme.colours import Ground
from wangfund.ui.worker.runner import Runner

LOOKS: Final = (
    (100, Ground.LIGHT, (1366, 698)),
    (160, Ground.LIGHT, (1366, 698)),
    (100, Ground.DARK, (1366, 698)),
    (160, Ground.DARK, (1366, 698)),
    (140, Ground.LIGHT, (1366, 698)),
    (100, Ground.CONTRAST, (1366, 698)),
    (100, Ground.LIGHT, (1024, 698)),
)
Scene = tuple[str, Callable[[MainWindow], QWidget]]


def main() -> None:
    """Make the pictures; say what is cut off."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fund", type=Path, help="a fund to show; a practice fund of 700 is made without")
    parser.add_argument("--only", default="", help="part of a picture's name")
    told = parser.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        fund = Path(folder) / "บ้านนาสุข.wangfund"
        fund.write_bytes(told.fund.read_bytes() if told.fund else practice_bytes(700, 5))
        for name, picture in pictures(Path(folder), fund, app, told.only):
            found = clipped(picture)
            picture.grab().save(str(told.out / f"{name}.png"))
            print(name, *found, sep="\n  ")


def pictures(folder: Path, fund: Path, app: QApplication, only: str = "") -> Iterator[tuple[str, QWidget]]:
    """Every scene in every look, by name; each is on the screen when it is given."""
    runner = Runner(app)
    for percent, ground, (width, height) in LOOKS:
        look = f"{percent}-{ground}" + (f"-{width}" if width != 1366 else "")
        for with_fund, scenes in ((None, WELCOME), (fund, DESK)):
            window = make_window(folder, fund=with_fund, runner=runner)
            window.resize(width, height)
            window.set_look(percent=percent, ground=ground)
            window.show()
            settle(window)
            for name, scene in scenes:
                if only not in f"{name}-{look}":
                    continue
                shown = scene(window)
                settle(window)
                yield f"{name}-{look}", shown
                if shown is not window:
                    shown.close()
            if window.place is not None:
                window.place.wrote = False
            runner.wait()
            window.close()
            window.deleteLater()
            wait(0)


def settle(window: MainWindow) -> None:
    """Let all work end and all answers arrive."""
    for _ in range(4):
        wait(60)
        if window.place is not None:
            window.place.runner.wait()
    wait(60)


def _welcome(window: MainWindow) -> QWidget:
    return window


def _refused(window: MainWindow) -> QWidget:
    window.welcome.complain(StoreError("NOT_A_FUND", {"path": "D:/เอกสาร/ทะเบียนสมาชิก.xlsx"}))
    return window


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


def _members(window: MainWindow) -> QWidget:
    window.desk.turn_to("members")
    return window


def _members_found(window: MainWindow) -> QWidget:
    window.desk.turn_to("members", "ศรี")
    return window


def _members_slip(window: MainWindow) -> QWidget:
    window.desk.turn_to("members", "lkp")
    return window


def _members_nobody(window: MainWindow) -> QWidget:
    window.desk.turn_to("members", "ไม่มีใครชื่อนี้")
    return window


def _member_detail(window: MainWindow) -> QWidget:
    window.desk.turn_to("members", "0012")
    settle(window)
    page = window.desk.page
    assert isinstance(page, MembersPage)
    press(page.search.edit, Qt.Key.Key_Return)
    page.counter.next_list()
    return window


def _member_big(window: MainWindow) -> QWidget:
    page = window.desk.page
    assert isinstance(page, MembersPage)
    page.counter.show_big.emit()
    return window


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
    wait(200)
    return dialog


def _closing(window: MainWindow) -> QWidget:
    assert window.place is not None
    dialog = ClosingDialog(window.theme, window.place, window)
    dialog.open()
    dialog._on_failed(StoreError("DISK_FULL", {"path": "E:/สำเนาสำรอง"}))
    return dialog


WELCOME: Final[tuple[Scene, ...]] = (("welcome", _welcome), ("welcome-refused", _refused))
DESK: Final[tuple[Scene, ...]] = (
    ("home", _home),
    ("home-backed-up", _home_backed_up),
    ("members", _members),
    ("members-found", _members_found),
    ("members-slip", _members_slip),
    ("members-nobody", _members_nobody),
    ("member-detail", _member_detail),
    ("member-big", _member_big),
    ("question", _question),
    ("crash", _crash),
    ("closing", _closing),
)

if __name__ == "__main__":
    main()
