"""What a payment covers: cadence amounts, part payments, gaps first, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.rulebook.nasuk import NASUK
from wangfund.domain.dues.allocation import Allocation, allocate, next_months
from wangfund.domain.dues.coverage import Range, count, gaps, merged, overlap
from wangfund.domain.errors import Refused
from wangfund.domain.money import baht
from wangfund.domain.rulebook.model import Cadence, Contribution
from wangfund.thai.period import Period

_RULES = NASUK.contribution
_START = Period(2026, 1)


def _pay(
    amount: int, covered: tuple[Range, ...] = (), credit: int = 0, cadence: str | None = None
) -> Allocation:
    return allocate(baht(amount), _START, covered, _RULES, credit_satang=baht(credit), cadence=cadence)


@pytest.mark.parametrize(
    ("amount", "months", "credit"),
    [
        (30, 1, 0),
        (60, 2, 0),
        (90, 3, 0),
        (180, 6, 0),
        (365, 12, 0),
        (395, 13, 0),
        (455, 15, 0),
        (730, 24, 0),
        (370, 12, 5),
        (389, 12, 24),
        (35, 1, 5),
        (29, 0, 29),
    ],
)
def test_a_payment_is_made_of_cadence_amounts(amount: int, months: int, credit: int) -> None:
    paid = _pay(amount)
    assert (paid.months, paid.credit_after_satang) == (months, baht(credit))


def test_365_is_a_year_and_not_365_days_of_one_baht() -> None:
    paid = _pay(365)
    assert paid.ranges == ((Period(2026, 1), Period(2026, 12)),)
    assert paid.pieces == (("Y", 1),)


def test_365_covers_from_the_first_uncovered_month_not_the_calendar_year() -> None:
    paid = _pay(365, ((_START, Period(2026, 3)),))
    assert paid.ranges == ((Period(2026, 4), Period(2027, 3)),)


def test_gaps_are_covered_oldest_first_and_then_ahead_without_holes() -> None:
    covered = ((Period(2026, 1), Period(2026, 2)), (Period(2026, 5), Period(2026, 6)))
    assert _pay(90, covered).ranges == (
        (Period(2026, 3), Period(2026, 4)),
        (Period(2026, 7), Period(2026, 7)),
    )


def test_part_payments_become_a_month_when_they_reach_its_price() -> None:
    first = _pay(10)
    assert (first.ranges, first.credit_after_satang) == ((), baht(10))
    second = _pay(25, credit=10)
    assert (second.months, second.credit_after_satang) == (1, baht(5))


def test_the_cadence_the_clerk_chose_is_kept() -> None:
    assert _pay(2190).months == 73
    assert _pay(2190, cadence="Y").months == 72


@pytest.mark.parametrize(
    ("amount", "cadence", "code"),
    [
        (0, None, "AMOUNT_NOT_POSITIVE"),
        (-30, None, "AMOUNT_NOT_POSITIVE"),
        (1_000_000, None, "AMOUNT_TOO_LARGE"),
        (18_030, None, "AMOUNT_TOO_LARGE"),
        (30, "X", "CADENCE_UNKNOWN"),
        (100, "Q", "AMOUNT_NOT_OF_CADENCE"),
    ],
)
def test_an_amount_that_makes_no_sense_is_refused(amount: int, cadence: str | None, code: str) -> None:
    with pytest.raises(Refused) as refused:
        _pay(amount, cadence=cadence)
    assert refused.value.code == code


def test_an_amount_no_cadence_fits_is_refused() -> None:
    yearly = Contribution("", 0, baht(30), (Cadence("Y", "รายปี", baht(365), 12),))
    with pytest.raises(Refused) as refused:
        allocate(baht(100), _START, (), yearly)
    assert refused.value.code == "AMOUNT_NOT_PAYABLE"
    assert allocate(baht(29), _START, (), yearly).credit_after_satang == baht(29)
    assert allocate(baht(390), _START, (), yearly).months == 12


def test_a_yearly_price_with_a_discount_is_found() -> None:
    cheap = Contribution("", 0, baht(30), (Cadence("M", "", baht(30), 1), Cadence("Y", "", baht(300), 12)))
    assert allocate(baht(330), _START, (), cheap).months == 13


@given(st.integers(1, baht(3_000)), st.integers(0, baht(30) - 1))
def test_no_satang_is_lost(amount: int, credit: int) -> None:
    paid = allocate(amount, _START, (), _RULES, credit_satang=credit)
    prices = {one.code: one.amount_satang for one in _RULES.cadences}
    in_pieces = sum(prices[code] * times for code, times in paid.pieces)
    by_pieces = sum(
        (_RULES.cadence(code) or _RULES.cadences[0]).months * times for code, times in paid.pieces
    )
    from_credit = (paid.months - by_pieces) * _RULES.month_price_satang
    assert in_pieces + from_credit + paid.credit_after_satang == amount + credit
    assert 0 <= paid.credit_after_satang < _RULES.month_price_satang


_COVERED = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6)), max_size=4).map(
    lambda pairs: tuple((_START.plus(first), _START.plus(first + more)) for first, more in pairs)
)


@given(_COVERED, st.integers(0, 40))
def test_new_months_are_uncovered_and_leave_no_hole_before_them(
    covered: tuple[Range, ...], months: int
) -> None:
    taken = next_months(_START, covered, months)
    assert count(merged(taken)) == months
    assert overlap(merged(taken), merged(covered)) == ()
    if taken:
        assert gaps(_START, taken[-1][1], (*covered, *taken)) == ()
