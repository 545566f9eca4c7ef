"""Which paper is wanted: every choice, what is missing, what is strange."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangfund.thai.period import Period
from wangfund.ui.frame.choose_file import FileKind, safe_name
from wangfund.ui.reports.kinds import KINDS, NAMES, RECEIPTS_BY, WALL
from wangfund.ui.reports.report import Choice, Report
from wangfund.ui.reports.state import ReportsState
from wangfund.ui.reports.wanted import EVERY, NEWEST, Wanted
from wangfund.usecases.find_members import MemberLine
from wangfund.usecases.report_facts import ReportFacts

TODAY = date(2026, 10, 30)
SEPTEMBER, OCTOBER = Period(2026, 9), Period(2026, 10)
FACTS = ReportFacts(
    Period(2025, 10), OCTOBER, {SEPTEMBER: "HPZ8-XKKR-AAJ5"}, frozenset(), ((1, "บ้านนา"), (4, ""))
)
MALI = MemberLine(
    7, "0007", "นาง", "นางมะลิ <b>=1+1", 1, "9", "มะลิ", "", 7, TODAY, None, None, coverage_known=True
)


def ready(code: str = "pack", **changes: object) -> ReportsState:
    state = ReportsState()
    state.take(FACTS, TODAY)
    state.choose(code)
    for name, value in changes.items():
        setattr(state, name, value)
    return state


def test_the_last_sealed_month_is_what_the_meeting_gets() -> None:
    state = ready()
    assert state.wanted(TODAY) == Wanted("pack", SEPTEMBER)
    mark = state.month_mark(state.wanted(TODAY))
    assert mark is not None
    assert mark.words == "ปิดงวดแล้ว"
    assert state.fingerprint(state.wanted(TODAY)) == "HPZ8-XKKR-AAJ5"


def test_a_month_that_is_not_sealed_is_a_draft_without_a_fingerprint() -> None:
    state = ready(month=OCTOBER)
    mark = state.month_mark(state.wanted(TODAY))
    assert mark is not None
    assert mark.words.startswith("ร่าง")
    assert state.fingerprint(state.wanted(TODAY)) == ""


def test_a_young_fund_begins_with_the_month_of_today() -> None:
    state = ReportsState()
    state.take(ReportFacts(OCTOBER, OCTOBER, {}, frozenset(), ()), TODAY)
    assert state.month == OCTOBER
    assert state.moo == EVERY


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_kind_asks_for_just_what_it_needs(kind: object) -> None:
    code = kind.code  # type: ignore[attr-defined]
    state = ready(code, member=MALI, day_text="5/9/2569")
    for by, _words in RECEIPTS_BY:
        state.choose_by(by)
        wanted = state.wanted(TODAY)
        assert wanted is not None
        assert (wanted.month is not None) == ("month" in state.fields)
        assert (wanted.moo is not None) == ("village" in state.fields)
        assert (wanted.day is not None) == ("day" in state.fields)
        assert bool(wanted.member_no) == ("member" in state.fields)
        assert wanted.name
        assert safe_name(wanted.name, FileKind.PDF)


def test_papers_with_names_are_marked_and_the_notice_is_for_the_wall() -> None:
    marks = {kind.code: kind.mark for kind in KINDS}
    assert marks["notice"] is WALL
    assert {code for code, mark in marks.items() if mark is NAMES} >= {"pack", "sheet", "receipt", "voucher"}


def test_receipts_of_a_member_need_the_member() -> None:
    state = ready("receipt")
    assert state.wanted(TODAY) is None
    assert "สมาชิก" in state.missing(TODAY)
    state.member = MALI
    assert state.wanted(TODAY) == Wanted("receipt", member_no="0007", row_id=NEWEST)


@pytest.mark.parametrize(
    "text",
    ["", "31/4/2569", "๓๑/๑๑/๒๕๖๙", "ห้าตุลา", "1/1/2600", "😀", "x" * 10_000, "=1+1", "<b>", "5/10\n2569x"],
)
def test_a_day_that_cannot_be_trusted_asks_again(text: str) -> None:
    state = ready("receipt", by="day", day_text=text)
    assert state.wanted(TODAY) is None
    assert state.missing(TODAY)


@pytest.mark.parametrize("text", ["5/10/2569", "๕/๑๐/๒๕๖๙", "5 ต.ค. 69", "5/10/2026"])
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    wanted = ready("receipt", by="day", day_text=text).wanted(TODAY)
    assert wanted is not None
    assert wanted.day == date(2026, 10, 5)


@given(st.text(max_size=60))
def test_no_text_in_the_day_breaks_anything(text: str) -> None:
    state = ready("receipt", by="day", day_text=text)
    assert (state.wanted(TODAY) is None) == bool(state.missing(TODAY))


def test_the_newest_receipt_is_named_when_it_was_made() -> None:
    state = ready("receipt", member=MALI)
    wanted = state.wanted(TODAY)
    assert wanted is not None
    made = Wanted("receipt", member_no="0007", row_id=31, number="เล่ม 1 เลขที่ 2")
    choices = (Choice(31, "เล่ม 1 เลขที่ 2", "5 ต.ค. 69"), Choice(30, "เล่ม 1 เลขที่ 1", "5 ก.ย. 69"))
    state.take_made(Report(made, None, choices))
    assert state.wanted(TODAY) == made
    assert [code for code, _ in state.row_choices()] == ["0", "31", "30"]


def test_another_choice_forgets_the_single_paper() -> None:
    state = ready("voucher", row_id=5, choices=(Choice(5, "จ 0005", "จ 0005 นางมะลิ"),))
    state.choose("receipt")
    assert (state.row_id, state.choices) == (NEWEST, ())
    state.choose_by("day")
    assert state.row_id == EVERY
    state.choose_by("nonsense")
    assert state.by == "day"


def test_a_slip_is_printed_one_at_a_time() -> None:
    state = ready("handover", choices=(Choice(2, "รอบที่ 2", "หมู่ 1"),), row_id=2)
    assert [code for code, _ in state.row_choices()] == ["2"]


def test_a_sheet_may_be_printed_a_month_ahead_and_other_papers_not() -> None:
    assert ready("sheet").months(TODAY)[1] == Period(2026, 11)
    assert ready("pack").months(TODAY)[1] == OCTOBER


def test_another_page_asks_for_a_paper() -> None:
    state = ReportsState(asked={"kind": "sheet", "month": OCTOBER, "moo": 4})
    state.take(FACTS, TODAY)
    assert state.wanted(TODAY) == Wanted("sheet", OCTOBER, 4)
    state.ask({"kind": "receipt", "day": date(2026, 10, 5)})
    assert state.wanted(TODAY) == Wanted("receipt", day=date(2026, 10, 5))


def test_another_page_asks_for_a_member_before_the_register_is_read() -> None:
    state = ready()
    state.ask({"kind": "receipt", "member": 7})
    assert state.wanted(TODAY) is None
    state.take_members((MALI,))
    wanted = state.wanted(TODAY)
    assert wanted is not None
    assert wanted.member_no == "0007"
    state.ask({"kind": "receipt", "member": 999})
    assert state.member is None


@pytest.mark.parametrize(
    "asked", [{}, {"kind": "nonsense"}, {"kind": 3, "month": "2569-10", "moo": "4", "row": None}]
)
def test_what_is_strange_is_let_be(asked: dict[str, object]) -> None:
    state = ready()
    state.ask(asked)
    assert state.wanted(TODAY) == Wanted("pack", SEPTEMBER)


def test_a_month_out_of_the_books_becomes_one_of_them() -> None:
    state = ReportsState(asked={"kind": "pack", "month": Period(2040, 1)})
    state.take(FACTS, TODAY)
    assert state.month == OCTOBER


def test_names_of_files_sort_by_time_and_tell_what_they_are() -> None:
    assert Wanted("sheet", SEPTEMBER, 4).name == "ใบเก็บเงินประจำหมู่บ้าน 2569-09 หมู่ 4"
    assert Wanted("sheet", SEPTEMBER, EVERY).heading == "ใบเก็บเงินประจำหมู่บ้าน กันยายน 2569 ทุกหมู่บ้าน"
    assert Wanted("pack_xlsx", SEPTEMBER).name == "ชุดเอกสารประชุม 2569-09"
    assert Wanted("receipt", day=date(2026, 10, 5)).name == "ใบเสร็จรับเงิน 2569-10-05"
    assert Wanted("voucher", SEPTEMBER, row_id=3, number="จ 0003").heading == "ใบสำคัญจ่าย กันยายน 2569 จ 0003"
