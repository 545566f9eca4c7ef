"""When a month falls due, and what is owed on a day: month by month, or by the due dates of the rulebook."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wangfund.domain.dues.coverage import Indexes, Range, count, gap_numbers, merged
from wangfund.domain.rulebook.model import DueDate, Membership
from wangfund.thai.period import Period

_LAST_INDEX = Period(9999, 12).index


@dataclass(frozen=True, slots=True)
class Debt:
    """The months owed at the end of the day before `day`, oldest first, and since when the oldest is due."""

    day: date
    months: Indexes
    due: date | None

    @property
    def number(self) -> int:
        """How many months are owed."""
        return count(self.months)

    @property
    def overdue_days(self) -> int:
        """Days from the oldest debt's due day; 0 when nothing is owed."""
        return 0 if self.due is None else (self.day - self.due).days

    def suspends(self, rules: Membership) -> bool:
        """Whether rights rest: so many months owed, or the oldest overdue for more than so many days."""
        return self._reaches(rules.suspend_at, rules.suspend_after_days)

    def lapses(self, rules: Membership) -> bool:
        """Whether the membership may be ended for arrears; the spell itself ends by resolution only."""
        return self._reaches(rules.lapse_at, rules.lapse_after_days)

    def _reaches(self, months: int, days: int | None) -> bool:
        if not self.months:
            return False
        return self.number >= months or (days is not None and self.overdue_days > days)


def debt_on(rules: Membership, joined: date, day: date, covered: Iterable[Range]) -> Debt:
    """What a member owes on a day: the months due before it, from the joining month on, less those covered.

    Source: rulebook 9.11 rules 1 and 4; with due dates, a stretch of the year falls due whole.
    """
    return debt_after(rules, joined, day, merged(covered))


def debt_after(rules: Membership, joined: date, day: date, covered: Indexes) -> Debt:
    """The same as `debt_on` where the covered months are joined numbers already."""
    months = gap_numbers(Period.of(joined).index, due_until(rules, joined, day).index, covered)
    oldest = due_day(rules, joined, Period.from_index(months[0][0])) if months else None
    return Debt(day, months, oldest)


def due_until(rules: Membership, joined: date, day: date) -> Period:
    """The first month of a spell that is not yet due on a day (due days before it have passed)."""
    asked = Period.of(day)
    if not rules.due_dates:
        return asked
    month = Period.of(joined)
    while month.index < asked.index + 12:
        stretch, begins = _stretch(rules, month)
        if _due(stretch, begins, joined) >= day:
            break
        month = Period.from_index(min(begins.index + stretch.months, _LAST_INDEX))
        if month.index == _LAST_INDEX:
            break
    return month


def due_day(rules: Membership, joined: date, month: Period) -> date:
    """The day on which a month falls due: its last day, or its stretch's due day; never before joining."""
    if not rules.due_dates:
        return max(month.last_day, joined)
    stretch, begins = _stretch(rules, month)
    return _due(stretch, begins, joined)


def _stretch(rules: Membership, month: Period) -> tuple[DueDate, Period]:
    """The stretch a month lies in, with its first month."""
    for stretch in rules.due_dates:
        within = (month.month - stretch.first_month) % 12
        if within < stretch.months:
            return stretch, month.plus(-within)
    return rules.due_dates[0], month


def _due(stretch: DueDate, begins: Period, joined: date) -> date:
    first = begins.first_day
    year = first.year
    if (stretch.month, stretch.day) < (first.month, first.day):
        year += 1
    if year > date.max.year:
        return date.max
    last = calendar.monthrange(year, stretch.month)[1]
    return max(date(year, stretch.month, min(stretch.day, last)), joined)
