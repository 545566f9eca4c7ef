"""A line of text in one or several styles: what it measures, and how it is made to fit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from wangfund.documents.typeset.fonts import em_width
from wangfund.documents.typeset.printable import printable
from wangfund.documents.typeset.style import Style
from wangfund.thai.words import clusters

ELLIPSIS: Final = "…"
_LEAST_SCALE: Final = 0.85


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style; pieces that follow each other bring their own spaces."""

    text: str
    style: Style

    @property
    def width(self) -> float:
        return em_width(self.text, self.style.face) * self.style.size


Line: TypeAlias = tuple[Run, ...]
# What callers hand over: plain text takes the style of its place.
Text: TypeAlias = str | Run | Sequence[Run]


def as_line(text: Text, style: Style) -> Line:
    """`text` ready to be drawn: repaired, in runs; empty for empty text."""
    if isinstance(text, str):
        return (Run(printable(text), style),) if text else ()
    runs = (text,) if isinstance(text, Run) else text
    return tuple(Run(printable(run.text), run.style) for run in runs if run.text)


def line_width(line: Line) -> float:
    """Width of a line in points."""
    return line[0].width if len(line) == 1 else sum(run.width for run in line)


def line_size(line: Line, default: float) -> float:
    """The largest size in a line, in points."""
    return line[0].style.size if len(line) == 1 else max((run.style.size for run in line), default=default)


def fit_line(line: Line, width: float, least_scale: float = _LEAST_SCALE) -> Line:
    """`line` made at most `width` wide: set smaller down to `least_scale`, then cut after a whole cluster with '…'."""
    wide = line_width(line)
    if wide <= width or not line:
        return line
    scale = max(least_scale, width / wide)
    smaller = tuple(replace(run, style=run.style.sized(run.style.size * scale)) for run in line)
    return smaller if line_width(smaller) <= width + 1e-6 else _cut(smaller, width)


def _cut(line: Line, width: float) -> Line:
    kept: list[Run] = []
    room = width - Run(ELLIPSIS, line[-1].style).width
    for run in line:
        if run.width <= room:
            kept.append(run)
            room -= run.width
            continue
        text = ""
        for cluster in clusters(run.text):
            if Run(text + cluster, run.style).width > room:
                break
            text += cluster
        kept.append(Run(text.rstrip() + ELLIPSIS, run.style))
        break
    return tuple(kept)
