"""What a collection sheet asks of one member."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.rulebook.nasuk import NASUK
from wangfund.domain.dues.allocation import allocate
from wangfund.domain.dues.amount_due import NOTHING_DUE, AmountDue, amount_due
from wangfund.domain.dues.coverage import is_covered
from wangfund.domain.money import baht
from wangfund.domain.rulebook.model import Cadence, Contribution
from wangfund.thai.period import Period

_RULES = NASUK.contribution
_START = Period(2026, 1)
_NOVEMBER = Period(2026, 11)


def _due(cadence: str, through: Period, credit: int = 0) -> AmountDue:
    covered = ((_START, through),)
    return amount_due(_RULES, cadence, _START, covered, _NOVEMBER, credit_satang=baht(credit))


def test_a_monthly_payer_up_to_date_is_asked_for_the_month() -> None:
    assert _due("M", Period(2026, 10)) == AmountDue(0, 0, baht(30), 0, baht(30))


def test_a_monthly_payer_two_months_behind_is_asked_for_three() -> None:
    assert _due("M", Period(2026, 8)) == AmountDue(2, baht(60), baht(30), 0, baht(90))


def test_a_yearly_payer_is_asked_when_the_year_has_run_out() -> None:
    assert _due("Y", Period(2026, 12)) == NOTHING_DUE
    assert _due("Y", Period(2026, 10)).total_satang == baht(365)
    assert _due("Y", Period(2026, 9)).total_satang == baht(395)


def test_nothing_is_due_before_the_spell_starts() -> None:
    assert amount_due(_RULES, "M", _NOVEMBER.plus(1), (), _NOVEMBER) == NOTHING_DUE


def test_a_credit_is_taken_off() -> None:
    assert _due("M", Period(2026, 10), credit=10).total_satang == baht(20)
    assert _due("M", Period(2026, 12), credit=10) == NOTHING_DUE


def test_a_credit_stays_where_the_year_is_cheaper_than_its_months() -> None:
    cheap = Contribution("", 0, baht(30), (Cadence("Y", "", baht(300), 12),))
    assert amount_due(cheap, "Y", _START, (), _START, credit_satang=baht(10)).total_satang == baht(300)


def test_an_unknown_cadence_pays_by_the_month() -> None:
    assert _due("?", Period(2026, 10)).total_satang == baht(30)


@pytest.mark.parametrize("cadence", ["M", "Q", "H", "Y"])
@given(through=st.integers(0, 14), credit=st.integers(0, 29))
def test_paying_what_is_asked_covers_the_period(cadence: str, through: int, credit: int) -> None:
    covered = ((_START, _START.plus(through)),)
    due = amount_due(_RULES, cadence, _START, covered, _NOVEMBER, credit_satang=baht(credit))
    if due.total_satang == 0:
        assert is_covered(_NOVEMBER, covered)
        return
    paid = allocate(due.total_satang, _START, covered, _RULES, credit_satang=baht(credit))
    assert is_covered(_NOVEMBER, covered + paid.ranges)
