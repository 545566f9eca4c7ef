"""The month's workbook says what the pack says, to the satang, and its formulas find what was changed."""

from __future__ import annotations

import re
import tempfile
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.packs import DAY, drawn
from tests.documents.read_back import HOSTILE, Reckoner, opened, rows_of, satang, sheet_of
from wangfund.documents.month_xlsx import render
from wangfund.documents.workbook.cells import DAY_FORMAT, Baht, decimal_text
from wangfund.documents.workbook.ranges import sum_of
from wangfund.documents.workbook.safe_text import safe_text, text_width
from wangfund.documents.workbook.workbook import Book
from wangfund.domain.papers.month_pack import BenefitPaid, MonthPack
from wangfund.text.accounts import account_name
from wangfund.text.terms import pool_name
from wangfund.thai.dates import short_date

SHEETS = [
    "งบเดือน", "สวัสดิการที่จ่าย", "สมาชิกเข้าออก", "ค้างรายหมู่", "คำขอรอ", "ยกเลิก", "สิบสองเดือน", "ตรวจยอด",
]  # fmt: skip
LISTS_BEGIN = 6


@pytest.fixture(params=["sealed", "draft", "empty"])
def pack(request: pytest.FixtureRequest) -> MonthPack:
    sealed, draft, _ = drawn()
    if request.param == "empty":
        return replace(
            draft,
            receipts=(),
            benefits=(),
            expenses=(),
            paid=(),
            moves=(),
            arrears=(),
            opening_year_satang=draft.closing_satang,
            opening_month_satang=draft.closing_satang,
        )
    return sealed if request.param == "sealed" else draft


@pytest.fixture
def path(pack: MonthPack, tmp_path: Path) -> Path:
    render(pack, tmp_path / "m.xlsx", DAY)
    return tmp_path / "m.xlsx"


def test_month_workbook_has_its_sheets_in_order(path: Path) -> None:
    assert opened(path).sheetnames == SHEETS


def test_statement_has_every_figure_of_the_pack_to_the_satang(pack: MonthPack, path: Path) -> None:
    rows = [row for row in rows_of(path, "งบเดือน") if isinstance(row[0], str)]
    said = [(str(row[0]), satang(row[2]), satang(row[4])) for row in rows if _numbers(row, 2, 4)]
    lines = [
        (account_name(line.account, line.name), line.month_satang, line.year_satang)
        for line in (*pack.receipts, *pack.benefits, *pack.expenses)
    ]
    totals = [
        ("ยอดยกมา", pack.opening_month_satang, pack.opening_year_satang),
        ("รวมรับ", pack.received_month_satang, pack.received_year_satang),
        ("รวมจ่าย", pack.paid_month_satang, pack.paid_year_satang),
        (f"ยอดยกไป {short_date(pack.month.last_day)}", pack.closing_satang, pack.closing_satang),
    ]
    assert [want for want in (*lines, *totals) if want not in said] == []
    pools = [
        (pool_name(p.pool), p.opening_satang, p.received_satang, p.paid_satang, p.closing_satang)
        for p in pack.pools
    ]
    assert pools == [
        (row[0], *(satang(v) for v in row[1:5])) for row in rows if row[0] in {p[0] for p in pools}
    ]
    places = {row[0]: row[2] for row in rows}
    for place in pack.places:
        assert satang(places[account_name(place.account, place.name)]) == place.satang


def test_statement_counts_cases_beside_the_money(tmp_path: Path) -> None:
    sealed, *_ = drawn()
    render(sealed, tmp_path / "m.xlsx", DAY)
    (line,) = [row for row in rows_of(tmp_path / "m.xlsx", "งบเดือน") if row[0] == "เจ็บป่วย/รักษาพยาบาล"]
    assert line[1:5] == [2, 500, 2, 500]
    (total,) = [row for row in rows_of(tmp_path / "m.xlsx", "งบเดือน") if row[0] == "รวมสวัสดิการ"]
    assert total[1:5] == [3, 15500, 3, 15500]


def test_benefit_list_has_every_payment_with_a_true_date_and_its_words(pack: MonthPack, path: Path) -> None:
    rows = rows_of(path, "สวัสดิการที่จ่าย")[LISTS_BEGIN - 1 :]
    want = [
        [p.date, short_date(p.date), p.voucher_number, p.member_no, p.name, p.moo, p.benefit_name, p.units]
        for p in pack.paid
    ]
    assert [row[:8] for row in rows[: len(want)]] == want
    money = [[satang(v) for v in row[8:11]] for row in rows[: len(want)]]
    assert money == [[p.gross_satang, p.setoff_satang, p.net_satang] for p in pack.paid]
    assert [satang(v) for v in rows[max(1, len(want))][8:11]] == [
        sum(p.gross_satang for p in pack.paid),
        sum(p.setoff_satang for p in pack.paid),
        sum(p.net_satang for p in pack.paid),
    ]


