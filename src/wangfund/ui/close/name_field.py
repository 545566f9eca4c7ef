"""A person's name: the arrows offer the committee one by one, anyone else's may be written too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from wangfund.domain.profile import Officer
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.text_field import TextField

LONGEST: Final = 80
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class NameField(TextField):
    """The post of whoever is named shows on pointing; the line below is there only when something is wrong."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name, longest=LONGEST, hint="ลูกศรขึ้นลงเลือกกรรมการ")
        self._posts: dict[str, str] = {}
        self.edit.installEventFilter(self)
        self.changed.connect(lambda _typed: self._show_post())

    def offer(self, committee: Sequence[Officer]) -> None:
        """Offer these people; one who holds two posts is known by the first."""
        self._posts = {}
        for officer in committee:
            self._posts.setdefault(officer.name, officer.role)
        self._show_post()

    def set_text(self, text: str) -> None:
        """Fill the field; nothing is told."""
        super().set_text(text)
        self._show_post()

    def take_keys(self) -> None:
        """Put the typing here, over what stands in it."""
        self.edit.setFocus()
        self.edit.selectAll()

    def check(self) -> bool:
        """Show what is wrong now; whether all is well."""
        well = super().check()
        self._show_post()
        return well

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go through the committee."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and not event.modifiers():
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and self._posts:
                names = list(self._posts)
                at = names.index(self.text) + step if self.text in names else min(step, 0)
                self.set_text(names[at % len(names)])
                self.edit.selectAll()
                self.changed.emit(self.typed)
                return True
        return super().eventFilter(watched, event)

    def _show_post(self) -> None:
        post = self._posts.get(self.words, "")
        self.edit.setToolTip(post)
        self.edit.setAccessibleDescription(post)
        self.below.setVisible(self.below.finding is not None)
