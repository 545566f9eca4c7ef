"""Lengths as by-laws write them, and anniversaries."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangfund.domain.rulebook.duration import Duration, plus_days, plus_months, whole_years


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("180d", Duration(days=180)),
        ("6m", Duration(months=6)),
        ("2y1d", Duration(years=2, days=1)),
        ("2 ปี 1 วัน", Duration(years=2, days=1)),
        ("6 เดือน", Duration(months=6)),
    ],
)
def test_a_length_is_read(text: str, length: Duration) -> None:
    assert Duration.parse(text) == length


@pytest.mark.parametrize("text", ["", "2", "y", "2x", "2y x", "-1y", "9999y", "2y 1d!"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="duration"):
        Duration.parse(text)


def test_six_months_are_not_180_days() -> None:
    assert Duration.parse("6m").after(date(2025, 3, 1)) == date(2025, 9, 1)
    assert Duration.parse("180d").after(date(2025, 3, 1)) == date(2025, 8, 28)
    assert Duration.parse("24m").normal == Duration.parse("2y").normal


def test_29_february_is_kept_on_the_28th_in_common_years() -> None:
    assert whole_years(date(2024, 2, 29), date(2025, 2, 27)) == 0
    assert whole_years(date(2024, 2, 29), date(2025, 2, 28)) == 1
    assert whole_years(date(2024, 2, 29), date(2028, 2, 28)) == 3
    assert whole_years(date(2024, 2, 29), date(2028, 2, 29)) == 4


def test_the_end_of_time_is_held() -> None:
    assert plus_months(date(9999, 12, 1), 1) == date.max
    assert plus_days(date.max, 1) == date.max


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 40_000))
def test_completed_years_are_the_last_anniversary_reached(start: date, days: int) -> None:
    day = plus_days(start, days)
    years = whole_years(start, day)
    assert plus_months(start, 12 * years) <= day < plus_months(start, 12 * years + 12)
