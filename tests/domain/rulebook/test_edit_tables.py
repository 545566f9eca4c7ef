"""Tables of a rulebook's text taken out, copied and added: what is meant changes, every other letter stays."""

from __future__ import annotations

from typing import Any

import pytest

from wangfund.domain.errors import Finding, Refused
from wangfund.domain.rulebook.edit_tables import add_table, copy_table, remove_table, without_benefit
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.domain.rulebook.toml_text import load_toml
from wangfund.usecases.found_fund import rulebook_source

SOURCE = rulebook_source("nasuk")


def loaded(text: str) -> dict[str, Any]:
    """What a text says."""
    found = load_toml(text)
    assert not isinstance(found, Finding)
    return found.tables


def place(code: str) -> int:
    """Where a benefit stands."""
    return next(at for at, one in enumerate(loaded(SOURCE)["benefits"]) if one["code"] == code)


@pytest.mark.parametrize("name", ["nasuk", "daily_baht_caps", "daily_baht_tiers"])
def test_every_benefit_can_be_taken_out_and_the_others_stay(name: str) -> None:
    source = rulebook_source(name)
    for at, one in enumerate(loaded(source)["benefits"]):
        text = without_benefit(source, at)
        codes = [benefit["code"] for benefit in loaded(text)["benefits"]]
        assert one["code"] not in codes
        assert len(codes) == len(loaded(source)["benefits"]) - 1
        assert set(text.splitlines()) - set(source.splitlines()) == {
            line for line in text.splitlines() if line not in source.splitlines()
        }
        assert f'"{one["code"]}"' not in "".join(
            line for line in text.splitlines() if line.startswith(("benefits =", "except_benefits"))
        )


def test_every_list_of_every_benefit_can_be_shortened_and_lengthened() -> None:
    for at, one in enumerate(loaded(SOURCE)["benefits"]):
        for name in ("caps", "conditions", "facts", "examples", "amounts"):
            for n in range(len(one.get(name, ()))):
                text = remove_table(SOURCE, ("benefits", at, name, n))
                assert len(loaded(text)["benefits"][at].get(name, ())) == len(one[name]) - 1
        text = add_table(SOURCE, ("benefits", at), "caps", {"per": "year", "times": 2})
        assert loaded(text)["benefits"][at]["caps"][-1] == {"per": "year", "times": 2}
        parse_rulebook(text)
        assert all(line in text.splitlines() for line in SOURCE.splitlines())


def test_tiers_in_brackets_are_shortened_at_both_ends_and_lengthened() -> None:
    at = place("ELDER")
    home = ("benefits", at, "amounts", 0)
    for n in range(3):
        text = remove_table(SOURCE, (*home, "tiers", n))
        assert len(loaded(text)["benefits"][at]["amounts"][0]["tiers"]) == 2
        assert text.count("\n") == SOURCE.count("\n") - 1 or n == 2
    text = add_table(SOURCE, home, "tiers", {"from": 20, "baht": 800})
    assert loaded(text)["benefits"][at]["amounts"][0]["tiers"][-1] == {"from": 20, "baht": 800}
    assert "\n    { from = 20, baht = 800 }" in text


def test_copy_stands_right_after_and_says_the_same() -> None:
    at = place("HOSP")
    benefits = loaded(copy_table(SOURCE, ("benefits", at)))["benefits"]
    assert benefits[at] == benefits[at + 1] == loaded(SOURCE)["benefits"][at]
    assert len(benefits) == len(loaded(SOURCE)["benefits"]) + 1


def test_last_benefit_without_a_last_line_end_is_copied_and_taken_out() -> None:
    source = SOURCE.rstrip("\n")
    last = len(loaded(source)["benefits"]) - 1
    assert len(loaded(copy_table(source, ("benefits", last)))["benefits"]) == last + 2
    assert len(loaded(without_benefit(source, last))["benefits"]) == last


@pytest.mark.parametrize(
    "path", [("benefits", 99), ("nothing", 0), ("benefits", 0, "caps", 9), ("rulebook",)]
)
def test_place_that_is_not_there_is_refused(path: tuple[str | int, ...]) -> None:
    for change in (remove_table, copy_table):
        with pytest.raises(Refused) as refused:
            change(SOURCE, path)
        assert refused.value.code == "RULEBOOK_NOT_EDITED"
    with pytest.raises(Refused):
        add_table("[rulebook", ("rulebook",), "x", {})


def test_words_of_a_comment_go_with_the_table_under_them() -> None:
    text = "[rulebook]\nname = 'ก'\n\n# เรื่องแรก\n[[benefits]]\ncode = 'A'\n\n# เรื่องหลัง\n[[benefits]]\ncode = 'B'\n"
    assert remove_table(text, ("benefits", 0)) == (
        "[rulebook]\nname = 'ก'\n\n# เรื่องหลัง\n[[benefits]]\ncode = 'B'\n"
    )
