"""Those who stayed out, with every reason, as a list to carry to the villages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wangfund.domain.errors import Finding, Severity
from wangfund.domain.register.matrix import MatrixRow
from wangfund.domain.register.plan import PlannedRow
from wangfund.text.messages import say_finding
from wangfund.thai.dates import MONTHS_SHORT
from wangfund.ui.importing.cells import FIELDS, grid_field, name_of, written


class HeldRow(NamedTuple):
    """One reason of one row, in words."""

    sheet: str
    row: int
    name: str
    cell: str
    written: str
    why: str
    code: str


def held_rows(rows: Sequence[PlannedRow | MatrixRow]) -> tuple[HeldRow, ...]:
    """One line for each error of each row, in the order of the file."""
    return tuple(
        line for row in rows for line in (_planned(row) if isinstance(row, PlannedRow) else _matrix(row))
    )


def _planned(planned: PlannedRow) -> list[HeldRow]:
    row = planned.row
    name = name_of(row.member) or written(row, "full_name")
    return [
        HeldRow(
            row.sheet, row.row, name, FIELDS[grid_field(f.field)][0], _value(f), say_finding(f).line, f.code
        )
        for f in planned.findings
        if f.severity is Severity.ERROR
    ]


def _matrix(row: MatrixRow) -> list[HeldRow]:
    return [
        HeldRow(row.sheet, row.row, row.name, _column(f), _value(f), say_finding(f).line, f.code)
        for f in row.findings
        if f.severity is Severity.ERROR
    ]


def _column(finding: Finding) -> str:
    month = finding.values.get("month")
    return MONTHS_SHORT[month - 1] if isinstance(month, int) else "เลขที่"


def _value(finding: Finding) -> str:
    return str(finding.values.get("value") or "")
