"""A state: icon and word, quiet when all is in order, filled when it wants attention."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import icon_label, label


@dataclass(frozen=True, slots=True)
class Mark:
    """A state as shown: an icon, a word and a tone (ok, warn, bad, pri, ink2). `filled` wants attention."""

    icon: str
    words: str
    tone: str
    filled: bool = True


class Chip(QFrame):
    """A mark on a page."""

    def __init__(self, theme: Theme, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        if mark.filled:
            self.setProperty("fill", mark.tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8) if mark.filled else 0, 0, theme.px(10) if mark.filled else 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(icon_label(theme, mark.icon, mark.tone, 18))
        self.words: QLabel = label(theme, mark.words, Words.SECOND, mark.tone)
        row.addWidget(self.words)
        self.setFixedHeight(max(theme.px(sizes.CHIP), theme.metrics(Words.SECOND).height() + 4))
