"""Months without money: an exemption for some time, or a waiver of months owed, by a resolution of the board."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from wangfund.domain.errors import Finding
from wangfund.thai.period import Period
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.members.checked_fields import MonthField
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.widgets.text_field import TextField
from wangfund.ui.words import months_short
from wangfund.usecases.grant_months import GrantMonths
from wangfund.usecases.member_view import MemberView

GRANTS: Final = {
    "exempt": ("ยกเว้นเงินสมทบ", "บันทึกการยกเว้น"),
    "waiver": ("ผ่อนผันเดือนที่ค้าง", "บันทึกการผ่อนผัน"),
}


class GrantDialog(FormDialog):
    """Its command is a GrantMonths."""

    def __init__(
        self, theme: Theme, view: MemberView, kind: str, today: date, parent: QWidget | None, drafts: Drafts
    ) -> None:
        name, verb = GRANTS[kind]
        m = view.member
        heading, draft = f"{name} · {m.name} เลขที่ {m.member_no}", f"member.{kind} {m.member_no}"
        super().__init__(theme, heading, verb, parent, drafts=drafts, draft=draft)
        self._member_no, self._kind = m.member_no, kind
        first, last = first_guess(view, kind, today)
        self.first = MonthField(theme, "ตั้งแต่เดือน", first)
        self.last = MonthField(theme, "ถึงเดือน", last)
        self.resolution = TextField(theme, "มติที่ประชุม", longest=120, required=True, hint="เช่น มติ 11/2569")
        self.form.add("first", "ตั้งแต่เดือน", self.first)
        self.form.add("last", "ถึงเดือน", self.last)
        self.form.add("resolution", "มติที่ประชุม", self.resolution)
        owed = f"เดือนที่ค้างอยู่: {months_short(view.owed)}" if view.owed else "ไม่มีเดือนที่ค้าง"
        self.form.add_note(WrapLabel(theme, owed, Words.SECOND, "ink2"))
        words = "เดือนเหล่านี้นับว่าครบโดยไม่มีเงินเข้า ไม่มีใบเสร็จ และไม่ทวงอีก"
        self.form.add_note(WrapLabel(theme, words, Words.SECOND, "ink2"))

    def command(self) -> GrantMonths | None:
        """What is wanted."""
        first, last = self.first.month, self.last.month
        if first is None or last is None:
            return None
        if first > last:
            values = {"first": first.iso, "last": last.iso}
            self.form.show_findings((Finding("MONTHS_REVERSED", "last", values=values),))
            return None
        return GrantMonths(self._member_no, first, last, self._kind, self.resolution.words)


def first_guess(view: MemberView, kind: str, today: date) -> tuple[Period, Period | None]:
    """The months most likely meant: for a waiver what is owed, for an exemption from the first month not covered."""
    if kind == "waiver" and view.owed:
        return view.owed[0]
    now = Period.of(today)
    through = view.paid_through
    return (now if through is None else max(now, through.plus(1))), None
