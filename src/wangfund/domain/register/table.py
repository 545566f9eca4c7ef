"""The member rows of a sheet, told apart from its titles, bands, totals, notes and repeated heads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from wangfund.domain.register.grid import Cell, Sheet, column_number
from wangfund.domain.register.header import Head, find_head, head_at, head_told
from wangfund.domain.register.member import SkippedRow
from wangfund.domain.register.mend_place import moo_in_text
from wangfund.domain.register.mended import cell_text, is_nothing

_TOTAL = re.compile(
    r"^(?:รวม|ยอดรวม|รวมทั้งสิ้น|รวมทั้งหมด|รวมยอด|ทั้งสิ้น|ยอดยกไป|ยอดยกมา)(?:\s*(?:หมู่|ม\.|สมาชิก|จำนวน|ทั้ง|\(|\d).*|\s*:.*)?$"
)
_NOTE = re.compile(
    r"^[\s(*.…_-]|^(?:หมายเหตุ|ลงชื่อ|ลงนาม|ผู้จัดทำ|ผู้ตรวจ|ผู้รับรอง|ตำแหน่ง|ประธาน|เหรัญญิก|เลขานุการ|ข้อมูล ณ|พิมพ์เมื่อ)|\.{4,}|_{4,}|…{2,}"
)
_LETTER = re.compile(r"[A-Za-z\u0e01-\u0e2e]")
# What shows that a row is about a person even where its name is missing.
_TELLING = ("national_id", "birth_date", "phone", "joined_on", "heir_name")
_PERSONAL = (
    *_TELLING,
    "member_no",
    "sequence",
    "house_no",
    "address",
    "moo",
    "title",
    "age",
    "status",
    "left_on",
)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A member's row: its number, its cells by field, where each field stands, the village band above it."""

    row: int
    cells: Mapping[str, Cell]
    columns: Mapping[str, int]
    band_moo: int | None
    only_a_name: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet taken apart; `head` is None when none was found and no columns were given."""

    sheet: Sheet
    head: Head | None
    columns: Mapping[str, int]
    rows: tuple[TableRow, ...]
    skipped: tuple[SkippedRow, ...]


def read_table(
    sheet: Sheet, given: Mapping[str, str], villages: Mapping[str, int], head_row: int | None = None
) -> Table:
    """Take a sheet apart; `given` columns ({field: letter}, '' = no such column) go before the guessed ones.

    `head_row` is the row a person pointed at as the head (1-based); None: it is looked for.
    """
    head = find_head(sheet) if head_row is None else head_told(sheet, head_row)
    if head is None and not any(given.values()):
        return Table(sheet, None, {}, (), ())
    columns = _with_given(head.columns if head else {}, given)
    first_columns = columns
    filled = sheet.filled()
    rows: list[TableRow] = []
    skipped: list[SkippedRow] = []
    band: int | None = None
    body_from = head.last_row if head else 0
    until = 0
    for number, cells in enumerate(filled.rows, start=1):
        own = sheet.rows[number - 1]
        if number <= until or all(cell is None for cell in own):
            continue
        if head is not None and head.first_row <= number <= head.last_row:
            skipped.append(SkippedRow(number, "head"))
            continue
        if number > body_from:
            again = head_at(sheet, number)
            if again is not None:
                columns = _with_given(again.columns, given)
                until = again.last_row
                skipped.append(SkippedRow(number, "head"))
                continue
        by_field = {name: cells[column - 1] for name, column in columns.items() if column <= len(cells)}
        kind = "title" if number <= body_from else _kind(own, by_field, columns)
        if kind in {"title", "single"}:
            moo = moo_in_text(_only_text(own), villages) if _only_text(own) else None
            band = moo if moo is not None else band
            if kind == "single" and moo is None and _is_name_cell(own, columns):
                rows.append(TableRow(number, by_field, columns, band, only_a_name=True))
                continue
            kind = "band" if moo is not None else "title" if kind == "title" else "note"
        if kind == "member":
            rows.append(TableRow(number, by_field, columns, band))
        else:
            skipped.append(SkippedRow(number, kind))
    return Table(sheet, head, first_columns, tuple(rows), tuple(skipped))


def _with_given(columns: Mapping[str, int], given: Mapping[str, str]) -> dict[str, int]:
    numbers = {name: column_number(letter) for name, letter in given.items()}
    taken = {number for number in numbers.values() if number}
    kept = {name: number for name, number in columns.items() if name not in numbers and number not in taken}
    return kept | {name: number for name, number in numbers.items() if number}


def _only_text(cells: tuple[Cell, ...]) -> str:
    """The text of a row that holds one text alone; '' for any other row."""
    said = [cell for cell in cells if cell is not None]
    texts = {cell_text(cell) for cell in said}
    return cell_text(said[0]) if len(texts) == 1 and isinstance(said[0], str) else ""


def _name_of(by_field: Mapping[str, Cell]) -> str:
    return " ".join(
        text
        for text in (cell_text(by_field.get(name)) for name in ("full_name", "given_name", "family_name"))
        if text
    )


def _kind(own: tuple[Cell, ...], by_field: Mapping[str, Cell], columns: Mapping[str, int]) -> str:
    if _only_text(own) and len(columns) > 1:
        return "total" if _TOTAL.match(_only_text(own)) else "single"
    name = _name_of(by_field)
    telling = [each for each in _TELLING if not is_nothing(cell_text(by_field.get(each)))]
    numbered = not is_nothing(cell_text(by_field.get("member_no")))
    said_total = any(isinstance(cell, str) and _TOTAL.match(cell_text(cell)) for cell in own)
    if said_total and not (numbered and telling) and (_TOTAL.match(name) or not _LETTER.search(name)):
        return "total"
    if _LETTER.search(name):
        if _NOTE.search(name) and not telling:
            return "note"
        return "member"
    if not any(_LETTER.search(cell_text(cell)) for cell in own) and all(
        len(cell_text(cell)) <= 4 for cell in own if cell is not None
    ):
        return "numbered"
    if telling:
        return "member"
    return "numbered" if any(not is_nothing(cell_text(by_field.get(each))) for each in _PERSONAL) else "note"


def _is_name_cell(own: tuple[Cell, ...], columns: Mapping[str, int]) -> bool:
    """Whether the lone text of a row stands under the names and could be one."""
    place = next(number for number, cell in enumerate(own, start=1) if cell is not None)
    text = cell_text(own[place - 1])
    return (
        place in {columns.get("full_name"), columns.get("given_name")}
        and len(text) <= 60
        and bool(_LETTER.search(text))
        and not _NOTE.search(text)
        and not text.startswith(("บ้าน", "หมู่"))
    )
