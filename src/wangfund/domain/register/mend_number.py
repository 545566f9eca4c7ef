"""Member numbers, identity numbers and telephones out of cells that lost zeros, dashes or their type."""

from __future__ import annotations

import re

from wangfund.domain.errors import Severity
from wangfund.domain.register.grid import Cell
from wangfund.domain.register.mended import Mended, Remark, cell_text, error, is_nothing, note, warning
from wangfund.thai.digits import to_arabic
from wangfund.thai.national_id import check

MEMBER_NO_WIDTH = 4
MEMBER_NO_LONGEST = 20

_NOT_DIGIT = re.compile(r"[^0-9]")
_SCIENTIFIC = re.compile(r"^\d([.,]\d+)?[eE]\+?\d+$")
_PHONES = re.compile(r"[,;/\n]|\bหรือ\b|\s{2,}")
_MOBILE = re.compile(r"^0[689][0-9]{8}$")
_LANDLINE = re.compile(r"^0[2-7][0-9]{7}$")


def mend_member_no(cell: Cell) -> Mended[str]:
    """A member number as text, digits padded with zeros to four: 12 and '๑๒' are '0012'.

    None without remark when the cell is blank; letters are kept as written.
    """
    text = to_arabic(cell_text(cell)).replace(" ", "")
    if is_nothing(text):
        return Mended()
    if len(text) > MEMBER_NO_LONGEST or (isinstance(cell, float) and not cell.is_integer()):
        return error("MEMBER_NO_UNREADABLE")
    if text.isascii() and text.isdecimal():
        return Mended(text.zfill(MEMBER_NO_WIDTH)) if int(text) else error("MEMBER_NO_UNREADABLE")
    return Mended(text)


def mend_national_id(cell: Cell) -> Mended[str]:
    """Thirteen digits out of text, number, dashes or Thai digits; None when they cannot be trusted.

    A number one digit short whose missing zero in front makes it valid is not mended, only suggested.

    Source: thai.md 6.6; a first digit of 0 or 9 is allowed with a warning.
    """
    text = to_arabic(cell_text(cell))
    if is_nothing(text):
        return warning("ID_MISSING")
    if _SCIENTIFIC.match(text):
        return error("ID_CUT_BY_EXCEL")
    reading = check(text)
    if reading.code is None:
        return Mended(reading.value)
    if reading.code == "ID_FIRST_DIGIT":
        digits = reading.value or _NOT_DIGIT.sub("", text)
        return warning("ID_FIRST_DIGIT", digits)
    digits = _NOT_DIGIT.sub("", text)
    padded = check("0" + digits)
    if len(digits) == 12 and (padded.code is None or padded.code == "ID_FIRST_DIGIT"):
        return error("ID_LENGTH", digits=12, suggestion="0" + digits)
    if reading.code == "ID_LENGTH":
        return error("ID_LENGTH", digits=len(digits))
    return error(reading.code)


def mend_phone(cell: Cell) -> Mended[str]:
    """A telephone number in digits, with the zero that a number cell lost; never a reason to hold a row.

    Ten digits for a mobile, nine for a line; of several numbers the first that can be read.
    """
    text = to_arabic(cell_text(cell))
    if is_nothing(text):
        return Mended()
    parts = [part for part in _PHONES.split(text) if re.search(r"\d", part)]
    for part in parts:
        digits = _NOT_DIGIT.sub("", part)
        if digits.startswith("66") and len(digits) in {10, 11}:
            digits = "0" + digits[2:]
        for number, restored in ((digits, False), ("0" + digits, True)):
            if _MOBILE.match(number) or _LANDLINE.match(number):
                remarks = []
                if restored:
                    remarks.append(Remark("PHONE_ZERO_RESTORED", Severity.NOTE, {"number": number}))
                if len(parts) > 1:
                    remarks.append(Remark("PHONE_SEVERAL", Severity.NOTE, {"number": number}))
                return Mended(number, tuple(remarks))
    return warning("PHONE_UNREADABLE")


def mend_age(cell: Cell) -> Mended[int]:
    """An age in years as a note: it never becomes a birth date."""
    text = to_arabic(cell_text(cell))
    found = re.match(r"^\D*(\d{1,3})\b", text)
    if is_nothing(text) or not found or int(found[1]) > 130:
        return warning("BIRTH_MISSING")
    return note("AGE_NOT_BIRTH_DATE", int(found[1]), age=int(found[1]))
