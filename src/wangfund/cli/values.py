"""What stands after an option, read: days and months of either era, baht, village numbers, pairs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from wangfund.domain.errors import Values
from wangfund.text.messages import say
from wangfund.thai.dates import parse_civil_date
from wangfund.thai.digits import to_arabic
from wangfund.thai.era import FIRST_BE_YEAR, LAST_CE_YEAR, OFFSET
from wangfund.thai.money_text import parse_baht
from wangfund.thai.period import Period

_Read = TypeVar("_Read")
_LONGEST = 60
_MOST_MOO = 99


def day(text: str) -> date:
    """A day: '2569-11-05', '2026-11-05', '5/11/2569', '๕ พ.ย. ๒๕๖๙'."""
    return _read(parse_civil_date, text)


def month(text: str) -> Period:
    """A month: '2569-11', '2026-11', '11/2569'."""
    return _read(Period.parse, text)


def baht(text: str) -> int:
    """Satang of an amount in baht."""
    return _read(parse_baht, text)


def year(text: str) -> int:
    """The C.E. year of a year of either era."""
    number = _whole(text, "YEAR_UNREADABLE")
    if FIRST_BE_YEAR <= number <= LAST_CE_YEAR + OFFSET:
        return number - OFFSET
    if 1900 <= number <= LAST_CE_YEAR:
        return number
    raise not_understood("YEAR_UNREADABLE", text)


def village(text: str) -> int | None:
    """A village's number; None for 'all'."""
    if text.strip().lower() in {"all", "ทั้งหมด", "ทุกหมู่"}:
        return None
    number = _whole(text, "VILLAGE_UNREADABLE")
    if not 1 <= number <= _MOST_MOO:
        raise not_understood("VILLAGE_UNREADABLE", text)
    return number


def whole(low: int, high: int) -> Callable[[str], int]:
    """A reader of whole numbers between two bounds."""

    def read(text: str) -> int:
        number = _whole(text, "NUMBER_UNREADABLE")
        if not low <= number <= high:
            raise not_understood("NUMBER_OUT_OF_RANGE", text, {"low": low, "high": high})
        return number

    return read


def member_no(text: str) -> str:
    """A member's number as it stands in the register, its digits Arabic."""
    return to_arabic(text).strip()


def pair(text: str) -> tuple[str, int]:
    """'NAME=BAHT' as a name and satang."""
    name, equals, amount = text.rpartition("=")
    if not equals or not name.strip():
        raise not_understood("PAIR_UNREADABLE", text)
    return name.strip(), baht(amount)


def member_pair(text: str) -> tuple[str, int]:
    """'MEMBER=BAHT' as a member's number and satang."""
    name, amount = pair(text)
    return member_no(name), amount


def not_understood(code: str, text: str, values: Values | None = None) -> argparse.ArgumentTypeError:
    """The complaint about a value, with what was typed."""
    typed = " ".join(text.split())
    shown = typed if len(typed) <= _LONGEST else typed[: _LONGEST - 1] + "…"
    return argparse.ArgumentTypeError(f"[{code}] {say(code, values).line} (พิมพ์มาว่า «{shown}»)")


def _read(read: Callable[[str], _Read], text: str) -> _Read:
    try:
        return read(text)
    except ValueError as error:
        raise not_understood(str(error), text) from error


def _whole(text: str, code: str) -> int:
    plain = to_arabic(text).strip()
    if not (plain.isascii() and plain.isdecimal() and len(plain) <= 9):
        raise not_understood(code, text)
    return int(plain)
