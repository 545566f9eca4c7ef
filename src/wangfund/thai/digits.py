"""Thai and Arabic digits. Source: the Unicode Thai block, U+0E50 to U+0E59."""

from __future__ import annotations

from typing import Final

THAI_DIGITS: Final = "๐๑๒๓๔๕๖๗๘๙"
_ARABIC_DIGITS: Final = "0123456789"
_TO_ARABIC: Final = str.maketrans(THAI_DIGITS, _ARABIC_DIGITS)
_TO_THAI: Final = str.maketrans(_ARABIC_DIGITS, THAI_DIGITS)


def to_arabic(text: str) -> str:
    """The same text with every Thai digit written in Arabic; everything else stays."""
    return text.translate(_TO_ARABIC)


def to_thai(text: str) -> str:
    """The same text with every Arabic digit written in Thai; everything else stays."""
    return text.translate(_TO_THAI)
