"""Before a list is chosen: choosing one, keying one row, and what came in before, with the way to take it back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.ui.keys import Key
from wangfund.ui.past.state import (
    READ_ONLY,
    PastState,
    batch_day,
    batch_from,
    batch_mark,
    marked,
    why_not_undo,
)
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import WrapLabel, icon_label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.widgets.why_grey import WhyGrey
from wangfund.ui.words import baht
from wangfund.usecases.past_batches import PastBatch

_ABOUT: Final = "สวัสดิการที่กองทุนจ่ายไปแล้ว ก่อนเริ่มใช้โปรแกรม นับในเพดานและกันจ่ายซ้ำ ไม่ลงบัญชีเงิน"
_HEADS: Final = "ไฟล์ Excel หรือ .csv ให้มีหัวคอลัมน์ เลขที่สมาชิก เรื่อง วันที่หรือปี จำนวนเงิน และถ้ามี คืน เหตุ หมายเหตุ"


class StartPanel(QWidget):
    """The buttons are bound by the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        t = self._theme = theme
        self.file = ActionButton(t, "เลือกไฟล์", icon="folder-open", key=Key.OPEN.shown, main=True)
        self.new = ActionButton(t, "บันทึกทีละรายการ", icon="plus", key=Key.NEW.shown)
        self.undo = ActionButton(t, "ถอนครั้งนี้", icon="undo-2", key=Key.UNDO.shown, in_row=True)
        self._why = WhyGrey(t, self.undo)
        self._why_new = WhyGrey(t, self.file)
        self._none = WrapLabel(t, "ยังไม่เคยบันทึก เลือกไฟล์เพื่อเริ่ม", Words.BODY, "ink2")
        columns: tuple[Column[PastBatch], ...] = (
            Column("ครั้งที่", lambda b: str(b.id), 66),
            Column("วันที่", batch_day, 124),
            Column("จาก", batch_from),
            Column("รายการ", lambda b: f"{b.rows:,}", 76, right=True),
            Column("บาท", lambda b: baht(b.gross_satang), 112, right=True),
            Column("", lambda b: batch_mark(b).words, 112, mark=batch_mark),
        )
        self.table: RowsTable[PastBatch] = RowsTable(
            t, RowsModel(columns, self), "สวัสดิการก่อนใช้โปรแกรมที่บันทึกแล้ว", key_of=lambda b: b.id
        )
        down = QBoxLayout.Direction.TopToBottom if t.compact else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(down, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.px(sizes.GAP))
        row.addWidget(self._choose(), 0 if t.compact else 400)
        row.addWidget(self._past(), 1 if t.compact else 725)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses a file."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.file.click()
        else:
            super().keyPressEvent(event)

    def show_state(self, state: PastState, *, readonly: bool) -> None:
        """Show what came in before."""
        self.table.setVisible(bool(state.batches))
        self._none.setVisible(not state.batches)
        self.undo.setVisible(bool(state.batches))
        # Where there is little room the list takes the place of the advice.
        self._heads.setVisible(not (self._theme.compact and state.batches))
        self._why_new.because(READ_ONLY if readonly else "")
        self.new.setEnabled(not readonly)
        if state.batches:
            self.table.show_rows(state.batches, choose=state.chosen)
        self.show_why(state, readonly=readonly)

    def show_why(self, state: PastState, *, readonly: bool) -> None:
        """Whether the batch under the mark can be taken back."""
        batch = marked(state.batches, state.chosen)
        self._why.because(why_not_undo(batch, readonly=readonly) if state.batches else "")

    def _choose(self) -> Panel:
        t = self._theme
        panel = Panel(t)
        pad = t.px(sizes.PANEL_PAD)
        column = QVBoxLayout()
        column.setContentsMargins(pad, t.px(12), pad, t.px(12))
        column.setSpacing(t.px(10))
        head = QHBoxLayout()
        head.setSpacing(t.px(14))
        if not t.compact:
            head.addWidget(
                icon_label(t, "history", "ink3", sizes.ICON_DECISION), 0, Qt.AlignmentFlag.AlignTop
            )
        head.addWidget(WrapLabel(t, _ABOUT), 1)
        column.addLayout(head)
        acts = QBoxLayout(QBoxLayout.Direction.LeftToRight if t.compact else QBoxLayout.Direction.TopToBottom)
        acts.setSpacing(t.px(10))
        acts.addWidget(self.file)
        acts.addWidget(self.new)
        if t.compact:
            acts.addStretch()
        column.addLayout(acts)
        column.addWidget(self._why_new)
        self._heads = WrapLabel(t, _HEADS, Words.SECOND, "ink2")
        column.addWidget(self._heads)
        if not t.compact:
            column.addStretch()
        panel.column.addLayout(column)
        return panel

    def _past(self) -> Panel:
        t = self._theme
        panel = Panel(t, "" if t.compact else "ที่บันทึกแล้ว")
        panel.add(self._none, top=8)
        panel.column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        pad = t.px(sizes.PANEL_PAD)
        foot.setContentsMargins(pad, t.px(8), pad, t.px(10))
        foot.addWidget(self._why, 1)
        foot.addStretch()
        foot.addWidget(self.undo)
        panel.column.addLayout(foot)
        panel.column.addStretch()
        return panel
