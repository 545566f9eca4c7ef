"""Looking through all months beside the window, one search at a time; the newest one wanted counts."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from wangfund.ui.books.entry_search import key_of
from wangfund.ui.books.state import BooksState
from wangfund.ui.frame.page import Page
from wangfund.ui.worker.job import Job
from wangfund.ui.worker.progress import Progress
from wangfund.ui.workplace import Workplace
from wangfund.usecases.entries_of_month import BookEntry, find_entries

_AFTER_MS: Final = 250


class AllMonths(QObject):
    """`found` gives the entries of all months that fit what the state looks for."""

    found = Signal(object)

    def __init__(self, page: Page, place: Workplace, state: BooksState) -> None:
        super().__init__(page)
        self._page, self._place, self._state = page, place, state
        self._job: Job | None = None
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._soon.timeout.connect(self.look)

    def look_soon(self) -> None:
        """Look when the typing rests."""
        self._soon.start()

    def look(self) -> None:
        """Look now; a search under way is given up."""
        wanted = self._state.wanted
        if wanted.empty:
            return
        self.stop()
        self._state.everywhere = True
        books = self._place.books

        def find(progress: Progress) -> tuple[BookEntry, ...]:
            return find_entries(
                books,
                lambda e, n: key_of(e, n).fits(wanted),
                step=lambda _month: progress.step("ค้นในทุกเดือน", 0, 0),
            )

        self._job = self._place.runner.run(self._page, find)
        self._page.watch(self._job, self._on_done)

    def stop(self) -> None:
        """The answer is no longer wanted."""
        self._soon.stop()
        if self._job is not None:
            self._job.forget()
            self._job = None

    def _on_done(self, found: Any) -> None:
        self._job = None
        self.found.emit(found)
