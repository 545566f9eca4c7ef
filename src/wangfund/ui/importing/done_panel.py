"""What an import has done: how many came in, who stayed out and why, and what can be done next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from wangfund.ui.importing.held_rows import HeldRow
from wangfund.ui.importing.short_words import short
from wangfund.ui.importing.state import Done
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import WrapLabel, icon_label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable

_WORDS: Final = {
    "register": {"add": "เพิ่มใหม่", "update": "แก้ไข", "same": "เหมือนเดิม", "hold": "พักไว้"},
    "contributions": {"add": "ลงเดือนให้", "same": "เหมือนเดิม", "hold": "พักไว้"},
}


class DonePanel(Panel):
    """`wants_members`, `wants_save` and `wants_undo` say what was pressed."""

    wants_members = Signal()
    wants_save = Signal()
    wants_undo = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        t, pad = theme, theme.px(sizes.PANEL_PAD)
        self._said = WrapLabel(t, "", Words.SUB)
        self._counts = WrapLabel(t, "", Words.BODY, "ink2")
        self._next = WrapLabel(t, "", Words.BODY)
        words = QVBoxLayout()
        words.setSpacing(t.px(4))
        for line in (self._said, self._counts, self._next):
            words.addWidget(line)
        top = QHBoxLayout()
        top.setContentsMargins(pad, t.px(14), pad, t.px(8))
        top.setSpacing(t.px(14))
        top.addWidget(icon_label(t, "circle-check", "ok", sizes.ICON_DECISION), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self.column.addLayout(top)
        self.members = ActionButton(t, "ดูรายชื่อสมาชิก", icon="users", key=Key.GO_ON.shown, main=True)
        self.save = ActionButton(t, "เก็บรายชื่อที่พักไว้เป็น Excel", icon="file-down", key=Key.SAVE_FILE.shown)
        self.undo = ActionButton(t, "เลิกการนำเข้าครั้งนี้", icon="undo-2", key=Key.UNDO.shown)
        down = QBoxLayout.Direction.TopToBottom if t.compact else QBoxLayout.Direction.LeftToRight
        acts = QBoxLayout(down)
        acts.setContentsMargins(pad, t.px(4), pad, t.px(12))
        acts.setSpacing(t.px(12))
        for button, signal in (
            (self.members, self.wants_members),
            (self.save, self.wants_save),
            (self.undo, self.wants_undo),
        ):
            button.clicked.connect(signal)
            acts.addWidget(button)
        if not t.compact:
            acts.addStretch()
        self.column.addLayout(acts)
        written: Column[HeldRow] = Column("ในไฟล์เขียนว่า", lambda r: r.written or "–", 200)
        columns: tuple[Column[HeldRow], ...] = (
            Column("แถว", lambda r: str(r.row), 70, right=True),
            Column("ชื่อ–สกุล", lambda r: r.name, 230),
            *(() if t.compact else (written,)),
            Column("เหตุที่พักไว้", lambda r: f"{r.cell} {short(r.code)}"),
        )
        self.table: RowsTable[HeldRow] = RowsTable(t, RowsModel(columns, self), "รายชื่อที่พักไว้")
        self.column.addWidget(self.table, 1)
        self.column.addStretch(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the members."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.wants_members.emit()
        else:
            super().keyPressEvent(event)

    def show_done(self, done: Done, held: Sequence[HeldRow], *, can_undo: bool) -> None:
        """Show what came of an import."""
        counts = done.result.counts
        words = _WORDS[done.kind]
        if done.result.batch is None:
            self._said.tell("ไม่มีอะไรเปลี่ยน ข้อมูลในไฟล์นี้มีอยู่ในกองทุนแล้ว")
        else:
            came = counts.get("add", 0) + counts.get("update", 0)
            self._said.tell(f"นำเข้าแล้ว {came:,} คน เป็นการนำเข้าครั้งที่ {done.result.batch}")
        self._counts.tell(" · ".join(f"{word} {counts.get(name, 0):,}" for name, word in words.items()))
        self._next.tell(
            "คนที่พักไว้ยังไม่อยู่ในกองทุน แก้แล้วนำเข้าไฟล์เดิมอีกครั้งได้ คนที่เข้าแล้วจะไม่ซ้ำ"
            if held
            else "ทุกคนในไฟล์อยู่ในกองทุนแล้ว"
        )
        self.save.setVisible(bool(held))
        self.undo.setVisible(can_undo)
        self.table.setVisible(bool(held))
        self.column.setStretch(self.column.count() - 1, 0 if held else 1)
        self.table.show_rows(held)
