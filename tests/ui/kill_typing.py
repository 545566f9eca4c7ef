"""A clerk at work when the power goes: python -m tests.ui.kill_typing WHAT FUND FOLDER; it kills itself."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.funds import TODAY, on
from tests.ui.test_collect_keys import keypad
from tests.ui.typing import press, type_text, wait, wait_until
from wangfund.ui.collect.counter_dialog import CounterDialog
from wangfund.ui.collect.page import CollectPage
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.preferences import PreferenceFile
from wangfund.ui.worker.runner import Runner

_SOON_MS: Final = 700
"""A hand's rest: what was typed before is on the disk by then."""


def _focus() -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None
    return here


def _sheet(_window: MainWindow) -> None:
    keypad("\n60\n-\n")


def _counted(window: MainWindow) -> None:
    """A whole sheet and the cash piece by piece, not posted."""
    page = window.desk.page
    assert isinstance(page, CollectPage)
    keypad("\n")
    page.all_paid.click()
    keypad("*2\n1\n")


def _counter(window: MainWindow) -> None:
    page = window.desk.page
    assert isinstance(page, CollectPage)
    page.receive.click()

    def form() -> CounterDialog | None:
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        return next((w for w in shown if isinstance(w, CounterDialog)), None)

    wait_until(lambda: form() is not None)
    made = form()
    assert made is not None and made.finder is not None
    type_text(made.finder.field.edit, "0025")
    press(made.finder.field.edit, Qt.Key.Key_Return)
    type_text(_focus(), "95")


def _posting(window: MainWindow) -> None:
    """F9 and yes, and the power goes with the worker at its work or just behind it."""
    page = window.desk.page
    assert isinstance(page, CollectPage)
    keypad("\n" * 9)
    keypad("240\n")
    wait(20)
    asked = QApplication.activeModalWidget()
    assert asked is not None
    asked.yes.click()  # type: ignore[attr-defined]
    os.kill(os.getpid(), signal.SIGKILL)


ACTS: Final[dict[str, Callable[[MainWindow], None]]] = {
    "sheet": _sheet,
    "counted": _counted,
    "counter": _counter,
    "posting": _posting,
}


def main() -> None:
    """Type, wait a moment, and be killed."""
    what, fund, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    app = QApplication([])
    window = MainWindow(on(TODAY), Runner(app), PreferenceFile(folder / "window.json"))
    window.start(fund)
    window.show()
    wait_until(lambda: window.place is not None)
    window.activateWindow()
    window.desk.turn_to("collect")
    page = window.desk.page
    assert isinstance(page, CollectPage)
    wait_until(lambda: page._state.rounds is not None)
    wait(50)
    ACTS[what](window)
    print("typed", flush=True)
    wait(_SOON_MS)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
