"""Funds that collect by due dates: what is owed, when rights rest, what the sheet asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.eligibility.members import PAID_UP
from tests.domain.rulebook.nasuk import NASUK
from tests.domain.rulebook.small import benefit, small, small_text
from wangfund.domain.dues.amount_due import NOTHING_DUE, amount_due
from wangfund.domain.dues.coverage import arrears_months
from wangfund.domain.dues.due_dates import debt_on, due_day, due_until
from wangfund.domain.eligibility.assess import assess
from wangfund.domain.eligibility.facts import ClaimFacts
from wangfund.domain.eligibility.standing import Cause, Covering, Status, reinstated_on, standing_on
from wangfund.domain.money import baht
from wangfund.domain.rulebook.check import check_rulebook
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.thai.period import Period

_GIFT = benefit('[[benefits.amounts]]\nkind = "fixed"\nbaht = 900\n')
_YEARLY = """suspend_after_days = 60
lapse_after_days = 730
reinstate_wait_days = 30
set_off = true

[[membership.arrears.due_dates]]
day = "03-31"
"""
_RULES = small(_GIFT, arrears=_YEARLY)
_BY_YEAR = _RULES.membership
_JOINED = date(2020, 5, 20)
_PAID_2024 = ((Period(2020, 5), Period(2024, 12)),)


def test_a_year_falls_due_whole_on_its_day() -> None:
    assert debt_on(_BY_YEAR, _JOINED, date(2025, 3, 31), _PAID_2024).number == 0
    debt = debt_on(_BY_YEAR, _JOINED, date(2025, 4, 1), _PAID_2024)
    assert (debt.number, debt.due, debt.overdue_days) == (12, date(2025, 3, 31), 1)
    assert due_until(_BY_YEAR, _JOINED, date(2025, 4, 1)) == Period(2026, 1)


def test_the_year_of_joining_is_due_on_joining_when_its_day_has_passed() -> None:
    assert due_day(_BY_YEAR, _JOINED, Period(2020, 8)) == _JOINED
    debt = debt_on(_BY_YEAR, _JOINED, _JOINED + timedelta(days=1), ())
    assert (debt.number, debt.due) == (8, _JOINED)
    assert debt_on(_BY_YEAR, _JOINED, _JOINED, ()).number == 0


def test_rights_rest_sixty_days_after_the_due_day() -> None:
    last = date(2025, 3, 31) + timedelta(days=60)
    owing = standing_on(last, _BY_YEAR, _JOINED, _PAID_2024)
    assert (owing.status, owing.arrears_months) == (Status.OWING, 12)
    assert standing_on(last + timedelta(days=1), _BY_YEAR, _JOINED, _PAID_2024).status is Status.SUSPENDED
    lapse = date(2025, 3, 31) + timedelta(days=730)
    assert standing_on(lapse, _BY_YEAR, _JOINED, _PAID_2024).status is Status.SUSPENDED
    assert standing_on(lapse + timedelta(days=1), _BY_YEAR, _JOINED, _PAID_2024).status is Status.LAPSED


def test_a_claim_within_the_sixty_days_is_paid_less_the_year_owed() -> None:
    member = replace(PAID_UP, joined=_JOINED, covered=_PAID_2024)
    within = date(2025, 5, 30)
    answer = assess(_RULES, ClaimFacts("GIFT", within, within), member, ())
    assert (answer.reason, answer.setoff_satang, answer.net_satang) == ("OK", baht(360), baht(540))
    after = date(2025, 5, 31)
    refused = assess(_RULES, ClaimFacts("GIFT", after, after), member, ())
    assert (refused.reason, refused.arrears_months, refused.clause) == ("SUSPENDED", 12, "ข้อ 10")
    said = refused.findings[0].values
    assert (said["overdue_days"], said["after_days"], said["due"]) == (61, 60, "2025-03-31")
    assert "suspend_at" not in said


def test_paying_the_year_out_of_suspension_reinstates() -> None:
    coverings = [Covering(_JOINED, Cause.PAYMENT, _PAID_2024)]
    year = ((Period(2025, 1), Period(2025, 12)),)
    late = Covering(date(2025, 6, 10), Cause.PAYMENT, year)
    assert reinstated_on(_BY_YEAR, _JOINED, [*coverings, late]) == date(2025, 6, 10)
    in_time = replace_day(late, date(2025, 5, 30))
    assert reinstated_on(_BY_YEAR, _JOINED, [*coverings, in_time]) is None


def replace_day(covering: Covering, day: date) -> Covering:
    return Covering(day, covering.cause, covering.ranges)


def test_half_years_fall_due_one_after_the_other() -> None:
    halves = """suspend_at_months = 7
