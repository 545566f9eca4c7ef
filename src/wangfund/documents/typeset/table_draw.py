"""Drawing a table over as many pages as it needs, with its heads on each."""

from collections.abc import Iterable, Iterator

from wangfund.documents.typeset.measures import AIR_AT_RULE, HAIR, MM, STRONG, THIN
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.page_ink import Pen
from wangfund.documents.typeset.run import line_width
from wangfund.documents.typeset.style import INK, INK2, PALE
from wangfund.documents.typeset.table import CheckBoxes, RowKind, RowRules, Table
from wangfund.documents.typeset.table_layout import (
    PAD,
    CellBox,
    RowBox,
    Span,
    lay_heads,
    lay_row,
    spans,
    steps,
)

_TICK = 3.2 * MM
_RULED_ABOVE = {RowKind.SUBTOTAL, RowKind.TOTAL, RowKind.FINAL}
_RULED_BELOW = {RowKind.TOTAL, RowKind.FINAL}
_AFTER = 1.5 * MM
_SECTION_AIR = 0.35  # in ems, above a heading that stands under no rule


def draw_table(paper: Paper, table: Table, left: float | None = None, right: float | None = None) -> None:
    """Draw between `left` and `right` (the margins unless told) at the cursor, and leave it under the table.

    A section heading is never the last thing on a page and a total never the first; a table of no rows shows its
    heads. The rows are read once and not kept.
    """
    edges = Span(paper.left if left is None else left, paper.right if right is None else right)
    _Drawing(paper, table, edges).run()


