"""The rulebooks that come with the program: they pass, say what is still to be filled, and name no real place."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

import pytest

from tests.domain.rulebook.nasuk import NASUK_TEXT, faults
from wangfund.domain.eligibility.assess import assess
from wangfund.domain.eligibility.facts import ClaimFacts, MemberFacts
from wangfund.domain.eligibility.set_off import set_off
from wangfund.domain.errors import Severity
from wangfund.domain.rulebook.check import check_adoption, check_rulebook, is_sound
from wangfund.domain.rulebook.model import NEVER
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.paths import bundled
from wangfund.text.messages import say_finding
from wangfund.text.rule_paths import path_words

_PATTERNS: Final = {
    name: bundled(f"resources/rulebooks/{name}.toml").read_text(encoding="utf-8")
    for name in ("daily_baht_caps", "daily_baht_tiers")
}
_TIERS: Final = _PATTERNS["daily_baht_tiers"]


@pytest.mark.parametrize("name", sorted(_PATTERNS))
def test_a_pattern_passes_and_says_only_what_is_to_be_filled(name: str) -> None:
    found = check_rulebook(parse_rulebook(_PATTERNS[name]))
    assert is_sound(found)
    assert {one.code for one in found} == {"TO_BE_FILLED"}
    assert all(one.severity is Severity.WARNING for one in found)


@pytest.mark.parametrize("name", sorted(_PATTERNS))
def test_every_open_word_is_named_with_its_line(name: str) -> None:
    text = _PATTERNS[name]
    lines = text.splitlines()
    rulebook = parse_rulebook(text)
    open_lines = [number for number, line in enumerate(lines, 1) if '= "?"' in line]
    assert [word.line for word in rulebook.open_words] == open_lines
    for word in rulebook.open_words:
        assert lines[word.line - 1].split(" =")[0] == word.path.rsplit(".", 1)[1]
    assert all("[" not in word.path or word.path.startswith("benefits.") for word in rulebook.open_words)


@pytest.mark.parametrize("name", sorted(_PATTERNS))
def test_a_pattern_is_not_adopted_before_it_is_filled(name: str) -> None:
    rulebook = parse_rulebook(_PATTERNS[name])
    found = check_adoption(rulebook, None)
    assert {one.code for one in found} == {"NOT_FILLED"}
    assert len(found) == len(rulebook.open_words)
    assert not is_sound(found)


@pytest.mark.parametrize("name", sorted(_PATTERNS))
def test_a_pattern_decides_nothing_and_never_stumbles(name: str) -> None:
    rulebook = parse_rulebook(_PATTERNS[name])
    member = MemberFacts(date(2015, 1, 1), covered=())
    for benefit in rulebook.benefits:
        asked = ClaimFacts(benefit.code, date(2025, 5, 4), date(2025, 5, 9))
        assert assess(rulebook, asked, member, ()).reason == "NO_RULE_IN_FORCE"
        assert set_off(rulebook, benefit, 10_000, asked, member).amount_satang == 0
    assert (rulebook.membership.suspend_at, rulebook.membership.lapse_at) == (NEVER, NEVER)


@pytest.mark.parametrize("name", sorted(_PATTERNS))
def test_every_open_word_is_called_by_a_name(name: str) -> None:
    for one in check_rulebook(parse_rulebook(_PATTERNS[name])):
        said = say_finding(one).message.replace(str(one.values.get("benefit")), "")
        assert re.search(r"[A-Za-z_]", said) is None, said
    assert path_words("benefits.BIRTH.deadline_days", "คลอดบุตร") == "กำหนดวันยื่นของคลอดบุตร"
    assert path_words("membership.waiting.days") == "ระยะรอสิทธิ"
    assert path_words("x.unheard_of") == "x.unheard_of"


def test_a_filled_pattern_may_be_adopted() -> None:
    text = _TIERS.replace('effective_from = "?"', "effective_from = 2026-01-01")
    for share in ("member_contribution", "state_grant", "lao_grant", "entry_fee", "bank_interest"):
        text = text.replace(f'{share} = "?"', f"{share} = {{ welfare = 100 }}")
    for word, value in {
        "start": '"application"', "set_off": "true", "above_by_resolution": "true", "year": '"calendar"',
        "resolution": '"มติที่ 1"', "bank_above_cash_limit": "true",
        "pay_days": '{ days = ["04-13"], reason = "WRONG_PAY_DAY" }',
        "suspend_at_months": "3", "lapse_at_months": "12", "in_hand_max_baht": "5000", "deadline_days": "90",
        "fiscal_year_starts": "10", "committee_signatures": "3", "bank_signatories": "3", "bank_sign_any": "2",
    }.items():  # fmt: skip
        text = text.replace(f'\n{word} = "?"', f"\n{word} = {value}")
    text = text.replace('= "?"', "= 30")
    text = text[: text.index('[[benefits.examples]]\ncase = "ส่งครบ')]
    rulebook = parse_rulebook(text)
    assert rulebook.open_words == ()
    assert check_adoption(rulebook, None) == ()


def test_the_overlapping_original_is_refused_with_both_clauses_named() -> None:
    text = _TIERS.replace('from = "8 ปี 1 วัน", to = "15 ปี 1 วัน"', 'from = "8 ปี 1 วัน", to = "18 ปี"')
    assert text != _TIERS
    found = check_rulebook(parse_rulebook(text))
    overlap = [one for one in found if one.severity is Severity.ERROR]
    assert [one.code for one in overlap] == ["TIERS_OVERLAP", "EXAMPLE_FAILS"]
    assert overlap[0].clause == "แถวที่ 3 ขั้นที่ 5, แถวที่ 3 ขั้นที่ 6"
    assert (overlap[0].values["first_to"], overlap[0].values["second_from"]) == ("P18Y", "P15Y1D")
    assert not is_sound(found)


def test_the_exact_anniversary_pays_the_lower_tier_as_the_pattern_words_it() -> None:
    text = _TIERS.replace('effective_from = "?"', "effective_from = 2010-01-01")
    rulebook = parse_rulebook(text)
    member = MemberFacts(date(2010, 6, 15))

    def gross(day: date) -> int:
        return assess(rulebook, ClaimFacts("DEATH", day, day), member, ()).gross_satang // 100

    days = [date(2010, 12, 15), date(2012, 6, 15), date(2012, 6, 16), date(2025, 6, 15), date(2025, 6, 16)]
    assert [gross(day) for day in days] == [3000, 3000, 6000, 15_000, 20_000]
    assert gross(date(2010, 12, 14)) == 0


def test_an_open_word_is_no_value_outside_a_rulebook_and_no_wildcard_inside() -> None:
    assert [one.code for one in faults(NASUK_TEXT.replace("units = 5", 'units = "??"'))] == [
        "RULEBOOK_WRONG_TYPE"
    ]
    rulebook = parse_rulebook(NASUK_TEXT.replace("units = 5", 'units = "?"'))
    assert [word.path for word in rulebook.open_words] == ["benefits.BIRTH.caps[0].units"]
    birth = rulebook.benefit("BIRTH")
    assert birth is not None
    assert birth.caps == ()
