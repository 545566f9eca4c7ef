"""Findings of an import in a few words, for lists."""

from __future__ import annotations

from typing import Final

from wangfund.text.messages import say

_SHORT: Final[dict[str, str]] = {
    "NAME_MISSING": "ไม่มีชื่อ",
    "NAME_TOO_LONG": "ชื่อยาวเกินไป",
    "NAME_ODD_LETTERS": "ชื่อมีเครื่องหมาย",
    "NAME_CHANGES": "ชื่อไม่เหมือนเดิม",
    "ROW_ONLY_A_NAME": "มีแต่ชื่อ",
    "ROW_HELD": "ท่านพักไว้",
    "ROW_REPEATED": "คนซ้ำ",
    "MEMBER_NO_UNREADABLE": "อ่านไม่ได้",
    "MEMBER_NO_DUPLICATE": "เลขซ้ำ",
    "MEMBER_NO_OF_ANOTHER": "เลขของคนอื่น",
    "MEMBER_NO_CHANGES": "เลขไม่เหมือนเดิม",
    "POSSIBLY_SAME_PERSON": "อาจมีอยู่แล้ว",
    "MATCHED_TWICE": "ตรงกับคนเดียวกัน",
    "LEFT_IN_FUND": "พ้นสภาพไปแล้ว",
    "ID_MISSING": "ไม่มีเลข",
    "ID_LENGTH": "เลขไม่ครบ 13 หลัก",
    "ID_CHECK_DIGIT": "เลขไม่ถูกต้อง",
    "ID_FIRST_DIGIT": "ขึ้นต้นด้วย 0 หรือ 9",
    "ID_CUT_BY_EXCEL": "Excel ตัดเลข",
    "ID_DUPLICATE": "เลขซ้ำ",
    "PHONE_UNREADABLE": "อ่านไม่ได้",
    "BIRTH_MISSING": "ไม่มีวันเกิด",
    "BIRTH_YEAR_ONLY": "มีแต่ปีเกิด",
    "BIRTH_TOO_LONG_AGO": "นานเกินไป",
    "JOINED_MISSING": "ไม่มีวันที่",
    "JOINED_BEFORE_BORN": "ก่อนวันเกิด",
    "DATE_YEAR_ONLY": "มีแต่ปี",
    "DATE_UNREADABLE": "อ่านไม่ได้",
    "DATE_NO_SUCH_DAY": "ไม่มีวันนี้ในปฏิทิน",
    "DATE_NEVER_EXISTED": "ไม่เคยมีวันนี้",
    "DATE_YEAR_UNCLEAR": "ปีไม่ชัด",
    "DATE_CE_YEAR": "เป็นปี ค.ศ.",
    "DATE_FUTURE": "ยังมาไม่ถึง",
    "STATUS_UNKNOWN": "ไม่รู้จัก",
    "STATUS_AND_NOTE_DISAGREE": "ไม่ตรงหมายเหตุ",
    "STATUS_AND_DATE_DISAGREE": "ไม่ตรงวันที่",
    "LEFT_DATE_MISSING": "ไม่มีวันที่",
    "LEFT_BEFORE_JOINED": "ก่อนวันสมัคร",
    "ROW_NEEDS_LEFT_ON": "ไม่มีวันที่",
    "ROW_NEEDS_GIVEN_NAME": "ไม่มีชื่อ",
    "ROW_NEEDS_MOO": "ไม่รู้หมู่",
    "ROW_NEEDS_JOINED_ON": "ไม่มีวันที่",
    "NOTE_MENTIONS_LEAVING": "ดูหมายเหตุ",
    "MOO_MISSING": "ไม่รู้หมู่",
    "MOO_UNREADABLE": "อ่านไม่ได้",
    "MOO_NOT_OF_BAND": "ไม่ตรงหัวข้อ",
    "HOUSE_IS_DATE": "กลายเป็นวันที่",
    "HOUSE_UNREADABLE": "ยาวเกินไป",
    "HEIR_TOO_LONG": "ยาวเกินไป",
    "MATRIX_AMOUNT_UNREADABLE": "จำนวนเงินอ่านไม่ได้",
    "MATRIX_MEMBER_MISSING": "ไม่มีเลขที่สมาชิก",
    "MATRIX_MEMBER_TWICE": "เลขซ้ำ",
    "MATRIX_MEMBER_UNKNOWN": "ไม่มีเลขนี้ในกองทุน",
}
PAIRS: Final[dict[str, str]] = {
    "ID_DUPLICATE": "สองคนนี้มีเลขประจำตัวเดียวกัน",
    "MEMBER_NO_DUPLICATE": "สองคนนี้มีเลขที่สมาชิกเดียวกัน",
    "ROW_REPEATED": "น่าจะเป็นคนเดียวกัน",
    "MEMBER_NO_OF_ANOTHER": "เลขที่นี้เป็นของอีกคนหนึ่งแล้ว",
    "POSSIBLY_SAME_PERSON": "อาจเป็นคนเดียวกัน",
    "MATCHED_TWICE": "มีอีกแถวที่ตรงกับคนนี้",
    "NAME_CHANGES": "เลขบัตรตรงกัน แต่ชื่อไม่เหมือน",
    "MEMBER_NO_CHANGES": "เลขบัตรตรงกัน แต่เลขที่ไม่เหมือน",
}
"""What is said where the two stand side by side."""


def short(code: str) -> str:
    """A finding in a few words; one without them in its own."""
    return _SHORT.get(code) or say(code).message
