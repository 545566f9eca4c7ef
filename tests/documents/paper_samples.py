"""Papers and packs made by hand for the tests: a composed fund, no real person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from wangfund.domain.papers.collection_sheet import CollectionSheet, SheetRow
from wangfund.domain.papers.fund_head import FundHead, Signature
from wangfund.domain.papers.month_pack import (
    BenefitPaid,
    ClaimWaiting,
    Footing,
    MemberMove,
    MoneyPlace,
    MonthBar,
    MonthPack,
    PoolLine,
    Promises,
    StatementLine,
    VillageArrears,
    VoidedPaper,
)
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


def pack(paid: int = 9, villages: int = 12, **changes: object) -> MonthPack:
    """A month of a fund whose figures agree with each other."""
    receipts = (
        StatementLine("3100", "", 20_680_00, 214_385_00),
        StatementLine("3400", "", 0, 103_500_00),
        StatementLine("3500", "", 0, 30_000_00),
        StatementLine("4100", "", 80_00, 620_00),
        StatementLine("4200", "", 500_00, 8_500_00),
        StatementLine("4300", "", 0, 2_147_25),
    )
    benefits = (
        StatementLine("5101", "", 700_00, 4_700_00, 1, 7),
        StatementLine("5102", "", 2_600_00, 24_900_00, 6, 61),
        StatementLine("5103", "", 0, 58_400_00, 0, 171),
        StatementLine("5104", "", 8_000_00, 91_000_00, 1, 8),
        StatementLine("5105", "", 500_00, 4_000_00, 1, 8),
        StatementLine("5108", "", 0, 5_500_00, 0, 11),
        StatementLine("5109", "", 0, 1_800_00, 0, 6),
        StatementLine("5111", "", 0, 4_000_00, 0, 2),
    )
    expenses = (
        StatementLine("5200", "", 0, 6_000_00),
        StatementLine("5300", "", 240_00, 2_460_00),
        StatementLine("5400", "", 385_00, 3_815_00),
        StatementLine("5500", "", 600_00, 6_400_00),
        StatementLine("5600", "", 0, 350_00),
    )
    closing = 1_172_480_75
    made = MonthPack(
        head=HEAD,
        month=OCTOBER,
        year_first=Period(2026, 1),
        fiscal_year=2026,
        draft=False,
        fingerprint="7K4R-2MS2-9BDP",
        resolution="มติ 11/2569",
        closed_on=date(2026, 11, 5),
        counted_on=date(2026, 10, 30),
        counted_cash_satang=4_655_00,
        opening_month_satang=1_164_245_75,
        opening_year_satang=1_026_653_50,
        receipts=receipts,
        benefits=benefits,
        expenses=expenses,
        closing_satang=closing,
        setoff_month_satang=60_00,
        setoff_month_cases=1,
        admin_permille=53,
        places=(
            MoneyPlace("1100", "", 4_655_00),
            MoneyPlace("1201", "ธ.ก.ส. ออมทรัพย์", 1_167_825_75),
        ),
        pools=(
            PoolLine("welfare", 913_702_40, 16_544_00, 11_800_00, 918_446_40),
            PoolLine("reserve", 170_262_10, 2_068_00, 0, 172_330_10),
            PoolLine("admin", 80_281_25, 2_648_00, 1_225_00, 81_704_25),
        ),
        promises=Promises(300_00, 1, 58_260_00, 1942),
        paid=tuple(_benefit(place) for place in range(paid)),
        moves=(
            *(MemberMove(date(2026, 10, 5), f"{700 + n}", name(200 + n), n + 1, "joined") for n in range(4)),
            MemberMove(date(2026, 10, 19), "0087", "นายชุ่ม พรหมมา", 2, "died"),
        ),
        arrears=tuple(
            VillageArrears(
                n, "" if n == 5 else f"บ้านที่{n}", 58 + n % 3, n, n // 3, n // 9, 0, 3 * n, n * 90_00
            )
            for n in range(1, villages + 1)
        ),
        waiting=(
            _claim(55, "DEATH", "เสียชีวิต", "pending", 20_000_00),
            _claim(56, "DISASTER", "บ้านประสบวาตภัยทั้งหลัง", "requested", 3_000_00),
            _claim(57, "BIRTH", "คลอดบุตร", "approved", 300_00),
        ),
        voids=(
            VoidedPaper("receipt", 2026, 2190, 44, 40, "นางวิไล นาคำ", 30_00, "เก็บผิดคน"),
            VoidedPaper("voucher", 2026, 330, 0, 0, "นายสมหมาย ปั้นทอง", 200_00, "จ่ายซ้ำ"),
        ),
        bars=tuple(
            MonthBar(OCTOBER.plus(n - 11), 21_260_00 + n * 1_111_11, 13_025_00 + n * 555_55)
            for n in range(12)
        ),
        members_ever=731,
        members_now=698,
        footings=(
            Footing("MONTH_FOOTS", closing, closing),
            Footing("YEAR_FOOTS", closing, closing),
            Footing("PLACES_FOOT", closing, closing),
            Footing("POOLS_FOOT", closing, closing),
            Footing("LEDGER_FOOTS", closing, closing),
            Footing("BENEFITS_FOOT", 11_800_00, 11_800_00),
        ),
        signatures=(
            Signature("นางสมพร ทองดี", "เหรัญญิก ผู้จัดทำ"),
            Signature("นางกิ่งแก้ว ศรีสุข", "กรรมการตรวจสอบภายใน"),
            Signature("นายประเสริฐ วงศ์คำ", "ประธานกรรมการ"),
        ),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # a test may put anything anywhere


def empty_pack(**changes: object) -> MonthPack:
    """A young fund's month in which nothing happened."""
    nothing: dict[str, object] = {
        **dict.fromkeys(
            ("receipts", "benefits", "expenses", "places", "pools", "paid", "moves", "arrears"), ()
        ),
        **dict.fromkeys(("waiting", "voids", "bars", "footings", "signatures"), ()),
        **dict.fromkeys(("opening_month_satang", "opening_year_satang", "closing_satang"), 0),
        **dict.fromkeys(("setoff_month_satang", "setoff_month_cases", "admin_permille"), 0),
        **dict.fromkeys(("members_ever", "members_now"), 0),
        "promises": Promises(0, 0, 0, 0),
        "draft": True,
        "fingerprint": "",
        "resolution": "",
        "closed_on": None,
        "counted_on": None,
        "counted_cash_satang": None,
    }
    return replace(pack(0), **{**nothing, **changes})  # type: ignore[arg-type]  # as above


def _benefit(place: int) -> BenefitPaid:
    kept = 60_00 if place == 3 else 0
    return BenefitPaid(
        323 + place,
        date(2026, 10, 1 + place % 30),
        f"{100 + place:04d}",
        name(place * 7),
        place % 12 + 1,
        "HOSP",
        "นอนโรงพยาบาล",
        place % 6 + 1,
        (place % 6 + 1) * 100_00,
        kept,
        (place % 6 + 1) * 100_00 - kept,
    )


def _claim(number: int, benefit: str, benefit_name: str, state: str, net: int) -> ClaimWaiting:
    return ClaimWaiting(
        2026,
        number,
        f"{number:04d}",
        name(number),
        benefit,
        benefit_name,
        date(2026, 10, 19),
        date(2026, 10, 22),
        state,
        net,
    )
