"""Keys for forgiving search: what a clerk types finds what was written."""

from __future__ import annotations

import re
from typing import Final

from wangfund.thai.digits import to_arabic
from wangfund.thai.repair import repair

_DROPPED: Final = re.compile("[\u0e47-\u0e4c\u0e4e]")
_THAI: Final = re.compile("[\u0e01-\u0e4e]")
_NUMBER: Final = re.compile(r"[0-9\u0e50-\u0e59\s/-]*")

# Thai Kedmanee (TIS 820), the layout of nearly every Thai keyboard, key by key beside the US layout.
_US_KEYS: Final = (
    "1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
    "!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?"
)  # fmt: skip
_THAI_KEYS: Final = (
    "ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ"
    "+๑๒๓๔ู฿๕๖๗๘๙๐\"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ"
)  # fmt: skip
_KEDMANEE: Final = str.maketrans(dict(zip(_US_KEYS, _THAI_KEYS, strict=True)))


def search_key(text: str) -> str:
    """Text as it is looked for: repaired, small letters, Arabic digits, single spaces, no marks of tone.

    The short-vowel mark and the silencing mark go with the tone marks; all three are often left out in typing.
    """
    plain = to_arabic(repair(text)).casefold()
    # Without its marks a text can hold new pairs to mend, such as two sara e.
    return " ".join(repair(_DROPPED.sub("", plain)).split())


def keyboard_slip(text: str) -> str:
    """What was meant by text typed with the keyboard on the wrong language: ``l;ylfu`` is ``สวัสดี``.

    Text that holds a Thai letter, and a number such as a house number, was typed as meant and comes back unchanged.
    """
    if _THAI.search(text) or _NUMBER.fullmatch(text):
        return text
    return repair(text.translate(_KEDMANEE))
