"""เก็บเงินสมทบ."""

from __future__ import annotations

from wangfund.ui.collect.state import CollectState
from wangfund.ui.frame.page import Page
from wangfund.ui.theme.theme import Theme
from wangfund.ui.workplace import Workplace


class CollectPage(Page):
    """เก็บเงินสมทบ."""

    def __init__(self, theme: Theme, place: Workplace, state: CollectState) -> None:
        super().__init__(theme, "เก็บเงินสมทบ")
        self._place, self._state = place, state
