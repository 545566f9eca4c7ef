"""One claim: its facts at the left, what was decided at the right, and the next act at the foot."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wangfund.domain.eligibility.assessment import Result
from wangfund.domain.errors import FundError
from wangfund.text.paper_words import resolution_words
from wangfund.thai.dates import short_date
from wangfund.ui.claims.decision import decision_of, in_state
from wangfund.ui.claims.decision_panel import DecisionPanel
from wangfund.ui.claims.dialogs import DecideDialog, Other, OthersDialog, RefuseDialog, WithdrawDialog
from wangfund.ui.claims.heirs_dialog import HeirsDialog, waits_for_heirs
from wangfund.ui.claims.marks import claim_no, voucher_no
from wangfund.ui.claims.papers_of_claim import refusal_paper, request_paper, voucher_paper
from wangfund.ui.claims.pay_dialog import PayDialog
from wangfund.ui.claims.told_panel import ToldPanel
from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.papers.paper_dialog import open_paper
from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.words import baht
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.approval import chairman
from wangfund.usecases.claim_facts import AssessedClaim
from wangfund.usecases.claim_view import UNDECIDED, ClaimView, SharePaid, claim_view
from wangfund.usecases.decide_claim import decide_claim
from wangfund.usecases.heir_shares import next_share
from wangfund.usecases.member_view import member_view
from wangfund.usecases.pay_claim import ClaimPaid, pay_claim
from wangfund.usecases.payment_offer import payment_offer
from wangfund.usecases.withdraw_claim import withdraw_claim

_VERBS: Final = {"requested": "ลงมติ", "pending": "ลงมติ", "approved": "จ่ายเงิน"}
_AFTER: Final = {
    "approved": "อนุมัติแล้ว รอจ่าย",
    "refused": "บันทึกมติแล้ว",
    "pending": "บันทึกแล้วว่ารอข้อมูล",
}


class ClaimPane(QWidget):
    """`view` is the claim shown. `amend` asks to put it right, `said` tells what was done, `shown` that it was read."""

    amend = Signal(object)
    said = Signal(str)
    shown = Signal(object)

    def __init__(self, page: Page, theme: Theme, place: Workplace) -> None:
        super().__init__()
        self._page, self._theme, self._place = page, theme, place
        self.view: ClaimView | None = None
        self.told = ToldPanel(theme, place.clock.today())
        self.edit = ActionButton(theme, "แก้ไข", icon="pencil", key=Key.EDIT.shown)
        self.decision = DecisionPanel(theme, Key.POST.shown, self.edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(sizes.GAP))
        row.addWidget(self.told, 416 if not theme.compact else 480)
        row.addWidget(self.decision, 695 if not theme.compact else 620)

    def show_claim(self, claim_id: int) -> None:
        """Read a claim and show it.

        Raises:
            FundError: CLAIM_UNKNOWN and its like.
        """
        view = self.view = claim_view(self._place.books, claim_id)
        self.told.show_claim(view, member_view(self._place.books, view.answer.member.id))
        self.decision.show_decision(in_state(decision_of(view.answer), view.state), note=decided_words(view))
        verb = verb_of(view)
        self.decision.main.setVisible(bool(verb))
        self.decision.main.setText(verb)
        self.decision.main.updateGeometry()
        self.edit.setVisible(self.may_amend)
        self.shown.emit(view)

    def start(self) -> None:
        """Put the focus on the next act."""
        if self.decision.main.isVisible():
            self.decision.main.setFocus()
        else:
            self.setFocus()

    @property
    def paid(self) -> SharePaid | None:
        """The payment that stands, None when there is none."""
        if self.view is None:
            return None
        return next((paid for paid in reversed(self.view.payments) if not paid.taken_back), None)

    def do_next(self) -> None:
        """The next act: the meeting's word, or the payment."""
        if self.view is None:
            return
        if self.view.state in UNDECIDED and waits_for_heirs(self.view):
            self._name_heirs(self.view)
        elif self.view.state in UNDECIDED:
            self._decide(self.view)
        elif self.view.state == "approved":
            self._pay(self.view)

    def print_paper(self) -> None:
        """The voucher once it is paid, the letter of a refusal, before that the request form."""
        view, paid = self.view, self.paid
        if view is None:
            return
        if paid is not None:
            self._print_voucher(paid)
        elif view.state == "refused":
            self._print_refusal()
        else:
            self._print_request()

    def show_others(self) -> None:
        """What else can be done with this claim."""
        view = self.view
        if view is None:
            return
        number = claim_no(view.number, view.fiscal_year)
        OthersDialog(self._theme, f"คำขอที่ {number}", self.others(view), self._page).open()

    def others(self, view: ClaimView) -> list[Other]:
        """What else can be done with a claim, as it stands."""
        found = []
        if self.may_amend:
            found.append(Other("แก้ข้อเท็จจริงหรือหลักฐาน", "pencil", lambda: self.amend.emit(view)))
        if view.state == "approved":
            found += [
                Other(f"จ่ายส่วนของ {share.name}", "hand-coins", partial(self._try_share, share.number))
                for share in view.shares
                if not share.paid and share.number != next_share(view.shares)
            ]
        standing = [paid for paid in view.payments if not paid.taken_back]
        found += [
            Other(
                f"ใบสำคัญ {voucher_no(paid.voucher_number)} {paid.payee}",
                "printer",
                partial(self._print_voucher, paid),
            )
            for paid in standing[:-1]
        ]
        if view.payments or view.state == "refused":
            found.append(Other("พิมพ์แบบคำขอ", "printer", self._print_request))
        if view.state in UNDECIDED and view.answer.assessment.result is not Result.REFUSE:
            found.append(Other("ที่ประชุมไม่อนุมัติ", "circle-x", lambda: self._refuse(view)))
        if view.state in UNDECIDED or (view.state == "approved" and not standing):
            found.append(Other("ถอนคำขอ", "undo-2", lambda: self._withdraw(view)))
        if view.payments:
            entry = view.payments[-1].entry_id
            found.append(
                Other("เปิดรายการบัญชี", "book-open-text", lambda: self._page.go.emit("books", {"entry": entry}))
            )
        name = view.answer.member.member_no
        found.append(Other("เปิดหน้าสมาชิก", "users", lambda: self._page.go.emit("members", name)))
        return found

    @property
    def may_amend(self) -> bool:
        """Whether the facts can still be put right."""
        view = self.view
        return view is not None and view.state in UNDECIDED and view.answer.benefit is not None

    def _name_heirs(self, view: ClaimView) -> None:
        place = self._place
        self._page.ask(
            HeirsDialog(self._theme, view, place.clock.today(), self._page, place.drafts),
            place,
            "บันทึกมติทายาท",
            lambda command: decide_claim(place.books, command, place.who),
            self._on_decided,
            Changed.CLAIMS | Changed.MEMBERS,
        )

    def _decide(self, view: ClaimView) -> None:
        place = self._place
        self._page.ask(
            DecideDialog(
                self._theme, view, place.clock.today(), self._page, place.drafts, chairman(place.profile)
            ),
            place,
            "ลงมติ",
            lambda command: decide_claim(place.books, command, place.who),
            self._on_decided,
            Changed.CLAIMS | Changed.MEMBERS,
        )

    def _refuse(self, view: ClaimView) -> None:
        place = self._place
        self._page.ask(
            RefuseDialog(self._theme, view, place.clock.today(), self._page, place.drafts),
            place,
            "ลงมติไม่อนุมัติ",
            lambda command: decide_claim(place.books, command, place.who),
            self._on_decided,
            Changed.CLAIMS,
        )

    def _try_share(self, share: int) -> None:
        if self.view is None:
            return
        try:
            self._pay(self.view, share)
        except FundError as error:
            self._page.complain(error)

    def _pay(self, view: ClaimView, share: int = 0) -> None:
        place = self._place
        offer = payment_offer(place.books, view.id, share)
        self._page.ask(
            PayDialog(self._theme, view, offer, self._page, place.drafts, place.who),
            place,
            "จ่ายสวัสดิการ",
            lambda command: pay_claim(place.books, command, place.who),
            self._on_paid,
            Changed.CLAIMS | Changed.MONEY | Changed.MEMBERS,
        )

    def _withdraw(self, view: ClaimView) -> None:
        place = self._place
        self._page.ask(
            WithdrawDialog(self._theme, view, self._page, place.drafts),
            place,
            "ถอนคำขอ",
            lambda command: withdraw_claim(place.books, command, place.who),
            lambda number: self._again(f"ถอนคำขอที่ {number} แล้ว เลขคำขอยังอยู่"),
            Changed.CLAIMS | Changed.MONEY,
        )

    def _print_voucher(self, paid: SharePaid) -> None:
        heading = f"ใบสำคัญจ่าย {voucher_no(paid.voucher_number)}"
        open_paper(self._page, self._place, heading, voucher_paper(self._place, paid), "จัดทำใบสำคัญจ่าย")

    def _print_refusal(self) -> None:
        assert self.view is not None
        number = claim_no(self.view.number, self.view.fiscal_year)
        make = refusal_paper(self._place, self.view)
        open_paper(self._page, self._place, f"หนังสือแจ้งผล คำขอที่ {number}", make, "จัดทำหนังสือแจ้งผล")

    def _print_request(self) -> None:
        assert self.view is not None
        number = claim_no(self.view.number, self.view.fiscal_year)
        make = request_paper(self._place, self.view)
        open_paper(self._page, self._place, f"แบบคำขอรับสวัสดิการ {number}", make, "จัดทำแบบคำขอ")

    def _on_decided(self, _assessed: AssessedClaim) -> None:
        self._again("")
        assert self.view is not None
        self.said.emit(_AFTER.get(self.view.state, "บันทึกมติแล้ว"))

    def _on_paid(self, paid: ClaimPaid) -> None:
        receipt = (
            f" ใบเสร็จเล่มที่ {paid.receipt.book} เลขที่ {paid.receipt.leaf}" if paid.receipt is not None else ""
        )
        kept = f" หักเงินค้าง {baht(paid.setoff_satang)} บาท{receipt}" if paid.setoff_satang else ""
        kept = kept if self._theme.roomy else ""
        self._again("")
        assert self.view is not None
        left = sum(not share.paid for share in self.view.shares)
        more = f" ยังเหลือทายาท {left} คน กด F9 จ่ายต่อ" if left else ""
        self.said.emit(f"จ่ายแล้ว ใบสำคัญ {voucher_no(paid.voucher.number)}{kept}{more}")

    def _again(self, words: str) -> None:
        assert self.view is not None
        self.show_claim(self.view.id)
        self.start()
        if words:
            self.said.emit(words)


def verb_of(view: ClaimView) -> str:
    """What the next act is called, "" where there is none."""
    if view.state in UNDECIDED and waits_for_heirs(view):
        return "มติทายาท"
    share = next((one for one in view.shares if one.number == next_share(view.shares)), None)
    if view.state == "approved" and share is not None:
        return f"จ่ายทายาทคนที่ {share.number} จาก {len(view.shares)}"
    return _VERBS.get(view.state, "")


def decided_words(view: ClaimView) -> str:
    """Whether this was decided and when, or is what would be decided now."""
    if view.stored:
        day = short_date(view.decided_on) if view.decided_on is not None else ""
        return f"{resolution_words(view.resolution)} บันทึก {day}"
    if view.state == "withdrawn":
        return "ถอนแล้ว ก่อนลงมติ"
    return "ผลตรวจวันนี้ ยังไม่ลงมติ" if view.state == "requested" else "ผลตรวจวันนี้ ลงมติไว้ว่ารอข้อมูล"
