"""มติทายาท: the meeting names who is paid in the member's place, each by parts; what each gets is seen while it is typed."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from wangfund.ui.claims.dialogs import LONGEST
from wangfund.ui.claims.fact_fields import FactDate
from wangfund.ui.claims.heirs_field import HeirsField
from wangfund.ui.claims.marks import claim_no
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.widgets.text_field import TextField
from wangfund.ui.words import baht
from wangfund.usecases.claim_view import ClaimView
from wangfund.usecases.decide_claim import DecideClaim

WAITS_FOR_HEIRS = "HEIR_RESOLUTION"


class HeirsDialog(FormDialog):
    """Gives back the decision with the heirs; what they get together is what the rules give."""

    def __init__(
        self, theme: Theme, view: ClaimView, today: date, parent: QWidget | None, drafts: Drafts
    ) -> None:
        net = view.answer.assessment.net_satang
        super().__init__(
            theme,
            "มติทายาท",
            f"อนุมัติ {baht(net)} บาท",
            parent,
            drafts=drafts,
            draft=f"heirs {view.id}",
            width=820,
        )
        self._claim = view.id
        self.form.add_note(WrapLabel(theme, heirs_words(view, short=theme.compact)))
        self.resolution = TextField(theme, "มติที่ประชุม", longest=LONGEST, required=True, hint="เช่น มติ 11/2569")
        self.on = FactDate(
            theme, "วันที่ประชุม", today, latest=today, earliest=view.answer.claimed_on, required=True
        )
        self.on.set_day(today)
        self.on.check()
        self.heirs = HeirsField(theme, net)
        if view.payee_told:
            self.heirs.rows[0][0].set_text(view.payee_told)
        for field in (self.resolution, self.on):
            field.below.give_room()
        self.form.add("resolution", "มติหรือบันทึก", self.resolution)
        self.form.add("on", "วันที่ประชุม", self.on)
        self.form.add("heirs", "ทายาท", self.heirs)
        self.heirs.walk_by_enter(self.form)
        self.heirs.on.connect(self.no.setFocus)
        self.form.entered.disconnect(self.submit)
        self.form.entered.connect(self.no.setFocus)

    def command(self) -> DecideClaim | None:
        """The claim, the resolution, the heirs."""
        heirs = self.heirs.heirs
        if not self.resolution.words or heirs.findings or not heirs.heirs:
            return None
        return DecideClaim(self._claim, self.resolution.words, heirs.heirs, self.on.day)


def waits_for_heirs(view: ClaimView) -> bool:
    """Whether only the resolution on the heirs is missing."""
    return view.answer.assessment.reason == WAITS_FOR_HEIRS


def heirs_words(view: ClaimView, *, short: bool = False) -> str:
    """What will be, in a sentence."""
    answer, said = view.answer, view.answer.assessment
    if short:
        ends = " สมาชิกภาพสิ้นสุด" if view.ends_membership else ""
        return f"{answer.name} {answer.member.name} จ่ายสุทธิ {baht(said.net_satang)} บาท ให้ทายาทตามมติ{ends}"
    number = claim_no(view.number, view.fiscal_year)
    kept = f" หักเงินสมทบค้าง {baht(said.setoff_satang)} บาทแล้ว" if said.setoff_satang else ""
    words = f"คำขอที่ {number} เรื่อง{answer.name} ของ {answer.member.name} จ่ายสุทธิ {baht(said.net_satang)} บาท{kept} ให้ทายาทตามมติ คนละใบสำคัญ"
    return words + (" เมื่ออนุมัติแล้ว สมาชิกภาพสิ้นสุดตามวันที่เสียชีวิต" if view.ends_membership else "")
