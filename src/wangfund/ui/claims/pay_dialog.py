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
from wangfund.usecases.claim_view import ClaimView
from wangfund.usecases.pay_claim import PayClaim
from wangfund.usecases.payment_offer import PaymentOffer

CASH = "cash"


class PayDialog(FormDialog):
    """After the last field the focus goes to not paying: money leaves only by its own key or button."""

    def __init__(
        self, theme: Theme, view: ClaimView, offer: PaymentOffer, parent: QWidget | None, drafts: Drafts
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
        self.payee = TextField(theme, "ผู้รับเงิน", longest=LONGEST_NAME, required=True)
        heir = offer.heir
        self.payee.set_text(view.payee if heir is None else heir.name)
        self.on = FactDate(theme, "วันที่จ่าย", offer.today, latest=offer.today, required=True)
        self.on.set_day(offer.today)
        self.on.check()
        for field in (self.place, self.payee, self.on):
            field.below.give_room()
        self.form.add("out_of", "จ่ายจาก", self.place)
        if heir is None:
            # Who an heir is was said by the resolution: her name stands in the sentence and is not typed again.
            self.form.add("payee", "ผู้รับเงิน", self.payee)
        else:
            self.payee.setParent(self)
            self.payee.hide()
        self.form.add("on", "วันที่จ่าย", self.on)
        for words in offer_words(offer):
            self.form.add_note(WrapLabel(theme, words, Words.SECOND, "ink2"))
        self.form.changed.connect(self._say)
        self.form.entered.disconnect(self.submit)
        self.form.entered.connect(self.no.setFocus)
        self._say()

    def command(self) -> PayClaim | None:
        """The claim, the place, the day, the payee."""
        day = self.on.day
        if day is None or not self.payee.words:
            return None
        return PayClaim(self._offer.claim_id, self.place.value, day, self.payee.words, self._offer.share)

    def begin(self) -> None:
        """What was half typed stands in the sentence, too."""
        super().begin()
        self._say()

    def _say(self) -> None:
        self.sentence.tell(pay_words(self._view, self._offer, self.place.value, self.payee.words))


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
