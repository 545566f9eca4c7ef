"""House numbers and village numbers out of their own columns, addresses, bands and sheet names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from wangfund.domain.register.grid import Cell
from wangfund.domain.register.mended import Mended, cell_text, is_nothing, note, warning
from wangfund.thai.digits import to_arabic

HOUSE_NO_LONGEST = 40
MOO_HIGHEST = 99

_MOO = re.compile(r"(?:หมู่บ้านที่|หมู่ที่|หมู่|(?<![\u0e01-\u0e4e])ม\.?)\s*(?:ที่\s*)?(\d{1,3})(?!\d)")
_MOO_ALONE = re.compile(r"^(?:[Mm]\.?\s*)?(\d{1,2})$")
_HOUSE_WORD = re.compile(r"^(?:บ้านเลขที่|เลขที่บ้าน|บ้าน|เลขที่)\s*")
_HOUSE_IN_ADDRESS = re.compile(r"^(?:บ้านเลขที่|เลขที่|บ้าน)?\s*(\d+(?:/\d+)*[ก-ฮ]?)")
_WIDER = re.compile(r"(?:ตำบล|อำเภอ|จังหวัด|เทศบาล|อบต\.?|ต\.|อ\.|จ\.)\s*$")
_VILLAGE_NAME = re.compile(r"บ้าน[\u0e01-\u0e4e]+(?:\s[\u0e01-\u0e4e]+)*")


def moo_in_text(text: str, villages: Mapping[str, int]) -> int | None:
    """The village number a title, band or sheet name speaks of: 'หมู่ที่ ๘ บ้านไร่', 'ม.3', '3', or a known name."""
    plain = " ".join(to_arabic(text).split())
    found = _MOO.search(plain) or _MOO_ALONE.match(plain)
    if found and 1 <= int(found[1]) <= MOO_HIGHEST:
        return int(found[1])
    if plain in villages:
        return villages[plain]
    for named in _VILLAGE_NAME.finditer(plain):
        # A tambon or district often bears the name of one of its villages.
        if named[0] in villages and not _WIDER.search(plain[: named.start()]):
            return villages[named[0]]
    return None


def mend_moo(cell: Cell, villages: Mapping[str, int]) -> Mended[int]:
    """A village number from 1 to 99 out of 3, '๓', 'ม.3', 'หมู่ที่ 3' or a known village name."""
    text = cell_text(cell)
    if is_nothing(text):
        return Mended()
    moo = moo_in_text(text, villages)
    return Mended(moo) if moo is not None else warning("MOO_UNREADABLE")


def mend_house_no(cell: Cell) -> Mended[str]:
    """A house number as text in Arabic digits; a date cell is a house number Excel turned into a day.

    The day and month it came from cannot be told apart for certain, so they are only suggested.
    """
    if isinstance(cell, date):
        return warning("HOUSE_IS_DATE", suggestion=f"{cell.day}/{cell.month}")
    text = to_arabic(cell_text(cell))
    if is_nothing(text):
        return Mended()
    bare = _HOUSE_WORD.sub("", text)
    moo = _MOO.search(bare)
    if moo and moo.start() > 0:
        bare = bare[: moo.start()].strip(" ,")
    if len(text) > 2 * HOUSE_NO_LONGEST or len(bare) > HOUSE_NO_LONGEST:
        return warning("HOUSE_UNREADABLE")
    if not re.search(r"\d", bare):
        return note("HOUSE_WITHOUT_NUMBER", text)
    return Mended(re.sub(r"\s*/\s*", "/", bare))


def house_in_address(cell: Cell) -> str | None:
    """The house number an address begins with, None when it begins with something else."""
    found = _HOUSE_IN_ADDRESS.match(to_arabic(cell_text(cell)))
    return found[1] if found else None
