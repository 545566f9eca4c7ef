"""The one thread beside the window: everything that writes, imports, prints or backs up goes through it, in order."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from wangfund.ui.worker.job import Job, Task
from wangfund.ui.worker.progress import Cancelled, Progress


class Runs(Protocol):
    """Whoever can run a task for a page."""

    def run(self, owner: QObject | None, task: Task) -> Job:
        """Begin a task; connect to the job's signals before control returns to Qt."""

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""

    def wait(self) -> None:
        """Return when all work is done."""


class _Mouth(QObject):
    """Speaks for a task. It lives in the window's thread and longer than the task, whatever becomes of the job."""

    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    progressed = Signal(str, int, int)
    silent = Signal(object)


class _Run(QRunnable):
    def __init__(self, task: Task, progress: Progress, mouth: _Mouth) -> None:
        super().__init__()
        self.setAutoDelete(True)
        self._task, self._progress, self._mouth = task, progress, mouth

    def run(self) -> None:
        mouth = self._mouth
        try:
            result = self._task(self._progress)
        except Cancelled:
            mouth.cancelled.emit()
        except BaseException as error:  # noqa: BLE001  # carried to the window's thread, which shows or logs it
            mouth.failed.emit(error)
        else:
            mouth.done.emit(result)
        finally:
            mouth.silent.emit(mouth)


class Runner(QObject):
    """A pool of one thread that never goes, so that work is done in the order in which it was asked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._mouths: set[_Mouth] = set()

    def run(self, owner: QObject | None, task: Task) -> Job:
        """Begin a task; see `Runs`."""
        job, mouth = Job(owner), _Mouth()
        progress = Progress(mouth.progressed.emit)
        job.begin(progress)
        mouth.done.connect(job.on_done)
        mouth.failed.connect(job.on_failed)
        mouth.cancelled.connect(job.on_cancelled)
        mouth.progressed.connect(job.on_progress)
        self._mouths.add(mouth)
        # To a slot of an object: it is called in the window's thread, after the answer.
        mouth.silent.connect(self._forget)
        self._pool.start(_Run(task, progress, mouth))
        return job

    @Slot(object)
    def _forget(self, mouth: object) -> None:
        assert isinstance(mouth, _Mouth)
        self._mouths.discard(mouth)

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._mouths)

    def wait(self) -> None:
        """Return when the thread is idle; answers still arrive through the event loop."""
        self._pool.waitForDone()


class InlineRunner(QObject):
    """Runs a task at once and tells on the next turn of the event loop; for tests."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = 0

    def run(self, owner: QObject | None, task: Task) -> Job:
        """Run a task now; see `Runs`."""
        from PySide6.QtCore import QTimer

        job = Job(owner)
        progress = Progress(job.on_progress)
        job.begin(progress)
        try:
            result = task(progress)
        except Cancelled:
            QTimer.singleShot(0, job, job.on_cancelled)
        except BaseException as error:  # noqa: BLE001
            failed = error
            QTimer.singleShot(0, job, lambda: job.on_failed(failed))
        else:
            QTimer.singleShot(0, job, lambda: job.on_done(result))
        return job

    @property
    def busy(self) -> bool:
        """Nothing is ever under way."""
        return False

    def wait(self) -> None:
        """Nothing to wait for."""
