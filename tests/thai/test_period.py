from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.thai.hostile import HOSTILE, any_text
from wangfund.thai.digits import to_thai
from wangfund.thai.period import Period, month_range

periods = st.builds(Period, st.integers(1858, 2199), st.integers(1, 12))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2569-11", "2026-11"),
        ("2026-11", "2026-11"),
        ("11/2569", "2026-11"),
        ("1/2569", "2026-01"),
        (" ๒๕๖๙-๑๑ ", "2026-11"),
        ("2482-02", "1940-02"),
        ("2482-04", "1939-04"),
        ("2484-01", "1941-01"),
        ("2400-12", "1857-12"),
    ],
)
def test_parse_when_era_is_clear_then_gives_ce_month(text: str, iso: str) -> None:
    assert Period.parse(text).iso == iso


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "PERIOD_UNREADABLE"),
        ("พ.ย. 2569", "PERIOD_UNREADABLE"),
        ("69-11", "PERIOD_UNREADABLE"),
        ("2300-11", "PERIOD_UNREADABLE"),
        ("2569-11-05", "PERIOD_UNREADABLE"),
        ("2569-11\n2569-12", "PERIOD_UNREADABLE"),
        ("2569-13", "PERIOD_OUT_OF_RANGE"),
        ("0/2569", "PERIOD_OUT_OF_RANGE"),
        ("0000-01", "PERIOD_OUT_OF_RANGE"),
        ("2483-03", "DATE_NEVER_EXISTED"),
    ],
)
def test_parse_when_no_month_is_meant_then_says_why(text: str, code: str) -> None:
    with pytest.raises(ValueError, match=rf"^{code}$"):
        Period.parse(text)


@given(any_text)
def test_parse_when_hostile_then_only_value_error(text: str) -> None:
    try:
        period = Period.parse(text)
    except ValueError as error:
        assert str(error) in {"PERIOD_UNREADABLE", "PERIOD_OUT_OF_RANGE", "DATE_NEVER_EXISTED"}
    else:
        assert 1 <= period.month <= 12


def test_every_hostile_text_is_no_month() -> None:
    for text in HOSTILE:
        with pytest.raises(ValueError, match=r"^PERIOD_"):
            Period.parse(text)


@given(periods)
def test_all_writings_of_a_month_lead_back_to_it(period: Period) -> None:
    assert Period.from_code(period.code) == period
    assert Period.from_index(period.index) == period
    assert Period.parse(period.iso) == period
    assert Period.parse(f"{period.be_year}-{period.month:02d}") == period
    assert Period.parse(to_thai(f"{period.month}/{period.be_year}")) == period
    assert str(period) == period.iso


@given(periods, st.integers(-2000, 2000), st.integers(-2000, 2000))
def test_plus_adds_up_and_keeps_order(period: Period, a: int, b: int) -> None:
    assert period.plus(a).plus(b) == period.plus(a + b)
    assert period.months_until(period.plus(a)) == a
    assert (period.plus(a) < period.plus(b)) == (a < b)


@given(st.dates(date(1858, 1, 1), date(2199, 12, 31)))
def test_a_day_lies_in_its_month_and_months_touch(day: date) -> None:
    period = Period.of(day)
    assert period.first_day <= day <= period.last_day
    assert period.last_day + timedelta(days=1) == period.plus(1).first_day


@given(periods, st.integers(-3, 60))
def test_month_range_is_inclusive_and_without_gap(first: Period, length: int) -> None:
    months = list(month_range(first, first.plus(length)))
    assert months == [first.plus(step) for step in range(length + 1)]


@pytest.mark.parametrize(("year", "month"), [(2026, 0), (2026, 13), (0, 1), (10_000, 1), (-1, 5)])
def test_period_outside_the_calendar_is_refused(year: int, month: int) -> None:
    with pytest.raises(ValueError, match=r"^PERIOD_OUT_OF_RANGE$"):
        Period(year, month)


@pytest.mark.parametrize("code", [0, -1, 202600, 202613, 99])
def test_from_code_when_no_month_then_refused(code: int) -> None:
    with pytest.raises(ValueError, match=r"^PERIOD_OUT_OF_RANGE$"):
        Period.from_code(code)


def test_be_year_before_1941_begins_in_april() -> None:
    assert [Period(1940, month).be_year for month in (1, 3, 4, 12)] == [2482, 2482, 2483, 2483]
    assert Period(1941, 1).be_year == 2484
    assert Period(2026, 11).be_year == 2569
