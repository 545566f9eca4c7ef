"""A workbook read back by two readers that are not the writer, and a small reckoner for its formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import openpyxl
import python_calamine
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Value = object
Cells = dict[tuple[str, str], Value]

HOSTILE = (
    '=HYPERLINK("x","y")', "=1+1", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1+1", "\r\n=1+1",
    "ชื่อ\nสองบรรทัด", "a\x00b\x08c\x1f", "\ud800 ครึ่งตัว", "\ufffe\uffff", "]]><f>1</f>", "&P & <b> \"'", "_x0041_",
    "ป้าน้อย; หมู่ 3 | x : y ; date:2026-13-99", "[2026-13-45]", "(1) * ! = 5 บาท", "  ", "ก" * 5000, "ก็" + "้" * 40,
    "%3A%s{0}{x}\\", "\u2028\u2029\x85", "\u200bซ่อน\u202eกลับ", "#N/A", "TRUE", "0012", "1e5",
)  # fmt: skip


def opened(path: Path, *, results: bool = True) -> Workbook:
    """The workbook by openpyxl: results of formulas, or the formulas."""
    return openpyxl.load_workbook(path, data_only=results)


def sheet_of(book: Workbook, name: str) -> Worksheet:
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def rows_of(path: Path, name: str) -> list[list[Value]]:
    """A sheet's rows, on which both readers agree; empty cells are None."""
    by_one = [[_plain(v) for v in row] for row in sheet_of(opened(path), name).iter_rows(values_only=True)]
    reader = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_name(name)
    by_other = [[_plain(v) for v in row] for row in reader.to_python(skip_empty_area=False)]
    assert [_trimmed(row) for row in by_one] == [_trimmed(row) for row in by_other]
    return by_one


def satang(value: Value) -> int:
    """Satang of a number as read; anything finer than a satang fails."""
    assert isinstance(value, int | float) and not isinstance(value, bool), value
    exact = Decimal(repr(value)) * 100
    assert exact == int(exact), value
    return int(exact)


def _plain(value: Value) -> Value:
    if value == "":
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    date_of = getattr(value, "date", None)
    return date_of() if callable(date_of) else value


def _trimmed(row: list[Value]) -> list[Value]:
    while row and row[-1] is None:
        row = row[:-1]
    return row


@dataclass
class Reckoner:
    """Computes the formulas of a workbook from its plain numbers alone, in satang; `changes` stand in for some."""

    path: Path
    changes: Cells = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.cells: Cells = {
            (sheet.title, cell.coordinate): cell.value
            for sheet in opened(self.path, results=False).worksheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        self.cells.update(self.changes)

    def formulas(self) -> dict[tuple[str, str], str]:
        return {
            at: text[1:]
            for at, text in self.cells.items()
            if isinstance(text, str) and text.startswith("=") and self._is_formula(at)
        }

    def results(self) -> dict[tuple[str, str], int]:
        """The result of every formula."""
        return {at: self._value(at) for at in self.formulas()}

    def _is_formula(self, at: tuple[str, str]) -> bool:
        if not hasattr(self, "_types"):
            self._types = {
                (sheet.title, cell.coordinate): cell.data_type
                for sheet in opened(self.path, results=False).worksheets
                for row in sheet.iter_rows()
                for cell in row
            }
        return self._types.get(at) == "f"

    def _value(self, at: tuple[str, str]) -> int:
        value = self.cells.get(at, 0)
        if isinstance(value, str) and self._is_formula(at):
            rest = [*re.findall(r"'[^']+'![A-Z]+\d+|[A-Z]+\d+|\w+|[()+,:-]", value[1:])]
            result = self._sum(at[0], rest)
            assert rest == [], value
            return result
        return satang(value)

    def _sum(self, sheet: str, rest: list[str]) -> int:
        total = self._term(sheet, rest)
        while rest and rest[0] in "+-":
            sign = 1 if rest.pop(0) == "+" else -1
            total += sign * self._term(sheet, rest)
        return total

    def _term(self, sheet: str, rest: list[str]) -> int:
        token = rest.pop(0)
        if token == "(":
            inner = self._sum(sheet, rest)
            assert rest.pop(0) == ")"
            return inner
        if token == "ROUND":
            assert rest.pop(0) == "("
            inner = self._sum(sheet, rest)
            assert [rest.pop(0) for _ in range(3)] == [",", "2", ")"]
            return inner
        if token == "SUM":
            opening, first, _, last, closing = (rest.pop(0) for _ in range(5))
            assert (opening, closing) == ("(", ")")
            return sum(self._value(at) for at in _range(sheet, first, last))
        if token.isdigit():
            return int(token) * 100
        return self._value(_place(sheet, token))


def _place(sheet: str, address: str) -> tuple[str, str]:
    if "!" in address:
        named, _, cell = address.rpartition("!")
        return named.strip("'"), cell
    return sheet, address


def _range(sheet: str, first: str, last: str) -> Iterator[tuple[str, str]]:
    named, cell = _place(sheet, first)
    column = cell.rstrip("0123456789")
    assert last.startswith(column)
    for row in range(int(cell[len(column) :]), int(last[len(column) :]) + 1):
        yield named, f"{column}{row}"
