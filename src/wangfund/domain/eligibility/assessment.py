"""The answer to a claim: what is decided, how much, how it was worked out, and every reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wangfund.domain.dues.coverage import Range
from wangfund.domain.errors import Finding, Values


class Result(StrEnum):
    """What is decided."""

    PAY = "PAY"
    REFUSE = "REFUSE"
    PENDING = "PENDING"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the working: what was added or cut and by which clause; `amount_satang` may be negative.

    The steps of a payable claim add up to its net.
    """

    code: str
    values: Values
    clause: str
    amount_satang: int


@dataclass(frozen=True, slots=True)
class SetOff:
    """The months owed that a benefit pays: their money, the whole months it covers, what is left as credit."""

    months: int
    amount_satang: int
    ranges: tuple[Range, ...]
    credit_satang: int


NO_SET_OFF = SetOff(0, 0, (), 0)


@dataclass(frozen=True, slots=True)
class Assessment:
    """A claim's assessment. Amounts are 0 unless it pays or only waits for the heirs' resolution.

    `reason` is the code of the deciding finding, or OK, CAPPED, TOP_UP, CAPPED_ANNUAL.
    `findings` stand in the order of decision: an error refuses, a warning leaves pending, a note explains.
    `first_day` the first day of an event that would be allowed; `last_day` the last day the claim could
    have come; `missing` the papers or facts to bring; `arrears_months` None when nobody asked or knows.
    """

    result: Result
    reason: str
    clause: str = ""
    gross_satang: int = 0
    setoff: SetOff = NO_SET_OFF
    units: int = 0
    steps: tuple[Step, ...] = ()
    findings: tuple[Finding, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    missing: tuple[str, ...] = ()
    arrears_months: int | None = None

    @property
    def setoff_satang(self) -> int:
        """The part of the gross that pays months owed."""
        return self.setoff.amount_satang

    @property
    def net_satang(self) -> int:
        """What is paid out: gross less set-off, never below 0."""
        return self.gross_satang - self.setoff.amount_satang
