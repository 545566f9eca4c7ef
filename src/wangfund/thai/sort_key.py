"""Thai dictionary order as a key that a data file can store: the same order on every system.

Source: platform-notes 1 "Sorting", measured equal to ICU; thai.md 6.9.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from wangfund.thai.digits import to_arabic
from wangfund.thai.repair import repair

_LEADING_VOWELS: Final = frozenset("เแโใไ")
_CONSONANTS: Final = frozenset(chr(code) for code in range(0x0E01, 0x0E2F))
# Marks decide only between names that are otherwise alike, in this order.
_MARKS: Final = {
    "\u0e4e": "\x21",
    "\u0e4c": "\x22",
    "\u0e47": "\x23",
    "\u0e48": "\x24",
    "\u0e49": "\x25",
    "\u0e4a": "\x26",
    "\u0e4b": "\x27",
    "\u0e4d": "\x28",
    "\u0e3a": "\x29",
}
_BETWEEN: Final = "\x01"
_NO_MARK: Final = "\x20"
_NUMBER: Final = re.compile(r"[0-9]+")
_NUMBER_WIDTH: Final = 9


def thai_key(text: str) -> str:
    """Key by which names stand in Thai dictionary order when compared code point by code point.

    A leading vowel changes places with its consonant; tone marks count only between names otherwise alike.
    Case, runs of spaces, control characters and the kind of digits do not matter.
    """
    letters = to_arabic(" ".join(repair(text).split()))
    first: list[str] = []
    second: list[str] = []
    index = 0
    while index < len(letters):
        char = letters[index]
        index += 1
        if char in _LEADING_VOWELS and letters[index : index + 1] in _CONSONANTS:
            first.append(letters[index] + char)
            second.append(_NO_MARK * 2)
            index += 1
        elif char in _MARKS:
            second.append(_MARKS[char])
        elif unicodedata.category(char) != "Cc":
            first.append(char.casefold())
            second.append(_NO_MARK)
    return "".join(first) + _BETWEEN + "".join(second)


def house_key(house_no: str) -> str:
    """Key by which house numbers stand in the order of the road: 9, 9/1, 9/10, 10.

    Every number in it is filled with zeros to nine places, spaces are dropped.
    """
    plain = "".join(to_arabic(repair(house_no)).casefold().split())
    return _NUMBER.sub(lambda found: found[0].lstrip("0").zfill(_NUMBER_WIDTH), plain)
