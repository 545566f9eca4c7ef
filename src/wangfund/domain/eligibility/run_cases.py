"""Decided cases run against a rulebook: how many agree, and how the others differ."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from wangfund.domain.eligibility.assess import assess
from wangfund.domain.eligibility.assessment import Assessment
from wangfund.domain.eligibility.case_form import CaseUnreadable, read_case
from wangfund.domain.errors import Refused
from wangfund.domain.money import SATANG_PER_BAHT
from wangfund.domain.rulebook.model import Rulebook

CASES_CAP = 10_000_000


@dataclass(frozen=True, slots=True)
class WrongCase:
    """A case that does not agree: what was expected and what came, in the case's own words."""

    case: str
    expect: Mapping[str, object]
    got: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class CaseReport:
    """How many cases agree, and those that do not."""

    right: int
    wrong: tuple[WrongCase, ...]


def run_cases(rulebook: Rulebook, cases_json: str) -> CaseReport:
    """Run the cases of a case file; a case that cannot be read counts as wrong.

    The file is JSON, `{"cases": [...]}` or the list alone; the rules it may carry are not used.

    Raises:
        Refused: CASES_UNREADABLE (no JSON, no list of cases, or larger than CASES_CAP letters).
    """
    cases = _cases(cases_json)
    wrong = [found for raw in cases if (found := run_case(rulebook, raw)) is not None]
    return CaseReport(len(cases) - len(wrong), tuple(wrong))


def run_case(rulebook: Rulebook, raw: object) -> WrongCase | None:
    """One case of a case file run; None when it agrees."""
    name = str(raw.get("case", "")) if isinstance(raw, dict) else ""
    try:
        case = read_case(raw, rulebook)
    except CaseUnreadable as error:
        return WrongCase(name, _expected(raw), {"error": "CASE_UNREADABLE", "word": str(error)})
    answer = in_shorthand(assess(rulebook, case.claim, case.member, case.history))
    got = {word: answer.get(word) for word in case.expect}
    return None if got == dict(case.expect) else WrongCase(name, case.expect, got)


def in_shorthand(answer: Assessment) -> dict[str, object]:
    """An assessment in the words of a case: money in baht, days as ISO text, None for what does not apply."""
    return {
        "result": answer.result.value,
        "reason": answer.reason,
        "gross": _baht(answer.gross_satang),
        "setoff": _baht(answer.setoff_satang),
        "net": _baht(answer.net_satang),
        "nights": answer.units,
        "units": answer.units,
        "first_day": None if answer.first_day is None else answer.first_day.isoformat(),
        "last_day": None if answer.last_day is None else answer.last_day.isoformat(),
        "arrears": answer.arrears_months,
    }


def _cases(text: str) -> list[object]:
    if len(text) > CASES_CAP:
        raise Refused("CASES_UNREADABLE", {"limit": CASES_CAP})
    try:
        loaded = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused("CASES_UNREADABLE") from None
    cases = loaded.get("cases") if isinstance(loaded, dict) else loaded
    if not isinstance(cases, list):
        raise Refused("CASES_UNREADABLE")
    return cases


def _expected(raw: object) -> Mapping[str, object]:
    expect = raw.get("expect") if isinstance(raw, dict) else None
    return expect if isinstance(expect, dict) else {}


def _baht(satang: int) -> int | str:
    whole, rest = divmod(satang, SATANG_PER_BAHT)
    return whole if rest == 0 else f"{whole}.{rest:02d}"
