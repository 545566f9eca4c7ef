"""Finding a member as one types, and showing where the match stands."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.typing import press, type_text
from wangfund.thai.search_key import search_key
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.match import match_span
from wangfund.ui.widgets.member_finder import MemberFinder
from wangfund.ui.widgets.member_search import MemberSearch
from wangfund.usecases.find_members import MemberLine


def member(
    number: int, title: str, given: str, family: str, house: str = "9/1", national_id: str = ""
) -> MemberLine:
    no = f"{number:04d}"
    key = search_key(f"{title}{given} {family} {no} {house}")
    return MemberLine(number, no, title, f"{title}{given} {family}", 5, house, key, national_id, number, date(2015, 1, 1), None, None, coverage_known=True)  # fmt: skip


PEOPLE = (
    member(412, "นาง", "ผ่องศรี", "จันทร์หอม", "27/1", "1100000000019"),
    member(12, "นาย", "สมชาย", "ผ่องใส", "412"),
    member(13, "นาย", "สวัสดี", "ปีใหม่"),
    member(14, "นางสาว", "กุลธิดา", "ณ นคร", "88"),
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ผอง", 412),
        ("ผ่องศรี", 412),
        ("0412", 412),
        ("412", 412),
        ("๔๑๒", 412),
        ("27/1", 412),
        ("1100000000019", 412),
        ("สมชาย ผ่อง", 12),
        ("l;ylfu", 13),
        ("ณ นคร", 14),
    ],
)
def test_search_finds_whom_is_meant(typed: str, first: int) -> None:
    assert MemberSearch(PEOPLE).find(typed).rows[0].id == first


def test_search_says_what_was_meant_when_the_keyboard_slipped() -> None:
    assert MemberSearch(PEOPLE).find("l;ylfu").meant == "สวัสดี"
    assert MemberSearch(PEOPLE).find("สวัสดี").meant == ""


def test_search_for_nothing_gives_everyone_in_order() -> None:
    assert list(MemberSearch(PEOPLE).find("  ").rows) == list(PEOPLE)


@given(st.text(max_size=40))
def test_search_never_raises(text: str) -> None:
    assert set(MemberSearch(PEOPLE).find(text).rows) <= set(PEOPLE)


def test_search_through_twenty_thousand_is_quick() -> None:
    many = tuple(member(n, "นาย", f"สมชาย{n % 97}", f"ใจดี{n % 89}") for n in range(20_000))
    search = MemberSearch(many)
    best = 1.0
    for _ in range(3):
        start = perf_counter()
        for text in ("ส", "สม", "ใจดี8", "0123"):
            search.find(text)
        best = min(best, (perf_counter() - start) / 4)
    assert best < 0.03


@pytest.mark.parametrize(
    ("name", "wanted", "shown"),
    [
        ("นางผ่องศรี จันทร์หอม", "ผอง", "ผ่อง"),
        ("นายบุญผ่อง ภูมิดี", "ผอง", "ผ่อง"),
        ("นางสาวน้ำฝน", "นำ", "น้ำ"),
        ("นายเก่ง", "เกง", "เก่ง"),
        ("นายสมชาย ผ่องใส", "ชาย ผอง", "ชาย ผ่อง"),
    ],
)
def test_match_is_shown_in_whole_clusters(name: str, wanted: str, shown: str) -> None:
    span = match_span(name, search_key(wanted))
    assert span is not None
    assert name[span[0] : span[1]] == shown


@given(st.text(alphabet="กขคเแาิี่้์ำ ๑1a", max_size=12), st.text(alphabet="กขเา่1", min_size=1, max_size=4))
def test_match_lies_within_the_text(text: str, wanted: str) -> None:
    span = match_span(text, search_key(wanted))
    if span is not None:
        assert 0 <= span[0] < span[1] <= len(text)


def test_member_finder_by_keys_picks_whom_is_under_the_mark(theme: Theme, qapp: QApplication) -> None:
    finder = MemberFinder(theme, MemberSearch(PEOPLE))
    picked: list[MemberLine] = []
    finder.picked.connect(picked.append)
    finder.show()
    type_text(finder.field.edit, "นาย")
    assert finder.table.isVisible()
    press(finder.field.edit, Qt.Key.Key_Down)
    press(finder.field.edit, Qt.Key.Key_Return)
    assert picked == [PEOPLE[2]]
    assert finder.member == PEOPLE[2]
    assert not finder.table.isVisible()
    type_text(finder.field.edit, "x")
    assert finder.member is None
