"""Years are views on dates: the fund's own year and the state's."""

from __future__ import annotations

from datetime import date

from wangfund.thai.period import Period


def fiscal_year(day: date, starts_in_month: int) -> int:
    """The C.E. year a day belongs to in a year that starts in the month given, named by its last day."""
    return day.year + 1 if starts_in_month > 1 and day.month >= starts_in_month else day.year


def first_period(year: int, starts_in_month: int) -> Period:
    """The first month of a fiscal year."""
    return Period(year if starts_in_month == 1 else year - 1, starts_in_month)


def last_full_year_day(today: date) -> date:
    """The last 30 September not after today: the day CODI counts full-year members (9.11 rule 17)."""
    day = date(today.year, 9, 30)
    return day if day <= today else date(today.year - 1, 9, 30)
