"""The window: how soon it is up, how soon a key is painted, how long a page takes, what blocks it, what it weighs.

Each in a process of its own, on the offscreen platform: python -m tests.bench.bench_window PART FUND.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Final

from tests.bench.figure import Figure

_TODAY: Final = date(2026, 10, 30)
_NAME: Final = "tests.bench.bench_window"
_BARE: Final = """
from time import perf_counter
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("wangfund"))
window.show()
app.processEvents()
"""


def figures(members: int = 700, years: int = 5) -> list[Figure]:
    """Start-up beyond a bare PySide window; the rest against the limits that were promised."""
    from wangfund.usecases.practice.make import make_practice_fund

    with tempfile.TemporaryDirectory() as folder:
        fund = Path(folder) / "bench.wangfund"
        make_practice_fund(fund, _TODAY, members=members, years=years)
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": folder}

        def run(*arguments: str) -> float:
            started = perf_counter()
            done = subprocess.run(
                [sys.executable, *arguments], check=True, capture_output=True, text=True, env=environment
            )
            told = done.stdout.strip()
            return float(told) if told else perf_counter() - started

        bare = min(run("-c", _BARE) for _ in range(6))
        up = min(_wall(lambda: run("-m", _NAME, "up", str(fund))) for _ in range(6))
        key = run("-m", _NAME, "key", str(fund))
        found = [
            Figure("window up with a fund, beside a bare window", up, bare, most_seconds=bare + 0.8),
            Figure("key to painted list at 20,000 members", key, 0.030, most_times=1.0),
        ]
        for line in run_lines(environment, "pages", str(fund)):
            name, seconds = line.rsplit(" ", 1)
            limit = 0.200 if name.startswith("longest block") else 0.100
            found.append(Figure(name, float(seconds), limit, most_times=1.0))
        weight = run("-m", _NAME, "weight", str(fund))
        found.append(
            Figure("idle memory, in units of 100 MB (floor: 2.0)", weight / 100, 2.0, most_times=1.0)
        )
    return found


def run_lines(environment: dict[str, str], *arguments: str) -> list[str]:
    """The lines that a part of this module prints."""
    done = subprocess.run(
        [sys.executable, "-m", _NAME, *arguments],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
    )
    return done.stdout.splitlines()


def _wall(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def _window(fund: Path) -> Any:
    from PySide6.QtWidgets import QApplication

    from wangfund.domain.clock import FixedClock
    from wangfund.ui.frame.preload import Preload
    from wangfund.ui.frame.window import MainWindow
    from wangfund.ui.preferences import PreferenceFile
    from wangfund.ui.start import dress_application
    from wangfund.ui.worker.runner import Runner

    app = QApplication([])
    dress_application(app)
    runner = Runner(app)
    window = MainWindow(
        FixedClock(_TODAY, datetime(2026, 10, 30, 2, 0, tzinfo=UTC)),
        runner,
        PreferenceFile(fund.parent / "window.json"),
    )
    window.start(fund)
    window.show()
    Preload(window, runner)
    app.processEvents()
    return window


def _settle(milliseconds: int) -> None:
    from tests.ui.typing import wait

    wait(milliseconds)


def _rest(window: Any) -> None:
    """Until the window has loaded what it loads while nobody asks for anything: some four seconds after it is up."""
    from wangfund.ui.frame.preload import Preload

    while not window.findChild(Preload).done:
        _settle(100)


def _up(fund: Path) -> None:
    # As the program itself starts.
    gc.disable()
    _window(fund)
    os._exit(0)


def _key(fund: Path) -> None:
    from PySide6.QtCore import QEvent, QEventLoop, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    from wangfund.ui.members.page import MembersPage
    from wangfund.usecases.find_members import list_members

    window = _window(fund)
    window.desk.turn_to("members")
    _settle(600)
    page = window.desk.page
    assert isinstance(page, MembersPage)
    some = list_members(window.place.books)
    page._on_loaded((some * (20_000 // len(some) + 1))[:20_000])
    _settle(200)
    took = []
    for letter in "สมชายใจดี":
        started = perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(
                page.search.edit, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            )
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        page.table.viewport().repaint()
        took.append(perf_counter() - started)
        _settle(120)
    print(max(took))


def _pages(fund: Path) -> None:
    from PySide6.QtCore import QElapsedTimer, QTimer
    from PySide6.QtWidgets import QApplication

    from wangfund.ui.pages import BEHIND, PAGES

    window = _window(fund)
    _rest(window)
    names = [spec.item.name for spec in (*PAGES, *BEHIND)]
    clock = QElapsedTimer()
    clock.start()
    longest, last = [0], [clock.elapsed()]

    def beat() -> None:
        now = clock.elapsed()
        longest[0] = max(longest[0], now - last[0] - 5)
        last[0] = now

    ticker = QTimer(interval=5)
    ticker.timeout.connect(beat)
    first: dict[str, float] = {}
    again: dict[str, list[float]] = {name: [] for name in names}
    for visit in range(4):
        for name in names:
            started = perf_counter()
            window.desk.turn_to(name)
            QApplication.processEvents()
            took = perf_counter() - started
            if visit:
                again[name].append(took)
            else:
                first[name] = took
            last[0] = clock.elapsed()
            ticker.start()
            _settle(250)
            ticker.stop()
    for name in names:
        print(f"page {name}, first visit {first[name]:.4f}")
        print(f"page {name}, coming back {median(again[name]):.4f}")
    print(f"longest block after turning a page {longest[0] / 1000:.4f}")
    sys.stdout.flush()
    os._exit(0)


def _weight(fund: Path) -> None:
    window = _window(fund)
    _rest(window)
    window.desk.turn_to("members")
    _settle(800)
    window.desk.turn_to("home")
    _settle(800)
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            print(int(line.split()[1]) / 1024)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    {"up": _up, "key": _key, "pages": _pages, "weight": _weight}[sys.argv[1]](Path(sys.argv[2]))
