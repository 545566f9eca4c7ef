"""Vouchers: payee, lines, how the amount was found, and who signs."""

from pathlib import Path

from tests.documents.paper_checks import bare, ink_outside, overlapping, page_texts, unembedded
from tests.documents.paper_samples import HOSTILE, MADE_ON, expense_voucher, voucher
from wangfund.documents import voucher_pdf
from wangfund.domain.papers.voucher_paper import VoucherLine, VoucherPaper


def _render(tmp_path: Path, *papers: VoucherPaper) -> bytes:
    path = tmp_path / "vouchers.pdf"
    voucher_pdf.render(papers, path, MADE_ON)
    return path.read_bytes()


def test_voucher_of_a_benefit_explains_its_amount(tmp_path: Path) -> None:
    (text,) = page_texts(_render(tmp_path, voucher()))
    for words in (
        "ใบสำคัญจ่าย",
        "จ 0331/2569",
        "นางผ่องศรี จันทร์หอม",
        "เลขประจำตัวประชาชน 3-1000-xxxxx-xx-3",
        "จ่ายจาก เงินสดในมือ",
        "กองสวัสดิการ",
        "ค่าสวัสดิการเรื่อง นอนโรงพยาบาล 5 คืน",
        "หัก เงินสมทบที่ค้าง 2 เดือน ส.ค.–ก.ย. 2569 ใบเสร็จเล่มที่ 44 เลขที่ 70",
        "\u221260.00",
        "(สี่ร้อยสี่สิบบาทถ้วน)",
        "440.00",
        "8 คืน คืนละ 100 บาท",
        "ปีนี้ใช้แล้ว 15 คืน จากเพดาน 20 คืน จ่ายได้ 5 คืน จึงตัด 3 คืน",
        "ข้อ 15.2",
        "หักเงินสมทบค้าง 2 เดือน เดือนละ 30 บาท",
        "คำขอที่ 58/2569 · ระเบียบฉบับที่ 3 · อนุมัติโดยกรรมการหมู่ 5 จำนวน 3 คน",
        "กรรมการคนที่ 3",
        "พยาน",
        "ตรวจใบสำคัญ B6T1 · พิมพ์ 5 พ.ย. 2569 · ต้นฉบับ",
        "หน้า 1/1",
    ):
        assert words in text, words


def test_voucher_of_an_expense_has_no_steps_and_no_approvers(tmp_path: Path) -> None:
    (text,) = page_texts(_render(tmp_path, expense_voucher()))
    for words in ("ค่าเอกสาร/เครื่องเขียน", "กระดาษและหมึกพิมพ์", "ธ.ก.ส. ออมทรัพย์", "กองบริหาร", "ตามมติ 2/2569"):
        assert words in text
    for words in ("ที่มาของจำนวนเงิน", "กรรมการคนที่", "คำขอที่", "เลขสมาชิก"):
        assert words not in text


def test_voided_voucher_is_stamped_with_its_reason(tmp_path: Path) -> None:
    (text,) = page_texts(_render(tmp_path, voucher(voided=True, void_reason="จ่ายผิดคน", copy=1)))
    assert "ยกเลิกแล้ว จ่ายผิดคน" in text
    assert text.count("ยกเลิก") == 2
    assert "สำเนาที่ 1" in text
    assert "ครบถ้วนแล้ว" not in text


def test_step_nobody_wrote_words_for_still_shows(tmp_path: Path) -> None:
    (text,) = page_texts(_render(tmp_path, voucher(steps=(VoucherLine("step:NEW_RULE", "ข้อ 99", 44_000),))))
    assert "NEW_RULE" in text
    assert "ข้อ 99" in text


def test_each_voucher_counts_its_own_pages(tmp_path: Path) -> None:
    steps = voucher().steps * 30
    texts = page_texts(_render(tmp_path, voucher(), voucher(steps=steps), expense_voucher()))
    assert "หน้า 1/1" in texts[0]
    assert "หน้า 1/1" in texts[-1]
    assert f"หน้า {len(texts) - 2}/{len(texts) - 2}" in texts[-2]
    assert "กรรมการคนที่ 3" in texts[-2]


def test_hostile_words_neither_leave_the_margins_nor_hide_anything(tmp_path: Path) -> None:
    names = [name for name in HOSTILE if "่้" not in name]
    papers = [
        voucher(payee=name, house_no=name, village=name, paid_from=name, resolution=name, void_reason=name)
        for name in names
    ]
    papers += [expense_voucher(lines=(VoucherLine("account:9999", name, 38_500),)) for name in names]
    data = _render(tmp_path, *papers)
    assert ink_outside(data) == []
    assert overlapping(data) == []
    assert "=HYPERLINK" in bare("".join(page_texts(data)))


def test_fonts_are_embedded_and_the_same_vouchers_give_the_same_bytes(tmp_path: Path) -> None:
    first = _render(tmp_path, voucher(), expense_voucher())
    assert unembedded(first) == []
    assert _render(tmp_path, voucher(), expense_voucher()) == first


def test_no_vouchers_give_a_page_that_says_so(tmp_path: Path) -> None:
    assert "ไม่มีใบสำคัญจ่าย" in page_texts(_render(tmp_path))[0]
