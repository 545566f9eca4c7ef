"""Every decided case of the case file, and the runner that judges them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.domain.rulebook.nasuk import NASUK, changed
from wangfund.domain.eligibility.run_cases import run_cases
from wangfund.domain.errors import Refused


def _one(
    member: dict[str, object], claim: dict[str, object], expect: dict[str, object], history: object = ()
) -> str:
    base = {"joined": "2020-03-01", "paid_through": "2025-12", "birth": "1980-05-10", **member}
    said = {
        "benefit": "HOSP",
        "event": "2025-05-04",
        "claim": "2025-05-10",
        "admitted": "2025-05-01",
        **claim,
    }
    case = {"case": "one", "member": base, "claim": said, "history": history or [], "expect": expect}
    return json.dumps({"cases": [case]})


def test_every_decided_case_agrees(data: Path) -> None:
    report = run_cases(NASUK, (data / "cases.json").read_text(encoding="utf-8"))
    assert report.wrong == ()
    assert report.right == 36


def test_every_further_case_decided_by_hand_agrees(data: Path) -> None:
    report = run_cases(NASUK, (data / "more_cases.json").read_text(encoding="utf-8"))
    assert report.wrong == ()
    assert report.right == 151


def test_the_further_cases_speak_of_every_benefit_and_every_reason(data: Path) -> None:
    cases = json.loads((data / "more_cases.json").read_text(encoding="utf-8"))["cases"]
    assert {one["claim"]["benefit"] for one in cases} == {one.code for one in NASUK.benefits}
    own = {condition.reason for benefit in NASUK.benefits for condition in benefit.conditions}
    own |= {benefit.pay_days.reason for benefit in NASUK.benefits if benefit.pay_days is not None}
    own |= {benefit.exclusion.reason for benefit in NASUK.benefits if benefit.exclusion is not None}
    common = {
        "OK", "CAPPED", "CAPPED_ANNUAL", "TOP_UP", "DOC_MISSING", "FACT_MISSING", "HEIR_RESOLUTION", "DUPLICATE",
        "CLAIM_BEFORE_EVENT", "NOT_MEMBER_AT_EVENT", "WAITING", "LAPSED", "SUSPENDED", "REINSTATE_WAIT",
        "LATE_CLAIM", "CAP_REACHED", "ANNUAL_CAP_REACHED", "NO_RULE_IN_FORCE",
    }  # fmt: skip
    assert {one["expect"]["reason"] for one in cases} == common | own


def test_a_case_under_other_rules_is_told_with_both_answers(data: Path) -> None:
    text = (data / "cases.json").read_text(encoding="utf-8")
    report = run_cases(changed("baht = 100\ncounted", "baht = 200\ncounted", 'code = "HOSP"'), text)
    wrong = next(one for one in report.wrong if one.case == "H1 3 nights")
    assert (wrong.expect["gross"], wrong.got["gross"]) == (300, 600)


@pytest.mark.parametrize(
    ("member", "claim", "expect"),
    [
        ({"exempt": ["2024-06", "2025-12"], "paid_through": "2024-02"}, {}, {"result": "PAY", "setoff": 90}),
        ({"exempt": True, "paid_through": None}, {}, {"result": "PAY", "reason": "OK"}),
        ({"exempt": {"from": "2025-01", "to": None}, "paid_through": "2024-12"}, {}, {"reason": "OK"}),
        ({"exempt": "2025-06", "paid_through": "2024-12"}, {}, {"reason": "OK"}),
        ({"waived": [["2025-01", "2025-02"]], "paid_through": "2024-12"}, {}, {"setoff": 60, "net": 240}),
        ({"waived": ["2025-01"], "paid_through": "2024-12"}, {}, {"reason": "SUSPENDED", "arrears": 3}),
        ({"paid_through": None}, {}, {"result": "PENDING", "reason": "FACT_MISSING"}),
        ({"paid_through": "2010-01"}, {}, {"reason": "LAPSED", "arrears": 62}),
        ({"reinstated": "2025-05-20"}, {}, {"reason": "SUSPENDED"}),
        ({"reinstated": "2025-04-20"}, {}, {"reason": "REINSTATE_WAIT", "first_day": "2025-05-20"}),
        ({"died": "2025-05-04"}, {}, {"reason": "OK"}),
        ({"died": "2025-05-03"}, {}, {"reason": "NOT_MEMBER_AT_EVENT"}),
        ({"left": "2025-05-04"}, {}, {"reason": "NOT_MEMBER_AT_EVENT"}),
        ({}, {"admitted": None}, {"result": "PENDING", "reason": "FACT_MISSING"}),
        ({}, {"event": "2009-05-04"}, {"reason": "NO_RULE_IN_FORCE"}),
        ({}, {"benefit": "DISASTER", "damage": "total"}, {"gross": 3000}),
        ({}, {"benefit": "DISASTER", "partial": True}, {"gross": 1000}),
        ({}, {"benefit": "DISASTER", "house_lost": "partial"}, {"gross": 1000}),
        ({}, {"benefit": "EDU", "gpa": 3.5, "level": "M6"}, {"gross": 500}),
        ({}, {"benefit": "EDU", "gpa": 3.49, "level": "M6"}, {"reason": "GPA"}),
        ({}, {"benefit": "SONGKRAN"}, {"result": "REFUSE", "reason": "NO_SUCH_BENEFIT"}),
    ],
)
def test_further_cases_of_that_form_are_understood(
    member: dict[str, object], claim: dict[str, object], expect: dict[str, object]
) -> None:
    assert run_cases(NASUK, _one(member, claim, expect)).wrong == ()


def test_a_reversed_claim_gives_its_room_back() -> None:
    past = [{"benefit": "HOSP", "year": 2025, "gross": 2000, "nights": 20, "key": None, "reversed": True}]
    assert run_cases(NASUK, _one({}, {}, {"reason": "OK", "gross": 300}, past)).right == 1


@pytest.mark.parametrize(
    ("member", "claim", "word"),
    [
        ({"joined": None}, {}, "joined"),
        ({"joined": "1 มีนาคม"}, {}, "joined"),
        ({"paid_through": "2025"}, {}, "paid_through"),
        ({"paid_through": 5}, {}, "paid_through"),
        ({"paid_through": "2025-13"}, {}, "paid_through"),
        ({"exempt": 7}, {}, "exempt"),
        ({}, {"claim": None}, "claim"),
        ({}, {"event": "31/31"}, "event"),
        ({}, {"benefit": "SONGKRAN", "event": None}, "event"),
    ],
)
def test_a_case_that_cannot_be_read_is_wrong_and_names_the_word(
    member: dict[str, object], claim: dict[str, object], word: str
) -> None:
    report = run_cases(NASUK, _one(member, claim, {"result": "PAY"}))
    assert report.wrong[0].got == {"error": "CASE_UNREADABLE", "word": word}


@pytest.mark.parametrize("past", [{"whose": "nobody"}, {"whose": []}, {"gross": "much"}, 7])
def test_a_past_claim_that_cannot_be_read_is_wrong(past: object) -> None:
    report = run_cases(NASUK, _one({}, {}, {"result": "PAY"}, [past]))
    assert report.wrong[0].got["error"] == "CASE_UNREADABLE"


def test_a_past_claim_may_be_of_the_family_or_of_another() -> None:
    past = {"benefit": "HOSP", "year": 2025, "gross": 2000, "units": 20, "whose": "other"}
    assert run_cases(NASUK, _one({}, {}, {"reason": "OK", "units": 3}, [past])).right == 1


@pytest.mark.parametrize("text", ["", "{}", "5", '{"cases": 1}', "[" * 100_000, " " * 10_000_001])
def test_a_file_without_cases_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        run_cases(NASUK, text)
    assert refused.value.code == "CASES_UNREADABLE"


@pytest.mark.parametrize("case", [1, None, {}, {"member": []}, {"member": {}, "claim": {}, "history": 3}])
def test_a_case_of_no_form_is_wrong_not_fatal(case: object) -> None:
    assert len(run_cases(NASUK, json.dumps([case])).wrong) == 1
