"""In which year an event counts for caps and for what is paid once a year."""

from __future__ import annotations

from datetime import date

from wangfund.domain.eligibility.facts import PastClaim
from wangfund.domain.rulebook.duration import plus_months, whole_years
from wangfund.domain.rulebook.model import YearBasis


def year_of(event: date, basis: YearBasis | None, *, joined: date, fiscal_year_starts: int) -> int:
    """The number of the year an event falls in.

    Calendar: its C.E. year (also when the rules do not say). Fiscal: the C.E. year in which the fiscal
    year ends. Anniversary: completed years of membership.
    """
    if basis is YearBasis.ANNIVERSARY:
        return whole_years(joined, event)
    if basis is YearBasis.FISCAL and fiscal_year_starts > 1:
        return event.year + (event.month >= fiscal_year_starts)
    return event.year


def same_year(
    past: PastClaim, event: date, basis: YearBasis | None, *, joined: date, fiscal_year_starts: int
) -> bool:
    """Whether an earlier claim falls in the event's year; with only its year known, that year is believed."""
    year = year_of(event, basis, joined=joined, fiscal_year_starts=fiscal_year_starts)
    if past.event is None:
        return past.year == year
    return year_of(past.event, basis, joined=joined, fiscal_year_starts=fiscal_year_starts) == year


def next_year(event: date, basis: YearBasis | None, *, joined: date, fiscal_year_starts: int) -> date:
    """The first day of the year after the event's: when what counts by the year begins anew."""
    if basis is YearBasis.ANNIVERSARY:
        return plus_months(joined, 12 * (whole_years(joined, event) + 1))
    month = fiscal_year_starts if basis is YearBasis.FISCAL else 1
    year = event.year + ((event.month, event.day) >= (month, 1))
    return date(year, month, 1) if year <= date.max.year else date.max
