"""What was typed into a field of the by-law, as the value its text will have."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from wangfund.domain.errors import Finding
from wangfund.domain.rulebook.duration import Duration
from wangfund.domain.rulebook.edit_text import EditValue, remove_value, set_value
from wangfund.domain.rulebook.table_reader import LIST_CAP, TEXT_CAP, WHOLE_CAP
from wangfund.text.rule_words import length_words
from wangfund.thai.digits import to_arabic
from wangfund.ui.bylaw.edit_words import SATANG_PER_BAHT, EditWord, Kind, separator
from wangfund.ui.widgets.typed import Typed, typed_date, typed_money, typed_number, typed_text

_LONGEST_NUMBER: Final = 12


def read_word(word: EditWord, text: str) -> Typed[object]:
    """What a field's text means; nothing where it is empty and may be."""
    required = not word.optional
    if word.kind is Kind.MONEY:
        return _of(typed_money(text, required=required))
    if word.kind is Kind.WHOLE:
        return _of(typed_number(text, high=WHOLE_CAP, required=required))
    if word.kind is Kind.DAY:
        return _of(typed_date(text, required=required))
    if word.kind is Kind.LENGTH:
        return _length(text)
    if word.kind is Kind.NUMBER:
        return _number(text)
    if word.kind is Kind.TEXTS:
        return _texts(word, text)
    if word.kind is Kind.YES_NO:
        return Typed(text == "1")
    return _of(typed_text(text, longest=TEXT_CAP, required=required))


def edited(source: str, changes: dict[EditWord, str]) -> str:
    """The text with what was typed into its fields; what stands as before is not touched.

    Raises:
        Refused: RULEBOOK_INVALID, RULEBOOK_NOT_EDITED.
    """
    for word, text in changes.items():
        if text == word.text:
            continue
        value = _value(word, text)
        for path in (word.path, *word.also):
            source = remove_value(source, path) if value is None else set_value(source, path, value)
    return source


def _value(word: EditWord, text: str) -> EditValue | None:
    """The value in the text, None where the word goes."""
    value = read_word(word, text).value
    if value is None or value in ("", ()):
        return None
    if word.kind is Kind.MONEY and isinstance(value, int):
        baht, satang = divmod(value, SATANG_PER_BAHT)
        return Decimal(value) / SATANG_PER_BAHT if satang else baht
    if isinstance(value, Duration):
        return value.years if not (value.months or value.days) else compact(value)
    assert isinstance(value, (bool, int, str, Decimal, date, tuple))
    return value


def compact(length: Duration) -> str:
    """'2y6m', as a text without digits of our own."""
    parts = ((length.years, "y"), (length.months, "m"), (length.days, "d"))
    return "".join(f"{number}{unit}" for number, unit in parts if number)


def _of(typed: Typed[int] | Typed[date] | Typed[str]) -> Typed[object]:
    return Typed(typed.value, typed.finding, typed.fact)


def _length(text: str) -> Typed[object]:
    plain = " ".join(to_arabic(text).split())
    if not plain:
        return Typed(None, Finding("NUMBER_EMPTY", "number"))
    try:
        length = Duration.parse(f"{plain} ปี" if plain.isascii() and plain.isdigit() else plain)
    except ValueError:
        return Typed(None, Finding("LENGTH_UNREADABLE", "number"))
    said = length_words(length)
    return Typed(length, fact=said if said != plain else "")


def _number(text: str) -> Typed[object]:
    plain = to_arabic(text).replace(",", "").strip()
    if not plain:
        return Typed(None, Finding("NUMBER_EMPTY", "number"))
    whole, dot, rest = plain.partition(".")
    if len(plain) > _LONGEST_NUMBER or not (whole + rest).isascii() or not (whole + rest).isdigit():
        return Typed(None, Finding("DECIMAL_UNREADABLE", "number"))
    value = Decimal(plain) if dot else int(plain)
    if value > WHOLE_CAP:
        return Typed(None, Finding("NUMBER_OUT_OF_RANGE", "number", values={"low": 0, "high": WHOLE_CAP}))
    return Typed(value)


def _texts(word: EditWord, text: str) -> Typed[object]:
    sign = ";" if ";" in text or ";" in word.text else separator([]).strip()
    parts = []
    for part in text.replace("\n", sign).split(sign):
        typed = typed_text(part, longest=TEXT_CAP)
        if typed.wrong:
            return _of(typed)
        if typed.value:
            parts.append(typed.value)
    if len(parts) > LIST_CAP:
        return Typed(None, Finding("NUMBER_OUT_OF_RANGE", "text", values={"low": 0, "high": LIST_CAP}))
    if not parts and not word.optional:
        return Typed(None, Finding("TEXT_EMPTY", "text"))
    return Typed(tuple(parts), fact=f"{len(parts)} รายการ" if parts else "")
