"""The preview as rows of cells: what will be stored, coloured by what was found; rows that are no member as bands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from wangfund.domain.errors import Finding, Severity
from wangfund.domain.register.grid import Sheet
from wangfund.domain.register.member import SheetReading, SkippedRow
from wangfund.domain.register.mended import cell_text
from wangfund.domain.register.plan import Action, PlannedRow
from wangfund.domain.register.put_right import put_right
from wangfund.thai.national_id import format_id
from wangfund.ui.importing.cells import ALWAYS, FIELDS, Fixes, grid_field, shown

RowKey = tuple[str, int]
"""Sheet and row of a file."""
Accepted = frozenset[tuple[str, int, str, str]]
"""Warnings a person has looked at: sheet, row, field and code."""

BANDS: Final[dict[str, str]] = {
    "band": "ใช้เป็นหมู่ของแถวถัดไป",
    "total": "แถวยอดรวม ไม่นำเข้า",
    "note": "ไม่ใช่สมาชิก ไม่นำเข้า",
    "numbered": "มีแต่เลขลำดับ ไม่นำเข้า",
    "left_out": "ท่านตัดแถวนี้ออก ไม่นำเข้า",
}
"""Rows shown across the grid, and why they are no member; titles and heads are not shown."""
_BAND_LONGEST: Final = 90
_ICONS: Final = {"bad": "circle-alert", "warn": "triangle-alert", "pri": "wand-sparkles", "ok": "pencil"}
NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: the field it shows, its heading, its greatest width in px at 100 %; `right` for numbers."""

    field: str
    heading: str
    most: int
    right: bool = False


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as shown; `tone` 'bad', 'warn', 'pri' (put right, or changes what the fund has), 'ok' (typed by hand), or ''."""

    text: str
    tone: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of the file. With a `band` it is no member and its text goes across; `action` is '' then."""

    key: RowKey
    cells: tuple[GridCell, ...] = ()
    band: str = ""
    action: str = ""
    planned: PlannedRow | None = field(default=None, compare=False)
    looked_for: bool = False
    mended: bool = False
    left_out: bool = False

    @property
    def problem(self) -> bool:
        """Whether something of the row is to be decided or looked at."""
        return self.looked_for or self.action == "hold"


class GridMaker:
    """Makes the grid of one file again and again; rows nothing happened to are kept."""

    def __init__(self) -> None:
        self._kept: dict[RowKey, tuple[PlannedRow, frozenset[str], Accepted, tuple[str, ...], GridRow]] = {}

    def make(
        self,
        sheets: Sequence[Sheet],
        readings: Sequence[SheetReading],
        rows: Sequence[PlannedRow],
        fixes: Fixes,
        accepted: Accepted,
    ) -> tuple[tuple[GridColumn, ...], tuple[GridRow, ...]]:
        """Columns and rows in the order of the file."""
        fields = _fields_in_use(readings, rows)
        fixed: dict[RowKey, set[str]] = {}
        for sheet, number, about in fixes:
            fixed.setdefault((sheet, number), set()).add(about)
        seen: dict[RowKey, set[tuple[str, int, str, str]]] = {}
        for each in accepted:
            seen.setdefault(each[:2], set()).add(each)
        by_sheet: dict[str, list[GridRow]] = {reading.name: [] for reading in readings}
        for planned in rows:
            key = (planned.row.sheet, planned.row.row)
            own = (frozenset(fixed.get(key, ())), frozenset(seen.get(key, ())))
            by_sheet[key[0]].append(self._row(planned, own[0], own[1], fields))
        given = {sheet.name: sheet for sheet in sheets}
        made: list[GridRow] = []
        several = sum(1 for reading in readings if reading.header_row or reading.rows) > 1
        for reading in readings:
            bands = [_band(given[reading.name], each) for each in reading.skipped if each.kind in BANDS]
            if several and (reading.rows or bands):
                words = f"แผ่นงาน “{reading.name}” — {reading.rows:,} คน"
                made.append(GridRow((reading.name, 0), band=words))
            made += sorted([*by_sheet[reading.name], *bands], key=lambda row: row.key[1])
        columns = tuple(GridColumn(name, *FIELDS[name]) for name in fields)
        return columns, tuple(made)

    def _row(
        self, planned: PlannedRow, fixed: frozenset[str], accepted: Accepted, fields: tuple[str, ...]
    ) -> GridRow:
        key = (planned.row.sheet, planned.row.row)
        kept = self._kept.get(key)
        if kept is not None and kept[:4] == (planned, fixed, accepted, fields):
            return kept[4]
        made = grid_row(planned, fixed, accepted, fields)
        self._kept[key] = (planned, fixed, accepted, fields, made)
        return made


