"""Whether the tables of one amount that hang on a number (age at joining) leave nobody out and pay nobody twice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from wangfund.domain.errors import Finding, Severity, Value
from wangfund.domain.rulebook.model import (
    WORKED_OUT,
    Benefit,
    Condition,
    FactType,
    Operator,
    PartKind,
)

_NUMERIC = frozenset({Operator.AT_LEAST, Operator.AT_MOST, Operator.BELOW})
_IN_WHOLES = frozenset({"age", "age_at_joining", "years", "months_paid"})
_MOST = Decimal(10_000_000)


class _Stretch(NamedTuple):
    """From a number (included) to another (not included)."""

    low: Decimal
    high: Decimal


def check_parts(benefit: Benefit) -> Iterator[Finding]:
    """Warnings TABLES_BOTH_PAY and TABLES_LEAVE_OUT, for amounts that are all tables with a `when` on one number."""
    whens = [part.when for part in benefit.parts if part.when is not None and part.kind is PartKind.TIERS]
    facts = {when.fact for when in whens if when.operator in _NUMERIC}
    if len(benefit.parts) != len(whens) or len(whens) < 2 or len(facts) != 1:
        return
    if any(when.operator not in _NUMERIC for when in whens):
        return
    fact = facts.pop()
    step = Decimal(1) if _is_whole(benefit, fact) else Decimal("0.01")
    stretches = [_stretch(when, step) for when in whens]
    clause = ", ".join(dict.fromkeys(part.clause or benefit.clause for part in benefit.parts))
    where = f"benefits.{benefit.code}.amounts"
    values: dict[str, Value] = {"benefit": benefit.code, "fact": fact}
    for (one, first), (other, second) in combinations(enumerate(stretches), 2):
        low, high = max(first.low, second.low), min(first.high, second.high)
        if low < high:
            said = {**values, "number": _said(low), "first_part": one, "second_part": other}
            yield Finding("TABLES_BOTH_PAY", f"{where}[{other}].when", clause, Severity.WARNING, said)
    reached = Decimal(0)
    for stretch in sorted(stretches):
        if stretch.low > reached:
            break
        reached = max(reached, stretch.high)
    if reached < _MOST:
        said = {**values, "number": _said(reached)}
        yield Finding("TABLES_LEAVE_OUT", f"{where}[0].when", clause, Severity.WARNING, said)


def _is_whole(benefit: Benefit, fact: str) -> bool:
    word = benefit.fact(fact)
    return fact in _IN_WHOLES or (word is not None and word.type in {FactType.WHOLE, *WORKED_OUT})


def _stretch(when: Condition, step: Decimal) -> _Stretch:
    if when.operator is Operator.AT_LEAST:
        return _Stretch(when.number, _MOST)
    return _Stretch(Decimal(0), when.number + (step if when.operator is Operator.AT_MOST else 0))


def _said(number: Decimal) -> str:
    return f"{number.normalize():f}" if number else "0"
