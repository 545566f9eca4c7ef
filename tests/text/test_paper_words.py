"""Words of papers."""

from datetime import date

import pytest

from wangfund.domain.papers.fund_head import FundHead
from wangfund.domain.papers.voucher_paper import VoucherLine
from wangfund.domain.posting import ReceiptLine
from wangfund.text.paper_words import (
    copy_words,
    footing_words,
    fund_place,
    plain_baht,
    post_words,
    receipt_line_words,
    resolution_words,
    step_words,
    village_words,
    voucher_line_words,
)
from wangfund.thai.period import Period

_PAID_ON = date(2026, 10, 30)
_OCTOBER = Period(2026, 10)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (ReceiptLine("contribution", 3000, _OCTOBER, _OCTOBER), ("เงินสมทบรายเดือน", "ต.ค. 2569")),
        (
            ReceiptLine("contribution", 6000, Period(2026, 8), Period(2026, 9)),
            ("เงินสมทบค้าง 2 เดือน", "ส.ค.–ก.ย. 2569"),
        ),
        (
            ReceiptLine("contribution", 36500, Period(2026, 9), Period(2027, 8)),
            ("เงินสมทบ 12 เดือน", "ก.ย. 2569–ส.ค. 2570"),
        ),
        (ReceiptLine("setoff", 3000, _OCTOBER, _OCTOBER), ("หักจากสวัสดิการ เงินสมทบ 1 เดือน", "ต.ค. 2569")),
        (ReceiptLine("setoff", 3000), ("เงินสมทบ (หักจากสวัสดิการ)", "")),
        (ReceiptLine("entry_fee", 2000), ("ค่าสมัครสมาชิก", "")),
        (ReceiptLine("part_payment", 1000), ("เงินสมทบชำระบางส่วน", "")),
        (ReceiptLine("donation", 1000, note="ทอดผ้าป่า"), ("เงินบริจาค", "ทอดผ้าป่า")),
        (ReceiptLine("something_new", 1000), ("something_new", "")),
    ],
)
def test_receipt_line_says_its_months(line: ReceiptLine, words: tuple[str, str]) -> None:
    assert receipt_line_words(line, _PAID_ON) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (VoucherLine("benefit", "เสียชีวิต", 1, values=(("units", 0),)), ("ค่าสวัสดิการเรื่อง เสียชีวิต", "")),
        (VoucherLine("setoff", "", -1), ("หัก เงินสมทบที่ค้าง", "")),
        (VoucherLine("account:5300", "รถไปธนาคาร", 1), ("ค่าพาหนะ", "รถไปธนาคาร")),
        (VoucherLine("other", "", 1), ("other", "")),
    ],
)
def test_voucher_line_says_what_it_is_for(line: VoucherLine, words: tuple[str, str]) -> None:
    assert voucher_line_words(line) == words


@pytest.mark.parametrize(
    ("code", "values", "words"),
    [
        ("AMOUNT_FIXED", {}, "จำนวนตามระเบียบ"),
        ("AMOUNT_TIERS", {"from": "P15Y", "to": ""}, "ตามขั้นของตาราง ตั้งแต่ 15 ปี ขึ้นไป"),
        ("AMOUNT_TIERS", {"from": "P2Y", "to": "P5Y"}, "ตามขั้นของตาราง ตั้งแต่ 2 ปี ถึงก่อน 5 ปี"),
        ("AMOUNT_PER_UNIT", {"units": 3, "unit": "", "rate_satang": 10_050}, "3 × 100.50 บาท"),
        (
            "CAPPED",
            {"limit_satang": 500_000, "used_satang": 420_050, "per": "year"},
            "จ่ายได้ไม่เกิน 5,000 บาท ใช้แล้ว 4,200.50 บาท จึงตัดส่วนที่เกิน",
        ),
        (
            "CAPPED",
            {
                "limit_units": 10,
                "used_units": 0,
                "asked_units": 12,
                "paid_units": 10,
                "per": "event",
                "unit": "night",
            },
            "จากเพดาน 10 คืน จ่ายได้ 10 คืน จึงตัด 2 คืน",
        ),
    ],
)
def test_step_explains_itself(code: str, values: dict[str, str | int], words: str) -> None:
    assert step_words(VoucherLine(f"step:{code}", "ข้อ 1", 1, values=tuple(values.items()))) == words


def test_place_of_a_fund_in_a_province_and_in_bangkok() -> None:
    assert fund_place(FundHead("", "", "เมือง", "สมมุติ", "")) == "อำเภอเมือง จังหวัดสมมุติ"
    assert fund_place(FundHead("", "", "อำเภอเมือง", "จังหวัดสมมุติ", "")) == "อำเภอเมือง จังหวัดสมมุติ"
    assert fund_place(FundHead("", "", "บางสมมุติ", "กรุงเทพมหานคร", "1")) == "เขตบางสมมุติ กรุงเทพมหานคร โทร. 1"
    assert fund_place(FundHead("", "", "", "", "")) == ""


def test_small_words() -> None:
    assert [village_words(9, "บ้านเหนือ"), village_words(5), village_words(0)] == ["หมู่ 9 บ้านเหนือ", "หมู่ 5", ""]
    assert [copy_words(0), copy_words(3)] == ["ต้นฉบับ", "สำเนาที่ 3"]
    assert [post_words("treasurer"), post_words("ประธาน")] == ["เหรัญญิก", "ประธาน"]
    assert [plain_baht(123_400), plain_baht(-50), plain_baht(0)] == ["1,234", "\u22120.50", "0"]
    assert [resolution_words(one) for one in ("", "มติ 1/2569", "1/2569", "มติประชุม 2")] == [
        "",
        "ตามมติ 1/2569",
        "ตามมติ 1/2569",
        "ตามมติประชุม 2",
    ]
    assert footing_words("NEW") == "NEW"
