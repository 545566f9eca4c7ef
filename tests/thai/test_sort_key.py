import random
import re
from functools import cmp_to_key

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.thai.hostile import HOSTILE, any_text
from wangfund.thai.sort_key import house_key, thai_key

DICTIONARY = [
    "กมล",
    "กฤษณา",
    "กาญจนา",
    "กิตติ",
    "เกษม",
    "แก้ว",
    "โกวิท",
    "ไกรสร",
    "ขวัญ",
    "เขียว",
    "ณรงค์",
    "นงนุช",
    "เนตร",
    "บุญมา",
    "บุญม่า",
    "ปู",
    "ปู่",
    "ปูน",
    "รัตนา",
    "เรณู",
    "ฤทธิ์",
    "สมชาย",
    "สมศรี",
    "สุดา",
    "เสาวภา",
    "แสงดาว",
    "หนึ่ง",
    "หมาย",
    "ใหม่",
    "อารี",
    "อุไร",
    "เอก",
    "แอน",
]

LETTERS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮฯะัาำิีึืุูเแโใไๅๆ"
LETTER_RANK = {letter: rank for rank, letter in enumerate(LETTERS)}
MARK_RANK = {mark: rank for rank, mark in enumerate("๎์็่้๊๋ํฺ", start=1)}

syllables = st.builds(
    lambda lead, consonant, vowel, tone, tail, end: lead + consonant + vowel + tone + tail + end,
    st.sampled_from(["", "", "เ", "แ", "โ", "ใ", "ไ"]),
    st.sampled_from("กขงจญณดนปมรฤสหอ"),
    st.sampled_from(["", "", "ิ", "ี", "ื", "ุ", "ู", "ั", "็"]),
    st.sampled_from(["", "", "่", "้", "๊", "๋"]),
    st.sampled_from(["", "า", "ะ", "ำ", "น", "ง", "ณ์"]),
    st.sampled_from(["", "", " ", "ๆ"]),
)
composed_names = st.lists(syllables, min_size=1, max_size=5).map(
    lambda parts: " ".join("".join(parts).split())
)


def dictionary_compare(one: str, other: str) -> int:
    """Thai dictionary order by comparing, not by a key: an oracle that shares nothing with the program."""
    firsts: list[list[int]] = []
    seconds: list[list[list[int]]] = []
    for name in (one, other):
        swapped = re.sub("([เแโใไ])([ก-ฮ])", r"\2\1", name)
        ranks: list[tuple[int, list[int]]] = []
        for letter in swapped:
            if letter in MARK_RANK:
                if not ranks:
                    ranks.append((-2, []))
                ranks[-1][1].append(MARK_RANK[letter])
            else:
                ranks.append((LETTER_RANK.get(letter, -1), []))
        firsts.append([rank for rank, _ in ranks if rank != -2])
        seconds.append([marks for _, marks in ranks])
    if firsts[0] != firsts[1]:
        return -1 if firsts[0] < firsts[1] else 1
    # Alike but for the marks: the first letter whose marks differ decides, none before any.
    return (seconds[0] > seconds[1]) - (seconds[0] < seconds[1])


def test_thai_key_gives_the_order_of_the_dictionary() -> None:
    shuffled = DICTIONARY[:]
    random.Random(7).shuffle(shuffled)
    assert sorted(shuffled, key=thai_key) == DICTIONARY
    assert sorted(shuffled) != DICTIONARY
    assert sorted(shuffled, key=cmp_to_key(dictionary_compare)) == DICTIONARY


@given(st.lists(composed_names, min_size=2, max_size=12))
def test_thai_key_orders_composed_names_as_comparing_them_does(names: list[str]) -> None:
    assert sorted(names, key=thai_key) == sorted(names, key=cmp_to_key(dictionary_compare))


@given(composed_names)
def test_thai_key_is_the_same_for_every_typing_of_a_name(name: str) -> None:
    typed = name.replace("แ", "เเ").replace("ำ", "ํา").replace(" ", "\u00a0 ") + "\u200b "
    assert thai_key(typed) == thai_key(name)


def test_thai_key_ignores_case_and_kind_of_digits() -> None:
    assert thai_key("SOMCHAI ๑๒") == thai_key("somchai 12")
    assert sorted(["ข", "a", "1", "ก", "Z"], key=thai_key) == ["1", "a", "Z", "ก", "ข"]


@given(any_text)
def test_thai_key_when_hostile_then_never_raises(text: str) -> None:
    assert thai_key(text).count("\x01") == 1


def test_keys_of_every_hostile_text() -> None:
    for text in HOSTILE:
        assert isinstance(thai_key(text), str)
        assert isinstance(house_key(text), str)


def test_house_key_follows_the_road() -> None:
    road = [
        "",
        "1",
        "2",
        "9",
        "9/1",
        "9/2",
        "9/10",
        "9/10/1",
        "9ก",
        "10",
        "10/1",
        "98/5",
        "107/10",
        "1000",
        "บ้านพัก",
    ]
    shuffled = road[:]
    random.Random(3).shuffle(shuffled)
    assert sorted(shuffled, key=house_key) == road


@pytest.mark.parametrize("written", ["98/5", "๙๘/๕", " 98 / 5 ", "098/05", "98\u200b/5"])
def test_house_key_is_the_same_for_every_writing(written: str) -> None:
    assert house_key(written) == house_key("98/5")


@given(st.integers(0, 10**9 - 1), st.integers(0, 10**9 - 1))
def test_house_key_orders_by_number(one: int, other: int) -> None:
    assert (house_key(str(one)) < house_key(str(other))) == (one < other)
    assert (house_key(f"5/{one}") < house_key(f"5/{other}")) == (one < other)
