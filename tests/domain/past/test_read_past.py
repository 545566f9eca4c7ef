"""An old list of benefits: its columns by their Thai heads, its days and years, and what cannot be read."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangfund.domain.past.read_past import read_past, told_amount, told_units, told_year
from wangfund.domain.past.told import PastTold
from wangfund.domain.register.grid import Cell, Sheet

TODAY = date(2026, 11, 20)
HEAD: tuple[Cell, ...] = ("เลขที่สมาชิก", "เรื่อง", "วันที่", "ปี", "จำนวนเงิน (บาท)", "คืน", "เหตุ", "หมายเหตุ")


def rows(*cells: tuple[Cell, ...], head: tuple[Cell, ...] = HEAD) -> tuple[PastTold, ...]:
    title: tuple[Cell, ...] = ("สวัสดิการที่จ่ายไปแล้ว", *(None for _ in head[1:]))
    return read_past([Sheet("เก่า", (title, head, *cells))], TODAY).rows


def codes(told: PastTold) -> list[str]:
    return [finding.code for finding in told.findings]


def test_row_is_read_by_its_heads_wherever_the_columns_stand() -> None:
    (told,) = rows((1, "นอนโรงพยาบาล", "5 ก.พ. 68", None, "300.-", "๓ คืน", None, "สมุดเล่ม 2"))
    assert (told.member_no, told.benefit, told.event, told.year) == (
        "0001",
        "นอนโรงพยาบาล",
        date(2025, 2, 5),
        2025,
    )
    assert (told.gross_satang, told.units, told.note, told.row, told.findings) == (
        30_000,
        3,
        "สมุดเล่ม 2",
        3,
        (),
    )
    turned = rows((300, "นอนโรงพยาบาล", 1, 2568), head=("จำนวนเงิน", "สวัสดิการ", "เลขสมาชิก", "ปี พ.ศ."))
    assert (turned[0].member_no, turned[0].event, turned[0].year) == ("0001", None, 2025)


@pytest.mark.parametrize(
    ("day", "year", "event", "found"),
    [
        (datetime(2025, 2, 5), None, date(2025, 2, 5), 2025),  # noqa: DTZ001
        (date(2568, 2, 5), None, date(2025, 2, 5), 2025),
        ("5/2/2568", "2568", date(2025, 2, 5), 2025),
        (2568, None, None, 2025),
        ("ปี 2568", None, None, 2025),
        (None, "พ.ศ. ๒๕๖๘", None, 2025),
        ("ไม่ทราบ", 2025, None, 2025),
    ],
)
def test_day_or_year_is_read_in_many_styles(
    day: Cell, year: Cell, event: date | None, found: int | None
) -> None:
    (told,) = rows((1, "HOSP", day, year, 300, 3, None, None))
    assert (told.event, told.year, told.findings) == (event, found, ())


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ((1, "HOSP", "31/2/2568", None, 300, 3), "DATE_NO_SUCH_DAY"),
        ((1, "HOSP", "5/2/2570", None, 300, 3), "DATE_FUTURE"),
        ((1, "HOSP", "ก่อนสงกรานต์", None, 300, 3), "DATE_UNREADABLE"),
        ((1, "HOSP", "5/2/2568", 2567, 300, 3), "PAST_YEAR_DIFFERS"),
        ((1, "HOSP", 2568, 2567, 300, 3), "PAST_YEAR_DIFFERS"),
        ((1, "HOSP", None, 68, 300, 3), "PAST_YEAR_UNREADABLE"),
        ((1, "HOSP", None, "2568?", 300, 3), "PAST_YEAR_UNREADABLE"),
        ((1, "HOSP", None, 2568, -300, 3), "PAST_AMOUNT_UNREADABLE"),
        ((1, "HOSP", None, 2568, None, 3), "PAST_AMOUNT_UNREADABLE"),
        ((1, "HOSP", None, 2568, 1e300, 3), "PAST_AMOUNT_UNREADABLE"),
        ((1, "HOSP", None, 2568, 10_000_001, 3), "PAST_AMOUNT_UNREADABLE"),
        ((1, "HOSP", None, 2568, True, 3), "PAST_AMOUNT_UNREADABLE"),
        ((1, "HOSP", None, 2568, 300, "สาม"), "PAST_UNITS_UNREADABLE"),
        ((1, "HOSP", None, 2568, 300, 2.5), "PAST_UNITS_UNREADABLE"),
        ((1, "HOSP", None, 2568, 300, -3), "PAST_UNITS_UNREADABLE"),
        ((1, "HOSP", None, 2568, 300, 10**9), "PAST_UNITS_UNREADABLE"),
    ],
)
def test_what_cannot_be_read_holds_its_row_with_its_code(cells: tuple[Cell, ...], code: str) -> None:
    (told,) = rows((*cells, None, None))
    assert codes(told) == [code]


def test_totals_blank_rows_and_hidden_sheets_are_no_rows() -> None:
    found = rows(
        (1, "HOSP", None, 2568, 300, 3, None, None),
        (None,) * 8,
        ("รวม", None, None, None, 300, None, None, None),
        ("-", "-", None, None, None, None, None, None),
    )
    assert len(found) == 1
    hidden = Sheet("ซ่อน", (HEAD, (1, "HOSP", None, 2568, 300, 3, None, None)), hidden=True)
    assert [finding.code for finding in read_past([hidden], TODAY).findings] == ["PAST_TABLE_NOT_FOUND"]


def test_row_without_a_member_or_a_benefit_is_not_passed_over() -> None:
    found = rows((None, "HOSP", None, 2568, 300, 3, None, None), (1, None, None, 2568, 300, 3, None, None))
    assert [(told.member_no, told.benefit) for told in found] == [("", "HOSP"), ("0001", "")]


def test_list_without_the_heads_is_said_so() -> None:
    reading = read_past([Sheet("ทะเบียน", (("ชื่อ", "นามสกุล"), ("ก", "ข")))], TODAY)
    assert (reading.rows, [finding.code for finding in reading.findings]) == ((), ["PAST_TABLE_NOT_FOUND"])


_CELLS = st.one_of(
    st.none(), st.text(max_size=12), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes()
)


@given(st.lists(st.tuples(*[_CELLS] * 8), max_size=6))
def test_any_cells_at_all_are_read_without_failing_and_nothing_comes_out_beyond_sense(
    cells: list[tuple[Cell, ...]],
) -> None:
    for told in rows(*cells):
        assert told.gross_satang is None or 0 <= told.gross_satang <= 10**9
        assert told.units is None or 0 <= told.units <= 1000
        assert told.event is None or (told.event <= TODAY and told.year == told.event.year)
        assert (told.gross_satang is None) == ("PAST_AMOUNT_UNREADABLE" in codes(told))


@given(st.text())
def test_single_words_never_fail(text: str) -> None:
    assert told_year(text) is None or 1900 < (told_year(text) or 0) < 2500
    assert told_amount(text) is None or (told_amount(text) or 0) >= 0
    assert told_units(text) is None or (told_units(text) or 0) >= 0
