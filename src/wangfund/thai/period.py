"""A calendar month: the unit in which a fund counts contributions, closings and reports."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from wangfund.thai.digits import to_arabic
from wangfund.thai.era import FIRST_BE_YEAR, LAST_CE_YEAR, be_year_of, ce_year_of

_MONTHS: Final = 12
_LAST_YEAR: Final = 9999
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})-([0-9]{1,2})", re.ASCII)
_MONTH_FIRST: Final = re.compile(r"([0-9]{1,2})/([0-9]{4})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One month of one year.

    Attributes:
        year: Year of the Common Era, 1 to 9999.
        month: Month, 1 to 12.
    """

    year: int
    month: int

    def __post_init__(self) -> None:
        """Refuse what is no month.

        Raises:
            ValueError: ``PERIOD_OUT_OF_RANGE``.
        """
        if not (1 <= self.month <= _MONTHS and 1 <= self.year <= _LAST_YEAR):
            raise ValueError("PERIOD_OUT_OF_RANGE")

    @classmethod
    def of(cls, day: date) -> Period:
        """The month in which a day lies."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read ``2569-11`` (B.E. from 2400 on), ``2026-11`` (C.E. up to 2200) or ``11/2569``.

        Thai digits are understood, spaces around the text are ignored.

        Raises:
            ValueError: ``PERIOD_UNREADABLE`` for any other shape and for a year between the two eras,
                ``PERIOD_OUT_OF_RANGE`` for a month that does not exist, ``DATE_NEVER_EXISTED`` for
                January to March of B.E. 2483.
        """
        plain = to_arabic(text).strip()
        if match := _YEAR_FIRST.fullmatch(plain):
            year, month = int(match[1]), int(match[2])
        elif match := _MONTH_FIRST.fullmatch(plain):
            month, year = int(match[1]), int(match[2])
        else:
            raise ValueError("PERIOD_UNREADABLE")
        if not 1 <= month <= _MONTHS:
            raise ValueError("PERIOD_OUT_OF_RANGE")
        if year >= FIRST_BE_YEAR:
            year = ce_year_of(year, month)
        elif year > LAST_CE_YEAR:
            raise ValueError("PERIOD_UNREADABLE")
        return cls(year, month)

    @classmethod
    def from_code(cls, code: int) -> Period:
        """The month of a stored code such as 202611 (C.E. year times 100 plus month).

        Raises:
            ValueError: ``PERIOD_OUT_OF_RANGE``.
        """
        return cls(code // 100, code % 100)

    @classmethod
    def from_index(cls, index: int) -> Period:
        """The month with the given running number, see `index`.

        Raises:
            ValueError: ``PERIOD_OUT_OF_RANGE``.
        """
        return cls(index // _MONTHS, index % _MONTHS + 1)

    @property
    def code(self) -> int:
        """The number a data file stores: 202611 for November 2026."""
        return self.year * 100 + self.month

    @property
    def index(self) -> int:
        """Running number of the month; consecutive months differ by one."""
        return self.year * _MONTHS + self.month - 1

    @property
    def iso(self) -> str:
        """``2026-11``, Common Era."""
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    @property
    def be_year(self) -> int:
        """Year of the Buddhist Era; before 1941 the year began in April."""
        return be_year_of(self.year, self.month)

    def plus(self, n: int) -> Period:
        """The month ``n`` months later (earlier when ``n`` is negative).

        Raises:
            ValueError: ``PERIOD_OUT_OF_RANGE``.
        """
        return Period.from_index(self.index + n)

    def months_until(self, other: Period) -> int:
        """How many months after this one the other lies; negative when it lies before."""
        return other.index - self.index

    def __str__(self) -> str:
        """The same as `iso`."""
        return self.iso


def month_range(first: Period, last: Period) -> Iterator[Period]:
    """Every month from the first to the last, both included; nothing when the last lies before."""
    for index in range(first.index, last.index + 1):
        yield Period.from_index(index)
