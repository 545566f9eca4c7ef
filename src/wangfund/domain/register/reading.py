"""A whole register read: sheets in, members with their findings out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from wangfund.domain.errors import Finding, Severity, Values
from wangfund.domain.register.duplicates import mark_duplicates
from wangfund.domain.register.grid import Cell, Sheet, column_letter
from wangfund.domain.register.matrix_head import is_matrix
from wangfund.domain.register.member import RegisterReading, RegisterRow, SheetReading, SkippedRow
from wangfund.domain.register.mend_place import moo_in_text
from wangfund.domain.register.mend_row import RowMender
from wangfund.domain.register.mended import cell_text
from wangfund.domain.register.sequence import sequence_is_member_no
from wangfund.domain.register.table import Table, read_table

# Said once for a sheet, with a count, instead of at every row.
_SAID_ONCE = frozenset({"PHONE_ZERO_RESTORED", "DATE_CELL_BE"})
_TELL_EACH = 20

Tell = Callable[[int, int], object]
"""Hears how many of how many are done, and may raise to stop."""

_WANTED = (
    ("national_id", ("national_id",)),
    ("birth_date", ("birth_date", "age")),
    ("joined_on", ("joined_on",)),
)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person said about the file, over what was guessed.

    `columns`: {sheet name: {field: letter}}, '' for "no such column"; `fixes`: {(sheet, row, field): cell} typed
    instead of a cell, None for "nothing"; `defaults`: {field: cell} where the file is silent; `villages`:
    {name: number}; `heads`: {sheet name: row of its head}; `unwanted`: sheets that are not to be read;
    `held` and `left_out`: {(sheet, row)} that wait, and that are no row to import.
    """

    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    fixes: Mapping[tuple[str, int, str], Cell] = field(default_factory=dict)
    defaults: Mapping[str, Cell] = field(default_factory=dict)
    villages: Mapping[str, int] = field(default_factory=dict)
    heads: Mapping[str, int] = field(default_factory=dict)
    unwanted: frozenset[str] = frozenset()
    held: frozenset[tuple[str, int]] = frozenset()
    left_out: frozenset[tuple[str, int]] = frozenset()


def read_register(
    sheets: Sequence[Sheet], today: date, options: ReadOptions | None = None
) -> RegisterReading:
    """Every member of a register, row by row in the file's order; reads only, never raises about the data.

    Hidden sheets, year matrices and sheets without a head give no rows and say so. `findings` of the reading
    hold REGISTER_NOT_FOUND (an error) when no sheet could be read.
    """
    return RegisterReader(sheets, today).read(options)


class RegisterReader:
    """Reads the same sheets again and again while a person mends them: only what was touched is read anew."""

    def __init__(self, sheets: Sequence[Sheet], today: date) -> None:
        self.sheets = tuple(sheets)
        self._today = today
        self._tables: dict[str, tuple[object, Table, Table]] = {}
        self._kept: dict[str, tuple[object, dict[int, tuple[Mapping[str, Cell], RegisterRow]]]] = {}

    def read(self, options: ReadOptions | None = None, tell: Tell | None = None) -> RegisterReading:
        """The register with what a person said; see `read_register`. `tell` hears how many rows of how many are read."""
        chosen = options or ReadOptions()
        readings: dict[str, SheetReading] = {}
        tables: list[Table] = []
        for sheet in self.sheets:
            table, reason = self._table(sheet, chosen)
            if table is None or not table.columns:
                if sheet.rows:
                    code = reason or "SHEET_NOT_REGISTER"
                    finding = Finding(code, "", "", Severity.NOTE, {"sheet": sheet.name})
                    readings[sheet.name] = SheetReading(sheet.name, None, {}, findings=(finding,))
                continue
            tables.append(table)
            readings[sheet.name] = SheetReading(sheet.name, None, {})
        numbered = sequence_is_member_no(tables)
        total, done = sum(len(table.rows) for table in tables), 0
        rows: list[RegisterRow] = []
        for table in tables:
            name = table.sheet.name
            promoted = self._tables[name][2] if numbered else table
            own = self._rows_of(promoted, (numbered, chosen), done, total, tell)
            done += len(table.rows)
            left = tuple(SkippedRow(row.row, "left_out") for row in own if (name, row.row) in chosen.left_out)
            own = [row for row in own if (name, row.row) not in chosen.left_out]
            findings = (*_said_of_columns(table, promoted), *_said_once(name, own))
            readings[name] = _sheet_reading(promoted, findings, left)
            rows.extend(_without_said_once(row) for row in own)
        about = () if tables else (Finding("REGISTER_NOT_FOUND"),)
        marked = tuple(_held(row, chosen.held) for row in mark_duplicates(rows))
        return RegisterReading(tuple(readings.values()), marked, about)

    def _table(self, sheet: Sheet, chosen: ReadOptions) -> tuple[Table | None, str]:
        """A sheet taken apart (once for what was said of its columns), or why it is not read."""
        given, head = chosen.columns.get(sheet.name, {}), chosen.heads.get(sheet.name)
        if sheet.name in chosen.unwanted:
            return None, "SHEET_NOT_WANTED"
        if sheet.hidden:
            return None, "SHEET_HIDDEN"
        if not given and head is None and is_matrix(sheet):
            return None, "SHEET_IS_MATRIX"
        key = (dict(given), dict(chosen.villages), head)
        kept = self._tables.get(sheet.name)
        if kept is None or kept[0] != key:
            table = read_table(sheet, given, chosen.villages, head)
            kept = self._tables[sheet.name] = (key, table, _promoted(table))
            self._kept.pop(sheet.name, None)
        return kept[1], ""

    def _rows_of(
        self, table: Table, told: tuple[bool, ReadOptions], done: int, total: int, tell: Tell | None
    ) -> list[RegisterRow]:
        sheet, (numbered, chosen) = table.sheet, told
        key = (numbered, dict(chosen.villages), dict(chosen.defaults))
        before = self._kept.get(sheet.name)
        kept = before[1] if before is not None and before[0] == key else {}
        self._kept[sheet.name] = (key, kept)
        fixes: dict[int, dict[str, Cell]] = {}
        for (name, number, about), cell in chosen.fixes.items():
            if name == sheet.name:
                fixes.setdefault(number, {})[about] = cell
        mender = _mender_of(table, self._today, chosen)
        own = []
        for at, row in enumerate(table.rows):
            typed = fixes.get(row.row, {})
            last = kept.get(row.row)
            if last is None or last[0] != typed:
                if tell is not None and at % _TELL_EACH == 0:
                    tell(done + at, total)
                last = kept[row.row] = (typed, mender.mend(row, typed))
            own.append(last[1])
        return own


