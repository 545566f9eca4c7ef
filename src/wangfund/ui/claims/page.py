"""สวัสดิการ."""

from __future__ import annotations

from wangfund.ui.claims.state import ClaimsState
from wangfund.ui.frame.page import Page
from wangfund.ui.theme.theme import Theme
from wangfund.ui.workplace import Workplace


class ClaimsPage(Page):
    """สวัสดิการ."""

    def __init__(self, theme: Theme, place: Workplace, state: ClaimsState) -> None:
        super().__init__(theme, "สวัสดิการ")
        self._place, self._state = place, state
