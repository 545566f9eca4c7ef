import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.thai.hostile import HOSTILE, any_text
from wangfund.thai.words import clusters, tokens


def test_tokens_break_between_words() -> None:
    assert tokens("กองทุนสวัสดิการชุมชน") == ("กองทุน", "สวัสดิการ", "ชุมชน")
    assert tokens("สมาชิก ได้รับ  เงิน") == ("สมาชิก", " ", "ได้รับ", " ", "เงิน")


def test_tokens_when_fine_then_never_fewer_pieces() -> None:
    text = "คณะกรรมการกองทุนสวัสดิการชุมชนตำบลจ่ายค่ารักษาพยาบาล"
    assert len(tokens(text, fine=True)) > len(tokens(text))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("ต่างๆ", ("ต่างๆ",)),
        ("(เงินสด)", ("(เงินสด)",)),
        ("จ่าย ฿500 แล้ว", ("จ่าย", " ", "฿500", " ", "แล้ว")),
        ("เงิน\u200bสด", ("เงิน", "สด")),
        ("เงินสด", ("เงินสด",)),
        ("a b\n\tc", ("a", " ", "b", " ", "c")),
        ("ก ๆ", ("ก", " ", "ๆ")),
        ("", ()),
        ("\u200b", ()),
    ],
)
def test_tokens_keep_marks_with_their_words(text: str, pieces: tuple[str, ...]) -> None:
    assert tokens(text) == pieces


@given(any_text, st.booleans())
def test_tokens_joined_are_the_text(text: str, fine: bool) -> None:
    pieces = tokens(text, fine=fine)
    assert all(pieces)
    assert "".join(pieces) == re.sub("[ \t\n\r]+", " ", text.replace("\u200b", "")) or "\u200b" in text
    assert "".join(pieces).replace(" ", "") == re.sub("[ \t\n\r\u200b]", "", text)


@given(any_text)
def test_tokens_never_start_with_what_closes(text: str) -> None:
    pieces = tokens(text.replace("\u200b", ""))
    for before, piece in pairwise(pieces):
        assert before == " " or piece[0] not in "ๆฯ)]}”’,.;:!?%…/"
        assert piece == " " or before[-1] not in "([{“‘฿"


@given(any_text)
def test_clusters_joined_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


def test_clusters_hold_a_consonant_with_its_marks() -> None:
    assert clusters("น้ำผึ้งที่แก้ว") == ["น้ำ", "ผึ้", "ง", "ที่", "แก้", "ว"]
    assert clusters("เกาะ AB") == ["เกาะ", " ", "A", "B"]


def test_tokens_of_every_hostile_text_come_at_once() -> None:
    begin = time.perf_counter()
    for text in HOSTILE:
        tokens(text)
        tokens(text, fine=True)
        clusters(text)
    assert time.perf_counter() - begin < 10
