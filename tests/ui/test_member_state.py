"""What the members page decides, without a window: what may be claimed in words, who it may be, what a receipt will be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from time import perf_counter

import pytest

from tests.funds import OCTOBER, TODAY, add_people
from tests.thai.hostile import HOSTILE
from wangfund.domain.errors import Severity
from wangfund.domain.posting import Numbered
from wangfund.store.books import Books
from wangfund.text.messages import known_codes, say_finding
from wangfund.thai.period import Period
from wangfund.ui.members import joining
from wangfund.ui.members.claimable_words import Claimables, claimables, names_now, plain_line, shown_lines
from wangfund.ui.members.counter_words import heir_words, next_step, why_no_money
from wangfund.ui.members.grant_dialog import first_guess
from wangfund.ui.members.leave_dialog import what_follows
from wangfund.ui.members.more_menu import entries
from wangfund.ui.members.state import edited_words, enrolled_words, left_words
from wangfund.usecases.end_membership import EndMembership, end_membership
from wangfund.usecases.enrol_member import Enrolled, EnrolMember, enrol_member
from wangfund.usecases.entitlements_today import entitlements_today
from wangfund.usecases.find_members import MemberLine, list_members
from wangfund.usecases.joining_terms import JoiningTerms, joining_terms
from wangfund.usecases.member_view import ClaimWaiting, member_view


def told(books: Books, member_id: int) -> Claimables:
    view = member_view(books, member_id)
    m = view.member
    return claimables(
        entitlements_today(books, member_id),
        left=m.ended_on is not None,
        died=m.cause == "died",
        heir=heir_words(view),
    )


@pytest.fixture
def terms(books: Books) -> JoiningTerms:
    return joining_terms(books)


def test_a_good_member_is_told_what_she_may_claim_and_what_is_left(books: Books) -> None:
    shown = told(books, 1)
    assert shown.over == ""
    assert shown.year.startswith("ปีนี้ได้รับแล้ว 0 จาก 5,000")
    stay = next(line for line in shown.lines if line.name == "นอนโรงพยาบาล")
    assert (stay.icon, stay.tone) == ("circle-check", "ok")
    assert stay.note == "คืนละ 100 · ปีนี้ใช้ 0 จาก 20 คืน เหลือ 20 คืน"
    death = next(line for line in shown.lines if line.name == "เสียชีวิต")
    assert "ผู้รับ ทายาท ทดสอบ (บุตร)" in death.note
    assert plain_line(stay) == "นอนโรงพยาบาล ไม่เกิน 1,000 บาท"
    assert names_now(shown, 2).endswith("…")


def test_a_refusal_is_blue_with_its_first_day_and_clause(books: Books) -> None:
    new = enrol_member(books, EnrolMember("นาย", "ใหม่", "จริง", 1, TODAY, TODAY, amount_satang=3000))
    stay = next(line for line in told(books, new.member_id).lines if line.name == "นอนโรงพยาบาล")
    assert (stay.icon, stay.tone) == ("calendar-days", "pri")
    assert stay.note == "ขอได้ตั้งแต่ 19 พ.ค. 2570 · ยังไม่ครบระยะรอ (ข้อ 9)"
    assert stay in shown_lines(told(books, new.member_id), 20)


def test_red_is_for_suspension_alone(books: Books) -> None:
    (late,) = add_people(books, 1, 1, through=OCTOBER.plus(-6))
    shown = told(books, late)
    assert shown.tone == "bad"
    assert shown.over.startswith("พักสิทธิไว้ เพราะค้าง 6 เดือน รวม 180 บาท ถ้าชำระวันนี้")
    (unknown,) = add_people(books, 1, 1, through=None)
    for member_id in (1, unknown):
        assert all(line.tone != "bad" for line in told(books, member_id).lines)


def test_one_who_left_and_one_who_died(books: Books) -> None:
    end_membership(books, EndMembership("0003", "resigned", TODAY))
    end_membership(books, EndMembership("0004", "died", TODAY - timedelta(days=3)))
    assert (told(books, 3).lines, told(books, 3).tone) == ((), "pri")
    died = told(books, 4)
    assert died.over == "เสียชีวิต 17 พ.ย. 2569 · ผู้รับ ทายาท ทดสอบ (บุตร)"
    assert [line.name for line in died.lines] == ["เสียชีวิต"]


def test_an_id_somebody_has_is_told_before_saving(books: Books) -> None:
    one = "1111111111119"
    new = enrol_member(books, EnrolMember("นาย", "ใหม่", "จริง", 1, TODAY, TODAY, national_id=one))
    found = joining.id_finding(joining.whose_id(list_members(books), one))
    assert found is not None
    assert (found.code, found.severity) == ("ID_TAKEN", Severity.ERROR)
    end_membership(books, EndMembership(new.member_no, "moved", TODAY))
    former = joining.whose_id(list_members(books), one)
    found = joining.id_finding(former)
    assert found is not None
    assert joining.may_return(former)
    assert (found.code, found.severity) == ("ID_OF_FORMER", Severity.WARNING)
    assert "F9" in say_finding(found).line
    assert joining.id_finding(joining.whose_id(list_members(books), "3111111111113")) is None


def test_a_name_like_somebodys_is_told_before_saving(books: Books) -> None:
    new = enrol_member(books, EnrolMember("นาย", "ผ่องศรี", "จันทร์หอม", 1, TODAY, TODAY))
    rows = list_members(books)
    found = joining.alike_finding(rows, "ผองศรี", "จันทรหอม")
    assert found is not None
    assert found.values["member_no"] == new.member_no
    assert found.severity is Severity.WARNING
    assert joining.alike_finding(rows, "ผองศรี", "บุญมา") is None
    assert joining.alike_finding(rows, "", "") is None


def test_looking_for_alike_names_among_twenty_thousand_is_quick(books: Books) -> None:
    (first, *_rest) = list_members(books)
    many = [first] * 20_000
    best = 1.0
    for _ in range(3):
        began = perf_counter()
        joining.alike_finding(many, "คนละชื่อ", "คนละสกุล")
        best = min(best, perf_counter() - began)
    assert best < 0.03


def test_what_the_receipt_will_be_is_told_while_it_is_typed(terms: JoiningTerms) -> None:
    words, tone = joining.money_words(terms, TODAY, TODAY, 3000, fee=True)
    assert (words, tone) == (
        "ใบเสร็จ 50 บาท: ค่าสมัคร 20 + เงินสมทบ 30 (พ.ย. 2569) · เป็นสมาชิกตั้งแต่ 20 พ.ย. 2569",
        "ink",
    )
    assert joining.money_words(terms, TODAY, TODAY, 0, fee=False)[1] == "warn"
    assert joining.money_words(terms, TODAY, TODAY, 10**9, fee=True)[1] == "warn"
    assert joining.money_words(terms, None, TODAY, 3000, fee=True)[0] == ""
    assert "ชำระบางส่วน" in joining.money_words(terms, TODAY, TODAY, 1000, fee=True)[0]


def test_age_of_a_grown_person_and_of_a_child() -> None:
    assert joining.age_words(date(1963, 11, 21), TODAY).startswith("อายุ 62 ปี")
    assert joining.age_words(date(2026, 8, 21), TODAY).startswith("อายุ 2 เดือน")


@pytest.mark.parametrize("text", ["11/2569", "๑๑/๒๕๖๙", "พ.ย. 69", "พฤศจิกายน 2569", "2569-11", "11/69"])
def test_months_in_the_styles_people_write(text: str) -> None:
    assert joining.read_month(text).value == Period(2026, 11)


@pytest.mark.parametrize("text", [*HOSTILE, "", "13/2569", "31/4/2569", "<b>", "9" * 10_000])
def test_hostile_months_are_findings_with_words(text: str) -> None:
    typed = joining.read_month(text)
    if typed.value is None:
        assert typed.finding is not None
        assert typed.finding.code in set(known_codes())


def test_what_was_done_is_said_with_number_and_receipt() -> None:
    done = Enrolled(1, "0701", TODAY, Numbered(1, 2026, 34, 13, 34))
    assert enrolled_words(done, again=False) == "รับสมาชิกแล้ว เลขที่ 0701 ใบเสร็จ 13/34 · F7 พิมพ์ใบเสร็จ"
    assert enrolled_words(Enrolled(1, "0701", TODAY, None), again=True) == "รับกลับเข้าเป็นสมาชิกแล้ว เลขที่ 0701"
    assert left_words("นางมานี", "died").endswith("F6 ขอสวัสดิการ")
    assert edited_words(("given_name", "starts_on")) == "แก้ไขแล้ว: ชื่อ, วันที่เป็นสมาชิก"


def test_menu_offers_what_fits_the_member(books: Books) -> None:
    now = [e.act for e in entries(member_view(books, 1), compact=False)]
    assert now[0] == "edit"
    assert "leave:died" in now
    assert "rejoin" not in now
    end_membership(books, EndMembership("0003", "resigned", TODAY))
    end_membership(books, EndMembership("0004", "died", TODAY))
    left = [e.act for e in entries(member_view(books, 3), compact=True)]
    assert {"rejoin", "undo", "show"} <= set(left)
    assert "leave:resigned" not in left
    assert "rejoin" not in [e.act for e in entries(member_view(books, 4), compact=False)]


def test_the_next_step_names_its_key_and_the_weightiest_comes_first(books: Books) -> None:
    view = member_view(books, 1)
    good = told(books, 1)
    whole = replace(view.member, national_id="1111111111119", birth_date=date(1980, 1, 1), heir_name="บุตร")
    view = replace(view, member=whole, owed=(), owed_satang=0, claims=())
    assert next_step(view, good) == ""
    lacking = replace(view, member=replace(whole, heir_name=None, birth_date=None))
    assert next_step(lacking, good) == "ทะเบียนยังขาดวันเกิด ผู้รับผลประโยชน์ · F3"
    month = Period(2026, 9)
    owing = replace(lacking, owed=((month, month),), owed_satang=3000)
    assert next_step(owing, good) == "รับเงินที่ค้าง 30 บาท · F5"
    claim = ClaimWaiting(
        2026,
        1,
        "0001",
        view.member.name,
        "HOSP",
        "นอน",
        date(2026, 9, 1),
        date(2026, 9, 2),
        "approved",
        10000,
    )
    assert next_step(replace(owing, claims=(claim,)), good) == "มีคำขออนุมัติแล้วรอจ่าย 1 รายการ · Ctrl 4"
    dead = replace(owing, member=replace(whole, ended_on=date(2026, 10, 1), cause="died"))
    assert next_step(dead, good) == "ขอสวัสดิการให้ผู้รับผลประโยชน์ได้ · F6"
    gone = replace(owing, member=replace(whole, ended_on=date(2026, 10, 1), cause="resigned"))
    assert next_step(gone, good) == ""
    assert why_no_money(gone).endswith("F10")


def test_the_heir_stands_in_the_form_of_a_death_and_guesses_of_months(books: Books) -> None:
    view = member_view(books, 25)
    assert "ทายาท ทดสอบ (บุตร)" in what_follows(view, "died")[0]
    assert first_guess(view, "waiver", TODAY) == view.owed[0]
    assert first_guess(view, "exempt", TODAY) == (Period(2026, 11), None)


def test_rows_of_members_are_what_the_form_looks_through(books: Books) -> None:
    assert all(isinstance(m, MemberLine) for m in list_members(books))
