"""Which months the money of an old matrix covered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wangfund.domain.errors import Finding, Severity, Values
from wangfund.thai.period import Period

# Money above this many of the dearest cadence is cut into the dearest first, so that the table stays small.
_TABLE_PIECES = 40


@dataclass(frozen=True, slots=True)
class CoveredRange:
    """Months `first` to `last` (inclusive) covered by the money that came in month `paid_in`."""

    first: Period
    last: Period
    paid_in: Period
    amount_satang: int


@dataclass(frozen=True, slots=True)
class MatrixCoverage:
    """Covered ranges in order without holes, the part payment left over, and what was noticed."""

    ranges: tuple[CoveredRange, ...]
    credit_satang: int
    findings: tuple[Finding, ...] = ()

    @property
    def paid_through(self) -> Period | None:
        """The last covered month, None when the money covered none."""
        return self.ranges[-1].last if self.ranges else None


def coverage_from_matrix(
    paid: Mapping[int, int],
    cadences: Sequence[tuple[int, int]],
    month_price_satang: int,
    year: int,
    first_uncovered: Period | None = None,
) -> MatrixCoverage:
    """Months covered by one member's year of payments.

    `paid` is satang by month (1–12) of `year` (C.E.); `cadences` are (satang, months), e.g. (36500, 12); the
    month's own price always counts as one. `first_uncovered` None means January of `year`: everything
    before was covered. Money that makes up no month stands as credit until later money completes it.

    Raises:
        ValueError: the month's price is not above zero.

    Source: rulebook 9.11 rules 2 and 3: the column is the month the money came; each amount covers from the
    first uncovered month.
    """
    if month_price_satang <= 0:
        raise ValueError("month_price_satang")
    prices = tuple(
        sorted({(month_price_satang, 1), *((amount, months) for amount, months in cadences if amount > 0)})
    )
    start = first_uncovered or Period(year, 1)
    credit = 0
    ranges: list[CoveredRange] = []
    findings: list[Finding] = []
    for month in sorted(paid):
        amount = paid[month]
        if amount <= 0:
            continue
        months, credit = months_bought(credit + amount, prices)
        paid_in = Period(year, month)
        if months:
            last = start.plus(months - 1)
            ranges.append(CoveredRange(start, last, paid_in, amount))
            start = last.plus(1)
        if credit:
            values: Values = {"paid_in": paid_in.iso, "amount_satang": amount, "credit_satang": credit}
            findings.append(Finding("COVERAGE_PART_PAYMENT", "paid", "", Severity.NOTE, values))
    return MatrixCoverage(tuple(ranges), credit, tuple(findings))


def months_bought(amount_satang: int, cadences: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """(months, satang left over) of an amount cut into cadence amounts.

    The cut that leaves least over wins, then the one of fewest pieces: 360 at 365/180/90/30 is twice 180,
    540 is three times 180 and not 365 with a rest.
    """
    dearest, its_months = max(cadences)
    spare = max(0, amount_satang - _TABLE_PIECES * dearest) // dearest
    months, rest = _best_cut(amount_satang - spare * dearest, cadences)
    return months + spare * its_months, rest


@lru_cache(maxsize=4096)
def _best_cut(amount_satang: int, cadences: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """(months, rest) of the largest reachable sum, in fewest pieces; of equal pieces the most months."""
    months_of = {0: 0}
    layer = [0]
    while layer:
        above: dict[int, int] = {}
        for total in layer:
            for price, covers in cadences:
                higher, months = total + price, months_of[total] + covers
                if higher <= amount_satang and higher not in months_of and months > above.get(higher, 0):
                    above[higher] = months
        months_of |= above
        layer = list(above)
    best = max(months_of)
    return months_of[best], amount_satang - best
