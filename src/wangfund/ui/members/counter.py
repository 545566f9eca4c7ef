"""The counter's view of a member: who she is, through when she has paid, what she may claim, and what can be done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wangfund.thai.dates import table_date
from wangfund.ui.keys import Key
from wangfund.ui.members import counter_words as say
from wangfund.ui.members.claimable_list import ClaimableList
from wangfund.ui.members.claimable_words import Claimables
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
from wangfund.ui.widgets.why_grey import WhyGrey
from wangfund.usecases.member_view import ClaimWaiting, MemberView, PaidBefore, ReceiptRow

History = ClaimWaiting | PaidBefore
"""A claim, or what she was paid before the program."""

_TABS: Final = {"claimable": "ขอรับอะไรได้วันนี้", "receipts": "ใบเสร็จ", "claims": "คำขอ"}
_FOOT: Final = ("receive", "claim", "big")
COMPACT_ACTS: Final = ("receive", "claim", "more")
"""Those placed at the head in the compact form; the rest stand in the menu."""


class CounterView(Panel):
    """Shows one member. `acts` are the buttons by name, bound by the page; in the compact form it places them at the head.

    `show_big` asks to turn the view to her, `tab_changed` tells which list is looked at, `receipt_opened` the receipt on which Enter was pressed.
    """

    show_big = Signal()
    tab_changed = Signal(str)
    receipt_opened = Signal(object)

    def __init__(self, theme: Theme, tab: str) -> None:
        super().__init__(theme)
        t, pad = theme, theme.px(sizes.PANEL_PAD)
        self.view: MemberView | None = None
        self.told = Claimables(())
        self._name = ElideLabel(t, "", Words.BIG)
        self._who = WrapLabel(t, "", Words.BODY, "ink2")
        self._more = WrapLabel(t, "", Words.SECOND, "ink2")
        self._chip_place = QHBoxLayout()
        self._chip: Chip | None = None
        self._paid, self._since = FigureCard(t, "ชำระแล้วถึง"), FigureCard(t, "เป็นสมาชิกมา")
        self._tabs = Tabs(t, _TABS, tab, keys=("Alt", "arrow-right"))
        self._receipt_rows = RowsModel(receipt_columns(roomy=t.compact or t.percent == 100), self)
        self._claim_rows = RowsModel(claim_columns(roomy=t.compact or t.percent == 100), self)
        self.receipts: RowsTable[ReceiptRow] = RowsTable(
            t, self._receipt_rows, "ใบเสร็จ", key_of=lambda r: r.id
        )
        self.claims: RowsTable[History] = RowsTable(t, self._claim_rows, "คำขอสวัสดิการ", key_of=history_key)
        self.claimable = ClaimableList(t)
        self._lists = QStackedWidget()
        self._lists.addWidget(self.claimable)
        self._stacked = {
            "receipts": self._list_or_nothing(self.receipts, "receipt-text", "ยังไม่มีใบเสร็จ"),
            "claims": self._list_or_nothing(self.claims, "heart-handshake", "ยังไม่เคยขอรับสวัสดิการ"),
        }
        self.acts = act_buttons(t)
        self.big = self.acts["big"]
        top = QVBoxLayout()
        top.setContentsMargins(pad + 2, t.px(4 if t.compact else 6), pad, t.px(4))
        top.setSpacing(0)
        first = QHBoxLayout()
        first.addWidget(self._name, 1)
        first.addLayout(self._chip_place)
        top.addLayout(first)
        if t.compact:
            top.addWidget(self._who)
        else:
            second, lines = QHBoxLayout(), QVBoxLayout()
            lines.setSpacing(0)
            lines.addWidget(self._who)
            lines.addWidget(self._more)
            second.setSpacing(t.px(10))
            second.addLayout(lines, 1)
            second.addWidget(self.acts["more"], 0, Qt.AlignmentFlag.AlignBottom)
            top.addLayout(second)
        self.column.addLayout(top)
        self.rule()
        self.column.addWidget(self._facts())
        self.column.addWidget(self._tabs)
        self.column.addWidget(self._lists, 1)
        self.why = WhyGrey(t, self.acts["receive"])
        self.why.setContentsMargins(pad, t.px(2), pad, t.px(2))
        self.column.addWidget(self.why)
        self.next = WrapLabel(t, "", Words.SECOND, "ink")
        self._next_line = QWidget()
        step = QHBoxLayout(self._next_line)
        step.setContentsMargins(pad + 2, t.px(2), pad, t.px(2))
        step.setSpacing(t.px(8))
        step.addWidget(icon_label(t, "arrow-right", "warn", 18))
        step.addWidget(self.next, 1)
        self.column.addWidget(self._next_line)
        if not t.compact:
            self.rule()
            self.column.addLayout(self._foot())
        self.receipts.opened.connect(self.receipt_opened)
        self._tabs.changed.connect(self._show_tab)
        self._tabs.changed.connect(self.tab_changed)
        self._show_tab(tab)

    def next_list(self) -> None:
        """The next list."""
        self._tabs.next()

    @property
    def receipt(self) -> ReceiptRow | None:
        """The receipt under the mark while the receipts are looked at, else the newest; None when there is none."""
        if self.view is None or not self.view.receipts:
            return None
        marked = self.receipts.current if self._tabs.chosen == "receipts" else None
        return marked or self.view.receipts[0]

    def focus_list(self) -> None:
        """Put the keys into the list that is looked at, or where it is empty onto the first act."""
        shown = {"claimable": self.claimable, "receipts": self.receipts, "claims": self.claims}[
            self._tabs.chosen
        ]
        first = self.acts["receive"] if self.acts["receive"].isEnabled() else self.acts["claim"]
        (shown if shown.isVisible() else first).setFocus()

    def show_list(self, name: str) -> None:
        """Look at another list."""
        self._tabs.choose(name)
        self._show_tab(name)
        self.tab_changed.emit(name)

    def show_member(self, view: MemberView, told: Claimables) -> None:
        """Show a member; the list that is looked at stays."""
        same = self.view is not None and self.view.member.id == view.member.id
        self.view, self.told = view, told
        for button in self.acts.values():
            button.setEnabled(True)
        if not (same and self.claimable.told == told):
            self.claimable.show_claimables(told)
        self._name.setText(view.member.name)
        self.why.because(say.why_no_money(view))
        step = say.next_step(view, told)
        self.next.tell(step)
        self._next_line.setVisible(bool(step))
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
        history = say.history_of(view)
        self._claim_rows.set_rows(history)
        self._tabs.rename("receipts", f"ใบเสร็จ {len(view.receipts):,}")
        self._tabs.rename("claims", f"คำขอ {len(history):,}")
        self._show_tab(self._tabs.chosen)
        self.column.activate()

    def hold_acts(self, reason: str) -> None:
        """Let nothing be done with her until a member is shown again, and say why."""
        for button in self.acts.values():
            button.setEnabled(False)
        self.why.because(reason)

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
                part.setContentsMargins(pad + 2, t.px(3), pad, t.px(3))
            if part is line:
                row.addWidget(part)
            else:
                row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
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

    def _foot(self) -> QHBoxLayout:
        t = self.theme
        foot = QHBoxLayout()
        foot.setContentsMargins(t.px(14), t.px(6), t.px(14), t.px(6))
        foot.setSpacing(t.px(8))
        for name in _FOOT:
            if name == "big":
                foot.addStretch()
            foot.addWidget(self.acts[name])
        return foot

    def _show_tab(self, name: str) -> None:
        if name == "claimable":
            self._lists.setCurrentWidget(self.claimable)
            return
        stack = self._stacked[name]
        empty = self.view is not None and not (
            self.view.receipts if name == "receipts" else say.history_of(self.view)
        )
        stack.setCurrentIndex(1 if empty else 0)
        self._lists.setCurrentWidget(stack)


def act_buttons(theme: Theme) -> dict[str, ActionButton]:
    """The acts that have a button, by name; the others stand in the menu, each with its key.

    In the grid at a larger text there is no room for their icons.
    """
    icons = theme.compact or theme.percent == 100
    return {
        name: ActionButton(theme, words, icon=icon if icons else "", key=key.shown, in_row=True)
        for name, words, icon, key in (
            ("receive", "รับเงิน", "hand-coins", Key.RECEIVE),
            ("claim", "ขอสวัสดิการ", "heart-handshake", Key.CLAIM),
            ("big", "ให้สมาชิกดู", "eye", Key.SHOW_MEMBER),
            ("more", "เรื่องอื่น", "list-checks", Key.MORE),
        )
    }


def history_key(row: History) -> tuple[str | int, int]:
    """What tells a row of her history from another."""
    return ("before", row.id) if isinstance(row, PaidBefore) else (row.fiscal_year, row.number)


def claim_columns(*, roomy: bool) -> tuple[Column[History], ...]:
    """The columns of the claims; where there is little room the state is told in a word."""
    return (
        Column("วันเกิดเหตุ", say.history_day, 104, sort=say.history_when),
        Column("สวัสดิการ", lambda c: c.benefit_name),
        Column(
            "สถานะ",
            lambda c: say.claim_mark(c, short=not roomy).words,
            196 if roomy else 122,
            mark=lambda c: say.claim_mark(c, short=not roomy),
        ),
        Column("บาท", say.claim_amount, 110 if roomy else 88, sort=say.claim_satang, right=True),
    )


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
