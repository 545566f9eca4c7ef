"""The window while a fund is open: rail, the page in front, status bar."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wangfund.ui.frame.page import Page
from wangfund.ui.frame.rail import Rail
from wangfund.ui.frame.status import backup_age
from wangfund.ui.frame.status_bar import StatusBar
from wangfund.ui.keys import Key, page_key
from wangfund.ui.pages import BEHIND, PAGES, Memory
from wangfund.ui.theme.theme import Theme
from wangfund.ui.workplace import Changed, Workplace

_MINUTE_MS = 60_000
_EVERYTHING = Changed.MEMBERS | Changed.MONEY | Changed.CLAIMS | Changed.PERIODS | Changed.SETTINGS


class Desk(QWidget):
    """Made anew when the look changes; the pages' memory is kept by whoever makes it. `turned` names the page in front."""

    turned = Signal(str)

    def __init__(self, theme: Theme, place: Workplace, memory: Memory, page: str) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._place, self._memory = theme, place, memory
        self._pages: dict[str, Page] = {}
        self._day = self._first_day = place.clock.today()
        self._cover: QWidget | None = None
        self._back_to: QWidget | None = None
        profile = place.profile
        self._rail = Rail(theme, (profile.tambon, "กองทุนสวัสดิการ"), [spec.item for spec in PAGES])
        self._rail.chosen.connect(self.turn_to)
        name = f"กองทุนตำบล{profile.tambon}" if theme.compact else profile.name
        readonly = " · ดูอย่างเดียว" if place.books.readonly is not None else ""
        self._status = StatusBar(theme, f"{name}{readonly}", self._who())
        self._stack = QStackedWidget()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(self._status)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(right, 1)
        self._layers = QStackedWidget()
        self._layers.addWidget(self._row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._layers)
        self._keys()
        place.preferences_changed.connect(self._show_backup)
        place.changed.connect(self._show_backup)
        self._minutes = QTimer(self, interval=_MINUTE_MS)
        self._minutes.timeout.connect(self._on_minute)
        self._minutes.start()
        self._show_backup()
        self.turn_to(page)

    @property
    def page(self) -> Page:
        """The page in front."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, Page)
        return shown

    def turn_to(self, name: str, argument: object = None) -> None:
        """Bring a page to the front, making it the first time; what lay over the one before is taken away."""
        self.show_cover(None)
        self._meet_the_day()
        page = self._pages.get(name)
        made = page is None
        if page is None:
            spec = next(spec for spec in (*PAGES, *BEHIND) if spec.item.name == name)
            page = spec.make(self._theme, self._place, self._memory)
            page.go.connect(self.turn_to)
            page.cover.connect(self.show_cover)
            self._pages[name] = page
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._rail.show_chosen(rail_name(name))
        page.shown(argument)
        if made and self._day != self._first_day:
            # What its memory holds was read on an earlier day.
            self._place.changed.emit(_EVERYTHING)
        self.turned.emit(name)

    def show_cover(self, cover: QWidget | None) -> None:
        """Lay something over everything, such as the counter's view turned to the member; None takes it away."""
        if self._cover is not None:
            self._layers.removeWidget(self._cover)
            self._cover.deleteLater()
            self._cover = None
            self._layers.setCurrentWidget(self._row)
            if self._back_to is not None:
                self._back_to.setFocus()
        if cover is not None:
            self._cover, self._back_to = cover, self.focusWidget()
            self._layers.addWidget(cover)
            self._layers.setCurrentWidget(cover)
            cover.setFocus()

    def _meet_the_day(self) -> None:
        """A program left open overnight wakes on another day: its pages are made anew, what is typed in them stays."""
        today = self._place.clock.today()
        if today == self._day or self._place.runner.busy:
            return
        self._day = today
        for page in self._pages.values():
            page.release()
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()

    def _on_minute(self) -> None:
        self._show_backup()
        if (
            self._place.clock.today() != self._day
            and not self._place.runner.busy
            and QApplication.activeModalWidget() is None
        ):
            self.turn_to(next(name for name, page in self._pages.items() if page is self.page))

    def release(self) -> None:
        """The desk goes: its pages let go of the fund."""
        self._minutes.stop()
        self._place.preferences_changed.disconnect(self._show_backup)
        self._place.changed.disconnect(self._show_backup)
        for page in self._pages.values():
            page.release()

    def _keys(self) -> None:
        for spec in PAGES:
            key = QShortcut(QKeySequence(page_key(spec.item.number)), self)
            key.activated.connect(lambda name=spec.item.name: self.turn_to(name))
        QShortcut(QKeySequence(Key.FIND.sequence), self).activated.connect(self._find)
        QShortcut(QKeySequence(Key.HELP.sequence), self).activated.connect(self._help)
        back = QShortcut(QKeySequence(Key.BACK.sequence), self)
        back.activated.connect(self._back)

    def _find(self) -> None:
        self.show_cover(None)
        if not self.page.start_search():
            self.turn_to("members")

    def _help(self) -> None:
        from wangfund.ui.frame.help_view import HelpView

        if isinstance(self._cover, HelpView):
            self.show_cover(None)
            return
        page = self.page
        heading = next(
            spec.item.word for spec in (*PAGES, *BEHIND) if self._pages.get(spec.item.name) is page
        )
        view = HelpView(self._theme, heading, page.help_words(), page.keys)
        view.closed.connect(lambda: self.show_cover(None))
        self.show_cover(view)

    def _back(self) -> None:
        if self._cover is not None:
            self.show_cover(None)
        else:
            self.page.back()

    def _show_backup(self, _what: object = None) -> None:
        place = self._place
        last = place.preferences.last_backup(place.path)
        self._status.show_backup(backup_age(last, place.clock.now(), unsaved=place.wrote))
        self._status.who.setText(self._who())

    def _who(self) -> str:
        """Who is at the desk, with her post where there is room."""
        who = self._place.who
        return f"ผู้ทำรายการ {who} {self._place.post}".strip() if who and self._theme.roomy else who


def rail_name(name: str) -> str:
    """The page of the rail that is lit while a page is in front."""
    number = next(spec.item.number for spec in (*PAGES, *BEHIND) if spec.item.name == name)
    return next(spec.item.name for spec in PAGES if spec.item.number == number)
