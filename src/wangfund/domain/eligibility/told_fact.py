"""The facts of a claim as they were told, each with the rulebook's own label: for reading, never for deciding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wangfund.domain.rulebook.model import BETWEEN, WORKED_OUT, Benefit, FactType, FactWord
from wangfund.thai.dates import parse_civil_date

EVENT = "event"
WHO = "who"
PAYEE = "payee"
PAYEE_IS_HEIR = "payee_is_beneficiary"
MISSING_PAPERS = "missing_docs"


@dataclass(frozen=True, slots=True)
class ToldFact:
    """A fact: its name, the rulebook's label for it, its type, and the value as text.

    Dates are ISO days, money baht as a decimal, a choice its own words, yes and no 'yes' and 'no'; `type` '' is `who`.
    """

    name: str
    label: str
    type: str
    value: str


def asked_facts(benefit: Benefit) -> tuple[FactWord, ...]:
    """The facts a person must tell: what is worked out from others is not asked."""
    return tuple(word for word in benefit.facts if word.type not in WORKED_OUT)


def told_facts_of(benefit: Benefit | None, told: Mapping[str, object]) -> tuple[ToldFact, ...]:
    """What was told, in the rulebook's order, the event's day after the days before it; facts not told are left out."""
    found: list[ToldFact] = []
    if benefit is None:
        return _unlabelled(told)
    who = told.get(WHO)
    if len(benefit.who) > 1 and isinstance(who, str):
        found.append(ToldFact(WHO, "", "", who))
    since = {word.since for word in benefit.facts if word.type in BETWEEN and word.until == EVENT}
    before = [word for word in asked_facts(benefit) if word.name in since]
    after = [word for word in asked_facts(benefit) if word.name not in since]
    for word in before:
        found += _of_word(word, told)
    event = told.get(EVENT)
    if event is not None:
        found.append(ToldFact(EVENT, benefit.event, FactType.DATE.value, _iso(event)))
    for word in after:
        found += _of_word(word, told)
    return tuple(found)


def _of_word(word: FactWord, told: Mapping[str, object]) -> list[ToldFact]:
    value = next((told[name] for name in (word.name, *word.also) if told.get(name) is not None), None)
    if value is None:
        return []
    text = str(value)
    if isinstance(value, bool):
        text = "yes" if value else "no"
    elif word.type is FactType.DATE:
        text = _iso(value)
    elif word.type is FactType.CHOICE:
        text = next((label for code, label in word.choices if text in {code, label}), text)
    return [ToldFact(word.name, word.label, word.type.value, text)]


def _iso(told: object) -> str:
    """A day as told, of either era, as an ISO day of the Common Era; what is no day stays as told."""
    try:
        return parse_civil_date(str(told)).isoformat()
    except ValueError:
        return str(told)


def _unlabelled(told: Mapping[str, object]) -> tuple[ToldFact, ...]:
    spoken = {PAYEE, PAYEE_IS_HEIR, MISSING_PAPERS}
    return tuple(
        ToldFact(name, name, FactType.DATE.value, _iso(value))
        if name == EVENT
        else ToldFact(name, name, FactType.TEXT.value, str(value))
        for name, value in told.items()
        if name not in spoken
    )