def test_other_lists_have_every_row(pack: MonthPack, path: Path) -> None:
    def body(name: str, count: int) -> list[list[object]]:
        return rows_of(path, name)[LISTS_BEGIN - 1 :][:count]

    moves = body("สมาชิกเข้าออก", len(pack.moves))
    assert [row[:5] for row in moves] == [
        [m.date, short_date(m.date), m.member_no, m.name, m.moo] for m in pack.moves
    ]
    arrears = body("ค้างรายหมู่", len(pack.arrears))
    assert [[*row[:8], satang(row[8])] for row in arrears] == [
        [
            v.moo, v.village, v.members, v.owing, v.suspended, v.lapsed, v.unknown, v.owed_months, v.owed_satang,
        ]
        for v in pack.arrears
    ]  # fmt: skip
    waiting = body("คำขอรอ", len(pack.waiting))
    assert [(row[1], row[4], row[6], satang(row[9])) for row in waiting] == [
        (w.member_no, w.event_on, w.claimed_on, w.net_satang) for w in pack.waiting
    ]
    voids = body("ยกเลิก", len(pack.voids))
    assert [(row[1], row[2], row[5], satang(row[6]), row[7]) for row in voids] == [
        (str(v.fiscal_year + 543), v.number, v.who, v.amount_satang, v.reason) for v in pack.voids
    ]
    bars = body("สิบสองเดือน", len(pack.bars))
    assert [(row[0], satang(row[2]), satang(row[3])) for row in bars] == [
        (b.month.first_day, b.received_satang, b.paid_satang) for b in pack.bars
    ]
    footings = body("ตรวจยอด", len(pack.footings))
    assert [(satang(row[1]), satang(row[2])) for row in footings] == [
        (f.left_satang, f.right_satang) for f in pack.footings
    ]


def test_dates_show_the_buddhist_year_and_stay_dates(tmp_path: Path) -> None:
    sealed, *_ = drawn()
    render(sealed, tmp_path / "m.xlsx", DAY)
    cell = sheet_of(opened(tmp_path / "m.xlsx"), "สวัสดิการที่จ่าย")["A6"]
    assert (cell.is_date, cell.number_format) == (True, DAY_FORMAT)


def test_formulas_computed_anew_equal_what_is_stored_and_find_nothing(path: Path) -> None:
    reckoner, stored = Reckoner(path), opened(path)
    results = reckoner.results()
    assert len(results) > 25
    for (sheet, at), result in results.items():
        assert satang(sheet_of(stored, sheet)[at].value) == result
    checks = {at: r for at, r in results.items() if reckoner.formulas()[at].startswith("ROUND(")}
    assert len(results) - len(checks) == 4
    assert {at: r for at, r in checks.items() if r} == {}


def test_every_total_of_the_statement_is_added_again_by_a_formula(tmp_path: Path) -> None:
    sealed, *_ = drawn()
    render(sealed, tmp_path / "m.xlsx", DAY)
    formulas = Reckoner(tmp_path / "m.xlsx").formulas()
    assert formulas["งบเดือน", "F12"] == "ROUND(SUM(C8:C11)-C12,2)"
    assert formulas["งบเดือน", "G12"] == "ROUND(SUM(E8:E11)-E12,2)"


@pytest.mark.parametrize("cell", ["C6", "C8", "C9", "E10", "C14", "E18", "C22"])
def test_a_figure_changed_by_hand_shows_in_a_check(cell: str, tmp_path: Path) -> None:
    sealed, *_ = drawn()
    render(sealed, tmp_path / "m.xlsx", DAY)
    assert sheet_of(opened(tmp_path / "m.xlsx"), "งบเดือน")[cell].value is not None
    changed = Reckoner(tmp_path / "m.xlsx", {("งบเดือน", cell): 123456.78})
    found = [at for at, r in changed.results().items() if r and changed.formulas()[at].startswith("ROUND(")]
    assert found


def test_a_pack_that_does_not_foot_is_shown_as_it_is(tmp_path: Path) -> None:
    sealed, *_ = drawn()
    render(replace(sealed, closing_satang=sealed.closing_satang + 1), tmp_path / "m.xlsx", DAY)
    results = Reckoner(tmp_path / "m.xlsx").results()
    assert -1 in results.values()
    stored = opened(tmp_path / "m.xlsx")
    assert {at: satang(sheet_of(stored, at[0])[at[1]].value) for at in results} == results


def test_sealed_month_carries_its_fingerprint_and_draft_says_so(tmp_path: Path) -> None:
    sealed, draft, _ = drawn()
    render(sealed, tmp_path / "s.xlsx", DAY)
    render(draft, tmp_path / "d.xlsx", DAY)
    for name in SHEETS:
        assert sealed.fingerprint in str(rows_of(tmp_path / "s.xlsx", name)[2][0])
        assert "ร่าง" in str(rows_of(tmp_path / "d.xlsx", name)[2][0])


