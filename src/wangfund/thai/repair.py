"""Putting typed Thai right without changing what it says: one spelling for what looks the same on paper.

Source: thai.md 6.8 (Unicode) and the pitfalls of Thai PDF making: NFC alone is not enough.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_VOWELS: Final = "\u0e31\u0e34-\u0e3a\u0e47"
_TONES: Final = "\u0e48-\u0e4b"
_OVER_TONES: Final = "\u0e48-\u0e4e"
_ZERO_WIDTH: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"

_REMOVED: Final = re.compile(f"[{_ZERO_WIDTH}]")
_SPACES: Final = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " "})
_TWO_E: Final = "\u0e40\u0e40"
_AE: Final = "\u0e41"
_TANGLED: Final = re.compile(f"[{_VOWELS}{_OVER_TONES}]*[{_OVER_TONES}][{_VOWELS}][{_VOWELS}{_OVER_TONES}]*")
_VOWEL: Final = re.compile(f"[{_VOWELS}]")
_DOUBLED: Final = re.compile(f"([{_VOWELS}{_OVER_TONES}])\\1+")
_RING_AA: Final = re.compile(f"\u0e4d([{_TONES}]*)\u0e32")
_AM_TONE: Final = re.compile(f"\u0e33[\u0e33{_TONES}]*[{_TONES}]")
# Composing takes the square of the length of such a run in time; no word has one, a cell meant to hang us may.
_NO_WORD: Final = re.compile(f"[{_VOWELS}{_OVER_TONES}\u0e33\u0300-\u036f\u0591-\u065f]{{33}}")
_THAI_OR_ODD: Final = re.compile("[^\u0020-\u007e\n]")


def repair(text: str) -> str:
    """The text in the one spelling the program stores and searches; repairing twice changes nothing more.

    Composed (NFC); ring and sara aa become sara am, also around a tone mark; two sara e become sara ae; a vowel
    stands before its tone mark, a tone mark before sara am; a mark typed twice stands once; characters
    without width go; a space that does not break becomes a plain one; spaces at both ends go. All else stays.
    A text with more than thirty marks in a row is no words: only what has no width is taken out of it.
    """
    if not _THAI_OR_ODD.search(text):
        return text.strip()
    plain = _REMOVED.sub("", text).translate(_SPACES).strip()
    if _NO_WORD.search(plain):
        return plain
    # Each rule takes characters away or moves them one way only, so this comes to rest; two rounds are usual.
    while (mended := _one_round(plain)) != plain:
        plain = mended
    return plain


def _one_round(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace(_TWO_E, _AE)
    text = _TANGLED.sub(_vowels_first, text)
    text = _DOUBLED.sub(r"\1", unicodedata.normalize("NFC", text))
    text = _RING_AA.sub("\\1\u0e33", text)
    return _AM_TONE.sub(_tones_first, text)


def _vowels_first(found: re.Match[str]) -> str:
    return "".join(_VOWEL.findall(found[0])) + _VOWEL.sub("", found[0])


def _tones_first(found: re.Match[str]) -> str:
    count = found[0].count("\u0e33")
    return found[0].replace("\u0e33", "") + "\u0e33" * count
