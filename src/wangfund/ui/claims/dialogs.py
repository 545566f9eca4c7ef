"""What is asked before a claim is decided or taken back, and the other things that can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.domain.eligibility.assessment import Result
from wangfund.ui.claims.fact_fields import FactDate
from wangfund.ui.claims.marks import claim_no
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.keys import Key
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.label import WrapLabel, label
from wangfund.ui.widgets.text_field import TextField
from wangfund.ui.words import baht
from wangfund.usecases.approval import COMMITTEE, MEETING
from wangfund.usecases.claim_view import ClaimView
from wangfund.usecases.decide_claim import DecideClaim
from wangfund.usecases.withdraw_claim import WithdrawClaim

LONGEST = 120
"""The most letters of a resolution or a reason."""


class DecideDialog(FormDialog):
    """The word of the meeting or the village committee: what the rules give; the paper it stands in is named."""

    def __init__(
        self,
        theme: Theme,
        view: ClaimView,
        today: date,
        parent: QWidget | None,
        drafts: Drafts,
        chair: str = "",
    ) -> None:
        verb = decide_verb(view)
        super().__init__(theme, "ลงมติ", verb, parent, drafts=drafts, draft=f"decide {view.id}", width=640)
        self._claim = view.id
        self.form.add_note(WrapLabel(theme, decide_words(view)))
        field = TextField(theme, "มติที่ประชุม", longest=LONGEST, required=True, hint="เช่น มติ 11/2569")
        self.form.add("resolution", "มติหรือบันทึก", field)
        self.on = FactDate(
            theme, "วันที่ประชุม", today, latest=today, earliest=view.answer.claimed_on, required=True
        )
        self.on.below.give_room()
        self.on.set_day(today)
        self.on.check()
        self.form.add("on", "วันที่ประชุม", self.on)
        self._chair = chair
        self.by = ChoiceField(theme, "ผู้อนุมัติ", bodies(view))
        self.approver = TextField(theme, "ลงชื่อโดย", longest=LONGEST)
        pays = view.answer.assessment.result is Result.PAY
        for one in (field, self.by, self.approver):
            one.below.give_room()
        self.form.add("by", "ผู้อนุมัติ", self.by)
        self.form.add("approver", "ลงชื่อโดย", self.approver)
        self.form.show_field("by", shown=len(bodies(view)) > 1)
        self.form.show_field("approver", shown=pays)
        self.form.changed.connect(self._hint)
        self._hint()
        # A decision is made by its own key or button, not by the Enter that ends the typing.
        self.form.entered.disconnect(self.submit)
        self.form.entered.connect(self.no.setFocus)

    def command(self) -> DecideClaim | None:
        """The claim, the resolution, and who approves."""
        field = self.form.fields["resolution"]
        assert isinstance(field, TextField)
        if not field.words:
            return None
        return DecideClaim(
            self._claim, field.words, on=self.on.day, by=self.by.value, approver=self.approver.words
        )

    def _hint(self) -> None:
        """Whose name is written down when none is typed."""
        if self.by.value == COMMITTEE:
            hint = "ชื่อกรรมการ คั่นด้วยจุลภาค หรือเว้นไว้"
        else:
            hint = f"เว้นไว้ คือ {self._chair}" if self._chair else "ชื่อประธานในที่ประชุม"
        self.approver.edit.setPlaceholderText(hint)


class RefuseDialog(FormDialog):
    """The meeting says no to what the rules would pay or wait for; its reason stands in the letter to the member."""

    def __init__(
        self, theme: Theme, view: ClaimView, today: date, parent: QWidget | None, drafts: Drafts
    ) -> None:
        super().__init__(
            theme,
            "ที่ประชุมไม่อนุมัติ",
            "บันทึกว่าไม่อนุมัติ",
            parent,
            drafts=drafts,
            draft=f"refuse {view.id}",
            width=660,
        )
        self._claim = view.id
        number = claim_no(view.number, view.fiscal_year)
        words = f"คำขอที่ {number} เรื่อง{view.answer.name} ของ {view.answer.member.name} จะไม่มีเงินจ่าย เหตุผลจะพิมพ์ในหนังสือแจ้งสมาชิก โปรดใช้คำสุภาพ"
        self.form.add_note(WrapLabel(theme, words))
        self.resolution = TextField(theme, "มติที่ประชุม", longest=LONGEST, required=True, hint="เช่น มติ 11/2569")
        self.reason = TextField(
            theme, "เหตุผล", longest=LONGEST, required=True, hint="เช่น ใบรับรองยังไม่ตรงกับวันที่เข้ารักษา"
        )
        self.on = FactDate(
            theme, "วันที่ประชุม", today, latest=today, earliest=view.answer.claimed_on, required=True
        )
        self.on.set_day(today)
        self.on.check()
        for field in (self.resolution, self.reason, self.on):
            field.below.give_room()
        self.form.add("resolution", "มติหรือบันทึก", self.resolution)
        self.form.add("reason", "เห็นว่า", self.reason)
        self.form.add("on", "วันที่ประชุม", self.on)
        self.form.entered.disconnect(self.submit)
        self.form.entered.connect(self.no.setFocus)

    def command(self) -> DecideClaim | None:
        """The claim, the resolution, the reason."""
        if not self.resolution.words or not self.reason.words:
            return None
        return DecideClaim(self._claim, self.resolution.words, on=self.on.day, refuse=self.reason.words)


class WithdrawDialog(FormDialog):
    """Taking a claim back, with the reason."""

    def __init__(self, theme: Theme, view: ClaimView, parent: QWidget | None, drafts: Drafts) -> None:
        super().__init__(
            theme, "ถอนคำขอ", "ถอนคำขอนี้", parent, drafts=drafts, draft=f"withdraw {view.id}", width=600
        )
        self._claim = view.id
        number = claim_no(view.number, view.fiscal_year)
        words = f"คำขอที่ {number} เรื่อง{view.answer.name} ของ {view.answer.member.name} เลขคำขอยังอยู่ แต่จะไม่พิจารณาและไม่จ่าย"
        self.form.add_note(WrapLabel(theme, words))
        self.form.add("reason", "เหตุผล", TextField(theme, "เหตุผล", longest=LONGEST, required=True))

    def command(self) -> WithdrawClaim | None:
        """The claim and why."""
        field = self.form.fields["reason"]
        assert isinstance(field, TextField)
        return WithdrawClaim(self._claim, field.words) if field.words else None


class Other(NamedTuple):
    """Something else that can be done: its words, icon, and what does it."""

    words: str
    icon: str
    act: Callable[[], object]


class OthersDialog(QDialog):
    """A short list of buttons; arrows and Tab go through it, Enter does one, Esc none."""

    def __init__(self, theme: Theme, heading: str, others: Sequence[Other], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.buttons: list[ActionButton] = []
        column = QVBoxLayout(self)
        edge = theme.px(22)
        column.setContentsMargins(edge, theme.px(16), edge, theme.px(16))
        column.setSpacing(theme.px(10))
        column.addWidget(label(theme, heading, Words.SUB))
        for at, other in enumerate(others, 1):
            button = ActionButton(theme, other.words, icon=other.icon, key=str(at))
            button.clicked.connect(lambda _checked=False, other=other: self._do(other))
            QShortcut(QKeySequence(str(at)), self).activated.connect(button.click)
            column.addWidget(button)
            self.buttons.append(button)
        for button in self.buttons:
            button.setMinimumWidth(max(one.sizeHint().width() for one in self.buttons))
        back = ActionButton(theme, "กลับ", key=Key.BACK.shown)
        back.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(back)
        column.addLayout(foot)
        if self.buttons:
            self.buttons[0].setFocus()

    def _do(self, other: Other) -> None:
        self.accept()
        other.act()


def bodies(view: ClaimView) -> list[tuple[str, str]]:
    """Who may decide a claim: the meeting, and the village committee as far as the rules let it."""
    said, approval = view.answer.assessment, view.answer.approval
    meeting = (MEETING, "ที่ประชุมคณะกรรมการกองทุน")
    if approval is None or said.result is not Result.PAY or not approval.by_committee(said.gross_satang):
        return [meeting]
    return [(COMMITTEE, f"กรรมการหมู่ {view.answer.member.moo} ลงชื่อ {approval.signatures} คน"), meeting]


def decide_verb(view: ClaimView) -> str:
    """The verb: what will be decided, with the amount."""
    said = view.answer.assessment
    if said.result is Result.PAY:
        return f"อนุมัติ {baht(said.net_satang)} บาท"
    return "ลงมติไม่เข้าเกณฑ์" if said.result is Result.REFUSE else "บันทึกว่ารอข้อมูล"


def decide_words(view: ClaimView) -> str:
    """What will be, in a sentence with the name and the amount."""
    answer, said = view.answer, view.answer.assessment
    number = claim_no(view.number, view.fiscal_year)
    whose = f"คำขอที่ {number} เรื่อง{answer.name} ของ {answer.member.name}"
    if said.result is Result.PAY:
        kept = f" หักเงินสมทบค้าง {baht(said.setoff_satang)} บาท" if said.setoff_satang else ""
        words = f"{whose} ที่ประชุมอนุมัติ {baht(said.gross_satang)} บาท{kept} จ่ายสุทธิ {baht(said.net_satang)} บาท"
        if view.ends_membership:
            words += " เมื่ออนุมัติแล้ว สมาชิกภาพสิ้นสุดตามวันที่เสียชีวิต"
        return words
    if said.result is Result.REFUSE:
        return f"{whose} ไม่เข้าเกณฑ์ตามระเบียบ จะบันทึกเหตุผลไว้ตามที่แสดง และไม่มีเงินจ่าย"
    return f"{whose} ยังรอข้อมูล จะบันทึกไว้ว่ารอ และลงมติใหม่ได้เมื่อครบ"
