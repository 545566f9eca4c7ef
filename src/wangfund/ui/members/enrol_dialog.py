"""Joining: the application's fields in the paper's order, and the first money. Gives back what is to be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from wangfund.domain.errors import Finding
from wangfund.domain.register.check_person import check_member_no
from wangfund.thai.digits import to_arabic
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.members.joining import alike_finding, id_finding, may_return, money_words, whose_id
from wangfund.ui.members.person_fields import WORDS_WIDTH, PersonFields, in_columns
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.check_box import CheckBox
from wangfund.ui.widgets.checked_field import CheckedField
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.label import WrapLabel, set_tone
from wangfund.ui.widgets.money_field import MoneyField
from wangfund.ui.words import baht
from wangfund.usecases.enrol_member import EnrolMember
from wangfund.usecases.find_members import MemberLine
from wangfund.usecases.joining_terms import JoiningTerms
from wangfund.usecases.person_facts import PersonFacts
from wangfund.usecases.rejoin_member import RejoinMember

_NEW, _AGAIN = "รับสมัครสมาชิก", "รับกลับเข้าเป็นสมาชิก"


class EnrolDialog(FormDialog):
    """Its command is an EnrolMember, or a RejoinMember when the person is a former member.

    `rows` are everybody, for telling who it may be already before anything is saved; `known` reads what the register
    says of a former member by id.
    """

    def __init__(
        self,
        theme: Theme,
        terms: JoiningTerms,
        rows: Sequence[MemberLine],
        known: Callable[[int], PersonFacts],
        parent: QWidget | None,
        *,
        former: MemberLine | None = None,
        drafts: Drafts | None = None,
    ) -> None:
        columns, width = in_columns(theme)
        draft = "member.new" if former is None else f"member.again {former.member_no}"
        heading = _NEW if former is None else f"{_AGAIN} · {former.name} เลขที่ {former.member_no}"
        super().__init__(
            theme, heading, _NEW, parent, drafts=drafts, draft=draft, columns=columns, width=width,
            words_width=WORDS_WIDTH,
        )  # fmt: skip
        self._terms, self._rows, self._known = terms, rows, known
        self._fixed = former
        self.former: MemberLine | None = None
        self._price = 0
        self.person = PersonFields(theme, terms, same_id=self._same_id, alike=self._alike)
        self.applied = DateField(theme, "วันที่สมัคร", terms.today, latest=terms.today, required=True)
        self.on = DateField(theme, "วันที่รับเงินครั้งแรก", terms.today, latest=terms.today, required=True)
        self.amount = MoneyField(theme, "เงินสมทบครั้งแรก")
        self.fee = CheckBox(theme, f"เก็บค่าสมัคร {baht(terms.fee_satang)} บาท", ticked=terms.fee_satang > 0)
        places = [("cash", "เงินสด"), *((name, name) for name in terms.banks)]
        self.into = ChoiceField(theme, "รับเงินเข้า", places)
        self.number = CheckedField(
            theme, "เลขที่สมาชิก", lambda text: check_member_no(to_arabic(text)), longest=20,
            hint=f"เว้นไว้ จะได้ {terms.next_no}",
        )  # fmt: skip
        self.money = WrapLabel(theme, "", Words.STRONG, "ink")
        self._lay_out(columns)
        self.applied.set_day(terms.today)
        self.on.set_day(terms.today)
        self._suggest()
        self.form.changed.connect(self._on_changed)
        self.person.cadence.changed.connect(lambda _code: self._suggest())
        if former is not None:
            self.person.show_facts(known(former.id))
        self._on_changed()

    def begin(self) -> None:
        """A draft that comes back tells at once who it may be."""
        super().begin()
        self._on_changed()

    def command(self) -> EnrolMember | RejoinMember | None:
        """What is wanted."""
        facts = self.person.facts()
        applied, on = self.applied.day, self.on.day
        if applied is None or on is None:
            return None
        application = EnrolMember(
            facts.title,
            facts.given_name,
            facts.family_name,
            facts.moo,
            applied,
            on,
            facts.cadence,
            facts.national_id,
            facts.birth_date,
            facts.house_no,
            facts.phone,
            facts.heir_name,
            facts.heir_relation,
            to_arabic(self.number.words),
            self.amount.satang or 0,
            self.fee.isChecked(),
            self.into.value or "cash",
        )
        if self.former is not None:
            return RejoinMember(self.former.member_no, replace(application, member_no=""))
        return application

    def _lay_out(self, columns: int) -> None:
        p, at = self.person, ((0, 0, 0), (0, 1, 1), (0, 1, 2))[columns - 1]
        for name, words, field, column in (
            ("applied_on", "วันที่สมัคร", self.applied, at[0]),
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
            ("on", "วันที่รับเงิน", self.on, at[2]),
            ("amount_satang", "เงินสมทบ (บาท)", self.amount, at[2]),
            ("fee", "ค่าสมัคร", self.fee, at[2]),
            ("into", "รับเงินเข้า", self.into, at[2]),
            ("member_no", "เลขที่สมาชิก", self.number, at[1]),
        ):
            self.form.add(name, words, field, column=column)
        self.body.insertWidget(self.body.count() - 1, self.money)

    def _same_id(self, digits: str) -> Iterable[Finding]:
        found = id_finding(self._other(digits))
        return () if found is None else (found,)

    def _alike(self, given: str, family: str) -> Iterable[Finding]:
        if self.former is not None or self._fixed is not None:
            return ()
        found = alike_finding(self._rows, given, family)
        return () if found is None else (found,)

    def _other(self, digits: str) -> MemberLine | None:
        """Somebody else who has an ID; she herself is nobody else when she comes back."""
        other = whose_id(self._rows, digits)
        return None if other is not None and other is self._fixed else other

    def _on_changed(self) -> None:
        digits = self.person.national_id.typed.value
        other = whose_id(self._rows, digits) if isinstance(digits, str) and digits else None
        former = self._fixed or (other if may_return(other) else None)
        if former is not self.former:
            self.former = former
            if former is not None and self._fixed is None:
                self.person.show_facts(self._known(former.id), only_empty=True)
            words = _NEW if former is None else _AGAIN
            if self._fixed is None:
                self.heading.setText(words)
            self.yes.setText(words)
            self.yes.setAccessibleName(f"{words} {self.yes.key}")
            self.yes.updateGeometry()
            self.form.show_field("member_no", shown=former is None)
        words, tone = money_words(
            self._terms,
            self.applied.day,
            self.on.day,
            0 if not self.amount.text.strip() else self.amount.satang,
            fee=self.fee.isChecked(),
        )
        self.money.tell(words)
        set_tone(self.money, tone)

    def _suggest(self) -> None:
        """The amount of one payment, while nobody typed another."""
        price = self._terms.price_of(self.person.cadence.value)
        if not self.amount.text.strip() or self.amount.satang == self._price:
            self.amount.set_satang(price)
        self._price = price
        self._on_changed()
