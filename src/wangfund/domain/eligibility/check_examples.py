"""The examples that stand beside the rules, run: what a committee decided by hand must come out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from wangfund.domain.eligibility.read_claim import read_claim
from wangfund.domain.eligibility.run_cases import WrongCase, run_case
from wangfund.domain.errors import Finding, Values
from wangfund.domain.rulebook.model import Benefit, Example, Rulebook

_EXPECTED = frozenset(
    {
        "result",
        "reason",
        "gross",
        "setoff",
        "net",
        "nights",
        "units",
        "first_day",
        "last_day",
        "arrears",
    }
)


def check_examples(rulebook: Rulebook, benefit: Benefit) -> Iterator[Finding]:
    """EXAMPLE_UNREADABLE (a word is missing or means nothing), EXAMPLE_FAILS (with what came out instead).

    The rules count as in force on every example's day: an example tells what they say, not since when, and stays
    beside its rule when a later version takes it over.
    """
    rulebook = replace(rulebook, effective_from=date.min)
    for place, example in enumerate(benefit.examples):
        where = f"benefits.{benefit.code}.examples[{place}]"
        clause = example.clause or benefit.clause
        case = json.loads(example.case)
        word = _unread_word(benefit, case)
        wrong = None if word else run_case(rulebook, case)
        if wrong is not None and "error" in wrong.got:
            word = str(wrong.got["word"])
        if word:
            values: Values = {"benefit": benefit.code, "example": example.name, "word": word[:60]}
            yield Finding("EXAMPLE_UNREADABLE", where, clause, values=values)
        elif wrong is not None:
            yield Finding("EXAMPLE_FAILS", where, clause, values=_difference(benefit, example, wrong))


def _unread_word(benefit: Benefit, case: Mapping[str, object]) -> str:
    """The first word of the claim or of the expectation that nobody understands; "" when all are understood."""
    expect, claim = case.get("expect"), case.get("claim")
    if not isinstance(expect, dict) or not expect:
        return "expect"
    unknown = [word for word in expect if word not in _EXPECTED]
    if unknown:
        return str(unknown[0])
    if not isinstance(claim, dict):
        return "claim"
    if claim.get("benefit") != benefit.code:
        return "benefit"
    reading = read_claim(benefit, claim, date.max)
    faults = [finding.field for finding in reading.findings if finding.code != "FACT_DATES_REVERSED"]
    return next(iter((*faults, *reading.unread)), "")


def _difference(benefit: Benefit, example: Example, wrong: WrongCase) -> Values:
    """Only the words that differ, as 'gross 300'."""
    differ = [word for word in wrong.expect if wrong.expect[word] != wrong.got.get(word)]
    return {
        "benefit": benefit.code,
        "example": example.name,
        "expected": ", ".join(f"{word} {wrong.expect[word]}" for word in differ),
        "got": ", ".join(f"{word} {wrong.got.get(word)}" for word in differ),
    }
