"""A decision or a message in its place on the page: icon, words, what to do, and the figure at the far right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import WrapLabel, icon_label, label

ICONS: Final = {"ok": "circle-check", "warn": "triangle-alert", "bad": "circle-alert", "pri": "calendar-days"}
"""The icon of each tone: a refusal is 'pri', blue, never red; red is for errors and suspension."""


class Banner(QFrame):
    """Soft fill and edge; `closed` when a person has read it."""

    closed = Signal()

    def __init__(
        self, theme: Theme, tone: str, words: str, details: tuple[str, ...] = (), *, figure: str = "", figure_name: str = "",
        icon: str = "", can_close: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.setProperty("fill", tone)
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(14))
        row.addWidget(
            icon_label(theme, icon or ICONS[tone], tone, sizes.ICON_DECISION), 0, Qt.AlignmentFlag.AlignTop
        )
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(WrapLabel(theme, words, Words.PANEL, tone))
        for line in details:
            middle.addWidget(WrapLabel(theme, line, Words.SECOND, "ink"))
        row.addLayout(middle, 1)
        if figure:
            row.addWidget(self._figure(theme, figure_name, figure))
        if can_close:
            close = ActionButton(theme, "ปิด", key="Esc", in_row=True)
            close.clicked.connect(self.closed)
            row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def _figure(self, theme: Theme, name: str, figure: str) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        right = Qt.AlignmentFlag.AlignRight
        column.addWidget(label(theme, name, Words.SECOND, "ink2"), 0, right)
        column.addWidget(label(theme, figure, Words.BIG), 0, right)
        return box
