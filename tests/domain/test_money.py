"""Satang are cut without losing any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangfund.domain.money import baht, split_by_percent


@st.composite
def shares(draw: st.DrawFn) -> tuple[tuple[str, int], ...]:
    cuts = sorted(draw(st.lists(st.integers(0, 100), max_size=5)))
    percents = [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)]
    return tuple((f"pool{at}", percent) for at, percent in enumerate(percents))


@given(st.integers(0, 10**13), shares())
def test_the_parts_are_the_whole_and_each_is_its_share_to_the_satang(
    amount: int, cut: tuple[tuple[str, int], ...]
) -> None:
    parts = dict(split_by_percent(amount, cut))
    assert sum(parts.values()) == amount
    for at, (name, percent) in enumerate(cut):
        rest = parts.get(name, 0) - amount * percent // 100
        assert rest == 0 if at else 0 <= rest < len(cut)


def test_the_remainder_goes_to_the_first_pool_of_the_rulebook() -> None:
    cut = (("welfare", 80), ("reserve", 10), ("admin", 10))
    assert split_by_percent(3000, cut) == (("welfare", 2400), ("reserve", 300), ("admin", 300))
    assert split_by_percent(101, cut) == (("welfare", 81), ("reserve", 10), ("admin", 10))
    assert split_by_percent(1, cut) == (("welfare", 1),)
    assert split_by_percent(0, cut) == ()


@pytest.mark.parametrize(
    ("amount", "cut"), [(-1, (("a", 100),)), (1, (("a", 99),)), (1, ()), (1, (("a", 60), ("b", 60)))]
)
def test_a_cut_that_cannot_be_is_our_own_mistake(amount: int, cut: tuple[tuple[str, int], ...]) -> None:
    with pytest.raises(ValueError, match=r"percent|amount_satang"):
        split_by_percent(amount, cut)


def test_baht_are_whole() -> None:
    assert (baht(30), baht(0)) == (3000, 0)
