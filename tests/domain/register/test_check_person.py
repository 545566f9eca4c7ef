"""What a form lets into the register: names of letters, heirs of words, numbers of digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.thai.hostile import HOSTILE
from wangfund.domain.register.alike import are_alike
from wangfund.domain.register.check_person import (
    check_heir,
    check_house,
    check_member_no,
    check_name,
    check_phone,
)
from wangfund.text.messages import known_codes

THAI = st.text(st.sampled_from("กขคงจชนมรลวศสหอ"), min_size=3, max_size=12)


@pytest.mark.parametrize(
    "name", ["ผ่องศรี", "ณ นคร", "บิน อับดุลเลาะห์", "O'Brien", "Anne-Marie", "ฤๅษี", "ทองดี (แดง)", "ร.ต."]
)
def test_names_people_have_are_let_in(name: str) -> None:
    assert list(check_name("family_name", name, required=True)) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "NAME_MISSING"),
        ("<b>มานี</b>", "NAME_NOT_LETTERS"),
        ("=1+1", "NAME_NOT_LETTERS"),
        ("@SUM(A1)", "NAME_NOT_LETTERS"),
        ("-", "NAME_NOT_LETTERS"),
        ("มานี๒", "NAME_NOT_LETTERS"),
        ("ๆๆ", "NAME_NOT_LETTERS"),
        ("มานี\nปิติ", "TEXT_UNPRINTABLE"),
        ("มานี😀", "TEXT_UNPRINTABLE"),
        ("漢字", "TEXT_UNPRINTABLE"),
        ("ก" * 161, "NAME_TOO_LONG"),
        ("ก" * 10_000, "NAME_TOO_LONG"),
    ],
)
def test_names_nobody_has_are_refused_with_words(name: str, code: str) -> None:
    (found,) = check_name("given_name", name, required=True)
    assert (found.code, found.field) == (code, "given_name")
    assert code in known_codes()


def test_heirs_houses_phones_and_numbers() -> None:
    assert list(check_heir("บุตรทุกคน แบ่งเท่ากัน 3 ส่วน", "บุตร")) == []
    assert list(check_house("27/1 ก")) == []
    assert list(check_phone("081-234 5678, 053-123456")) == []
    assert list(check_member_no("0701")) == []
    assert [f.code for f in check_heir("<b>", "=1")] == ["TEXT_NOT_WORDS", "TEXT_NOT_WORDS"]
    assert [f.code for f in check_house("=HYPERLINK()")] == ["TEXT_NOT_WORDS"]
    assert [f.code for f in check_phone("โทรหาลูก")] == ["PHONE_NOT_DIGITS"]
    assert [f.code for f in check_member_no("<1>")] == ["MEMBER_NO_ODD"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_at_worst_a_finding_with_words(text: str) -> None:
    known = set(known_codes())
    found = [
        *check_name("given_name", text, required=True),
        *check_heir(text, text),
        *check_house(text),
        *check_phone(text),
        *check_member_no(text),
    ]
    assert all(f.code in known for f in found)


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        (("ผ่องศรี", "จันทร์หอม"), ("ผองศรี", "จันทรหอม"), True),
        (("ผ่องศรี", "จันทร์หอม"), ("ผ่องศรี", "จันทร์หมอม"), True),
        (("ผ่องศรี", "จันทร์หอม"), ("ผ่องศร", "จันทร์หอม"), True),
        (("ผ่องศรี", "จันทร์หอม"), ("สมศรี", "จันทร์หอม"), False),
        (("ผ่องศรี", "จันทร์หอม"), ("ผ่องศรี", "บุญมา"), False),
        (("มา", "ดี"), ("มี", "ดี"), False),
        (("", ""), ("", ""), False),
        (("มานี", ""), ("มานี", ""), True),
    ],
)
def test_names_that_may_be_the_same_person(one: tuple[str, str], two: tuple[str, str], alike: bool) -> None:
    assert are_alike(*one, *two) is alike
    assert are_alike(*two, *one) is alike


@given(THAI, THAI, st.integers(0, 11), st.sampled_from("กขคงจชนมรลวศสหอ"))
def test_one_letter_left_out_or_changed_is_alike(given: str, family: str, at: int, letter: str) -> None:
    at %= len(family)
    assert are_alike(given, family, given, family[:at] + letter + family[at + 1 :])
    assert are_alike(given, family, given, family[:at] + letter + family[at:])
