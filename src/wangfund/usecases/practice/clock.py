"""A clock whose day somebody sets: years pass while a practice fund is made."""

from __future__ import annotations

from datetime import UTC, date, datetime, time


class PracticeClock:
    """It is always ten in the morning in Thailand; `day` moves forward from act to act."""

    def __init__(self, day: date) -> None:
        self.day = day

    def today(self) -> date:
        """The day it was set to."""
        return self.day

    def now(self) -> datetime:
        """Ten in the morning of that day, in UTC."""
        return datetime.combine(self.day, time(3), UTC)
