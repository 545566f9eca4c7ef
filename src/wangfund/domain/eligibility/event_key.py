"""The name of an event, by which the same event is paid once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from wangfund.domain.eligibility.year_of import year_of
from wangfund.domain.rulebook.model import Benefit, FactType, FactValue, Once, OncePer, Scope
from wangfund.thai.digits import to_arabic
from wangfund.thai.names import split_name
from wangfund.thai.repair import repair

PLACE = re.compile(r"\{([^{}]*)\}")
_HYPHENS = re.compile(r"[-\s]")
_IDENTITY = re.compile(r"[0-9]{13}")
_STROKE = re.compile(r"\s*([/-])\s*")


def event_key(benefit: Benefit, event: date, values: Mapping[str, FactValue]) -> str | None:
    """The claim's key, as 'HOSP|2025-05-01|2025-05-04'; None when the benefit has none or a fact is unknown.

    A told text is written one way, so that the same event has one name: Arabic digits, small letters, single
    spaces, none beside a stroke; a title in full, an identity number without its hyphens.
    """
    rule = key_rule(benefit)
    if rule is None:
        return None
    parts: dict[str, str] = {}
    for name in PLACE.findall(rule.key):
        value = event if name == "event" else values.get(name)
        if value is None and name == "who" and benefit.who:
            value = benefit.who[0]
        if value is None or value == "":
            return None
        parts[name] = _one_way(benefit, name, value)
    return PLACE.sub(lambda found: parts[found[1]], rule.key)


def _one_way(benefit: Benefit, name: str, value: FactValue) -> str:
    word = benefit.fact(name)
    if isinstance(value, date):
        return value.isoformat()
    if word is None or word.type is not FactType.TEXT:
        return " ".join(str(value).split())
    text = to_arabic(repair(str(value))).casefold()
    digits = _HYPHENS.sub("", text)
    if _IDENTITY.fullmatch(digits):
        return digits
    person = split_name(text)
    if person.title:
        text = " ".join(person)
    return " ".join(_STROKE.sub(r"\1", text.replace("|", " ")).split())


def key_lacks(benefit: Benefit, values: Mapping[str, FactValue]) -> tuple[str, ...]:
    """The facts that would name the event and are not known; () when it can be named, or has no name."""
    rule = key_rule(benefit)
    names = PLACE.findall(rule.key) if rule is not None else []
    return tuple(name for name in names if name not in {"event", "who"} and values.get(name) in {None, ""})


def key_rule(benefit: Benefit) -> Once | None:
    """The benefit's once-rule by key, or None."""
    return next((once for once in benefit.once if once.per is OncePer.KEY), None)


def key_scope(benefit: Benefit) -> Scope:
    """Among whose claims the benefit's key is unique: the store looks there for the same key."""
    rule = key_rule(benefit)
    return Scope.MEMBER if rule is None else rule.scope


def once_mark(
    benefit: Benefit, event: date, key: str | None, *, joined: date, fiscal_year_starts: int
) -> tuple[Scope, str] | None:
    """Under which text a file may let one claim count, and among whose; None: any number may stand.

    The first once-rule that has a text decides: the event's key, or the benefit with its year (as the
    benefit counts years), its day, or alone for once in a life.
    """
    for once in benefit.once:
        if once.per is OncePer.KEY and key is not None:
            return once.scope, key
        if once.per is OncePer.YEAR:
            year = year_of(event, benefit.year, joined=joined, fiscal_year_starts=fiscal_year_starts)
            return once.scope, f"{benefit.code}|{year}"
        if once.per is OncePer.DAY:
            return once.scope, f"{benefit.code}|{event.isoformat()}"
        if once.per is OncePer.MEMBER:
            return once.scope, benefit.code
    return None
