from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangfund.thai.dates import (
    MONTHS_LONG,
    MONTHS_SHORT,
    be_year,
    ce_year,
    formal_date,
    long_date,
    long_month,
    month_span,
    read_thai_date,
    short_date,
    short_month,
    table_date,
    weekday_date,
)
from wangfund.thai.digits import to_arabic, to_thai
from wangfund.thai.period import Period

DAY = date(2025, 6, 30)
TODAY = date(2026, 11, 20)


def test_formats_of_a_day() -> None:
    assert short_date(DAY) == "30 มิ.ย. 2568"
    assert table_date(DAY) == "30 มิ.ย. 68"
    assert long_date(DAY) == "30 มิถุนายน 2568"
    assert formal_date(DAY) == "วันที่ ๓๐ เดือน มิถุนายน พ.ศ. ๒๕๖๘"
    assert weekday_date(date(2026, 11, 5)) == "พฤหัสบดีที่ 5 พฤศจิกายน 2569"
    assert table_date(date(1957, 5, 1)) == "1 พ.ค. 00"


def test_formats_of_a_month() -> None:
    assert short_month(Period(2026, 10)) == "ต.ค. 2569"
    assert long_month(Period(2026, 10)) == "ตุลาคม 2569"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ((2026, 8), (2026, 10), "ส.ค.–ต.ค. 2569"),
        ((2026, 10), (2026, 10), "ต.ค. 2569"),
        ((2025, 11), (2026, 1), "พ.ย. 2568–ม.ค. 2569"),
        ((2025, 10), (2026, 10), "ต.ค. 2568–ต.ค. 2569"),
        ((1940, 3), (1940, 4), "มี.ค. 2482–เม.ย. 2483"),
    ],
)
def test_month_span_names_the_year_once_when_it_is_one(
    first: tuple[int, int], last: tuple[int, int], text: str
) -> None:
    assert month_span(Period(*first), Period(*last)) == text


def test_year_in_thailand_began_in_april_until_1940() -> None:
    assert be_year(date(1940, 3, 31)) == 2482
    assert be_year(date(1940, 4, 1)) == 2483
    assert be_year(date(1940, 12, 31)) == 2483
    assert be_year(date(1941, 1, 1)) == 2484
    assert [ce_year(2482, 3), ce_year(2482, 4), ce_year(2483, 4), ce_year(2484, 1)] == [
        1940,
        1939,
        1940,
        1941,
    ]
    with pytest.raises(ValueError, match=r"^DATE_NEVER_EXISTED$"):
        ce_year(2483, 3)


@given(st.dates())
def test_be_year_and_ce_year_are_inverse(day: date) -> None:
    assert ce_year(be_year(day), day.month) == day.year


@pytest.mark.parametrize("write", [short_date, long_date, formal_date, weekday_date])
@given(day=st.dates(date(1857, 4, 1), date(2199, 12, 31)), thai=st.booleans())
def test_a_printed_day_reads_back(write: Callable[[date], str], day: date, thai: bool) -> None:
    text = write(day)
    assert read_thai_date(to_thai(text) if thai else to_arabic(text)) == (day, None)


@given(st.dates(date(1926, 11, 21), TODAY))
def test_a_day_printed_in_a_narrow_column_reads_back_within_a_hundred_years(day: date) -> None:
    reading = read_thai_date(table_date(day), latest=TODAY)
    # Before 1941 the January to March of a Buddhist year lie one year later, so a few days are read as the century's.
    assert reading == (day, None) or (day.year < 1941 and day.month < 4)


def test_every_month_name_reads_back() -> None:
    for number, names in enumerate(zip(MONTHS_SHORT, MONTHS_LONG, strict=True), start=1):
        for name in names:
            assert read_thai_date(f"1 {name} 2568") == (date(2025, number, 1), None)
