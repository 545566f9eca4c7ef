"""เครือข่าย."""

from __future__ import annotations

from wangfund.ui.frame.page import Page
from wangfund.ui.network.state import NetworkState
from wangfund.ui.theme.theme import Theme
from wangfund.ui.workplace import Workplace


class NetworkPage(Page):
    """เครือข่าย."""

    def __init__(self, theme: Theme, place: Workplace, state: NetworkState) -> None:
        super().__init__(theme, "เครือข่าย")
        self._place, self._state = place, state
