"""A register file on disk as frozen sheets: the only place that opens a spreadsheet to import it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import python_calamine as calamine

from wangfund.documents.sheet_package import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, safe_package
from wangfund.domain.errors import Refused
from wangfund.domain.register.grid import Cell, MergedArea, Sheet

MAX_FILE_BYTES = 60_000_000
MAX_CELL_CHARACTERS = 20_000

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")

_Raw = int | float | str | bool | time | date | datetime | timedelta


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Every worksheet of a file as frozen cells, in the workbook's order; reads only.

    `.xlsx`/`.xlsm` and `.csv` (UTF-8 or the old Thai code page) are read. Whole numbers come back as int, blank
    text as None. A formula gives the value its program stored, None when it stored none. The old `.xls` is
    refused with advice: a few damaged bytes in one were measured to make the reader ask for 27 GB and abort
    the program, and its format cannot be checked beforehand as a package can.

    Raises:
        Refused: FILE_MISSING, FILE_UNREADABLE, FILE_ZERO, FILE_TOO_BIG, FILE_PASSWORD, FILE_DAMAGED,
            FILE_NOT_SPREADSHEET, FILE_OTHER_FORMAT, FILE_BOMB, FILE_DOCTYPE, SHEET_TOO_LARGE, FILE_NO_CELLS.
    """
    data = _bytes_of(path)
    suffix = path.suffix.lower()
    if data.startswith(_ZIP):
        if suffix in {".ods", ".xlsb", ".numbers"}:
            raise Refused("FILE_OTHER_FORMAT", {"suffix": suffix})
        sheets = _workbook(safe_package(data))
    elif data.startswith(_COMPOUND):
        if _ENCRYPTED_PACKAGE in data:
            raise Refused("FILE_PASSWORD")
        raise Refused("FILE_OTHER_FORMAT", {"suffix": ".xls"})
    elif suffix in {".csv", ".txt", ".tsv"}:
        sheets = (_text_sheet(path.stem, data),)
    else:
        raise Refused("FILE_NOT_SPREADSHEET")
    if not any(cell is not None for sheet in sheets for row in sheet.rows for cell in row):
        raise Refused("FILE_NO_CELLS")
    return sheets


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size == 0:
            raise Refused("FILE_ZERO")
        if size > MAX_FILE_BYTES:
            raise Refused("FILE_TOO_BIG", {"megabytes": size // 1_000_000})
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Refused("FILE_MISSING") from error
    except OSError as error:
        raise Refused("FILE_UNREADABLE", {"errno": error.errno or 0}) from error


def _workbook(data: bytes) -> tuple[Sheet, ...]:
    try:
        return _read_workbook(data)
    except calamine.PasswordError as error:
        raise Refused("FILE_PASSWORD") from error
    except (calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        raise Refused("FILE_DAMAGED") from error
    except BaseException as error:
        # A panic of the reader's Rust side is no Exception and its class cannot be imported.
        if type(error).__name__ == "PanicException":
            raise Refused("FILE_DAMAGED") from error
        raise


def _read_workbook(data: bytes) -> tuple[Sheet, ...]:
    sheets = []
    with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        for about in book.sheets_metadata:
            if about.typ is not calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            if sheet.total_height * max(1, sheet.total_width) > MAX_CELLS:
                raise Refused("SHEET_TOO_LARGE", {"rows": sheet.total_height, "columns": sheet.total_width})
            rows = sheet.to_python(skip_empty_area=False)
            merged = sheet.merged_cell_ranges or []
            sheets.append(
                Sheet(
                    name=about.name,
                    rows=_without_empty_end(tuple(_cell(raw) for raw in row) for row in rows),
                    merged=tuple(
                        MergedArea(top + 1, left + 1, bottom + 1, right + 1)
                        for (top, left), (bottom, right) in sorted(merged)
                    ),
                    hidden=about.visible is not calamine.SheetVisibleEnum.Visible,
                )
            )
    return tuple(sheets)


def _text_sheet(name: str, data: bytes) -> Sheet:
    text = _decoded(data)
    first_line = text.partition("\n")[0]
    delimiter = max(",;\t", key=first_line.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise Refused("FILE_DAMAGED") from error
    width = max((len(line) for line in lines), default=0)
    if len(lines) > MAX_ROWS or width > MAX_COLUMNS or len(lines) * width > MAX_CELLS:
        raise Refused("SHEET_TOO_LARGE", {"rows": len(lines), "columns": width})
    padded = ((*line, *("",) * (width - len(line))) for line in lines)
    return Sheet(name, _without_empty_end(tuple(_cell(raw) for raw in line) for line in padded))


def _decoded(data: bytes) -> str:
    if b"\x00" in data:
        raise Refused("FILE_NOT_SPREADSHEET")
    for encoding in ("utf-8-sig", "cp874"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("FILE_NOT_SPREADSHEET")


def _cell(raw: _Raw) -> Cell:
    if isinstance(raw, str):
        return raw[:MAX_CELL_CHARACTERS] if raw and not raw.isspace() else None
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 2**53:
        return int(raw)
    if isinstance(raw, time | timedelta):
        return str(raw)
    return raw


def _without_empty_end(rows: Iterable[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    kept = [tuple(row) for row in rows]
    while kept and all(cell is None for cell in kept[-1]):
        kept.pop()
    return tuple(kept)
