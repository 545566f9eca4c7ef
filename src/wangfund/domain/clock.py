"""The one way to ask what day it is; only app.py asks the machine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Today as the fund sees it, and the instant for audit stamps."""

    def today(self) -> date:
        """The civil day at the fund's desk."""

    def now(self) -> datetime:
        """The instant in UTC, aware; for audit stamps only."""


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still: for `--today`, practice funds and tests."""

    day: date
    instant: datetime

    def today(self) -> date:
        """The day it was set to."""
        return self.day

    def now(self) -> datetime:
        """The instant it was set to."""
        return self.instant
