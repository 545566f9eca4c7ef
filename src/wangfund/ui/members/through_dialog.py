"""Through which month she has paid, for a member of whom nobody knew; once, with where it is known from."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wangfund.thai.dates import short_date
from wangfund.thai.period import Period
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.members.checked_fields import MonthField
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.widgets.text_field import TextField
from wangfund.ui.words import months_short
from wangfund.usecases.member_view import MemberView
from wangfund.usecases.tell_paid_through import TellPaidThrough


class ThroughDialog(FormDialog):
    """Its command is a TellPaidThrough."""

    def __init__(self, theme: Theme, view: MemberView, parent: QWidget | None, drafts: Drafts) -> None:
        m = view.member
        heading = f"ชำระแล้วถึงเดือนใด · {m.name} เลขที่ {m.member_no}"
        super().__init__(theme, heading, "บันทึก", parent, drafts=drafts, draft=f"member.through {m.member_no}")
        self._member_no = m.member_no
        self.through = MonthField(theme, "ชำระแล้วถึงเดือน")
        self.source = TextField(theme, "รู้จากไหน", longest=200, required=True, hint="เช่น สมุดเล่ม 2 หน้า 14")
        self.form.add("through", "ชำระแล้วถึงเดือน", self.through)
        self.form.add("source", "รู้จากไหน", self.source)
        never = Period.of(m.starts_on).plus(-1)
        for words in (
            f"เป็นสมาชิกตั้งแต่ {short_date(m.starts_on)} ถ้ายังไม่เคยชำระเลย พิมพ์ {months_short(((never, never),))}",
            "เดือนเหล่านี้นับว่าชำระแล้วโดยไม่มีเงินเข้าและไม่มีใบเสร็จ บอกได้ครั้งเดียว",
        ):
            self.form.add_note(WrapLabel(theme, words, Words.SECOND, "ink2"))

    def command(self) -> TellPaidThrough | None:
        """What is wanted."""
        through = self.through.month
        return None if through is None else TellPaidThrough(self._member_no, through, self.source.words)
