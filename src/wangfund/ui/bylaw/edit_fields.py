"""A field for a word of the by-law."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from wangfund.ui.bylaw.edit_words import EditWord, Kind
from wangfund.ui.bylaw.typed_word import read_word
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.check_box import CheckBox
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.money_field import MoneyField
from wangfund.ui.widgets.text_field import NumberField
from wangfund.ui.widgets.typed_field import TypedField


def field_of(theme: Theme, word: EditWord, today: date) -> QWidget:
    """A field of the word's kind, filled with what its text says now."""
    made: TypedField | CheckBox
    if word.kind is Kind.YES_NO:
        made = CheckBox(theme, word.label)
    elif word.kind is Kind.MONEY:
        made = MoneyField(theme, word.label, required=not word.optional)
    elif word.kind is Kind.DAY:
        made = DateField(theme, word.label, today, required=True)
    elif word.kind is Kind.WHOLE:
        made = NumberField(theme, word.label, high=100_000, required=not word.optional)
    else:
        made = TypedField(theme, word.label, partial(read_word, word), hint=_hint(word))
    made.set_text(word.text)
    return made


def _hint(word: EditWord) -> str:
    if word.kind is Kind.LENGTH:
        return "เช่น 2 ปี"
    return "คั่นด้วย ," if word.kind is Kind.TEXTS else ""
