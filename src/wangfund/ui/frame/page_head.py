"""The head of a page: its heading, one quiet line of fact, and at the right at most one other button and the main one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import ElideLabel, label, set_tone


class PageHead(QWidget):
    """Heading and facts; `add` puts what belongs at the right."""

    def __init__(self, theme: Theme, heading: str) -> None:
        super().__init__()
        self.heading = label(theme, heading, Words.BIG)
        self.facts = ElideLabel(theme, "", Words.BODY, "ink2")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(14))
        middle = Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(self.heading, 0, middle)
        self._row.addWidget(self.facts, 1, middle)
        self.setFixedHeight(theme.px(sizes.PAGE_HEAD))

    def say(self, facts: str, tone: str = "ink2") -> None:
        """The quiet line of fact; 'ok' when it tells what was just done."""
        set_tone(self.facts, tone)
        self.facts.setText(facts)

    def add(self, part: QWidget) -> None:
        """Put a button or a field at the right."""
        self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
