"""Putting the register right: only what changed is written, and what stands on paper asks for a reason."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.funds import TODAY, add_people, problems, rows_of
from tests.usecases.refusals import code, refusal
from wangfund.domain.errors import Refused
from wangfund.store.books import Books
from wangfund.store.members import MemberRow, member_by_no
from wangfund.thai.search_key import search_key
from wangfund.usecases.edit_member import EditMember, edit_member
from wangfund.usecases.enrol_member import EnrolMember, enrol_member
from wangfund.usecases.person_facts import PersonFacts, facts_of


def member(books: Books, number: str) -> MemberRow:
    with books.read() as r:
        found = member_by_no(r, number)
    assert found is not None
    return found


def edit(
    books: Books, number: str, reason: str = "", starts_on: date | None = None, **changes: Any
) -> EditMember:
    now = facts_of(member(books, number))
    return EditMember(number, now, replace(now, **changes), starts_on, reason)


def test_only_what_changed_is_written_and_the_chain_covers_it(books: Books) -> None:
    links = rows_of(books, "SELECT count(*) FROM link")[0][0]
    before = rows_of(books, "SELECT * FROM member WHERE member_no <> '0001' ORDER BY id")
    assert edit_member(books, edit(books, "0001", phone="๐๘๑ ๒๓๔ ๕๖๗๘", moo=2)) == ("moo", "phone")
    m = member(books, "0001")
    assert (m.phone, m.moo) == ("081 234 5678", 2)
    assert rows_of(books, "SELECT * FROM member WHERE member_no <> '0001' ORDER BY id") == before
    added = rows_of(books, f"SELECT code, table_name FROM link WHERE no > {links}")
    assert added == [("member.edited", "member")]
    (story,) = rows_of(books, "SELECT facts FROM story ORDER BY no DESC LIMIT 1")
    assert json.loads(story[0])["changed"] == "moo, phone"
    assert problems(books) == []


def test_a_new_name_is_found_sorted_and_needs_a_reason(books: Books) -> None:
    why = refusal(books, lambda: edit_member(books, edit(books, "0001", given_name="กานดา")))
    assert (why.code, [f.field for f in why.findings]) == ("EDIT_REASON_MISSING", ["reason"])
    edit_member(books, edit(books, "0001", "ใบเปลี่ยนชื่อ", given_name="กานดา"))
    ((search, sort),) = rows_of(books, "SELECT search, name_sort FROM member WHERE member_no = '0001'")
    assert search.startswith(search_key("นางกานดา"))
    assert sort != rows_of(books, "SELECT name_sort FROM member WHERE member_no = '0009'")[0][0]
    assert problems(books) == []


def test_an_id_that_was_missing_is_added_without_a_reason(books: Books) -> None:
    edit_member(books, edit(books, "0001", national_id="1-1111-11111-11-9"))
    assert member(books, "0001").national_id == "1111111111119"
    assert code(books, edit_member, edit(books, "0002", national_id="1111111111119")) == "ID_TAKEN"
    assert code(books, edit_member, edit(books, "0001", national_id="")) == "EDIT_REASON_MISSING"


def test_two_edits_in_a_row_and_nothing_changed(books: Books) -> None:
    edit_member(books, edit(books, "0001", phone="0812345678"))
    edit_member(books, edit(books, "0001", heir_name="บุตรทุกคน แบ่งเท่ากัน"))
    assert member(books, "0001").phone == "0812345678"
    assert code(books, edit_member, edit(books, "0001")) == "NOTHING_CHANGED"
    assert code(books, edit_member, edit(books, "0001", phone=" 0812345678 ")) == "NOTHING_CHANGED"
    assert code(books, edit_member, EditMember("9999", PersonFacts(), PersonFacts())) == "MEMBER_UNKNOWN"


def test_an_older_form_does_not_put_back_what_another_act_changed(books: Books) -> None:
    stale = edit(books, "0001", phone="0811111111")
    edit_member(books, edit(books, "0001", house_no="99/9"))
    edit_member(books, stale)
    m = member(books, "0001")
    assert (m.house_no, m.phone) == ("99/9", "0811111111")


@pytest.mark.parametrize(
    ("change", "expected", "field"),
    [
        ({"given_name": ""}, "NAME_MISSING", "given_name"),
        ({"given_name": "<b>มานี</b>"}, "NAME_NOT_LETTERS", "given_name"),
        ({"given_name": "=1+1"}, "NAME_NOT_LETTERS", "given_name"),
        ({"given_name": "มานี2"}, "NAME_NOT_LETTERS", "given_name"),
        ({"family_name": "…"}, "NAME_NOT_LETTERS", "family_name"),
        ({"family_name": "😀"}, "TEXT_UNPRINTABLE", "family_name"),
        ({"family_name": "ก" * 161}, "NAME_TOO_LONG", "family_name"),
        ({"title": "12"}, "NAME_NOT_LETTERS", "title"),
        ({"birth_date": date(2026, 12, 1)}, "BIRTH_IN_FUTURE", "birth_date"),
        ({"birth_date": date(1800, 1, 1)}, "BIRTH_TOO_LONG_AGO", "birth_date"),
        ({"moo": 99}, "VILLAGE_UNKNOWN", "moo"),
        ({"cadence": "D"}, "CADENCE_UNKNOWN", "cadence"),
        ({"house_no": "=CMD()"}, "TEXT_NOT_WORDS", "house_no"),
        ({"house_no": "1" * 41}, "TEXT_TOO_LONG", "house_no"),
        ({"phone": "โทรหาลูก"}, "PHONE_NOT_DIGITS", "phone"),
        ({"heir_name": "<script>"}, "TEXT_NOT_WORDS", "heir_name"),
        ({"heir_relation": "ก" * 10_000}, "TEXT_TOO_LONG", "heir_relation"),
        ({"national_id": "12345678901234"}, "ID_LENGTH", "national_id"),
        ({"national_id": "1-1111-11111-11-8"}, "ID_CHECK_DIGIT", "national_id"),
    ],
)
def test_what_no_register_may_hold_is_refused_beside_its_field(
    books: Books, change: dict[str, Any], expected: str, field: str
) -> None:
    why = refusal(books, lambda: edit_member(books, edit(books, "0001", "เหตุผล", **change)))
    assert (why.code, why.findings[0].field) == (expected, field)


def test_every_wrong_fact_is_told_at_once(books: Books) -> None:
    command = edit(books, "0001", "เหตุผล", given_name="=1", phone="x", moo=50)
    why = refusal(books, lambda: edit_member(books, command))
    assert {f.field for f in why.findings} == {"given_name", "phone", "moo"}


def test_the_day_of_joining_moves_only_while_nothing_hangs_on_it(books: Books) -> None:
    assert code(books, edit_member, edit(books, "0001", "ผิด", date(2014, 1, 1))) == "STARTS_ON_FIXED"
    new = enrol_member(books, EnrolMember("นาย", "ใหม่", "จริง", 1, TODAY, TODAY, amount_satang=3000))
    assert code(books, edit_member, edit(books, new.member_no, "", date(2026, 11, 1))) == "STARTS_ON_FIXED"
    assert code(books, edit_member, edit(books, new.member_no, "", date(2026, 12, 1))) == "JOINED_IN_FUTURE"


def test_an_unknown_coverage_member_can_have_her_joining_day_put_right(books: Books) -> None:
    (who,) = add_people(books, 2, 1, through=None)
    number = rows_of(books, f"SELECT member_no FROM member WHERE id = {who}")[0][0]
    assert edit_member(books, edit(books, number, "", date(2014, 2, 3))) == ("starts_on",)
    assert member(books, number).starts_on == date(2014, 2, 3)
    assert problems(books) == []


def test_refusal_of_an_edit_is_of_the_usual_kind(books: Books) -> None:
    assert isinstance(refusal(books, lambda: edit_member(books, edit(books, "0001"))), Refused)
