"""What a member may claim today, what from when, what is left: and that claims then agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.eligibility.members import PAID_UP, claim, decide, paid_through, stay
from tests.domain.rulebook.nasuk import NASUK
from tests.domain.rulebook.small import benefit, small
from wangfund.domain.eligibility.assess import assess
from wangfund.domain.eligibility.entitlements import Claimable, Entitlement, entitlements
from wangfund.domain.eligibility.facts import ClaimFacts, MemberFacts, PastClaim
from wangfund.domain.eligibility.first_day import next_pay_day
from wangfund.domain.money import baht
from wangfund.domain.rulebook.model import Rulebook
from wangfund.thai.period import Period

_TODAY = date(2025, 5, 4)
_FIXED = '[[benefits.amounts]]\nkind = "fixed"\nbaht = 500\n'


def _of(
    code: str,
    member: MemberFacts = PAID_UP,
    history: Sequence[PastClaim] = (),
    today: date = _TODAY,
    rules: Rulebook = NASUK,
) -> Entitlement:
    return next(one for one in entitlements(rules, member, history, today) if one.benefit == code)


def test_every_benefit_is_told_in_the_rulebooks_order_with_its_clause() -> None:
    told = entitlements(NASUK, PAID_UP, (), _TODAY)
    assert [one.benefit for one in told] == [one.code for one in NASUK.benefits]
    assert all(one.clause and one.name for one in told)


def test_a_stay_tells_the_rate_what_is_left_and_what_to_bring() -> None:
    told = _of("HOSP", history=[PastClaim("HOSP", baht(1500), 15, event=date(2025, 2, 1))])
    assert (told.claimable, told.reason, told.first_day) == (Claimable.NOW, "OK", _TODAY)
    assert (told.amount_satang, told.rate_satang, told.unit, told.up_to_satang) == (
        None,
        baht(100),
        "night",
        baht(500),
    )
    year = next(room for room in told.rooms if room.per == "year")
    assert (year.left, year.limit, year.anew, year.benefits) == (5, 20, date(2026, 1, 1), ("HOSP", "BIRTH"))
    ceiling = told.rooms[-1]
    assert (ceiling.per, ceiling.left, ceiling.limit) == ("ceiling", baht(3500), baht(5000))
    assert (told.asks, told.deadline_days) == (("admitted",), 90)
    assert told.documents == ("ใบรับรองการนอนรักษาตัว",)


def test_waiting_tells_the_day_and_the_amount_of_that_day() -> None:
    new = replace(PAID_UP, joined=date(2025, 1, 1), birth_date=date(1980, 1, 1))
    told = _of("DEATH", new)
    assert (told.claimable, told.reason, told.first_day) == (Claimable.LATER, "WAITING", date(2025, 6, 30))
    assert (told.amount_satang, told.rises_on, told.rises_to_satang) == (
        baht(3000),
        date(2027, 1, 1),
        baht(6000),
    )
    assert _of("FUNERAL", new).claimable is Claimable.NOW
    assert _of("EDU", new).first_day == date(2026, 1, 1)


def test_a_pay_day_to_come_and_the_next_step_of_its_table() -> None:
    member = replace(PAID_UP, joined=date(2022, 6, 1))
    told = _of("ELDER", member)
    assert (told.claimable, told.reason) == (Claimable.LATER, "WRONG_PAY_DAY")
    assert (told.first_day, told.amount_satang) == (date(2026, 4, 13), baht(200))
    assert (told.rises_on, told.rises_to_satang) == (date(2028, 4, 13), baht(300))


def test_an_age_to_come_is_told_by_its_pay_day() -> None:
    member = replace(PAID_UP, birth_date=date(1970, 4, 14))
    told = _of("ELDER", member)
    assert [one.code for one in told.findings] == ["WRONG_PAY_DAY", "AGE"]
    assert told.first_day == date(2031, 4, 13)
    unknown = _of("ELDER", replace(member, birth_date=None), today=date(2025, 4, 13))
    assert (unknown.claimable, unknown.reason) == (Claimable.UNKNOWN, "FACT_MISSING")


def test_what_was_paid_this_year_comes_again_next_year() -> None:
    elder = PastClaim("ELDER", baht(500), event=date(2025, 4, 13))
    told = _of("ELDER", history=[elder])
    assert (told.claimable, told.reason, told.first_day) == (Claimable.LATER, "DUPLICATE", date(2026, 4, 13))
    disabled = _of("DISABLED", history=[replace(elder, gross_satang=baht(200))])
    assert (disabled.first_day, disabled.amount_satang) == (date(2025, 12, 3), baht(100))
    full = _of("DISABLED", history=[elder])
    assert (full.first_day, full.amount_satang) == (date(2026, 12, 3), baht(300))


def test_a_full_cap_and_a_full_ceiling_begin_anew_with_the_year() -> None:
    nights = PastClaim("HOSP", baht(2000), 20, event=date(2025, 2, 1))
    told = _of("HOSP", history=[nights])
    assert (told.claimable, told.reason, told.first_day) == (Claimable.LATER, "CAP_REACHED", date(2026, 1, 1))
    birth = _of("BIRTH", history=[nights])
    assert birth.claimable is Claimable.NOW
    visits = [PastClaim("VISIT", baht(200), event=date(2025, 2, 1))] * 2
    assert _of("VISIT", history=visits).reason == "CAP_REACHED"
    much = PastClaim("DISASTER", baht(5000), event=date(2025, 2, 1))
    for code in ("HOSP", "BIRTH", "EDU", "TRADITION"):
        told = _of(code, history=[much])
        assert (told.reason, told.first_day) == ("ANNUAL_CAP_REACHED", date(2026, 1, 1))
    assert _of("DEATH", history=[much]).claimable is Claimable.NOW
    little = _of("HOSP", history=[replace(much, gross_satang=baht(4950))])
    assert little.reason == "ANNUAL_CAP_REACHED"


def test_debts_stand_in_the_way_without_a_day_but_say_what_would_help() -> None:
    suspended = paid_through(2025, 1)
    told = _of("HOSP", suspended)
    assert (told.claimable, told.reason, told.first_day) == (Claimable.NOT, "SUSPENDED", None)
    assert told.findings[0].values["first_day_if_paid"] == "2025-06-03"
    assert _of("HOSP", paid_through(2024, 1)).reason == "LAPSED"
    assert _of("HOSP", replace(PAID_UP, coverage_known=False)).claimable is Claimable.UNKNOWN
    assert _of("VISIT", suspended).claimable is Claimable.NOW
    waits = _of("HOSP", replace(PAID_UP, reinstated=date(2025, 4, 20)))
    assert (waits.reason, waits.first_day) == ("REINSTATE_WAIT", date(2025, 5, 20))


def test_one_who_left_or_died_may_claim_nothing_and_one_to_come_waits() -> None:
    for member in (replace(PAID_UP, left=_TODAY), replace(PAID_UP, died=date(2025, 5, 3))):
        told = entitlements(NASUK, member, (), _TODAY)
        assert {(one.claimable, one.reason) for one in told} == {(Claimable.NOT, "NOT_MEMBER_AT_EVENT")}
    coming = replace(PAID_UP, joined=date(2025, 6, 1))
    assert _of("FUNERAL", coming).first_day == date(2025, 6, 1)
    assert _of("HOSP", coming).first_day == date(2025, 11, 28)
    leaving = replace(PAID_UP, joined=date(2025, 1, 1), left=date(2025, 6, 1))
    assert _of("HOSP", leaving).claimable is Claimable.NOT
    assert _of("DEATH", history=[PastClaim("DEATH", baht(1))]).claimable is Claimable.NOT


def test_before_the_rules_take_effect_their_first_day_is_told() -> None:
    rules = replace(NASUK, effective_from=date(2025, 10, 1))
    told = _of("HOSP", rules=rules)
    assert (told.claimable, told.reason, told.first_day) == (
        Claimable.LATER,
        "NO_RULE_IN_FORCE",
        date(2025, 10, 1),
    )


@pytest.mark.parametrize(
    ("days", "day", "wanted"),
    [
        ('"04-13"', date(2025, 4, 13), date(2025, 4, 13)),
        ('"04-13"', date(2025, 4, 14), date(2026, 4, 13)),
        ('"10-15", "01-15"', date(2025, 1, 16), date(2025, 10, 15)),
        ('"02-29"', date(2025, 1, 1), date(2028, 2, 29)),
    ],
)
def test_the_next_pay_day(days: str, day: date, wanted: date) -> None:
    pay = f'[benefits.pay_days]\ndays = [{days}]\nreason = "WRONG_PAY_DAY"\n'
    rules = small(benefit(pay + _FIXED))
    assert next_pay_day(rules.benefits[0], day) == wanted
    assert _of("GIFT", today=day, rules=rules).first_day == wanted


def test_days_of_other_words() -> None:
    quiet = """
