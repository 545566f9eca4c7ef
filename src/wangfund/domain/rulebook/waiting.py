"""How long a member waits before rights begin: days, or months counted as the by-law counts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wangfund.domain.rulebook.duration import Duration, plus_days, plus_months


class MonthsCounted(StrEnum):
    """Which months of waiting count.

    DATE: to the same day of a later month. WHOLE: whole calendar months after joining (the joining month
    itself only when joined on its first day). WITH_JOINING: calendar months, the joining month counts whole.
    """

    DATE = "date"
    WHOLE = "whole"
    WITH_JOINING = "with_joining"


@dataclass(frozen=True, slots=True)
class WaitingTime:
    """Months first, then days; rights begin on the day `ends` gives."""

    days: int = 0
    months: int = 0
    counted: MonthsCounted = MonthsCounted.DATE

    def ends(self, joined: date) -> date:
        """The first day with rights of one who joined on a day."""
        day = joined
        if self.months:
            if self.counted is not MonthsCounted.DATE:
                partly = self.counted is MonthsCounted.WHOLE and joined.day > 1
                day = plus_months(joined.replace(day=1), 1 if partly else 0)
            day = plus_months(day, self.months)
        return plus_days(day, self.days)

    @property
    def length(self) -> Duration:
        """Its length, for putting lengths in order."""
        return Duration(months=self.months, days=self.days)
