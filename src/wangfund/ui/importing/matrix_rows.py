"""A year's matrix as rows of cells: member, twelve months, the sum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from wangfund.domain.errors import Finding, Severity
from wangfund.domain.register.grid import Sheet
from wangfund.domain.register.matrix import MatrixReading, MatrixRow
from wangfund.domain.register.matrix_head import matrix_head
from wangfund.domain.register.mended import cell_text
from wangfund.thai.dates import MONTHS_SHORT
from wangfund.thai.digits import to_arabic
from wangfund.ui.importing.grid_rows import NOTHING, GridCell, GridColumn, GridRow
from wangfund.ui.words import baht

COLUMNS: Final = (
    GridColumn("member_no", "เลขที่", 150),
    GridColumn("name", "ชื่อ–สกุล", 230),
    *(
        GridColumn(f"month-{number}", name, 110, right=True)
        for number, name in enumerate(MONTHS_SHORT, start=1)
    ),
    GridColumn("total", "รวม", 140, right=True),
)
_YEAR: Final = re.compile(r"(?:ปี|พ\.?\s*ศ\.?)\D{0,12}(25\d\d)")
_BE: Final = 543


def matrix_year(sheets: Sequence[Sheet]) -> int | None:
    """The year (B.E.) a matrix says it is of, None when it does not or is of several."""
    years: set[int] = set()
    for sheet in sheets:
        head = None if sheet.hidden else matrix_head(sheet)
        if head is not None:
            above = [cell_text(cell) for row in sheet.rows[: head.row] for cell in row if cell is not None]
            years |= {int(year) for year in _YEAR.findall(to_arabic(" ".join([*above, sheet.name])))}
            years |= {2500 + short for short in head.years}
    return years.pop() if len(years) == 1 else None


def has_matrix(sheets: Sequence[Sheet]) -> bool:
    """Whether any sheet in sight keeps contributions by month."""
    return any(not sheet.hidden and matrix_head(sheet) is not None for sheet in sheets)


def matrix_grid(reading: MatrixReading) -> tuple[GridRow, ...]:
    """One row for each member, in the order of the file."""
    return tuple(_row(row) for row in reading.rows)


def _row(row: MatrixRow) -> GridRow:
    at = {_place(finding): finding for finding in reversed(row.findings)}
    cells = [_cell("member_no", row.member_no or "", at), _cell("name", row.name, at)]
    for month in range(1, 13):
        satang = row.paid.get(month, 0)
        cells.append(_cell(f"month-{month}", baht(satang) if satang else "", at))
    cells.append(_cell("total", baht(row.total_satang) if row.total_satang else "", at))
    warned = any(finding.severity is Severity.WARNING for finding in row.findings)
    action = "hold" if row.on_hold else "add"
    return GridRow((row.sheet, row.row), tuple(cells), "", action, None, warned)


def _place(finding: Finding) -> str:
    return f"month-{finding.values.get('month')}" if finding.field == "paid" else finding.field


def _cell(field: str, text: str, at: dict[str, Finding]) -> GridCell:
    finding = at.get(field)
    if finding is None:
        return GridCell(text or NOTHING)
    bad = finding.severity is Severity.ERROR
    value = str(finding.values.get("value") or "")
    return GridCell(
        text or value or NOTHING, "bad" if bad else "warn", "circle-alert" if bad else "triangle-alert"
    )


def findings_at(row: MatrixRow, field: str) -> tuple[Finding, ...]:
    """What was found about one cell."""
    return tuple(finding for finding in row.findings if _place(finding) == field)
