"""What every paper must be: inside its margins, in embedded fonts, nothing drawn over its neighbour."""

import re
from io import BytesIO

import numpy as np
import pypdf
import pypdfium2 as pdfium

from tests.documents.typeset.raster import page_ink
from wangfund.documents.typeset.measures import BOTTOM, LEFT, RIGHT, TOP

_SCALE = 2
# Of the smaller letter's box; neighbours touch up to a third (a tail under the next letter, marks of two lines).
_OVERLAP = 0.45


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page."""
    document = pdfium.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def bare(text: str) -> str:
    """Without blanks, for what may be broken over lines."""
    return re.sub(r"\s", "", text)


def unembedded(pdf: bytes) -> list[str]:
    """Names of fonts whose letters are not in the file."""
    missing = []
    for page in pypdf.PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            described = font.get_object().get("/FontDescriptor")
            if described is None or "/FontFile2" not in described.get_object():
                missing.append(str(font.get_object()["/BaseFont"]))
    return missing


def ink_outside(pdf: bytes, *, but_middle: bool = False) -> list[int]:
    """Numbers of the pages (from 1) with ink outside the margins; `but_middle` allows the line to cut along."""
    found = []
    for number in range(len(pypdf.PdfReader(BytesIO(pdf)).pages)):
        ink = page_ink(pdf, number, _SCALE, below=200)
        height, width = ink.shape
        if but_middle:
            ink[height // 2 - 4 : height // 2 + 4] = False
        left, right = int(LEFT * _SCALE) - 2, width - int(RIGHT * _SCALE) + 2
        top, bottom = int(TOP * _SCALE) - 2, height - int(BOTTOM * _SCALE) + 2
        if ink[:, :left].any() or ink[:, right:].any() or ink[:top].any() or ink[bottom:].any():
            found.append(number + 1)
    return found


def overlapping(pdf: bytes) -> list[str]:
    """Pages where letters stand on each other, with how many pairs."""
    document = pdfium.PdfDocument(pdf)
    found = []
    try:
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            boxes = [text.get_charbox(place) for place in range(text.count_chars())]
            pairs = _pairs(
                np.array([box for box in boxes if box[2] - box[0] > 0.3 and box[3] - box[1] > 0.3])
            )
            if pairs:
                found.append(f"page {number}: {pairs}")
    finally:
        document.close()
    return found


def _pairs(boxes: np.ndarray) -> int:
    if not len(boxes):
        return 0
    # Letters of one cluster share one box.
    b = np.unique(boxes.round(1), axis=0)
    wide = np.minimum(b[:, None, 2], b[None, :, 2]) - np.maximum(b[:, None, 0], b[None, :, 0])
    high = np.minimum(b[:, None, 3], b[None, :, 3]) - np.maximum(b[:, None, 1], b[None, :, 1])
    shared = wide.clip(0) * high.clip(0)
    area = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    part = shared / np.minimum(area[:, None], area[None, :])
    np.fill_diagonal(part, 0)
    return int((part > _OVERLAP).sum()) // 2
