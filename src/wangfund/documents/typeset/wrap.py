"""Breaking Thai lines between words, never inside a cluster, never with a mark that belongs to its neighbour."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from wangfund.documents.typeset.run import Line, Run
from wangfund.thai.month_names import MONTHS_LONG, MONTHS_SHORT
from wangfund.thai.words import clusters, tokens

_NO_START: Final = frozenset("ๆฯ)]}”’\"',.;:!?%…/\u2013")
_NO_END: Final = frozenset("([{“‘฿\u2212")
_MARKS: Final = frozenset(
    "\u0e31\u0e33\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
_TRAILING: Final = frozenset("ๆฯ")  # stay with the word before them, also after a space
_LEADS: Final = frozenset("เแโใไ")
_MONTH: Final = "(?:" + "|".join(re.escape(name) for name in (*MONTHS_SHORT, *MONTHS_LONG)) + ")"
# A number and what it counts, a clause and its number, a day: read as one.
_BOUND: Final = re.compile(
    rf"(?:\d{{1,2}} )?{_MONTH} \d{{4}}|\d{{1,2}} {_MONTH}|(?:ข้อ|หมู่|มติ) \d|\d (?:บาท|เดือน|ปี|วัน|คืน|คน|ราย|ครั้ง|ใบ)"
)
# A word may be cut at a finer boundary only when more than this part of the line would stay empty.
_EMPTY_PART: Final = 0.25


class _Unit(NamedTuple):
    """Runs that stay together on a line."""

    runs: tuple[Run, ...]
    fineness: int  # 0 words, 1 parts of words, 2 clusters

    @property
    def is_space(self) -> bool:
        return self.runs[0].text == " "

    @property
    def width(self) -> float:
        return sum(run.width for run in self.runs)


def wrap(line: Line, width: float) -> list[Line]:
    """Lines of at most `width` points holding all of `line`; spaces at the breaks are dropped.

    Words first; a word that does not fit is divided by the finer word list, and one wider than a whole line by
    clusters. Only a single cluster wider than `width` may stick out. Empty for a line without text.
    """
    queue = deque(_units(line, _words, 0, bind=True))
    lines: list[Line] = []
    current: list[_Unit] = []
    used = 0.0
    while queue:
        unit = queue.popleft()
        if unit.is_space and not current:
            continue
        if unit.is_space or used + unit.width <= width + 1e-6:
            current.append(unit)
            used += unit.width
        elif parts := _divide(unit, width, width - used):
            queue.extendleft(reversed(parts))
        elif current:
            lines.append(_joined(current))
            current, used = [], 0.0
            queue.appendleft(unit)
        else:
            lines.append(_joined([unit]))
    if current and not all(unit.is_space for unit in current):
        lines.append(_joined(current))
    return lines


def _divide(unit: _Unit, width: float, free: float) -> list[_Unit]:
    """Smaller units of one that does not fit, or none when it should move to the next line."""
    too_wide = unit.width > width
    if unit.fineness == 0 and (too_wide or free > _EMPTY_PART * width):
        parts = list(_units(unit.runs, _parts, 1, bind=not too_wide))
        if len(parts) > 1:
            return parts
    if unit.fineness < 2 and too_wide:
        parts = list(_units(unit.runs, clusters, 2, bind=False))
        if len(parts) > 1:
            return parts
    return []


def _units(
    runs: Iterable[Run], cut: Callable[[str], Iterable[str]], fineness: int, *, bind: bool
) -> Iterator[_Unit]:
    pieces = [
        Run(" " if text.isspace() else text, run.style) for run in runs for text in cut(run.text) if text
    ]
    bound = _bound(pieces) if bind else frozenset()
    held: list[Run] = []
    for place, piece in enumerate(pieces):
        if held and place not in bound and not _stay_together(pieces, place, fineness):
            yield _Unit(tuple(held), fineness)
            held = []
        held.append(piece)
    if held:
        yield _Unit(tuple(held), fineness)


def _bound(pieces: list[Run]) -> frozenset[int]:
    """The places no line may begin at, because what stands there belongs to what stands before it."""
    text = "".join(piece.text for piece in pieces)
    spans = [match.span() for match in _BOUND.finditer(text)]
    if not spans:
        return frozenset()
    places, at = set(), 0
    for place, piece in enumerate(pieces):
        if any(first < at < last for first, last in spans):
            places.add(place)
        at += len(piece.text)
    return frozenset(places)


def _words(text: str) -> Iterable[str]:
    return tokens(text)


def _parts(text: str) -> Iterable[str]:
    return tokens(text, fine=True)


def _stay_together(pieces: list[Run], place: int, fineness: int) -> bool:
    """Whether no line may end between the piece at `place` and the one before it."""
    before, after = pieces[place - 1].text, pieces[place].text
    # A row of dots wider than the line must still be cut somewhere.
    strict = fineness < 2
    if after == " ":
        return strict and pieces[place + 1 : place + 2] != [] and pieces[place + 1].text[0] in _TRAILING
    if before == " ":
        return strict and after[0] in _TRAILING
    if after[0] in _MARKS or before[-1] in _LEADS:
        return True
    if strict and before[-1] == "." and "ก" <= after[0] <= "ฮ":
        return True  # the parts of an abbreviation: ต.ค.
    return strict and (after[0] in _NO_START or before[-1] in _NO_END)


def _joined(units: list[_Unit]) -> Line:
    """One line, neighbours of one style merged and the spaces at its end dropped."""
    runs = [run for unit in units for run in unit.runs]
    while len(runs) > 1 and runs[-1].text == " ":
        runs.pop()
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].style == run.style:
            merged[-1] = Run(merged[-1].text + run.text, run.style)
        else:
            merged.append(run)
    return tuple(merged)
