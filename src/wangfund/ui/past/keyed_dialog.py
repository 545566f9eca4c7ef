"""One benefit that was paid before the program, as it stands in the old book."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from wangfund.domain.errors import Finding
from wangfund.domain.past.read_past import MOST_UNITS, told_year
from wangfund.domain.past.told import PastTold
from wangfund.thai.era import OFFSET
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.widgets.money_field import MoneyField
from wangfund.ui.widgets.text_field import NumberField, TextField
from wangfund.ui.widgets.typed import Typed
from wangfund.ui.widgets.typed_field import TypedField
from wangfund.usecases.past_batches import PastChoice

_LONGEST: Final = 200
_WIDE: Final = 860
_ABOUT: Final = "นับในเพดานและกันจ่ายซ้ำ ไม่มีเงินเข้าออกในบัญชี ถอนได้ที่หน้า สวัสดิการก่อนใช้โปรแกรม"


class KeyedDialog(FormDialog):
    """Its command is a PastTold. `member_no` "" asks whose it was; else `member_name` stands in the heading."""

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[PastChoice],
        today: date,
        parent: QWidget | None,
        *,
        member_no: str = "",
        member_name: str = "",
        drafts: Drafts | None = None,
    ) -> None:
        whose = f" · {member_name} เลขที่ {member_no}" if member_no else ""
        super().__init__(
            theme,
            f"สวัสดิการก่อนใช้โปรแกรม{whose}",
            "บันทึก",
            parent,
            drafts=drafts,
            draft=f"past:{member_no}" if member_no else "past.new",
            columns=2,
            width=_WIDE,
            above=True,
        )
        self._member_no = member_no
        self._choices = {choice.code: choice for choice in choices}
        self.member = TextField(theme, "เลขที่สมาชิก", longest=20, required=True)
        self.benefit = ChoiceField(theme, "เรื่อง", [(choice.code, choice.name) for choice in choices])
        self.when = DateField(theme, "วันที่ของเหตุ", today, latest=today)
        self.year = TypedField(theme, "ปี พ.ศ.", typed_year, hint="เมื่อไม่ทราบวัน เช่น 2567")
        self.amount = MoneyField(theme, "จำนวนเงินที่จ่าย", required=True)
        self.units = NumberField(theme, "จำนวน", high=MOST_UNITS)
        self.key = TextField(theme, "เหตุ", longest=_LONGEST)
        self.note = TextField(theme, "หมายเหตุ", longest=_LONGEST, hint="ถ้ามี")
        self._asks = WrapLabel(theme, "", Words.SECOND, "ink2")
        self.said = WrapLabel(theme, "", Words.BODY, "warn")
        if not member_no:
            self.form.add("member_no", "เลขที่สมาชิก", self.member)
        self.form.add("benefit", "เรื่อง", self.benefit)
        self.form.add("event", "วันที่ของเหตุ", self.when)
        self.form.add("year", "หรือปี พ.ศ.", self.year)
        self.form.add("amount", "จำนวนเงิน", self.amount, column=1)
        self.form.add("units", "จำนวนคืนหรือหน่วย", self.units, column=1)
        self.form.add("key", "เหตุใด", self.key, column=1)
        self.form.add_note(self._asks, column=1)
        self.form.add("note", "หมายเหตุ", self.note, column=1)
        self.body.insertWidget(self.body.indexOf(self.form) + 1, self.said)
        self.body.insertWidget(
            self.body.indexOf(self.form) + 2, WrapLabel(theme, _ABOUT, Words.SECOND, "ink2")
        )
        self.say(())
        self.benefit.changed.connect(lambda _value: self._ask())
        self._ask()

    def begin(self) -> None:
        """What is asked fits the benefit, also one that was half typed."""
        super().begin()
        self._ask()

    def command(self) -> PastTold | None:
        """What is wanted; a day and a year that differ are said."""
        day, year = self.when.day, self.year.typed.value
        if day is None and not isinstance(year, int):
            self.form.show_findings((Finding("PAST_DAY_MISSING", "event"),))
            return None
        if day is not None and isinstance(year, int) and year != day.year:
            values = {"year": year + OFFSET, "other_year": day.year + OFFSET}
            self.form.show_findings((Finding("PAST_YEAR_DIFFERS", "year", values=values),))
            return None
        choice = self._choices.get(self.benefit.value)
        return PastTold(
            self._member_no or self.member.words,
            self.benefit.value,
            day,
            day.year if day is not None else year if isinstance(year, int) else None,
            self.amount.satang,
            self.units.number if choice is not None and choice.unit else None,
            self.key.words if choice is not None and choice.key else "",
            self.note.words,
        )

    def say(self, words: Sequence[str]) -> None:
        """What is to be weighed before it is recorded; () takes it away."""
        self.said.tell("\n".join(words))
        self.said.setVisible(bool(words))

    def _ask(self) -> None:
        choice = self._choices.get(self.benefit.value)
        self.form.show_field("units", shown=choice is not None and bool(choice.unit))
        self.form.show_field("key", shown=choice is not None and bool(choice.key))
        self._asks.tell(f"พิมพ์ตามแบบ {choice.key}" if choice is not None and choice.key else "")
        self._asks.setVisible(choice is not None and bool(choice.key))


def typed_year(text: str) -> Typed[int]:
    """A year of the Buddhist era as typed; nothing is none."""
    if not text.strip():
        return Typed(None)
    year = told_year(text[:40])
    if year is None:
        return Typed(None, Finding("PAST_YEAR_UNREADABLE", "year", values={"value": text.strip()[:40]}))
    return Typed(year, fact=f"ปี {year + OFFSET}")
