"""A spreadsheet as frozen cells, with row numbers and column letters as its owner sees them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

Cell = str | int | float | bool | date | datetime | None

# A column is filled downwards from a merged cell only; this many cells at most, whatever the file claims.
_FILL_LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class MergedArea:
    """Cells drawn as one; all four bounds are 1-based and inclusive."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook: rows of equal width from A1; blank cells are None, blank text too."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[MergedArea, ...] = ()
    hidden: bool = False

    @property
    def width(self) -> int:
        """Number of columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        """The value at a 1-based row and column, None outside the sheet."""
        if not 1 <= row <= len(self.rows) or not 1 <= column <= len(self.rows[row - 1]):
            return None
        return self.rows[row - 1][column - 1]

    def filled(self) -> Sheet:
        """The same sheet with each merged cell's value repeated downwards in its first column.

        A house number merged over three members then stands beside each of them. Nothing is repeated
        sideways: a title drawn over the whole width stays one cell.
        """
        left = _FILL_LIMIT
        grid = [list(row) for row in self.rows]
        for area in self.merged:
            value = self.cell(area.first_row, area.first_column)
            if value is None or area.last_row == area.first_row:
                continue
            for row in range(area.first_row + 1, min(area.last_row, len(grid)) + 1):
                cells = grid[row - 1]
                if left <= 0:
                    return replace(self, rows=tuple(tuple(line) for line in grid))
                left -= 1
                if area.first_column <= len(cells) and cells[area.first_column - 1] is None:
                    cells[area.first_column - 1] = value
        return replace(self, rows=tuple(tuple(line) for line in grid))


def column_letter(column: int) -> str:
    """'A' for 1, 'AA' for 27."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letter: str) -> int:
    """1 for 'A', 27 for 'AA'; 0 when the text is no column letter."""
    number = 0
    text = letter.strip().upper()
    if not text or len(text) > 3 or not all("A" <= char <= "Z" for char in text):
        return 0
    for char in text:
        number = number * 26 + ord(char) - ord("A") + 1
    return number