class _Drawing:
    """One table on its way down the pages."""

    def __init__(self, paper: Paper, table: Table, sides: Span) -> None:
        self._paper = paper
        self._table = table
        self._sides = sides
        self._edges = spans(table.columns, *sides)
        self._heads = None if table.headless else lay_heads(table.columns, self._edges)
        self._rule_above = False  # whether a rule stands at the cursor
        # Where the vertical hairline at each column's right edge begins; None where it has ended.
        self._ruled_from: list[float | None] = []
        self._body_from = paper.y
        self._count = 0  # plain lines so far

    def run(self) -> None:
        paper = self._paper
        groups = self._groups()
        group = next(groups, [])
        paper.need(self._heads_height() + self._height(group))
        self._draw_heads()
        while group:
            following = next(groups, [])
            if paper.room + 1e-6 < self._height(group):
                self._end_page()
                paper.next_page()
                self._draw_heads()
            body = [box for box in group if box.kind not in _RULED_ABOVE]
            for box in body:
                self._draw_row(box)
            if not following:
                self._fill_body(self._height(group[len(body) :]))
            for box in group[len(body) :]:
                self._draw_row(box)
            group = following
        self._end_page()
        paper.skip(_AFTER)

    def _groups(self) -> Iterator[list[RowBox]]:
        """Rows that must stand on one page: headings, the line after them, the totals under it."""
        group: list[RowBox] = []
        for row in self._table.rows:
            box = lay_row(row, self._table.columns, self._edges, self._table.least_row)
            if group and box.kind not in _RULED_ABOVE and group[-1].kind is not RowKind.SECTION:
                yield group
                group = []
            group.append(box)
        if group:
            yield group

    def _height(self, group: list[RowBox]) -> float:
        """Of a group standing under a rule, the most it can need."""
        return sum(box.height(rule_above=True, rule_below=True) + box.size * _SECTION_AIR for box in group)

    def _heads_height(self) -> float:
        return self._heads.height(rule_above=self._table.closed, rule_below=True) if self._heads else 0.0

    def _draw_heads(self) -> None:
        paper = self._paper
        self._ruled_from = [paper.y if column.ruled else None for column in self._table.columns]
        self._rule_above = self._table.closed
        if self._table.closed:
            self._rule(THIN)
        if self._heads is not None:
            height = self._heads_height()
            self._draw_cells(self._heads, paper.y - self._heads.above(self._table.closed))
            paper.skip(height)
            self._rule(STRONG)
            self._rule_above = True
        self._body_from = paper.y

    def _draw_row(self, box: RowBox) -> None:
        paper = self._paper
        if box.kind in _RULED_ABOVE and not self._rule_above:
            paper.skip(AIR_AT_RULE)
            self._rule(THIN)
            self._rule_above = True
        if box.kind is RowKind.SECTION and not self._rule_above:
            paper.skip(box.size * _SECTION_AIR)
        plain = box.kind is RowKind.LINE
        rule_below = box.kind in _RULED_BELOW or (plain and self._table.row_rules is not RowRules.NONE)
        height = box.height(rule_above=self._rule_above, rule_below=rule_below)
        needed = box.above(self._rule_above) + box.depth + box.below(rule_below)
        self._draw_cells(box, paper.y - (height - needed) / 2 - box.above(self._rule_above))
        if not plain and box.cells and box.cells[0].crosses:
            self._end_verticals(range(box.cells[0].crosses), paper.y)
        paper.skip(height)
        self._rule_above = rule_below
        if plain:
            self._count += 1
            self._draw_row_rule()
        elif box.kind in _RULED_BELOW:
            self._rule(THIN)
            if box.kind is RowKind.FINAL:
                paper.skip(0.7 * MM)
                self._rule(THIN)

    def _draw_row_rule(self) -> None:
        rules = self._table.row_rules
        if rules is RowRules.NONE:
            return
        darker = rules is RowRules.FIFTH and self._count % 5 == 0
        self._rule(STRONG if darker else HAIR, INK2 if darker else PALE)

    def _draw_cells(self, box: RowBox, baseline: float) -> None:
        for cell in box.cells:
            for line, fall in zip(cell.lines, steps(cell, box.size), strict=False):
                if cell.boxes is None:
                    self._paper.ink.line(cell.start(line), baseline - fall, line)
            if cell.boxes is not None:
                self._draw_ticks(cell, cell.boxes, box.size, baseline)

    def _draw_ticks(self, cell: CellBox, boxes: CheckBoxes, size: float, baseline: float) -> None:
        x = cell.span.left + PAD
        falls = steps(cell, size)
        for place, label in enumerate(cell.lines):
            at = baseline - falls[place if boxes.stacked else 0]
            self._paper.checkbox(x, at, _TICK)
            self._paper.ink.line(x + _TICK + 1.2 * MM, at, label)
            if not boxes.stacked:
                x += _TICK + 1.2 * MM + line_width(label) + 2.4 * MM

    def _fill_body(self, keep: float) -> None:
        """Leave the white of the least body under the last line, with `keep` for the totals after it."""
        missing = min(self._table.least_body - (self._body_from - self._paper.y), self._paper.room - keep)
        if missing > 0:
            self._paper.skip(missing)
            self._rule_above = False
        if self._table.least_body:
            # The rule that follows is drawn a little lower.
            air = 0.0 if self._rule_above else AIR_AT_RULE
            self._end_verticals(range(len(self._edges)), self._paper.y - air)

    def _end_page(self) -> None:
        """Vertical hairlines of this page, and the last rule of a closed table."""
        paper = self._paper
        if self._table.closed and not self._rule_above:
            paper.skip(AIR_AT_RULE)
            self._rule(THIN)
        self._end_verticals(range(len(self._edges)), paper.y)

    def _end_verticals(self, places: Iterable[int], foot: float) -> None:
        """Draw the hairlines at the right edges of these columns down to `foot`; none at the table's own edge."""
        for place in places:
            start, edge = self._ruled_from[place], self._edges[place].right
            if start is not None and start > foot and place + 1 < len(self._edges):
                self._paper.ink.rule(edge, start, edge, foot, Pen(HAIR, PALE))
            self._ruled_from[place] = None

    def _rule(self, weight: float, colour: str = INK) -> None:
        self._paper.ink.rule(
            self._sides.left, self._paper.y, self._sides.right, self._paper.y, Pen(weight, colour)
        )
