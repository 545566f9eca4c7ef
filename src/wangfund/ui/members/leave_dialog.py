"""Leaving: the day, the resolution, and what follows from it; for a death the heir stands beside."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from wangfund.thai.dates import short_date
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.widgets.text_field import TextField
from wangfund.usecases.end_membership import EndMembership
from wangfund.usecases.member_view import MemberView

LEAVINGS: Final = {
    "resigned": ("ลาออก", "วันที่ลาออก", "บันทึกการลาออก"),
    "died": ("เสียชีวิต", "วันที่เสียชีวิต", "บันทึกการเสียชีวิต"),
    "lapsed": ("พ้นสภาพ", "วันที่พ้นสภาพ", "บันทึกการพ้นสภาพ"),
    "moved": ("ย้ายออก", "วันที่ย้ายออก", "บันทึกการย้ายออก"),
}
"""What each way to leave is called, its day, its verb."""
_WHY: Final = (("lapsed", "ค้างชำระครบตามระเบียบ"), ("unqualified", "ขาดคุณสมบัติ"))


class LeaveDialog(FormDialog):
    """Its command is an EndMembership."""

    def __init__(
        self, theme: Theme, view: MemberView, cause: str, today: date, parent: QWidget | None, drafts: Drafts
    ) -> None:
        name, day_words, verb = LEAVINGS[cause]
        m = view.member
        heading, draft = f"{name} · {m.name} เลขที่ {m.member_no}", f"member.{cause} {m.member_no}"
        super().__init__(theme, heading, verb, parent, drafts=drafts, draft=draft)
        self._member_no, self._cause = m.member_no, cause
        needed = cause == "lapsed"
        self.why = ChoiceField(theme, "เหตุ", _WHY)
        self.on = DateField(theme, day_words, today, latest=today, earliest=m.starts_on, required=True)
        self.resolution = TextField(
            theme, "มติที่ประชุม", longest=120, required=needed, hint="เช่น มติ 11/2569" if needed else "ถ้ามี"
        )
        if needed:
            self.form.add("cause", "เหตุ", self.why)
        self.form.add("on", day_words, self.on)
        self.form.add("resolution", "มติที่ประชุม", self.resolution)
        self.on.set_day(today)
        for words in what_follows(view, cause):
            self.form.add_note(WrapLabel(theme, words, Words.SECOND, "ink2"))

    def command(self) -> EndMembership | None:
        """What is wanted."""
        day = self.on.day
        if day is None:
            return None
        cause = self.why.value if self._cause == "lapsed" else self._cause
        return EndMembership(self._member_no, cause, day, self.resolution.words)


def what_follows(view: MemberView, cause: str) -> tuple[str, ...]:
    """What a leaving means, said before it is recorded."""
    m = view.member
    since = f"เป็นสมาชิกตั้งแต่ {short_date(m.starts_on)}"
    if cause == "died":
        heir = m.heir_name or "ยังไม่ได้ระบุไว้ ที่ประชุมต้องมีมติว่าจะจ่ายให้ใคร"
        relation = f" ({m.heir_relation})" if m.heir_name and m.heir_relation else ""
        return (
            f"ผู้รับผลประโยชน์: {heir}{relation}",
            f"{since} วันที่เสียชีวิตยังมีสิทธิ บันทึกแล้วกด F6 ขอสวัสดิการให้ผู้รับผลประโยชน์ได้ทันที",
        )
    return (
        f"{since} ตั้งแต่วันนี้ที่กรอกจะไม่มีสิทธิ และไม่อยู่ในใบเก็บเงิน",
        "เงินสมทบเป็นทุนของกองทุน ไม่ได้คืน ถ้ากลับเข้าใหม่ต้องเริ่มนับสิทธิใหม่",
    )
