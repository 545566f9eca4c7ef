"""Strings that show whether Thai is set right, and every cluster Thai can have."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).parents[2] / "data" / "typeset"
WORDS: Final = (_DATA / "golden.txt").read_text("utf-8").split()
SENTENCE: Final = (_DATA / "sentence.txt").read_text("utf-8").strip()

_CONSONANTS: Final = [chr(code) for code in range(0x0E01, 0x0E2F)] + ["เ", "แ", "ๅ"]
_UPPER: Final = "ัิีึื็ํ๎"
_LOWER: Final = "ฺุู"
_TONES: Final = ["", "่", "้", "๊", "๋", "์"]


def all_clusters() -> list[str]:
    """Every consonant with every vowel mark and every tone, and with sara am; each once."""
    return list(dict.fromkeys(_clusters()))


def _clusters() -> Iterator[str]:
    for base in _CONSONANTS:
        for tone in _TONES:
            yield base + tone
            yield base + tone + "ำ"
            for vowel in _UPPER + _LOWER:
                yield base + vowel + tone
    yield from ("ฤๅ", "ฦๅ")
