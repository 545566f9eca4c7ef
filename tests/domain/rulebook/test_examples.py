"""Examples beside the rules run at every check; one that fails names clause, what was expected, what came."""

from __future__ import annotations

import pytest

from tests.domain.rulebook.nasuk import NASUK, NASUK_TEXT, changed, codes, spoiled
from wangfund.domain.rulebook.check import check_rulebook, is_sound
from wangfund.domain.rulebook.parse import parse_rulebook

_HOSP_EXAMPLE = 'case = "ครบ 180 วันพอดี"'


def test_every_benefit_of_the_demo_rulebook_has_examples_that_hold() -> None:
    assert all(benefit.examples for benefit in NASUK.benefits)
    assert codes(NASUK) == []


def test_a_changed_rate_fails_the_examples_beside_it() -> None:
    found = check_rulebook(changed("baht = 100\ncounted", "baht = 150\ncounted", 'code = "HOSP"'))
    assert {one.code for one in found} == {"EXAMPLE_FAILS"}
    first = found[0]
    assert (first.clause, first.field) == ("ข้อ 15.2", "benefits.HOSP.examples[1]")
    assert first.values == {
        "benefit": "HOSP",
        "example": "ครบ 180 วันพอดี",
        "expected": "gross 300",
        "got": "gross 450",
        "line": NASUK_TEXT[: NASUK_TEXT.index('case = "ครบ 180 วันพอดี"')].count("\n"),
    }
    assert not is_sound(found)


def test_a_changed_waiting_fails_the_example_of_its_boundary_day() -> None:
    found = check_rulebook(changed("days = 180", "days = 181"))
    assert [one.values["example"] for one in found if one.code == "EXAMPLE_FAILS"] == [
        "ขาดหนึ่งวันจะครบ 180 วัน",
        "ครบ 180 วันพอดี",
    ]


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("admitted = 2025-06-27", 'admitted = "เมื่อวาน"', "admitted"),
        ("admitted = 2025-06-27", "admited = 2025-06-27", "admited"),
        ("gross = 300, nights = 3", "gros = 300", "gros"),
        ("joined = 2025-01-01", "joind = 2025-01-01", "joined"),
        ("claim = 2025-07-05, admitted = 2025-06-27", "admitted = 2025-06-27", "claim"),
        ("event = 2025-06-30", 'benefit = "DEATH", event = 2025-06-30', "benefit"),
    ],
)
def test_an_example_that_cannot_be_read_names_the_word(old: str, new: str, word: str) -> None:
    found = check_rulebook(parse_rulebook(spoiled(old, new, _HOSP_EXAMPLE)))
    assert [(one.code, one.values["word"]) for one in found] == [("EXAMPLE_UNREADABLE", word)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('expect = { result = "PAY", reason = "OK", gross = 300, nights = 3 }', "expect = {}"),
        ('expect = { result = "PAY", reason = "OK", gross = 300, nights = 3 }', "expect = 3"),
        ('member = { joined = 2025-01-01, paid_through = "2025-12", birth = 1980-05-10 }', "member = []"),
        ("claim = { event = 2025-06-30, claim = 2025-07-05, admitted = 2025-06-27 }", "claim = 1.5"),
    ],
)
def test_an_example_of_no_form_is_a_finding_not_a_crash(old: str, new: str) -> None:
    found = check_rulebook(parse_rulebook(spoiled(old, new, _HOSP_EXAMPLE)))
    assert [one.code for one in found] == ["EXAMPLE_UNREADABLE"]
