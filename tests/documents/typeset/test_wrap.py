"""Lines break between words and never inside a cluster; nothing is lost; nothing sticks out."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.typeset.golden import SENTENCE, WORDS
from wangfund.documents.typeset.run import Line, Run, as_line, fit_line, line_width
from wangfund.documents.typeset.style import BODY, HEADING, NOTE, Style
from wangfund.documents.typeset.wrap import wrap

_MARKS = frozenset(
    "\u0e31\u0e33\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
_LEADS = frozenset("เแโใไ")
_thai = st.lists(
    st.one_of(
        st.sampled_from([*WORDS, *SENTENCE.split(), "สมาชิก", "ฉุกเฉิน", " ", "(", ")", "ๆ", "ฯ", "12/1", "฿20"])
    ),
    max_size=60,
).map("".join)
_anything = st.text(
    st.one_of(st.characters(codec="utf-8"), st.characters(min_codepoint=0xE01, max_codepoint=0xE5B))
)


def _text(line: Line) -> str:
    return "".join(run.text for run in line)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(_thai, st.floats(20, 400))
def test_wrap_keeps_every_letter_and_breaks_no_cluster(text: str, width: float) -> None:
    line = as_line(text, BODY)
    lines = wrap(line, width)
    assert _bare("".join(map(_text, lines))) == _bare(_text(line))
    for drawn in lines:
        assert _text(drawn).strip()
        assert _text(drawn)[0] not in _MARKS
        assert _text(drawn)[-1] not in _LEADS
        # The widest cluster with its lead vowel, and the brackets around it, may need 36 points.
        assert line_width(drawn) <= max(width, 60)


@given(_anything, st.floats(1, 300))
@settings(max_examples=200)
def test_wrap_of_anything_ends_and_loses_nothing(text: str, width: float) -> None:
    line = as_line(text, BODY)
    assert _bare("".join(_text(part) for part in wrap(line, width))) == _bare(_text(line))


@given(
    st.lists(st.tuples(_thai, st.sampled_from([BODY, BODY.bold, NOTE, HEADING])), max_size=6),
    st.floats(60, 400),
)
def test_wrap_of_runs_keeps_each_letter_in_its_style(parts: list[tuple[str, Style]], width: float) -> None:
    line = as_line([Run(text, style) for text, style in parts], BODY)
    drawn = [run for part in wrap(line, width) for run in part]
    for style in {run.style for run in line}:
        before = "".join(run.text for run in line if run.style == style)
        after = "".join(run.text for run in drawn if run.style == style)
        assert _bare(after) == _bare(before)


def test_cluster_divided_by_a_change_of_style_stays_on_one_line() -> None:
    runs = (Run("สมาชิกกองทุนสวัสดิก", BODY), Run("ารน", BODY.bold), Run("้ำ", BODY))
    for width in range(30, 200, 7):
        for line in wrap(runs, width):
            assert _text(line)[0] not in _MARKS


def test_wrap_breaks_where_a_reader_would() -> None:
    line = as_line("คณะกรรมการมีมติอนุมัติเงินสวัสดิการฉุกเฉินให้สมาชิก", BODY)
    breaks = {_text(part) for width in range(60, 300, 5) for part in wrap(line, width)}
    assert not any(part.endswith(("ฉุกเ", "ฉุก", "สมาชิ", "อนุ")) for part in breaks)


def test_closing_marks_do_not_begin_a_line_nor_opening_ones_end_it() -> None:
    line = as_line("ได้รับเงิน (หนึ่งร้อยบาทถ้วน) ต่าง ๆ และเงินอื่นๆ ฯลฯ “ตามระเบียบ” ฿1,234.56", BODY)
    for width in range(70, 300, 3):
        for part in wrap(line, width):
            assert _text(part)[0] not in "ๆฯ)”,."
            assert _text(part)[-1] not in "(“฿"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("ออกจากโรงพยาบาลวันที่ 15 ต.ค. 2569 แล้วมายื่นคำขอ", "15 ต.ค. 2569"),
        ("ประชุมวันที่ 30 พฤศจิกายน 2569 เวลาบ่าย", "30 พฤศจิกายน 2569"),
        ("ไม่เกินเพดานเงินปีละทั้งหมดรวมทุกเรื่อง 15,000 บาท ต่อคน", "15,000 บาท"),
        ("ไม่นับเสียชีวิตและเจ้าภาพงานศพหรือพวงหรีด (ข้อ 17) ตามระเบียบ", "(ข้อ 17)"),
        ("ยื่นแบบคำขอภายในกำหนดเวลา 90 วัน นับจากวันคลอด", "90 วัน"),
    ],
)
def test_day_amount_and_clause_stay_whole_on_a_line(text: str, whole: str) -> None:
    for width in range(110, 300, 3):
        lines = [_text(line) for line in wrap(as_line(text, BODY), width)]
        assert any(whole in line for line in lines), (width, lines)


def test_what_is_bound_is_still_cut_where_it_is_wider_than_the_line() -> None:
    lines = wrap(as_line("30 พฤศจิกายน 2569", BODY), 40)
    assert len(lines) > 1
    assert _bare("".join(map(_text, lines))) == "30พฤศจิกายน2569"


def test_word_wider_than_the_line_is_cut_by_clusters() -> None:
    for text in ["ก้" * 200, "." * 200, "x" * 200, "(" * 200]:
        for part in wrap(as_line(text, BODY), 100):
            assert line_width(part) <= 100


def test_wrap_of_a_long_text_without_spaces_is_quick() -> None:
    started = time.perf_counter()
    assert len(wrap(as_line("กกตตนน" * 2000, BODY), 200)) > 100
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\n\n"])
def test_wrap_of_nothing_is_no_line(text: str) -> None:
    assert wrap(as_line(text, BODY), 100) == []


@given(_thai, st.floats(30, 300))
def test_fit_line_is_never_wider_and_cuts_after_whole_clusters(text: str, width: float) -> None:
    line = as_line(text, BODY)
    fitted = fit_line(line, width)
    assert line_width(fitted) <= max(width, 12) + 1e-6
    shown = _text(fitted)
    if shown != _text(line):
        assert shown.endswith("…")
        kept = shown[:-1]
        assert _text(line).startswith(kept)
        rest = _text(line)[len(kept) :].lstrip()
        assert not rest or rest[0] not in _MARKS


def test_fit_line_sets_slightly_too_long_text_smaller_and_keeps_it_whole() -> None:
    line = as_line("กองทุนสวัสดิการชุมชน", BODY)
    fitted = fit_line(line, line_width(line) * 0.9)
    assert _text(fitted) == _text(line)
    assert fitted[0].style.size == pytest.approx(10.8)
