"""The fields of a person, as the forms of the register ask for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from wangfund.domain.errors import Finding
from wangfund.domain.register.check_person import check_heir, check_house, check_name, check_phone
from wangfund.text.terms import CADENCES
from wangfund.ui.members.checked_fields import BirthField, RegisterIdField, VillageField
from wangfund.ui.members.joining import title_words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.checked_field import CheckedField
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.usecases.joining_terms import JoiningTerms
from wangfund.usecases.person_facts import PersonFacts

Doubles = Callable[[str], Iterable[Finding]]


class PersonFields:
    """The fields of a person in the paper's order; `facts` is what they say, `show_facts` fills them."""

    def __init__(
        self,
        theme: Theme,
        terms: JoiningTerms,
        *,
        same_id: Doubles,
        alike: Callable[[str, str], Iterable[Finding]],
    ) -> None:
        self.title = CheckedField(
            theme, "คำนำหน้า", partial(check_name, "title"), fact=title_words, longest=40, hint="นาง น.ส. นาย"
        )
        self.given = CheckedField(theme, "ชื่อ", partial(check_name, "given_name"), required=True)
        self.family = CheckedField(
            theme, "นามสกุล", lambda text: (*check_name("family_name", text), *alike(self.given.words, text))
        )
        self.national_id = RegisterIdField(theme, "เลขประจำตัว", same_id)
        self.birth = BirthField(theme, "วันเกิด", terms.today)
        self.house = CheckedField(theme, "บ้านเลขที่", check_house, longest=40)
        self.village = VillageField(theme, "หมู่ที่", terms.villages)
        self.phone = CheckedField(theme, "โทรศัพท์", check_phone, longest=40)
        self.heir = CheckedField(theme, "ผู้รับผลประโยชน์", lambda text: check_heir(text, ""))
        self.relation = CheckedField(
            theme, "ความเกี่ยวข้อง", lambda text: check_heir("", text), longest=60, hint="เช่น บุตร"
        )
        offered = [(c.code, f"{CADENCES.get(c.code, c.name)}") for c in terms.cadences]
        self.cadence = ChoiceField(theme, "วิธีส่งเงิน", offered)
        self.given.edit.editingFinished.connect(self._look_at_family)

    def facts(self) -> PersonFacts:
        """What the fields say."""
        return PersonFacts(
            self.title.words,
            self.given.words,
            self.family.words,
            self.national_id.digits,
            self.birth.day,
            self.house.words,
            self.village.number or 0,
            self.phone.words,
            self.heir.words,
            self.relation.words,
            self.cadence.value,
        )

    def show_facts(self, facts: PersonFacts, *, only_empty: bool = False) -> None:
        """Fill the fields; with `only_empty` those in which nothing stands."""
        for field, text in (
            (self.title, facts.title),
            (self.given, facts.given_name),
            (self.family, facts.family_name),
            (self.house, facts.house_no),
            (self.phone, facts.phone),
            (self.heir, facts.heir_name),
            (self.relation, facts.heir_relation),
        ):
            if not (only_empty and field.text.strip()):
                field.show_stored(text)
        for numbers, text in ((self.national_id, facts.national_id), (self.village, str(facts.moo or ""))):
            if not (only_empty and numbers.text.strip()):
                numbers.set_text(text)
        if not (only_empty and self.birth.text.strip()):
            self.birth.set_day(facts.birth_date)
        if not only_empty:
            self.cadence.set_text(facts.cadence)

    def _look_at_family(self) -> None:
        """Another given name may be like somebody's."""
        if self.family.text.strip():
            self.family.check()


WORDS_WIDTH = 128
"""Of the words beside the fields of a long form."""


def in_columns(theme: Theme) -> tuple[int, int]:
    """How many columns a long form takes, and how wide it is at 100 %: three where the window is low and wide."""
    if theme.compact and theme.percent > 100:
        return 2, 960
    return (3, 1240) if theme.percent <= 110 else (2, 900)
