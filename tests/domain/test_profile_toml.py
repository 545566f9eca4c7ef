"""A profile and opening balances from the text a clerk writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangfund.domain.errors import Refused
from wangfund.domain.opening_toml import parse_opening
from wangfund.domain.profile import Village
from wangfund.domain.profile_toml import parse_profile
from wangfund.thai.period import Period

LEAST = """
name = "กองทุน"
tambon = "ก"
amphoe = "ข"
province = "ค"
founded_on = {founded}
books_from = {books}
rulebook = "nasuk"
[[villages]]
moo = 1
"""


def least(founded: str = '"2553-01-01"', books: str = '"2569-10"') -> str:
    return LEAST.format(founded=founded, books=books)


def codes(text: str) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refused:
        parse_profile(text)
    assert refused.value.code == "PROFILE_INVALID"
    return [(finding.code, finding.field) for finding in refused.value.findings]


def test_whole_profile_is_read(data: Path) -> None:
    profile = parse_profile((data / "profile.toml").read_text(encoding="utf-8"))
    assert profile.founded_on == date(2010, 1, 1)
    assert profile.books_from == Period(2026, 10)
    assert profile.villages[0] == Village(1, "บ้านเหนือ", "ยายแก้ว ทดลอง")
    assert [bank.name for bank in profile.banks] == ["ธ.ก.ส.", "ออมสิน"]
    assert profile.officer("เหรัญญิก") == "นางสมมติ ทดลอง"


def test_bundled_sample_is_read() -> None:
    from wangfund.paths import bundled

    samples = bundled("resources/samples")
    assert len(parse_profile((samples / "profile.toml").read_text(encoding="utf-8")).villages) == 12
    assert parse_opening((samples / "opening.toml").read_text(encoding="utf-8")).banks


@pytest.mark.parametrize(
    "founded", ['"2553-01-01"', '"2010-01-01"', "2010-01-01", "2553-01-01", '"1/1/2553"']
)
def test_founding_day_of_either_era_is_the_same_day(founded: str) -> None:
    assert parse_profile(least(founded)).founded_on == date(2010, 1, 1)


def test_least_profile_has_sensible_defaults() -> None:
    profile = parse_profile(least())
    assert (profile.fiscal_year_starts, profile.receipts_per_book, profile.banks) == (1, 50, ())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("PROFILE_MISSING_KEY", "name")]),
        (least(founded='"31/4/2569"'), [("PROFILE_BAD_VALUE", "founded_on")]),
        (least(books='"2569-13"'), [("PROFILE_BAD_VALUE", "books_from")]),
        (least(books="7"), [("PROFILE_WRONG_TYPE", "books_from")]),
        (least() + "[[villages]]\nmoo = 1\n", [("PROFILE_TWICE", "villages[1].moo")]),
        (least() + '[[banks]]\nname = "cash"\n', [("PROFILE_BAD_VALUE", "banks[0].name")]),
        (least() + '[[banks]]\nname = "a=b"\n', [("PROFILE_BAD_VALUE", "banks[0].name")]),
        (least() + '[[committee]]\nrole = "ประธาน"\n', [("PROFILE_MISSING_KEY", "committee[0].name")]),
        ("name = [", [("PROFILE_NOT_TOML", "")]),
        ("a = " + "[" * 50, [("PROFILE_TOO_DEEP", "")]),
        ("#" * 2_000_000, [("PROFILE_TOO_LARGE", "")]),
    ],
)
def test_faulty_profile_is_refused_with_each_fault(text: str, found: list[tuple[str, str]]) -> None:
    assert codes(text)[: len(found)] == found


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    for parse in (parse_profile, parse_opening):
        try:
            parse(text)
        except Refused as refused:
            assert refused.code in {"PROFILE_INVALID", "OPENING_INVALID"}
            assert refused.findings


def test_opening_balances_are_satang(data: Path) -> None:
    opening = parse_opening((data / "opening.toml").read_text(encoding="utf-8"))
    assert opening.cash_satang == 200000
    assert opening.banks == {"ธ.ก.ส.": 18000000, "ออมสิน": 2000050}
    assert opening.sources == (("3100", "", 12000000), ("3400", "welfare", 8000000))
    assert opening.pools is None
    assert parse_opening("[pools]\nwelfare = 5\n").pools == {"welfare": 500}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('cash = "x"', "cash"),
        ("cash = -1", "cash"),
        ("cash = 1.001", "cash"),
        ("cash = 1e3", "cash"),
        ("banks = 5", "banks"),
        ("[[sources]]\namount = 1", "sources[0].account"),
        ("gold = 1", "gold"),
    ],
)
def test_faulty_opening_is_refused_with_its_place(text: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_opening(text)
    assert refused.value.findings[0].field == field
