"""A whole membership lived day by day: standing, months owed and years against a walk that keeps plain sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.domain.rulebook.nasuk import NASUK
from wangfund.domain.dues.coverage import Range
from wangfund.domain.eligibility.standing import Cause, Covering, Status, reinstated_on, standing_on
from wangfund.domain.rulebook.duration import whole_years
from wangfund.thai.period import Period

_DAY = timedelta(days=1)
_CAUSES = st.sampled_from([Cause.PAYMENT] * 6 + [Cause.EXEMPT, Cause.WAIVER, Cause.SET_OFF])
_ACTS = st.lists(
    st.tuples(st.integers(0, 1_100), _CAUSES, st.sampled_from([1, 1, 2, 3, 6, 12]), st.integers(-6, 3)),
    max_size=10,
)


@dataclass
class Life:
    """One spell: what is due grows on the first of each month, what is covered by what happens on a day."""

    joined: date
    ends: date | None
    due: set[int] = field(default_factory=set)
    covered: set[int] = field(default_factory=set)
    exempt: set[int] = field(default_factory=set)
    reinstated: date | None = None
    days: int = 0
    years: int = 0

    def begins(self, day: date) -> None:
        """A day dawns: the month before is due on the first, a year is complete on the anniversary."""
        if day == self.joined:
            return
        self.days += 1
        if day.day == 1:
            self.due.add(_month(day - _DAY))
        is_leap_child = (self.joined.month, self.joined.day) == (2, 29)
        has_29th = (day + _DAY).month == 2 if (day.month, day.day) == (2, 28) else False
        kept = (2, 28) if is_leap_child and not has_29th else (self.joined.month, self.joined.day)
        self.years += (day.month, day.day) == kept

    def status(self, day: date) -> Status:
        """What the rules say of the day, as it stood when the day dawned."""
        if self.ends is not None and day >= self.ends:
            return Status.LEFT
        owed = len(self.due - self.covered)
        if _month(day) not in self.exempt:
            if owed >= 12:
                return Status.LAPSED
            if owed >= 3:
                return Status.SUSPENDED
        back = self.reinstated
        if back is not None and _month(back) not in self.exempt and (day - back).days < 30:
            return Status.REINSTATE_WAIT
        if self.days < 180:
            return Status.WAITING
        return Status.OWING if owed else Status.ACTIVE

    def happens(self, day: date, cause: Cause, months: int, shift: int) -> Covering:
        """A payment or set-off covers the oldest uncovered months; an exemption or waiver those that are named."""
        before = len(self.due - self.covered)
        if cause in {Cause.PAYMENT, Cause.SET_OFF}:
            free = (number for number in range(_month(self.joined), 99_999) if number not in self.covered)
            taken = [next(free) for _ in range(months)]
        else:
            first = max(_month(day) + shift, _month(self.joined))
            taken = [number for number in range(first, first + months) if number not in self.covered]
        if cause is Cause.EXEMPT:
            self.exempt |= set(taken)
        self.covered |= set(taken)
        was_suspended = before >= 3 and _month(day) not in self.exempt
        if cause is Cause.PAYMENT and was_suspended and len(self.due - self.covered) < 3:
            self.reinstated = day
        return Covering(day, cause, tuple((_period(number), _period(number)) for number in taken))


@example(start=90, acts=[], ends=None, died=False)  # joined on 29 February
@settings(max_examples=40, deadline=None)
@given(st.integers(0, 400), _ACTS, st.none() | st.integers(1, 900), st.booleans())
def test_every_day_of_a_membership_stands_as_walking_says(
    start: int, acts: list[tuple[int, Cause, int, int]], ends: int | None, died: bool
) -> None:
    joined = date(2023, 12, 1) + start * _DAY
    first_without = None if ends is None else joined + (ends + 1) * _DAY
    last_day = None if first_without is None else first_without - _DAY
    life = Life(joined, first_without)
    coverings: list[Covering] = []
    for day in _days(joined, 1_000):
        life.begins(day)
        standing = standing_on(
            day,
            NASUK.membership,
            joined,
            _ranges(coverings),
            left=None if died else first_without,
            died=last_day if died else None,
            exempt=_ranges([one for one in coverings if one.cause is Cause.EXEMPT]),
            reinstated=reinstated_on(NASUK.membership, joined, coverings, before=day),
        )
        assert standing.status is life.status(day), day
        if standing.status is not Status.LEFT:
            assert standing.arrears_months == len(life.due - life.covered)
        assert whole_years(joined, day) == life.years
        for days, cause, months, shift in acts:
            if days * _DAY == day - joined:
                coverings.append(life.happens(day, cause, months, shift))


def _days(first: date, number: int) -> Iterator[date]:
    return (first + count * _DAY for count in range(number))


def _ranges(coverings: Sequence[Covering]) -> tuple[Range, ...]:
    return tuple(one for covering in coverings for one in covering.ranges)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _period(number: int) -> Period:
    return Period(number // 12, number % 12 + 1)
