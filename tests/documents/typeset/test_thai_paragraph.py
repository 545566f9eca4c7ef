"""A paragraph goes on over pages whole."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.documents.typeset.extractors import by_pdfium
from tests.documents.typeset.golden import SENTENCE
from tests.documents.typeset.papers import blank
from wangfund.documents.typeset.page import Footer
from wangfund.documents.typeset.run import Line, Run
from wangfund.documents.typeset.style import BODY, NOTE
from wangfund.documents.typeset.thai_paragraph import ThaiParagraph


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(st.integers(0, 12), st.lists(st.floats(0, 120), min_size=1, max_size=20))
def test_split_over_any_rooms_keeps_the_lines_in_order(sentences: int, rooms: list[float]) -> None:
    whole = ThaiParagraph.of(SENTENCE * sentences, 200)
    drawn: list[Line] = []
    rest: ThaiParagraph | None = whole
    for room in rooms:
        if rest is None:
            break
        first, rest = rest.split(room)
        if first is not None:
            assert first.height <= room + 1e-3
            drawn += first.lines
    if rest is not None:
        drawn += rest.lines
    assert tuple(drawn) == whole.lines


def test_split_leaves_no_line_alone() -> None:
    whole = ThaiParagraph.of(SENTENCE * 3, 200)
    count = len(whole.lines)
    for fitting in range(count + 1):
        first, rest = whole.split(fitting * whole.line_height)
        sizes = (len(first.lines) if first else 0, len(rest.lines) if rest else 0)
        assert 1 not in sizes
        assert sum(sizes) == count


def test_split_on_a_page_too_low_for_two_lines_still_places_one() -> None:
    whole = ThaiParagraph.of(SENTENCE, 200)
    first, rest = whole.split(1.0, whole_page=True)
    assert first is not None
    assert rest is not None
    assert len(first.lines) == 1


def test_long_paragraph_over_pages_loses_no_letter() -> None:
    paper = blank(Footer("บันทึก"))
    text = "\n".join(f"{number} {SENTENCE}" for number in range(120))
    paper.paragraph(text)
    found = by_pdfium(paper.to_bytes())
    pages = len(re.findall(r"หน้า \d+/\d+", found))
    assert pages >= 6
    body = re.sub(r"บันทึก|หน้า \d+/\d+", "", found)
    assert _bare(body) == _bare(text)


def test_paragraph_in_several_styles_shows_text_as_typed() -> None:
    paper = blank()
    paper.paragraph((Run("ผู้รับเงิน <b>", BODY), Run("&amp; <para/> ", BODY.bold), Run("พยาน", NOTE)))
    assert "ผู้รับเงิน <b>&amp; <para/> พยาน" in by_pdfium(paper.to_bytes())


def test_line_breaks_in_plain_text_start_new_lines() -> None:
    assert len(ThaiParagraph.of("หนึ่ง\nสอง\n\nสี่", 300).lines) == 4


def test_paragraph_steps_down_by_one_and_a_half_of_its_size() -> None:
    whole = ThaiParagraph.of(SENTENCE, 200, BODY)
    assert whole.line_height == 18
    paper = blank()
    before = paper.y
    paper.paragraph(SENTENCE)
    count = len(ThaiParagraph.of(SENTENCE, paper.width).lines)
    assert before - paper.y == count * 18
    assert all(first is not second for first, second in pairwise(whole.lines))
