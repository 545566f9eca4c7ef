"""How rows look: few kinds, no bands of colour, readable in black on a tired printer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
from openpyxl.workbook.workbook import Workbook

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


class Styles:
    """The named styles of one workbook; a cell takes one by name, measured five times faster than its four parts."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._names: dict[tuple[Look, str, bool, bool], str] = {}

    def name_of(self, look: Look, number_format: str, *, left: bool, wrap: bool) -> str:
        """The name of a style, made when first asked for."""
        key = (look, number_format, left, wrap)
        name = self._names.get(key)
        if name is None:
            name = f"{look.name.lower()} {len(self._names) + 1}"
            style = NamedStyle(name, number_format=number_format)
            style.font, style.border = look.value.font, look.value.border
            side = "left" if left else "right"
            style.alignment = Alignment(horizontal=side, vertical="center", wrap_text=wrap)
            self._book.add_named_style(style)
            self._names[key] = name
        return name
