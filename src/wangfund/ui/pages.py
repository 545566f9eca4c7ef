"""The pages there are: each with its word, icon and number on the rail, and how it is made when first asked for.

A page that does not exist yet is not in the list, and so nowhere in the window.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from wangfund.ui.frame.page import Page
from wangfund.ui.frame.rail import RailItem
from wangfund.ui.theme.theme import Theme
from wangfund.ui.workplace import Workplace

Memory = dict[str, Any]
"""What each page keeps while the fund is open, by the page's name."""


class PageSpec(NamedTuple):
    """A page: how it stands on the rail, and how it is made."""

    item: RailItem
    make: Callable[[Theme, Workplace, Memory], Page]


def _home(theme: Theme, place: Workplace, memory: Memory) -> Page:
    from wangfund.ui.home.page import HomePage
    from wangfund.ui.home.state import HomeState

    return HomePage(theme, place, memory.setdefault("home", HomeState()), NAMES)


def _members(theme: Theme, place: Workplace, memory: Memory) -> Page:
    from wangfund.ui.members.page import MembersPage
    from wangfund.ui.members.state import MembersState

    return MembersPage(theme, place, memory.setdefault("members", MembersState()))


PAGES: Final = (
    PageSpec(RailItem("home", "หน้าแรก", "house", 1), _home),
    PageSpec(RailItem("members", "สมาชิก", "users", 2), _members),
)
NAMES: Final = frozenset(spec.item.name for spec in PAGES)
