"""The days an event lasted, where the benefit's facts say: a stay from admission to discharge."""

from __future__ import annotations

from datetime import date

from wangfund.domain.eligibility.facts import ClaimFacts
from wangfund.domain.rulebook.model import Benefit, FactType

Span = tuple[date, date]


def span_of(benefit: Benefit, claim: ClaimFacts) -> Span | None:
    """First and last day of a claim's event, by the benefit's fact that counts days between two dates; else None."""
    days: dict[str, object] = {**claim.values, "event": claim.event}
    for word in benefit.facts:
        if word.type is FactType.DAYS_BETWEEN:
            since, until = days.get(word.since), days.get(word.until)
            if isinstance(since, date) and isinstance(until, date) and since < until:
                return since, until
    return None


def share_nights(one: Span, other: Span) -> bool:
    """Whether two spans have a night in common; one may begin on the day the other ends."""
    return one[0] < other[1] and other[0] < one[1]
