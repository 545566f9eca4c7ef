"""Twelve letters that a person can read aloud."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from wangfund.domain.fingerprint import check_code, fingerprint, same_fingerprint

_HASHES = st.binary(min_size=32, max_size=32)


def test_the_first_sixty_bits_in_crockfords_letters() -> None:
    assert fingerprint(b"\0" * 32) == "0000-0000-0000"
    assert fingerprint(b"\xff" * 32) == "ZZZZ-ZZZZ-ZZZZ"
    assert fingerprint(bytes(range(32))) == "000G-40R4-0M30"
    assert check_code(bytes(range(32))) == "000G"


@given(_HASHES)
def test_it_is_always_three_times_four_letters_nobody_mistakes(digest: bytes) -> None:
    printed = fingerprint(digest)
    assert [len(group) for group in printed.split("-")] == [4, 4, 4]
    assert not set(printed) & set("ILOU")


@given(_HASHES, st.integers(0, 59))
def test_any_of_its_bits_shows(digest: bytes, bit: int) -> None:
    number = int.from_bytes(digest, "big") ^ (1 << (255 - bit))
    assert fingerprint(number.to_bytes(32, "big")) != fingerprint(digest)


@given(_HASHES)
def test_what_a_person_types_is_understood(digest: bytes) -> None:
    printed = fingerprint(digest)
    for typed in (
        printed.lower(),
        printed.replace("-", " "),
        f"  {printed.replace('-', '')}. ",
        printed.replace("0", "O").replace("1", "I"),
        printed.replace("0", "o").replace("1", "l"),
    ):
        assert same_fingerprint(typed, printed)
    other = fingerprint(hashlib.sha256(digest).digest())
    assert not same_fingerprint(other, printed)
    assert not same_fingerprint("", printed)