def grid_row(
    planned: PlannedRow, fixed: frozenset[str], accepted: Accepted, fields: Sequence[str]
) -> GridRow:
    """One member's row; `fixed` are the fields a person typed into."""
    row = planned.row
    worst = worst_findings(planned, accepted)
    right = {grid_field(name) for name in put_right(row, fixed)}
    changes = {grid_field(name) for name in planned.changes}
    cells = tuple(_cell(planned, name, worst.get(name), fixed, right | changes) for name in fields)
    looked_for = any(finding.severity is Severity.WARNING for finding in worst.values())
    return GridRow(
        (row.sheet, row.row), cells, "", str(planned.action), planned, looked_for, bool(right or fixed)
    )


def worst_findings(planned: PlannedRow, accepted: Accepted) -> dict[str, Finding]:
    """The heaviest finding of each cell that a person has to know of: errors, and warnings not yet looked at."""
    worst: dict[str, Finding] = {}
    row = planned.row
    for finding in planned.findings:
        if finding.severity is Severity.NOTE:
            continue
        warns = finding.severity is Severity.WARNING
        if warns and (row.sheet, row.row, finding.field, finding.code) in accepted:
            continue
        at = grid_field(finding.field)
        if at not in worst or (not warns and worst[at].severity is Severity.WARNING):
            worst[at] = finding
    return worst


def _cell(
    planned: PlannedRow, name: str, finding: Finding | None, fixed: frozenset[str], right: set[str]
) -> GridCell:
    text = shown(planned.row.member, name)
    if finding is not None:
        if not text:
            text = _as_written(finding, name)
        tone = "bad" if finding.severity is Severity.ERROR else "warn"
        return GridCell(text or NOTHING, tone, _ICONS[tone])
    if name in fixed:
        return GridCell(text or NOTHING, "ok", _ICONS["ok"])
    if name in right:
        return GridCell(text or NOTHING, "pri", _ICONS["pri"])
    return GridCell(text or NOTHING)


def _as_written(finding: Finding, name: str) -> str:
    value = str(finding.values.get("value") or "")
    if name == "national_id":
        if finding.code == "ID_MISSING":
            return "ไม่มีเลข"
        return format_id(value) if len(value) == 13 and value.isdecimal() else value
    return value


def _fields_in_use(readings: Sequence[SheetReading], rows: Sequence[PlannedRow]) -> tuple[str, ...]:
    told = {grid_field(name) for reading in readings for name in reading.columns if name != "note"}
    for planned in rows:
        if planned.row.member.status not in (None, "ปกติ"):
            told.add("status")
        if planned.row.member.left_on is not None:
            told.add("left_on")
        told.update(grid_field(finding.field) for finding in planned.findings)
    return tuple(name for name in FIELDS if name in told or name in ALWAYS)


def _band(sheet: Sheet, skipped: SkippedRow) -> GridRow:
    cells = sheet.rows[skipped.row - 1] if skipped.row <= len(sheet.rows) else ()
    text = " ".join(part for part in (cell_text(cell) for cell in cells) if part)
    text = text if len(text) <= _BAND_LONGEST else text[: _BAND_LONGEST - 1] + "…"
    words = f"{text} — {BANDS[skipped.kind]}"
    return GridRow((sheet.name, skipped.row), band=words, left_out=skipped.kind == "left_out")


def counts_of(rows: Sequence[GridRow]) -> Mapping[str, int]:
    """How many members each filter shows."""
    members = [row for row in rows if row.action]
    counts = {"all": len(members)}
    for action in Action:
        counts[str(action)] = sum(row.action == str(action) for row in members)
    counts["look"] = sum(row.looked_for for row in members)
    counts["mended"] = sum(row.mended for row in members)
    counts["problems"] = sum(row.problem for row in members)
    counts["left_out"] = sum(row.left_out for row in rows)
    return counts
