"""What a cell may hold: each kind with its number format and the exact decimal text that goes into the file.

Figures are written as decimal text made from whole satang, so no float touches money: openpyxl would write
9.95 as 9.949999999999999.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from wangfund.text.workbook_words import DIFFERS, RIGHT
from wangfund.thai.period import Period

MONEY_FORMAT: Final = '#,##0.00;"−"#,##0.00;"–"'
COUNT_FORMAT: Final = '#,##0;"−"#,##0;"–"'
# The only code LibreOffice and Excel both show in the Buddhist era with Arabic digits.
DAY_FORMAT: Final = "[$-107041E]d mmm yyyy"
MONTH_FORMAT: Final = "[$-107041E]mmm yyyy"
CHECK_FORMAT: Final = f'[Red]"{DIFFERS} "#,##0.00;[Red]"{DIFFERS} −"#,##0.00;"{RIGHT}"'


@dataclass(frozen=True, slots=True)
class Baht:
    """Money, in satang; shown in baht, a dash for nothing."""

    satang: int


@dataclass(frozen=True, slots=True)
class Count:
    """People, cases, months; shown with a dash for none."""

    number: int


@dataclass(frozen=True, slots=True)
class Day:
    """A true date of the Common Era, shown in the Buddhist era; its words belong in the column beside it."""

    day: date


@dataclass(frozen=True, slots=True)
class Month:
    """A month as the true date of its first day, shown as month and Buddhist year."""

    month: Period


@dataclass(frozen=True, slots=True)
class Check:
    """A formula (without '=') whose result is a difference in baht: nothing says it is right.

    `satang` is that result as the program computed it, stored beside the formula for readers that do not compute.
    """

    formula: str
    satang: int


@dataclass(frozen=True, slots=True)
class Recomputed:
    """A formula (without '=') that computes a figure again; `satang` is the figure as the program computed it."""

    formula: str
    satang: int


Content = str | int | Baht | Count | Day | Month | Check | Recomputed | None

FORMATS: Final[dict[type, str]] = {
    Baht: MONEY_FORMAT,
    Count: COUNT_FORMAT,
    Day: DAY_FORMAT,
    Month: MONTH_FORMAT,
    Check: CHECK_FORMAT,
    Recomputed: MONEY_FORMAT,
}


def decimal_text(satang: int) -> str:
    """Baht as the plain decimal a workbook stores: ``1234.5`` is written ``1234.50``, minus as a hyphen."""
    baht, rest = divmod(abs(satang), 100)
    return f"{'-' if satang < 0 else ''}{baht}.{rest:02d}"
