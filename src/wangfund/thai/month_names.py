"""Thai names of months and days of the week, as printed and as people write them."""

from __future__ import annotations

import re
from typing import Final

MONTHS_LONG: Final = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
MONTHS_SHORT: Final = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
WEEKDAYS: Final = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
"""Monday first, as `date.weekday` counts."""

_ENDING: Final = re.compile("(?:คม|ยน|พันธ์)$")
_BY_NAME: Final = {
    name: number
    for number, (short, long) in enumerate(zip(MONTHS_SHORT, MONTHS_LONG, strict=True), start=1)
    for name in (long, _ENDING.sub("", long), short.replace(".", ""))
}


def month_of_name(name: str) -> int | None:
    """The number of a month written in full, without its ending (``มิถุนา``) or short; None for any other word.

    Dots and spaces do not matter: ``มิ.ย.``, ``มิ.ย`` and ``มิย`` are all June.
    """
    return _BY_NAME.get(re.sub(r"[.\s]", "", name))
