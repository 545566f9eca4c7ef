"""The months a practice fund lives through, and on which days of a month things happen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from wangfund.thai.period import Period

FOUNDED = date(2010, 1, 1)
"""The day the made-up fund was founded and its rulebook took effect."""


@dataclass(frozen=True, slots=True)
class Span:
    """From the first month of the books to the one before today's; today's month is open."""

    first: Period
    last: Period
    today: date

    @property
    def months(self) -> tuple[Period, ...]:
        """The months that are lived through and closed, oldest first."""
        return tuple(self.first.plus(n) for n in range(self.first.months_until(self.last) + 1))

    @property
    def open_month(self) -> Period:
        """Today's month."""
        return Period.of(self.today)

    def part(self, share: float) -> Period:
        """The month that lies at a share of the span, 0 to 1."""
        return self.first.plus(int(self.first.months_until(self.last) * share))


def span_of(today: date, years: int) -> Span:
    """The span of a fund whose books begin `years` years before today's month."""
    this = Period.of(today)
    return Span(this.plus(-12 * years), this.plus(-1), today)


def weekday(day: date) -> date:
    """The day, or the Monday after it when it is a Saturday or Sunday."""
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() >= 5 else 0)


def next_weekday(day: date) -> date:
    """The first day after a day that is not a Saturday or Sunday."""
    return weekday(day + timedelta(days=1))


def nth(month: Period, number: int) -> date:
    """A day of a month by its number, 1 to 28."""
    return date(month.year, month.month, number)


def collection_days(month: Period) -> tuple[date, date]:
    """The two days on which collectors return, half of the villages each."""
    return nth(month, 5), nth(month, 6)


def meeting_day(month: Period) -> date:
    """The day the committee meets: the tenth, or the Monday after it."""
    return weekday(nth(month, 10))


def last_weekday(month: Period) -> date:
    """The last day of a month that is not a Saturday or Sunday."""
    day = month.last_day
    return day - timedelta(days=max(0, day.weekday() - 4))


def years_before(day: date, years: int) -> date:
    """The same day of an earlier year; 28 February where 29 February does not exist."""
    last = Period(day.year - years, day.month).last_day
    return last.replace(day=min(day.day, last.day))
