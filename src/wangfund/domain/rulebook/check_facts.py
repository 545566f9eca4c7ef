"""Whether every fact a rule asks about can be told, and is of a kind the rule can use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wangfund.domain.errors import Finding
from wangfund.domain.rulebook.model import (
    BETWEEN,
    KNOWN_FACTS,
    SPOKEN_WORDS,
    WORKED_OUT,
    AmountPart,
    Benefit,
    Condition,
    FactType,
    OncePer,
    Operator,
    PartKind,
)

_PLACE = re.compile(r"\{([^{}]*)\}")
_NUMBERS = frozenset({FactType.WHOLE, FactType.NUMBER, FactType.BAHT, *WORKED_OUT})
_WHOLES = frozenset({FactType.WHOLE, *WORKED_OUT})
_KNOWN_KINDS = {"event": FactType.DATE, "who": FactType.CHOICE}


def check_facts(benefit: Benefit) -> Iterator[Finding]:
    """UNKNOWN_FACT, FACT_TWICE, FACT_OF_WRONG_KIND, OPTION_UNKNOWN, OPTION_UNPRICED, ONCE_KEY_UNFILLABLE, ONCE_KEY_TWICE."""
    where = f"benefits.{benefit.code}"
    seen = set(KNOWN_FACTS | SPOKEN_WORDS)
    for place, fact in enumerate(benefit.facts):
        at = f"{where}.facts[{place}]"
        if seen & {fact.name, *fact.also}:
            yield _about("FACT_TWICE", at, benefit, fact.name)
        seen |= {fact.name, *fact.also}
        if fact.type in BETWEEN:
            for end in (fact.since, fact.until):
                yield from _of_kind(benefit, end, {FactType.DATE}, at)
    for place, condition in enumerate(benefit.conditions):
        yield from _condition(benefit, condition, f"{where}.conditions[{place}]")
    for place, part in enumerate(benefit.parts):
        at = f"{where}.amounts[{place}]"
        if part.when is not None:
            yield from _condition(benefit, part.when, f"{at}.when")
        yield from _part(benefit, part, at)
    if benefit.shared_by:
        yield from _of_kind(benefit, benefit.shared_by, _WHOLES, f"{where}.shared_by")
    keyed = [place for place, once in enumerate(benefit.once) if once.per is OncePer.KEY]
    for place in keyed:
        yield from _key(benefit, benefit.once[place].key, f"{where}.once[{place}].key")
    for place in keyed[1:]:
        # An event has one name: a second key would be read by nobody.
        yield _about("ONCE_KEY_TWICE", f"{where}.once[{place}].key", benefit, benefit.once[place].key)


def _condition(benefit: Benefit, condition: Condition, where: str) -> Iterator[Finding]:
    if condition.operator is Operator.IS:
        yield from _of_kind(benefit, condition.fact, {FactType.YES_NO}, where)
    elif condition.operator is Operator.ONE_OF:
        yield from _of_kind(benefit, condition.fact, {FactType.CHOICE, FactType.TEXT}, where)
        codes = _choices(benefit, condition.fact)
        if codes is not None:
            for wanted in condition.wanted:
                if wanted not in codes:
                    yield _about("OPTION_UNKNOWN", where, benefit, wanted)
    else:
        yield from _of_kind(benefit, condition.fact, _NUMBERS, where)


def _part(benefit: Benefit, part: AmountPart, where: str) -> Iterator[Finding]:
    if part.kind is PartKind.PER_UNIT:
        yield from _of_kind(benefit, part.fact, _WHOLES, where)
    elif part.kind is PartKind.ACTUAL:
        yield from _of_kind(benefit, part.fact, {FactType.BAHT}, where)
    elif part.kind is PartKind.CHOICE:
        yield from _of_kind(benefit, part.fact, {FactType.CHOICE}, where)
        codes = _choices(benefit, part.fact) or set()
        priced = {code for code, _ in part.options}
        for code in sorted(priced - codes):
            yield _about("OPTION_UNKNOWN", where, benefit, code)
        for code in sorted(codes - priced):
            yield _about("OPTION_UNPRICED", where, benefit, code)


def _choices(benefit: Benefit, name: str) -> set[str] | None:
    """The codes a fact may have; None when it is no choice. Whose event it is, is a choice among `who`."""
    fact = benefit.fact(name)
    if fact is None:
        return set(benefit.who) if name == "who" else None
    return {code for code, _ in fact.choices} if fact.type is FactType.CHOICE else None


def _of_kind(
    benefit: Benefit, name: str, kinds: set[FactType] | frozenset[FactType], where: str
) -> Iterator[Finding]:
    fact = benefit.fact(name)
    if fact is None:
        kind = _KNOWN_KINDS.get(name, FactType.WHOLE)
        if name not in KNOWN_FACTS:
            yield _about("UNKNOWN_FACT", where, benefit, name)
            return
    else:
        kind = fact.type
    if kind not in kinds:
        yield _about("FACT_OF_WRONG_KIND", where, benefit, name)


def _key(benefit: Benefit, key: str, where: str) -> Iterator[Finding]:
    places = _PLACE.findall(key)
    told = {fact.name for fact in benefit.facts if fact.type not in WORKED_OUT} | {"event", "who"}
    for name in places:
        if name not in told:
            yield _about("ONCE_KEY_UNFILLABLE", where, benefit, name)
    if not places or "{" in _PLACE.sub("", key) or "}" in _PLACE.sub("", key):
        yield _about("ONCE_KEY_UNFILLABLE", where, benefit, key)


def _about(code: str, where: str, benefit: Benefit, name: str) -> Finding:
    return Finding(code, where, benefit.clause, values={"benefit": benefit.code, "fact": name[:60]})
