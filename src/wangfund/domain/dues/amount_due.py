"""What a round asks of one member: the months owed, and this period's amount when it is due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wangfund.domain.dues.coverage import Range, count, gaps, is_covered
from wangfund.domain.rulebook.model import Contribution
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class AmountDue:
    """One member's line on a collection sheet, in satang; `total_satang` is what the collector asks."""

    arrears_months: int
    arrears_satang: int
    current_satang: int
    credit_satang: int
    total_satang: int


NOTHING_DUE = AmountDue(0, 0, 0, 0, 0)


def amount_due(
    contribution: Contribution,
    cadence: str,
    start: Period,
    covered: Iterable[Range],
    period: Period,
    *,
    credit_satang: int = 0,
) -> AmountDue:
    """What the sheet of `period` asks of a member whose spell starts in `start`.

    Months owed before the period cost the month's price each; the cadence's amount is asked when the
    period itself is not covered yet. Nothing is due before the spell starts. A standing credit is taken
    off unless the cadence is cheaper by the year than by the month, where it would lose months.
    An unknown cadence pays by the month.
    """
    if period < start:
        return NOTHING_DUE
    ranges = tuple(covered)
    owed = count(gaps(start, period, ranges))
    current = 0
    chosen = contribution.cadence(cadence)
    price = contribution.month_price_satang
    if not is_covered(period, ranges):
        current = price if chosen is None else chosen.amount_satang
    arrears = owed * price
    cheaper = chosen is not None and chosen.amount_satang < chosen.months * price
    credit = 0 if cheaper or arrears + current == 0 else min(credit_satang, arrears + current)
    return AmountDue(owed, arrears, current, credit, arrears + current - credit)
