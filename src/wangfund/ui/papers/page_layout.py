"""Where the pages of a paper lie one under another, at a width and a zoom. Plain figures in pixels of the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wangfund.ui.papers.pages import PageSize

ZOOMS: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5)
"""Of the width of the place; 1.0 fills it."""

FIT: Final = 1.0


@dataclass(frozen=True, slots=True)
class Box:
    """A page's place."""

    x: int
    y: int
    width: int
    height: int

    @property
    def end(self) -> int:
        """The first pixel below it."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The boxes of the pages, and how large the whole is."""

    boxes: tuple[Box, ...]
    width: int
    height: int

    def page_at(self, y: int) -> int:
        """The page at a height, the one before when it lies between two; 0 without pages."""
        return max((at for at, box in enumerate(self.boxes) if box.y <= y), default=0)

    def seen(self, top: int, height: int) -> range:
        """The pages of which something shows in a window of some height."""
        shown = [at for at, box in enumerate(self.boxes) if box.y < top + height and box.end > top]
        return range(shown[0], shown[-1] + 1) if shown else range(0)


def lay_out(sizes: Sequence[PageSize], place: int, zoom: float, gap: int) -> PageLayout:
    """Lay pages under each other: the widest fills `place` less a gap on both sides at zoom 1."""
    widest = max((size.width for size in sizes), default=1.0)
    scale = max(place - 2 * gap, 1) * zoom / widest
    whole = max(place, round(widest * scale) + 2 * gap)
    boxes: list[Box] = []
    y = gap
    for size in sizes:
        width, height = max(1, round(size.width * scale)), max(1, round(size.height * scale))
        boxes.append(Box((whole - width) // 2, y, width, height))
        y += height + gap
    return PageLayout(tuple(boxes), whole, y)


def next_zoom(zoom: float, by: int) -> float:
    """The next larger (1) or smaller (-1) zoom."""
    at = min(range(len(ZOOMS)), key=lambda n: abs(ZOOMS[n] - zoom)) + by
    return ZOOMS[min(max(at, 0), len(ZOOMS) - 1)]
