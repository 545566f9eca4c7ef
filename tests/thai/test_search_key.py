import pytest
from hypothesis import given

from tests.thai.hostile import HOSTILE, any_text
from wangfund.thai.search_key import keyboard_slip, search_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("น้ำผึ้ง", "นำผึง"),
        ("น้ำผึ้ง", "น้ํา\u200bผึ้ง"),
        ("สมศักดิ์", "สมศักดิ"),
        ("เพ็ญศรี", "เพญศรี"),
        ("แก้วตา", "เเกวตา"),
        ("ม.๑ บ้านเลขที่ ๙/๑๐", "ม.1  บานเลขที 9/10"),
        ("John SMITH", "john smith"),
        (" สมชาย\u00a0 ใจดี ", "สมชาย ใจดี"),
    ],
)
def test_search_key_is_the_same_for_what_a_clerk_means(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)


@pytest.mark.parametrize(("one", "other"), [("มา", "มี"), ("กา", "ขา"), ("ปู", "ปุ"), ("12", "21")])
def test_search_key_keeps_letters_and_vowels_apart(one: str, other: str) -> None:
    assert search_key(one) != search_key(other)


@given(any_text)
def test_search_key_of_a_key_is_itself(text: str) -> None:
    key = search_key(text)
    assert search_key(key) == key


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("l;ylfu", "สวัสดี"),
        ("l,=kp .0fu", "สมชาย ใจดี"),
        ("ogvo.", "นเอนใ"),
        ("dHlgkp", "ก็สเาย"),
        ('"', "."),
        ("oEhzNh'", "นฎ้ผ์้ง"),
        ("สมชาย", "สมชาย"),
        ("นาย Smith", "นาย Smith"),
        ("0012", "0012"),
        ("98/5", "98/5"),
        ("", ""),
    ],
)
def test_keyboard_slip_gives_what_the_thai_layout_would_have(typed: str, meant: str) -> None:
    assert keyboard_slip(typed) == meant


@given(any_text)
def test_keyboard_slip_when_hostile_then_never_raises(text: str) -> None:
    assert isinstance(keyboard_slip(text), str)


def test_keys_of_every_hostile_text() -> None:
    for text in HOSTILE:
        assert isinstance(search_key(text), str)
        assert isinstance(keyboard_slip(text), str)
