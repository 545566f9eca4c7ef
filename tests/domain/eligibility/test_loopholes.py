"""What someone might try: paying after the event, part payments, set-offs twice, unpaid approvals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.domain.eligibility.members import PAID_UP, as_past, claim, decide, paid_through, stay, told_values
from tests.domain.rulebook.nasuk import NASUK
from wangfund.domain.dues.coverage import Range
from wangfund.domain.eligibility.facts import PastClaim
from wangfund.domain.eligibility.set_off import set_off
from wangfund.domain.eligibility.standing import (
    Cause,
    Covering,
    Status,
    reinstated_on,
    spell_start,
    standing_on,
)
from wangfund.domain.money import baht
from wangfund.domain.rulebook.model import Start
from wangfund.thai.period import Period

_RULES = NASUK.membership
_JOINED = date(2024, 1, 1)


def _paid(day: date, first: tuple[int, int], last: tuple[int, int], cause: Cause = Cause.PAYMENT) -> Covering:
    ranges: tuple[Range, ...] = ((Period(*first), Period(*last)),)
    return Covering(day, cause, ranges)


def test_paying_after_the_death_cures_nothing() -> None:
    died = date(2025, 6, 20)
    suspended = replace(paid_through(2025, 2), died=died, paid_since=((Period(2025, 3), Period(2025, 6)),))
    assert decide(claim("DEATH", died, date(2025, 6, 25)), suspended).reason == "SUSPENDED"


def test_months_paid_since_the_event_are_not_set_off_again() -> None:
    member = paid_through(2025, 3)
    asked = claim("DEATH", date(2025, 6, 20))
    first = decide(asked, member)
    assert (first.setoff_satang, first.net_satang) == (baht(60), baht(14_940))
    one_paid = replace(member, paid_since=((Period(2025, 4), Period(2025, 4)),))
    later = decide(asked, one_paid)
    assert (later.gross_satang, later.setoff_satang) == (first.gross_satang, baht(30))
    assert later.setoff.ranges == ((Period(2025, 5), Period(2025, 5)),)
    all_paid = replace(member, paid_since=((Period(2025, 4), Period(2026, 3)),))
    assert decide(asked, all_paid).setoff_satang == 0


def test_two_claims_do_not_set_off_the_same_months() -> None:
    member = paid_through(2025, 2)
    one, two = stay(date(2025, 5, 10), 3), stay(date(2025, 5, 20), 3)
    first = decide(one, member)
    after = replace(member, paid_since=first.setoff.ranges)
    second = decide(two, after, [as_past(one, first)])
    assert (first.setoff_satang, second.setoff_satang) == (baht(60), 0)


def test_a_set_off_never_exceeds_the_gross_and_its_rest_is_credit() -> None:
    benefit = NASUK.benefit("HOSP")
    assert benefit is not None
    member = replace(paid_through(2024, 10), exempt=((Period(2025, 5), Period(2025, 5)),))
    kept = set_off(NASUK, benefit, baht(100), stay(date(2025, 5, 10), 1), member)
    assert (kept.amount_satang, kept.months, kept.credit_satang) == (baht(100), 3, baht(10))


def test_a_part_payment_out_of_suspension_reinstates_only_below_three() -> None:
    paid = _paid(date(2024, 1, 5), (2024, 1), (2024, 2))
    little = _paid(date(2024, 8, 1), (2024, 3), (2024, 4))
    enough = _paid(date(2024, 8, 20), (2024, 5), (2024, 5))
    assert reinstated_on(_RULES, _JOINED, [paid, little]) is None
    assert reinstated_on(_RULES, _JOINED, [paid, little, enough]) == date(2024, 8, 20)
    assert reinstated_on(_RULES, _JOINED, [paid, little, enough], before=date(2024, 8, 20)) is None


def test_paying_when_never_suspended_reinstates_nothing() -> None:
    paid = _paid(date(2024, 1, 5), (2024, 1), (2024, 2))
    assert reinstated_on(_RULES, _JOINED, [paid, _paid(date(2024, 5, 31), (2024, 3), (2024, 12))]) is None


def test_neither_set_off_nor_waiver_reinstates() -> None:
    for cause in (Cause.SET_OFF, Cause.WAIVER, Cause.EXEMPT):
        assert reinstated_on(_RULES, _JOINED, [_paid(date(2024, 9, 1), (2024, 1), (2024, 8), cause)]) is None


def test_a_payment_on_the_events_own_day_cures_nothing() -> None:
    coverings = [_paid(date(2024, 1, 5), (2024, 1), (2024, 1)), _paid(date(2024, 9, 1), (2024, 2), (2024, 9))]
    event = date(2024, 9, 1)
    before = tuple(one for covering in coverings if covering.day < event for one in covering.ranges)
    member = replace(
        PAID_UP,
        joined=_JOINED,
        covered=before,
        paid_since=coverings[1].ranges,
        reinstated=reinstated_on(_RULES, _JOINED, coverings, before=event),
    )
    assert decide(stay(event, 3), member).reason == "SUSPENDED"


def test_an_approval_not_yet_paid_fills_the_cap() -> None:
    approved = PastClaim("DISASTER", baht(3000), event=date(2025, 3, 1))
    more = PastClaim("HOSP", baht(2000), 20, event=date(2025, 3, 1))
    asked = claim("TRADITION", date(2025, 5, 4), kind="HAJJ")
    assert decide(asked, history=[approved, more]).reason == "ANNUAL_CAP_REACHED"
    assert decide(asked, history=[approved, replace(more, counts=False)]).reason == "OK"


def test_while_an_exemption_runs_old_arrears_neither_suspend_nor_lapse() -> None:
    exempt = ((Period(2025, 1), Period(2025, 6)),)
    member = replace(paid_through(2023, 6), exempt=exempt)
    runs = decide(stay(date(2025, 6, 30), 10), member)
    assert (runs.reason, runs.arrears_months, runs.setoff_satang) == ("OK", 18, baht(540))
    ended = decide(stay(date(2025, 7, 1), 10), member)
    assert (ended.reason, ended.arrears_months) == ("LAPSED", 18)
    few = replace(paid_through(2024, 10), exempt=exempt)
    assert decide(stay(date(2025, 8, 31), 10), few).reason == "SUSPENDED"
    assert decide(stay(date(2025, 7, 31), 10), few).reason == "OK"


def test_a_refusal_before_reinstatement_tells_the_day_rights_return() -> None:
    answer = decide(stay(date(2025, 5, 4), 3), replace(PAID_UP, reinstated=date(2025, 6, 1)))
    assert (answer.reason, answer.first_day) == ("SUSPENDED", date(2025, 7, 1))
    assert told_values(answer)["reinstated"] == "2025-06-01"


def test_the_standing_of_a_member_day_by_day() -> None:
    covered = ((Period(2024, 1), Period(2024, 3)),)

    def status(day: date, **more: Any) -> Status:
        return standing_on(day, _RULES, _JOINED, covered, **more).status

    assert status(date(2023, 12, 31)) is Status.NOT_YET
    assert status(date(2024, 4, 30)) is Status.WAITING
    assert status(date(2024, 6, 30)) is Status.OWING
    assert status(date(2024, 7, 1)) is Status.SUSPENDED
    assert status(date(2025, 3, 31)) is Status.SUSPENDED
    assert status(date(2025, 4, 1)) is Status.LAPSED
    assert status(date(2025, 4, 1), coverage_known=False) is Status.UNKNOWN_COVERAGE
    assert status(date(2025, 4, 1), left=date(2025, 4, 1)) is Status.LEFT
    assert status(date(2025, 4, 1), died=date(2025, 3, 31)) is Status.LEFT
    assert status(date(2025, 3, 31), died=date(2025, 3, 31)) is Status.SUSPENDED
    assert status(date(2025, 4, 1), exempt=((Period(2025, 1), Period(2025, 4)),)) is Status.OWING
    assert status(date(2024, 6, 30), reinstated=date(2024, 6, 10)) is Status.REINSTATE_WAIT
    paid = standing_on(date(2024, 6, 29), _RULES, _JOINED, ((Period(2024, 1), Period(2024, 12)),))
    assert (paid.status, paid.first_day) == (Status.ACTIVE, None)
    early = standing_on(date(2024, 6, 28), _RULES, _JOINED, covered)
    assert (early.status, early.first_day) == (Status.WAITING, date(2024, 6, 29))


def test_a_spell_starts_by_the_first_money_when_it_came_late() -> None:
    applied = date(2025, 1, 1)
    assert spell_start(_RULES, applied, None, date(2025, 1, 31)) == applied
    assert spell_start(_RULES, applied, None, date(2025, 2, 1)) == date(2025, 2, 1)
    assert spell_start(_RULES, applied, None, None) is None
    by_board = replace(_RULES, start=Start.APPROVAL)
    assert spell_start(by_board, applied, date(2025, 1, 9), applied) == date(2025, 1, 9)


def test_the_wait_after_paying_up_goes_on_through_an_exemption_that_began_later() -> None:
    paid_up = replace(PAID_UP, reinstated=date(2025, 5, 30))
    exempt = replace(paid_up, exempt=((Period(2025, 6), Period(2025, 12)),))
    assert decide(stay(date(2025, 6, 10), 3), exempt).reason == "REINSTATE_WAIT"
    assert decide(stay(date(2025, 6, 29), 3), exempt).reason == "OK"
    always = replace(paid_up, exempt=((Period(2025, 1), Period(2025, 12)),))
    assert decide(stay(date(2025, 6, 10), 3), always).reason == "OK"


def test_paying_while_exempt_takes_nobody_out_of_a_suspension_that_was_not() -> None:
    exempt = _paid(date(2024, 8, 1), (2024, 8), (2024, 12), Cause.EXEMPT)
    paid = _paid(date(2024, 9, 1), (2024, 1), (2024, 7))
    assert reinstated_on(_RULES, _JOINED, [exempt, paid]) is None
    assert reinstated_on(_RULES, _JOINED, [paid, exempt]) == date(2024, 9, 1)
