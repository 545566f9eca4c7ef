import json
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.thai.hostile import HOSTILE, any_text
from wangfund.thai.dates import parse_civil_date, read_cell_date, read_thai_date
from wangfund.thai.digits import to_thai

TODAY = date(2026, 11, 20)
DAY = date(2025, 6, 30)
CODES = {
    None,
    "DATE_EMPTY",
    "DATE_UNREADABLE",
    "DATE_NO_SUCH_DAY",
    "DATE_YEAR_UNCLEAR",
    "DATE_CE_YEAR",
    "DATE_FUTURE",
    "DATE_NEVER_EXISTED",
}

STYLES = [
    "30/6/68",
    "30/6/2568",
    "30/06/2568",
    "30-06-2568",
    "30.6.2568",
    "30 6 2568",
    "30 / 6 / 2568",
    "30–6–2568",
    "30 มิ.ย. 68",
    "30 มิ.ย. 2568",
    "30 มิ.ย 2568",
    "30 มิย. 2568",
    "30 มิย 68",
    "30 มิ. ย. 2568",
    "30มิ.ย.68",
    "30-มิ.ย.-68",
    "30-มิ.ย.-2568",
    "30 มิถุนายน 2568",
    "30 มิถุนา 2568",
    "30 มิถุนายน พ.ศ. 2568",
    "30 มิถุนายน พ.ศ.2568",
    "30 มิ.ย. พศ 2568",
    "30 มิ.ย. ปี 2568",
    "30 มิถุนายน พุทธศักราช 2568",
    "30 เดือน 6 ปี พ.ศ. 2568",
    "๓๐ มิถุนายน ๒๕๖๘",
    "๓๐ มิ.ย. ๒๕๖๘",
    "๓๐/๖/๖๘",
    "๓0/6/๒๕68",
    "วันที่ 30 เดือน มิถุนายน พ.ศ. 2568",
    "วันที่ ๓๐ เดือนมิถุนายน พ.ศ. ๒๕๖๘",
    "วันจันทร์ที่ 30 มิถุนายน 2568",
    "จันทร์ที่ 30 มิถุนายน 2568",
    "เมื่อวันที่ 30/6/2568",
    "2568-06-30",
    "2568/6/30",
    "2568-06-30 00:00:00",
    "30/6/2568 13:45 น.",
    "300668",
    "30062568",
    "25680630",
    "\ufeff30\u00a0มิ.ย.\u00a02568\u200b",
    " 30 มิ.ย.\n2568 ",
]


@pytest.mark.parametrize("text", STYLES)
def test_read_thai_date_when_style_is_known_then_same_day(text: str) -> None:
    assert read_thai_date(text) == (DAY, None)
    assert read_thai_date(text, latest=TODAY) == (DAY, None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "DATE_EMPTY"),
        (" \u200b\u00a0 ", "DATE_EMPTY"),
        ("-", "DATE_UNREADABLE"),
        ("ไม่ทราบ", "DATE_UNREADABLE"),
        ("2568", "DATE_UNREADABLE"),
        ("มิ.ย. 2568", "DATE_UNREADABLE"),
        ("30 มิ.ย.", "DATE_UNREADABLE"),
        ("30/6", "DATE_UNREADABLE"),
        ("30/6/8", "DATE_UNREADABLE"),
        ("30/6/568", "DATE_UNREADABLE"),
        ("30/6/25688", "DATE_UNREADABLE"),
        ("3062568", "DATE_UNREADABLE"),
        ("30 กบ 2568", "DATE_UNREADABLE"),
        ("30 มิ.ย. 68 และ 1 ก.ค. 68", "DATE_UNREADABLE"),
        ("ตาย 28 เม.ย. 67", "DATE_UNREADABLE"),
        ("31/4/2568", "DATE_NO_SUCH_DAY"),
        ("0/4/2568", "DATE_NO_SUCH_DAY"),
        ("6/30/2568", "DATE_NO_SUCH_DAY"),
        ("29 ก.พ. 2568", "DATE_NO_SUCH_DAY"),
        ("29/2/68", "DATE_NO_SUCH_DAY"),
        ("30/6/2300", "DATE_YEAR_UNCLEAR"),
        ("30/6/2399", "DATE_YEAR_UNCLEAR"),
        ("30/6/0068", "DATE_YEAR_UNCLEAR"),
        ("30/6/5268", "DATE_YEAR_UNCLEAR"),
        ("30 มิ.ย. พ.ศ. 2025", "DATE_YEAR_UNCLEAR"),
        ("30 มิ.ย. ค.ศ. 2568", "DATE_YEAR_UNCLEAR"),
        ("30 มิ.ย. ค.ศ. 68", "DATE_YEAR_UNCLEAR"),
        ("15 ก.พ. 2483", "DATE_NEVER_EXISTED"),
        ("31/3/2483", "DATE_NEVER_EXISTED"),
    ],
)
def test_read_thai_date_when_no_day_is_certain_then_says_why(text: str, code: str) -> None:
    assert read_thai_date(text) == (None, code)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("29 ก.พ. 2567", date(2024, 2, 29)),
        ("31/3/2482", date(1940, 3, 31)),
        ("1/4/2482", date(1939, 4, 1)),
        ("1/4/2483", date(1940, 4, 1)),
        ("31/12/2483", date(1940, 12, 31)),
        ("1/1/2484", date(1941, 1, 1)),
        ("22/1/2479", date(1937, 1, 22)),
        ("1/4/2400", date(1857, 4, 1)),
    ],
)
def test_read_thai_date_around_the_old_new_year(text: str, value: date) -> None:
    assert read_thai_date(text) == (value, None)


