"""The five faces of Sarabun the papers are set in, and how wide text is in them."""

from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from reportlab import rl_config
from reportlab.pdfbase.pdfmetrics import getFont, registerFont

from wangfund.documents.typeset.thai_font import ThaiTTFont
from wangfund.paths import bundled


class Face(StrEnum):
    """The name a face is registered under."""

    REGULAR = "Sarabun"
    SEMIBOLD = "Sarabun-SemiBold"
    BOLD = "Sarabun-Bold"
    ITALIC = "Sarabun-Italic"
    BOLD_ITALIC = "Sarabun-BoldItalic"


_FILES: Final = {
    Face.REGULAR: "Sarabun-Regular.ttf",
    Face.SEMIBOLD: "Sarabun-SemiBold.ttf",
    Face.BOLD: "Sarabun-Bold.ttf",
    Face.ITALIC: "Sarabun-Italic.ttf",
    Face.BOLD_ITALIC: "Sarabun-BoldItalic.ttf",
}


@cache
def font_of(face: Face) -> ThaiTTFont:
    """The registered font of a face; registers it the first time it is asked for.

    Raises:
        TypeError: a stock font of the same face was registered before; ReportLab would draw Thai wrongly with it.
        FileNotFoundError: the program is incomplete.
    """
    _use_our_fonts_only()
    registerFont(ThaiTTFont(face.value, bundled(f"resources/fonts/pdf/{_FILES[face]}")))
    # registerFont quietly keeps an older font of the same face name.
    registered = getFont(face.value)
    if not isinstance(registered, ThaiTTFont):
        raise TypeError(face.value)
    return registered


def register_fonts() -> None:
    """Make all five faces known to ReportLab; doing it again changes nothing."""
    for face in Face:
        font_of(face)


@lru_cache(maxsize=100_000)
def em_width(text: str, face: Face) -> float:
    """Width of `text` in ems; times the size in points gives points."""
    return font_of(face).stringWidth(text, 1.0)


def _use_our_fonts_only() -> None:
    """Keep unembedded Helvetica out of the file, and binary streams binary (ASCII85 adds a quarter)."""
    rl_config.canvas_basefontname = Face.REGULAR.value
    rl_config.useA85 = 0
