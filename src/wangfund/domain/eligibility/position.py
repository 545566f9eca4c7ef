"""A member on one day: what every benefit asks again about the same day is worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from wangfund.domain.dues.coverage import count, is_covered, merged, overlap
from wangfund.domain.dues.due_dates import Debt, debt_on
from wangfund.domain.eligibility.facts import MemberFacts, PastClaim
from wangfund.domain.eligibility.history import History
from wangfund.domain.rulebook.duration import plus_days
from wangfund.domain.rulebook.model import Rulebook
from wangfund.thai.period import Period


class Position:
    """The rules, the member as she stood before an event of that day, and her earlier claims."""

    def __init__(
        self, rulebook: Rulebook, member: MemberFacts, event: date, claims: Sequence[PastClaim]
    ) -> None:
        self.rulebook = rulebook
        self.member = member
        self.event = event
        self.history = History(claims, event, member.joined, rulebook.fiscal_year_starts)

    @cached_property
    def debt(self) -> Debt:
        """What was owed at the end of the day before the event."""
        member = self.member
        covered = (*member.covered, *member.exempt)
        return debt_on(self.rulebook.membership, member.joined, self.event, covered)

    @cached_property
    def arrears(self) -> int | None:
        """Months owed; None when the coverage is unknown."""
        return self.debt.number if self.member.coverage_known else None

    @cached_property
    def is_exempt(self) -> bool:
        """Whether an exemption runs on the event's day."""
        return is_covered(Period.of(self.event), self.member.exempt)

    @cached_property
    def months_paid(self) -> int:
        """Covered months from joining to the month before the event's (an exempt month counts as paid)."""
        member = self.member
        lived = ((Period.of(member.joined).index, Period.of(self.event).index - 1),)
        return count(overlap(lived, merged((*member.covered, *member.exempt))))

    @cached_property
    def ends(self) -> date | None:
        """The first day without rights, by leaving or by death (the day of death still has them)."""
        died, left = self.member.died, self.member.left
        return left if died is None else min(plus_days(died, 1), left or date.max)
