"""Every fact a rule may ask about one claim, told, recorded or worked out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wangfund.domain.eligibility.facts import ClaimFacts
from wangfund.domain.eligibility.position import Position
from wangfund.domain.rulebook.duration import whole_years
from wangfund.domain.rulebook.model import (
    BETWEEN,
    KNOWN_FACTS,
    Benefit,
    Condition,
    FactType,
    FactValue,
    FactWord,
    Operator,
)


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact the rule needs and nobody knows."""

    fact: str


@dataclass(frozen=True, slots=True)
class FactBook:
    """The facts of one claim under one benefit."""

    benefit: Benefit
    claim: ClaimFacts
    position: Position

    def value(self, name: str) -> FactValue | Missing:
        """The value of a fact, or what is missing to know it.

        `who` is whose event it is (the first the benefit names when not told), `age` in completed years on
        the event's day, `age_at_joining` on the spell's first day, `years` completed years of membership,
        `months_paid` covered months before the event's. Days and years between two dates may be negative.
        """
        return self._known(name) if name in KNOWN_FACTS else self._told(name)

    def _known(self, name: str) -> FactValue | Missing:
        claim, member = self.claim, self.position.member
        if name == "event":
            return claim.event
        if name == "who":
            return claim.values.get("who") or (self.benefit.who[0] if self.benefit.who else "member")
        if name == "years":
            return whole_years(member.joined, claim.event)
        if name == "months_paid":
            return self.position.months_paid if member.coverage_known else Missing("coverage")
        birth = member.birth_date
        if birth is None:
            return Missing("birth_date")
        return whole_years(birth, claim.event if name == "age" else member.joined)

    def whole(self, name: str) -> int | Missing:
        """A fact as a whole number; a fact of another kind counts as missing."""
        value = self.value(name)
        if isinstance(value, bool) or not isinstance(value, (int, Missing)):
            return Missing(name)
        return value

    def choice(self, name: str, options: tuple[str, ...]) -> str | Missing:
        """A fact as one of the options; anything else counts as missing."""
        value = self.value(name)
        if isinstance(value, Missing):
            return value
        return value if isinstance(value, str) and value in options else Missing(name)

    def holds(self, condition: Condition) -> bool | Missing:
        """Whether a condition holds; a fact of a kind it cannot compare counts as missing."""
        value = self.value(condition.fact)
        if isinstance(value, Missing):
            return value
        if condition.operator is Operator.IS:
            return value is condition.yes if isinstance(value, bool) else Missing(condition.fact)
        if condition.operator is Operator.ONE_OF:
            return value in condition.wanted if isinstance(value, str) else Missing(condition.fact)
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            return Missing(condition.fact)
        if condition.operator is Operator.AT_LEAST:
            return value >= condition.number
        if condition.operator is Operator.AT_MOST:
            return value <= condition.number
        return value < condition.number

    def _told(self, name: str) -> FactValue | Missing:
        """A fact told, or worked out: dates and records that are known weigh more than a number that is told."""
        told = self.claim.values.get(name)
        word = self.benefit.fact(name)
        if word is None:
            return Missing(name) if told is None else told
        if word.type in BETWEEN:
            between = self._between(word)
            return between if told is None or not isinstance(between, Missing) else told
        if word.type is FactType.YEARS_WITHOUT_CLAIM:
            since = self.position.history.last_of(word.benefits)
            return whole_years(max(self.position.member.joined, since or date.min), self.claim.event)
        if told is not None:
            return told
        return Missing(name) if word.default is None else word.default

    def _between(self, word: FactWord) -> FactValue | Missing:
        ends = []
        for name in (word.since, word.until):
            end = self.value(name)
            if isinstance(end, Missing):
                return end
            if not isinstance(end, date):
                return Missing(name)
            ends.append(end)
        since, until = ends
        return whole_years(since, until) if word.type is FactType.YEARS_BETWEEN else (until - since).days
