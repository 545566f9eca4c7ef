"""Receipts: two to a page, what they must say, and any name a person may type."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.paper_checks import bare, ink_outside, overlapping, page_texts, unembedded
from tests.documents.paper_samples import HOSTILE, MADE_ON, OCTOBER, grant_receipt, receipt, set_off_receipt
from wangfund.documents import receipt_pdf
from wangfund.domain.papers.receipt_paper import ReceiptPaper
from wangfund.domain.posting import ReceiptLine


def _render(tmp_path: Path, *papers: ReceiptPaper) -> bytes:
    path = tmp_path / "receipts.pdf"
    receipt_pdf.render(papers, path, MADE_ON)
    return path.read_bytes()


def test_receipt_says_what_was_paid_by_whom_and_through_when(tmp_path: Path) -> None:
    (text,) = page_texts(_render(tmp_path, receipt()))
    for words in (
        "กองทุนสวัสดิการชุมชนตำบลบ้านนาสุข",
        "อำเภอเมืองสมมุติ จังหวัดสมมุติ โทร. 000-000-0000",
        "ใบเสร็จรับเงิน",
        "เล่มที่ 44 เลขที่ 45",
        "นางสาวฐิติพร พรหมมา",
        "วันที่ 30 ตุลาคม 2569",
        "เลขสมาชิก 0542 · บ้านเลขที่ 9/10 หมู่ 9 บ้านคลองญวน",
        "เงินสมทบค้าง 1 เดือน ก.ย. 2569",
        "เงินสมทบรายเดือน ต.ค. 2569",
        "(หกสิบบาทถ้วน)",
        "60.00",
        "ชำระแล้วถึง ตุลาคม 2569",
        "ตรวจใบเสร็จ K3G8 · ต้นฉบับ · ใบที่ 2195/2569",
        "(นางสมพร ทองดี) เหรัญญิก",
        "ไม่ใช่เงินฝาก",
    ):
        assert words in text, words
    assert "ยกเลิก" not in text


def test_receipts_stand_two_to_a_page(tmp_path: Path) -> None:
    texts = page_texts(_render(tmp_path, *(receipt(payer=f"นายที่{n} ทดสอบ") for n in range(5))))
    assert [text.count("ใบเสร็จรับเงิน") for text in texts] == [2, 2, 1]
    assert [f"นายที่{n} ทดสอบ" in texts[n // 2] for n in range(5)] == [True] * 5


def test_set_off_says_it_was_kept_from_a_benefit(tmp_path: Path) -> None:
    (text,) = page_texts(_render(tmp_path, set_off_receipt()))
    assert text.count("หักจากสวัสดิการ") == 2
    assert "ส.ค.–ก.ย. 2569" in text
    assert "ชำระแล้วถึง กันยายน 2569" in text


def test_giver_who_is_no_member_gets_no_membership_words(tmp_path: Path) -> None:
    (text,) = page_texts(_render(tmp_path, grant_receipt()))
    assert "งบสมทบจากรัฐบาล ปี 2569" in text
    assert "(ห้าหมื่นบาทถ้วน)" in text
    assert "สำเนาที่ 2" in text
    for words in ("เลขสมาชิก", "หมู่", "ชำระแล้วถึง", "ไม่ใช่เงินฝาก"):
        assert words not in text


def test_voided_receipt_is_stamped_with_its_reason(tmp_path: Path) -> None:
    (text,) = page_texts(_render(tmp_path, receipt(voided=True, void_reason="เก็บผิดคน")))
    assert "ยกเลิกแล้ว เก็บผิดคน" in text
    assert text.count("ยกเลิก") == 2
    assert "ชำระแล้วถึง" not in text


@pytest.mark.parametrize(("lines", "pages"), [(1, 1), (4, 1), (7, 1), (8, 2), (24, 2), (40, 2)])
def test_receipt_of_many_lines_keeps_its_total_and_takes_a_page_when_it_must(
    tmp_path: Path, lines: int, pages: int
) -> None:
    made = tuple(
        ReceiptLine("contribution", 3000, OCTOBER.plus(-2 * n), OCTOBER.plus(-2 * n)) for n in range(lines)
    )
    long = receipt(lines=made, amount_satang=3000 * lines, payer="นายยาว ทดสอบ")
    data = _render(tmp_path, long, receipt())
    assert len(page_texts(data)) == pages
    assert f"{lines * 30:,}.00" in page_texts(data)[0]
    assert ink_outside(data, but_middle=True) == []
    assert overlapping(data) == []


def test_hostile_names_neither_leave_the_margins_nor_hide_anything(tmp_path: Path) -> None:
    # A row of marks alone stacks on one box by nature.
    names = [name for name in HOSTILE if "่้" not in name]
    papers = [
        receipt(payer=name, house_no=name, village=name, receiver=name, void_reason=name, voided=n % 3 == 0)
        for n, name in enumerate(names)
    ]
    papers += [
        replace(paper, head=replace(paper.head, name=name)) for paper, name in zip(papers, names, strict=True)
    ]
    data = _render(tmp_path, *papers)
    assert len(page_texts(data)) == len(names)
    assert ink_outside(data, but_middle=True) == []
    assert overlapping(data) == []
    assert "<b>&nbsp;<para/></b>" in bare("".join(page_texts(data)))


def test_fonts_are_embedded_and_the_same_receipts_give_the_same_bytes(tmp_path: Path) -> None:
    first = _render(tmp_path, receipt(), set_off_receipt(), receipt(voided=True))
    assert unembedded(first) == []
    assert _render(tmp_path, receipt(), set_off_receipt(), receipt(voided=True)) == first


def test_no_receipts_give_a_page_that_says_so(tmp_path: Path) -> None:
    assert "ไม่มีใบเสร็จ" in page_texts(_render(tmp_path))[0]


def test_folder_that_is_missing_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        receipt_pdf.render([receipt()], tmp_path / "missing" / "r.pdf", MADE_ON)
    assert list(tmp_path.iterdir()) == []
