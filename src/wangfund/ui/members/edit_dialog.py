"""Putting the register right: the member's facts as they stand, to be changed; a reason where paper said otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from wangfund.domain.errors import Finding
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.members.joining import id_finding, whose_id
from wangfund.ui.members.person_fields import WORDS_WIDTH, PersonFields, in_columns
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.text_field import TextField
from wangfund.usecases.edit_member import ON_PAPER, EditMember
from wangfund.usecases.find_members import MemberLine
from wangfund.usecases.joining_terms import JoiningTerms
from wangfund.usecases.member_view import MemberRow
from wangfund.usecases.person_facts import PersonFacts, facts_of


class EditDialog(FormDialog):
    """Its command is an EditMember. The reason is only there while a fact that stands on papers differs."""

    def __init__(
        self,
        theme: Theme,
        terms: JoiningTerms,
        rows: Sequence[MemberLine],
        member: MemberRow,
        parent: QWidget | None,
        drafts: Drafts,
    ) -> None:
        columns, width = in_columns(theme)
        super().__init__(
            theme, f"แก้ไขทะเบียน · {member.name} เลขที่ {member.member_no}", "บันทึกการแก้ไข", parent,
            drafts=drafts, draft=f"member.edit {member.member_no}",
            columns=columns, width=width, words_width=WORDS_WIDTH,
        )  # fmt: skip
        self._rows, self._member = rows, member
        self.before: PersonFacts = facts_of(member)
        self.person = PersonFields(theme, terms, same_id=self._same_id, alike=lambda _given, _family: ())
        self.starts = DateField(theme, "เป็นสมาชิกตั้งแต่", terms.today, latest=terms.today, required=True)
        self.reason = TextField(theme, "เหตุผลที่แก้", longest=200, hint="เช่น เปลี่ยนชื่อ")
        p, at = self.person, ((0, 0, 0), (0, 1, 1), (0, 1, 2))[columns - 1]
        for name, words, field, column in (
            ("title", "คำนำหน้า", p.title, at[0]),
            ("given_name", "ชื่อ", p.given, at[0]),
            ("family_name", "นามสกุล", p.family, at[0]),
            ("national_id", "เลขบัตรประชาชน", p.national_id, at[0]),
            ("birth_date", "วันเกิด", p.birth, at[0]),
            ("house_no", "บ้านเลขที่", p.house, at[1]),
            ("moo", "หมู่ที่", p.village, at[1]),
            ("phone", "โทรศัพท์", p.phone, at[1]),
            ("heir_name", "ผู้รับผลประโยชน์", p.heir, at[1]),
            ("heir_relation", "ความเกี่ยวข้อง", p.relation, at[1]),
            ("cadence", "วิธีส่งเงิน", p.cadence, at[2]),
            ("starts_on", "เป็นสมาชิกตั้งแต่", self.starts, at[2]),
            ("reason", "เหตุผลที่แก้", self.reason, at[2]),
        ):
            self.form.add(name, words, field, column=column)
        p.show_facts(self.before)
        self.starts.set_day(member.starts_on)
        self._shown = p.facts()
        self.form.changed.connect(self._on_changed)
        self._on_changed()

    def begin(self) -> None:
        """A draft that comes back may ask for its reason at once."""
        super().begin()
        self._on_changed()

    def command(self) -> EditMember | None:
        """What is wanted: only what the form was changed to."""
        return EditMember(
            self._member.member_no, self._shown, self.person.facts(), self.starts.day, self.reason.words
        )

    def _same_id(self, digits: str) -> Iterable[Finding]:
        other = whose_id(self._rows, digits)
        found = None if other is not None and other.id == self._member.id else id_finding(other)
        # Here nobody comes back: whoever's it is, the ID is taken.
        return () if found is None else (Finding("ID_TAKEN", "national_id", values=found.values),)

    def _on_changed(self) -> None:
        now = self.person.facts()
        asked = any(
            getattr(self.before, name) and getattr(now, name) != getattr(self._shown, name)
            for name in ON_PAPER
        )
        self.form.show_field("reason", shown=asked)
