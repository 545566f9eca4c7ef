"""What pages are made of, loaded while nobody asks for anything: the first turn to a page is then as quick as the next."""

from __future__ import annotations

import gc
import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Final

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, QTimer

from wangfund.ui.worker.runner import Runs

ROOMS: Final = (
    "members", "collect", "claims", "books", "close", "reports", "network", "settings", "papers", "importing", "past",
    "bylaw",
)  # fmt: skip
"""The rooms of pages, those first that are turned to first."""
_BEGIN_MS: Final = 800
_BETWEEN_MS: Final = 25
_QUIET_MS: Final = 400
_HANDS: Final = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class Preload(QObject):
    """One module at a time, never while work is under way or keys are pressed. `done` when nothing is left.

    Measured: half of a page's first turn was loading its modules. Libraries that are loaded when used stay so.
    """

    def __init__(self, parent: QObject, runner: Runs) -> None:
        super().__init__(parent)
        self.done = False
        self._runner, self._modules = runner, modules()
        self._since_key = QElapsedTimer()
        app = QCoreApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        self._ticks = QTimer(self, interval=_BETWEEN_MS)
        self._ticks.timeout.connect(self._next)
        QTimer.singleShot(_BEGIN_MS, self, self._ticks.start)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear that somebody is at the keys; nothing is kept from anybody."""
        if event.type() in _HANDS:
            self._since_key.start()
        return False

    def _next(self) -> None:
        if self._runner.busy or (self._since_key.isValid() and self._since_key.elapsed() < _QUIET_MS):
            return
        name = next((name for name in self._modules if name not in sys.modules), None)
        if name is None:
            self.done = True
            self._ticks.stop()
            app = QCoreApplication.instance()
            assert app is not None
            app.removeEventFilter(self)
            # Modules last: no collection of garbage need walk them.
            gc.freeze()
            return
        import_module(name)


def modules() -> Iterator[str]:
    """The modules of all pages, room by room."""
    for room in ROOMS:
        package = import_module(f"wangfund.ui.{room}")
        yield from (found.name for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."))
