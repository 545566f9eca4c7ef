"""What a member may claim, in words she is told: why not yet, from when, how much, and what is left of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from wangfund.domain.eligibility.entitlement_room import CEILING, Measure, Room
from wangfund.domain.eligibility.entitlements import Claimable, Entitlement
from wangfund.domain.errors import Finding
from wangfund.text.messages import say_finding
from wangfund.text.paper_words import plain_baht, unit_words
from wangfund.thai.dates import short_date

STANDING: Final = frozenset({"SUSPENDED", "LAPSED"})
WHY: Final = {
    "AGE": "อายุยังไม่ถึงเกณฑ์",
    "WAITING": "ยังไม่ครบระยะรอ",
    "REINSTATE_WAIT": "ชำระแล้ว รอสิทธิกลับมา",
    "DUPLICATE": "ได้รับไปแล้ว",
    "CAP_REACHED": "ได้รับครบเพดานแล้ว",
    "ANNUAL_CAP_REACHED": "ปีนี้ได้รับครบเพดานแล้ว",
    "EXCLUSIVE_WITH_ELDER": "ปีนี้ได้รับสวัสดิการผู้สูงอายุแล้ว",
    "NO_RULE_IN_FORCE": "ระเบียบยังไม่มีผลใช้",
    "NOT_MEMBER_AT_EVENT": "ไม่ได้เป็นสมาชิกในวันนั้น",
    "WRONG_PAY_DAY": "จ่ายเฉพาะวันตามระเบียบ",
}
"""Why not today in short, the weightiest first."""
_PERS: Final = {"year": "ปีนี้", "life": "ตลอดชีพ", "event": "ครั้งละ", "admission": "ครั้งละ", "key": "เหตุละ"}


def why_words(finding: Finding) -> str:
    """Why not yet, in short."""
    return WHY.get(finding.code) or say_finding(finding).message


def weightiest(findings: Sequence[Finding]) -> Finding:
    """The finding that says most about why not."""
    order = list(WHY)
    return min(findings, key=lambda f: order.index(f.code) if f.code in order else -1)


def amount_words(one: Entitlement) -> str:
    """How much: an amount, or no more than."""
    if one.amount_satang is not None:
        return f"{plain_baht(one.amount_satang)} บาท"
    return f"ไม่เกิน {plain_baht(one.up_to_satang)} บาท" if one.up_to_satang else "ตามระเบียบ"


def rate_words(one: Entitlement) -> str:
    """What a unit of it is worth, "" where nothing is counted."""
    if one.amount_satang is not None or not one.unit or not one.rate_satang:
        return ""
    return f"{unit_words(one.unit)}ละ {plain_baht(one.rate_satang)} บาท"


def when_words(one: Entitlement) -> str:
    """From when, or why not; "" for what can be claimed now."""
    if one.claimable is Claimable.NOW:
        return ""
    finding = weightiest(one.findings)
    if one.claimable is Claimable.LATER and one.first_day is not None:
        if finding.code == "WRONG_PAY_DAY":
            return f"จ่ายครั้งต่อไปวันที่ {short_date(one.first_day)}"
        return f"ตั้งแต่วันที่ {short_date(one.first_day)} ({why_words(finding)})"
    if finding.code in STANDING:
        return "พักไว้จนกว่าสิทธิจะกลับมา"
    return why_words(finding)


def left_words(one: Entitlement) -> tuple[str, ...]:
    """What is left under each limit of the benefit that counts over more than one event."""
    return tuple(words for room in one.rooms if room.per != CEILING and (words := room_words(room, one.unit)))


def rises_words(one: Entitlement) -> str:
    """The next step of a table, "" where there is none."""
    if one.rises_on is None or one.rises_to_satang is None:
        return ""
    return f"เพิ่มเป็น {plain_baht(one.rises_to_satang)} บาท ตั้งแต่วันที่ {short_date(one.rises_on)}"


def papers_words(one: Entitlement) -> str:
    """What to bring and by when."""
    parts = []
    if one.documents:
        parts.append("นำ" + " ".join(one.documents))
    if one.deadline_days is not None:
        parts.append(f"ยื่นภายใน {one.deadline_days} วัน")
    return " · ".join(parts)


def standing_words(findings: Sequence[Finding]) -> str:
    """What is owed and the day rights would be back if it were paid today; "" where rights are not stopped."""
    stopped = next((f for f in findings if f.code in STANDING), None)
    if stopped is None:
        return ""
    values = stopped.values
    owed, back = values.get("owed_satang"), values.get("first_day_if_paid")
    words = f"ขณะนี้พักสิทธิไว้ เพราะค้างเงินสมทบ {values.get('arrears_months')} เดือน"
    if isinstance(owed, int) and owed:
        words += f" รวม {plain_baht(owed)} บาท"
    if isinstance(back, str) and back:
        words += f" ถ้าชำระวันนี้ มีสิทธิตั้งแต่วันที่ {short_date(date.fromisoformat(back))}"
    return f"{words} ({stopped.clause})" if stopped.clause else words


def room_words(room: Room, unit: str) -> str:
    """What is left under a limit by the year, over life or of the yearly ceiling; "" for one of a single event."""
    if room.per == CEILING:
        return f"เพดานรวมปีนี้เหลือ {plain_baht(room.left)} จาก {plain_baht(room.limit)} บาท"
    per = _PERS.get(room.per)
    if per is None or room.per not in {"year", "life"}:
        return ""
    if room.measure is Measure.SATANG:
        return f"{per}เหลือ {plain_baht(room.left)} จาก {plain_baht(room.limit)} บาท"
    counted = unit_words(unit) if room.measure is Measure.UNITS and unit else "ครั้ง"
    return f"{per}เหลือ {room.left:,} จาก {room.limit:,} {counted}"
