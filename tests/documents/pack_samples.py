"""Months made by hand for the tests, whose figures agree with each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.documents.paper_samples import HEAD, OCTOBER, name
from wangfund.domain.papers.fund_head import Signature
from wangfund.domain.papers.month_pack import (
    BenefitPaid,
    ClaimWaiting,
    Footing,
    MemberMove,
    MoneyPlace,
    MonthBar,
    MonthPack,
    PoolLine,
    StatementLine,
    VillageArrears,
    VoidedPaper,
)
from wangfund.domain.papers.promises import Promises
from wangfund.thai.period import Period


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
