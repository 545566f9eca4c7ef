"""Finding the head of a table in a sheet, in one row or two, and which column is what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wangfund.domain.register.grid import Cell, Sheet
from wangfund.domain.register.header_words import NAME_FIELDS, candidates, header_key

_LEAST_FIELDS = 3


@dataclass(frozen=True, slots=True)
class Head:
    """A table's head: its first and last row and the column of each field (all 1-based)."""

    first_row: int
    last_row: int
    columns: Mapping[str, int]


def head_at(sheet: Sheet, row: int) -> Head | None:
    """The head that begins at a row, or None when the row is no head.

    A head names a person's name and at least two other fields. A second row is taken with it when all its
    texts are headings too and the two together tell more than the first alone; a lone text above is a title.
    """
    top = sheet.rows[row - 1]
    if not any(isinstance(cell, str) and ("ชื่อ" in cell or _is_name(cell)) for cell in top):
        return None
    single = _columns([("", cell) for cell in top])
    below = sheet.rows[row] if row < len(sheet.rows) else ()
    titles = {cell for cell in top if cell is not None}
    if len(titles) > 1 and _all_headings(below, top):
        double = _columns(_stacked(sheet, row, top, below))
        if len(double) > len(single) and _is_head(double):
            return Head(row, row + 1, double)
    return Head(row, row, single) if _is_head(single) else None


def find_head(sheet: Sheet) -> Head | None:
    """The first head of a sheet, None when it has none."""
    for row in range(1, len(sheet.rows) + 1):
        head = head_at(sheet, row)
        if head is not None:
            return head
    return None


def head_told(sheet: Sheet, row: int) -> Head:
    """The head at a row a person pointed at, with whatever its texts tell; no column when they tell nothing."""
    found = head_at(sheet, row) if 1 <= row <= len(sheet.rows) else None
    if found is not None:
        return found
    cells = sheet.rows[row - 1] if 1 <= row <= len(sheet.rows) else ()
    return Head(row, row, _columns([("", cell) for cell in cells]))


def _is_name(cell: str) -> bool:
    return header_key(cell) in {
        "name",
        "fullname",
        "firstname",
        "รายนาม",
        "รายนามสมาชิก",
    }


def _is_head(columns: Mapping[str, int]) -> bool:
    return len(columns) >= _LEAST_FIELDS and not NAME_FIELDS.isdisjoint(columns)


def _all_headings(below: Sequence[Cell], top: Sequence[Cell]) -> bool:
    texts = [(above, cell) for above, cell in zip(top, below, strict=False) if cell is not None]
    if not texts or not all(isinstance(cell, str) for _, cell in texts):
        return False
    known = [bool(candidates(str(cell))) or cell == above for above, cell in texts]
    return all(known) and any(above is None or cell != above for above, cell in texts)


def _stacked(sheet: Sheet, row: int, top: Sequence[Cell], below: Sequence[Cell]) -> list[tuple[str, Cell]]:
    """(group heading, heading) of each column of a two-row head."""
    stacked: list[tuple[str, Cell]] = []
    group = ""
    for number, (above, own) in enumerate(zip(top, below, strict=True), start=1):
        spanned = next(
            (
                sheet.cell(area.first_row, area.first_column)
                for area in sheet.merged
                if area.first_row <= row <= area.last_row and area.first_column <= number <= area.last_column
            ),
            None,
        )
        if isinstance(above, str) or isinstance(spanned, str):
            group = str(above or spanned)
        elif own is None:
            group = ""
        stacked.append((group, above) if own is None or own == above else (group, own))
    return stacked


def _columns(headings: Sequence[tuple[str, Cell]]) -> dict[str, int]:
    offers = sorted(
        (-strength, number, name)
        for number, (group, cell) in enumerate(headings, start=1)
        if isinstance(cell, str)
        for strength, name in candidates(cell, "" if group == cell else group)
    )
    columns: dict[str, int] = {}
    taken: set[int] = set()
    for _, number, name in offers:
        if number not in taken and name not in columns:
            columns[name] = number
            taken.add(number)
    columns.pop("ignored", None)
    return _names_settled(columns, headings)


def _names_settled(columns: dict[str, int], headings: Sequence[tuple[str, Cell]]) -> dict[str, int]:
    """One way of writing names: either a full name, or a given name with a family name beside it."""
    if "given_name" in columns and "full_name" in columns:
        full = columns.pop("full_name")
        if "family_name" not in columns and header_key(str(headings[full - 1][1])) == "ชื่อสกุล":
            columns["family_name"] = full
    if "given_name" in columns and "family_name" not in columns:
        columns["full_name"] = columns.pop("given_name")
    return columns
