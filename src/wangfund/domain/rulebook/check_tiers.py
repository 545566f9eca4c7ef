"""Whether a benefit's tier tables leave no length of membership twice, never, or with less for more."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from wangfund.domain.errors import Finding, Severity, Value, Values
from wangfund.domain.rulebook.duration import Duration
from wangfund.domain.rulebook.model import AmountPart, Benefit, PartKind, Rulebook, Tier, TierBase, Waiting


def check_tiers(rulebook: Rulebook, benefit: Benefit) -> Iterator[Finding]:
    """TIERS_OVERLAP, TIERS_GAP, TIERS_NOT_RISING, TIER_EMPTY; warnings TIER_BELOW_UNSAID, DAYS_UNPAID, TIERS_END."""
    for place, part in enumerate(benefit.parts):
        if part.kind is not PartKind.TIERS or not part.tiers:
            continue
        where = f"benefits.{benefit.code}.amounts[{place}].tiers"
        if rulebook.leaves_open(where):
            continue
        if part.by is TierBase.PAID:
            yield from _paid_in_days(part, where, benefit)
        for at, tier in enumerate(part.tiers):
            if tier.end is not None and not _is_before(tier.start, tier.end):
                yield Finding(
                    "TIER_EMPTY", f"{where}[{at}]", tier.clause or benefit.clause, values=_one(tier)
                )
        for at, (one, other) in enumerate(pairwise(part.tiers), start=1):
            yield from _pair(one, other, f"{where}[{at}]", benefit, may_fall=part.by is TierBase.AGE)
        yield from _edges(rulebook, benefit, part, where)


def _paid_in_days(part: AmountPart, where: str, benefit: Benefit) -> Iterator[Finding]:
    """Months paid are whole months: a tier of days could never be reached to the day."""
    for at, tier in enumerate(part.tiers):
        if tier.start.days or (tier.end is not None and tier.end.days):
            yield Finding(
                "PAID_TIERS_IN_DAYS", f"{where}[{at}]", tier.clause or benefit.clause, values=_one(tier)
            )


def _pair(one: Tier, other: Tier, where: str, benefit: Benefit, *, may_fall: bool) -> Iterator[Finding]:
    """Two neighbours; an amount may fall with age, but not with the length of membership."""
    clauses = dict.fromkeys((one.clause or benefit.clause, other.clause or benefit.clause))
    clause = ", ".join(clauses)
    values = _two(one, other)
    if not _is_before(one.start, other.start):
        yield Finding("TIERS_NOT_RISING", where, clause, values=values)
        return
    if one.end is None or _is_before(other.start, one.end):
        yield Finding("TIERS_OVERLAP", where, clause, values=values)
    elif one.end.normal != other.start.normal:
        yield Finding("TIERS_GAP", where, clause, values=values)
    if other.amount_satang < one.amount_satang and not may_fall:
        yield Finding("TIERS_NOT_RISING", where, clause, values=values)


def _edges(rulebook: Rulebook, benefit: Benefit, part: AmountPart, where: str) -> Iterator[Finding]:
    """What is said to a member before the first tier, and whether the table ends."""
    first, last = part.tiers[0], part.tiers[-1]
    clause = part.clause or benefit.clause
    waits = {
        Waiting.STANDARD: rulebook.membership.waiting.length,
        Waiting.OWN: benefit.wait.length,
        Waiting.NONE: Duration(),
    }[benefit.waiting]
    years = Duration(years=benefit.min_years)
    waited = max(waits, years, key=lambda length: length.about_days)
    by_membership = part.by is TierBase.MEMBERSHIP
    below_is_said = part.below or rulebook.leaves_open(where.replace(".tiers", ".below"))
    if first.start.about_days > 0 and not below_is_said:
        said: Values = {"from": first.start.iso}
        yield Finding("TIER_BELOW_UNSAID", where, clause, Severity.WARNING, said)
    if by_membership and waited.about_days and _is_before(waited, first.start):
        values: dict[str, Value] = {
            "from": waited.iso,
            "to": first.start.iso,
            "days": first.start.about_days - waited.about_days,
        }
        yield Finding("DAYS_UNPAID", where, clause, Severity.WARNING, values)
    if last.end is not None:
        yield Finding("TIERS_END", where, clause, Severity.WARNING, _one(last))


def _is_before(one: Duration, other: Duration) -> bool:
    return one.normal != other.normal and one.about_days < other.about_days


def _one(tier: Tier) -> Values:
    return {"from": tier.start.iso, "to": "" if tier.end is None else tier.end.iso}


def _two(one: Tier, other: Tier) -> Values:
    return {
        "first_from": one.start.iso,
        "first_to": "" if one.end is None else one.end.iso,
        "first_satang": one.amount_satang,
        "second_from": other.start.iso,
        "second_to": "" if other.end is None else other.end.iso,
        "second_satang": other.amount_satang,
        "first_clause": one.clause,
        "second_clause": other.clause,
    }
