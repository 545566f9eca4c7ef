"""What a table holds: columns, rows and how each row weighs. table_draw.py puts it on pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from wangfund.documents.typeset.page import Align
from wangfund.documents.typeset.run import Text
from wangfund.documents.typeset.style import TABLE, Style


class RowKind(Enum):
    """How a row stands out."""

    LINE = auto()
    SECTION = auto()  # a heading over the lines after it; stays with the first of them
    SUBTOTAL = auto()  # bold, under a thin rule; stays with the line before it
    TOTAL = auto()  # bold, between two thin rules
    FINAL = auto()  # larger, under a thin rule and over a double one


class RowRules(Enum):
    """Rules under plain lines."""

    NONE = auto()
    HAIR = auto()
    FIFTH = auto()  # hairlines, every fifth darker so that the eye keeps the line


@dataclass(frozen=True, slots=True)
class Lines:
    """A cell of several lines, each in its own style; a line too long for the cell goes on under itself."""

    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class CheckBoxes:
    """Boxes to tick, side by side or under each other."""

    labels: tuple[str, ...]
    stacked: bool = False


# None leaves the cell empty, and lets the text of a left-aligned cell before it run on over it.
Cell: TypeAlias = Text | Lines | CheckBoxes | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `width` in points, or None for an equal share of what is left.

    `wraps`: text wider than the column goes on in another line; otherwise it is set smaller, then cut with '…'.
    A cell longer than `most_lines` is cut. `ruled` draws a hairline at the column's right edge, where a hand will write.
    """

    head: Text = ""
    width: float | None = None
    align: Align = "left"
    style: Style = TABLE
    wraps: bool = False
    most_lines: int = 24
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row; missing cells at the end are empty. `indent` in points moves the first cell to the right."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.LINE
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows may be any iterable; they are read once, while pages are drawn.

    `least_row` is the least height of a plain line in points, `least_body` that of all lines on the last page (the
    empty part of a receipt). `closed` puts a rule over the heads too; `headless` leaves the heads out.
    """

    columns: tuple[Column, ...]
    rows: Iterable[Row]
    row_rules: RowRules = RowRules.NONE
    least_row: float = 0.0
    least_body: float = 0.0
    closed: bool = False
    headless: bool = False
