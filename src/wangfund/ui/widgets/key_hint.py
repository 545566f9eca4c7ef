"""A key as it stands beside words: thin edge, quiet letters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import icon_label, label


def key_hint(theme: Theme, key: str) -> QFrame:
    """A key; names of icons such as 'arrow-up' are drawn, as the face has no arrows."""
    box = QFrame()
    box.setProperty("part", "key")
    row = QHBoxLayout(box)
    row.setContentsMargins(theme.px(6), 0, theme.px(6), 0)
    inside: QLabel = (
        icon_label(theme, key, "ink2", 14)
        if key.startswith("arrow-")
        else label(theme, key, Words.HINT, "ink2")
    )
    row.addWidget(inside, alignment=Qt.AlignmentFlag.AlignCenter)
    box.setFixedHeight(theme.metrics(Words.HINT).height() + 2)
    return box
