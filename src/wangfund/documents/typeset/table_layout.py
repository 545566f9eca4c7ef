"""How wide columns are, and how a row's cells break into lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from wangfund.documents.typeset.measures import (
    ABOVE,
    ABOVE_AT_RULE,
    AIR_AT_RULE,
    BELOW,
    MM,
)
from wangfund.documents.typeset.page import Align
from wangfund.documents.typeset.run import Line, Text, as_line, fit_line, line_size, line_width
from wangfund.documents.typeset.style import Style
from wangfund.documents.typeset.table import Cell, CheckBoxes, Column, Lines, Row, RowKind
from wangfund.documents.typeset.wrap import wrap

PAD: Final = 1.6 * MM  # between a column's edge and its text
_STEP: Final = 1.42  # from line to line in one cell, in ems
_FINAL_SIZE: Final = 13 / 11  # the last row against the rest
_MOST_HEAD_SIZE: Final = 12.0


class Span(NamedTuple):
    """A column's edges, in points from the paper's left edge."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class CellBox:
    """One cell ready to be drawn: text lines, or boxes to tick."""

    lines: tuple[Line, ...]
    span: Span
    align: Align
    boxes: CheckBoxes | None = None
    crosses: int = 0  # how many column edges the span runs over

    def start(self, line: Line) -> float:
        """Where the left edge of one of its lines stands."""
        if self.align == "left":
            return self.span.left + PAD
        width = line_width(line)
        if self.align == "right":
            return self.span.right - PAD - width
        return (self.span.left + self.span.right - width) / 2


@dataclass(frozen=True, slots=True)
class RowBox:
    """A row broken into lines; heights follow from its `size` and the rules around it."""

    kind: RowKind
    cells: tuple[CellBox, ...]
    size: float
    depth: float  # from the first baseline to the last
    least: float

    def height(self, *, rule_above: bool, rule_below: bool) -> float:
        return max(self.least, self.above(rule_above) + self.depth + self.below(rule_below))

    def above(self, rule: bool) -> float:
        """From the top of the row to its first baseline."""
        return self.size * (ABOVE_AT_RULE if rule else ABOVE)

    def below(self, rule: bool) -> float:
        """From the last baseline to the foot of the row."""
        return self.size * BELOW + (AIR_AT_RULE if rule else 0.0)


def spans(columns: Sequence[Column], left: float, right: float) -> list[Span]:
    """Edges of the columns between `left` and `right`; columns without a width share what is left evenly."""
    fixed = sum(column.width or 0.0 for column in columns)
    open_columns = sum(column.width is None for column in columns)
    share = max(0.0, (right - left - fixed) / open_columns) if open_columns else 0.0
    edges = []
    at = left
    for column in columns:
        edge = at + (share if column.width is None else column.width)
        edges.append(Span(at, edge))
        at = edge
    return edges


def column_width(texts: Iterable[Text], style: Style, least: float = 0.0) -> float:
    """The width of a column none of whose `texts` must be cut, at least `least` points."""
    return max([least, *(line_width(as_line(text, style)) + 2 * PAD + 0.1 for text in texts)])


def lay_row(row: Row, columns: Sequence[Column], edges: Sequence[Span], least: float) -> RowBox:
    """Break the cells of `row`."""
    boxes: list[CellBox] = []
    for place, (column, edge) in enumerate(zip(columns, edges, strict=True)):
        cell = row.cells[place] if place < len(row.cells) else None
        if cell is None or cell == "":
            continue
        # The words of a total may stand over narrow columns before them, such as the running number.
        align = "left" if place == 0 and row.kind is not RowKind.LINE else column.align
        last = _last_free(row, len(edges), place) if align == "left" else place
        left = edge.left + (row.indent if place == 0 else 0.0)
        span = Span(left, edges[last].right)
        room = span.right - span.left - 2 * PAD
        lines = _cell_lines(cell, column, _style(column.style, row.kind), room)
        ticks = cell if isinstance(cell, CheckBoxes) else None
        boxes.append(CellBox(lines, span, align, ticks, last - place))
    size = max((line_size(line, 0.0) for box in boxes for line in box.lines), default=columns[0].style.size)
    depth = max((_depth(box, size) for box in boxes), default=0.0)
    least = least if row.kind is RowKind.LINE else 0.0
    return RowBox(row.kind, tuple(boxes), size, depth, least)


def lay_heads(columns: Sequence[Column], edges: Sequence[Span]) -> RowBox:
    """The row of heads, each wrapped in its column."""
    boxes = [
        CellBox(_wrapped(column.head, _head_style(column.style), edge), edge, column.align)
        for column, edge in zip(columns, edges, strict=True)
        if column.head
    ]
    size = max((line_size(line, 0.0) for box in boxes for line in box.lines), default=columns[0].style.size)
    return RowBox(
        RowKind.LINE, tuple(boxes), size, max((_depth(box, size) for box in boxes), default=0.0), 0.0
    )


def steps(box: CellBox, size: float) -> list[float]:
    """How far under the row's first baseline each line of the cell stands."""
    if box.boxes is not None:
        count = len(box.boxes.labels) if box.boxes.stacked else 1
        return [place * size * _STEP for place in range(count)]
    falls = [0.0]
    for line in box.lines[1:]:
        falls.append(falls[-1] + line_size(line, size) * _STEP)
    return falls


def _depth(box: CellBox, size: float) -> float:
    return steps(box, size)[-1]


def _style(style: Style, kind: RowKind) -> Style:
    if kind is RowKind.LINE:
        return style
    if kind is RowKind.SECTION:
        return style.bold.indigo
    size = style.size * _FINAL_SIZE if kind is RowKind.FINAL else style.size
    return Style(style.bold.face, size)


def _last_free(row: Row, columns: int, place: int) -> int:
    """The last of the empty columns that follow."""
    last = place
    while last + 1 < columns and (last + 1 >= len(row.cells) or row.cells[last + 1] is None):
        last += 1
    return last


def _cell_lines(cell: Cell, column: Column, style: Style, room: float) -> tuple[Line, ...]:
    if isinstance(cell, CheckBoxes):
        return tuple(as_line(label, style) for label in cell.labels)
    if isinstance(cell, Lines):
        broken = [line for text in cell.lines for line in (wrap(as_line(text, style), room) or [()])]
        return _at_most(broken, room, column.most_lines)
    line = as_line(cell or "", style)
    if column.wraps and line_width(line) > room:
        line = fit_line(line, room * column.most_lines * 1.3, 1.0)  # no need to break what will be cut
        return _at_most(wrap(line, room), room, column.most_lines)
    return (fit_line(line, room),)


def _head_style(style: Style) -> Style:
    return Style(style.semibold.face, min(style.size, _MOST_HEAD_SIZE))


def _wrapped(text: Text, style: Style, span: Span) -> tuple[Line, ...]:
    room = span.right - span.left - 2 * PAD
    return tuple(fit_line(line, room) for line in wrap(as_line(text, style), room))


def _at_most(lines: list[Line], room: float, most: int) -> tuple[Line, ...]:
    """A cell too long is cut, visibly, so that a row always fits a page."""
    if len(lines) <= most:
        return tuple(lines)
    rest = tuple(run for line in lines[most - 1 :] for run in line)
    return (*lines[: most - 1], fit_line(rest, room))
