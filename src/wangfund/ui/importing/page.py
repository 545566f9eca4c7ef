"""นำเข้าทะเบียน."""

from __future__ import annotations

from wangfund.ui.frame.page import Page
from wangfund.ui.importing.state import ImportState
from wangfund.ui.theme.theme import Theme
from wangfund.ui.workplace import Workplace


class ImportPage(Page):
    """นำเข้าทะเบียน."""

    def __init__(self, theme: Theme, place: Workplace, state: ImportState) -> None:
        super().__init__(theme, "นำเข้าทะเบียน")
        self._place, self._state = place, state
