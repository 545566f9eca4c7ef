"""ตั้งค่า."""

from __future__ import annotations

from wangfund.ui.frame.page import Page
from wangfund.ui.settings.state import SettingsState
from wangfund.ui.theme.theme import Theme
from wangfund.ui.workplace import Workplace


class SettingsPage(Page):
    """ตั้งค่า."""

    def __init__(self, theme: Theme, place: Workplace, state: SettingsState) -> None:
        super().__init__(theme, "ตั้งค่า")
        self._place, self._state = place, state
