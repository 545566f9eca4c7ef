"""The line under a field: what is wrong and what to do, or a fact worked out from what was typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wangfund.domain.errors import Finding, Severity
from wangfund.text.messages import say_finding
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import WrapLabel, icon_label

_LOOKS: Final = {
    Severity.ERROR: ("circle-alert", "bad"),
    Severity.WARNING: ("triangle-alert", "warn"),
    Severity.NOTE: ("wand-sparkles", "ink2"),
}


class FindingLine(QWidget):
    """Empty until something is to be said; it keeps its line so that nothing jumps."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(6))
        self._icon: QWidget | None = None
        self._words = WrapLabel(theme, "", Words.SECOND, "ink2")
        self._row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(theme.metrics(Words.SECOND).height())
        self.finding: Finding | None = None
        self._keeps_room = True

    def give_room(self) -> None:
        """Take no room while nothing is said: for long forms, where the lines under it may move."""
        self._keeps_room = False
        self.setVisible(bool(self.words))

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words.words

    def show_finding(self, finding: Finding) -> None:
        """Say what is wrong and what to do."""
        self.finding = finding
        name, tone = _LOOKS[finding.severity]
        self._say(name, tone, say_finding(finding).line)

    def show_fact(self, words: str) -> None:
        """Say what follows from what was typed ("" for nothing)."""
        self.finding = None
        self._say("", "ink2", words)

    def show_caution(self, words: str) -> None:
        """Say a fact that wants attention; nothing is wrong with what was typed."""
        self.finding = None
        self._say("triangle-alert", "warn", words)

    def _say(self, icon: str, tone: str, words: str) -> None:
        if self._icon is not None:
            self._row.removeWidget(self._icon)
            self._icon.deleteLater()
            self._icon = None
        if icon:
            self._icon = icon_label(self._theme, icon, tone, 18)
            self._row.insertWidget(0, self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._words.setProperty("tone", tone)
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)
        self._words.tell(words)
        if not self._keeps_room:
            self.setVisible(bool(words))
