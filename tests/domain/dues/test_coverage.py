"""Months covered and months owed, against sets of months."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from wangfund.domain.dues.coverage import (
    Range,
    arrears_months,
    count,
    gaps,
    is_covered,
    merged,
    overlap,
    owed_months,
    paid_through,
    to_ranges,
)
from wangfund.thai.period import Period

_BASE = Period(2024, 1).index
_RANGES = st.lists(
    st.tuples(st.integers(0, 40), st.integers(-1, 14)).map(
        lambda pair: (Period.from_index(_BASE + pair[0]), Period.from_index(_BASE + pair[0] + pair[1]))
    ),
    max_size=6,
)


def _months(ranges: list[Range]) -> set[int]:
    return {month for first, last in ranges for month in range(first.index, last.index + 1)}


def test_the_joining_month_counts_whole_and_the_month_asked_does_not_yet() -> None:
    start = Period(2026, 1)
    assert arrears_months(start, date(2026, 1, 31), ()) == 0
    assert arrears_months(start, date(2026, 2, 1), ()) == 1
    assert arrears_months(start, date(2026, 5, 10), ((start, Period(2026, 2)),)) == 2
    assert to_ranges(owed_months(start, date(2026, 5, 10), ((start, Period(2026, 2)),))) == (
        (Period(2026, 3), Period(2026, 4)),
    )


def test_paid_through_is_the_last_covered_month() -> None:
    assert paid_through(()) is None
    assert paid_through(((Period(2026, 5), Period(2026, 6)), (Period(2026, 1), Period(2026, 2)))) == Period(
        2026, 6
    )


@given(_RANGES, st.integers(0, 30), st.integers(0, 30))
def test_owed_and_covered_months_are_those_of_the_sets(ranges: list[Range], start: int, length: int) -> None:
    first, until = Period.from_index(_BASE + start), Period.from_index(_BASE + start + length)
    have = _months(ranges)
    wanted = {month for month in range(first.index, until.index) if month not in have}
    found = gaps(first, until, ranges)
    assert {month for low, high in found for month in range(low, high + 1)} == wanted
    assert count(found) == len(wanted)
    assert count(merged(ranges)) == len(have)
    assert is_covered(first, ranges) is (first.index in have)


@given(_RANGES, _RANGES)
def test_overlap_is_what_both_sets_hold(one: list[Range], other: list[Range]) -> None:
    assert count(overlap(merged(one), merged(other))) == len(_months(one) & _months(other))
