"""Which months the money of an old matrix covered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wangfund.domain.dues.allocation import pieces_of
from wangfund.domain.errors import Finding, Severity, Values
from wangfund.domain.rulebook.model import Contribution
from wangfund.thai.period import Period


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
    paid: Mapping[int, int], contribution: Contribution, year: int, first_uncovered: Period | None = None
) -> MatrixCoverage:
    """Months covered by one member's year of payments.

    `paid` is satang by month (1–12) of `year` (C.E.). `first_uncovered` None means January of `year`:
    everything before was covered. Money that makes up no month stands as credit until later money completes it.

    Source: rulebook 9.11 rules 2 and 3: the column is the month the money came; each amount is made of cadence
    amounts, as at the counter, and covers from the first uncovered month.
    """
    start = first_uncovered or Period(year, 1)
    credit = 0
    ranges: list[CoveredRange] = []
    findings: list[Finding] = []
    for month in sorted(paid):
        amount = paid[month]
        if amount <= 0:
            continue
        pieces = pieces_of(credit + amount, contribution)
        months, credit = (0, credit + amount) if pieces is None else (pieces.months, pieces.rest_satang)
        paid_in = Period(year, month)
        if months:
            last = start.plus(months - 1)
            ranges.append(CoveredRange(start, last, paid_in, amount))
            start = last.plus(1)
        if credit:
            values: Values = {"paid_in": paid_in.iso, "amount_satang": amount, "credit_satang": credit}
            findings.append(Finding("COVERAGE_PART_PAYMENT", "paid", "", Severity.NOTE, values))
    return MatrixCoverage(tuple(ranges), credit, tuple(findings))
