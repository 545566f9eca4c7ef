"""Text from people made fit for a cell: one line, no letter a workbook cannot hold, never a formula."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST: Final = 2_000
"""Letters of one cell; a longer text is cut and ends in an ellipsis (the format itself ends at 32,767)."""

FORMULA_STARTS: Final = ("=", "+", "-", "@")

_UNHOLDABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def safe_text(text: str) -> str:
    """The text in one line. Line ends, tabs and letters no file can hold become single spaces; ends are trimmed.

    ``_x0041_`` would be read by Excel as the letter A, so its first stroke is made a look-alike (U+FF3F).
    """
    line = _ESCAPE.sub("\uff3f", " ".join(_UNHOLDABLE.sub(" ", text).split()))
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would read the text as a formula if a person typed it again."""
    return text.startswith(FORMULA_STARTS)


def text_width(text: str) -> int:
    """Letters a text takes side by side; Thai vowels and tone marks above and below take no place."""
    return sum(unicodedata.category(letter) not in {"Mn", "Me", "Cf"} for letter in text)
