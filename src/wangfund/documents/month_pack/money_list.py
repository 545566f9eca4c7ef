"""Names with amounts under a small heading, half a page wide: where money lies, and its pools."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wangfund.documents.typeset.measures import MM, THIN
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.page_ink import Pen
from wangfund.documents.typeset.run import Line, as_line, fit_line, line_width
from wangfund.documents.typeset.style import HEADING, INK, TABLE
from wangfund.documents.typeset.wrap import wrap
from wangfund.thai.money_text import format_baht

_LINE: Final = 5.5 * MM
_MORE: Final = 4.7 * MM  # for each further line of one name
_HEADING: Final = 6.8 * MM
_SUM_AIR: Final = 1 * MM
_BETWEEN: Final = 3 * MM
_MOST_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class MoneyEntry:
    """One line; a sum is bold and stands under a rule."""

    name: str
    satang: int
    is_sum: bool = False


def money_list_height(width: float, entries: Sequence[MoneyEntry]) -> float:
    """The height of a list in points."""
    return _HEADING + sum(_height(entry, _name(entry, width)) for entry in entries)


def draw_money_list(
    paper: Paper, left: float, width: float, title: str, entries: Sequence[MoneyEntry]
) -> None:
    """Draw at the cursor without moving it; long names wrap, amounts stand at their first line."""
    paper.text(left, paper.y - 5 * MM, title, HEADING.sized(12))
    top = paper.y - _HEADING
    for entry in entries:
        name = _name(entry, width)
        baseline = top - 4 * MM
        if entry.is_sum:
            paper.ink.rule(left, top - 0.4 * MM, left + width, top - 0.4 * MM, Pen(THIN, INK))
            baseline -= _SUM_AIR
        paper.ink.line(left + width - line_width(_figure(entry)), baseline, _figure(entry))
        for place, line in enumerate(name):
            paper.ink.line(left, baseline - place * _MORE, line)
        top -= _height(entry, name)


def _height(entry: MoneyEntry, name: Sequence[Line]) -> float:
    return _LINE + (len(name) - 1) * _MORE + (_SUM_AIR if entry.is_sum else 0.0)


def _figure(entry: MoneyEntry) -> Line:
    return as_line(format_baht(entry.satang), TABLE.bold if entry.is_sum else TABLE)


def _name(entry: MoneyEntry, width: float) -> list[Line]:
    room = width - line_width(_figure(entry)) - _BETWEEN
    whole = as_line(entry.name, TABLE.bold if entry.is_sum else TABLE)
    if line_width(whole) <= room:
        return [whole]
    lines = wrap(fit_line(whole, room * _MOST_LINES, 1.0), room)
    last = tuple(run for line in lines[_MOST_LINES - 1 :] for run in line)
    return [*lines[: _MOST_LINES - 1], *([fit_line(last, room, 0.8)] if last else [])]
