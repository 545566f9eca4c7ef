"""The figures for the province: which day, what they are, what they lack."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from wangfund.domain.papers.fund_head import FundHead
from wangfund.domain.papers.network_book import MemberCount, NetworkBook
from wangfund.thai.period import Period
from wangfund.ui.frame.choose_file import FileKind, safe_name
from wangfund.ui.network.state import (
    NetworkState,
    file_name,
    member_rows,
    missing,
    money_rows,
    sealed_words,
)
from wangfund.usecases.report_facts import ReportFacts

TODAY = date(2026, 10, 30)
_BEGAN = Period(2024, 1)
SEPTEMBER, AUGUST, OCTOBER = Period(2026, 9), Period(2026, 8), Period(2026, 10)


def facts(closed: Period | None, first: Period = _BEGAN) -> ReportFacts:
    prints = {closed: "HPZ8-XKKR-AAJ5"} if closed is not None else {}
    return ReportFacts(first, OCTOBER, prints, frozenset(), ())


def state(closed: Period | None, first: Period = _BEGAN) -> NetworkState:
    made = NetworkState()
    made.take(facts(closed, first), TODAY)
    return made


HEAD = FundHead("กองทุนสวัสดิการชุมชนตำบลบ้าน<b>นา", "บ้าน/นา", "เมือง", "สมมุติ", "000")
BOOK = NetworkBook(
    HEAD, date(2012, 1, 1), SEPTEMBER.last_day, 14, 12, 5000, 790, 700, 660, date(2026, 9, 30),
    55_00, 1_640_101_85, 1_640_156_85, (("welfare", 1_346_894_00), ("reserve", 293_262_85)),
    200_00, 36_420_00, SEPTEMBER, "HPZ8-XKKR-AAJ5",
    (MemberCount(1, "ก", "general", 441, 394), MemberCount(2, "ข", "youth", 113, 113), MemberCount(3, "ค", "elder", 236, 193)),
    (), (), (),
)  # fmt: skip


def test_what_is_sealed_comes_first_and_a_day_is_offered_once() -> None:
    days = state(SEPTEMBER).days(TODAY)
    assert [choice.code for choice in days] == ["closed", "today"]
    assert days[0].day == date(2026, 9, 30)
    assert "วันนับสมาชิกครบปี" in days[0].words
    assert state(SEPTEMBER).day(TODAY) == date(2026, 9, 30)


def test_the_day_of_full_year_members_is_offered_where_it_is_another_day() -> None:
    days = state(AUGUST).days(TODAY)
    assert [(choice.code, choice.day) for choice in days] == [
        ("closed", date(2026, 8, 31)),
        ("today", TODAY),
        ("full_year", date(2026, 9, 30)),
    ]


def test_a_young_fund_has_only_today() -> None:
    assert [choice.code for choice in state(None, OCTOBER).days(TODAY)] == ["today"]
    assert NetworkState().days(TODAY) == ()
    assert NetworkState().day(TODAY) == TODAY


def test_the_day_chosen_stays_while_there_is_such_a_day() -> None:
    made = state(AUGUST)
    made.code = "full_year"
    made.take(facts(AUGUST), TODAY)
    assert made.code == "full_year"
    made.take(facts(SEPTEMBER), TODAY)
    assert made.code == "closed"


def test_what_has_changed_is_counted_anew() -> None:
    made = state(SEPTEMBER)
    made.books[BOOK.day] = BOOK
    made.forget()
    assert made.facts is None
    assert made.books == {}


def test_members_are_told_by_kind_and_add_up() -> None:
    rows = member_rows(BOOK)
    assert rows[1] == ("บุคคลทั่วไป", ("441", "394"), "line")
    assert [row.figures for row in rows if row.style == "total"] == [("790", "700")]
    assert rows[-1].figures == ("", "12 จาก 14")


def test_money_is_told_by_place_and_pool_with_what_is_promised() -> None:
    told = {row.what: row.figures[1] for row in money_rows(BOOK)}
    assert told["เงินสด"] == "55.00"
    assert told["รวม"] == "1,640,156.85"
    assert told["ในนี้ผูกพันไว้แล้ว"] == "36,620.00"
    assert told["กองสวัสดิการ"] == "1,346,894.00"


def test_whole_figures_lack_nothing() -> None:
    assert missing(BOOK) == ()
    assert sealed_words(BOOK) == "งวด ก.ย. 2569 · HPZ8-XKKR-AAJ5"


@pytest.mark.parametrize(
    ("book", "words", "page"),
    [
        (replace(BOOK, last_closed=None, fingerprint=""), "ยังไม่เคยปิดงวด", "close"),
        (replace(BOOK, day=TODAY), "งวด ต.ค. 2569 ยังไม่ปิด", "close"),
        (replace(BOOK, last_closed=Period(2026, 6)), "งวด ก.ค.–ก.ย. 2569 ยังไม่ปิด", "close"),
        (replace(BOOK, population=0), "ประชากร", "settings"),
        (replace(BOOK, members=(MemberCount(1, "ก", "unknown_age", 3, 2),)), "สมาชิก 2 คน", "members"),
        (replace(BOOK, members_now=0), "ยังไม่มีสมาชิก", "members"),
    ],
)
def test_what_is_missing_is_said_in_words(book: NetworkBook, words: str, page: str) -> None:
    (found,) = missing(book)
    assert words in found.words
    assert found.page == page


def test_without_a_sealed_month_no_fingerprint_is_claimed() -> None:
    assert sealed_words(replace(BOOK, last_closed=None, fingerprint="")) == "ยังไม่มีงวดที่ปิด"


def test_the_file_is_named_by_place_and_day() -> None:
    assert file_name(BOOK) == "ข้อมูลเครือข่าย บ้าน/นา 2569-09-30"
    assert safe_name(file_name(BOOK), FileKind.EXCEL) == "ข้อมูลเครือข่าย บ้าน นา 2569-09-30.xlsx"
