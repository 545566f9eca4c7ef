"""Days and months as a Thai reader writes them; the readers of typed dates are at hand here too."""

from __future__ import annotations

from datetime import date

from wangfund.thai.date_reading import DateReading, parse_civil_date, read_cell_date, read_thai_date
from wangfund.thai.digits import to_thai
from wangfund.thai.era import be_year_of, ce_year_of
from wangfund.thai.month_names import MONTHS_LONG, MONTHS_SHORT, WEEKDAYS
from wangfund.thai.period import Period

__all__ = [
    "MONTHS_LONG",
    "MONTHS_SHORT",
    "WEEKDAYS",
    "DateReading",
    "be_year",
    "ce_year",
    "formal_date",
    "long_date",
    "long_month",
    "month_span",
    "parse_civil_date",
    "read_cell_date",
    "read_thai_date",
    "short_date",
    "short_month",
    "table_date",
    "weekday_date",
]


def be_year(day: date) -> int:
    """The Buddhist year in which a day lies; before 1941 the year began in April."""
    return be_year_of(day.year, day.month)


def ce_year(be_year: int, month: int) -> int:
    """The year of the Common Era of a month of a Buddhist year.

    Raises:
        ValueError: ``DATE_NEVER_EXISTED`` for January to March of B.E. 2483.
    """
    return ce_year_of(be_year, month)


def short_date(day: date) -> str:
    """``30 มิ.ย. 2568``."""
    return f"{day.day} {MONTHS_SHORT[day.month - 1]} {be_year(day)}"


def table_date(day: date) -> str:
    """``30 มิ.ย. 68``, for narrow columns."""
    return f"{day.day} {MONTHS_SHORT[day.month - 1]} {be_year(day) % 100:02d}"


def long_date(day: date) -> str:
    """``30 มิถุนายน 2568``."""
    return f"{day.day} {MONTHS_LONG[day.month - 1]} {be_year(day)}"


def formal_date(day: date) -> str:
    """``วันที่ ๓๐ เดือน มิถุนายน พ.ศ. ๒๕๖๘``, for letters and certificates."""
    return to_thai(f"วันที่ {day.day} เดือน {MONTHS_LONG[day.month - 1]} พ.ศ. {be_year(day)}")


def weekday_date(day: date) -> str:
    """``พฤหัสบดีที่ 5 พฤศจิกายน 2569``."""
    return f"{WEEKDAYS[day.weekday()]}ที่ {long_date(day)}"


def short_month(period: Period) -> str:
    """``ต.ค. 2569``."""
    return f"{MONTHS_SHORT[period.month - 1]} {period.be_year}"


def long_month(period: Period) -> str:
    """``ตุลาคม 2569``."""
    return f"{MONTHS_LONG[period.month - 1]} {period.be_year}"


def month_span(first: Period, last: Period) -> str:
    """``ส.ค.–ต.ค. 2569``, ``พ.ย. 2568–ม.ค. 2569``, or ``ต.ค. 2569`` for a single month."""
    if first == last:
        return short_month(last)
    if first.be_year == last.be_year:
        return f"{MONTHS_SHORT[first.month - 1]}–{short_month(last)}"
    return f"{short_month(first)}–{short_month(last)}"
