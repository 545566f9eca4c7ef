"""F1: what the page in front is for, step by step, and every key that works there. Lies over the window; Esc goes back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.key_hint import key_hint
from wangfund.ui.widgets.label import WrapLabel, label
from wangfund.ui.widgets.panel import Panel

EVERYWHERE: Final = (
    Key.HELP, Key.BACK, Key.YES, Key.FIND, Key.NEW, Key.EDIT, Key.PRINT, Key.POST, Key.UNDO,
    Key.LARGER, Key.SMALLER, Key.USUAL_SIZE,
)  # fmt: skip
"""Keys told on every page, in this order, after those of the page."""


class HelpView(QWidget):
    """`closed` on Esc or F1 again."""

    closed = Signal()

    def __init__(self, theme: Theme, heading: str, sentences: Sequence[str], keys: Sequence[Key]) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        t, edge = theme, theme.px(sizes.PAGE_EDGE)
        back = ActionButton(t, "กลับไปทำงาน", icon="arrow-left", key=Key.BACK.shown)
        back.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(label(t, f"วิธีใช้หน้า{heading}", Words.BIG))
        head.addStretch()
        head.addWidget(back)
        work = Panel(t, "ทำอย่างไร")
        for at, sentence in enumerate(sentences, 1):
            work.add(WrapLabel(t, f"{at}  {sentence}"), top=2, bottom=6)
        work.column.addStretch()
        row = QVBoxLayout() if t.compact else QHBoxLayout()
        row.setSpacing(t.px(sizes.GAP))
        row.addWidget(work, 3)
        row.addWidget(self._keys_panel(t, keys), 2)
        inside = QWidget()
        inside.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll = scroll
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(t.px(sizes.GAP))
        column.addLayout(head)
        column.addWidget(scroll, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and F1 go back; arrows move what is too long for the window."""
        key = Qt.Key(event.key())
        bar = self._scroll.verticalScrollBar()
        if key in {Qt.Key.Key_Escape, Qt.Key.Key_F1}:
            self.closed.emit()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_PageDown}:
            bar.setValue(bar.value() + bar.pageStep() // 2)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_PageUp}:
            bar.setValue(bar.value() - bar.pageStep() // 2)
        else:
            super().keyPressEvent(event)

    def _keys_panel(self, theme: Theme, keys: Sequence[Key]) -> Panel:
        panel = Panel(theme, "ปุ่มลัด")
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(5))
        told = [(key.shown, key.value.does) for key in dict.fromkeys((*keys, *EVERYWHERE))]
        told.append(("Ctrl 1–9", "ไปหน้านั้น"))
        for at, (shown, does) in enumerate(told):
            grid.addWidget(
                key_hint(theme, shown), at, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            )
            grid.addWidget(WrapLabel(theme, does, Words.SECOND), at, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        panel.add(inside, top=4, bottom=10)
        panel.column.addStretch()
        return panel
