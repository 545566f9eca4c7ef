"""Reading the dates people write: B.E. years of two or four digits, month names, Thai digits, Excel cells.

Source: thai.md 6.1. A year of two digits is Buddhist; of four digits, from 2400 on Buddhist, up to 2200
of the Common Era; between the two the writer must say.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from wangfund.thai.digits import to_arabic
from wangfund.thai.era import FIRST_BE_YEAR, LAST_CE_YEAR, OFFSET, ce_year_of
from wangfund.thai.month_names import month_of_name
from wangfund.thai.repair import repair

LONGEST: Final = 80
"""Characters, single-spaced, of the longest text that can be one date."""

_FIRST_CE_YEAR: Final = 1800
_THIS_CENTURY: Final = 2500
_LAST_CENTURY: Final = 2400

_LEAD: Final = (
    r"(?:(?:เมื่อ|ณ)\s*)?(?:วัน)?\s*"
    r"(?:(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ?|ศุกร์|เสาร์|อาทิตย์|จ\.|อ\.|พ\.|พฤ\.|ศ\.|ส\.|อา\.)\s*)?(?:ที่)?\s*"
)
_ERA: Final = r"(?:ปี\s*)?(?P<era>พ\.?\s?ศ\.?|พุทธศักราช|ค\.?\s?ศ\.?|คริสต์ศักราช|)\s*"
_YEAR: Final = r"(?P<year>[0-9]{4}|[0-9]{2})"
_GAP: Final = r"[\s/.,\-\u2010-\u2015\u2212\\]"
_NUMBERS: Final = re.compile(
    rf"{_LEAD}(?P<day>[0-9]{{1,2}}){_GAP}{{1,3}}(?:เดือน\s*)?(?P<month>[0-9]{{1,2}}){_GAP}{{1,3}}{_ERA}{_YEAR}"
)
_NAMED: Final = re.compile(
    rf"{_LEAD}(?P<day>[0-9]{{1,2}}){_GAP}{{0,3}}(?:เดือน\s*)?(?P<month>[ก-์][ก-์.\s]{{1,13}}?){_GAP}{{0,3}}{_ERA}{_YEAR}"
)
_YEAR_FIRST: Final = re.compile(
    r"(?P<era>)(?P<year>[0-9]{4})[/.\-\u2010-\u2015](?P<month>[0-9]{1,2})[/.\-\u2010-\u2015](?P<day>[0-9]{1,2})"
)
_SIX: Final = re.compile(r"(?P<era>)(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{2})")
_EIGHT: Final = re.compile(r"(?P<era>)(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>(?:1[89]|2)[0-9]{2,3})")
_EIGHT_YEAR_FIRST: Final = re.compile(
    r"(?P<era>)(?P<year>(?:1[89]|2[0-9])[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
)
_SHAPES: Final = (_NUMBERS, _NAMED, _YEAR_FIRST, _SIX, _EIGHT, _EIGHT_YEAR_FIRST)
_CLOCK: Final = re.compile(r"(?:T|\s)\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:\s*น\.?)?$")


class DateReading(NamedTuple):
    """What a date read as.

    Attributes:
        value: The day, None when there is none to be trusted.
        code: None when all is well, else ``DATE_EMPTY``, ``DATE_UNREADABLE``, ``DATE_NO_SUCH_DAY``,
            ``DATE_YEAR_UNCLEAR``, ``DATE_NEVER_EXISTED``, ``DATE_FUTURE``, or ``DATE_CE_YEAR``, the only one
            with a value.
    """

    value: date | None
    code: str | None


def read_thai_date(text: str, *, latest: date | None = None, earliest: date | None = None) -> DateReading:
    """Read one date in any of the styles of a Thai register; never raises.

    ``30/6/68``, ``30-06-2568``, ``30.6.2568``, ``30 มิ.ย. 68``, ``๓๐ มิถุนายน ๒๕๖๘``,
    ``วันที่ 30 เดือน มิถุนายน พ.ศ. 2568``, ``2568-06-30``, ``300668``, ``30062568``, each also with a time of day.

    With `latest`, a year of two digits that would lie later is one of 24xx (a birth typed ``22/3/77``) unless
    that lies before `earliest`, and any other day later than `latest` is ``DATE_FUTURE``.
    """
    plain = " ".join(to_arabic(repair(text)).split())
    if not plain:
        return DateReading(None, "DATE_EMPTY")
    if len(plain) > LONGEST:
        return DateReading(None, "DATE_UNREADABLE")
    plain = _CLOCK.sub("", plain)
    for shape in _SHAPES:
        if found := shape.fullmatch(plain):
            return _read(found, latest, earliest)
    return DateReading(None, "DATE_UNREADABLE")


def read_cell_date(value: date) -> DateReading:
    """Read a true date of a spreadsheet (a date or a datetime); one whose year is Buddhist was typed as if C.E."""
    if value.year >= FIRST_BE_YEAR:
        return _day(value.year, value.month, value.day)
    if value.year > LAST_CE_YEAR:
        return DateReading(None, "DATE_YEAR_UNCLEAR")
    return DateReading(date(value.year, value.month, value.day), None)


def parse_civil_date(text: str) -> date:
    """The day of a command line: ``2569-11-05`` (B.E. from 2400 on), ``2026-11-05``, ``5/11/2569`` and the like.

    Raises:
        ValueError: with one of the codes of `DateReading` but ``DATE_CE_YEAR`` and ``DATE_FUTURE``.
    """
    reading = read_thai_date(text)
    if reading.value is None:
        raise ValueError(reading.code)
    return reading.value


def _read(found: re.Match[str], latest: date | None, earliest: date | None) -> DateReading:
    word = found["month"]
    month = int(word) if word.isdecimal() else month_of_name(word)
    if month is None:
        return DateReading(None, "DATE_UNREADABLE")
    day, year = int(found["day"]), int(found["year"])
    common_era = found["era"].startswith("ค")
    if len(found["year"]) == 2:
        if common_era:
            return DateReading(None, "DATE_YEAR_UNCLEAR")
        return _not_after(_day(_with_century(year, month, day, latest, earliest), month, day), latest)
    if year >= FIRST_BE_YEAR:
        reading = _day(year, month, day)
        if common_era or (latest is None and year - OFFSET > LAST_CE_YEAR):
            return DateReading(None, "DATE_YEAR_UNCLEAR")
        return _not_after(reading, latest)
    if not _FIRST_CE_YEAR <= year <= LAST_CE_YEAR or found["era"].startswith("พ"):
        return DateReading(None, "DATE_YEAR_UNCLEAR")
    reading = _not_after(_civil(year, month, day), latest)
    return reading if reading.value is None else DateReading(reading.value, "DATE_CE_YEAR")


def _with_century(year: int, month: int, day: int, latest: date | None, earliest: date | None) -> int:
    this, last = _THIS_CENTURY + year, _LAST_CENTURY + year
    if latest is None or (this - OFFSET, month, day) <= (latest.year, latest.month, latest.day):
        return this
    if earliest is not None:
        before = _day(last, month, day).value
        if before is None or before < earliest:
            return this
    return last


def _day(be_year: int, month: int, day: int) -> DateReading:
    try:
        year = ce_year_of(be_year, month)
    except ValueError:
        return DateReading(None, "DATE_NEVER_EXISTED")
    return _civil(year, month, day)


def _civil(year: int, month: int, day: int) -> DateReading:
    try:
        return DateReading(date(year, month, day), None)
    except ValueError:
        return DateReading(None, "DATE_NO_SUCH_DAY")


def _not_after(reading: DateReading, latest: date | None) -> DateReading:
    if latest is not None and reading.value is not None and reading.value > latest:
        return DateReading(None, "DATE_FUTURE")
    return reading