@pytest.mark.parametrize("text", ["30/6/2025", "2025-06-30", "30062025", "30 มิ.ย. ค.ศ. 2025", "30 มิ.ย. 2025"])
def test_read_thai_date_when_year_is_ce_then_value_and_code(text: str) -> None:
    assert read_thai_date(text, latest=TODAY) == (DAY, "DATE_CE_YEAR")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("22/3/77", date(1934 + 1, 3, 22)),
        ("22/7/77", date(1934, 7, 22)),
        ("5 มี.ค. 86", date(1943, 3, 5)),
        ("20/11/69", TODAY),
        ("21/11/69", date(1926, 11, 21)),
        ("29/2/87", date(1944, 2, 29)),
        ("1/1/00", date(1957, 1, 1)),
    ],
)
def test_read_thai_date_when_two_digits_would_be_future_then_last_century(text: str, value: date) -> None:
    assert read_thai_date(text, latest=TODAY) == (value, None)


def test_read_thai_date_when_last_century_is_too_early_then_future() -> None:
    assert read_thai_date("21/11/69", latest=TODAY, earliest=date(2005, 1, 1)) == (None, "DATE_FUTURE")
    assert read_thai_date("20/11/69", latest=TODAY, earliest=date(2005, 1, 1)) == (TODAY, None)
    assert read_thai_date("22/7/77", latest=TODAY, earliest=date(1900, 1, 1)) == (date(1934, 7, 22), None)


@pytest.mark.parametrize("text", ["21/11/2569", "1 ม.ค. 2570", "21/11/2026", "30/6/5268"])
def test_read_thai_date_when_later_than_latest_then_future(text: str) -> None:
    assert read_thai_date(text, latest=TODAY) == (None, "DATE_FUTURE")


@given(any_text, st.sampled_from([None, TODAY]))
def test_read_thai_date_when_hostile_then_never_raises(text: str, latest: date | None) -> None:
    reading = read_thai_date(text, latest=latest)
    assert reading.code in CODES
    assert (reading.value is None) == (reading.code not in {None, "DATE_CE_YEAR"})


def test_every_hostile_text_reads_as_no_date() -> None:
    for text in HOSTILE:
        assert read_thai_date(text).value is None
        with pytest.raises(ValueError, match=r"^DATE_"):
            parse_civil_date(text)


@given(st.dates(date(1857, 4, 1), date(2026, 11, 20)), st.booleans())
def test_numbers_of_any_day_read_back(day: date, thai: bool) -> None:
    be = day.year + (542 if day.year < 1941 and day.month < 4 else 543)
    for text in (f"{day.day}/{day.month}/{be}", f"{day:%d-%m}-{be}", f"{be}-{day:%m-%d}", f"{day:%d%m}{be}"):
        assert read_thai_date(to_thai(text) if thai else text, latest=TODAY) == (day, None)


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        (datetime.combine(date(2516, 9, 6), time()), date(1973, 9, 6), None),
        (date(2479, 1, 22), date(1937, 1, 22), None),
        (date(2400, 5, 1), date(1857, 5, 1), None),
        (datetime.combine(date(1973, 9, 6), time(12, 30)), date(1973, 9, 6), None),
        (date(2568, 2, 29), None, "DATE_NO_SUCH_DAY"),
        (date(2483, 2, 1), None, "DATE_NEVER_EXISTED"),
        (date(2300, 1, 1), None, "DATE_YEAR_UNCLEAR"),
    ],
)
def test_read_cell_date_when_year_is_buddhist_then_mended(
    cell: date, value: date | None, code: str | None
) -> None:
    reading = read_cell_date(cell)
    assert reading == (value, code)
    assert not isinstance(reading.value, datetime)


@pytest.mark.parametrize(
    "text", ["2569-11-05", "2026-11-05", "5/11/2569", "5/11/2026", "๕ พ.ย. ๒๕๖๙", "5/11/69"]
)
def test_parse_civil_date_takes_both_eras(text: str) -> None:
    assert parse_civil_date(text) == date(2026, 11, 5)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "DATE_EMPTY"),
        ("yesterday", "DATE_UNREADABLE"),
        ("2569-02-30", "DATE_NO_SUCH_DAY"),
        ("2300-02-01", "DATE_YEAR_UNCLEAR"),
        ("2483-02-01", "DATE_NEVER_EXISTED"),
    ],
)
def test_parse_civil_date_when_no_day_then_value_error_with_code(text: str, code: str) -> None:
    with pytest.raises(ValueError, match=rf"^{code}$"):
        parse_civil_date(text)


def test_every_date_of_a_register_kept_for_years_reads_as_its_keeper_meant(data: Path) -> None:
    truth = json.loads((data / "registers" / "messy.truth.json").read_text(encoding="utf-8"))["members"]
    sheet = openpyxl.load_workbook(data / "registers" / "messy.xlsx").worksheets[0]
    read = 0
    for member in truth:
        for column, field in (("E", "birth_date"), ("H", "joined_on")):
            cell = sheet[f"{column}{member['_row']}"].value
            reading = (
                read_cell_date(cell) if isinstance(cell, date) else read_thai_date(str(cell), latest=TODAY)
            )
            assert (reading.value.isoformat() if reading.value else None) == member[field], cell
            assert reading.code == (None if member[field] else "DATE_NO_SUCH_DAY"), cell
            read += 1
    assert read == 2 * len(truth) == 520
