"""The slip of a hand-over: both halves the same, every figure on it, nothing drawn over its neighbour."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.documents.paper_checks import bare, ink_outside, overlapping, page_texts, unembedded
from tests.documents.paper_samples import HEAD, HOSTILE, MADE_ON, OCTOBER
from wangfund.documents import handover_pdf
from wangfund.domain.papers.handover_slip import HandoverSlip

SLIP = HandoverSlip(
    HEAD, 2026, 118, OCTOBER, 9, "บ้านคลองญวน", "นายพิชิต ปั้นทอง", date(2026, 10, 30), "3f9a77c1d2e4b586",
    35, 812, 846, 0, 147_000, 150_000, ((100_000, 1), (10_000, 4), (5_000, 1), (1_000, 4), (500, 2)), "นางสมพร ทองดี",
)  # fmt: skip


def _render(tmp_path: Path, slip: HandoverSlip) -> bytes:
    path = tmp_path / "slip.pdf"
    handover_pdf.render(slip, path, MADE_ON)
    return path.read_bytes()


def test_slip_says_everything_twice(tmp_path: Path) -> None:
    (text,) = page_texts(_render(tmp_path, SLIP))
    for words in (
        "ใบนำส่งเงินสมทบ",
        "รอบที่ 118/2569",
        "หมู่ 9 บ้านคลองญวน",
        "เดือนตุลาคม 2569",
        "วันที่ส่ง 30 ตุลาคม 2569",
        "ตามใบเก็บเงิน 35 คน",
        "1,470.00",
        "1,500.00",
        "เงินเกิน",
        "(หนึ่งพันห้าร้อยบาทถ้วน)",
        "ใบเสร็จ 35 ใบ ใบที่ 812–846/2569",
        "(นายพิชิต ปั้นทอง)",
        "(นางสมพร ทองดี)",
        "3f9a 77c1",
    ):
        assert bare(text).count(bare(words)) >= 2, words
    assert "ส่วนของผู้เก็บ" in text
    assert "ส่วนของกองทุน" in text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"counted_satang": 144_000}, "ผู้เก็บจะนำส่วนที่ขาดมาส่งภายหลัง"),
        ({"counted_satang": 147_000}, "ตรงกัน"),
        ({"payers": 0, "first_receipt": 0, "last_receipt": 0, "recorded_satang": 0}, "ไม่มีใบเสร็จ"),
        ({"payers": 1, "last_receipt": 812}, "ใบเสร็จ 1 ใบ ใบที่ 812/2569"),
        ({"voided": 2}, "ยกเลิกแล้ว 2 ใบ"),
    ],
)
def test_slip_names_what_became_of_the_money(tmp_path: Path, changes: dict[str, int], words: str) -> None:
    (text,) = page_texts(_render(tmp_path, replace(SLIP, **changes)))  # type: ignore[arg-type]
    assert bare(words) in bare(text)


def test_slip_stays_on_one_page_inside_its_margins_with_any_names(tmp_path: Path) -> None:
    for name in (name for name in HOSTILE if "่้" not in name):
        data = _render(tmp_path, replace(SLIP, collector=name, village=name, treasurer=name, counts=()))
        assert len(page_texts(data)) == 1
        assert ink_outside(data, but_middle=True) == []
        assert overlapping(data) == []
    assert unembedded(_render(tmp_path, SLIP)) == []
    assert _render(tmp_path, SLIP) == _render(tmp_path, SLIP)
