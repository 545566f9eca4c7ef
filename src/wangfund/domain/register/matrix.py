"""A year's contributions as a sheet keeps them: who paid how much in which month."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wangfund.domain.errors import Finding, Severity, Value
from wangfund.domain.money import SATANG_PER_BAHT
from wangfund.domain.register.grid import Cell, Sheet, column_letter
from wangfund.domain.register.matrix_head import MatrixHead, matrix_head
from wangfund.domain.register.mend_number import mend_member_no
from wangfund.domain.register.mended import cell_text, is_nothing
from wangfund.thai.digits import to_arabic
from wangfund.thai.money_text import parse_baht

MOST_BAHT = 1_000_000

_BE = 543
_UNPAID = frozenset(
    {"ค้าง", "ค้างจ่าย", "ค้างชำระ", "ค้างส่ง", "ขาด", "ขาดส่ง", "ไม่จ่าย", "ยังไม่จ่าย", "ยังไม่ส่ง", "ไม่ส่ง"}
)
_YEAR = re.compile(r"(?:ปี|พ\.?\s*ศ\.?)\D{0,12}(25\d\d)")


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One member's year: satang by month (1–12) in which the money came, only months with money.

    `total_satang` is added up here; the sheet's own total is only compared with it.
    """

    sheet: str
    row: int
    member_no: str | None
    name: str
    paid: Mapping[int, int]
    total_satang: int
    findings: tuple[Finding, ...] = ()

    @property
    def on_hold(self) -> bool:
        """Whether an error keeps the row out."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True)
class MatrixReading:
    """A year's rows in the file's order; `findings` are about whole sheets."""

    year: int
    rows: tuple[MatrixRow, ...]
    findings: tuple[Finding, ...] = ()


def read_matrix(sheets: Sequence[Sheet], year: int) -> MatrixReading:
    """The contributions of one calendar year (C.E.); totals, blank rows and people without a cell are let be.

    Findings on a row: MATRIX_AMOUNT_UNREADABLE, MATRIX_MEMBER_MISSING, MATRIX_MEMBER_TWICE (errors),
    MATRIX_TOTAL_DIFFERS (warning). On the whole: MATRIX_NOT_FOUND, MATRIX_FISCAL_ORDER (errors),
    MATRIX_YEAR_DIFFERS, MATRIX_MONTHS_MISSING (warnings).
    """
    rows: list[MatrixRow] = []
    findings: list[Finding] = []
    seen: dict[str, int] = {}
    found = False
    for sheet in sheets:
        head = None if sheet.hidden else matrix_head(sheet)
        if head is None:
            continue
        found = True
        findings.extend(_about_head(sheet, head, year))
        for number in range(head.row + 1, len(sheet.rows) + 1):
            row = _row(sheet, head, number, seen)
            if row is not None:
                rows.append(row)
    if not found:
        findings.append(Finding("MATRIX_NOT_FOUND"))
    return MatrixReading(year, tuple(rows), tuple(findings))


def _about_head(sheet: Sheet, head: MatrixHead, year: int) -> list[Finding]:
    said: list[Finding] = []
    above = " ".join(
        to_arabic(cell_text(cell)) for row in sheet.rows[: head.row] for cell in row if cell is not None
    )
    years = {int(text) - _BE for text in _YEAR.findall(f"{above} {to_arabic(sheet.name)}")}
    years |= {2500 + short - _BE for short in head.years}
    place: dict[str, Value] = {"sheet": sheet.name, "row": head.row}
    if years and years != {year}:
        other = min(years - {year}) + _BE
        said.append(
            Finding(
                "MATRIX_YEAR_DIFFERS", "", "", Severity.WARNING, {**place, "year": other, "asked": year + _BE}
            )
        )
    if not head.in_calendar_order:
        said.append(Finding("MATRIX_FISCAL_ORDER", "", "", Severity.ERROR, place))
    if len(head.months) < 12:
        said.append(
            Finding("MATRIX_MONTHS_MISSING", "", "", Severity.WARNING, {**place, "months": len(head.months)})
        )
    return said


def _row(sheet: Sheet, head: MatrixHead, number: int, seen: dict[str, int]) -> MatrixRow | None:
    def cell(name: str) -> Cell:
        return sheet.cell(number, head.people.get(name, 0))

    name = " ".join(
        text
        for text in (cell_text(cell(part)) for part in ("full_name", "title", "given_name", "family_name"))
        if text
    )
    own_number = "member_no" in head.people
    mended = mend_member_no(cell("member_no" if own_number else "sequence"))
    if mended.value is None and (not name or name.startswith(("รวม", "ยอดรวม", "ลงชื่อ", "หมู่ที่", "("))):
        return None
    findings: list[Finding] = []

    def say(code: str, about: str, column: int, severity: Severity, **more: Value) -> None:
        values: dict[str, Value] = {
            "sheet": sheet.name,
            "row": number,
            "column": column_letter(column),
            "value": cell_text(sheet.cell(number, column))[:60],
        }
        findings.append(Finding(code, about, "", severity, {**values, **more}))

    paid: dict[int, int] = {}
    for month, column in sorted(head.months.items()):
        satang = _satang(sheet.cell(number, column))
        if satang is None:
            say("MATRIX_AMOUNT_UNREADABLE", "paid", column, Severity.ERROR, month=month)
        elif satang:
            paid[month] = satang
    if mended.value is None and not paid and not findings:
        return None
    total = sum(paid.values())
    stated = sheet.cell(number, head.total) if head.total else None
    if head.total and stated is not None and not findings and _satang(stated) != total:
        say("MATRIX_TOTAL_DIFFERS", "total", head.total, Severity.WARNING, total_satang=total)
    place = head.people.get("member_no", 0)
    if mended.value is None:
        say("MATRIX_MEMBER_MISSING", "member_no", place, Severity.ERROR, name=name[:60])
    elif mended.value in seen:
        say("MATRIX_MEMBER_TWICE", "member_no", place, Severity.ERROR, other_row=seen[mended.value])
    else:
        seen[mended.value] = number
    return MatrixRow(sheet.name, number, mended.value, name, paid, total, tuple(findings))


def _satang(cell: Cell) -> int | None:
    """Money of a cell in satang, 0 when blank, None when it is no amount of money one could have paid."""
    text = to_arabic(cell_text(cell))
    if is_nothing(text) or text in _UNPAID:
        return None if isinstance(cell, bool) else 0
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        exact = Decimal(repr(cell)) * SATANG_PER_BAHT
        satang = int(exact) if exact == int(exact) else -1
    elif isinstance(cell, str):
        try:
            satang = parse_baht(text)
        except ValueError:
            return None
    else:
        return None
    return satang if 0 <= satang <= MOST_BAHT * SATANG_PER_BAHT else None
