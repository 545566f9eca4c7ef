"""Amounts of money in words and in figures, and figures back into satang.

Source: thai.md 6.4 (the reading of Excel's BAHTTEXT and of the Royal Society: 101 is หนึ่งร้อยเอ็ด).
"""

from __future__ import annotations

import re
from typing import Final

from wangfund.thai.digits import to_arabic
from wangfund.thai.repair import repair

MINUS: Final = "\u2212"
DASH: Final = "\u2013"

_DIGITS: Final = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES: Final = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_MILLION: Final = 1_000_000
_MOST_BAHT_DIGITS: Final = 15
_BAHT: Final = re.compile(
    r"(?P<sign>[-+\u2212])?\s*(?:฿\s*)?(?P<baht>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.(?P<satang>[0-9]*))?"
    r"(?:-|\s*บาท(?:ถ้วน)?|\s*฿)?"
)


def baht_text(satang: int) -> str:
    """An amount in words: 2150 is ``ยี่สิบเอ็ดบาทห้าสิบสตางค์``, a whole amount ends in ``ถ้วน``."""
    sign = "ลบ" if satang < 0 else ""
    baht, rest = divmod(abs(satang), 100)
    if not rest:
        return f"{sign}{_number(baht)}บาทถ้วน"
    return f"{sign}{_number(baht) + 'บาท' if baht else ''}{_number(rest)}สตางค์"


def format_baht(satang: int) -> str:
    """``1,234.50``; a negative amount carries a true minus (U+2212)."""
    baht, rest = divmod(abs(satang), 100)
    return f"{MINUS if satang < 0 else ''}{baht:,}.{rest:02d}"


def format_baht_or_dash(satang: int) -> str:
    """As `format_baht`, but a dash for nothing, for columns where most rows are empty."""
    return format_baht(satang) if satang else DASH


def parse_baht(text: str) -> int:
    """Satang of an amount in baht: ``1,234.50``, ``๑๒๐``, ``-60``, ``฿500``, ``500 บาท``, ``500.-``.

    Raises:
        ValueError: ``AMOUNT_EMPTY``, ``AMOUNT_UNREADABLE``, ``AMOUNT_TOO_FINE`` (more than two decimals)
            or ``AMOUNT_TOO_LARGE`` (more than fifteen digits of baht).
    """
    plain = to_arabic(repair(text))
    if not plain:
        raise ValueError("AMOUNT_EMPTY")
    found = _BAHT.fullmatch(plain)
    baht, satang = (found["baht"].replace(",", ""), found["satang"] or "") if found else ("", "")
    if not found or not (baht or satang):
        raise ValueError("AMOUNT_UNREADABLE")
    if len(satang) > len("00"):
        raise ValueError("AMOUNT_TOO_FINE")
    if len(baht) > _MOST_BAHT_DIGITS:
        raise ValueError("AMOUNT_TOO_LARGE")
    amount = int(baht or "0") * 100 + int(satang.ljust(2, "0"))
    return -amount if found["sign"] in {"-", MINUS} else amount


def _number(value: int) -> str:
    """A number of zero or more in words; groups of six digits are joined by the word for a million."""
    if value == 0:
        return "ศูนย์"
    groups: list[int] = []
    while value:
        value, group = divmod(value, _MILLION)
        groups.append(group)
    words = ""
    for group in reversed(groups):
        words = (words + "ล้าน" if words else "") + _group(group, after_higher=bool(words))
    return words


def _group(value: int, *, after_higher: bool) -> str:
    words = ""
    for place in range(len(_PLACES) - 1, -1, -1):
        digit = value // 10**place % 10
        if not digit:
            continue
        if place == 1 and digit <= 2:
            words += ("", "สิบ", "ยี่สิบ")[digit]
        elif place == 0 and digit == 1 and (words or after_higher):
            words += "เอ็ด"
        else:
            words += _DIGITS[digit] + _PLACES[place]
    return words
