"""A ReportLab font that sets Thai right and lets it be copied and searched.

Stock ReportLab places Thai marks by their advance alone, so tones fall on vowels; its shaping option places them
right but writes private codes into the page, so nothing can be found again. Here each cluster (a consonant with its
marks, or with sara am) is shaped once by HarfBuzz, appended to the face as one glyph, and given a multi-character
ToUnicode entry. Every ReportLab text path then works with plain strings.

It overrides internals of ReportLab, which is why the version is pinned exactly;
tests/documents/typeset/test_stacking.py is what an upgrade must pass.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import RLock
from typing import Final, cast

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import TTFont

from wangfund.documents.typeset.thai_face import Part, ThaiFace

_CLUSTER: Final = re.compile(
    "[\u0e01-\u0e30\u0e32\u0e3f-\u0e46][\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]{1,6}|[\u0e24\u0e26]\u0e45"
)
# Invisible marks draw nothing and must not be counted as missing; blanks of every kind are a space.
_INVISIBLE: Final = [0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
_VARIATIONS: Final = range(0xFE00, 0xFE10)
_BLANKS: Final = [
    *range(0x09, 0x0E),
    0x85,
    0xA0,
    *range(0x2000, 0x200B),
    0x2028,
    0x2029,
    0x202F,
    0x205F,
    0x3000,
]
_TIDY: Final = dict.fromkeys([*_INVISIBLE, *_VARIATIONS]) | dict.fromkeys(_BLANKS, " ")
# Codes we use ourselves, and halves of pairs that no encoder takes.
_NOT_TEXT: Final = re.compile("[\ud800-\udfff\U000f0000-\U0010ffff]")
_FIRST_CODE: Final = 0xF0000
_MOST_GLYPHS: Final = 20_000
_MOST_REMEMBERED: Final = 50_000
_BFCHAR_BLOCK: Final = 100  # the most entries a block may hold (PDF 32000-1, 9.10.3)


class ThaiTTFont(TTFont):
    """One face of a Thai font; register it before any stock TTFont of the same face.

    ReportLab keeps its state per document, and clusters are only added, so several documents may be drawn in turn.
    """

    face: ThaiFace

    def __init__(self, name: str, filename: Path) -> None:
        super().__init__(name, str(filename), shapable=False)
        self.face = ThaiFace(filename)
        self._shaper: Final = hb.Font(hb.Face(hb.Blob(self.face.font_file)))
        self._code_of: Final[dict[str, str]] = {}
        self._text_of: Final[dict[int, str]] = {}
        self._encoded: Final[dict[str, str]] = {}
        self._growing: Final = RLock()

    def stringWidth(self, text: str | bytes, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        """Width in points; `text` in characters, marks and all."""
        return super().stringWidth(self.encode(_as_str(text, encoding)), size)

    def splitString(  # noqa: N802
        self, text: str | bytes, doc: PDFDocument, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """The runs of (subset, codes) that draw `text` in `doc`."""
        with self._growing:
            return super().splitString(self.encode(_as_str(text, encoding)), doc)

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802
        """Put the subsets into `doc`, each with a ToUnicode map that gives whole clusters back."""
        with self._growing:
            subsets = [list(subset) for subset in self.state[doc].subsets]
            names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
            super().addObjects(doc)
            fonts = cast("PDFDictionary", doc.idToObject["BasicFonts"]).dict
            for name, subset in zip(names, subsets, strict=True):
                stream = cast("PDFStream", doc.idToObject[fonts[name].ToUnicode.name])
                stream.content = _to_unicode(self._entries(subset))

    def encode(self, text: str) -> str:
        """`text` with one private code for each cluster, and for each character the face lacks."""
        if text.isascii() and text.isprintable():
            return text
        known = self._encoded.get(text)
        if known is None:
            with self._growing:
                known = self._encode(text)
                if len(self._encoded) >= _MOST_REMEMBERED:
                    self._encoded.clear()
                self._encoded[text] = known
        return known

    def _encode(self, text: str) -> str:
        clean = _NOT_TEXT.sub("\ufffd", text.translate(_TIDY))
        joined = _CLUSTER.sub(lambda found: self._code_of.get(found[0]) or self._shape(found[0]), clean)
        glyphs = self.face.charToGlyph
        return "".join(c if ord(c) in glyphs else self._code_of.get(c) or self._box(c) for c in joined)

    def _shape(self, cluster: str) -> str:
        buffer = hb.Buffer()
        buffer.add_str(cluster)
        buffer.direction, buffer.script, buffer.language = "ltr", "Thai", "th"
        hb.shape(self._shaper, buffer, {"kern": False, "liga": False})
        parts, pen = [], 0
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            parts.append(Part(info.codepoint, pen + at.x_offset, at.y_offset))
            pen += at.x_advance
        return self._add(cluster, parts, pen)

    def _box(self, character: str) -> str:
        """The face's own box for what it lacks: seen on paper, and still the typed character when copied."""
        return self._add(character, [Part(0, 0, 0)], self.face.hmetrics[0][0])

    def _add(self, text: str, parts: Sequence[Part], advance: int) -> str:
        if len(self._text_of) >= _MOST_GLYPHS or not self.face.has_room:
            return text if len(text) > 1 else "?"  # a cluster unshaped, rather than no paper
        code = _FIRST_CODE + len(self._text_of)
        self.face.charWidths[code] = advance * 1000 / self.face.unitsPerEm
        self.face.charToGlyph[code] = self.face.add_composite(parts, advance)
        self._text_of[code] = text
        self._code_of[text] = chr(code)
        return chr(code)

    def _entries(self, subset: Sequence[int]) -> Iterator[tuple[int, str]]:
        for place, code in enumerate(subset):
            if place < 32 and code in {0, 32}:
                continue  # a slot nothing was put in
            yield place, self._text_of.get(code) or chr(code)


def _as_str(text: str | bytes, encoding: str) -> str:
    return text if isinstance(text, str) else text.decode(encoding)


def _to_unicode(entries: Iterator[tuple[int, str]]) -> str:
    """A ToUnicode map for one-byte codes."""
    rows = [f"<{place:02X}> <{text.encode('utf-16-be').hex().upper()}>" for place, text in entries]
    blocks = [rows[start : start + _BFCHAR_BLOCK] for start in range(0, len(rows), _BFCHAR_BLOCK)]
    body = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *body,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
