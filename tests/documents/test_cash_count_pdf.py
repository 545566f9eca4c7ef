"""The sheet of a cash count: pieces, books, difference, and who signs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.documents.paper_checks import ink_outside, overlapping, page_texts, unembedded
from tests.documents.paper_samples import HEAD, HOSTILE, MADE_ON, OCTOBER
from wangfund.documents import cash_count_pdf
from wangfund.domain.papers.cash_count import PIECES, CashCountPaper, PieceLine
from wangfund.domain.papers.fund_head import Signature

_COUNTS = {100_000: 2, 50_000: 3, 10_000: 8, 5_000: 3, 2_000: 8, 1_000: 4, 500: 1}


def paper(counts: dict[int, int] = _COUNTS, **changes: object) -> CashCountPaper:
    made = CashCountPaper(
        head=HEAD,
        month=OCTOBER,
        counted_on=date(2026, 10, 30),
        counted_at="16.05",
        lines=tuple(PieceLine(piece, counts.get(piece, 0)) for piece in PIECES),
        opening_satang=3_420_00,
        received_satang=21_200_00,
        paid_satang=4_965_00,
        put_in_banks_satang=15_000_00,
        taken_from_banks_satang=0,
        after_satang=0,
        expected_satang=4_655_00,
        limit_satang=5_000_00,
        counter=Signature("นางสมพร ทองดี", "เหรัญญิก"),
        witness=Signature("นางกิ่งแก้ว ศรีสุข", "กรรมการตรวจสอบภายใน"),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def _render(tmp_path: Path, count: CashCountPaper) -> bytes:
    path = tmp_path / "count.pdf"
    cash_count_pdf.render(count, path, MADE_ON)
    pdf = path.read_bytes()
    assert unembedded(pdf) == []
    assert ink_outside(pdf) == []
    return pdf


def test_the_sheet_tells_pieces_books_and_who(tmp_path: Path) -> None:
    pdf = _render(tmp_path, paper())
    (text,) = page_texts(pdf)
    for words in (
        "ใบตรวจนับเงินสด", "ตุลาคม 2569", "นับวันศุกร์ที่ 30 ตุลาคม 2569 เวลา 16.05 น.", "ธนบัตร 1,000 บาท", "2 ฉบับ",
        "เหรียญ 25 สตางค์", "4,655.00", "ยกมา 1 ต.ค. 2569", "\u221215,000.00", "ควรมี", "ตรงกัน",
        "(สี่พันหกร้อยห้าสิบห้าบาทถ้วน)", "(นางสมพร ทองดี)", "ผู้นับ เหรัญญิก", "ผู้เห็น กรรมการตรวจสอบภายใน",
    ):  # fmt: skip
        assert words in text, words
    assert "สาเหตุ" not in text
    assert overlapping(pdf) == []


def test_a_difference_is_named_and_room_is_left_for_its_cause(tmp_path: Path) -> None:
    (short,) = page_texts(_render(tmp_path, paper(expected_satang=4_685_00)))
    (over,) = page_texts(_render(tmp_path, paper(expected_satang=4_600_00, limit_satang=4_000_00)))
    assert "เงินขาดอยู่" in short
    assert "30.00" in short
    assert "สาเหตุและวิธีแก้" in short
    assert "เงินเกินอยู่" in over
    assert "ถือเงินสดได้ 4,000 บาท" in over


def test_money_after_the_month_has_its_own_line(tmp_path: Path) -> None:
    later = paper(counted_on=date(2026, 11, 5), after_satang=-55_00, taken_from_banks_satang=1_00)
    (text,) = page_texts(_render(tmp_path, later))
    assert "หลังสิ้นเดือนถึง 5 พ.ย. 2569" in text
    assert "\u221255.00" in text
    assert "ถอนจากธนาคาร" in text


def test_nothing_counted_gives_a_sheet_to_fill_in(tmp_path: Path) -> None:
    (text,) = page_texts(_render(tmp_path, paper({})))
    assert "เวลา" not in text
    assert "(ศูนย์บาทถ้วน)" not in text
    assert "ขาด" in text


def test_hostile_names_stay_on_one_page(tmp_path: Path) -> None:
    for name in HOSTILE:
        count = paper(counter=Signature(name, name), witness=Signature(name, ""), counted_at=name[:9])
        assert len(page_texts(_render(tmp_path, count))) == 1
