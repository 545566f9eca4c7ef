"""A length of membership or of life as a by-law writes it: years, months and days."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_TERM = re.compile(r"(\d{1,5})\s*(y|m|d|ปี|เดือน|วัน)\s*")
_DAYS_PER_400_YEARS = 146_097
_IN_EVERY_MONTH = 28


@dataclass(frozen=True, slots=True)
class Duration:
    """Years, months and days, counted from a day in that order."""

    years: int = 0
    months: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read '180d', '6m', '2y1d', '2 ปี 1 วัน'.

        Raises:
            ValueError: anything else, or a length beyond 200 years.
        """
        found = {"y": 0, "m": 0, "d": 0}
        place = 0
        for term in _TERM.finditer(text):
            if term.start() != place:
                raise ValueError("duration")
            unit = {"ปี": "y", "เดือน": "m", "วัน": "d"}.get(term[2], term[2])
            found[unit] += int(term[1])
            place = term.end()
        if place == 0 or place != len(text):
            raise ValueError("duration")
        length = cls(found["y"], found["m"], found["d"])
        if length.about_days > 200 * 366:
            raise ValueError("duration")
        return length

    @property
    def normal(self) -> tuple[int, int]:
        """Months and days: '24m' and '2y' are the same length, '180d' and '6m' are not."""
        return self.years * 12 + self.months, self.days

    @property
    def about_days(self) -> int:
        """Its length in days of an average calendar, for putting lengths in order."""
        months, days = self.normal
        return (months * _DAYS_PER_400_YEARS + 2400) // 4800 + days

    @property
    def iso(self) -> str:
        """ISO 8601, as 'P2Y1D'; 'P0D' for none."""
        parts = [(self.years, "Y"), (self.months, "M"), (self.days, "D")]
        return "P" + ("".join(f"{number}{unit}" for number, unit in parts if number) or "0D")

    def after(self, day: date) -> date:
        """The day on which this length since `day` is complete; the last day known when beyond it."""
        return plus_days(plus_months(day, self.years * 12 + self.months), self.days)


def plus_months(day: date, months: int) -> date:
    """The same day of the month some months later, or that month's last day if it has no such day.

    So 29 February counts as 28 February in common years (rulebook 9.1, years of membership).
    """
    if not months:
        return day
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    if day.day <= _IN_EVERY_MONTH:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def plus_days(day: date, days: int) -> date:
    """`day` and some days, held at the last day a date can name."""
    if not days:
        return day
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max


def whole_years(start: date, day: date) -> int:
    """Completed anniversaries from `start` to `day`; 29 February is kept on the 28th in common years."""
    years = day.year - start.year
    if (day.month, day.day) >= (start.month, start.day):
        return years
    return years if day >= plus_months(start, years * 12) else years - 1
