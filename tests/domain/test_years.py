"""Years are views on dates."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangfund.domain.clock import FixedClock
from wangfund.domain.fiscal_year import first_period, fiscal_year, last_full_year_day
from wangfund.thai.period import Period

_DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(_DAYS, st.integers(1, 12))
def test_a_day_lies_in_the_twelve_months_of_its_year(day: date, starts: int) -> None:
    year = fiscal_year(day, starts)
    first = first_period(year, starts)
    assert 0 <= first.months_until(Period.of(day)) < 12
    assert fiscal_year(first.plus(11).last_day, starts) == year
    assert fiscal_year(first.first_day - timedelta(days=1), starts) == year - 1


def test_a_year_from_october_is_named_by_its_last_day() -> None:
    assert fiscal_year(date(2026, 9, 30), 10) == 2026
    assert fiscal_year(date(2026, 10, 1), 10) == 2027
    assert first_period(2027, 10) == Period(2026, 10)
    assert fiscal_year(date(2026, 12, 31), 1) == 2026


@given(_DAYS)
def test_the_day_of_the_full_year_is_the_last_thirtieth_of_september(day: date) -> None:
    counted = last_full_year_day(day)
    assert (counted.month, counted.day) == (9, 30)
    assert timedelta(0) <= day - counted <= timedelta(days=365)


@pytest.mark.parametrize(("day", "year"), [(date(2026, 9, 29), 2025), (date(2026, 9, 30), 2026)])
def test_the_day_itself_counts(day: date, year: int) -> None:
    assert last_full_year_day(day).year == year


def test_a_clock_that_stands_still() -> None:
    instant = datetime(2026, 11, 20, 2, tzinfo=UTC)
    clock = FixedClock(date(2026, 11, 20), instant)
    assert (clock.today(), clock.now()) == (date(2026, 11, 20), instant)
