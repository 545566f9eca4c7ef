"""Money in and out over twelve months, as bars that can be told apart in black and white."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from wangfund.documents.typeset.measures import HAIR, MM, THIN
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.page_ink import PageInk, Pen
from wangfund.documents.typeset.run import Line, Run, as_line, fit_line, line_width
from wangfund.documents.typeset.style import INK, NOTE, WHITE, Style

RECEIVED: Final = "#2F5C9E"
PAID: Final = "#B87708"
_GRID: Final = "#C9CCD0"
_THOUSAND_BAHT: Final = 100_000  # in satang
_HATCH: Final = 1.0 * MM  # from stripe to stripe
_STEPS: Final = (1, 2, 4, 5, 10)
_SMALL: Final = Style(size=9.0)
_LEGEND_ROOM: Final = 8 * MM
_LABEL_ROOM: Final = 6 * MM
_SCALE_ROOM: Final = 11 * MM


@dataclass(frozen=True, slots=True)
class ChartMonth:
    """One month's pair of bars. `strong` marks the month the paper is about."""

    label: str
    received_satang: int
    paid_satang: int
    strong: bool = False


@dataclass(frozen=True, slots=True)
class _Frame:
    """The plot's corner and size, and what a satang measures in it."""

    x: float
    y: float
    width: float
    height: float
    top_satang: int

    def up(self, satang: int) -> float:
        return self.height * satang / self.top_satang


def draw_month_chart(paper: Paper, months: Sequence[ChartMonth], height: float = 55 * MM) -> None:
    """Draw at the cursor across the margins, and move under it.

    The scale starts at zero and its numbers are thousands of baht; below zero there is nothing (a reversal larger
    than its month shows no bar). Each month's highest bar carries its figure.
    """
    paper.need(height)
    largest = max(
        (value for month in months for value in (month.received_satang, month.paid_satang)), default=0
    )
    step = _step(largest)
    frame = _Frame(
        paper.left + _SCALE_ROOM,
        paper.y - height + _LABEL_ROOM,
        paper.width - _SCALE_ROOM,
        height - _LABEL_ROOM - _LEGEND_ROOM,
        step * max(1, -(-largest // step)),
    )
    _draw_legend(paper)
    _draw_scale(paper.ink, frame, step)
    slot = frame.width / max(1, len(months))
    for place, month in enumerate(months):
        _draw_month(paper.ink, frame, month, frame.x + place * slot, slot)
    paper.skip(height)


def _step(largest_satang: int) -> int:
    """Distance of grid lines: a round number of thousand baht, three to five lines high."""
    unit = _THOUSAND_BAHT
    while True:
        for factor in _STEPS:
            if largest_satang <= 4 * factor * unit:
                return factor * unit
        unit *= 10


def _draw_legend(paper: Paper) -> None:
    ink, square = paper.ink, 3 * MM
    baseline = paper.y - 4 * MM
    unit = as_line("หน่วย พันบาท", NOTE)
    x = paper.right - line_width(unit)
    ink.line(x, baseline, unit)
    for word, hatched in (("จ่าย", True), ("รับ", False)):
        line = as_line(word, Style(size=NOTE.size))
        x -= 5 * MM + line_width(line)
        ink.line(x, baseline, line)
        x -= square + 1.2 * MM
        _draw_bar(ink, x, baseline - 0.4, square, square, hatched=hatched)


def _draw_scale(ink: PageInk, frame: _Frame, step: int) -> None:
    for value in range(0, frame.top_satang + 1, step):
        y = frame.y + frame.up(value)
        if value:  # a filled box, so that bars cover it
            ink.fill_boxes([(frame.x, y - HAIR / 2, frame.width, HAIR)], _GRID)
        else:
            ink.rule(frame.x, y, frame.x + frame.width, y, Pen(THIN, INK))
        label = as_line(f"{value // _THOUSAND_BAHT:,}", _SMALL)
        ink.line(frame.x - 1.5 * MM - line_width(label), y - 3, label)


def _draw_month(ink: PageInk, frame: _Frame, month: ChartMonth, x: float, slot: float) -> None:
    bar = min(slot * 0.3, 5 * MM)
    middle = x + slot / 2
    pairs = ((middle - bar - 0.5, month.received_satang, False), (middle + 0.5, month.paid_satang, True))
    for left, value, hatched in pairs:
        if value > 0:
            _draw_bar(ink, left, frame.y, bar, frame.up(value), hatched=hatched)
    highest = max(month.received_satang, month.paid_satang)
    if highest > 0:
        figure = _figure(highest)
        at = middle - bar / 2 - 0.5 if month.received_satang >= month.paid_satang else middle + bar / 2 + 0.5
        ink.line(at - line_width(figure) / 2, frame.y + frame.up(highest) + 2, figure)
    label = fit_line(as_line(month.label, _SMALL.bold if month.strong else _SMALL), slot - 2)
    ink.line(middle - line_width(label) / 2, frame.y - 4.4 * MM, label)


def _figure(satang: int) -> Line:
    """Thousands of baht with one decimal, rounded half up; the tables have the exact amount."""
    tenths = (satang * 10 + _THOUSAND_BAHT // 2) // _THOUSAND_BAHT
    return (Run(f"{tenths // 10:,}.{tenths % 10}", Style(size=8.0)),)


def _draw_bar(ink: PageInk, x: float, y: float, width: float, height: float, *, hatched: bool) -> None:
    if not hatched:
        ink.fill_boxes([(x, y, width, height)], RECEIVED)
        return
    ink.fill_boxes([(x, y, width, height)], WHITE)
    ink.box(x, y, width, height, Pen(0.7, PAID))
    for x0, y0, x1, y1 in _stripes(width, height):
        ink.rule(x + x0, y + y0, x + x1, y + y1, Pen(0.9, PAID))


def _stripes(width: float, height: float) -> Iterator[tuple[float, float, float, float]]:
    """Slanting lines of a box at the origin, cut off at its edges."""
    offset = _HATCH - width
    while offset < height:
        # The line y = x + offset enters at the left edge or the foot, and leaves at the right edge or the top.
        x0, x1 = max(0.0, -offset), min(width, height - offset)
        if x1 > x0:
            yield x0, x0 + offset, x1, x1 + offset
        offset += _HATCH * 1.4