[[benefits.facts]]
name = "quiet"
label = "ปีที่ไม่ได้ขอรับ"
type = "years_without_claim"
benefits = ["GIFT"]
[[benefits.conditions]]
fact = "quiet"
at_least = 3
reason = "NOT_QUIET"
"""
    past = [PastClaim("GIFT", baht(500), event=date(2024, 2, 10))]
    assert _of("GIFT", history=past, rules=small(benefit(quiet + _FIXED))).first_day == date(2027, 2, 10)
    years = '[[benefits.conditions]]\nfact = "years"\nat_least = 12\nreason = "TOO_NEW"\n'
    assert _of("GIFT", rules=small(benefit(years + _FIXED))).first_day == date(2027, 1, 1)
    paid = '[[benefits.conditions]]\nfact = "months_paid"\nat_least = 130\nreason = "TOO_NEW"\n'
    assert _of("GIFT", rules=small(benefit(paid + _FIXED))).first_day == date(2025, 11, 1)
    young = '[[benefits.conditions]]\nfact = "age"\nbelow = 60\nreason = "AGE"\n'
    assert _of("GIFT", rules=small(benefit(young + _FIXED))).claimable is Claimable.NOT
    once_a_day = '[[benefits.once]]\nper = "day"\n'
    again = _of(
        "GIFT", history=[PastClaim("GIFT", 1, event=_TODAY)], rules=small(benefit(_FIXED + once_a_day))
    )
    assert again.first_day == date(2025, 5, 5)
    other = '[benefits.exclusive_with]\nbenefits = ["CARE"]\nreason = "HAS_OTHER"\nper = "life"\n'
    two = small(benefit(_FIXED + other) + benefit(_FIXED, "CARE"))
    assert _of("GIFT", history=[PastClaim("CARE", 1, event=_TODAY)], rules=two).claimable is Claimable.NOT


_MEMBERS = st.builds(
    lambda joined, months, left, born: MemberFacts(
        joined, left=left, birth_date=born, covered=((Period.of(joined), Period.of(joined).plus(months)),)
    ),
    st.dates(date(2012, 1, 1), date(2026, 1, 1)),
    st.integers(0, 170),
    st.none() | st.dates(date(2024, 1, 1), date(2027, 1, 1)),
    st.none() | st.dates(date(1940, 1, 1), date(1990, 1, 1)),
)
_PAST = st.lists(
    st.builds(
        PastClaim,
        st.sampled_from([one.code for one in NASUK.benefits]),
        st.integers(0, baht(2500)),
        st.integers(0, 20),
        event=st.dates(date(2023, 1, 1), date(2025, 12, 31)),
    ),
    max_size=5,
)


def _asked(code: str, day: date) -> ClaimFacts:
    told: dict[str, dict[str, object]] = {
        "BIRTH": {"live": 1, "mother_is_member": False},
        "EDU": {"gpa": 4, "level": "P6", "child": "ก"},
        "DISABLED": {"disability_card": True},
        "TRADITION": {"kind": "HAJJ"},
        "DISASTER": {"damage": "partial", "house": "1"},
    }
    return stay(day, 1) if code == "HOSP" else claim(code, day, day, **told.get(code, {}))


@settings(max_examples=80)
@given(_MEMBERS, _PAST, st.dates(date(2024, 1, 1), date(2026, 12, 31)))
def test_what_is_told_is_what_a_claim_of_that_day_is_answered(
    member: MemberFacts, past: list[PastClaim], today: date
) -> None:
    for told in entitlements(NASUK, member, past, today):
        asked = _asked(told.benefit, today)
        answer = decide(replace(asked, claimed_on=today), member, past)
        assert (told.claimable is Claimable.NOW) == (
            answer.reason in {"OK", "CAPPED", "TOP_UP", "CAPPED_ANNUAL"}
        )
        if told.claimable is not Claimable.NOW:
            assert (told.reason, told.claimable is Claimable.UNKNOWN) == (
                answer.reason,
                answer.reason == "FACT_MISSING",
            )
        elif told.amount_satang is not None:
            assert told.amount_satang == answer.gross_satang
        if told.claimable is Claimable.LATER and told.first_day is not None:
            paying = replace(member, covered=(*member.covered, (Period.of(member.joined), Period(2100, 1))))
            then = _asked(told.benefit, told.first_day)
            assert assess(NASUK, then, paying, past).gross_satang > 0
            before = told.first_day - timedelta(days=1)
            if before >= today:
                assert assess(NASUK, _asked(told.benefit, before), paying, past).gross_satang == 0
