"""The places of a register at which a person is asked something: what must be decided, then what is to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wangfund.domain.errors import Finding, Severity
from wangfund.ui.importing.cells import grid_field
from wangfund.ui.importing.grid_rows import Accepted, GridColumn, GridRow, RowKey


class Point(NamedTuple):
    """A cell with the heaviest that was found about it; `place` is its row and column in the grid."""

    key: RowKey
    field: str
    finding: Finding
    place: tuple[int, int]

    @property
    def must(self) -> bool:
        """Whether the row waits for it."""
        return self.finding.severity is Severity.ERROR


def is_accepted(finding: Finding, accepted: Accepted) -> bool:
    """Whether a person has looked at a warning and left it so."""
    sheet, row = str(finding.values.get("sheet", "")), int(finding.values.get("row") or 0)
    return finding.severity is Severity.WARNING and (sheet, row, finding.field, finding.code) in accepted


def points_of(
    rows: Sequence[GridRow], columns: Sequence[GridColumn], held: frozenset[RowKey], accepted: Accepted
) -> tuple[Point, ...]:
    """All points in the order of the file, decisions before the rest; rows held by hand are decided."""
    order = {column.field: at for at, column in enumerate(columns)}
    found: list[Point] = []
    for at, row in enumerate(rows):
        if row.planned is None or not row.planned.findings or row.key in held:
            continue
        heaviest: dict[str, Finding] = {}
        for finding in row.planned.findings:
            name = grid_field(finding.field)
            if finding.severity is Severity.NOTE or is_accepted(finding, accepted):
                continue
            if name not in heaviest or (
                finding.severity is Severity.ERROR and heaviest[name].severity is not Severity.ERROR
            ):
                heaviest[name] = finding
        found += [Point(row.key, name, f, (at, order.get(name, 0))) for name, f in heaviest.items()]
    return tuple(sorted(found, key=lambda p: (not p.must, p.place)))


def next_point(
    points: Sequence[Point], here: tuple[int, int] | None, mark: tuple[RowKey, str] | None, gone: set[RowKey]
) -> Point | None:
    """The next after a place, decisions before the rest, round to the beginning; never the mark itself or a row `gone`."""
    some = [p for p in points if (p.key, p.field) != mark and p.key not in gone]
    some = [p for p in some if p.must] or some
    if not some:
        return None
    return next((p for p in some if here is None or p.place > here), some[0])
