"""Two pictures of one string: ours through PDFium, and HarfBuzz with FreeType through Pillow."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas

Ink: TypeAlias = npt.NDArray[np.bool_]

LIMIT: Final = 0.004  # good text scores 0.0000, a misplaced mark at least 0.005
_SCALE: Final = 4
_SIZE: Final = 22
_HEIGHT: Final = 50
_LEFT: Final = 15
_BASELINE: Final = 18
_TOLERANCE: Final = 2  # pixels, half a point at 22 points


def misplaced(font_name: str, font_file: Path, strings: Sequence[str], width: int = 180) -> dict[str, float]:
    """The strings whose pictures differ, with the part of their ink that is elsewhere."""
    reference = ImageFont.truetype(str(font_file), _SIZE * _SCALE, layout_engine=ImageFont.Layout.RAQM)
    scores = {
        text: _score(ours, _by_pillow(text, reference, width))
        for text, ours in zip(strings, _by_pdfium(font_name, strings, width), strict=True)
    }
    return {text: score for text, score in scores.items() if score > LIMIT}


def page_ink(pdf: bytes, page: int = 0, scale: float = 2.0, below: int = 128) -> Ink:
    """Where a page is darker than `below` of 255, rows from the top, `scale` pixels a point."""
    document = pdfium.PdfDocument(pdf)
    try:
        return np.asarray(document[page].render(scale=scale).to_pil().convert("L")) < below
    finally:
        document.close()


def _by_pdfium(font_name: str, strings: Sequence[str], width: int) -> Iterator[Ink]:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(width, _HEIGHT), initialFontName=font_name)  # type: ignore[arg-type]
    for text in strings:
        canvas.setFont(font_name, _SIZE)
        canvas.drawString(_LEFT, _BASELINE, text)
        canvas.showPage()
    canvas.save()
    document = pdfium.PdfDocument(file.getvalue())
    for page in document:
        yield np.asarray(page.render(scale=_SCALE).to_pil().convert("L")) < 128
    document.close()


def _by_pillow(text: str, font: ImageFont.FreeTypeFont, width: int) -> Ink:
    image = Image.new("L", (width * _SCALE, _HEIGHT * _SCALE), 255)
    at = (_LEFT * _SCALE, (_HEIGHT - _BASELINE) * _SCALE)
    ImageDraw.Draw(image).text(
        at, text, font=font, fill=0, anchor="ls", language="th", features=["-kern", "-liga"]
    )
    return np.asarray(image) < 128


def _score(ours: Ink, theirs: Ink) -> float:
    missing = (theirs & ~_grown(ours)).sum()
    extra = (ours & ~_grown(theirs)).sum()
    return float((missing + extra) / max(1, theirs.sum()))


def _grown(ink: Ink) -> Ink:
    """The ink and everything within the tolerance of it."""
    for axis in (0, 1):
        grown = ink.copy()
        for shift in range(1, _TOLERANCE + 1):
            grown |= np.roll(ink, shift, axis) | np.roll(ink, -shift, axis)
        ink = grown
    return ink
