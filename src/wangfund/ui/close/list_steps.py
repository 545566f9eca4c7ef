"""The steps that are looked through: villages and their sheets, cancelled papers, claims that wait."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from wangfund.store.month_events import VoidRow
from wangfund.text.terms import CLAIM_STATES
from wangfund.thai.dates import table_date
from wangfund.thai.money_text import format_baht
from wangfund.ui.close.room import wide
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.chip import Mark
from wangfund.ui.widgets.label import ElideLabel, WrapLabel, icon_label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.words import DASH, day_month
from wangfund.usecases.close_checklist import ClaimAtClose, VillageReturn

T = TypeVar("T")


class ListStep(Panel, Generic[T]):
    """A list under a heading; `opened` gives the row on which Enter was pressed, `left` when Esc was."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        heading: str,
        columns: Sequence[Column[T]],
        key_of: Callable[[T], Hashable],
        empty: str,
        note: Callable[[T], str] | None = None,
    ) -> None:
        super().__init__(theme, heading)
        self._note = ElideLabel(theme, "", Words.SECOND, "ink2")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._say_of = note
        self.head.addWidget(self._note, 1)
        self._model: RowsModel[T] = RowsModel(columns, self)
        self.table: RowsTable[T] = RowsTable(theme, self._model, heading, key_of=key_of)
        self.table.opened.connect(self.opened)
        self.table.chosen.connect(self._on_chosen)
        self._empty = _empty(theme, empty)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._empty, 1)
        self.column.addSpacing(theme.px(4))

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show other rows, the mark where it was."""
        if tuple(rows) != tuple(self._model.rows) or not rows:
            self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def _on_chosen(self, row: T | None) -> None:
        self._note.setText("" if row is None or self._say_of is None else self._say_of(row))
        self.chosen.emit(row)

    def begin(self) -> bool:
        """Take the keys; whether there is anything to work on."""
        if self.table.isHidden():
            return False
        self.table.setFocus()
        return True


def rounds_step(theme: Theme) -> ListStep[VillageReturn]:
    """The villages with their sheets of the month."""
    money: Column[VillageReturn] = Column(
        "เป็นเงิน", lambda v: format_baht(v.counted_satang or v.asked_satang), 100, right=True
    )
    columns: tuple[Column[VillageReturn], ...] = (
        Column("หมู่", lambda v: str(v.moo), 48, sort=lambda v: v.moo),
        Column("ผู้เก็บ", lambda v: v.collector or v.name or DASH),
        *((money,) if wide(theme) else ()),
        Column("ใบเก็บเงิน", lambda v: _village_mark(v).words, 140, mark=_village_mark),
    )
    return ListStep(
        theme, "1 ใบเก็บเงินของแต่ละหมู่บ้าน", columns, lambda v: v.moo, "ยังไม่มีหมู่บ้านในกองทุนนี้", lambda v: v.name
    )


def papers_step(theme: Theme) -> ListStep[VoidRow]:
    """The papers cancelled in the month."""
    columns: tuple[Column[VoidRow], ...] = (
        Column("เลขที่", _paper_number, 90),
        Column("ชื่อ", lambda v: v.who),
        Column("จำนวน", lambda v: format_baht(v.amount_satang), 100, right=True),
    )
    return ListStep(
        theme,
        "2 ใบที่ยกเลิกในเดือนนี้",
        columns,
        lambda v: (v.paper, v.fiscal_year, v.number),
        "เดือนนี้ไม่มีใบที่ยกเลิก",
        lambda v: v.reason,
    )


def claims_step(theme: Theme) -> ListStep[ClaimAtClose]:
    """The claims that wait at the month's end."""
    asked: Column[ClaimAtClose] = Column("วันขอ", lambda c: table_date(c.claimed_on), 98)
    columns: tuple[Column[ClaimAtClose], ...] = (
        *((asked,) if wide(theme) else ()),
        Column("ผู้ขอ", lambda c: c.member),
        Column("สถานะ", lambda c: _claim_mark(c).words, 140, mark=_claim_mark),
    )
    return ListStep(
        theme, "5 คำขอที่ยังไม่จบ", columns, lambda c: c.claim_id, "ไม่มีคำขอค้าง ทุกรายมีมติแล้ว", lambda c: c.benefit
    )


def _village_mark(v: VillageReturn) -> Mark:
    if v.returned_on is not None:
        return Mark("circle-check", f"กลับ {day_month(v.returned_on)}", "ok", filled=False)
    if v.missing:
        return Mark("triangle-alert", "ยังไม่กลับ", "warn")
    return Mark("circle-check", "ไม่มียอดเก็บ", "ok", filled=False)


def _paper_number(v: VoidRow) -> str:
    return f"{v.book}/{v.leaf:02d}" if v.paper == "receipt" else f"จ {v.number:04d}"


def _claim_mark(c: ClaimAtClose) -> Mark:
    if c.state == "requested":
        return Mark("circle-alert", "รอมติ", "warn")
    if c.state == "approved":
        return Mark("bookmark-check", "อนุมัติ รอจ่าย", "ok", filled=False)
    short = {"pending": "รอเอกสาร"}.get(c.state, CLAIM_STATES.get(c.state, c.state))
    return Mark("clock", short, "pri", filled=False)


def _empty(theme: Theme, words: str) -> QWidget:
    box = QFrame()
    column = QVBoxLayout(box)
    column.setSpacing(theme.px(8))
    column.addStretch(2)
    centre = Qt.AlignmentFlag.AlignHCenter
    column.addWidget(icon_label(theme, "circle-check", "ink3", sizes.ICON_DECISION), 0, centre)
    said = WrapLabel(theme, words, tone="ink2")
    said.setAlignment(centre)
    column.addWidget(said)
    column.addStretch(3)
    return box
