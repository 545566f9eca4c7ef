"""A TrueType face that can grow: a shaped Thai cluster becomes one more composite glyph of it."""

import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from reportlab.pdfbase.ttfonts import (
    GF_ARG_1_AND_2_ARE_WORDS,
    GF_ARGS_ARE_XY_VALUES,
    GF_MORE_COMPONENTS,
    TTFontFace,
)

# maxp limits of a composite glyph, by the offset of their field: points, contours, components, depth. A cluster is
# a consonant with at most six marks; a viewer may size its buffers by these.
_MAXP_FIELDS: Final = ((10, 600), (12, 60), (28, 8), (30, 4))
_LAST_GLYPH: Final = 0xFFFF


class Part(NamedTuple):
    """One glyph of a cluster and where HarfBuzz put its origin, in font units."""

    glyph: int
    x: int
    y: int


class ThaiFace(TTFontFace):
    """A face whose 'glyf' table is open at the end.

    Glyphs are only ever appended, so documents being made at the same time may share the face. Nothing is written
    to the font file.
    """

    _ttf_data: bytes | bytearray

    def __init__(self, filename: Path) -> None:
        super().__init__(str(filename))
        self.font_file: Final = bytes(self._ttf_data)
        self._ttf_data = bytearray(self.font_file)
        self._glyf_start: Final[int] = self.get_table_pos("glyf")[0]
        self.glyphPos = list(self.glyphPos)
        self.hmetrics = list(self.hmetrics)
        self._allow_composites()
        # The first new glyph number covers the tables between glyf and the end of the file; it is never used.
        self._close_glyph(advance=0, left_bearing=0)

    @property
    def has_room(self) -> bool:
        """Whether one more glyph can be numbered."""
        return len(self.glyphPos) <= _LAST_GLYPH

    def get_table(self, tag: str) -> bytes:
        """The bytes of a table; 'glyf' reaches over what was appended."""
        if tag == "glyf":
            return bytes(self._ttf_data[self._glyf_start :])
        return bytes(super().get_table(tag))  # type: ignore[no-untyped-call]  # the stub leaves `tag` bare

    def add_composite(self, parts: Sequence[Part], advance: int) -> int:
        """Append a glyph made of `parts`, `advance` font units wide, and return its number."""
        inked = [(part, box) for part in parts if (box := self._box(part.glyph)) is not None]
        if not inked:
            return parts[0].glyph
        bounds = _union([(x0 + p.x, y0 + p.y, x1 + p.x, y1 + p.y) for p, (x0, y0, x1, y1) in inked])
        record = bytearray(struct.pack(">5h", -1, *bounds))
        for place, (part, _) in enumerate(inked, start=1):
            more = GF_MORE_COMPONENTS if place < len(inked) else 0
            flags = GF_ARG_1_AND_2_ARE_WORDS | GF_ARGS_ARE_XY_VALUES | more
            record += struct.pack(">HHhh", flags, *part)
        self._ttf_data += record + b"\0" * (-len(record) % 4)
        return self._close_glyph(advance, left_bearing=bounds[0])

    def _close_glyph(self, advance: int, left_bearing: int) -> int:
        number = len(self.glyphPos) - 1
        self.glyphPos.append(len(self._ttf_data) - self._glyf_start)
        # ReportLab packs both metrics unsigned.
        self.hmetrics.append((advance, left_bearing & 0xFFFF))
        return number

    def _allow_composites(self) -> None:
        start = self.get_table_pos("maxp")[0]
        data = bytearray(self.font_file)
        for field, least in _MAXP_FIELDS:
            (present,) = struct.unpack_from(">H", data, start + field)
            struct.pack_into(">H", data, start + field, max(present, least))
        self._ttf_data = data

    def _box(self, glyph: int) -> tuple[int, int, int, int] | None:
        """Bounds of a glyph's outline, or None when it draws nothing."""
        start, end = self.glyphPos[glyph], self.glyphPos[glyph + 1]
        if end - start < 10:
            return None
        left, bottom, right, top = struct.unpack_from(">4h", self._ttf_data, self._glyf_start + start + 2)
        return left, bottom, right, top


def _union(boxes: Sequence[tuple[int, int, int, int]]) -> tuple[int, int, int, int]:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
