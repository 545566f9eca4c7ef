"""One payment at the counter: who, what she owes, how much, and what it covers while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from wangfund.domain.errors import FundError
from wangfund.ui.collect.counter_words import covering_words, standing_words, who_words
from wangfund.ui.collect.sheet_entry import MINUSES
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.follow_scroll import FormScroll
from wangfund.ui.widgets.label import WrapLabel, label, set_tone
from wangfund.ui.widgets.member_finder import MemberFinder
from wangfund.ui.widgets.member_search import MemberSearch
from wangfund.ui.widgets.money_field import MoneyField
from wangfund.usecases.find_members import MemberLine
from wangfund.usecases.payment_view import PaymentView
from wangfund.usecases.take_payment import TakePayment

CASH = "cash"
DRAFT = "collect/counter"
_MOST_MONTHS = 120
Look = Callable[[int], PaymentView]


class CounterDialog(FormDialog):
    """`search` None: the member is known and `show_member` is called at once. `look` reads one member (quick)."""

    member_shown = Signal()

    def __init__(
        self,
        theme: Theme,
        look: Look,
        search: MemberSearch | None,
        today: date,
        parent: QWidget | None,
        drafts: Drafts | None = None,
    ) -> None:
        super().__init__(theme, "รับเงินสมทบที่โต๊ะ", "รับเงิน", parent, drafts=drafts, draft=DRAFT, width=720)
        self._look = look
        self.view: PaymentView | None = None
        self.finder = MemberFinder(theme, search) if search is not None else None
        self.name: QLabel = label(theme, "", Words.BIG)
        self._who = WrapLabel(theme, "", Words.SECOND, "ink2")
        self._standing = WrapLabel(theme, "", Words.STRONG)
        self._covers = WrapLabel(theme, "", Words.STRONG)
        self.amount = MoneyField(theme, "จำนวนเงิน", required=True)
        self.less = ActionButton(theme, "ลดเดือน", key="−", in_row=False)
        self.more = ActionButton(theme, "เพิ่มเดือน", key="+", in_row=False)
        self.cadence = ChoiceField(theme, "วิธีส่ง", [("", "ตามจำนวนเงิน")], required=False)
        self.into = ChoiceField(theme, "เก็บไว้ที่", [(CASH, "เงินสดในมือ")], CASH)
        self.day = DateField(theme, "วันที่รับ", today, latest=today, required=True)
        self.day.set_day(today)
        self._lay_out()
        self.amount.edit.installEventFilter(self)
        self.amount.changed.connect(lambda _typed: self._show_covers())
        self.cadence.changed.connect(lambda _code: self._on_cadence())
        self.less.clicked.connect(lambda: self._step(-1))
        self.more.clicked.connect(lambda: self._step(1))
        if self.finder is not None:
            self.finder.picked.connect(self._on_picked)
        self._show_parts()

    def open(self) -> None:
        """Show it; the typing begins with whom to look for, or with the amount."""
        super().open()
        self._show_parts()
        first = self.finder if self.finder is not None and self.view is None else self.amount
        first.setFocus()
        if first is self.amount:
            QTimer.singleShot(0, self.amount.edit, self.amount.edit.selectAll)

    def begin(self) -> None:
        """What was half typed comes back with its member, while she owes and has what she owed and had then."""
        kept = (self._drafts.kept(DRAFT) if self._drafts is not None else None) or {}
        member = kept.get("member")
        if self.view is None and isinstance(member, int):
            self.show_member(member)
        if self.view is None or member != self.view.member.id:
            return
        if kept.get("stood") == _standing_of(self.view):
            super().begin()
            self._show_covers()
        elif self._drafts is not None:
            # Somebody was paid for since: what was typed may be just that.
            self._drafts.drop(DRAFT)

    def _keep(self) -> None:
        if self._drafts is not None and self.view is not None:
            told = {"member": self.view.member.id, "stood": _standing_of(self.view)}
            self._drafts.keep(DRAFT, {**self.form.values(), **told})

    def show_member(self, member_id: int) -> None:
        """Whose money it is."""
        try:
            view = self._look(member_id)
        except FundError as error:
            self.complain(error)
            return
        self.view = view
        m = view.member
        self.name.setText(m.name)
        self._who.tell(who_words(view))
        said = standing_words(view)
        set_tone(self._standing, said.tone)
        self._standing.tell(said.words)
        self.cadence.set_choices(
            [("", "ตามจำนวนเงิน"), *((one.code, one.name) for one in view.contribution.cadences)]
        )
        self.into.set_choices([(CASH, "เงินสดในมือ"), *((bank, bank) for bank in view.banks)], CASH)
        self._fill_amount(max(1, view.owed_months))
        self._show_parts()
        self.amount.setFocus()
        self.amount.edit.selectAll()
        self.member_shown.emit()

    def command(self) -> TakePayment | None:
        """The payment."""
        day, amount = self.day.day, self.amount.satang
        if self.view is None or day is None or amount is None:
            return None
        return TakePayment(
            self.view.member.member_no, amount, day, self.cadence.value or None, self.into.value
        )

    def submit(self) -> None:
        """Without a member there is nothing to take money for."""
        if self.view is None:
            if self.finder is not None:
                self.finder.setFocus()
            return
        super().submit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the amount + and − go by months."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.text() == "+":
                self._step(1)
                return True
            if event.text() in MINUSES and event.text():
                self._step(-1)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        at = self.body.indexOf(self.form)
        if self.finder is not None:
            self.body.insertWidget(at, self.finder)
            at += 1
        for part in (self.name, self._who, self._standing):
            self.body.insertWidget(at, part)
            at += 1
        self.form.add("amount", "จำนวนเงิน", self.amount)
        self.amount.line.setSpacing(self.theme.px(8))
        self.amount.line.addWidget(self.less)
        self.amount.line.addWidget(self.more)
        self.form.add_note(self._covers)
        self.form.add("cadence", "วิธีส่ง", self.cadence)
        self.form.add("into", "เก็บไว้ที่", self.into)
        self.form.add("date", "วันที่รับ", self.day)

    def _on_picked(self, member: MemberLine) -> None:
        self.show_member(member.id)

    def _on_cadence(self) -> None:
        view = self.view
        chosen = view.contribution.cadence(self.cadence.value) if view is not None else None
        if chosen is not None:
            self.amount.set_satang(chosen.amount_satang)
        self._show_covers()

    def _step(self, months: int) -> None:
        if self.view is None:
            return
        price = self.view.contribution.month_price_satang
        now = self.amount.satang or 0
        self.amount.set_satang(min(max(now + months * price, price), _MOST_MONTHS * price))
        self.cadence.set_text("")
        self._keep_soon.start()
        self._show_covers()

    def _fill_amount(self, months: int) -> None:
        assert self.view is not None
        self.amount.set_satang(self.view.price_satang(months) or self.view.contribution.month_price_satang)
        self._show_covers()

    def _show_covers(self) -> None:
        if self.view is None:
            return
        said = covering_words(self.view, self.amount.satang, self.cadence.value)
        set_tone(self._covers, said.tone)
        self._covers.tell(said.words)

    def _show_parts(self) -> None:
        known = self.view is not None
        # Once it is open the form lies in what lets it scroll.
        scrolls = self.findChildren(FormScroll)
        for part in (self.name, self._who, self._standing, self._covers, self.form, *scrolls):
            part.setVisible(known)
        self.yes.setEnabled(known)


def _standing_of(view: PaymentView) -> str:
    """How she stands, as a draft keeps it: another payment makes it another."""
    covered = " ".join(f"{first.iso}/{last.iso}" for first, last in view.covered)
    return f"{covered} {view.credit_satang}"
