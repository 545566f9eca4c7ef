"""An old list of benefits read from a spreadsheet: nothing is guessed, what cannot be read holds its row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from wangfund.domain.errors import Finding, Severity
from wangfund.domain.past.columns import PastHead, past_head
from wangfund.domain.past.told import PastReading, PastTold
from wangfund.domain.register.grid import Cell, Sheet
from wangfund.domain.register.mend_date import mend_left_on
from wangfund.domain.register.mend_number import mend_member_no
from wangfund.domain.register.mended import cell_text, is_nothing
from wangfund.thai.digits import to_arabic
from wangfund.thai.era import FIRST_BE_YEAR, LAST_CE_YEAR, OFFSET
from wangfund.thai.money_text import parse_baht

MOST_UNITS = 1_000
"""More units of one event are beyond sense."""

MOST_SATANG = 1_000_000_000
"""More money for one event is beyond sense: ten million baht."""

_YEAR = re.compile(r"(?:พ\.?\s*ศ\.?|ปี(?:\s*พ\.?\s*ศ\.?)?)?\s*([0-9]{4})")
_TOTAL = re.compile(r"(?:รวม|ยอดรวม|ทั้งสิ้น)")
_NOTE_LENGTH, _SHOWN = 200, 40
_FIRST_CE = 1950


def read_past(sheets: Sequence[Sheet], today: date) -> PastReading:
    """The rows of every sheet that has a head of ours; hidden sheets are left out, totals and blank rows too.

    Finding about the whole: PAST_TABLE_NOT_FOUND.
    """
    rows: list[PastTold] = []
    found = False
    for sheet in sheets:
        head = None if sheet.hidden else past_head(sheet)
        if head is None:
            continue
        found = True
        for number in range(head.row + 1, len(sheet.rows) + 1):
            told = _row(sheet, head, number, today)
            if told is not None:
                rows.append(told)
    return PastReading(tuple(rows), () if found else (Finding("PAST_TABLE_NOT_FOUND"),))


def told_year(text: str) -> int | None:
    """The C.E. year of '2567', '๒๕๖๗', 'พ.ศ. 2567' or '2024'; None when it is no year."""
    match = _YEAR.fullmatch(to_arabic(text).strip())
    if match is None:
        return None
    year = int(match[1])
    year = year - OFFSET if year >= FIRST_BE_YEAR else year
    return year if _FIRST_CE <= year <= LAST_CE_YEAR else None


def told_amount(text: str) -> int | None:
    """Satang of an amount in baht; None when it is none, below nothing, or beyond sense."""
    try:
        satang = parse_baht(text)
    except ValueError:
        return None
    return satang if 0 <= satang <= MOST_SATANG else None


def told_units(text: str) -> int | None:
    """A whole number of units, as '3' or '3 คืน'; None when it is none or beyond sense."""
    match = re.fullmatch(r"([0-9]{1,6})\s*[^0-9.,/-]{0,20}", to_arabic(text).strip())
    return int(match[1]) if match is not None and int(match[1]) <= MOST_UNITS else None


def _row(sheet: Sheet, head: PastHead, number: int, today: date) -> PastTold | None:
    def cell(name: str) -> Cell:
        return sheet.cell(number, head.columns[name]) if name in head.columns else None

    texts = {name: cell_text(cell(name)) for name in head.columns}
    if all(is_nothing(text) for text in texts.values()):
        return None
    if is_nothing(texts["benefit"]) and (is_nothing(texts["member_no"]) or _TOTAL.match(texts["member_no"])):
        return None
    findings: list[Finding] = []
    event, year = _when(cell("event"), texts.get("event", ""), texts.get("year", ""), today, findings)
    satang = told_amount(texts["amount"])
    if satang is None:
        findings.append(Finding("PAST_AMOUNT_UNREADABLE", "amount", values=_shown(texts["amount"])))
    units = None
    if not is_nothing(texts.get("units", "")):
        units = told_units(texts["units"])
        if units is None:
            findings.append(Finding("PAST_UNITS_UNREADABLE", "units", values=_shown(texts["units"])))
    return PastTold(
        member_no=mend_member_no(cell("member_no")).value or texts["member_no"],
        benefit=texts["benefit"],
        event=event,
        year=year,
        gross_satang=satang,
        units=units,
        key=texts.get("key", "")[:_NOTE_LENGTH],
        note=texts.get("note", "")[:_NOTE_LENGTH],
        sheet=sheet.name,
        row=number,
        findings=tuple(findings),
    )


def _when(
    cell: Cell, day_text: str, year_text: str, today: date, findings: list[Finding]
) -> tuple[date | None, int | None]:
    """The event's day and year; a year alone may stand in the column of days."""
    year = None
    if not is_nothing(year_text):
        year = told_year(year_text)
        if year is None:
            findings.append(Finding("PAST_YEAR_UNREADABLE", "year", values=_shown(year_text)))
    alone = None if isinstance(cell, date) else told_year(day_text)
    if alone is not None:
        if year is not None and year != alone:
            findings.append(_years_differ(year, alone))
        return None, alone if year is None else year
    mended = mend_left_on(cell, today)
    findings += [
        Finding(remark.code, "event", "", remark.severity, {**remark.values, **_shown(day_text)})
        for remark in mended.remarks
        if remark.severity is not Severity.NOTE
    ]
    day = mended.value
    if day is None:
        return None, year
    if year is not None and year != day.year:
        findings.append(_years_differ(year, day.year))
    return day, day.year


def _years_differ(year: int, other: int) -> Finding:
    values = {"year": year + OFFSET, "other_year": other + OFFSET}
    return Finding("PAST_YEAR_DIFFERS", "year", values=values)


def _shown(text: str) -> dict[str, str]:
    return {"value": text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"}
