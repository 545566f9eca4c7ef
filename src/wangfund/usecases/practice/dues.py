"""What one member of a practice fund has paid so far, as a clerk's own book would show it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wangfund.domain.dues.allocation import allocate, next_months
from wangfund.domain.dues.amount_due import amount_due
from wangfund.domain.dues.coverage import Range, merged, to_ranges
from wangfund.domain.rulebook.model import Contribution
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class Dues:
    """Covered months and credit of one spell; paying gives new dues, so that a payment can be taken back."""

    start: Period
    cadence: str
    covered: tuple[Range, ...]
    credit_satang: int = 0

    @property
    def through(self) -> Period | None:
        """The last covered month, None before the first payment."""
        return self.covered[-1][1] if self.covered else None

    def asked(self, rules: Contribution, month: Period) -> int:
        """What the sheet of a month asks, in satang."""
        through = self.through
        if through is not None and through >= month and len(self.covered) == 1:
            return 0
        due = amount_due(
            rules, self.cadence, self.start, self.covered, month, credit_satang=self.credit_satang
        )
        return due.total_satang

    def paid(self, rules: Contribution, amount_satang: int) -> Dues:
        """After a payment."""
        done = allocate(amount_satang, self.start, self.covered, rules, credit_satang=self.credit_satang)
        return replace(self._and(done.ranges), credit_satang=done.credit_after_satang)

    def set_off(self, months: int) -> Dues:
        """After a benefit has paid months owed."""
        return self._and(next_months(self.start, self.covered, months))

    def _and(self, more: tuple[Range, ...]) -> Dues:
        if not more:
            return self
        if len(self.covered) == len(more) == 1 and self.covered[0][1].months_until(more[0][0]) == 1:
            return replace(self, covered=((self.covered[0][0], more[0][1]),))
        return replace(self, covered=to_ranges(merged((*self.covered, *more))))
