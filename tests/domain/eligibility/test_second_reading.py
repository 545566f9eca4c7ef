"""The engine against the by-law read a second time: the known cases, and thousands that nobody thought of."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.domain.eligibility.second_reading import decided
from tests.domain.rulebook.nasuk import NASUK
from wangfund.domain.eligibility.run_cases import run_cases

_CODES = (
    "BIRTH", "HOSP", "HOSP", "ELDER", "DEATH", "FUNERAL", "DISABLED", "EDU", "TRADITION", "DISASTER", "VISIT",
)  # fmt: skip
_KEYS = (None, None, None, "A", "B")


@pytest.mark.parametrize("name", ["cases.json", "more_cases.json"])
def test_the_second_reading_agrees_with_what_was_decided_by_hand(data: Path, name: str) -> None:
    for case in json.loads((data / name).read_text(encoding="utf-8"))["cases"]:
        spelled = {**case, "member": _spelled_member(case["member"])}
        answer = decided(spelled)
        expect = {word: value for word, value in case["expect"].items() if word in answer}
        assert {word: answer[word] for word in expect} == expect, case["case"]


@pytest.mark.parametrize("seed", range(8))
def test_thousands_of_cases_are_decided_alike(seed: int) -> None:
    chance = random.Random(seed)
    cases = [_case(chance, number) for number in range(1_500)]
    for case in cases:
        case["expect"] = decided(case)
    report = run_cases(NASUK, json.dumps({"cases": cases}))
    wrong = [(one.case, one.expect, one.got, cases[int(one.case)]) for one in report.wrong[:3]]
    assert wrong == []
    assert report.right == len(cases)


def test_the_cases_drawn_meet_every_reason_often() -> None:
    chance = random.Random(0)
    met = Counter(decided(_case(chance, number))["reason"] for number in range(6_000))
    reasons = {
        "OK", "CAPPED", "CAPPED_ANNUAL", "TOP_UP", "DOC_MISSING", "FACT_MISSING", "HEIR_RESOLUTION", "DUPLICATE",
        "CLAIM_BEFORE_EVENT", "NOT_MEMBER_AT_EVENT", "WAITING", "LAPSED", "SUSPENDED", "REINSTATE_WAIT",
        "LATE_CLAIM", "CAP_REACHED", "ANNUAL_CAP_REACHED", "NO_RULE_IN_FORCE", "NO_NIGHT", "NO_LIVE_BIRTH",
        "WRONG_PAY_DAY", "AGE", "NO_DISABILITY_CARD", "EXCLUSIVE_WITH_ELDER", "GPA",
    }  # fmt: skip
    assert set(met) == reasons
    assert min(met.values()) >= 4


def _spelled_member(member: dict[str, Any]) -> dict[str, Any]:
    """Stretches of months told in other forms, as [from, to]."""
    said = dict(member)
    if isinstance(said.get("exempt"), dict):
        said["exempt"] = [said["exempt"]["from"], said["exempt"]["to"]]
    if said.get("waived"):
        said["waived"] = said["waived"][0]
    return said


def _case(chance: random.Random, number: int) -> dict[str, Any]:
    code = chance.choice(_CODES)
    event = _event(chance, code)
    joined = _joined(chance, event)
    case: dict[str, Any] = {
        "case": str(number),
        "member": _member(chance, joined, event),
        "claim": {"benefit": code, "event": event.isoformat(), **_claim(chance, code, event)},
    }
    case["history"] = _history(chance, case["claim"], event)
    return case


def _event(chance: random.Random, code: str) -> date:
    year = chance.choice((2023, 2024, 2024, 2025, 2025, 2025))
    if code in {"ELDER", "DISABLED"} and chance.random() < 0.85:
        return date(year, 4, 13) if code == "ELDER" else date(year, 12, 3)
    if chance.random() < 0.15:
        return chance.choice((date(2024, 2, 29), date(2025, 2, 28), date(2024, 12, 31), date(2025, 1, 1)))
    if chance.random() < 0.01:
        return date(2009, 12, 31)
    return date(year, 1, 1) + timedelta(days=chance.randrange(365))


def _joined(chance: random.Random, event: date) -> date:
    """Long ago mostly; often within a day of something that counts."""
    near = chance.random()
    if near < 0.2:
        return event - timedelta(days=chance.choice((-1, 0, 1, 30, 178, 179, 180, 181, 364, 365, 366)))
    if near < 0.5:
        years = chance.choice((1, 2, 3, 4, 5, 6, 8, 10, 15))
        day = min(event.day, 28) if event.month == 2 else event.day
        return event.replace(year=event.year - years, day=day) + timedelta(days=chance.choice((-1, 0, 0, 1)))
    if near < 0.55:
        return date(chance.choice((2012, 2016, 2020)), 2, 29)
    return event - timedelta(days=chance.randrange(200, 7_000))


def _member(chance: random.Random, joined: date, event: date) -> dict[str, Any]:
    member: dict[str, Any] = {"joined": joined.isoformat()}
    owed = chance.choice((-20, -3, -1, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 5, 11, 12, 13, 40))
    member["paid_through"] = _later(event, -1 - owed)
    if chance.random() < 0.04:
        member["paid_through"] = None
    if chance.random() < 0.95:
        age = chance.choice((17, 59, 60, 60, 64, 65, 66, 80))
        since = chance.choice((joined, event))
        born = since.replace(year=since.year - age, day=min(since.day, 28))
        member["birth"] = (born + timedelta(days=chance.choice((-1, 0, 1)))).isoformat()
    if chance.random() < 0.15:
        start = chance.randrange(-14, 3)
        member["exempt"] = [_later(event, start), _later(event, start + chance.randrange(8))]
    if chance.random() < 0.1:
        start = chance.randrange(-8, 1)
        member["waived"] = [_later(event, start), _later(event, start + chance.randrange(3))]
    if chance.random() < 0.15:
        member["paid_since"] = [_later(event, -chance.randrange(1, 4)), _later(event, chance.randrange(3))]
    for word, share in (("reinstated", 0.15), ("left", 0.06), ("died", 0.1)):
        if chance.random() < share:
            ago = chance.choice((-40, -1, 0, 1, 29, 30, 31, 400))
            ago = -ago if word != "reinstated" else ago
            member[word] = (event - timedelta(days=ago)).isoformat()
    return member


def _claim(chance: random.Random, code: str, event: date) -> dict[str, Any]:
    wait = (
        chance.choice((-1, 0, 0, 5, 5, 5, 30, 31, 60, 61, 90, 91, 180, 181)) if chance.random() < 0.5 else 3
    )
    said: dict[str, Any] = {
        "claim": (event + timedelta(days=wait)).isoformat(),
        "key": chance.choice(_KEYS),
        "missing_docs": ["สูติบัตร"] if chance.random() < 0.03 else [],
    }
    if chance.random() < 0.2:
        said["payee_is_beneficiary"] = chance.random() < 0.5
    facts: dict[str, dict[str, Any]] = {
        "BIRTH": {
            "live": chance.choice((0, 1, 1, 1, 2, 3)),
            "mother_is_member": chance.choice((True, True, False, None)),
            "nights": chance.choice((0, 1, 3, 5, 6, 9, None)),
        },
        "HOSP": {
            "admitted": (event - timedelta(days=chance.choice((-1, 0, 1, 2, 3, 8, 10, 11, 25)))).isoformat()
        },
        "EDU": {"gpa": chance.choice((3.49, 3.5, 3.5, 4, 2, 3.499)), "level": chance.choice(("P6", "UNI"))},
        "DISABLED": {"disability_card": chance.choice((True, True, True, False, None))},
        "TRADITION": {"kind": chance.choice(("ORDAIN", "HAJJ"))},
        "DISASTER": {"damage": chance.choice(("total", "partial"))},
    }
    told = facts.get(code, {})
    if code in {"HOSP", "EDU", "DISASTER"} and chance.random() < 0.05:
        told[{"HOSP": "admitted", "EDU": "gpa", "DISASTER": "damage"}[code]] = None
    return {**said, **told}


def _history(chance: random.Random, claim: dict[str, Any], event: date) -> Sequence[dict[str, Any]]:
    rows = []
    for _ in range(chance.choice((0, 0, 1, 1, 2, 3, 4))):
        near = "ELDER" if claim["benefit"] == "DISABLED" else str(claim["benefit"])
        code = chance.choice((*_CODES, near, near))
        nights = chance.choice((0, 1, 5, 10, 10, 20)) if code in {"HOSP", "BIRTH"} else 0
        gross = (
            100 * nights if code == "HOSP" else chance.choice((100, 200, 300, 500, 1000, 3000, 4750, 4950))
        )
        year = event.year if chance.random() < 0.8 else event.year - 1
        row = {"benefit": code, "year": year, "gross": gross, "nights": nights, "key": chance.choice(_KEYS)}
        if chance.random() < 0.1:
            row["reversed"] = True
        rows.append(row)
    return rows


def _later(day: date, months: int) -> str:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return f"{year:04d}-{month + 1:02d}"
