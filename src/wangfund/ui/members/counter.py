"""The counter's view of a member: who she is, through when she has paid, her receipts and her claims."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wangfund.thai.dates import table_date
from wangfund.ui.keys import Key
from wangfund.ui.members import counter_words as say
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.chip import Chip
from wangfund.ui.widgets.figure import FigureCard
from wangfund.ui.widgets.label import ElideLabel, WrapLabel, icon_label, label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.widgets.tabs import Tabs
from wangfund.usecases.member_view import ClaimWaiting, MemberView, ReceiptRow

CLAIM_COLUMNS: Final[tuple[Column[ClaimWaiting], ...]] = (
    Column("วันเกิดเหตุ", say.claim_day, 104, sort=lambda c: c.event_on),
    Column("สวัสดิการ", lambda c: c.benefit_name),
    Column("สถานะ", lambda c: say.claim_mark(c).words, 196, mark=say.claim_mark),
    Column("บาท", say.claim_amount, 110, sort=lambda c: c.net_satang, right=True),
)
_TABS: Final = {"receipts": "ใบเสร็จ", "claims": "คำขอสวัสดิการ"}


class CounterView(Panel):
    """Shows one member. In the compact form `big` is placed by the page, at the head. `show_big` asks to turn the view to her, `tab_changed` tells which list is looked at."""

    show_big = Signal()
    tab_changed = Signal(str)

    def __init__(self, theme: Theme, tab: str) -> None:
        super().__init__(theme)
        t, pad = theme, theme.px(sizes.PANEL_PAD)
        self.view: MemberView | None = None
        self._name = ElideLabel(t, "", Words.BIG)
        self._who = WrapLabel(t, "", Words.BODY, "ink2")
        self._more = WrapLabel(t, "", Words.SECOND, "ink2")
        self._chip_place = QHBoxLayout()
        self._chip: Chip | None = None
        self._paid, self._since = FigureCard(t, "ชำระแล้วถึง"), FigureCard(t, "เป็นสมาชิกมา")
        self._tabs = Tabs(t, _TABS, tab, keys=("Alt", "arrow-right"))
        self._receipt_rows = RowsModel(receipt_columns(roomy=t.roomy or t.compact), self)
        self._claim_rows = RowsModel(CLAIM_COLUMNS, self)
        self.receipts: RowsTable[ReceiptRow] = RowsTable(
            t, self._receipt_rows, "ใบเสร็จ", key_of=lambda r: r.id
        )
        self.claims: RowsTable[ClaimWaiting] = RowsTable(
            t, self._claim_rows, "คำขอสวัสดิการ", key_of=lambda c: (c.fiscal_year, c.number)
        )
        self._lists = QStackedWidget()
        self._stacked = {
            "receipts": self._list_or_nothing(self.receipts, "receipt-text", "ยังไม่มีใบเสร็จ"),
            "claims": self._list_or_nothing(self.claims, "heart-handshake", "ยังไม่เคยขอรับสวัสดิการ"),
        }
        self.big = ActionButton(t, "ให้สมาชิกดู", icon="eye", key=Key.SHOW_MEMBER.shown)
        self.big.clicked.connect(self.show_big)
        top = QVBoxLayout()
        top.setContentsMargins(pad + 2, t.px(4 if t.compact else 10), pad, t.px(4 if t.compact else 10))
        top.setSpacing(t.px(2))
        first = QHBoxLayout()
        first.addWidget(self._name, 1)
        first.addLayout(self._chip_place)
        top.addLayout(first)
        top.addWidget(self._who)
        if not t.compact:
            top.addWidget(self._more)
        self.column.addLayout(top)
        self.rule()
        self.column.addWidget(self._facts())
        self.column.addWidget(self._tabs)
        self.column.addWidget(self._lists, 1)
        if not t.compact:
            self.rule()
            acts = QHBoxLayout()
            acts.setContentsMargins(pad, t.px(9), pad, t.px(9))
            acts.addStretch()
            acts.addWidget(self.big)
            self.column.addLayout(acts)
        self._tabs.changed.connect(self._show_tab)
        self._tabs.changed.connect(self.tab_changed)
        self._show_tab(tab)

    def next_list(self) -> None:
        """The other list."""
        self._tabs.next()

    def show_member(self, view: MemberView) -> None:
        """Show a member; the list that is looked at stays."""
        self.view = view
        self._name.setText(view.member.name)
        self._who.tell(say.who_line(view))
        self._more.tell(say.more_line(view))
        if self._chip is not None:
            self._chip_place.removeWidget(self._chip)
            self._chip.hide()
            self._chip.deleteLater()
        self._chip = Chip(self.theme, say.standing_of(view))
        self._chip_place.addWidget(self._chip)
        for card, fact in ((self._paid, say.paid_fact(view)), (self._since, say.since_fact(view))):
            card.show_fact(fact.name, fact.figure, fact.note, fact.tone)
        self._receipt_rows.set_rows(view.receipts)
        self._claim_rows.set_rows(view.claims)
        self._tabs.rename("receipts", f"ใบเสร็จ {len(view.receipts):,}")
        self._tabs.rename("claims", f"คำขอสวัสดิการ {len(view.claims):,}")
        self._show_tab(self._tabs.chosen)
        self.column.activate()

    def _facts(self) -> QWidget:
        t, pad = self.theme, self.theme.px(sizes.PANEL_PAD)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        line = QFrame()
        line.setProperty("part", "rule")
        line.setFixedWidth(t.colours.line_px)
        for part in (self._paid, line, self._since):
            if part is not line:
                part.setContentsMargins(pad + 2, t.px(6), pad, t.px(6))
            row.addWidget(part, 0 if part is line else 1)
        return box

    def _list_or_nothing(self, table: QWidget, icon: str, words: str) -> QStackedWidget:
        t = self.theme
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.addStretch()
        column.addWidget(icon_label(t, icon, "ink3", sizes.ICON_DECISION), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label(t, words, Words.BODY, "ink2"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        stack = QStackedWidget()
        stack.addWidget(table)
        stack.addWidget(nothing)
        self._lists.addWidget(stack)
        return stack

    def _show_tab(self, name: str) -> None:
        stack = self._stacked[name]
        empty = self.view is not None and not (self.view.receipts if name == "receipts" else self.view.claims)
        stack.setCurrentIndex(1 if empty else 0)
        self._lists.setCurrentWidget(stack)


def receipt_columns(*, roomy: bool) -> tuple[Column[ReceiptRow], ...]:
    """The columns of the receipts; where there is little room a contribution is told by its months alone."""
    return (
        Column("วันที่", lambda r: table_date(r.date), 104, sort=lambda r: (r.date, r.id)),
        Column("เล่ม/เลขที่", say.receipt_no, 92, sort=lambda r: (r.fiscal_year, r.number)),
        Column(
            "รายการ",
            say.receipt_what if roomy else say.receipt_months,
            tone=lambda r: "ink3" if r.voided_by is not None else "ink",
        ),
        Column("บาท", say.receipt_amount, 96, sort=lambda r: r.amount_satang, right=True),
    )
