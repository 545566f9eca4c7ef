from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.thai.hostile import HOSTILE, any_text
from wangfund.thai.digits import to_thai
from wangfund.thai.money_text import baht_text, format_baht, format_baht_or_dash, parse_baht

WORDS = """
0 ศูนย์บาทถ้วน
0.01 หนึ่งสตางค์
0.25 ยี่สิบห้าสตางค์
0.50 ห้าสิบสตางค์
1 หนึ่งบาทถ้วน
1.01 หนึ่งบาทหนึ่งสตางค์
2 สองบาทถ้วน
10 สิบบาทถ้วน
11 สิบเอ็ดบาทถ้วน
20 ยี่สิบบาทถ้วน
21 ยี่สิบเอ็ดบาทถ้วน
100 หนึ่งร้อยบาทถ้วน
101 หนึ่งร้อยเอ็ดบาทถ้วน
110 หนึ่งร้อยสิบบาทถ้วน
111 หนึ่งร้อยสิบเอ็ดบาทถ้วน
121 หนึ่งร้อยยี่สิบเอ็ดบาทถ้วน
200.50 สองร้อยบาทห้าสิบสตางค์
365 สามร้อยหกสิบห้าบาทถ้วน
500 ห้าร้อยบาทถ้วน
1000 หนึ่งพันบาทถ้วน
1001 หนึ่งพันเอ็ดบาทถ้วน
1121.21 หนึ่งพันหนึ่งร้อยยี่สิบเอ็ดบาทยี่สิบเอ็ดสตางค์
3000 สามพันบาทถ้วน
14940 หนึ่งหมื่นสี่พันเก้าร้อยสี่สิบบาทถ้วน
15000 หนึ่งหมื่นห้าพันบาทถ้วน
20000 สองหมื่นบาทถ้วน
54321 ห้าหมื่นสี่พันสามร้อยยี่สิบเอ็ดบาทถ้วน
100000 หนึ่งแสนบาทถ้วน
1000000 หนึ่งล้านบาทถ้วน
1000001 หนึ่งล้านเอ็ดบาทถ้วน
1000021 หนึ่งล้านยี่สิบเอ็ดบาทถ้วน
11000000 สิบเอ็ดล้านบาทถ้วน
21000000 ยี่สิบเอ็ดล้านบาทถ้วน
21000021 ยี่สิบเอ็ดล้านยี่สิบเอ็ดบาทถ้วน
100000000 หนึ่งร้อยล้านบาทถ้วน
1000000000000 หนึ่งล้านล้านบาทถ้วน
-60 ลบหกสิบบาทถ้วน
-0.50 ลบห้าสิบสตางค์
0.11 สิบเอ็ดสตางค์
0.05 ห้าสตางค์
"""
VECTORS = [
    (int(Decimal(amount) * 100), words) for amount, words in map(str.split, WORDS.strip().splitlines())
]

DIGITS = dict(
    zip(
        ["หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "เอ็ด", "ยี่"],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2],
        strict=True,
    )
)
PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10_000, "แสน": 100_000}


def spoken_number(words: str) -> int:
    """The number a reader hears, independently of how it was written."""
    total = group = digit = 0
    while words:
        if words.startswith("ล้าน"):
            total = (total + group + digit) * 1_000_000
            group = digit = 0
            words = words[len("ล้าน") :]
        elif place := next((it for it in PLACES if words.startswith(it)), None):
            group += (digit or 1) * PLACES[place]
            digit = 0
            words = words[len(place) :]
        else:
            word = next(it for it in DIGITS if words.startswith(it))
            assert digit == 0
            digit = DIGITS[word]
            words = words[len(word) :]
    return total + group + digit


@pytest.mark.parametrize(("satang", "words"), VECTORS)
def test_baht_text_reads_as_the_royal_society_says(satang: int, words: str) -> None:
    assert baht_text(satang) == words