def _promoted(table: Table) -> Table:
    """The table with its running number taken as member number, where it has no other."""
    rows = tuple(
        row
        if "member_no" in row.columns or "sequence" not in row.columns
        else replace(
            row,
            cells={**row.cells, "member_no": row.cells.get("sequence")},
            columns={**row.columns, "member_no": row.columns["sequence"]},
        )
        for row in table.rows
    )
    columns = dict(table.columns)
    if "member_no" not in columns and "sequence" in columns:
        columns["member_no"] = columns["sequence"]
    return replace(table, rows=rows, columns=columns)


def _mender_of(table: Table, today: date, chosen: ReadOptions) -> RowMender:
    sheet = table.sheet
    left = table.columns.get("left_on", 0)
    heading = cell_text(sheet.cell(table.head.last_row, left)) if table.head and left else ""
    return RowMender(
        sheet.name, today, chosen.villages, moo_in_text(sheet.name, chosen.villages), chosen.defaults, heading
    )


def _without_said_once(row: RegisterRow) -> RegisterRow:
    if not any(each.code in _SAID_ONCE for each in row.findings):
        return row
    return replace(row, findings=tuple(each for each in row.findings if each.code not in _SAID_ONCE))


def _held(row: RegisterRow, held: frozenset[tuple[str, int]]) -> RegisterRow:
    if (row.sheet, row.row) not in held:
        return row
    values: Values = {"sheet": row.sheet, "row": row.row, "column": "", "value": ""}
    return replace(row, findings=(*row.findings, Finding("ROW_HELD", "", "", Severity.ERROR, values)))


def _said_of_columns(table: Table, promoted: Table) -> tuple[Finding, ...]:
    said = []
    name = table.sheet.name
    if "member_no" not in table.columns:
        code = "MEMBER_NO_FROM_SEQUENCE" if "member_no" in promoted.columns else "MEMBER_NO_TO_BE_GIVEN"
        letter = column_letter(promoted.columns.get("member_no", 0))
        said.append(Finding(code, "member_no", "", Severity.WARNING, {"sheet": name, "column": letter}))
    for about, any_of in _WANTED:
        if not any(column in table.columns for column in any_of):
            said.append(
                Finding("COLUMN_MISSING", about, "", Severity.WARNING, {"sheet": name, "field": about})
            )
    return tuple(said)


def _said_once(sheet: str, rows: Sequence[RegisterRow]) -> tuple[Finding, ...]:
    counted = Counter(
        (each.code, each.field, str(each.values.get("column", "")))
        for row in rows
        for each in row.findings
        if each.code in _SAID_ONCE
    )
    return tuple(
        Finding(code, name, "", Severity.NOTE, {"sheet": sheet, "column": column, "count": count})
        for (code, name, column), count in counted.items()
    )


def _sheet_reading(table: Table, findings: tuple[Finding, ...], left: tuple[SkippedRow, ...]) -> SheetReading:
    columns = {
        name: column_letter(number)
        for name, number in sorted(table.columns.items(), key=lambda item: item[1])
        if name != "sequence"
    }
    first = table.head.first_row if table.head else None
    skipped = tuple(sorted((*table.skipped, *left), key=lambda each: each.row)) if left else table.skipped
    return SheetReading(table.sheet.name, first, columns, len(table.rows) - len(left), skipped, findings)
