"""What was typed into a field, understood or not: plain Python, so that every wrong key can be tested."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, TypeVar

from wangfund.domain.errors import Finding, Severity
from wangfund.thai.date_reading import read_thai_date
from wangfund.thai.dates import weekday_date
from wangfund.thai.digits import to_arabic
from wangfund.thai.money_text import parse_baht
from wangfund.thai.printable import unprintable

T = TypeVar("T")

MOST_SATANG: Final = 100_000_000_000
_SHOWN: Final = 40
_GROUPED: Final = re.compile("[0-9]{1,3}(,[0-9]{3})+")


@dataclass(frozen=True, slots=True)
class Typed(Generic[T]):
    """A reading: the value (None: none to be trusted), the finding about it, or a fact that follows from it."""

    value: T | None
    finding: Finding | None = None
    fact: str = ""

    @property
    def wrong(self) -> bool:
        """Whether it must be mended before it can be used."""
        return self.finding is not None and self.finding.severity is Severity.ERROR


Reading = Callable[[str], "Typed[T]"]


def typed_date(
    text: str, *, latest: date | None = None, earliest: date | None = None, required: bool = False
) -> Typed[date]:
    """A day in any of the styles people write; a C.E. year is understood and pointed out. Empty is no day.

    `latest` refuses a later day and settles the century of a year of two digits; `earliest` refuses an earlier one.
    """
    if not text.strip():
        return Typed(None, Finding("DATE_EMPTY", "date") if required else None)
    reading = read_thai_date(text, latest=latest)
    if reading.value is None:
        return Typed(
            None, Finding(reading.code or "DATE_UNREADABLE", "date", values={"value": shown_short(text)})
        )
    if earliest is not None and reading.value < earliest:
        return Typed(None, Finding("DATE_TOO_EARLY", "date", values={"earliest": earliest.isoformat()}))
    if reading.code is not None:
        values = {"value": shown_short(text)}
        return Typed(reading.value, Finding(reading.code, "date", severity=Severity.WARNING, values=values))
    return Typed(reading.value, fact=weekday_date(reading.value))


def typed_money(text: str, *, most_satang: int = MOST_SATANG, required: bool = False) -> Typed[int]:
    """An amount in baht as satang, zero or more. Empty is no amount."""
    if not text.strip():
        return Typed(None, Finding("AMOUNT_EMPTY", "amount") if required else None)
    try:
        satang = parse_baht(text)
    except ValueError as error:
        return Typed(None, Finding(str(error), "amount"))
    if satang < 0:
        return Typed(None, Finding("AMOUNT_NEGATIVE", "amount"))
    if satang > most_satang:
        return Typed(None, Finding("AMOUNT_TOO_LARGE", "amount", values={"amount_satang": satang}))
    return Typed(satang)


def typed_text(text: str, *, longest: int = 120, required: bool = False) -> Typed[str]:
    """A line of words: spaces put in order, only what paper can show. Empty is ""."""
    line = " ".join(text.split())
    if not line:
        return Typed("", Finding("TEXT_EMPTY", "text") if required else None)
    if len(line) > longest:
        return Typed(None, Finding("TEXT_TOO_LONG", "text", values={"length": len(line), "longest": longest}))
    strange = unprintable(line)
    if strange:
        shown = " ".join(f"U+{ord(letter):04X}" for letter in strange)
        return Typed(None, Finding("TEXT_UNPRINTABLE", "text", values={"characters": shown}))
    return Typed(line)


def typed_number(text: str, *, low: int = 0, high: int = 1_000_000, required: bool = False) -> Typed[int]:
    """A whole number, Thai digits and commas between thousands understood. Empty is none."""
    digits = to_arabic(text).strip()
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(",", "")
    if not digits:
        return Typed(None, Finding("NUMBER_EMPTY", "number") if required else None)
    if not (digits.isascii() and digits.isdigit()):
        return Typed(None, Finding("NUMBER_UNREADABLE", "number"))
    if len(digits) > 12 or not low <= int(digits) <= high:
        return Typed(None, Finding("NUMBER_OUT_OF_RANGE", "number", values={"low": low, "high": high}))
    return Typed(int(digits))


def shown_short(text: str) -> str:
    """What was typed as a message repeats it: one line, short, nothing that cannot be seen."""
    # A sign that turns the direction of writing would turn our own words, too.
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