@given(st.integers(-(10**17), 10**17).filter(bool))
def test_baht_text_says_the_amount_and_nothing_else(satang: int) -> None:
    words = baht_text(satang)
    assert words.startswith("ลบ") == (satang < 0)
    words = words.removeprefix("ลบ")
    baht_words, found, satang_words = words.partition("บาท")
    if not found:
        baht_words, satang_words = "", words
    assert satang_words.endswith("ถ้วน") == (satang % 100 == 0)
    heard = spoken_number(baht_words) * 100 + spoken_number(
        satang_words.removesuffix("ถ้วน").removesuffix("สตางค์")
    )
    assert heard == abs(satang)


@given(st.integers(0, 10**15))
def test_baht_text_never_makes_the_known_mistakes(satang: int) -> None:
    words = baht_text(satang)
    for wrong in ("หนึ่งสิบ", "สองสิบ", "สิบหนึ่ง", "ศูนย์ล้าน", "บาทสตางค์", "บาทถ้วนถ้วน"):
        assert wrong not in words
    assert not words.startswith("เอ็ด")


def test_baht_text_of_a_number_beyond_all_money_still_reads() -> None:
    assert baht_text(10**3000 * 100).startswith("หนึ่งล้านล้าน")


def test_format_baht() -> None:
    assert format_baht(123450) == "1,234.50"
    assert format_baht(0) == "0.00"
    assert format_baht(-5) == "\u22120.05"
    assert format_baht(-123_456_789_00) == "\u2212123,456,789.00"
    assert format_baht_or_dash(0) == "\u2013"
    assert format_baht_or_dash(-100) == "\u22121.00"


@given(st.integers(-(10**17) + 1, 10**17 - 1))
def test_a_printed_amount_reads_back(satang: int) -> None:
    text = format_baht(satang)
    assert parse_baht(text) == satang
    assert parse_baht(to_thai(text).replace("\u2212", "-")) == satang
    assert parse_baht(text.replace(",", "")) == satang


@pytest.mark.parametrize(
    ("text", "satang"),
    [
        ("500", 50000),
        ("500.5", 50050),
        ("500.", 50000),
        (".5", 50),
        ("๑,๒๓๔.๕๐", 123450),
        (" 365 บาท ", 36500),
        ("365บาทถ้วน", 36500),
        ("฿ 1,000", 100000),
        ("500.-", 50000),
        ("500.00 ฿", 50000),
        ("-60", -6000),
        ("+60", 6000),
        ("007", 700),
        ("1\u200b00", 10000),
        ("999999999999999.99", 99999999999999999),
    ],
)
def test_parse_baht_takes_what_clerks_write(text: str, satang: int) -> None:
    assert parse_baht(text) == satang


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "AMOUNT_EMPTY"),
        (" \u00a0", "AMOUNT_EMPTY"),
        ("-", "AMOUNT_UNREADABLE"),
        (".", "AMOUNT_UNREADABLE"),
        ("บาท", "AMOUNT_UNREADABLE"),
        ("1,23", "AMOUNT_UNREADABLE"),
        ("1234,567", "AMOUNT_UNREADABLE"),
        ("1.234,50", "AMOUNT_UNREADABLE"),
        ("1e5", "AMOUNT_UNREADABLE"),
        ("nan", "AMOUNT_UNREADABLE"),
        ("5 00", "AMOUNT_UNREADABLE"),
        ("--5", "AMOUNT_UNREADABLE"),
        ("๕๐๐ ดอลลาร์", "AMOUNT_UNREADABLE"),
        ("1.005", "AMOUNT_TOO_FINE"),
        ("1.000", "AMOUNT_TOO_FINE"),
        ("1000000000000000", "AMOUNT_TOO_LARGE"),
    ],
)
def test_parse_baht_when_no_amount_then_says_why(text: str, code: str) -> None:
    with pytest.raises(ValueError, match=rf"^{code}$"):
        parse_baht(text)


@given(any_text)
def test_parse_baht_when_hostile_then_only_value_error(text: str) -> None:
    try:
        parse_baht(text)
    except ValueError as error:
        assert str(error) in {"AMOUNT_EMPTY", "AMOUNT_UNREADABLE", "AMOUNT_TOO_FINE", "AMOUNT_TOO_LARGE"}


def test_every_hostile_text_is_no_amount() -> None:
    for text in HOSTILE:
        with pytest.raises(ValueError, match=r"^AMOUNT_"):
            parse_baht(text)
