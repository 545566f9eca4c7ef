"""What a round asks of one member: the months owed, and this period's amount when it is due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wangfund.domain.dues.coverage import Range, count, gaps, is_covered
from wangfund.domain.dues.due_dates import due_day, due_until
from wangfund.domain.rulebook.model import Contribution, Membership
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
    membership: Membership | None = None,
) -> AmountDue:
    """What the sheet of `period` asks of a member whose spell starts in `start`.

    Months owed before the period cost the month's price each; the cadence's amount is asked when the
    period itself is not covered yet. Nothing is due before the spell starts. A standing credit is taken
    off unless the cadence is cheaper by the year than by the month, where it would lose months.
    An unknown cadence pays by the month. Where `membership` has due dates, months not yet due are not
    owed, and the cadence's amount is asked only on the sheet of the month in which the period falls due.
    """
    if period < start:
        return NOTHING_DUE
    ranges = tuple(covered)
    by_dates = membership is not None and bool(membership.due_dates)
    until, asks_now = period, True
    if membership is not None and by_dates:
        joined = start.first_day
        until = due_until(membership, joined, period.first_day)
        asks_now = Period.of(due_day(membership, joined, period)) == period
    owed = count(gaps(start, until, ranges))
    current = 0
    chosen = contribution.cadence(cadence)
    price = contribution.month_price_satang
    if asks_now and not is_covered(period, ranges):
        current = price if chosen is None else chosen.amount_satang
    arrears = owed * price
    cheaper = chosen is not None and chosen.amount_satang < chosen.months * price
    credit = 0 if cheaper or arrears + current == 0 else min(credit_satang, arrears + current)
    return AmountDue(owed, arrears, current, credit, arrears + current - credit)
