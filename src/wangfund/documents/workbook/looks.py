"""How rows look: few kinds, no bands of colour, readable in black on a tired printer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from openpyxl.styles import Border, Font, Side

# On every Windows and every office program; a face that may be missing would be swapped for one of another width.
_FACE: Final = "Tahoma"
_INK: Final = "FF1A2330"
_QUIET: Final = "FF46515E"
_INDIGO: Final = "FF23477B"

ROW_HEIGHT: Final = 22.0
"""Points. Thai marks above and below are cut off in the default 15-point rows."""


@dataclass(frozen=True, slots=True)
class _Look:
    font: Font
    border: Border


def _font(size: float = 11, *, bold: bool = False, ink: str = _INK) -> Font:
    return Font(name=_FACE, size=size, bold=bold, color=ink)


_HAIR: Final = Side(style="hair", color=_QUIET)
_THIN: Final = Side(style="thin", color=_INK)
_DOUBLE: Final = Side(style="double", color=_INK)


class Look(Enum):
    """A kind of row."""

    FUND = _Look(_font(11, ink=_QUIET), Border())
    TITLE = _Look(_font(15, bold=True), Border())
    NOTE = _Look(_font(10, ink=_QUIET), Border())
    HEAD = _Look(_font(11, bold=True), Border(top=_THIN, bottom=_THIN))
    GROUP = _Look(_font(11, bold=True, ink=_INDIGO), Border())
    BODY = _Look(_font(), Border(bottom=_HAIR))
    TOTAL = _Look(_font(bold=True), Border(top=_THIN))
    GRAND = _Look(_font(12, bold=True), Border(top=_THIN, bottom=_DOUBLE))
    CHECK = _Look(_font(10, ink=_QUIET), Border(bottom=_HAIR))
