"""A window on a small practice fund, as tests and pictures use it."""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from wangfund.domain.clock import FixedClock
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.preferences import PreferenceFile
from wangfund.ui.start import dress_application
from wangfund.ui.worker.runner import InlineRunner, Runs

TODAY: Final = date(2026, 10, 30)
CLOCK: Final = FixedClock(TODAY, datetime(2026, 10, 30, 2, 0, tzinfo=UTC))


@lru_cache
def practice_bytes(members: int = 60, years: int = 1) -> bytes:
    """A practice fund on 30 October 2026, made once."""
    from wangfund.usecases.practice.make import make_practice_fund

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "practice.wangfund"
        make_practice_fund(path, TODAY, members=members, years=years)
        return path.read_bytes()


def practice_file(folder: Path) -> Path:
    """A practice fund of its own in a folder."""
    path = folder / "บ้านนาสุข.wangfund"
    path.write_bytes(practice_bytes())
    return path


def make_window(folder: Path, *, fund: Path | None = None, runner: Runs | None = None) -> MainWindow:
    """A window that has not been shown; with a fund open when one is given."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress_application(app)
    assert runner is None or isinstance(runner, QObject)
    window = MainWindow(CLOCK, runner or InlineRunner(app), PreferenceFile(folder / "window.json"))
    window.start(fund)
    return window
