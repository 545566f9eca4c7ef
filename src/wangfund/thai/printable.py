"""What the bundled faces can print: Thai, Latin, digits and the signs of writing; no pictures and no other script."""

from __future__ import annotations

import re
from typing import Final

_PRINTABLE: Final = re.compile(
    "[\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u0e01-\u0e3a\u0e3f-\u0e5b\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]"
)


def unprintable(text: str) -> str:
    """The first characters of a text that no paper can show ("" when all can be shown), at most three."""
    found = dict.fromkeys(letter for letter in text if not _PRINTABLE.match(letter))
    return "".join(list(found)[:3])
