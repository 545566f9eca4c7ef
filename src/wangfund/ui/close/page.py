"""ปิดงวด."""

from __future__ import annotations

from wangfund.ui.close.state import CloseState
from wangfund.ui.frame.page import Page
from wangfund.ui.theme.theme import Theme
from wangfund.ui.workplace import Workplace


class ClosePage(Page):
    """ปิดงวด."""

    def __init__(self, theme: Theme, place: Workplace, state: CloseState) -> None:
        super().__init__(theme, "ปิดงวด")
        self._place, self._state = place, state
