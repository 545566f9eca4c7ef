"""A section of the settings at the right of the page: its heading, its acts by key, what it shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.settings.state import SettingsState
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import WrapLabel, icon_label, label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.settings_view import SettingsView, settings_view


class Section(Panel):
    """Subclasses put their parts into `inside` and their buttons into `acts`, which the page's keys press."""

    def __init__(
        self, theme: Theme, page: Page, place: Workplace, state: SettingsState, heading: str
    ) -> None:
        super().__init__(theme)
        self.page, self.place, self.state = page, place, state
        self.acts: dict[Key, ActionButton] = {}
        pad = theme.px(sizes.PANEL_PAD + 2)
        self.inside = QVBoxLayout()
        self.inside.setContentsMargins(pad, theme.px(12), pad, theme.px(14))
        self.inside.setSpacing(theme.px(8))
        self.inside.addWidget(label(theme, heading, Words.SUB))
        self.column.addLayout(self.inside)

    def show_view(self, view: SettingsView) -> None:
        """The fund's settings have been read."""

    def refresh(self) -> None:
        """Something outside the fund's settings changed: backups, the look, the person at the desk."""

    def begin(self) -> None:
        """The section has the keys."""

    @property
    def writable(self) -> bool:
        """Whether this fund may be written."""
        return self.place.books.readonly is None

    def hint(self, words: str) -> WrapLabel:
        """A quiet line under the heading."""
        made = WrapLabel(self.theme, words, Words.SECOND, "ink2")
        self.inside.addWidget(made)
        return made

    def buttons(self, *acts: tuple[Key, str, str, Callable[[], object]]) -> QWidget:
        """A row of buttons, as (key, words, icon, act), in a row of two on a narrow page."""
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self.theme.px(8))
        line = QHBoxLayout()
        for at, (key, words, icon, act) in enumerate(acts):
            if at % (2 if self.theme.compact else 4) == 0:
                line = QHBoxLayout()
                line.setSpacing(self.theme.px(12))
                rows.addLayout(line)
            button = ActionButton(self.theme, words, icon=icon, key=key.shown)
            button.clicked.connect(act)
            line.addWidget(button)
            self.acts[key] = button
        for at in range(rows.count()):
            row = rows.itemAt(at)
            inner = row.layout() if row is not None else None
            if isinstance(inner, QHBoxLayout):
                inner.addStretch()
        return box

    def say_readonly(self, words: str = "เปิดดูอย่างเดียว จึงแก้ไม่ได้") -> None:
        """Under the buttons of a fund that may only be read: why they are grey."""
        if self.writable:
            return
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(6))
        row.addWidget(icon_label(self.theme, "lock", "ink3", 16))
        row.addWidget(WrapLabel(self.theme, words, Words.SECOND, "ink3"), 1)
        self.inside.addLayout(row)
        for button in self.acts.values():
            button.setAccessibleDescription(words)

    def change(self, words: str, verb: Callable[[], object], said: str) -> None:
        """Do something that changes the settings, then show them as they stand and say so."""
        books = self.place.books

        def work(_progress: object) -> SettingsView:
            verb()
            return settings_view(books)

        self.page.act(self.place, words, work, lambda view: self.changed(view, said), Changed(0))

    def changed(self, view: SettingsView, said: str) -> None:
        """The settings were changed: everybody hears, the quiet line says what was done."""
        self.state.view = view
        self.place.take_profile(view.profile)
        self.page.head.say(said, "ok")
        self.begin()