def test_sheets_print_on_a4_as_wide_as_the_paper_with_head_and_page_number(tmp_path: Path) -> None:
    sealed, *_ = drawn()
    render(sealed, tmp_path / "m.xlsx", DAY)
    for sheet in opened(tmp_path / "m.xlsx").worksheets:
        assert sheet.page_setup.paperSize == 9
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$5:$5"
        assert sheet.freeze_panes == "A6"
        assert sheet.oddFooter is not None
        assert sheet.oddFooter.center.text == "หน้า &P/&N"
        warned = sheet.oddFooter.left.text == "มีชื่อสมาชิก ห้ามติดประกาศ"
        assert warned is (sheet.title in {"สวัสดิการที่จ่าย", "สมาชิกเข้าออก", "คำขอรอ", "ยกเลิก"})
        assert all((sheet.row_dimensions[row].height or 0) >= 22 for row in range(5, sheet.max_row - 8, 50))


def test_columns_are_wide_enough_for_every_figure(path: Path) -> None:
    for sheet in opened(path).worksheets:
        for row in sheet.iter_rows(min_row=6):
            for cell in row:
                if isinstance(cell.value, float):
                    assert sheet.column_dimensions[cell.column_letter].width >= len(f"{cell.value:,.2f}") + 1


def test_same_month_gives_the_same_bytes_without_the_machines_clock(pack: MonthPack, tmp_path: Path) -> None:
    render(pack, tmp_path / "a.xlsx", DAY)
    render(pack, tmp_path / "b.xlsx", DAY)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.xlsx") as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        stamps = re.findall(rb">(\d{4}-\d\d-\d\dT[^<]*)<", package.read("docProps/core.xml"))
    assert stamps == [b"2026-12-03T00:00:00Z"] * 2


def test_names_that_look_like_formulas_stay_text(tmp_path: Path) -> None:
    sealed, *_ = drawn()
    paid = tuple(
        BenefitPaid(n, date(2026, 11, 1), text, text, 1, "HOSP", text, 1, 100, 0, 100)
        for n, text in enumerate(HOSTILE, 1)
    )
    hostile = '=1+1&P"'
    head = replace(sealed.head, name=hostile)
    render(replace(sealed, paid=paid, head=head, resolution=hostile), tmp_path / "m.xlsx", DAY)
    sheet = sheet_of(opened(tmp_path / "m.xlsx", results=False), "สวัสดิการที่จ่าย")
    for n, text in enumerate(HOSTILE):
        cells = [sheet.cell(LISTS_BEGIN + n, column) for column in (4, 5, 7)]
        assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
        assert {cell.value for cell in cells} == {safe_text(text) or None}
        assert all(
            bool(cell.quotePrefix) is safe_text(text).startswith(("=", "+", "-", "@")) for cell in cells
        )
    assert sheet["A1"].data_type != "f"
    assert [row[4] for row in rows_of(tmp_path / "m.xlsx", "สวัสดิการที่จ่าย")[LISTS_BEGIN - 1 :]][:3] == [
        *HOSTILE[:3]
    ]


@settings(max_examples=25)
@given(st.lists(st.integers(-(10**13), 10**13), min_size=1, max_size=30))
def test_any_amount_reads_back_to_the_satang(amounts: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "b.xlsx"
        book = Book("t", "a", DAY)
        sheet = book.sheet("s")
        for amount in amounts:
            sheet.row([Baht(amount)])
        book.save(path)
        assert [satang(row[0]) for row in rows_of(path, "s")] == amounts
        with zipfile.ZipFile(path) as package:
            stored = re.findall(rb"<v>([^<]*)</v>", package.read("xl/worksheets/sheet1.xml"))
        assert stored == [decimal_text(amount).encode() for amount in amounts]


@given(st.text())
def test_safe_text_is_one_line_and_settled(text: str) -> None:
    safe = safe_text(text)
    assert safe_text(safe) == safe
    assert safe.splitlines() in ([], [safe])
    safe.encode()


def test_thai_marks_take_no_width() -> None:
    assert text_width("ก็ที่นั้น") == 4
    assert text_width("น้ำ") == 2


def test_sum_of_no_rows_is_nothing() -> None:
    assert sum_of(range(7, 7), 2) == "0"
    assert sum_of(range(7, 9), 2, "งบ เดือน") == "SUM('งบ เดือน'!C7:C8)"


def _numbers(row: list[object], *at: int) -> bool:
    return all(isinstance(row[i], float) for i in at)


def test_long_words_wrap_into_rows_a_spreadsheet_accepts(tmp_path: Path) -> None:
    sealed, *_ = drawn()
    (first, *_) = sealed.moves
    moves = tuple(replace(first, name="ก" * length) for length in (10, 100, 100_000))
    render(replace(sealed, moves=moves), tmp_path / "m.xlsx", DAY)
    sheet = sheet_of(opened(tmp_path / "m.xlsx"), "สมาชิกเข้าออก")
    heights = [sheet.row_dimensions[LISTS_BEGIN + n].height or 0 for n in range(3)]
    assert heights[0] == 22
    assert heights[1] == 66
    assert heights[2] < 409
    assert sheet.column_dimensions["D"].width < 60
