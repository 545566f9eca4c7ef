"""What deciding costs: 3,000 members asked about every benefit with all reasons, and one member at the counter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from time import process_time

from tests.bench.figure import Figure
from tests.domain.eligibility.members import PAID_UP, claim
from tests.domain.rulebook.nasuk import NASUK
from wangfund.domain.dues.coverage import Range
from wangfund.domain.eligibility.assess import assess, assess_all
from wangfund.domain.eligibility.assessment import Assessment, Result
from wangfund.domain.eligibility.entitlements import entitlements
from wangfund.domain.eligibility.facts import ClaimFacts, MemberFacts, PastClaim
from wangfund.domain.money import baht
from wangfund.thai.period import Period

_MEMBERS = 3_000
_EVENT = date(2025, 5, 4)
_MONTHS_BY_RECEIPT = (1, 3, 6, 12)
_TOLD: dict[str, dict[str, object]] = {
    "BIRTH": {"live": 1, "mother_is_member": True, "nights": 3, "child": "บุตร"},
    "HOSP": {"admitted": _EVENT - timedelta(days=3)},
    "DISABLED": {"disability_card": True},
    "EDU": {"level": "P6", "child": "บุตร", "gpa": 4},
    "TRADITION": {"kind": "HAJJ"},
    "DISASTER": {"damage": "total", "house": "1"},
}
_PAST = (
    PastClaim("HOSP", baht(300), 3, None, date(2025, 1, 3)),
    PastClaim("ELDER", baht(300), 0, None, date(2024, 4, 13)),
    PastClaim("EDU", baht(500), 0, None, date(2023, 4, 13)),
    PastClaim("HOSP", baht(800), 8, None, date(2022, 9, 9)),
)


def figures() -> list[Figure]:
    """The promised figures: the whole fund within a second, one member within five milliseconds."""
    told = measure()
    floor = told["building 30,000 answers"]
    whole = Figure("3,000 members x 10 benefits", told["3,000 members x 10 benefits"], floor, None, 1.0)
    one = Figure("one member, 10 benefits", told["one member, 10 benefits"], floor / _MEMBERS, None, 0.005)
    asked = told["one member, what may be claimed"]
    return [whole, one, Figure("one member, what may be claimed", asked, floor / _MEMBERS, None, 0.005)]


def measure() -> dict[str, float]:
    """Seconds of processor time, the best of three; the floor builds as many answers without deciding."""
    people = _people()
    claims = _claims()
    return {
        "3,000 members x 10 benefits": _best(lambda: _decide(people, claims)),
        "3,000 members, what may be claimed": _best(lambda: _ask(people)),
        "one member, 10 benefits": _best(lambda: _decide(people[:100], claims)) / 100,
        "one member, what may be claimed": _best(lambda: _ask(people[:100])) / 100,
        "one claim alone": _best(lambda: _decide_alone(people[:100], claims)) / (100 * len(claims)),
        "building 30,000 answers": _best(lambda: _build(len(people) * len(claims))),
    }


def _people() -> list[MemberFacts]:
    """Joined one a day from 2012 on, paying by the month, quarter, half or year; some owe, some wait."""
    people = []
    for place in range(_MEMBERS):
        joined = date(2012, 1, 1) + timedelta(days=place * 4867 // _MEMBERS)
        start = Period.of(joined)
        months = _MONTHS_BY_RECEIPT[place % 4]
        last = Period.of(_EVENT).index + (3, -2, 3, -4, 3)[place % 5]
        covered: tuple[Range, ...] = tuple(
            (Period.from_index(first), Period.from_index(first + months - 1))
            for first in range(start.index, last, months)
        )
        people.append(replace(PAID_UP, joined=joined, covered=covered))
    return people


def _claims() -> list[ClaimFacts]:
    return [claim(benefit.code, _EVENT, None, **_TOLD.get(benefit.code, {})) for benefit in NASUK.benefits]


def _decide(people: list[MemberFacts], claims: list[ClaimFacts]) -> None:
    for member in people:
        assess_all(NASUK, claims, member, _PAST)


def _decide_alone(people: list[MemberFacts], claims: list[ClaimFacts]) -> None:
    for member in people:
        for asked in claims:
            assess(NASUK, asked, member, _PAST)


def _ask(people: list[MemberFacts]) -> None:
    for member in people:
        entitlements(NASUK, member, _PAST, _EVENT)


def _build(answers: int) -> None:
    for _ in range(answers):
        Assessment(Result.REFUSE, "WAITING")


def _best(work: object) -> float:
    assert callable(work)
    found = []
    for _ in range(3):
        started = process_time()
        work()
        found.append(process_time() - started)
    return min(found)
