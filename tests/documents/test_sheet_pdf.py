"""Collection sheets: every name and number, totals carried from page to page, room for a hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.paper_checks import bare, ink_outside, overlapping, page_texts, unembedded
from tests.documents.paper_samples import HOSTILE, MADE_ON, name, sheet
from wangfund.documents import sheet_pdf
from wangfund.domain.papers.collection_sheet import CollectionSheet

_LONG = "นางสาวกมลวรรณรัตนาภรณ์กุลธิดา พงษ์พิพัฒน์วรกุลไพศาลสกุล"


def _render(tmp_path: Path, *sheets: CollectionSheet) -> bytes:
    path = tmp_path / "sheets.pdf"
    sheet_pdf.render(sheets, path, MADE_ON)
    return path.read_bytes()


def test_sheet_says_whose_it_is_and_counts_its_pages(tmp_path: Path) -> None:
    texts = page_texts(_render(tmp_path, sheet()))
    assert len(texts) == 2
    for number, text in enumerate(texts, 1):
        for words in (
            "ใบเก็บเงินสมทบ หมู่ 9 บ้านคลองญวน",
            "ผู้เก็บ นายพิชิต ปั้นทอง",
            "ตุลาคม 2569",
            "รอบที่ 10/2569 หมู่ 9 · ทั้งใบ 38 คน ต้องเก็บ 1,940 บาท",
            f"หน้า {number}/2",
        ):
            assert words in text, words


def test_totals_are_of_the_page_and_carried(tmp_path: Path) -> None:
    made = sheet()
    first, last = (bare(text) for text in page_texts(_render(tmp_path, made)))
    upper = sum(row.total_satang for row in made.rows[:20]) // 100
    lower = sum(row.total_satang for row in made.rows[20:]) // 100
    assert bare(f"รวมหน้านี้ 20 คน 260 750 {upper:,}") in first
    assert "ยกมา" not in first
    assert bare(f"รวมหน้านี้ 18 คน 270 660 {lower:,}") in last
    assert bare(f"ยกมาจากหน้าก่อน 20 คน 260 750 {upper:,}") in last
    assert bare(f"รวมทั้งใบ 38 คน 530 1,410 {upper + lower:,}") in last


def test_cash_is_counted_once_on_the_first_page(tmp_path: Path) -> None:
    first, last = page_texts(_render(tmp_path, sheet()))
    assert "นับเงินส่งเหรัญญิก (ทุกหน้า)" in first
    assert "1,000 ×" in first
    assert "นับเงินส่ง" not in last


def test_arrears_part_payments_and_unknown_coverage_are_told_apart(tmp_path: Path) -> None:
    first, last = page_texts(_render(tmp_path, sheet()))
    assert "2 เดือน 60" in first
    assert "ชำระไว้ \u221210" in first
    assert "ยังไม่ทราบ = " in first
    assert "ยังไม่ทราบ" not in last


def test_amounts_with_satang_show_them_in_the_whole_sheet(tmp_path: Path) -> None:
    made = sheet(3)
    odd = replace(made, rows=(replace(made.rows[0], current_satang=3050, total_satang=3050), *made.rows[1:]))
    (text,) = page_texts(_render(tmp_path, odd))
    assert "30.50" in text
    assert "90.00" in text


def test_every_name_of_many_sheets_is_found_again_in_full(tmp_path: Path) -> None:
    sheets = [sheet(61, moo=moo) for moo in range(1, 4)]
    long = replace(
        sheet(30), rows=tuple(replace(row, name=f"{_LONG}{row.member_id}") for row in sheet(30).rows)
    )
    texts = [bare(text) for text in page_texts(_render(tmp_path, *sheets, long))]
    whole = "".join(texts)
    assert [name(n) for n in range(61) if whole.count(bare(f"{name(n)} {511 + n:04d}")) != 3] == []
    assert [n for n in range(1, 31) if bare(f"{_LONG}{n} {510 + n:04d}") not in whole] == []


def test_large_sums_are_never_cut(tmp_path: Path) -> None:
    made = sheet(20)
    rows = tuple(replace(row, current_satang=9_999_999_00, total_satang=9_999_999_00) for row in made.rows)
    text = "".join(page_texts(_render(tmp_path, replace(made, rows=rows))))
    assert "199,999,980" in text
    assert text.count("9,999,999") == 40


@pytest.mark.parametrize("rows", [0, 1, 20, 21, 40])
def test_sheet_of_any_length_keeps_inside_its_margins(tmp_path: Path, rows: int) -> None:
    data = _render(tmp_path, sheet(rows, village="", moo=5))
    texts = page_texts(data)
    assert len(texts) == max(1, -(-rows // 20))
    assert "ใบเก็บเงินสมทบ หมู่ 5" in texts[0]
    assert ("ไม่มีสมาชิก" in texts[0]) is (rows == 0)
    assert ink_outside(data) == []
    assert overlapping(data) == []


def test_hostile_names_neither_leave_the_margins_nor_hide_anything(tmp_path: Path) -> None:
    names = [one for one in HOSTILE if "่้" not in one]
    made = sheet(60)
    rows = tuple(
        replace(
            row, name=names[n % 8], house_no=names[(n + 3) % 8], arrears_months=120, arrears_satang=3_600_50
        )
        for n, row in enumerate(made.rows)
    )
    data = _render(
        tmp_path, replace(made, rows=rows, village=names[0], collector=names[0]), sheet(2, village=names[1])
    )
    assert ink_outside(data) == []
    assert overlapping(data) == []
    assert all(f"{511 + n:04d}" in "".join(page_texts(data)) for n in range(60))


def test_fonts_are_embedded_and_the_same_sheet_gives_the_same_bytes(tmp_path: Path) -> None:
    first = _render(tmp_path, sheet(), sheet(5, moo=2))
    assert unembedded(first) == []
    assert _render(tmp_path, sheet(), sheet(5, moo=2)) == first
    assert _render(tmp_path, sheet(token="0000000000000000"), sheet(5, moo=2)) != first


def test_no_sheets_give_a_page_that_says_so(tmp_path: Path) -> None:
    assert "ไม่มีใบเก็บเงิน" in page_texts(_render(tmp_path))[0]
