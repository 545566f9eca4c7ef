"""A whole register read: sheets in, members with their findings out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from wangfund.domain.errors import Finding, Severity
from wangfund.domain.register.duplicates import mark_duplicates
from wangfund.domain.register.grid import Cell, Sheet, column_letter
from wangfund.domain.register.matrix_head import is_matrix
from wangfund.domain.register.member import RegisterReading, RegisterRow, SheetReading
from wangfund.domain.register.mend_place import moo_in_text
from wangfund.domain.register.mend_row import RowMender
from wangfund.domain.register.mended import cell_text
from wangfund.domain.register.sequence import sequence_is_member_no
from wangfund.domain.register.table import Table, read_table

# Said once for a sheet, with a count, instead of at every row.
_SAID_ONCE = frozenset({"PHONE_ZERO_RESTORED", "DATE_CELL_BE"})
_WANTED = (
    ("national_id", ("national_id",)),
    ("birth_date", ("birth_date", "age")),
    ("joined_on", ("joined_on",)),
)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person said about the file, over what was guessed.

    `columns`: {sheet name: {field: letter}}, '' for "no such column"; `fixes`: {(sheet, row, field): cell} typed
    instead of a cell; `defaults`: {field: cell} where the file is silent; `villages`: {name: number}.
    """

    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    fixes: Mapping[tuple[str, int, str], Cell] = field(default_factory=dict)
    defaults: Mapping[str, Cell] = field(default_factory=dict)
    villages: Mapping[str, int] = field(default_factory=dict)


def read_register(
    sheets: Sequence[Sheet], today: date, options: ReadOptions | None = None
) -> RegisterReading:
    """Every member of a register, row by row in the file's order; reads only, never raises about the data.

    Hidden sheets, year matrices and sheets without a head give no rows and say so. `findings` of the reading
    hold REGISTER_NOT_FOUND (an error) when no sheet could be read.
    """
    chosen = options or ReadOptions()
    readings: dict[str, SheetReading] = {}
    tables: list[Table] = []
    for sheet in sheets:
        given = chosen.columns.get(sheet.name, {})
        reason = _left_out(sheet, given)
        table = read_table(sheet, given, chosen.villages) if not reason else None
        if table is None or not table.columns:
            if sheet.rows:
                code = reason or "SHEET_NOT_REGISTER"
                finding = Finding(code, "", "", Severity.NOTE, {"sheet": sheet.name})
                readings[sheet.name] = SheetReading(sheet.name, None, {}, findings=(finding,))
            continue
        tables.append(table)
        readings[sheet.name] = SheetReading(sheet.name, None, {})
    numbered = sequence_is_member_no(tables)
    rows: list[RegisterRow] = []
    for table in tables:
        promoted = _promoted(table) if numbered else table
        own = _rows_of(promoted, today, chosen)
        findings = (*_said_of_columns(table, promoted), *_said_once(table.sheet.name, own))
        readings[table.sheet.name] = _sheet_reading(promoted, findings)
        rows.extend(
            replace(row, findings=tuple(each for each in row.findings if each.code not in _SAID_ONCE))
            for row in own
        )
    about = () if tables else (Finding("REGISTER_NOT_FOUND"),)
    return RegisterReading(tuple(readings.values()), mark_duplicates(rows), about)


def _left_out(sheet: Sheet, given: Mapping[str, str]) -> str:
    if sheet.hidden:
        return "SHEET_HIDDEN"
    return "SHEET_IS_MATRIX" if not given and is_matrix(sheet) else ""


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


def _rows_of(table: Table, today: date, chosen: ReadOptions) -> list[RegisterRow]:
    sheet = table.sheet
    left = table.columns.get("left_on", 0)
    heading = cell_text(sheet.cell(table.head.last_row, left)) if table.head and left else ""
    mender = RowMender(
        sheet.name, today, chosen.villages, moo_in_text(sheet.name, chosen.villages), chosen.defaults, heading
    )
    fixes: dict[int, dict[str, Cell]] = {}
    for (name, row, about), cell in chosen.fixes.items():
        if name == sheet.name:
            fixes.setdefault(row, {})[about] = cell
    return [mender.mend(row, fixes.get(row.row, {})) for row in table.rows]


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


def _sheet_reading(table: Table, findings: tuple[Finding, ...]) -> SheetReading:
    columns = {
        name: column_letter(number)
        for name, number in sorted(table.columns.items(), key=lambda item: item[1])
        if name != "sequence"
    }
    first = table.head.first_row if table.head else None
    return SheetReading(table.sheet.name, first, columns, len(table.rows), table.skipped, findings)
