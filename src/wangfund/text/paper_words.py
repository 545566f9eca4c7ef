"""What papers say of places, months, copies, lines of a receipt or voucher, and footings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from wangfund.domain.errors import Value
from wangfund.domain.papers.fund_head import FundHead
from wangfund.domain.papers.voucher_paper import VoucherLine
from wangfund.domain.posting import ReceiptLine
from wangfund.text.accounts import account_name
from wangfund.text.messages import say
from wangfund.text.terms import RECEIPT_LINES
from wangfund.thai.dates import month_span, short_date
from wangfund.thai.money_text import format_baht
from wangfund.thai.period import Period

POSTS: Final[dict[str, str]] = {"treasurer": "เหรัญญิก", "collector": "ผู้เก็บเงิน"}
UNITS: Final[dict[str, str]] = {"night": "คืน", "time": "ครั้ง", "child": "คน", "person": "คน", "day": "วัน"}
FOOTINGS: Final[dict[str, str]] = {
    "MONTH_FOOTS": "เดือนนี้ ยกมา + รับ − จ่าย เท่ากับยอดยกไป",
    "YEAR_FOOTS": "ปีนี้ ยกมา + รับ − จ่าย เท่ากับยอดยกไป",
    "PLACES_FOOT": "เงินทุกแห่งรวมกัน เท่ากับยอดยกไป",
    "POOLS_FOOT": "กองเงินทุกกองรวมกัน เท่ากับยอดยกไป",
    "LEDGER_FOOTS": "ความเคลื่อนไหวในสมุดบัญชี เท่ากับยอดยกไป",
    "BENEFITS_FOOT": "สวัสดิการในรายงาน เท่ากับสมุดบัญชี",
}
PAPERS: Final[dict[str, str]] = {"receipt": "ใบเสร็จ", "voucher": "ใบสำคัญจ่าย"}
NOT_FOR_WALLS: Final = "มีชื่อสมาชิก ห้ามติดประกาศ"
_ERA: Final = 543
_BANGKOK: Final = "กรุงเทพ"
_WHOLE_BAHT: Final = 100


def year_words(fiscal_year: int) -> str:
    """A fiscal year (C.E.) in the Buddhist era."""
    return str(fiscal_year + _ERA)


def fund_place(head: FundHead) -> str:
    """Where the fund is, and its telephone: ``อำเภอเมือง จังหวัดสมมุติ โทร. …``."""
    bangkok = head.province.startswith(_BANGKOK)
    parts = [
        _prefixed("เขต" if bangkok else "อำเภอ", head.amphoe),
        head.province if bangkok else _prefixed("จังหวัด", head.province),
        f"โทร. {head.phone}" if head.phone else "",
    ]
    return " ".join(part for part in parts if part)


def village_words(moo: int, village: str = "") -> str:
    """``หมู่ 9 บ้านคลองญวน``; a village without a name is its number, none at all is ""."""
    if not moo:
        return village
    return f"หมู่ {moo} {village}".rstrip()


def copy_words(copy: int) -> str:
    """ต้นฉบับ for 0, else which copy it is."""
    return f"สำเนาที่ {copy}" if copy else "ต้นฉบับ"


def resolution_words(resolution: str) -> str:
    """``ตามมติ 11/2569``, however the number was typed; "" for none."""
    told = resolution.strip().removeprefix("ตาม")
    if not told:
        return ""
    return f"ตาม{told}" if told.startswith("มติ") else f"ตามมติ {told}"


def post_words(role: str) -> str:
    """A post's Thai name; what is not one of our codes is printed as it stands."""
    return POSTS.get(role, role)


def unit_words(unit: str) -> str:
    """What a benefit counts, such as คืน."""
    return UNITS.get(unit, unit)


def plain_baht(satang: int) -> str:
    """``1,234`` for whole baht, else ``1,234.50``: for running words and sheets of whole amounts."""
    text = format_baht(satang)
    return text.removesuffix(".00") if satang % _WHOLE_BAHT == 0 else text


