"""The main window: the welcome page until a fund is open, then its desk; how text grows; how it closes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QIcon, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from wangfund.domain.clock import Clock
from wangfund.domain.errors import FundError
from wangfund.ui.frame.choose_file import FileKind, choose_file
from wangfund.ui.frame.desk import Desk
from wangfund.ui.frame.fund_moves import FundMoves
from wangfund.ui.frame.opening import Opened, open_now, open_task
from wangfund.ui.frame.page import Page
from wangfund.ui.frame.unsaved import look_for_unsaved
from wangfund.ui.keys import Key
from wangfund.ui.pages import Memory
from wangfund.ui.preferences import PreferenceFile
from wangfund.ui.theme.colours import Ground
from wangfund.ui.theme.icons import MARK, icon
from wangfund.ui.theme.sizes import FACTORS
from wangfund.ui.theme.stylesheet import stylesheet
from wangfund.ui.theme.system_ground import system_ground
from wangfund.ui.theme.theme import Theme, theme_for
from wangfund.ui.welcome.page import WelcomePage
from wangfund.ui.welcome.state import PRACTICE_WORDS, practice_path, practice_task, recent_funds
from wangfund.ui.worker.runner import Runs
from wangfund.ui.workplace import Workplace

USUAL_SIZE = QSize(1366, 698)
LEAST_SIZE = QSize(1000, 560)
_HOME = "home"
_BUSY_MS = 30


class MainWindow(QMainWindow):
    """One fund at a time. The look is made anew when the text grows or the window turns narrow; the pages remember."""

    def __init__(self, clock: Clock, runner: Runs, preferences: PreferenceFile) -> None:
        super().__init__()
        self._clock, self._runner, self._preferences = clock, runner, preferences
        self._prefer = preferences.load()
        self.place: Workplace | None = None
        self._memory: Memory = {}
        self._page = _HOME
        self._desk: Desk | None = None
        self._welcome: WelcomePage | None = None
        self._founding = False
        self.moves = FundMoves(self, clock, runner, preferences)
        self._closing = False
        self.resize(USUAL_SIZE)
        self.setMinimumSize(LEAST_SIZE)
        self.setWindowIcon(QIcon(icon(MARK, "", 64)))
        self.theme = self._theme_now()
        for key, act in ((Key.LARGER, 1), (Key.SMALLER, -1), (Key.USUAL_SIZE, 0)):
            QShortcut(QKeySequence(key.sequence), self).activated.connect(lambda by=act: self.resize_text(by))
        QShortcut(QKeySequence("Ctrl+="), self).activated.connect(lambda: self.resize_text(1))
        self._rebuild_soon = QTimer(self, singleShot=True, interval=0)
        self._rebuild_soon.timeout.connect(self._rebuild)
        QApplication.styleHints().colorSchemeChanged.connect(self._look_again)
        self._dress()

    def start(self, path: Path | None) -> None:
        """Show a fund, or without one the welcome page."""
        if path is None:
            self._show_welcome()
        else:
            self._open_at_start(path)

    @property
    def desk(self) -> Desk:
        """The desk of the open fund."""
        assert self._desk is not None
        return self._desk

    @property
    def welcome(self) -> WelcomePage:
        """The welcome page, while no fund is open."""
        assert self._welcome is not None
        return self._welcome

    def _open_at_start(self, path: Path) -> None:
        """Open a fund before the window is shown; when it cannot be, the welcome page says why."""
        try:
            opened = open_now(path, self._clock)
        except FundError as error:
            self._show_welcome()
            self._on_refused(path, error)
            return
        self.take(opened)

    def open_fund(
        self,
        path: Path,
        *,
        reading: bool = False,
        page: str = _HOME,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Open a fund beside the window, on a page; `then` is called when it is open."""
        job = self._runner.run(self, open_task(path, self._clock, reading=reading))
        if self._welcome is not None:
            self._welcome.busy.follow(job, "เปิดกองทุน")
        job.done.connect(lambda opened: self.take(opened, page, then))
        job.failed.connect(lambda error: self._on_refused(path, error))

    def leave_fund(self) -> Path | None:
        """Let go of the open fund and show the welcome page; gives the path of its file."""
        path = None if self.place is None else self.place.path
        self._let_go()
        self._show_welcome()
        return path

    def resize_text(self, by: int) -> None:
        """The next larger (1) or smaller (-1) text, or the usual (0)."""
        sizes = list(FACTORS)
        at = sizes.index(self._prefer.percent)
        percent = sizes[min(max(at + by, 0), len(sizes) - 1)] if by else sizes[0]
        self.set_look(percent=percent)

    def set_look(self, *, percent: int | None = None, ground: Ground | str | None = None) -> None:
        """Keep another size of text or another ground ("" for the system's), and show it."""
        from dataclasses import replace

        wanted = replace(
            self._prefer,
            percent=percent or self._prefer.percent,
            ground=str(ground) if ground is not None else self._prefer.ground,
        )
        self._prefer = wanted
        if self.place is not None:
            self.place.prefer(lambda p: replace(p, percent=wanted.percent, ground=wanted.ground))
        else:
            self._preferences.save(wanted)
        self._look_again()

    def tell_crash(self) -> None:
        """Something of ours broke: say so, verify the file, go on."""
        from wangfund.ui.frame.crash import CrashDialog

        CrashDialog(self.theme, self.place.path if self.place is not None else None, self._clock, self).exec()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window takes the compact form."""
        super().resizeEvent(event)
        self._look_again()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for the work; back up what was done; then go."""
        place = self.place
        if place is None or self._closing or (not place.wrote and not self._runner.busy):
            self._let_go()
            event.accept()
            return
        from wangfund.ui.frame.closing import ClosingDialog

        dialog = ClosingDialog(self.theme, place, self)
        if dialog.exec() and (dialog.safe or dialog.leave.isVisibleTo(dialog)):
            self._let_go()
            event.accept()
        else:
            event.ignore()

    def take(self, opened: Opened, page: str = _HOME, then: Callable[[], None] | None = None) -> None:
        """Show the desk of a fund that has been opened."""
        books, profile = opened
        self._let_go()
        self.place = Workplace(books, profile, self._runner, self._preferences, self)
        if books.readonly is None:
            self.place.prefer(lambda p: p.opened(books.path))
        self._prefer = self.place.preferences
        self.setWindowTitle(f"{books.path.name} — {profile.name}")
        self._memory, self._page, self._founding = {}, page, False
        self.place.wants_look.connect(lambda percent, ground: self.set_look(percent=percent, ground=ground))
        self.moves.attend(self.place)
        self._build_desk()
        look_for_unsaved(self.place)
        if then is not None:
            then()
        else:
            self.moves.look_at(books)

    def _build_desk(self) -> None:
        assert self.place is not None
        if self._desk is not None:
            self._desk.release()
        self._welcome = None
        self._desk = Desk(self.theme, self.place, self._memory, self._page)
        self._desk.turned.connect(self._on_turned)
        self._put(self._desk)
        self._desk.page.shown()

    def _show_founding(self) -> None:
        self._welcome, self._founding = None, True
        page = self.moves.founding_page()
        page.left.connect(self._show_welcome)
        self._put(page)
        page.shown()

    def _show_welcome(self) -> None:
        self._founding = False
        self.setWindowTitle("wangfund")
        self._welcome = WelcomePage(self.theme, recent_funds(self._prefer.recent))
        self._welcome.wants_open.connect(self._choose)
        self._welcome.wants_fund.connect(self.open_fund)
        self._welcome.wants_practice.connect(self._practise)
        self._welcome.wants_new.connect(self._show_founding)
        self._welcome.wants_import.connect(self.moves.import_into)
        self._put(self._welcome)
        self._welcome.shown()

    def _put(self, inside: QWidget) -> None:
        old = self.takeCentralWidget()
        self.setCentralWidget(inside)
        if old is not None:
            old.deleteLater()

    def _choose(self) -> None:
        recent = self._prefer.recent
        folder = str(Path(recent[0]).parent) if recent else str(Path.home())
        choose_file(self, "เปิดกองทุน", folder, FileKind.FUND, self.open_fund)

    def _practise(self) -> None:
        job = self._runner.run(self, practice_task(practice_path(), self._clock))
        self.welcome.busy.follow(job, PRACTICE_WORDS, can_stop=True)
        job.done.connect(self.open_fund)
        job.failed.connect(lambda error: self._on_refused(practice_path(), error))

    def _on_refused(self, path: Path, error: Any) -> None:
        if not isinstance(error, FundError):
            raise error
        if self._welcome is None:
            front = self._desk.page if self._desk is not None else self.centralWidget()
            if isinstance(front, Page):
                front.complain(error)
            return
        self._welcome.complain(error)
        if error.code in {"FILE_LOCKED", "FILE_OLDER"}:
            QTimer.singleShot(0, self, lambda: self.moves.offer_instead(path, error))

    def _on_turned(self, name: str) -> None:
        self._page = name

    def _theme_now(self) -> Theme:
        ground = Ground(self._prefer.ground) if self._prefer.ground else system_ground()
        return theme_for(ground, self._prefer.percent, self.width())

    def _look_again(self) -> None:
        if self._theme_now() != self.theme:
            self._rebuild_soon.start()

    def _rebuild(self) -> None:
        theme = self._theme_now()
        if theme == self.theme:
            return
        if self._runner.busy:
            # A page that is waiting for an answer is not taken away: whether it was posted would be told to nobody.
            self._rebuild_soon.start(_BUSY_MS)
            return
        self.theme = theme
        self._dress()
        if self.place is not None:
            self._build_desk()
        elif self._founding:
            self._show_founding()
        elif self._welcome is not None:
            self._show_welcome()

    def _dress(self) -> None:
        self.setStyleSheet(stylesheet(self.theme))
        self.setFont(self.theme.font())

    def _let_go(self) -> None:
        if self.place is None:
            return
        self._runner.wait()
        if self._desk is not None:
            self._desk.release()
            self._desk = None
        self.place.books.close()
        self.place.deleteLater()
        self.place = None
