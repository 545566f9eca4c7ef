"""Starting the window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from wangfund.domain.clock import Clock


def open_window(path: Path | None, clock: Clock) -> int:
    """Show the window and stay until it is closed; gives the process's exit code.

    With a path that fund is opened; without one the fund that was open last, else the welcome page. Garbage is not
    collected until the window is up.
    """
    gc.disable()
    from PySide6.QtWidgets import QApplication

    from wangfund.ui.frame.crash import CrashCatcher
    from wangfund.ui.frame.preload import Preload
    from wangfund.ui.frame.window import MainWindow
    from wangfund.ui.preferences import PreferenceFile
    from wangfund.ui.worker.runner import Runner

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    dress_application(app)
    preferences = PreferenceFile()
    runner = Runner(app)
    window = MainWindow(clock, runner, preferences)
    catcher = CrashCatcher(window.tell_crash)
    catcher.install()
    try:
        wanted = path or next((Path(p) for p in preferences.load().recent[:1] if Path(p).is_file()), None)
        window.start(wanted)
        window.show()
        # What is loaded by now lasts. Walking it all at each full collection stopped the window, whatever thread was at
        # work: 150 to 270 ms while 20,000 members were read, 20 to 30 ms without it.
        gc.freeze()
        gc.enable()
        Preload(window, runner)
        return app.exec()
    finally:
        gc.enable()
        catcher.remove()
        runner.wait()


def dress_application(app: object) -> None:
    """The face and the plain style that the stylesheet is written for; the same on every system."""
    from PySide6.QtWidgets import QApplication

    from wangfund.ui.theme.fonts import family, font

    assert isinstance(app, QApplication)
    app.setApplicationName("wangfund")
    app.setStyle("Fusion")
    family()
    app.setFont(font(17, 400))
