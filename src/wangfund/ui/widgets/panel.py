"""White panels on the pale ground: a heading, rules, and what lies inside. Never one inside another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import label


class Panel(QFrame):
    """A panel; `column` takes what lies inside, edge to edge. `padded` rows keep the panel's margin."""

    def __init__(self, theme: Theme, heading: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("part", "panel")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.heading: QLabel | None = None
        self.head = QHBoxLayout()
        if heading:
            pad = theme.px(sizes.PANEL_PAD)
            self.head.setContentsMargins(pad, theme.px(8), pad, theme.px(4))
            self.head.setSpacing(theme.px(6))
            self.heading = label(theme, heading, Words.PANEL)
            self.head.addWidget(self.heading)
            self.head.addStretch()
            self.column.addLayout(self.head)

    def add(self, inside: QWidget, *, top: int = 0, bottom: int = 0) -> None:
        """Put a widget at the foot, with the panel's margin at its sides."""
        pad = self.theme.px(sizes.PANEL_PAD)
        box = QVBoxLayout()
        box.setContentsMargins(pad, self.theme.px(top), pad, self.theme.px(bottom))
        box.addWidget(inside)
        self.column.addLayout(box)

    def rule(self) -> None:
        """A hairline across the panel."""
        self.column.addWidget(rule(self.theme))


def rule(theme: Theme, part: str = "rule") -> QFrame:
    """A line that separates; `total-rule` is the heavy one over a sum."""
    line = QFrame()
    line.setProperty("part", part)
    line.setFixedHeight(2 if part == "total-rule" else theme.colours.line_px)
    return line


def split(theme: Theme, left: QWidget, right: QWidget) -> QWidget:
    """What it is at the left, how much at the right, on one line."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    row.addWidget(left, 1, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(right, 0, Qt.AlignmentFlag.AlignVCenter)
    return box
