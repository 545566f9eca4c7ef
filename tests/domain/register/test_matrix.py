from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.register.truth import sheets_of, truth_of
from tests.domain.rulebook.nasuk import NASUK
from wangfund.domain.register.coverage import coverage_from_matrix
from wangfund.domain.register.grid import Cell, Sheet
from wangfund.domain.register.matrix import read_matrix
from wangfund.thai.period import Period

MONTHS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")


def matrix(*rows: tuple[Cell, ...], title: str = "ประจำปี 2568", heads: tuple[str, ...] = MONTHS) -> Sheet:
    head: tuple[Cell, ...] = ("ที่", "เลขสมาชิก", "ชื่อ-สกุล", *heads, "รวม")
    width = len(head)
    lines = ((title,), head, *rows)
    return Sheet("เงินสมทบ", tuple((*line, *(None,) * (width - len(line))) for line in lines))


def months(**paid: Cell) -> tuple[Cell, ...]:
    return tuple(paid.get(f"m{number}") for number in range(1, 13))


def test_matrix_when_read_then_every_member_equals_the_truth() -> None:
    reading = read_matrix(sheets_of("matrix"), 2025)
    truth = truth_of("matrix")["members"]
    assert not reading.findings
    assert len(reading.rows) == len(truth) == 180
    for row, expected in zip(reading.rows, truth, strict=True):
        assert row.member_no == expected["member_no"]
        assert {str(month): satang // 100 for month, satang in row.paid.items()} == expected["paid"]
        assert row.total_satang == expected["total"] * 100
        assert not row.findings


def test_matrix_when_the_year_is_another_then_it_is_told() -> None:
    reading = read_matrix(sheets_of("matrix"), 2024)
    assert [(each.code, each.values["year"]) for each in reading.findings] == [("MATRIX_YEAR_DIFFERS", 2568)]


def test_matrix_when_a_cell_is_no_money_then_the_row_waits() -> None:
    sheet = matrix(
        (1, "0001", "นายสมชาย ใจดี", *months(m1="จ่ายแล้ว", m2=30)),
        (2, "0002", "นางมาลี ศรีสุข", *months(m3=-30)),
        (3, "0003", "นางปราณี มั่นคง", *months(m1="๓๐", m2="30.00", m3=30.5, m4="-"), 90.5),
        (4, None, "นายไม่มีเลข", *months(m1=30)),
        (5, "0003", "นางปราณี มั่นคง", *months(m1=30)),
        (6, "0006", "นายวิชัย ทองคำ", *months(m1=30), 60),
        (None, None, "รวม", *months(m1=120)),
    )
    rows = read_matrix((sheet,), 2025).rows
    assert [[each.code for each in row.findings] for row in rows] == [
        ["MATRIX_AMOUNT_UNREADABLE"],
        ["MATRIX_AMOUNT_UNREADABLE"],
        [],
        ["MATRIX_MEMBER_MISSING"],
        ["MATRIX_MEMBER_TWICE"],
        ["MATRIX_TOTAL_DIFFERS"],
    ]
    assert rows[2].paid == {1: 3000, 2: 3000, 3: 3050}
    assert rows[0].findings[0].values["column"] == "D"
    assert [row.on_hold for row in rows] == [True, True, False, True, True, False]


def test_matrix_when_months_run_from_october_then_it_waits() -> None:
    sheet = matrix((1, "0001", "นายสมชาย ใจดี", *months(m1=30)), heads=(*MONTHS[9:], *MONTHS[:9]))
    assert "MATRIX_FISCAL_ORDER" in {each.code for each in read_matrix((sheet,), 2025).findings}


def test_matrix_when_months_are_numbers_or_full_names_then_they_are_known() -> None:
    full = ("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน")
    sheet = matrix((1, "1", "นายสมชาย ใจดี", 30), heads=(*full, "ตุลาคม 68", "พฤศจิกายน68", "ธันวาคม 2568"))
    assert read_matrix((sheet,), 2025).rows[0].paid == {1: 3000}
    plain = matrix((1, "1", "นายสมชาย ใจดี", 30))
    numbered = replace(plain, rows=(plain.rows[0], (*plain.rows[1][:3], *range(1, 13), "รวม"), plain.rows[2]))
    assert read_matrix((numbered,), 2025).rows[0].paid == {1: 3000}


def test_matrix_when_no_months_are_found_then_it_says_so() -> None:
    assert [each.code for each in read_matrix(sheets_of("clean"), 2025).findings] == ["MATRIX_NOT_FOUND"]


def test_coverage_when_paid_late_then_the_oldest_month_is_covered_first() -> None:
    read = coverage_from_matrix({3: 3000, 5: 6000}, NASUK.contribution, 2025)
    assert [(each.first.iso, each.last.iso, each.paid_in.iso) for each in read.ranges] == [
        ("2025-01", "2025-01", "2025-03"),
        ("2025-02", "2025-03", "2025-05"),
    ]
    assert read.credit_satang == 0
    assert read.paid_through == Period(2025, 3)


def test_coverage_when_yearly_then_twelve_months_from_the_first_uncovered() -> None:
    read = coverage_from_matrix({2: 36500}, NASUK.contribution, 2025, Period(2025, 4))
    assert [(each.first.iso, each.last.iso) for each in read.ranges] == [("2025-04", "2026-03")]


def test_coverage_when_paid_in_parts_then_credit_completes_a_month() -> None:
    read = coverage_from_matrix({1: 2000, 2: 1000, 3: 500}, NASUK.contribution, 2025)
    assert [(each.first.iso, each.paid_in.iso) for each in read.ranges] == [("2025-01", "2025-02")]
    assert read.credit_satang == 500
    assert [each.code for each in read.findings] == ["COVERAGE_PART_PAYMENT", "COVERAGE_PART_PAYMENT"]


def test_coverage_when_nothing_was_paid_then_nothing_is_covered() -> None:
    read = coverage_from_matrix({}, NASUK.contribution, 2025)
    assert read.paid_through is None


@given(st.dictionaries(st.integers(1, 12), st.integers(1, 800).map(lambda baht: baht * 100), max_size=12))
def test_coverage_when_any_money_came_then_months_have_no_holes_and_no_satang_is_lost(
    paid: dict[int, int],
) -> None:
    read = coverage_from_matrix(paid, NASUK.contribution, 2025)
    following = Period(2025, 1)
    for each in read.ranges:
        assert each.first == following
        assert each.last >= each.first
        following = each.last.plus(1)
    months = Period(2025, 1).months_until(following)
    assert 0 <= read.credit_satang < 3000
    # The dearest month costs 365/12 baht and the cheapest 30.
    money = sum(paid.values()) - read.credit_satang
    assert months * 3000 <= money <= months * 36500 / 12 + 0.01
