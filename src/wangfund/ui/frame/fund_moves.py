"""What changes which file lies open: a backup put back, a fund brought to this computer, a new fund founded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from wangfund.domain.clock import Clock
from wangfund.domain.errors import FundError
from wangfund.store.books import Books
from wangfund.store.synced_folder import synced_folder
from wangfund.ui.drafts import Drafts
from wangfund.ui.founding.places import own_folders
from wangfund.ui.founding.state import DRAFT, FoundingState, home_for
from wangfund.ui.frame.choose_file import FileKind, choose_file
from wangfund.ui.frame.error_words import banner_of
from wangfund.ui.frame.opening import Opened
from wangfund.ui.frame.question import Question
from wangfund.ui.preferences import PreferenceFile
from wangfund.ui.welcome.moving import WORDS, locked_words, move_task, offer_words
from wangfund.ui.widgets.banner import Banner
from wangfund.ui.worker.progress import Progress
from wangfund.ui.worker.runner import Runs
from wangfund.ui.workplace import Workplace
from wangfund.usecases.backup_fund import Backup

if TYPE_CHECKING:
    from wangfund.ui.founding.page import FoundingPage
    from wangfund.ui.frame.window import MainWindow


class FundMoves(QObject):
    """Belongs to the window, which lets go of the open fund before any of this touches its file."""

    def __init__(self, window: MainWindow, clock: Clock, runner: Runs, preferences: PreferenceFile) -> None:
        super().__init__(window)
        self._window, self._clock, self._runner = window, clock, runner
        self._preferences = preferences
        self._state: FoundingState | None = None

    def founding_page(self, state: FoundingState | None = None) -> FoundingPage:
        """The page on which a fund is founded, with what was typed before (or with `state`)."""
        from wangfund.ui.founding.page import FoundingPage

        if state is not None:
            self._state = state
        if self._state is None:
            kept = self._drafts().kept(DRAFT)
            self._state = FoundingState.of_draft(kept) if kept else FoundingState()
        page = FoundingPage(self._window.theme, self._state, self._runner, self._clock, self._drafts())
        page.founded.connect(self._on_founded)
        return page

    def attend(self, place: Workplace) -> None:
        """Hear what the pages of an open fund ask for; after they are done asking."""
        place.wants_restore.connect(lambda path: QTimer.singleShot(0, self, lambda: self.restore(path)))
        place.wants_move.connect(lambda path: QTimer.singleShot(0, self, lambda: self.offer_move(path)))

    def look_at(self, books: Books) -> None:
        """A fund was opened: one that lies where something else copies it is offered a better place."""
        if books.readonly == "FILE_SYNCED_FOLDER":
            QTimer.singleShot(0, self, lambda: self.offer_move(books.path))

    def import_into(self, path: Path | None) -> None:
        """Open a fund (None: ask which) on the page on which a register is brought in."""

        def open_there(found: Path) -> None:
            self._window.open_fund(found, page="import")

        if path is not None:
            open_there(path)
        else:
            choose_file(self._window, "จะนำเข้าทะเบียนของกองทุนใด", None, FileKind.FUND, open_there)

    def offer_instead(self, path: Path, error: FundError) -> None:
        """What can be done with a fund that could not be opened for work."""
        if error.code == "FILE_OLDER":
            if synced_folder(path) is not None:
                self.offer_move(path)
            return
        question = Question(
            self._window.theme,
            "เปิดดูอย่างเดียวหรือไม่",
            locked_words(error.values),
            "เปิดดูอย่างเดียว",
            self._window,
            icon="eye",
            leave="ยังไม่เปิด",
        )
        question.accepted.connect(lambda: self._window.open_fund(path, reading=True))
        question.open()

    def restore(self, backup: Path) -> None:
        """Put a backup in the place of the open fund: let go of it, replace it, open it again and say so."""
        path = self._window.leave_fund()
        if path is None:
            return
        clock = self._clock

        def work(progress: Progress) -> Backup:
            from wangfund.usecases.backup_fund import restore

            progress.step("ตรวจและเรียกคืนสำเนา", 0, 0)
            return restore(backup, path, clock)

        job = self._runner.run(self, work)
        self._window.welcome.busy.follow(job, "ตรวจและเรียกคืนสำเนา")
        job.done.connect(lambda made: self._open(path, lambda: self._tell_restored(made)))
        job.failed.connect(lambda error: self._open(path, lambda: self._complain(error)))

    def offer_move(self, path: Path) -> None:
        """Offer to bring a fund out of a folder that something else copies; the original stays as it is."""
        target = home_for(path.name, own_folders())
        if target is None:
            return
        theme = self._window.theme
        question = Question(
            theme,
            "ย้ายมาทำงานในเครื่องนี้",
            offer_words(path, target),
            "ทำสำเนาแล้วเปิด",
            self._window,
            icon="hard-drive",
            leave="ดูอย่างเดียว",
        )
        question.accepted.connect(lambda: self.move(path, target))
        question.open()

    def move(self, path: Path, target: Path) -> None:
        """Make the verified copy and open it."""
        self._window.leave_fund()
        job = self._runner.run(self, move_task(path, target, self._clock))
        self._window.welcome.busy.follow(job, WORDS)
        job.done.connect(lambda there: self._open(there, lambda: self._tell_moved(path)))
        job.failed.connect(lambda error: self._open(path, lambda: self._complain(error), reading=True))

    def _drafts(self) -> Drafts:
        return Drafts(self._preferences.new_fund_draft())

    def _on_founded(self, opened: Opened) -> None:
        from wangfund.ui.founding.first_steps import FirstSteps

        self._state = None
        self._window.take(opened)
        books, profile = opened

        def show() -> None:
            steps = FirstSteps(self._window.theme, profile, books.path)
            steps.chosen.connect(self._go)
            self._window.desk.show_cover(steps)

        # Once the desk itself stands.
        QTimer.singleShot(0, self, show)

    def _go(self, page: str, argument: object) -> None:
        self._window.desk.show_cover(None)
        self._window.desk.turn_to(page, argument)

    def _open(self, path: Path, then: Callable[[], None], *, reading: bool = False) -> None:
        self._window.open_fund(path, reading=reading, then=then)

    def _tell_restored(self, made: Backup) -> None:
        kept = (f"แฟ้มก่อนเรียกคืนเก็บไว้ที่ {made.kept}",) if made.kept is not None else ()
        self._tell("ok", "เรียกคืนสำเนาแล้ว ตรวจแล้วครบถ้วน", kept)

    def _tell_moved(self, path: Path) -> None:
        lines = (f"แฟ้มเดิมยังอยู่ที่ {path} ไม่ถูกลบ ต่อไปอย่าลงบัญชีในแฟ้มนั้นอีก",)
        self._tell("ok", "ย้ายมาทำงานในเครื่องนี้แล้ว สำเนาตรวจแล้วครบถ้วน", lines)

    def _complain(self, error: object) -> None:
        if not isinstance(error, FundError):
            assert isinstance(error, BaseException)
            raise error
        self._window.desk.page.tell(banner_of(self._window.theme, error))

    def _tell(self, tone: str, words: str, lines: tuple[str, ...]) -> None:
        # After the page has been shown: it may have something of its own to say first.
        window = self._window
        QTimer.singleShot(
            0, self, lambda: window.desk.page.tell(Banner(window.theme, tone, words, lines, can_close=True))
        )
