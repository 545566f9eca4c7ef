"""A list looked at before it comes in: every row with its finding, the row under the mark whole."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from wangfund.ui.keys import Key
from wangfund.ui.past.state import (
    PastState,
    first_words,
    row_amount,
    row_benefit,
    row_lines,
    row_mark,
    row_member,
    row_place,
    row_units,
    row_what,
    row_when,
    why_not_record,
)
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.follow_scroll import FollowScroll
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.widgets.why_grey import WhyGrey
from wangfund.usecases.judge_past import PastRow

_LINES: Final = 2


class ListPanel(Panel):
    """`only` shows only what is to be looked at; `record` (the page's) says why it is grey here."""

    def __init__(self, theme: Theme, record: ActionButton) -> None:
        super().__init__(theme)
        t = theme
        self.only = ActionButton(
            t, "เฉพาะที่ต้องดู", icon="triangle-alert", key=Key.ONLY_PROBLEMS.shown, in_row=True
        )
        self.again = ActionButton(t, "อ่านไฟล์อีกครั้ง", icon="refresh-cw", key=Key.RECEIVE.shown, in_row=True)
        self._why = WhyGrey(t, record)
        roomy = not t.compact
        wide: tuple[Column[PastRow], ...] = (
            Column("เรื่อง", row_benefit, 230),
            Column("วันที่หรือปี", row_when, 124),
            Column("คืน", row_units, 56, right=True),
        )
        columns: tuple[Column[PastRow], ...] = (
            Column("แถว", row_place, 66, right=True),
            Column("สมาชิก", row_member, below=first_words if roomy else row_what),
            *(wide if roomy else ()),
            Column("บาท", row_amount, 104, right=True),
            Column("", lambda r: row_mark(r).words, 104, mark=row_mark),
        )
        self.table: RowsTable[PastRow] = RowsTable(
            t, RowsModel(columns, self), "รายการในไฟล์", key_of=lambda r: (r.told.sheet, r.told.row)
        )
        self._whole = WrapLabel(t, "", Words.SECOND, "ink2")
        pad = t.px(sizes.PANEL_PAD)
        top = QHBoxLayout()
        top.setContentsMargins(pad, t.px(8), pad, t.px(6))
        top.setSpacing(t.px(10))
        top.addWidget(self._why, 1)
        top.addStretch()
        top.addWidget(self.again)
        top.addWidget(self.only)
        self.column.addLayout(top)
        self.column.addWidget(self.table, 1)
        self.rule()
        foot = QVBoxLayout()
        foot.setContentsMargins(pad, t.px(6), pad, t.px(6))
        scroll = FollowScroll(t, self._whole)
        scroll.setFixedHeight(_LINES * t.metrics(Words.SECOND).height() + 2)
        foot.addWidget(scroll)
        self.column.addLayout(foot)
        self.table.chosen.connect(self._on_row)

    def show_state(self, state: PastState, *, readonly: bool) -> None:
        """Show the list."""
        self._why.because(why_not_record(state.listed, readonly=readonly))
        self.only.setText("ดูทุกแถว" if state.only_problems else "เฉพาะที่ต้องดู")
        self.only.updateGeometry()
        self.table.show_rows(state.rows)
        self._on_row(self.table.current)

    def _on_row(self, row: PastRow | None) -> None:
        lines = () if row is None else row_lines(row)
        self._whole.tell("\n".join(lines) if lines else "" if row is None else "แถวนี้พร้อมบันทึก")
