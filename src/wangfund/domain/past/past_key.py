"""What names the event of a benefit paid before the program: the same text that a claim of it would carry."""

from __future__ import annotations

import re
from datetime import date, timedelta

from wangfund.domain.eligibility.event_key import PLACE, key_rule
from wangfund.domain.eligibility.read_claim import read_claim
from wangfund.domain.past.told import PastTold
from wangfund.domain.rulebook.model import Benefit, FactType, FactWord, OncePer, Scope

_SOME_DAY = date(2000, 1, 1)


def event_mark(benefit: Benefit, told: PastTold) -> str | None:
    """The event's key as the benefit's rule writes it; None when nothing names the event.

    `told.key` is either the whole key ('TRAD|ORDAIN') or only what differs ('ORDAIN', or a choice's own words), the
    event's day left out. Where the rule asks only for days that follow from the event and the units, such as the day
    of admission, nothing need be said.

    Raises:
        ValueError: what was told does not fit the rule.
    """
    rule = key_rule(benefit)
    if rule is None:
        if told.key:
            raise ValueError("no key")
        return None
    parts = _parts(rule.key, told.key) if told.key else _worked_out(benefit, rule.key, told)
    if parts is None:
        return None
    said: dict[str, object] = {"event": told.event or _SOME_DAY, **parts}
    if told.event is None and "event" not in parts and "event" in PLACE.findall(rule.key):
        raise ValueError("day unknown")
    reading = read_claim(benefit, said, told.event or _SOME_DAY)
    if reading.claim is None or reading.findings or reading.claim.key is None:
        raise ValueError("unreadable")
    if told.event is not None and reading.claim.event != told.event:
        raise ValueError("another day")
    return reading.claim.key


def needs_telling(benefit: Benefit) -> bool:
    """Whether the benefit's key asks for something that neither the event's day nor the units tell."""
    rule = key_rule(benefit)
    names = PLACE.findall(rule.key) if rule is not None else []
    return any(name not in {"event", "who"} and _length_since(benefit, name) is None for name in names)


def key_words(benefit: Benefit) -> str:
    """What names the benefit's event, in its own labels: 'ระดับชั้น|ผู้เรียน'; "" when it has no key."""
    rule = key_rule(benefit)
    names = PLACE.findall(rule.key) if rule is not None else []
    words = [benefit.fact(name) for name in names if name not in {"event", "who"}]
    return "|".join(word.label for word in words if word is not None)


def past_mark(benefit: Benefit, told: PastTold, mark: str | None) -> tuple[Scope, str] | None:
    """Under which text only one may stand, and among whose, as `once_mark` says it of a claim.

    With only the year known, that year is believed; once a day then forbids nothing.
    """
    for once in benefit.once:
        if once.per is OncePer.KEY and mark is not None:
            return once.scope, mark
        if once.per is OncePer.YEAR:
            return once.scope, f"{benefit.code}|{told.year}"
        if once.per is OncePer.DAY and told.event is not None:
            return once.scope, f"{benefit.code}|{told.event.isoformat()}"
        if once.per is OncePer.MEMBER:
            return once.scope, benefit.code
    return None


def _parts(template: str, text: str) -> dict[str, object]:
    names = PLACE.findall(template)
    pieces = PLACE.split(template)[::2]
    whole = "(.+?)".join(re.escape(piece) for piece in pieces)
    found = re.fullmatch(whole, text)
    if found is not None:
        return dict(zip(names, found.groups(), strict=True))
    names = [name for name in names if name != "event"]
    parts = [part.strip() for part in text.split("|")]
    if len(parts) != len(names):
        raise ValueError("parts")
    return dict(zip(names, parts, strict=True))


def _worked_out(benefit: Benefit, template: str, told: PastTold) -> dict[str, object] | None:
    found: dict[str, object] = {}
    for name in PLACE.findall(template):
        if name in {"event", "who"}:
            continue
        length = _length_since(benefit, name)
        if length is None or told.event is None or not told.units:
            return None
        found[name] = told.event - timedelta(days=told.units)
    return None if told.event is None and "event" in PLACE.findall(template) else found


def _length_since(benefit: Benefit, name: str) -> FactWord | None:
    """The counted length from this day to the event, such as the nights since admission."""
    counted = {part.fact for part in benefit.parts if part.counted}
    return next(
        (
            word
            for word in benefit.facts
            if word.type is FactType.DAYS_BETWEEN
            and word.since == name
            and word.until == "event"
            and word.name in counted
        ),
        None,
    )
