"""The Buddhist Era, and the one rule that leads from it to the Common Era and back.

Source: thai.md 6.1. Since 1 January B.E. 2484 the two differ by 543. Until then the Thai year began on
1 April, so that January to March of 1940 and of every year before belong to the Buddhist year that is
542 ahead. January to March of B.E. 2483 never came: 31 December 2483 was followed by 1 January 2484.
"""

from __future__ import annotations

from typing import Final

OFFSET: Final = 543
FIRST_BE_YEAR: Final = 2400
"""From this number on a four-digit year is Buddhist."""
LAST_CE_YEAR: Final = 2200
"""Up to this number a four-digit year is of the Common Era; between the two nobody can tell."""

_LAST_APRIL_YEAR: Final = 1940
_SHORT_BE_YEAR: Final = 2483
_LAST_MONTH_BEFORE_APRIL: Final = 3


def be_year_of(ce_year: int, month: int) -> int:
    """The Buddhist year of a month (1 to 12) of a year of the Common Era."""
    old_new_year = ce_year <= _LAST_APRIL_YEAR and month <= _LAST_MONTH_BEFORE_APRIL
    return ce_year + OFFSET - old_new_year


def ce_year_of(be_year: int, month: int) -> int:
    """The year of the Common Era of a month (1 to 12) of a Buddhist year.

    Raises:
        ValueError: ``DATE_NEVER_EXISTED`` for January to March of B.E. 2483.
    """
    if month > _LAST_MONTH_BEFORE_APRIL or be_year > _SHORT_BE_YEAR:
        return be_year - OFFSET
    if be_year == _SHORT_BE_YEAR:
        raise ValueError("DATE_NEVER_EXISTED")
    return be_year - OFFSET + 1
