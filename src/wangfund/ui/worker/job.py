"""One piece of work: it ends in a result, an error, or because it was asked to stop, and tells so once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from wangfund.ui.worker.progress import Progress

Task = Callable[[Progress], Any]


class Job(QObject):
    """Belongs to the page that asked (its parent): when the page is gone, so are its answers.

    Exactly one of `done`, `failed` and `cancelled` is emitted, once, in the thread of the window.
    """

    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    progressed = Signal(str, int, int)
    ended = Signal()

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self._over = False
        self._forgotten = False
        self._progress: Progress | None = None

    def begin(self, progress: Progress) -> None:
        """Whoever runs the work gives the way to stop it."""
        self._progress = progress

    def cancel(self) -> None:
        """Ask the work to stop; whatever it was doing is not half done."""
        if self._progress is not None:
            self._progress.stop()

    def forget(self) -> None:
        """The answer is no longer wanted: nothing but `ended` will be told."""
        self._forgotten = True
        self.cancel()

    @property
    def running(self) -> bool:
        """Whether the answer has not come yet."""
        return not self._over

    @Slot(str, int, int)
    def on_progress(self, words: str, done: int, total: int) -> None:
        """The work has come further."""
        if not self._over and not self._forgotten:
            self.progressed.emit(words, done, total)

    @Slot(object)
    def on_done(self, result: object) -> None:
        """The work gave its result."""
        self._end(lambda: self.done.emit(result))

    @Slot(object)
    def on_failed(self, error: object) -> None:
        """The work raised."""
        self._end(lambda: self.failed.emit(error))

    @Slot()
    def on_cancelled(self) -> None:
        """The work stopped because it was asked to."""
        self._end(self.cancelled.emit)

    def _end(self, tell: Callable[[], None]) -> None:
        if self._over:
            return
        self._over = True
        if not self._forgotten:
            tell()
        self.ended.emit()
