"""What can be said aloud to a member whose claim cannot be paid: thanks, the reason in plain words, what she can do."""

from __future__ import annotations

from datetime import date
from typing import Final

from wangfund.domain.errors import Finding
from wangfund.text.message_fields import written
from wangfund.thai.dates import short_date

_THANKS: Final = "ขอบคุณที่เป็นสมาชิกกองทุนของเรา"
_FROM: Final = "หากมีเหตุตั้งแต่วันที่ {day} เป็นต้นไป ขอรับได้ตามสิทธิ"

SAYINGS: Final[dict[str, str]] = {
    "WAITING": f"{_THANKS} ครั้งนี้ยังไม่ครบระยะเวลาตามระเบียบ",
    "SUSPENDED": f"{_THANKS} ตอนเกิดเหตุยังมีเงินสมทบค้าง สิทธิจึงพักไว้ก่อน ชำระแล้วสิทธิจะกลับมาสำหรับเหตุครั้งต่อไป",
    "LAPSED": f"{_THANKS} ตอนเกิดเหตุมีเงินสมทบค้างหลายเดือน สิทธิจึงยังไม่เปิด เชิญคุยกับกรรมการเรื่องการชำระได้เสมอ",
    "REINSTATE_WAIT": "ขอบคุณที่ชำระเงินสมทบครบแล้ว สิทธิกำลังจะกลับมา",
    "LATE_CLAIM": f"{_THANKS} ครั้งนี้เลยวันสุดท้ายที่ยื่นได้แล้ว หากมีเหตุจำเป็น ขอเล่าให้กรรมการฟังได้",
    "DUPLICATE": "เหตุครั้งนี้กองทุนได้ช่วยไปแล้ว หากเป็นคนละเหตุ ขอดูเอกสารด้วยกันอีกครั้ง",
    "NOT_MEMBER_AT_EVENT": "วันที่เกิดเหตุไม่อยู่ในช่วงที่เป็นสมาชิกตามทะเบียน หากทะเบียนไม่ตรง ขอดูสมุดประจำตัวด้วยกัน",
    "CLAIM_BEFORE_EVENT": "ขอดูวันที่ในเอกสารด้วยกันอีกครั้ง",
    "NO_RULE_IN_FORCE": "วันที่เกิดเหตุยังไม่มีระเบียบเรื่องนี้ ขอดูวันที่ในเอกสารด้วยกันอีกครั้ง",
    "CAP_REACHED": f"{_THANKS} สวัสดิการนี้ได้รับครบตามเพดานของระเบียบแล้ว",
    "ANNUAL_CAP_REACHED": f"{_THANKS} ปีนี้ได้รับครบตามเพดานของระเบียบแล้ว",
    "NO_LIVE_BIRTH": "กองทุนขอแสดงความเสียใจด้วยอย่างยิ่ง มีเรื่องใดให้กองทุนช่วย บอกได้เสมอ",
    "GPA": "ขอเป็นกำลังใจให้ผู้เรียน จบระดับถัดไปแล้วมายื่นใหม่ได้",
    "NO_DISABILITY_CARD": f"{_THANKS} ขอดูบัตรประจำตัวคนพิการก่อน นำมาแสดงแล้วยื่นใหม่ได้",
}
_TO_THE_MEMBER: Final[dict[str, str]] = {
    "NO_RULE_IN_FORCE": "หากวันที่ไม่ตรง ขอดูเอกสารด้วยกันอีกครั้ง",
    "NO_SUCH_BENEFIT": "",
    "DUPLICATE": "หากเป็นคนละเหตุ ขอดูเอกสารด้วยกันอีกครั้ง",
    "CLAIM_BEFORE_EVENT": "ขอดูวันที่ในเอกสารด้วยกันอีกครั้ง",
    "NOT_MEMBER_AT_EVENT": "หากทะเบียนไม่ตรง ขอดูสมุดประจำตัวด้วยกัน",
    "NO_TIER": "",
    "WRONG_PAY_DAY": "",
    "NO_DISABILITY_CARD": "นำบัตรมาแสดง แล้วยื่นใหม่ได้",
}
"""What a member can do, where the advice of the message is for whoever sits at the desk."""
_GRIEF: Final[dict[str, str]] = {
    "SUSPENDED": "ตอนเกิดเหตุยังมีเงินสมทบค้าง ตามระเบียบจึงยังจ่ายให้ไม่ได้ มีเรื่องใดให้กองทุนช่วย บอกได้เสมอ",
    "LAPSED": "ตอนเกิดเหตุมีเงินสมทบค้างหลายเดือน ตามระเบียบจึงยังจ่ายให้ไม่ได้ มีเรื่องใดให้กองทุนช่วย บอกได้เสมอ",
    "REINSTATE_WAIT": "สิทธิยังไม่กลับมาในวันนั้น ตามระเบียบจึงยังจ่ายให้ไม่ได้ มีเรื่องใดให้กองทุนช่วย บอกได้เสมอ",
}
"""The same to the family of one who has died: nothing of paying up, of joining again, or of a next time."""
_PLAIN: Final = f"{_THANKS} ครั้งนี้ยังจ่ายให้ไม่ได้ตามระเบียบ ขอดูข้อระเบียบได้ทุกเมื่อ"
_CONDOLENCE: Final = "กองทุนขอแสดงความเสียใจด้วยอย่างยิ่ง"


def saying(reason: Finding, first_day: date | None, *, grief: bool = False) -> str:
    """Words for a refusal by its deciding finding; `grief` where somebody has died."""
    words = SAYINGS.get(reason.code, _PLAIN)
    if grief:
        words = _GRIEF.get(reason.code, words)
        words = f"{_CONDOLENCE} {words.removeprefix(_THANKS).strip()}"
    if first_day is not None:
        words = f"{words} {_FROM.format(day=short_date(first_day))}"
    return words


def letter_advice(code: str, advice: str, *, grief: bool = False) -> str:
    """The advice of a message as a letter to the member gives it: what she can do, never what the desk does.

    With `grief` the family of one who has died reads it: nothing of paying up or of a next time.
    """
    if grief and code in _GRIEF:
        return ""
    return _TO_THE_MEMBER.get(code, advice)


def last_day_words(reason: Finding) -> str:
    """The last day on which the claim could have come, "" when that is not why."""
    told = reason.values.get("last_day")
    return written("last_day", told) if reason.code == "LATE_CLAIM" and isinstance(told, str) else ""
