"""Days out of cells: typed in many styles, or true dates whose year is Buddhist."""

from __future__ import annotations

import re
from datetime import date, datetime

from wangfund.domain.errors import Severity
from wangfund.domain.register.grid import Cell
from wangfund.domain.register.mended import Mended, Remark, cell_text, error, is_nothing, warning
from wangfund.thai.dates import DateReading, read_cell_date, read_thai_date
from wangfund.thai.digits import to_arabic

OLDEST_YEARS = 125

_BE_FIRST = 2400
# No community fund is older: a year of two digits that would lie ahead is a slip, not a day of B.E. 24xx.
_FIRST_FUNDS = date(1957, 1, 1)
_YEAR_ONLY = re.compile(r"^(?:พ\.?\s*ศ\.?|ปี)?\s*(\d{4})$")


def mend_birth_date(cell: Cell, today: date) -> Mended[date]:
    """A day of birth; a year alone gives no day (nothing is invented), only a warning with the year."""
    year = _year_alone(cell, today)
    if year is not None:
        return warning("BIRTH_YEAR_ONLY", year=year)
    mended = _day(cell, today)
    if mended is None:
        return warning("BIRTH_MISSING")
    if mended.value is not None and today.year - mended.value.year > OLDEST_YEARS:
        return error("BIRTH_TOO_LONG_AGO", years=today.year - mended.value.year)
    return mended


def mend_joined_on(cell: Cell, today: date) -> Mended[date]:
    """The day of joining; without one nobody can say what is owed, so its lack holds the row."""
    if _year_alone(cell, today) is not None:
        return error("DATE_YEAR_ONLY")
    mended = _day(cell, today, _FIRST_FUNDS)
    return error("JOINED_MISSING") if mended is None else mended


def mend_left_on(cell: Cell, today: date) -> Mended[date]:
    """The day membership ended as written, None without remark when the cell is blank."""
    if _year_alone(cell, today) is not None:
        return error("DATE_YEAR_ONLY")
    mended = _day(cell, today, _FIRST_FUNDS)
    return Mended() if mended is None else mended


def _year_alone(cell: Cell, today: date) -> int | None:
    """A bare year, B.E. or C.E., as B.E.; None when the cell is anything else."""
    if isinstance(cell, date):
        return None
    found = _YEAR_ONLY.match(to_arabic(cell_text(cell)))
    if not found:
        return None
    year = int(found[1])
    if year < _BE_FIRST:
        year += 543
    return year if today.year + 543 - OLDEST_YEARS <= year <= today.year + 543 else None


def _day(cell: Cell, today: date, earliest: date | None = None) -> Mended[date] | None:
    """A day with its remarks; None when the cell says nothing."""
    text = cell_text(cell)
    if is_nothing(text):
        return None
    remarks: tuple[Remark, ...] = ()
    if isinstance(cell, date):
        day = cell.date() if isinstance(cell, datetime) else cell
        reading = read_cell_date(day)
        if reading.value is not None and day.year > _BE_FIRST:
            remarks = (Remark("DATE_CELL_BE", Severity.NOTE),)
        if reading.code is None and reading.value is not None and reading.value > today:
            reading = DateReading(reading.value, "DATE_FUTURE")
    else:
        # A number cell drops the zero in front of a day typed as 01022516.
        digits = text.zfill(8) if isinstance(cell, int) and len(text) == 7 else text
        reading = read_thai_date(digits, latest=today, earliest=earliest)
    if reading.code is None:
        return Mended(reading.value, remarks)
    if reading.code == "DATE_CE_YEAR" and reading.value is not None:
        if reading.value > today:
            return error("DATE_FUTURE")
        return Mended(reading.value, (*remarks, Remark("DATE_CE_YEAR", Severity.WARNING)))
    return error("DATE_UNREADABLE" if reading.code == "DATE_EMPTY" else reading.code)
