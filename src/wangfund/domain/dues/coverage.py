"""Covered months as ranges: merging them, the gaps between them, and the months owed.

A range is (first, last), both included. Coverage is the set of covered months of one spell, however
covered: by payment, set-off, exemption or waiver (rulebook 9.11 rule 1). Ranges may come in any order
and may overlap.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from wangfund.thai.period import Period

Range = tuple[Period, Period]
Indexes = tuple[tuple[int, int], ...]
"""Ranges as running month numbers (`Period.index`), sorted, apart from each other."""


def merged(ranges: Iterable[Range]) -> Indexes:
    """The ranges as sorted month numbers, joined where they touch or overlap; empty ranges vanish."""
    return joined_numbers((first.index, last.index) for first, last in ranges)


def joined_numbers(indexes: Iterable[tuple[int, int]]) -> Indexes:
    """The same as `merged` where everything is month numbers already."""
    rows = sorted(indexes)
    joined: list[tuple[int, int]] = []
    for first, last in rows:
        if last < first:
            continue
        if joined and first <= joined[-1][1] + 1:
            if last > joined[-1][1]:
                joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return tuple(joined)


def to_ranges(indexes: Iterable[tuple[int, int]]) -> tuple[Range, ...]:
    """Month numbers back as ranges."""
    return tuple((Period.from_index(first), Period.from_index(last)) for first, last in indexes)


def gaps(start: Period, until: Period, covered: Iterable[Range]) -> Indexes:
    """The uncovered months from `start` (included) to `until` (not included), oldest first."""
    return gap_numbers(start.index, until.index, merged(covered))


def owed_months(start: Period, asked: date, covered: Iterable[Range]) -> Indexes:
    """The months owed on a day: from the spell's first month to the month before that day's, less covered.

    Source: rulebook 9.11 rule 1; the joining month counts whole, the month of the day does not yet.
    """
    return gaps(start, Period.of(asked), covered)


def arrears_months(start: Period, asked: date, covered: Iterable[Range]) -> int:
    """How many months are owed on a day; see `owed_months`."""
    return count(owed_months(start, asked, covered))


def count(indexes: Indexes) -> int:
    """How many months there are."""
    return sum(last - first + 1 for first, last in indexes)


def overlap(one: Indexes, other: Indexes) -> Indexes:
    """The months that are in both."""
    shared = []
    for first, last in one:
        for first_too, last_too in other:
            low, high = max(first, first_too), min(last, last_too)
            if low <= high:
                shared.append((low, high))
    return tuple(sorted(shared))


def paid_through(covered: Iterable[Range]) -> Period | None:
    """The last covered month, or None when nothing is covered."""
    months = merged(covered)
    return Period.from_index(months[-1][1]) if months else None


def is_covered(period: Period, covered: Iterable[Range]) -> bool:
    """Whether a month is covered."""
    return any(first <= period <= last for first, last in covered)


def gap_numbers(start: int, until: int, covered: Indexes) -> Indexes:
    """The same as `gaps` where everything is month numbers already."""
    found = []
    place = start
    for first, last in covered:
        if first >= until:
            break
        if first > place:
            found.append((place, first - 1))
        place = max(place, last + 1)
    if place < until:
        found.append((place, until - 1))
    return tuple(found)
