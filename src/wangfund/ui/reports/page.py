"""รายงาน."""

from __future__ import annotations

from wangfund.ui.frame.page import Page
from wangfund.ui.reports.state import ReportsState
from wangfund.ui.theme.theme import Theme
from wangfund.ui.workplace import Workplace


class ReportsPage(Page):
    """รายงาน."""

    def __init__(self, theme: Theme, place: Workplace, state: ReportsState) -> None:
        super().__init__(theme, "รายงาน")
        self._place, self._state = place, state
