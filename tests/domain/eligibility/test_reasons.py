"""Each reason code by an example a treasurer would recognise, with what would change the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.eligibility.members import PAID_UP, as_past, claim, decide, paid_through, stay, told_values
from tests.domain.rulebook.nasuk import NASUK
from wangfund.domain.eligibility.assess import assess, rulebook_for
from wangfund.domain.eligibility.assessment import Result
from wangfund.domain.eligibility.facts import ClaimFacts, MemberFacts, PastClaim, Whose
from wangfund.domain.errors import Severity
from wangfund.domain.money import baht
from wangfund.thai.period import Period

_MAY = date(2025, 5, 4)
_SONGKRAN = date(2025, 4, 13)
_DISABLED_DAY = date(2025, 12, 3)


def test_a_stay_is_paid_by_the_night() -> None:
    answer = decide(stay(_MAY, 3))
    assert (answer.result, answer.reason, answer.clause) == (Result.PAY, "OK", "ข้อ 15.2")
    assert (answer.gross_satang, answer.units, answer.net_satang) == (baht(300), 3, baht(300))
    assert [(step.code, step.amount_satang) for step in answer.steps] == [("AMOUNT_PER_UNIT", baht(300))]


def test_the_same_certificate_twice_is_a_duplicate_that_shows_the_other() -> None:
    first = PastClaim("HOSP", baht(300), 3, "HOSP|2025-05-01|2025-05-04", _MAY, ref="12/2568")
    answer = decide(stay(_MAY, 3), history=[first])
    assert answer.reason == "DUPLICATE"
    assert told_values(answer)["other_claim"] == "12/2568"
    assert decide(stay(_MAY, 3), history=[replace(first, counts=False)]).reason == "OK"
    assert decide(stay(_MAY, 3), history=[replace(first, whose=Whose.OTHER)]).reason == "OK"


def test_the_other_parent_cannot_claim_the_same_child() -> None:
    born = claim("BIRTH", _MAY, live=1, child="1-0000-00000-01-1")
    past = PastClaim("BIRTH", baht(500), 0, born.key, _MAY, whose=Whose.OTHER)
    assert decide(born, history=[past]).reason == "DUPLICATE"


def test_a_death_is_paid_once_even_after_rejoining() -> None:
    past = PastClaim("DEATH", baht(3000), event=date(2020, 1, 1))
    assert decide(claim("DEATH", _MAY), history=[past]).reason == "DUPLICATE"


def test_elders_are_paid_once_a_year() -> None:
    past = PastClaim("ELDER", baht(500), event=_SONGKRAN)
    assert decide(claim("ELDER", _SONGKRAN), history=[past]).reason == "DUPLICATE"
    assert decide(claim("ELDER", date(2026, 4, 13)), history=[past]).reason == "OK"


def test_a_claim_before_its_event_is_refused() -> None:
    assert decide(stay(_MAY, 3, date(2025, 5, 3))).reason == "CLAIM_BEFORE_EVENT"


@pytest.mark.parametrize(
    "member",
    [
        replace(PAID_UP, joined=date(2025, 5, 5)),
        replace(PAID_UP, left=_MAY),
        replace(PAID_UP, died=date(2025, 5, 3)),
        replace(PAID_UP, died=date(2025, 5, 9), left=date(2025, 5, 1)),
    ],
)
def test_an_event_outside_the_membership_is_refused(member: MemberFacts) -> None:
    answer = decide(stay(_MAY, 3), member)
    assert answer.reason == "NOT_MEMBER_AT_EVENT"
    assert [one.code for one in answer.findings] == ["NOT_MEMBER_AT_EVENT"]


def test_the_day_of_death_is_a_member_day() -> None:
    assert decide(claim("DEATH", _MAY), replace(PAID_UP, died=_MAY)).reason == "OK"


def test_waiting_tells_the_first_day() -> None:
    member = replace(PAID_UP, joined=date(2025, 1, 1))
    answer = decide(stay(date(2025, 6, 29), 3), member)
    assert (answer.reason, answer.first_day, answer.clause) == ("WAITING", date(2025, 6, 30), "ข้อ 9")
    assert decide(stay(date(2025, 6, 30), 3), member).reason == "OK"


def test_a_minimum_of_years_tells_the_anniversary() -> None:
    member = replace(PAID_UP, joined=date(2024, 2, 29))
    answer = decide(claim("TRADITION", date(2025, 2, 27), kind="WEDDING"), member)
    assert (answer.reason, answer.first_day) == ("WAITING", date(2025, 2, 28))
    assert decide(claim("TRADITION", date(2025, 2, 28), kind="WEDDING"), member).reason == "OK"


def test_arrears_set_off_suspend_and_lapse() -> None:
    two = decide(stay(date(2025, 5, 10), 3), paid_through(2025, 2))
    assert (two.reason, two.setoff_satang, two.net_satang) == ("OK", baht(60), baht(240))
    assert two.setoff.ranges == ((Period(2025, 3), Period(2025, 4)),)
    assert sum(step.amount_satang for step in two.steps) == two.net_satang
    three = decide(stay(date(2025, 6, 1), 2), paid_through(2025, 2))
    assert (three.reason, three.arrears_months, three.first_day) == ("SUSPENDED", 3, None)
    assert told_values(three)["first_day_if_paid"] == "2025-07-06"
    assert decide(stay(date(2025, 6, 1), 2), paid_through(2024, 5)).reason == "LAPSED"


def test_rights_return_on_day_thirty() -> None:
    member = replace(PAID_UP, reinstated=date(2025, 6, 1))
    early = decide(stay(date(2025, 6, 30), 2), member)
    assert (early.reason, early.first_day) == ("REINSTATE_WAIT", date(2025, 7, 1))
    assert decide(stay(date(2025, 7, 1), 2), member).reason == "OK"


def test_a_late_claim_tells_the_last_day() -> None:
    assert decide(stay(_MAY, 3, date(2025, 8, 2))).reason == "OK"
    late = decide(stay(_MAY, 3, date(2025, 8, 3)))
    assert (late.reason, late.last_day) == ("LATE_CLAIM", date(2025, 8, 2))


def test_a_missing_paper_leaves_it_pending() -> None:
    answer = decide(claim("HOSP", _MAY, admitted=date(2025, 5, 1), missing_docs=["ใบรับรองการนอนรักษาตัว"]))
    assert (answer.result, answer.reason, answer.gross_satang) == (Result.PENDING, "DOC_MISSING", 0)
    assert answer.missing == ("ใบรับรองการนอนรักษาตัว",)


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (stay(_MAY, 0), "NO_NIGHT"),
        (claim("BIRTH", _MAY, live=0, mother_is_member=True, nights=3), "NO_LIVE_BIRTH"),
        (claim("ELDER", date(2025, 4, 14)), "WRONG_PAY_DAY"),
        (claim("DISABLED", _DISABLED_DAY), "NO_DISABILITY_CARD"),
        (claim("DISABLED", _SONGKRAN, disability_card=True), "WRONG_PAY_DAY"),
        (claim("EDU", _MAY, gpa="3.49", level="P6", child="x"), "GPA"),
    ],
)
def test_a_benefits_own_condition_says_its_own_reason(asked: ClaimFacts, reason: str) -> None:
    answer = decide(asked)
    assert (answer.result, answer.reason) == (Result.REFUSE, reason)
    assert answer.clause


def test_elders_must_be_sixty_and_members_for_three_years() -> None:
    young = replace(PAID_UP, birth_date=date(1965, 4, 14))
    assert decide(claim("ELDER", _SONGKRAN), young).reason == "AGE"
    assert decide(claim("ELDER", _SONGKRAN), replace(young, birth_date=_years_ago(60))).reason == "OK"
    new = replace(PAID_UP, joined=date(2022, 4, 14))
    answer = decide(claim("ELDER", _SONGKRAN), new)
    assert (answer.reason, answer.first_day) == ("WAITING", date(2025, 4, 14))


def _years_ago(years: int) -> date:
    return date(_SONGKRAN.year - years, 4, 13)


def test_the_disabled_are_topped_up_after_the_elders() -> None:
    asked = claim("DISABLED", _DISABLED_DAY, disability_card=True)
    assert decide(asked).gross_satang == baht(300)
    elder = PastClaim("ELDER", baht(200), event=_SONGKRAN)
    topped = decide(asked, history=[elder])
    assert (topped.reason, topped.gross_satang) == ("TOP_UP", baht(100))
    full = decide(asked, history=[replace(elder, gross_satang=baht(300))])
    assert (full.result, full.reason) == (Result.REFUSE, "EXCLUSIVE_WITH_ELDER")
    assert decide(asked, history=[replace(elder, event=date(2024, 4, 13))]).reason == "OK"


def test_caps_of_the_stay_and_of_the_year() -> None:
    assert decide(stay(_MAY, 14)).gross_satang == baht(1000)
    assert decide(stay(_MAY, 14)).reason == "CAPPED"
    used = PastClaim("HOSP", baht(1500), 15, event=date(2025, 1, 20))
    cut = decide(stay(_MAY, 8), history=[used])
    assert (cut.reason, cut.units, cut.gross_satang) == ("CAPPED", 5, baht(500))
    none = decide(stay(_MAY, 8), history=[replace(used, units=20)])
    assert (none.result, none.reason) == (Result.REFUSE, "CAP_REACHED")


def test_nights_of_a_birth_count_in_the_twenty() -> None:
    born = PastClaim("BIRTH", baht(1000), 5, event=date(2025, 1, 20))
    used = PastClaim("HOSP", baht(1000), 10, event=date(2025, 2, 20))
    assert decide(stay(_MAY, 8), history=[born, used]).units == 5
    twins = claim("BIRTH", _MAY, live=2, mother_is_member=True, nights=7)
    assert (decide(twins).gross_satang, decide(twins).units) == (baht(1500), 5)
    cut = decide(twins, history=[replace(used, units=18)])
    assert (cut.reason, cut.gross_satang, cut.units) == ("CAPPED", baht(1200), 2)
    father = claim("BIRTH", _MAY, live=1, mother_is_member=False, nights=3)
    assert (decide(father).gross_satang, decide(father).reason) == (baht(500), "OK")


def test_the_yearly_ceiling_pays_whole_nights_only() -> None:
    used = PastClaim("DISASTER", baht(4750), event=date(2025, 1, 5))
    answer = decide(stay(_MAY, 3), history=[used])
    assert (answer.reason, answer.units, answer.gross_satang) == ("CAPPED_ANNUAL", 2, baht(200))
    less = decide(stay(_MAY, 3), history=[replace(used, gross_satang=baht(4950))])
    assert (less.result, less.reason) == (Result.REFUSE, "ANNUAL_CAP_REACHED")


def test_the_yearly_ceiling_cuts_a_birth_at_the_nights_first() -> None:
    born = claim("BIRTH", _MAY, live=1, mother_is_member=True, nights=5)
    used = PastClaim("DISASTER", baht(4350), event=date(2025, 1, 5))
    one = decide(born, history=[used])
    assert (one.reason, one.gross_satang, one.units) == ("CAPPED_ANNUAL", baht(600), 1)
    none = decide(born, history=[replace(used, gross_satang=baht(4700))])
    assert (none.gross_satang, none.units) == (baht(300), 0)


def test_deaths_and_funerals_stand_outside_the_ceiling() -> None:
    used = PastClaim("DISASTER", baht(5000), event=date(2025, 1, 5))
    assert decide(claim("DEATH", _MAY), history=[used]).gross_satang == baht(15_000)
    assert decide(claim("FUNERAL", _MAY), history=[used]).gross_satang == baht(500)
    assert decide(claim("EDU", _MAY, gpa=4, level="P6"), history=[used]).reason == "ANNUAL_CAP_REACHED"
    paid = PastClaim("DEATH", baht(20_000), event=date(2025, 1, 5))
    assert decide(stay(_MAY, 3), history=[paid]).reason == "OK"


def test_another_claimant_waits_for_the_heirs_with_the_amount_shown() -> None:
    asked = replace(claim("DEATH", _MAY), payee_is_heir=False)
    answer = decide(asked, paid_through(2025, 2))
    assert (answer.result, answer.reason) == (Result.PENDING, "HEIR_RESOLUTION")
    assert (answer.gross_satang, answer.net_satang) == (baht(15_000), baht(14_940))
    assert answer.findings[0].severity is Severity.WARNING
    late = replace(asked, claimed_on=date(2026, 1, 1))
    assert decide(late).reason == "LATE_CLAIM"


def test_a_stay_of_one_who_died_since_is_claimed_by_the_heir() -> None:
    asked = replace(stay(_MAY, 3), payee_is_heir=False)
    assert decide(asked).reason == "OK"
    assert decide(asked, replace(PAID_UP, died=date(2025, 5, 6))).reason == "HEIR_RESOLUTION"


@pytest.mark.parametrize(
    ("asked", "member", "fact"),
    [
        (stay(_MAY, 3), replace(PAID_UP, coverage_known=False), "coverage"),
        (claim("ELDER", _SONGKRAN), replace(PAID_UP, birth_date=None), "birth_date"),
        (claim("DEATH", _MAY), replace(PAID_UP, birth_date=None), "birth_date"),
        (claim("HOSP", _MAY), PAID_UP, "admitted"),
        (claim("BIRTH", _MAY, mother_is_member=True), PAID_UP, "live"),
        (claim("EDU", _MAY, level="P6"), PAID_UP, "gpa"),
        (claim("DISASTER", _MAY), PAID_UP, "damage"),
    ],
)
def test_an_unknown_fact_leaves_it_pending_and_is_named(
    asked: ClaimFacts, member: MemberFacts, fact: str
) -> None:
    answer = decide(asked, member)
    assert (answer.result, answer.reason, answer.missing) == (Result.PENDING, "FACT_MISSING", (fact,))


def test_an_unknown_fact_is_asked_only_at_the_step_that_needs_it() -> None:
    late = stay(_MAY, 3, date(2026, 1, 1))
    assert decide(late, replace(PAID_UP, birth_date=None)).reason == "LATE_CLAIM"
    assert decide(late, replace(PAID_UP, coverage_known=False)).reason == "FACT_MISSING"
    assert decide(claim("ELDER", _MAY), replace(PAID_UP, birth_date=None)).reason == "WRONG_PAY_DAY"


def test_all_failures_are_told_in_the_order_of_decision() -> None:
    member = paid_through(2024, 12, joined=date(2024, 12, 15))
    asked = claim("HOSP", _MAY, date(2026, 1, 1), admitted=_MAY, missing_docs=["ใบรับรอง"])
    answer = decide(asked, member)
    assert [one.code for one in answer.findings] == [
        "WAITING",
        "SUSPENDED",
        "LATE_CLAIM",
        "DOC_MISSING",
        "NO_NIGHT",
    ]
    assert (answer.result, answer.reason) == (Result.REFUSE, "WAITING")


def test_a_visit_is_in_kind_and_twice_a_year() -> None:
    suspended = paid_through(2020, 1)
    asked = claim("VISIT", _MAY, value=350)
    answer = decide(asked, suspended)
    assert (answer.reason, answer.gross_satang, answer.setoff_satang) == ("OK", baht(200), 0)
    past = as_past(asked, answer)
    assert decide(asked, history=[past]).reason == "OK"
    assert decide(asked, history=[past, past]).reason == "CAP_REACHED"


def test_no_rule_in_force_and_no_such_benefit() -> None:
    assert decide(stay(date(2009, 12, 31), 3)).reason == "NO_RULE_IN_FORCE"
    assert assess(None, stay(_MAY, 3), PAID_UP, ()).reason == "NO_RULE_IN_FORCE"
    assert decide(ClaimFacts("LOAN", _MAY, _MAY)).reason == "NO_SUCH_BENEFIT"


def test_the_events_day_picks_the_version() -> None:
    newer = replace(NASUK, version=2, effective_from=date(2026, 1, 1))
    assert rulebook_for([newer, NASUK], date(2025, 12, 31)) is NASUK
    assert rulebook_for([newer, NASUK], date(2026, 1, 1)) is newer
    assert rulebook_for([newer], date(2025, 12, 31)) is None


def test_an_event_that_cannot_be_named_is_paid_with_a_warning() -> None:
    """Without the child nobody could see that the same level was paid already."""
    answer = decide(claim("EDU", date(2025, 5, 4), gpa=4, level="P6"))
    assert (answer.result, answer.reason) == (Result.PAY, "OK")
    (warning,) = [one for one in answer.findings if one.severity is Severity.WARNING]
    assert (warning.code, warning.field) == ("EVENT_UNNAMED", "child")
    named = decide(claim("EDU", date(2025, 5, 4), gpa=4, level="P6", child="ก"))
    assert named.findings == ()
    assert decide(claim("FUNERAL", date(2025, 5, 4))).findings == ()


def test_a_key_told_names_the_event_only_where_the_facts_do_not() -> None:
    told = claim("EDU", date(2025, 5, 4), gpa=4, level="P6", key="EDU|P6|ก")
    assert told.key == "EDU|P6|ก"
    assert decide(told).findings == ()
    assert claim("EDU", date(2025, 5, 4), gpa=4, level="P6", child="ข", key="EDU|P6|ก").key == "EDU|P6|ข"
    assert claim("FUNERAL", date(2025, 5, 4), key="x").key is None
