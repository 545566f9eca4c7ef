"""Papers made by hand for the tests: a composed fund, no real person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from wangfund.domain.papers.collection_sheet import CollectionSheet, SheetRow
from wangfund.domain.papers.fund_head import FundHead
from wangfund.domain.papers.receipt_paper import ReceiptPaper
from wangfund.domain.papers.voucher_paper import VoucherLine, VoucherPaper
from wangfund.domain.posting import ReceiptLine
from wangfund.thai.period import Period

MADE_ON = date(2026, 11, 5)
OCTOBER = Period(2026, 10)
HEAD = FundHead("กองทุนสวัสดิการชุมชนตำบลบ้านนาสุข", "บ้านนาสุข", "เมืองสมมุติ", "สมมุติ", "000-000-0000")
# What a name field may hold: a wall of letters, markup, a formula, pictures, broken lines, half a pair.
HOSTILE = (
    "ก้" * 5_000,
    "<b>&nbsp;<para/></b> %s {0} \\n (unbalanced",
    '=HYPERLINK("x","y")',
    "\U0001f42f\U0001f468\u200d\U0001f469 เสือ",
    "บรรทัดแรก\nบรรทัดสอง\r\n\tสาม\x00\x0b",
    "\ud83d ครึ่งคู่ \u202eกลับทาง",
    "่้๊๋์" * 40,
    "",
    " ",
)
_GIVEN = [
    "ประยูร",
    "สมหมาย",
    "บัวผัน",
    "วิไล",
    "ทองสุข",
    "กัญญา",
    "จำเนียร",
    "พิชิต",
    "สุนีย์",
    "อุไรวรรณ",
    "ไพฑูรย์",
    "เพ็ญศรี",
]
_FAMILY = ["ปั้นทอง", "นาคำ", "ศรีสุข", "แก้วมณี", "ใจงาม", "ภูมิดี", "พรหมมา", "ชัยสิทธิ์", "วงศ์คำ", "อินทร์แก้ว", "ญาติผู้กู้"]
_TITLES = ["นาย", "นาง", "นางสาว"]


def name(number: int) -> str:
    """A composed name; different for different numbers."""
    given, family = _GIVEN[number % 12], _FAMILY[number // 12 % 11]
    again = number // 132
    return f"{_TITLES[number % 3]}{given}{again or ''} {family}"


def receipt(**changes: object) -> ReceiptPaper:
    """A receipt of one month and one owed."""
    paper = ReceiptPaper(
        head=HEAD,
        fiscal_year=2026,
        number=2195,
        book=44,
        leaf=45,
        date=date(2026, 10, 30),
        payer="นางสาวฐิติพร พรหมมา",
        member_no="0542",
        house_no="9/10",
        moo=9,
        village="บ้านคลองญวน",
        lines=(
            ReceiptLine("contribution", 3000, Period(2026, 9), Period(2026, 9)),
            ReceiptLine("contribution", 3000, OCTOBER, OCTOBER),
        ),
        amount_satang=6000,
        paid_through=OCTOBER,
        check_code="K3G8",
        receiver="นางสมพร ทองดี",
        receiver_role="treasurer",
        voided=False,
        void_reason="",
    )
    return replace(paper, **changes)  # type: ignore[arg-type]  # a test may put anything anywhere


def set_off_receipt() -> ReceiptPaper:
    """What a benefit kept back."""
    line = ReceiptLine("setoff", 6000, Period(2026, 8), Period(2026, 9))
    return receipt(lines=(line,), amount_satang=6000, paid_through=Period(2026, 9), leaf=46, number=2196)


def grant_receipt() -> ReceiptPaper:
    """Money of one who is no member."""
    line = ReceiptLine("grant", 50_000_00, note="งบสมทบจากรัฐบาล ปี 2569")
    return receipt(
        payer="สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)",
        member_no="",
        house_no="",
        moo=0,
        village="",
        lines=(line,),
        amount_satang=50_000_00,
        paid_through=None,
        copy=2,
    )


def voucher(**changes: object) -> VoucherPaper:
    """A stay in hospital, cut by a cap, with months set off."""
    paper = VoucherPaper(
        head=HEAD,
        fiscal_year=2026,
        number=331,
        date=date(2026, 10, 30),
        payee="นางผ่องศรี จันทร์หอม",
        member_no="0412",
        house_no="27/1",
        moo=5,
        village="บ้านน้ำปั้น",
        national_id="3-1000-xxxxx-xx-3",
        paid_from="",
        paid_from_account="1100",
        pool="welfare",
        lines=(
            VoucherLine("benefit", "นอนโรงพยาบาล", 50_000, values=(("units", 5),)),
            VoucherLine(
                "setoff", "", -6000, Period(2026, 8), Period(2026, 9), values=(("book", 44), ("leaf", 70))
            ),
        ),
        amount_satang=44_000,
        steps=(
            VoucherLine(
                "step:AMOUNT_PER_UNIT",
                "ข้อ 15.1",
                80_000,
                values=(("fact", "nights"), ("rate_satang", 10_000), ("unit", "night"), ("units", 8)),
            ),
            VoucherLine(
                "step:CAPPED",
                "ข้อ 15.2",
                -30_000,
                values=(
                    ("asked_units", 8),
                    ("limit_units", 20),
                    ("paid_units", 5),
                    ("per", "year"),
                    ("unit", "night"),
                    ("used_units", 15),
                ),
            ),
            VoucherLine("step:SET_OFF", "ข้อ 9", -6000, values=(("month_price_satang", 3000), ("months", 2))),
        ),
        claim_year=2026,
        claim_number=58,
        rulebook_version=3,
        resolution="",
        payer="นางสมพร ทองดี",
        approvers=3,
        check_code="B6T1",
        voided=False,
        void_reason="",
    )
    return replace(paper, **changes)  # type: ignore[arg-type]  # a test may put anything anywhere


def expense_voucher(**changes: object) -> VoucherPaper:
    """Paper bought at a shop, paid by a bank."""
    changed = {
        "payee": "ร้านเครื่องเขียนนาสุข",
        "member_no": "",
        "house_no": "",
        "moo": 0,
        "village": "",
        "national_id": "",
        "paid_from": "ธ.ก.ส. ออมทรัพย์",
        "paid_from_account": "1201",
        "pool": "admin",
        "lines": (VoucherLine("account:5400", "กระดาษและหมึกพิมพ์", 38_500),),
        "amount_satang": 38_500,
        "steps": (),
        "claim_year": 0,
        "claim_number": 0,
        "rulebook_version": 0,
        "resolution": "มติ 2/2569",
        "approvers": 0,
    }
    return voucher(**{**changed, **changes})


def sheet(rows: int = 38, **changes: object) -> CollectionSheet:
    """A village's sheet; every fourth member owes a month, one has paid a part, one's coverage is unknown."""
    made = []
    for place in range(rows):
        owes = 1 + place % 3 if place % 4 == 3 else 0
        current = 9000 if place % 8 == 2 else 3000
        unknown, credit = place == 6, 1000 if place == 9 else 0
        made.append(
            SheetRow(
                place + 1,
                place + 1,
                f"{511 + place:04d}",
                name(place),
                f"{place // 2 + 1}/{place % 2 + 1}" if place % 5 else "",
                0 if unknown else owes,
                0 if unknown else owes * 3000,
                0 if unknown else current,
                credit,
                0 if unknown else owes * 3000 + current - credit,
                "Q" if current == 9000 else "M",
                coverage_known=not unknown,
            )
        )
    paper = CollectionSheet(
        HEAD, OCTOBER, 9, "บ้านคลองญวน", "นายพิชิต ปั้นทอง", 2026, 10, "3f9a77c1d2e4b586", tuple(made)
    )
    return replace(paper, **changes)  # type: ignore[arg-type]  # a test may put anything anywhere
