"""Paying an approved claim: out of where, to whom, on which day; the sentence says all of it before it is done."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wangfund.text.terms import pool_name
from wangfund.ui.claims.fact_fields import FactDate
from wangfund.ui.claims.typed_claim import LONGEST_NAME
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.widgets.text_field import TextField
from wangfund.ui.words import baht
from wangfund.usecases.approval import approved_too
from wangfund.usecases.claim_view import ClaimView
from wangfund.usecases.pay_claim import PayClaim
from wangfund.usecases.payment_offer import PaymentOffer

CASH = "cash"
LONGEST_SLIP = 40
LONGEST_REASON = 120


class PayDialog(FormDialog):
    """After the last field the focus goes to not paying: money leaves only by its own key or button."""

    def __init__(
        self,
        theme: Theme,
        view: ClaimView,
        offer: PaymentOffer,
        parent: QWidget | None,
        drafts: Drafts,
        who: str = "",
    ) -> None:
        verb = f"จ่าย {baht(offer.net_satang)} บาท"
        super().__init__(
            theme, "จ่ายสวัสดิการ", verb, parent, drafts=drafts, draft=f"pay {view.id} {offer.share}", width=680
        )
        self._view, self._offer = view, offer
        self.sentence = WrapLabel(theme, "", Words.STRONG)
        self.form.add_note(self.sentence)
        self.place = ChoiceField(
            theme,
            "จ่ายจาก",
            [(code, place_words(code, satang)) for code, satang in offer.places],
            best_place(offer),
        )
        self.slip = TextField(
            theme, "เลขที่ใบโอนหรือใบถอน", longest=LONGEST_SLIP, required=True, hint="ตามสลิปหรือใบถอนของธนาคาร"
        )
        self.payee = TextField(theme, "ผู้รับเงิน", longest=LONGEST_NAME, required=True)
        self.payee.set_text(offer.payee)
        self.proxy = TextField(theme, "ผู้รับแทน", longest=LONGEST_NAME, hint="ว่างไว้เมื่อมารับเอง")
        self.proxy_papers = TextField(
            theme, "หลักฐานของผู้รับแทน", longest=LONGEST_REASON, required=True, hint="เช่น ใบมอบฉันทะ สำเนาบัตร"
        )
        self.payer = TextField(theme, "ผู้จ่ายเงิน", longest=LONGEST_NAME, required=True)
        self.payer.set_text(who)
        self.reason = TextField(
            theme, "เหตุผลที่ผู้อนุมัติจ่ายเอง", longest=LONGEST_REASON, required=True, hint="จะแสดงในรายงานประจำเดือน"
        )
        self.on = FactDate(
            theme, "วันที่จ่าย", offer.today, latest=offer.today, earliest=offer.decided_on, required=True
        )
        self.on.set_day(offer.today)
        self.on.check()
        fields = (
            self.place,
            self.slip,
            self.payee,
            self.proxy,
            self.proxy_papers,
            self.payer,
            self.reason,
            self.on,
        )
        for field in fields:
            field.below.give_room()
        self.form.add("out_of", "จ่ายจาก", self.place)
        self.form.add("slip", "เลขที่ใบโอน", self.slip)
        self.form.add("payee", "ผู้รับเงิน", self.payee)
        self.form.add("proxy", "ผู้รับแทน", self.proxy)
        self.form.add("proxy_papers", "หลักฐาน", self.proxy_papers)
        self.form.add("payer", "ผู้จ่ายเงิน", self.payer)
        self.form.add("reason", "เหตุผล", self.reason)
        self.form.add("on", "วันที่จ่าย", self.on)
        for words in offer_words(offer):
            self.form.add_note(WrapLabel(theme, words, Words.SECOND, "ink2"))
        self.form.changed.connect(self._say)
        self.form.entered.disconnect(self.submit)
        self.form.entered.connect(self.no.setFocus)
        self._say()

    def command(self) -> PayClaim | None:
        """The claim, the place with its slip, the day, and every hand the money goes through."""
        day = self.on.day
        if day is None:
            return None
        bank = self.place.value != CASH
        return PayClaim(
            self._offer.claim_id,
            self.place.value,
            day,
            self.payee.words if self._offer.in_kind else "",
            self._offer.share,
            self.slip.words if bank else "",
            self.payer.words,
            self.proxy.words,
            self.proxy_papers.words if self.proxy.words else "",
            self.reason.words if self._one_hand else "",
        )

    def begin(self) -> None:
        """What was half typed stands in the sentence, too."""
        super().begin()
        self._say()

    @property
    def _one_hand(self) -> bool:
        """Whether the one who pays is among those who approved."""
        return approved_too(self._offer.approver, self.payer.words)

    def _say(self) -> None:
        # Whom the meeting meant stands in the sentence and is not typed again.
        self.form.show_field("payee", shown=self._offer.in_kind)
        self.form.show_field("slip", shown=self.place.value != CASH)
        self.form.show_field("proxy_papers", shown=bool(self.proxy.text.strip()))
        self.form.show_field("reason", shown=self._one_hand)
        payee = self.payee.words if self._offer.in_kind else self._offer.payee
        self.sentence.tell(pay_words(self._view, self._offer, self.place.value, payee))


def pay_words(view: ClaimView, offer: PaymentOffer, out_of: str, payee: str) -> str:
    """What will be, in a sentence."""
    where = "เงินสดในมือ" if out_of == CASH else out_of
    whose = "" if payee == view.answer.member.name else f" ของ {view.answer.member.name}"
    kept = f" (หักเงินสมทบค้าง {baht(offer.setoff_satang)} บาทแล้ว)" if offer.setoff_satang else ""
    if offer.heir is not None:
        kin = f" ({offer.heir.relation})" if offer.heir.relation else ""
        payee = f"{offer.heir.name}{kin} ทายาทคนที่ {offer.share} จาก {len(offer.shares)} คน"
    return f"จ่าย {baht(offer.net_satang)} บาท ให้ {payee or '…'} ค่าสวัสดิการเรื่อง{view.answer.name}{whose} จาก {where}{kept}"


def place_words(code: str, satang: int) -> str:
    """A place with what it holds."""
    return f"{'เงินสดในมือ' if code == CASH else code} มี {baht(satang)} บาท"


def best_place(offer: PaymentOffer) -> str:
    """Cash while it is enough and the rules let so much be paid in cash, else the first bank that holds it."""
    for code, satang in offer.places:
        if satang >= offer.net_satang and (code != CASH or offer.net_satang <= offer.cash_most_satang):
            return code
    return offer.places[0][0]


def offer_words(offer: PaymentOffer) -> tuple[str, ...]:
    """The pool, what is promised, and how much may be paid in cash."""
    lines = [
        f"{pool_name(offer.pool)}มี {baht(offer.pool_satang)} บาท อนุมัติรอจ่ายทั้งหมด {baht(offer.promised_satang)} บาท ({offer.promised} คำขอ)"
    ]
    if offer.ahead_satang:
        lines.append(f"คำขอที่อนุมัติก่อน {baht(offer.ahead_satang)} บาท ได้รับก่อนเมื่อเงินในกองไม่พอ")
    lines.append(f"จ่ายเงินสดได้ครั้งละไม่เกิน {baht(offer.cash_most_satang)} บาท")
    return tuple(lines)
