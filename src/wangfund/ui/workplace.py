"""The open fund as the pages meet it: its books, the thread beside the window, and what has changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Flag, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wangfund.domain.clock import Clock
from wangfund.domain.profile import Profile
from wangfund.store.books import Books
from wangfund.ui.drafts import Drafts
from wangfund.ui.preferences import PreferenceFile, Preferences
from wangfund.ui.worker.runner import Runs

WATCHED_POSTS = ("เหรัญญิก", "ผู้ช่วยเหรัญญิก", "เลขานุการ", "ประธาน")


class Changed(Flag):
    """What an act touched; a page refreshes only when something of its own did."""

    MEMBERS = auto()
    MONEY = auto()
    CLAIMS = auto()
    PERIODS = auto()
    SETTINGS = auto()
    BACKUP = auto()


class Workplace(QObject):
    """One for a window with a fund open. `changed` tells what an act touched.

    What only the window can do is asked by `wants_look` (percent or None, a ground's name, "" for the system's, or
    None), `wants_restore` (a backup's path) and `wants_move` (the path of a fund that lies in a synchronised folder).
    """

    changed = Signal(object)
    preferences_changed = Signal()
    wants_look = Signal(object, object)
    wants_restore = Signal(object)
    wants_move = Signal(object)

    def __init__(
        self,
        books: Books,
        profile: Profile,
        runner: Runs,
        preferences: PreferenceFile,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.books, self.profile, self.runner = books, profile, runner
        self._file = preferences
        self.preferences: Preferences = preferences.load()
        self.wrote = False
        self._sitting = ""
        self.drafts = Drafts(preferences.draft_path(books.path), lasting=books.readonly is None)

    @property
    def clock(self) -> Clock:
        """Whoever knows the day."""
        return self.books.clock

    @property
    def path(self) -> Path:
        """The fund's file."""
        return self.books.path

    @property
    def who(self) -> str:
        """The name of the person at the desk, as acts are signed: the treasurer's until somebody says otherwise."""
        if any(officer.name == self._sitting for officer in self.profile.committee):
            return self._sitting
        return self.profile.officer(*WATCHED_POSTS)

    @property
    def post(self) -> str:
        """Her post."""
        return next((o.role for o in self.profile.committee if o.name == self.who), "")

    def sits_down(self, name: str) -> None:
        """Somebody of the committee works at the desk now, until the fund is closed."""
        self._sitting = name
        self.preferences_changed.emit()

    def prefer(self, change: Callable[[Preferences], Preferences]) -> None:
        """Change what this person likes and keep it; what another window changed meanwhile stays."""
        self.preferences = change(self._file.load())
        self._file.save(self.preferences)
        self.preferences_changed.emit()

    def take_profile(self, profile: Profile) -> None:
        """The fund's profile has been changed in its file."""
        self.profile = profile
        self.tell_changed(Changed.SETTINGS)

    def tell_changed(self, what: Changed) -> None:
        """An act has been done."""
        if what & ~Changed.BACKUP:
            self.wrote = True
        self.changed.emit(what)

    def found_unsaved(self) -> None:
        """The fund holds work that no backup has: done by command, or before a power cut."""
        self.wrote = True
        self.preferences_changed.emit()

    def backed_up(self, at: datetime, backup: Path) -> None:
        """A backup was made and verified."""
        self.prefer(lambda p: p.backed_up(self.path, at, backup))
        self.wrote = False
        self.tell_changed(Changed.BACKUP)
