"""บัญชี."""

from __future__ import annotations

from wangfund.ui.books.state import BooksState
from wangfund.ui.frame.page import Page
from wangfund.ui.theme.theme import Theme
from wangfund.ui.workplace import Workplace


class BooksPage(Page):
    """บัญชี."""

    def __init__(self, theme: Theme, place: Workplace, state: BooksState) -> None:
        super().__init__(theme, "บัญชี")
        self._place, self._state = place, state
