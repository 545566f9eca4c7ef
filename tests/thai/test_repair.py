import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.thai.hostile import HOSTILE, any_text
from wangfund.thai.repair import repair


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("คํา", "คำ"),
        ("น้ํา", "น้ำ"),
        ("นํ้า", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("นํา้", "น้ำ"),
        ("เเก้ว", "แก้ว"),
        ("เ\u200bเก้ว", "แก้ว"),
        ("ก่ี", "กี่"),
        ("ท่ี", "ที่"),
        ("ป้ัน", "ปั้น"),
        ("ผู้", "ผู้"),
        ("พันธ์ุ", "พันธุ์"),
        ("สิทธ์ิ", "สิทธิ์"),
        ("บ้้าน", "บ้าน"),
        ("ดีี", "ดี"),
        ("กุุ้", "กุ้"),
        ("\ufeff สม\u200bชาย\u00a0ใจดี \u00a0", "สมชาย ใจดี"),
        ("\u200e0812345678\u202c", "0812345678"),
        ("cafe\u0301", "café"),
    ],
)
def test_repair_when_typed_another_way_then_one_spelling(typed: str, meant: str) -> None:
    assert repair(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "ผู้ป่วยที่บ้านทุ่งน้ำปั้นเก่งกว่าญาติ กตัญญู ฐานฐุ ป่าฝ้ายฟ้าปี่ปี้ น้ำค้ำซ้ำ ก๋วยเตี๋ยว ๑๒๓ ABC วันที่",
        "ฐิตธมฺโม",
        "พุทฺธํ สรณํ",
        "ฤๅษี",
        "ต่างๆ ฯลฯ",
        "a  b\tc\nd",
        "<b>&amp;</b>",
        "😀",
        "x\x00y",
        "",
    ],
)
def test_repair_when_in_order_then_unchanged(text: str) -> None:
    assert repair(text) == text


@given(any_text)
def test_repair_twice_is_repair_once(text: str) -> None:
    once = repair(text)
    assert repair(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == once.strip()
    assert not {"\u200b", "\u00a0", "\ufeff"} & set(once)


def test_repair_of_every_hostile_text_comes_to_rest_at_once() -> None:
    begin = time.perf_counter()
    for text in HOSTILE:
        assert repair(repair(text)) == repair(text)
    # Without the limit on marks in a row these take five seconds.
    assert time.perf_counter() - begin < 2


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_repair_leaves_plain_letters_alone(text: str) -> None:
    assert repair(text) == text.strip()


@given(st.text(alphabet="กขดนปอเแโใไะาๆฯ๐๑ ", max_size=30))
def test_repair_without_marks_only_joins_sara_e(text: str) -> None:
    assert repair(text) == text.replace("เเ", "แ").strip()
