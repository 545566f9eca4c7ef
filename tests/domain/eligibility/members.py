"""Members and claims as the tests of eligibility make them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from tests.domain.rulebook.nasuk import NASUK
from wangfund.domain.dues.coverage import Range
from wangfund.domain.eligibility.assess import assess
from wangfund.domain.eligibility.assessment import Assessment
from wangfund.domain.eligibility.facts import ClaimFacts, MemberFacts, PastClaim
from wangfund.domain.eligibility.read_claim import read_claim
from wangfund.thai.period import Period

PAID_UP = MemberFacts(
    joined=date(2015, 1, 1),
    birth_date=date(1953, 1, 1),
    covered=((Period(2015, 1), Period(2035, 12)),),
)
"""Joined at 62 in 2015, 72 years old in 2025, paid far ahead."""


def paid_through(year: int, month: int, joined: date = PAID_UP.joined) -> MemberFacts:
    """A member who has paid every month up to this one."""
    covered: tuple[Range, ...] = ((Period.of(joined), Period(year, month)),)
    return replace(PAID_UP, joined=joined, covered=covered)


def claim(benefit: str, event: date, claimed_on: date | None = None, **told: object) -> ClaimFacts:
    """A claim as told; claimed five days after the event unless said."""
    rule = NASUK.benefit(benefit)
    assert rule is not None
    day = claimed_on or date.fromordinal(event.toordinal() + 5)
    read = read_claim(rule, {"event": event, **told}, day).claim
    assert read is not None
    return read


def stay(leaves: date, nights: int, claimed_on: date | None = None) -> ClaimFacts:
    """A stay in hospital of so many nights."""
    return claim("HOSP", leaves, claimed_on, admitted=date.fromordinal(leaves.toordinal() - nights))


def decide(asked: ClaimFacts, member: MemberFacts = PAID_UP, history: Sequence[PastClaim] = ()) -> Assessment:
    """Decide under the demo rules."""
    return assess(NASUK, asked, member, history)


def as_past(asked: ClaimFacts, answer: Assessment) -> PastClaim:
    """A decided claim as later claims see it."""
    return PastClaim(asked.benefit, answer.gross_satang, answer.units, asked.key, asked.event)


def told_values(answer: Assessment) -> Mapping[str, object]:
    """The values of the deciding finding."""
    return answer.findings[0].values
