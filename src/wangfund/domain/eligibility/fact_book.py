"""Every fact a rule may ask about one claim, told, recorded or worked out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wangfund.domain.eligibility.facts import ClaimFacts, MemberFacts
from wangfund.domain.rulebook.duration import whole_years
from wangfund.domain.rulebook.model import Benefit, Condition, FactType, FactValue, Operator


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact the rule needs and nobody knows."""

    fact: str


@dataclass(frozen=True, slots=True)
class FactBook:
    """The facts of one claim under one benefit."""

    benefit: Benefit
    claim: ClaimFacts
    member: MemberFacts

    def value(self, name: str) -> FactValue | Missing:
        """The value of a fact, or what is missing to know it.

        `age` is in completed years on the event's day, `age_at_joining` on the spell's first day,
        `years` are completed years of membership. Days between two dates may be negative.
        """
        if name == "event":
            return self.claim.event
        if name == "years":
            return whole_years(self.member.joined, self.claim.event)
        if name in {"age", "age_at_joining"}:
            birth = self.member.birth_date
            if birth is None:
                return Missing("birth_date")
            return whole_years(birth, self.claim.event if name == "age" else self.member.joined)
        return self._told(name)

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
        told = self.claim.values.get(name)
        if told is not None:
            return told
        word = self.benefit.fact(name)
        if word is not None and word.type is FactType.DAYS_BETWEEN:
            since, until = self.value(word.since), self.value(word.until)
            for end, fact in ((since, word.since), (until, word.until)):
                if isinstance(end, Missing):
                    return end
                if not isinstance(end, date):
                    return Missing(fact)
            if isinstance(since, date) and isinstance(until, date):
                return (until - since).days
        if word is not None and word.default is not None:
            return word.default
        return Missing(name)
