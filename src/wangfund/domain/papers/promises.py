"""What is promised beside the money, wherever the balance is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promises:
    """What is promised beside the balance (9.11 rule 20): claims approved and unpaid, months paid ahead."""

    approved_unpaid_satang: int
    approved_unpaid_cases: int
    paid_ahead_satang: int
    paid_ahead_months: int

    @property
    def total_satang(self) -> int:
        """Both together."""
        return self.approved_unpaid_satang + self.paid_ahead_satang
