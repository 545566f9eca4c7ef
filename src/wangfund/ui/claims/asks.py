"""What a benefit's own definition asks of a claim, each with how it is typed and what is understood of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from wangfund.domain.eligibility.told_fact import EVENT, WHO, asked_facts
from wangfund.domain.errors import Finding
from wangfund.domain.money import SATANG_PER_BAHT
from wangfund.domain.rulebook.model import BETWEEN, Benefit, FactType, FactWord
from wangfund.text.paper_words import unit_words
from wangfund.text.terms import EVENT_OF
from wangfund.thai.digits import to_arabic
from wangfund.thai.money_text import format_baht
from wangfund.ui.widgets.typed import Typed, typed_date, typed_money, typed_number, typed_text

MOST_WHOLE: Final = 10_000
MOST_SATANG: Final = 10_000_000 * SATANG_PER_BAHT
LONGEST: Final = 120
NOT_CHOSEN: Final = ("", "ยังไม่ได้เลือก")
YES_NO: Final = (NOT_CHOSEN, ("yes", "ใช่"), ("no", "ไม่ใช่"))
_SHOWN: Final = 40


@dataclass(frozen=True, slots=True)
class Ask:
    """A fact to be told: its name, words, how it is typed, its choices, and what stands there at first."""

    name: str
    label: str
    kind: FactType
    choices: tuple[tuple[str, str], ...] = ()
    first: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days or years between two days that are asked: shown as soon as both are typed."""

    since: str
    until: str
    unit: str
    years: bool


def asks_of(benefit: Benefit) -> tuple[Ask, ...]:
    """The facts in the order in which they are asked: whose event, the days up to the event, the event, the rest."""
    found = []
    if len(benefit.who) > 1:
        choices = tuple((code, EVENT_OF.get(code, code)) for code in benefit.who)
        found.append(Ask(WHO, "เป็นเหตุของ", FactType.CHOICE, choices, benefit.who[0]))
    begins = {word.since for word in benefit.facts if word.type in BETWEEN and word.until == EVENT}
    words = asked_facts(benefit)
    found += [_ask(word) for word in words if word.name in begins]
    found.append(Ask(EVENT, benefit.event, FactType.DATE))
    found += [_ask(word) for word in words if word.name not in begins]
    return tuple(found)


def stretches_of(benefit: Benefit) -> tuple[Stretch, ...]:
    """The stretches that are worked out from two of the facts."""
    unit = unit_words(benefit.unit) if benefit.unit else "วัน"
    return tuple(
        Stretch(word.since, word.until, unit, word.type is FactType.YEARS_BETWEEN)
        for word in benefit.facts
        if word.type in BETWEEN
    )


def read_ask(ask: Ask, text: str, today: date) -> Typed[Any]:
    """What was typed for a fact; the value is as the rules read it (ISO day, number, baht as a decimal, code, yes)."""
    if ask.kind is FactType.DATE:
        day = typed_date(text, latest=today if ask.name == EVENT else None, required=ask.required)
        return Typed(None if day.value is None else day.value.isoformat(), day.finding, day.fact)
    if ask.kind is FactType.BAHT:
        money = typed_money(text, most_satang=MOST_SATANG, required=ask.required)
        return Typed(None if money.value is None else _baht(money.value), money.finding)
    if ask.kind is FactType.WHOLE:
        return typed_number(text, high=MOST_WHOLE, required=ask.required)
    if ask.kind is FactType.NUMBER:
        return typed_decimal(text, required=ask.required)
    if ask.kind is FactType.YES_NO:
        if text not in {"yes", "no"}:
            return Typed(None, Finding("CHOICE_MISSING", ask.name) if ask.required else None)
        return Typed(text == "yes")
    if ask.kind is FactType.CHOICE:
        if text not in dict(ask.choices) or not text:
            return Typed(None, Finding("CHOICE_MISSING", ask.name) if ask.required else None)
        return Typed(text)
    words = typed_text(text, longest=LONGEST, required=ask.required)
    return Typed(words.value or None, words.finding)


def typed_decimal(text: str, *, required: bool = False) -> Typed[str]:
    """A number with decimals such as 3.50, zero or more, as text."""
    digits = to_arabic(text).replace(",", "").strip()
    if not digits:
        return Typed(None, Finding("NUMBER_EMPTY", "number") if required else None)
    if len(digits) > _SHOWN or not all(letter in "0123456789." for letter in digits):
        return Typed(None, Finding("NUMBER_UNREADABLE", "number"))
    try:
        number = Decimal(digits)
    except InvalidOperation:
        return Typed(None, Finding("NUMBER_UNREADABLE", "number"))
    if number > MOST_WHOLE:
        values = {"low": 0, "high": MOST_WHOLE}
        return Typed(None, Finding("NUMBER_OUT_OF_RANGE", "number", values=values))
    return Typed(digits)


def as_typed(ask: Ask, told: Mapping[str, object], also: tuple[str, ...] = ()) -> str:
    """A fact told earlier as it would have been typed, "" when it was not told."""
    value = next((told[name] for name in (ask.name, *also) if told.get(name) is not None), None)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if ask.kind is FactType.CHOICE:
        return next((code for code, words in ask.choices if str(value) in {code, words}), "")
    if ask.kind is FactType.DATE:
        return _day_typed(str(value))
    return str(value)


def _day_typed(told: str) -> str:
    try:
        day = date.fromisoformat(told)
    except ValueError:
        return told
    # The command line's days may be in the Buddhist era already.
    year = day.year if day.year >= 2400 else day.year + 543
    return f"{day.day}/{day.month}/{year}"


def _ask(word: FactWord) -> Ask:
    choices: tuple[tuple[str, str], ...] = ()
    if word.type is FactType.CHOICE:
        choices = (NOT_CHOSEN, *word.choices)
    elif word.type is FactType.YES_NO:
        choices = YES_NO
    return Ask(word.name, word.label, word.type, choices, _first(word), word.default is None)


def _first(word: FactWord) -> str:
    if word.default is None:
        return ""
    if isinstance(word.default, bool):
        return "yes" if word.default else "no"
    if word.type is FactType.BAHT and isinstance(word.default, int):
        return format_baht(word.default)
    return str(word.default)


def _baht(satang: int) -> str:
    return str(Decimal(satang) / SATANG_PER_BAHT)
