"""The forms of what is added to the draft: a benefit after another, a step, a limit, a condition."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from PySide6.QtWidgets import QWidget

from wangfund.domain.errors import Finding
from wangfund.domain.rulebook.duration import Duration
from wangfund.domain.rulebook.model import Benefit
from wangfund.domain.rulebook.table_reader import WHOLE_CAP
from wangfund.text.rule_words import length_words, unit_name
from wangfund.ui.bylaw.edit_words import EditWord, Kind
from wangfund.ui.bylaw.reshape import BOUNDS, NewCap, NewCondition, NewTier, facts_of
from wangfund.ui.bylaw.typed_word import read_word
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.widgets.money_field import MoneyField
from wangfund.ui.widgets.text_field import NumberField, TextField
from wangfund.ui.widgets.typed_field import TypedField

_VERB: Final = "ใส่ในร่าง"
_SPANS: Final = (("event", "ครั้ง"), ("year", "ปี"), ("life", "ตลอดชีวิต"))


class LikeDialog(FormDialog):
    """Its command is a name and a clause."""

    def __init__(self, theme: Theme, benefit: Benefit, parent: QWidget | None) -> None:
        super().__init__(theme, "เพิ่มสวัสดิการ", _VERB, parent)
        self.name = TextField(theme, "ชื่อสวัสดิการ", longest=120, required=True)
        self.clause = TextField(theme, "ข้อของระเบียบ", longest=60, required=True, hint="เช่น ข้อ 15.10")
        self.form.add("name", "ชื่อสวัสดิการ", self.name)
        self.form.add("clause", "ข้อของระเบียบ", self.clause)
        words = f"เริ่มตามแบบของ “{benefit.name}” แล้วแก้จำนวน เงื่อนไข และเพดานทีหลัง ตัวอย่างไม่ตามมาด้วย"
        self.form.add_note(WrapLabel(theme, words, Words.SECOND, "ink2"))

    def command(self) -> tuple[str, str]:
        """What is wanted."""
        return self.name.words, self.clause.words


class TierDialog(FormDialog):
    """Its command is a NewTier; `parts` are the amounts that have steps."""

    def __init__(
        self, theme: Theme, benefit: Benefit, parts: Sequence[tuple[int, str]], parent: QWidget | None
    ) -> None:
        super().__init__(theme, f"เพิ่มขั้น: {benefit.name}", _VERB, parent)
        self._benefit = benefit
        self.part = ChoiceField(theme, "สำหรับ", [(str(n), words) for n, words in parts])
        word = EditWord((), "ตั้งแต่", Kind.LENGTH, "")
        self.start = TypedField(theme, "ตั้งแต่", lambda text: read_word(word, text), hint="เช่น 20 ปี")
        self.amount = MoneyField(theme, "จำนวนเงิน", required=True)
        self.form.add("part", "สำหรับ", self.part)
        self.form.show_field("part", shown=len(parts) > 1)
        self.form.add("from", "ตั้งแต่", self.start)
        self.form.add("baht", "จำนวนเงิน", self.amount)
        self.form.add_note(WrapLabel(theme, "เป็นขั้นสุดท้าย ขั้นก่อนหน้าสิ้นสุดที่ขั้นนี้", Words.SECOND, "ink2"))

    def command(self) -> NewTier | None:
        """What is wanted; it begins after the step before it."""
        start, satang = self.start.typed.value, self.amount.satang
        if not isinstance(start, Duration) or satang is None:
            return None
        at = int(self.part.value or 0)
        last = self._benefit.parts[at].tiers[-1]
        if start.about_days <= last.start.about_days or (
            last.end is not None and start.about_days >= last.end.about_days
        ):
            values = {"from": length_words(last.start), "to": length_words(start)}
            self.form.show_findings((Finding("TIER_EMPTY", "from", values=values),))
            return None
        return NewTier(at, start, satang)


class CapDialog(FormDialog):
    """Its command is a NewCap."""

    def __init__(self, theme: Theme, benefit: Benefit, parent: QWidget | None) -> None:
        super().__init__(theme, f"เพิ่มเพดาน: {benefit.name}", _VERB, parent)
        counted = any(part.counted for part in benefit.parts)
        units = (("units", unit_name(benefit)),) if counted else ()
        self.per = ChoiceField(theme, "ต่อ", _SPANS)
        self.of = ChoiceField(theme, "นับเป็น", (("baht", "บาท"), ("times", "ครั้ง"), *units))
        self.satang = MoneyField(theme, "ไม่เกิน (บาท)", required=True)
        self.number = NumberField(theme, "ไม่เกิน", low=1, high=WHOLE_CAP, required=True)
        self.form.add("per", "ต่อ", self.per)
        self.form.add("of", "นับเป็น", self.of)
        self.form.add("baht", "ไม่เกิน (บาท)", self.satang)
        self.form.add("number", "ไม่เกิน", self.number)
        self.of.changed.connect(lambda _value: self._ask())
        self._ask()

    def command(self) -> NewCap | None:
        """What is wanted."""
        number = self.satang.satang if self.of.value == "baht" else self.number.number
        return None if number is None else NewCap(self.per.value, self.of.value, number)

    def _ask(self) -> None:
        money = self.of.value == "baht"
        self.form.show_field("baht", shown=money)
        self.form.show_field("number", shown=not money)


class ConditionDialog(FormDialog):
    """Its command is a NewCondition."""

    def __init__(self, theme: Theme, benefit: Benefit, parent: QWidget | None) -> None:
        super().__init__(theme, f"เพิ่มเงื่อนไข: {benefit.name}", _VERB, parent)
        self._facts = dict(facts_of(benefit))
        self.fact = ChoiceField(theme, "เรื่องที่ดู", tuple(self._facts.items()))
        self.bound = ChoiceField(theme, "ต้อง", BOUNDS)
        word = EditWord((), "จำนวน", Kind.NUMBER, "")
        self.number = TypedField(theme, "จำนวน", lambda text: read_word(word, text))
        self.says = TextField(theme, "คำบอกเมื่อไม่ครบ", longest=200, hint="เว้นว่างได้")
        self.form.add("fact", "เรื่องที่ดู", self.fact)
        self.form.add("bound", "ต้อง", self.bound)
        self.form.add("number", "จำนวน", self.number)
        self.form.add("says", "คำบอกเมื่อไม่ครบ", self.says)

    def command(self) -> NewCondition | None:
        """What is wanted; what is said is made of the words chosen where nothing was typed."""
        number = self.number.typed.value
        if not isinstance(number, (int, Decimal)):
            return None
        bound = dict(BOUNDS)[self.bound.value]
        says = self.says.words or f"{self._facts[self.fact.value]}ต้อง{bound} {number}"
        return NewCondition(self.fact.value, self.bound.value, number, says)
