"""The fund's own words on papers: what is no word is told, what funds are really called passes."""

from __future__ import annotations

import pytest

from wangfund.domain.register.check_person import check_house, check_phone
from wangfund.domain.register.check_words import check_account_no, check_words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "กองทุนสวัสดิการชุมชนตำบลบ้านนาสุข",
        "ธ.ก.ส. สาขาทดสอบ (ออมทรัพย์)",
        "ผู้ช่วยเหรัญญิก คนที่ 2",
        "O'Neil & เพื่อน",
        "บ้านดอนแก้ว หมู่ 5",
    ],
)
def test_words_as_funds_write_them_pass(text: str) -> None:
    assert list(check_words("name", text)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12345678901234", "TEXT_WITHOUT_LETTERS"),
        ("๑๒๓", "TEXT_WITHOUT_LETTERS"),
        ("31/4/2569", "TEXT_WITHOUT_LETTERS"),
        ("-5", "TEXT_WITHOUT_LETTERS"),
        ("่่", "TEXT_WITHOUT_LETTERS"),
        ("<b>มานี</b>", "TEXT_NOT_WORDS"),
        ('=HYPERLINK("ก")', "TEXT_NOT_WORDS"),
        ("@ก", "TEXT_NOT_WORDS"),
    ],
)
def test_what_is_no_word_is_told(text: str, code: str) -> None:
    (found,) = check_words("name", text)
    assert (found.code, found.field) == (code, "name")


def test_an_account_number_is_digits_in_groups() -> None:
    assert list(check_account_no("020-1-23456-7")) == []
    assert [f.code for f in check_account_no("ออมทรัพย์")] == ["ACCOUNT_NO_ODD"]


@pytest.mark.parametrize("text", ["1111111111119", "12345678901234", "1-1111-11111-11-9"])
def test_an_id_typed_one_field_too_far_is_told(text: str) -> None:
    assert [f.code for f in check_phone(text)] == ["NUMBER_OUT_OF_PLACE"]
    assert [f.code for f in check_house(text)] == ["NUMBER_OUT_OF_PLACE"]


def test_two_telephones_side_by_side_are_no_id() -> None:
    assert list(check_phone("081-234-5678 089-123-4567")) == []
    assert list(check_phone("0812345678,0891234567")) == []
