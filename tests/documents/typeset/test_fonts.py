"""Only our five faces, embedded; what a face lacks is seen; documents do not disturb each other."""

import subprocess
import sys
import threading
from io import BytesIO
from typing import Any

import numpy as np
import pypdf
import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.pdfmetrics import getFont

from tests.documents.typeset.extractors import by_pdfium
from tests.documents.typeset.papers import blank, statement
from tests.documents.typeset.raster import page_ink
from wangfund.documents.typeset.fonts import Face, em_width, font_of, register_fonts
from wangfund.documents.typeset.style import BODY
from wangfund.documents.typeset.thai_font import ThaiTTFont


def _fonts(pdf: bytes) -> list[Any]:
    """Every font object of the file, whether a page names it or not."""
    reader = pypdf.PdfReader(BytesIO(pdf))
    objects: list[Any] = [reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1)]
    return [item for item in objects if isinstance(item, dict) and item.get("/Type") == "/Font"]


def test_register_fonts_twice_keeps_the_same_fonts() -> None:
    register_fonts()
    before = [getFont(face.value) for face in Face]
    register_fonts()
    assert [getFont(face.value) for face in Face] == before
    assert all(isinstance(font, ThaiTTFont) for font in before)


def test_stock_font_registered_first_is_refused_not_used() -> None:
    code = (
        "from reportlab.pdfbase.ttfonts import TTFont\n"
        "from reportlab.pdfbase.pdfmetrics import registerFont\n"
        "from wangfund.paths import bundled\n"
        "registerFont(TTFont('Other', str(bundled('resources/fonts/pdf/Sarabun-Bold.ttf'))))\n"
        "from wangfund.documents.typeset.fonts import Face, font_of\n"
        "try:\n    font_of(Face.BOLD)\nexcept TypeError as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "Sarabun-Bold\n"


def test_every_font_of_a_paper_is_an_embedded_subset_with_its_text() -> None:
    fonts = _fonts(statement(draft=True).to_bytes())
    assert len(fonts) >= 2
    for font in fonts:
        assert "+Sarabun-" in font["/BaseFont"], font["/BaseFont"]
        assert font["/FontDescriptor"]["/FontFile2"].get_data().startswith(b"\x00\x01\x00\x00")
        assert b"beginbfchar" in font["/ToUnicode"].get_data()
        blocks = font["/ToUnicode"].get_data().decode("ascii").split(" beginbfchar")
        assert all(int(block.split()[-1]) <= 100 for block in blocks[:-1])


def test_empty_paper_names_no_font_that_is_not_embedded() -> None:
    paper = blank()
    paper.rule(paper.y)
    assert _fonts(paper.to_bytes()) == []


@pytest.mark.parametrize("character", ["✓", "😀", "①", "漢", "\U000f0001", "ກ"])
def test_character_the_face_lacks_is_drawn_as_a_box(character: str) -> None:
    paper = blank()
    paper.text(50, 50, character, BODY.sized(40))
    ink = page_ink(paper.to_bytes())[-150:, 90:180]
    assert ink.sum() > 200
    assert em_width(character, Face.REGULAR) == pytest.approx(0.7)


def test_character_the_face_lacks_comes_back_when_copied() -> None:
    paper = blank()
    paper.write("จ่ายแล้ว ✓ 😀 ①")
    assert "จ่ายแล้ว ✓ 😀 ①" in by_pdfium(paper.to_bytes())


def test_private_codes_typed_by_a_person_do_not_become_clusters() -> None:
    font = font_of(Face.REGULAR)
    code = font.encode("น้ำ")
    assert len(code) == 1
    paper = blank()
    paper.write(f"ก{code}ข\ud800")
    text = by_pdfium(paper.to_bytes())
    assert "น้ำ" not in text
    assert "\ufffd" in text


def test_invisible_characters_take_no_room_and_draw_nothing() -> None:
    bare, dressed = "กองทุน", "\ufeffก\u200bอ\u2060ง\u00adทุ\u200dน\ufe0f"
    assert em_width(dressed, Face.REGULAR) == em_width(bare, Face.REGULAR)
    assert em_width("ก\u00a0ข\tค", Face.REGULAR) == em_width("ก ข ค", Face.REGULAR)


def test_a_thousand_marks_on_one_letter_are_drawn_without_harm() -> None:
    paper = blank()
    paper.text(50, 50, "ก" + "่" * 1000)
    assert paper.to_bytes().startswith(b"%PDF")


def test_width_of_a_cluster_is_that_of_its_letter() -> None:
    assert em_width("ที่", Face.REGULAR) == em_width("ท", Face.REGULAR)
    assert em_width("น้ำ", Face.REGULAR) == pytest.approx(
        em_width("น", Face.REGULAR) + em_width("า", Face.REGULAR)
    )


def test_two_documents_drawn_in_turn_are_as_if_drawn_alone() -> None:
    def alone(word: str) -> bytes:
        paper = blank()
        for number in range(30):
            paper.write(f"{word} น้ำใจ {number}")
        return paper.to_bytes()

    first, second = blank(), blank()
    for number in range(30):
        first.write(f"ปั้น น้ำใจ {number}")
        second.write(f"ฟื้น น้ำใจ {number}")
    assert (first.to_bytes(), second.to_bytes()) == (alone("ปั้น"), alone("ฟื้น"))


def test_papers_made_by_several_threads_are_as_if_made_by_one() -> None:
    expected = statement().to_bytes()
    made: list[bytes] = []
    threads = [threading.Thread(target=lambda: made.append(statement().to_bytes())) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [expected] * 6


def test_split_string_takes_bytes_as_stock_fonts_do() -> None:
    font = font_of(Face.REGULAR)
    document = PDFDocument()
    assert font.splitString("น้ำ".encode(), document) == font.splitString("น้ำ", document)
    assert font.stringWidth("น้ำ".encode(), 10) == font.stringWidth("น้ำ", 10)


def test_picture_of_a_word_is_not_empty_in_any_face() -> None:
    for face in Face:
        paper = blank()
        paper.text(50, 50, "กตัญญู", BODY.sized(30).__class__(face, 30))
        assert np.count_nonzero(page_ink(paper.to_bytes())) > 300
