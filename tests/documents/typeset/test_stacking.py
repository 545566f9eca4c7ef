"""Marks stand where HarfBuzz puts them. This is what an upgrade of reportlab or uharfbuzz must pass."""

from importlib.metadata import version
from pathlib import Path

import pytest
from PIL import features
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFNameBytes, TTFont

from tests.documents.typeset.golden import WORDS, all_clusters
from tests.documents.typeset.raster import misplaced
from wangfund.documents.typeset.fonts import Face, font_of
from wangfund.paths import bundled


def _file(face: Face) -> Path:
    return Path(str(font_of(face).face.filename))


def test_reportlab_is_the_version_whose_internals_were_read() -> None:
    # Another one may be right too: run this file against it, read what thai_font.py overrides, then change the pin.
    assert version("reportlab") == "5.1.0"


def test_reference_pictures_are_shaped_by_harfbuzz() -> None:
    assert features.check("raqm")


@pytest.mark.parametrize("face", list(Face))
def test_golden_words_in_every_face_stand_right(face: Face) -> None:
    assert len(WORDS) == 44
    assert misplaced(font_of(face).fontName, _file(face), WORDS) == {}


@pytest.mark.slow
@pytest.mark.parametrize("face", [Face.REGULAR, Face.BOLD])
def test_every_cluster_of_thai_stands_right(face: Face) -> None:
    clusters = all_clusters()
    assert len(clusters) > 3000
    assert misplaced(font_of(face).fontName, _file(face), clusters, width=50) == {}


def test_check_fails_on_the_stock_font() -> None:
    file = bundled("resources/fonts/pdf/Sarabun-Regular.ttf")
    stock = TTFont("Stock", str(file))
    stock.face.name = TTFNameBytes(
        b"Stock"
    )  # or registering it would give back ours, which has the same face name
    registerFont(stock)
    wrong = misplaced("Stock", file, WORDS)
    assert len(wrong) > 20
    assert {"น้ำ", "ที่", "ปั้น", "กตัญญู"} <= wrong.keys()
