"""Formulas that add up again what stands in a sheet."""

from __future__ import annotations

from openpyxl.utils import get_column_letter, quote_sheetname

from wangfund.documents.workbook.cells import Check


def at(row: int, column: int, sheet: str = "") -> str:
    """The address of a cell; columns count from 0. Of another sheet when that is named."""
    prefix = f"{quote_sheetname(sheet)}!" if sheet else ""
    return f"{prefix}{get_column_letter(column + 1)}{row}"


def sum_of(rows: range, column: int, sheet: str = "") -> str:
    """``SUM(C7:C10)``, or ``0`` when there are no rows (a range turned round would add the wrong cells)."""
    if not rows:
        return "0"
    letter = get_column_letter(column + 1)
    return f"SUM({at(rows[0], column, sheet)}:{letter}{rows[-1]})"


def differs(total: int, computed: str, row: int, column: int, satang: int) -> Check:
    """Check that a written total equals what a formula computes; `satang` is what the formula will give."""
    return Check(f"ROUND({computed}-{at(row, column)},2)", satang - total)
