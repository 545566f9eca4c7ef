"""The thirteen digits of a Thai identity number.

Source: thai.md 6.6. A first digit of 0 or 9 marks people without Thai registration: allowed, with a word.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from wangfund.thai.digits import to_arabic

LENGTH: Final = 13
_BETWEEN: Final = re.compile(r"[\s.\-\u2010-\u2015\u2212\u200b\ufeff]")
_DIGITS: Final = re.compile(r"[0-9]{13}")
_UNUSUAL_FIRST: Final = frozenset("09")


class IdReading(NamedTuple):
    """What an identity number read as.

    Attributes:
        value: Thirteen Arabic digits, None when they cannot be trusted.
        code: None when all is well, else ``ID_EMPTY``, ``ID_LENGTH``, ``ID_CHECK_DIGIT``, or
            ``ID_FIRST_DIGIT``, the only one with a value.
    """

    value: str | None
    code: str | None


def check(text: str) -> IdReading:
    """Read a number typed with or without dashes, dots and spaces, in Thai or Arabic digits; never raises.

    Anything else between the digits, or not thirteen of them, is ``ID_LENGTH``.
    """
    digits = _BETWEEN.sub("", to_arabic(text))
    if not digits:
        return IdReading(None, "ID_EMPTY")
    if not _DIGITS.fullmatch(digits):
        return IdReading(None, "ID_LENGTH")
    if int(digits[-1]) != check_digit(digits[:-1]):
        return IdReading(None, "ID_CHECK_DIGIT")
    return IdReading(digits, "ID_FIRST_DIGIT" if digits[0] in _UNUSUAL_FIRST else None)


def check_digit(first12: str) -> int:
    """The thirteenth digit that belongs to the first twelve Arabic digits.

    Raises:
        ValueError: ``ID_LENGTH`` for anything but twelve digits.
    """
    if not re.fullmatch(r"[0-9]{12}", first12):
        raise ValueError("ID_LENGTH")
    total = sum(int(digit) * weight for digit, weight in zip(first12, range(LENGTH, 1, -1), strict=True))
    return (11 - total % 11) % 10


def format_id(digits: str) -> str:
    """``1-2345-67890-12-1``, as printed on the card.

    Raises:
        ValueError: ``ID_LENGTH`` for anything but thirteen Arabic digits.
    """
    if not _DIGITS.fullmatch(digits):
        raise ValueError("ID_LENGTH")
    return f"{digits[0]}-{digits[1:5]}-{digits[5:10]}-{digits[10:12]}-{digits[12]}"


def mask_id(digits: str) -> str:
    """``1-2345-xxxxx-xx-1``, for every paper that does not need the whole number.

    Raises:
        ValueError: ``ID_LENGTH`` for anything but thirteen Arabic digits.

    Source: thai.md 6.10.
    """
    return f"{format_id(digits)[:7]}xxxxx-xx-{digits[12]}"
