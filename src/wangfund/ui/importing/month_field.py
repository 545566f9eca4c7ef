"""A month to choose in a form."""

from __future__ import annotations

from wangfund.domain.errors import Finding
from wangfund.thai.period import Period
from wangfund.ui.widgets.period_picker import PeriodPicker


class MonthField(PeriodPicker):
    """A PeriodPicker as a form holds it; it is never wrong."""

    @property
    def text(self) -> str:
        """The month, as a draft keeps it."""
        return self.month.iso

    def set_text(self, text: str) -> None:
        """Choose a month; what is no month changes nothing."""
        try:
            month = Period.parse(text)
        except ValueError:
            return
        if self._first <= month <= self._last:
            self.month = month
            self._show()

    def check(self) -> bool:
        """It always holds a month."""
        return True

    def show_finding(self, finding: Finding) -> None:
        """Nothing is ever found about it."""
