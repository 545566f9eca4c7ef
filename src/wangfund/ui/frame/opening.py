"""Opening a fund beside the window, and what a person can choose when it cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wangfund.domain.clock import Clock
from wangfund.domain.profile import Profile
from wangfund.store.books import Books
from wangfund.ui.worker.progress import Progress

Opened = tuple[Books, Profile]


def open_task(path: Path, clock: Clock, *, reading: bool = False) -> Callable[[Progress], Opened]:
    """The work: open a fund (for reading beside whoever has it) and read who it is. Raises what the store says."""

    def work(progress: Progress) -> Opened:
        progress.step("เปิดกองทุน", 0, 0)
        return open_now(path, clock, reading=reading)

    return work


def open_now(path: Path, clock: Clock, *, reading: bool = False) -> Opened:
    """Open a fund and read who it is.

    Raises:
        StoreError: what the file or the disk says.
    """
    from wangfund.store.fund_file import open_for_reading, open_fund
    from wangfund.store.profile import read_profile

    books = open_for_reading(path, clock) if reading else open_fund(path, clock, desk="wangfund")
    try:
        with books.read() as r:
            return books, read_profile(r, clock.today())
    except BaseException:
        books.close()
        raise
