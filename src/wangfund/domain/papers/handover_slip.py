"""The slip with which a collector hands a village's money over to the treasurer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.papers.fund_head import FundHead
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class HandoverSlip:
    """A round as it was handed over, money in satang.

    `number` is the round's number in `fiscal_year`; `voided` counts receipts taken back since. `counts` are pieces of
    cash by their worth, largest first, () when only the sum was written. Receipt numbers are 0 when nobody paid.
    """

    head: FundHead
    fiscal_year: int
    number: int
    month: Period
    moo: int
    village: str
    collector: str
    returned_on: date
    token: str
    payers: int
    first_receipt: int
    last_receipt: int
    voided: int
    recorded_satang: int
    counted_satang: int
    counts: tuple[tuple[int, int], ...]
    treasurer: str

    @property
    def over_satang(self) -> int:
        """Counted more than recorded; below zero: the collector still owes it."""
        return self.counted_satang - self.recorded_satang
