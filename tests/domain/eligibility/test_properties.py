"""What must hold whatever comes in (rulebook 9.8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.eligibility.members import as_past, claim, decide, stay
from tests.domain.rulebook.nasuk import NASUK
from wangfund.domain.eligibility.assess import assess, rulebook_for
from wangfund.domain.eligibility.assessment import Assessment, Result
from wangfund.domain.eligibility.facts import ClaimFacts, MemberFacts, PastClaim
from wangfund.domain.money import baht
from wangfund.thai.period import Period

_DAYS = st.dates(date(2020, 1, 1), date(2027, 12, 31))
_PERIODS = st.builds(Period, st.integers(2018, 2028), st.integers(1, 12))
_RANGES = st.lists(
    st.tuples(_PERIODS, st.integers(0, 80)).map(lambda pair: (pair[0], pair[0].plus(pair[1]))), max_size=4
).map(tuple)
_MEMBERS = st.builds(
    MemberFacts,
    joined=st.dates(date(2010, 1, 1), date(2026, 1, 1)),
    left=st.none() | _DAYS,
    died=st.none() | _DAYS,
    birth_date=st.none() | st.dates(date(1930, 1, 1), date(2000, 1, 1)),
    coverage_known=st.booleans(),
    covered=_RANGES,
    exempt=_RANGES,
    paid_since=_RANGES,
    reinstated=st.none() | _DAYS,
)
_VALUES = st.dictionaries(
    st.sampled_from(["admitted", "nights", "live", "mother_is_member", "gpa", "damage", "level", "value"]),
    st.integers(-5, 40)
    | st.booleans()
    | _DAYS
    | st.sampled_from(["total", "P6", ""])
    | st.decimals(0, 4, places=2),
)
_CODES = st.sampled_from([benefit.code for benefit in NASUK.benefits] + ["LOAN"])
_CLAIMS = st.builds(
    ClaimFacts,
    benefit=_CODES,
    event=_DAYS,
    claimed_on=_DAYS,
    values=_VALUES,
    key=st.none() | st.sampled_from(["A", "B"]),
    missing_documents=st.sampled_from([(), (), ("ใบรับรอง",)]),
    payee_is_heir=st.booleans(),
)
_PAST = st.lists(
    st.builds(
        PastClaim,
        benefit=_CODES,
        gross_satang=st.integers(0, baht(6000)),
        units=st.integers(0, 25),
        key=st.none() | st.sampled_from(["A", "B"]),
        event=st.none() | _DAYS,
        year=st.none() | st.integers(2020, 2027),
    ),
    max_size=5,
)


@settings(max_examples=400)
@given(_CLAIMS, _MEMBERS, _PAST)
def test_any_facts_get_an_answer_that_adds_up(
    asked: ClaimFacts, member: MemberFacts, past: Sequence[PastClaim]
) -> None:
    answer = assess(NASUK, asked, member, past)
    assert answer == assess(NASUK, asked, member, past)
    assert 0 <= answer.setoff_satang <= answer.gross_satang
    assert answer.net_satang == answer.gross_satang - answer.setoff_satang
    if answer.gross_satang:
        assert sum(step.amount_satang for step in answer.steps) == answer.net_satang
    if answer.result is Result.PAY:
        assert answer.gross_satang > 0
        benefit = NASUK.benefit(asked.benefit)
        assert benefit is not None
        if benefit.code not in {"FUNERAL", "VISIT"}:
            assert (asked.event - member.joined).days >= 180
        assert asked.key is None or asked.key not in {one.key for one in past}
    else:
        assert answer.findings[0].code == answer.reason
        assert answer.gross_satang == 0 or answer.reason == "HEIR_RESOLUTION"


@given(
    st.dates(date(2010, 1, 1), date(2026, 1, 1)),
    st.dates(date(1930, 1, 1), date(1990, 1, 1)),
    st.integers(180, 9000),
    st.integers(0, 4000),
)
def test_more_years_never_lower_the_amount_at_death(joined: date, born: date, days: int, more: int) -> None:
    member = MemberFacts(joined, birth_date=born, covered=((Period.of(joined), Period(2099, 12)),))
    early = decide(claim("DEATH", joined + timedelta(days=days)), member)
    late = decide(claim("DEATH", joined + timedelta(days=days + more)), member)
    assert 0 < early.gross_satang <= late.gross_satang


_EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["HOSP", "BIRTH", "EDU", "TRADITION", "DISASTER", "ELDER", "DISABLED", "FUNERAL"]),
        st.integers(0, 700),
        st.integers(0, 14),
        st.sampled_from(["total", "partial"]),
        st.sampled_from(["ORDAIN", "HAJJ", "WEDDING"]),
    ),
    max_size=25,
)


def _asked(row: tuple[str, int, int, str, str]) -> ClaimFacts:
    code, days, nights, damage, kind = row
    event = date(2024, 1, 1) + timedelta(days=days)
    if code == "HOSP":
        return stay(event, nights)
    if code == "BIRTH":
        return claim(code, event, live=1, mother_is_member=True, nights=nights, child=str(days))
    if code in {"ELDER", "DISABLED"}:
        event = event.replace(month=4, day=13) if code == "ELDER" else event.replace(month=12, day=3)
        return claim(code, event, disability_card=True)
    facts: dict[str, dict[str, object]] = {
        "EDU": {"gpa": 4, "level": "P6", "child": str(days)},
        "DISASTER": {"damage": damage},
    }
    told: dict[str, object] = facts.get(code, {"kind": kind})
    return claim(code, event, None, **told)


def _replay(rows: Sequence[tuple[str, int, int, str, str]]) -> list[tuple[ClaimFacts, Assessment]]:
    member = MemberFacts(
        date(2015, 1, 1), birth_date=date(1950, 1, 1), covered=((Period(2015, 1), Period(2099, 12)),)
    )
    ledger: list[tuple[ClaimFacts, Assessment]] = []
    for asked in sorted(map(_asked, rows), key=lambda one: (one.claimed_on, one.benefit, str(one.key))):
        past = [as_past(*one) for one in ledger if one[1].result is Result.PAY]
        ledger.append((asked, decide(asked, member, past)))
    return ledger


@settings(max_examples=60)
@given(_EVENTS)
def test_no_year_pays_more_than_its_caps_and_no_event_twice(
    rows: list[tuple[str, int, int, str, str]],
) -> None:
    ledger = _replay(rows)
    paid = [one for one in ledger if one[1].result is Result.PAY]
    for year in (2023, 2024, 2025, 2026):
        mine = [one for one in paid if one[0].event.year == year]
        assert sum(answer.units for _, answer in mine) <= 20
        assert sum(answer.gross_satang for asked, answer in mine if asked.benefit != "FUNERAL") <= baht(5000)
    keys = [asked.key for asked, _ in paid if asked.key is not None]
    assert len(keys) == len(set(keys))
    assert ledger == _replay(rows)


@given(st.integers(0, 14), st.integers(0, 14), st.integers(1, 10))
def test_paying_more_never_loses_a_right_without_reinstatement(paid: int, more: int, nights: int) -> None:
    joined = date(2023, 1, 15)
    event = date(2024, 5, 20)
    start = Period.of(joined)

    def answer(months: int) -> Assessment:
        covered = ((start, start.plus(months)),)
        return decide(stay(event, nights), MemberFacts(joined, birth_date=None, covered=covered))

    if answer(paid).result is Result.PAY:
        assert answer(paid + more).result is Result.PAY
        assert answer(paid + more).net_satang >= answer(paid).net_satang


@given(_CLAIMS, _MEMBERS, _PAST)
def test_rules_that_take_effect_after_the_event_change_nothing(
    asked: ClaimFacts, member: MemberFacts, past: Sequence[PastClaim]
) -> None:
    later = replace(NASUK, version=2, effective_from=asked.event + timedelta(days=1), benefits=())
    assert assess(rulebook_for([NASUK, later], asked.event), asked, member, past) == assess(
        NASUK, asked, member, past
    )
