"""Rulebooks spoiled at random: what still reads is checked, told in words and decided by, and never stumbles."""

from __future__ import annotations

import random
import re
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.rulebook.nasuk import NASUK_TEXT
from wangfund.domain.eligibility.assess import assess
from wangfund.domain.eligibility.entitlements import entitlements
from wangfund.domain.eligibility.facts import ClaimFacts, MemberFacts, PastClaim
from wangfund.domain.errors import Refused
from wangfund.domain.rulebook.check import check_rulebook
from wangfund.domain.rulebook.model import FactValue, Rulebook
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.text.messages import say_finding
from wangfund.text.rule_rows import rule_rows
from wangfund.thai.period import Period

_ODD_TEXT = (Path(__file__).parents[2] / "data" / "odd_fund.toml").read_text(encoding="utf-8")
_VALUES = ("0", "1", "2", "100", "99999", "3.5", "-1", '"?"', "true", '"180d"', "[]", "{}", '"x"')
_WORDS = re.findall(r'"[A-Za-z_]+"', NASUK_TEXT + _ODD_TEXT)
_MEMBERS = (
    MemberFacts(
        date(2015, 1, 1), birth_date=date(1953, 1, 1), covered=((Period(2015, 1), Period(2035, 12)),)
    ),
    MemberFacts(date(2024, 2, 29), coverage_known=False),
    MemberFacts(date(2000, 1, 1), covered=((Period(2000, 1), Period(2025, 2)),), reinstated=date(2025, 4, 1)),
)
_DAYS = (date(2025, 4, 13), date(2025, 12, 3), date.min, date.max)
_TOLD: dict[str, FactValue] = {
    "live": 1,
    "nights": 3,
    "fare": 40_000,
    "admitted": date(2025, 4, 10),
    "damage": "total",
    "siblings": 3,
}


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1_000_000))
def test_rules_that_can_be_read_are_judged_and_decided_by_whatever_they_say(seed: int) -> None:
    chance = random.Random(seed)
    try:
        rules = parse_rulebook(_wounded(chance, chance.choice((NASUK_TEXT, _ODD_TEXT))))
    except Refused as refused:
        assert all(say_finding(one).message for one in refused.findings)
        return
    assert all(say_finding(one).message for one in check_rulebook(rules))
    assert rule_rows(rules)
    _decide_everything(rules, [PastClaim("HOSP", 30_000, 3, None, date(2025, 1, 3))])


def _decide_everything(rules: Rulebook, history: list[PastClaim]) -> None:
    for member in _MEMBERS:
        entitlements(rules, member, history, date(2025, 5, 4))
        for benefit in rules.benefits:
            for day in _DAYS:
                answer = assess(
                    rules, ClaimFacts(benefit.code, day, date(2025, 5, 9), _TOLD), member, history
                )
                assert 0 <= answer.setoff_satang <= answer.gross_satang
                if answer.gross_satang:
                    assert sum(step.amount_satang for step in answer.steps) == answer.net_satang


def _wounded(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    for _ in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(len(lines))
        kind = chance.randrange(5)
        if kind == 0:
            del lines[at]
        elif kind == 1:
            lines[at] = re.sub(r"= ?[^={}\[\]]+$", f"= {chance.choice(_VALUES)}", lines[at])
        elif kind == 2:
            lines[at] = re.sub(r"\d+", lambda _: chance.choice(("0", "1", "7", "99", "100000")), lines[at])
        elif kind == 3:
            lines[at] = re.sub(r'"[A-Za-z_]+"', lambda _: chance.choice(_WORDS), lines[at])
        else:
            lines.insert(at, lines[chance.randrange(len(lines))])
    return "\n".join(lines)