lapse_at_months = 24
reinstate_wait_days = 30
set_off = true
[[membership.arrears.due_dates]]
day = "01-31"
first_month = 10
months = 6
[[membership.arrears.due_dates]]
day = "07-31"
first_month = 4
months = 6
"""
    rules = small(_GIFT, arrears=halves).membership
    joined = date(2023, 10, 2)
    paid = ((Period(2023, 10), Period(2024, 3)),)
    assert due_day(rules, joined, Period(2024, 12)) == date(2025, 1, 31)
    assert [debt_on(rules, joined, day, paid).number for day in (date(2024, 7, 31), date(2024, 8, 1))] == [
        0,
        6,
    ]
    assert debt_on(rules, joined, date(2025, 2, 1), paid).number == 12
    assert standing_on(date(2025, 1, 31), rules, joined, paid).status is Status.OWING
    assert standing_on(date(2025, 2, 1), rules, joined, paid).status is Status.SUSPENDED


@pytest.mark.parametrize(
    "months", ["months = 6", "months = 12\n[[membership.arrears.due_dates]]\nday = '01-01'"]
)
def test_due_dates_that_leave_or_double_a_month_are_refused(months: str) -> None:
    text = small_text(_GIFT, arrears=_YEARLY + months)
    found = check_rulebook(parse_rulebook(text))
    assert "DUE_DATES_NOT_A_YEAR" in [one.code for one in found]


def test_lapse_by_days_must_come_after_suspension_by_days() -> None:
    text = small_text(_GIFT, arrears=_YEARLY.replace("730", "60"))
    found = check_rulebook(parse_rulebook(text))
    assert [one.field for one in found if one.code == "LAPSE_BEFORE_SUSPENSION"] == [
        "membership.arrears.lapse_after_days"
    ]


def test_the_sheet_asks_for_the_year_in_its_month_and_for_debts_after() -> None:
    def asked(period: Period) -> tuple[int, int]:
        due = amount_due(NASUK.contribution, "Y", Period.of(_JOINED), _PAID_2024, period, membership=_BY_YEAR)
        return due.arrears_months, due.total_satang

    assert asked(Period(2025, 2)) == (0, 0)
    assert asked(Period(2025, 3)) == (0, baht(365))
    assert asked(Period(2025, 4)) == (12, baht(360))
    early = amount_due(NASUK.contribution, "Y", Period.of(_JOINED), (), Period(2020, 4), membership=_BY_YEAR)
    assert early == NOTHING_DUE


_SPANS = st.lists(
    st.tuples(st.integers(0, 90), st.integers(0, 30)).map(
        lambda two: (Period(2018, 1).plus(two[0]), Period(2018, 1).plus(two[0] + two[1]))
    ),
    max_size=5,
)


@given(st.dates(), st.dates(), _SPANS)
def test_no_day_makes_it_stumble(joined: date, day: date, covered: list[tuple[Period, Period]]) -> None:
    for rules in (_BY_YEAR, NASUK.membership):
        assert debt_on(rules, joined, day, covered).number >= 0


@given(st.dates(date(2018, 1, 1), date(2022, 1, 1)), st.integers(0, 2500), _SPANS)
def test_without_due_dates_each_month_is_owed_as_it_ends(
    joined: date, days: int, covered: list[tuple[Period, Period]]
) -> None:
    day = joined + timedelta(days=days)
    debt = debt_on(NASUK.membership, joined, day, covered)
    assert debt.number == arrears_months(Period.of(joined), day, covered)
    assert (debt.due is None) == (debt.number == 0)
    assert debt.due is None or debt.due < day


@given(st.dates(date(2018, 1, 1), date(2022, 1, 1)), st.integers(0, 2500), _SPANS)
def test_with_due_dates_a_walk_over_every_month_agrees(
    joined: date, days: int, covered: list[tuple[Period, Period]]
) -> None:
    day = joined + timedelta(days=days)
    owed = 0
    month = Period.of(joined)
    while month.year <= day.year:
        due = max(date(month.year, 3, 31), joined)
        owed += due < day and not any(first <= month <= last for first, last in covered)
        month = month.plus(1)
    assert debt_on(_BY_YEAR, joined, day, covered).number == owed
