"""How text looks: face, size and colour, and the sizes each part of a paper is set in."""

from dataclasses import dataclass, replace
from typing import Final

from wangfund.documents.typeset.fonts import Face

# Text is plain black: a laser printer breaks near-black into dots. Grey and indigo still read when printed black.
INK: Final = "#000000"
INK2: Final = "#46515E"
INDIGO: Final = "#23477B"
PALE: Final = "#8A9097"  # hairlines only
WHITE: Final = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Style:
    """A face at a size in points, in a colour written '#RRGGBB'."""

    face: Face = Face.REGULAR
    size: float = 12.0
    colour: str = INK

    @property
    def bold(self) -> "Style":
        return replace(self, face=Face.BOLD)

    @property
    def semibold(self) -> "Style":
        return replace(self, face=Face.SEMIBOLD)

    @property
    def grey(self) -> "Style":
        return replace(self, colour=INK2)

    @property
    def indigo(self) -> "Style":
        return replace(self, colour=INDIGO)

    def sized(self, size: float) -> "Style":
        return replace(self, size=size)


BODY: Final = Style()
TITLE: Final = Style(Face.BOLD, 17.0)
HEADING: Final = Style(Face.BOLD, 13.0)
TABLE: Final = Style(size=11.0)
NOTE: Final = Style(size=10.0, colour=INK2)
FOOTER: Final = Style(size=9.5, colour=INK2)
FORM_NAME: Final = Style(Face.BOLD, 15.0)  # the payer on a receipt, the payee on a voucher
SHEET_NAME: Final = Style(size=14.0)  # members on a collection sheet
NOTICE_FIGURE: Final = Style(Face.BOLD, 60.0)