def receipt_line_words(line: ReceiptLine, paid_on: date) -> tuple[str, str]:
    """What a receipt's line is for, and in smaller print the months it covers or a note.

    Contributions for months before that of the payment are owed ones.
    """
    name = RECEIPT_LINES.get(line.kind, line.kind)
    if line.first_month is None or line.last_month is None:
        return name, line.note
    count = line.first_month.months_until(line.last_month) + 1
    span = month_span(line.first_month, line.last_month)
    detail = f"{span} {line.note}".rstrip()
    if line.kind == "setoff":
        return f"หักจากสวัสดิการ เงินสมทบ {count} เดือน", detail
    if line.kind != "contribution":
        return name, detail
    if line.last_month < Period.of(paid_on):
        return f"เงินสมทบค้าง {count} เดือน", detail
    return ("เงินสมทบรายเดือน" if count == 1 else f"เงินสมทบ {count} เดือน"), detail


def voucher_line_words(line: VoucherLine, unit: str = "") -> tuple[str, str]:
    """What a voucher's line is for, and in smaller print its months or note; `unit` is what the benefit counts."""
    values = dict(line.values)
    if line.code == "benefit":
        counted = values.get("units")
        counted_words = f" {counted} {unit_words(unit)}".rstrip() if counted and unit else ""
        share = f" ส่วนที่ {values['share']} จาก {values['shares']}" if "share" in values else ""
        return f"ค่าสวัสดิการเรื่อง {line.words}{counted_words}{share}", _event_words(values)
    if line.code == "setoff":
        place = f"ใบเสร็จเล่มที่ {values['book']} เลขที่ {values['leaf']}" if "book" in values else ""
        if line.first_month is None or line.last_month is None:
            return "หัก เงินสมทบที่ค้าง", place
        count = line.first_month.months_until(line.last_month) + 1
        span = month_span(line.first_month, line.last_month)
        return f"หัก เงินสมทบที่ค้าง {count} เดือน", f"{span} {place}".rstrip()
    if line.code.startswith("account:"):
        return account_name(line.code.removeprefix("account:")), line.words
    return line.words or line.code, ""


def _event_words(values: Mapping[str, Value]) -> str:
    """The event's day, or from when to when it was; "" where the line does not say."""
    days = [date.fromisoformat(str(values[name])) for name in ("since", "event") if values.get(name)]
    return "–".join(short_date(day) for day in days)


def step_words(line: VoucherLine) -> str:
    """One line of how a benefit's amount was worked out, as a paper keeps it."""
    return amount_words(line.code.removeprefix("step:"), dict(line.values))


def amount_words(code: str, values: Mapping[str, Value]) -> str:
    """One step of how a benefit's amount was worked out."""
    unit = unit_words(str(values.get("unit", "")))
    if code == "AMOUNT_PER_UNIT":
        rate = plain_baht(_whole(values, "rate_satang"))
        each = f" {unit} {unit}ละ" if unit else " ×"
        return f"{values.get('units')}{each} {rate} บาท"
    if code == "CAPPED" and "limit_units" in values:
        return _cut_units(values, unit or "หน่วย")
    if code == "CAPPED" and "limit_satang" in values:
        limit, used = (plain_baht(_whole(values, name)) for name in ("limit_satang", "used_satang"))
        return f"จ่ายได้ไม่เกิน {limit} บาท ใช้แล้ว {used} บาท จึงตัดส่วนที่เกิน"
    if code == "SET_OFF":
        price = plain_baht(_whole(values, "month_price_satang"))
        return f"หักเงินสมทบค้าง {values.get('months')} เดือน เดือนละ {price} บาท"
    if code == "AMOUNT_TIERS" and not values.get("to"):
        code = "AMOUNT_LAST_TIER"
    return say(code, values).message


def footing_words(code: str) -> str:
    """What a footing compares."""
    return FOOTINGS.get(code, code)


def _cut_units(values: Mapping[str, Value], unit: str) -> str:
    limit, used, asked, paid = (
        _whole(values, f"{name}_units") for name in ("limit", "used", "asked", "paid")
    )
    year = "ปีนี้" if values.get("per") == "year" else ""
    spent = f"{year}ใช้แล้ว {used} {unit} " if used else ""
    return f"{spent}จากเพดาน {limit} {unit} จ่ายได้ {paid} {unit} จึงตัด {asked - paid} {unit}"


def _whole(values: Mapping[str, Value], name: str) -> int:
    value = values.get(name)
    return value if isinstance(value, int) else 0


def _prefixed(prefix: str, name: str) -> str:
    return name if not name or name.startswith(prefix) else prefix + name
