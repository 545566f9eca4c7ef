"""How work beside the window tells how far it has come, and hears that it should stop."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

Tell = Callable[[str, int, int], None]


class Cancelled(Exception):
    """A person asked the work to stop; it stopped between two steps, with nothing half done."""


class Progress:
    """Given to every task. It may be called from any thread."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._stop = Event()

    def step(self, words: str, done: int, total: int) -> None:
        """Tell that `done` of `total` are done (total 0: nobody knows).

        Raises:
            Cancelled: the task was asked to stop.
        """
        if self._stop.is_set():
            raise Cancelled
        self._tell(words, done, total)

    def stop(self) -> None:
        """Ask the task to stop at its next step."""
        self._stop.set()
