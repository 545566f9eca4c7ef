"""The pages: each with its word, icon and number on the rail, and how it is made when first asked for."""

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

    return HomePage(theme, place, memory.setdefault("home", HomeState()))


def _members(theme: Theme, place: Workplace, memory: Memory) -> Page:
    from wangfund.ui.members.page import MembersPage
    from wangfund.ui.members.state import MembersState

    return MembersPage(theme, place, memory.setdefault("members", MembersState()))


def _collect(theme: Theme, place: Workplace, memory: Memory) -> Page:
    from wangfund.ui.collect.page import CollectPage
    from wangfund.ui.collect.state import CollectState

    return CollectPage(theme, place, memory.setdefault("collect", CollectState()))


def _claims(theme: Theme, place: Workplace, memory: Memory) -> Page:
    from wangfund.ui.claims.page import ClaimsPage
    from wangfund.ui.claims.state import ClaimsState

    return ClaimsPage(theme, place, memory.setdefault("claims", ClaimsState()))


def _books(theme: Theme, place: Workplace, memory: Memory) -> Page:
    from wangfund.ui.books.page import BooksPage
    from wangfund.ui.books.state import BooksState

    return BooksPage(theme, place, memory.setdefault("books", BooksState()))


def _close(theme: Theme, place: Workplace, memory: Memory) -> Page:
    from wangfund.ui.close.page import ClosePage
    from wangfund.ui.close.state import CloseState

    return ClosePage(theme, place, memory.setdefault("close", CloseState()))


def _reports(theme: Theme, place: Workplace, memory: Memory) -> Page:
    from wangfund.ui.reports.page import ReportsPage
    from wangfund.ui.reports.state import ReportsState

    return ReportsPage(theme, place, memory.setdefault("reports", ReportsState()))


def _network(theme: Theme, place: Workplace, memory: Memory) -> Page:
    from wangfund.ui.network.page import NetworkPage
    from wangfund.ui.network.state import NetworkState

    return NetworkPage(theme, place, memory.setdefault("network", NetworkState()))


def _settings(theme: Theme, place: Workplace, memory: Memory) -> Page:
    from wangfund.ui.settings.page import SettingsPage
    from wangfund.ui.settings.state import SettingsState

    return SettingsPage(theme, place, memory.setdefault("settings", SettingsState()))


def _importing(theme: Theme, place: Workplace, memory: Memory) -> Page:
    from wangfund.ui.importing.page import ImportPage
    from wangfund.ui.importing.state import ImportState

    return ImportPage(theme, place, memory.setdefault("import", ImportState()))


def _bylaw(theme: Theme, place: Workplace, memory: Memory) -> Page:
    from wangfund.ui.bylaw.page import BylawPage
    from wangfund.ui.bylaw.state import BylawState

    return BylawPage(theme, place, memory.setdefault("bylaw", BylawState()))


def _past(theme: Theme, place: Workplace, memory: Memory) -> Page:
    from wangfund.ui.past.page import PastPage
    from wangfund.ui.past.state import PastState

    return PastPage(theme, place, memory.setdefault("past", PastState()))


PAGES: Final = (
    PageSpec(RailItem("home", "หน้าแรก", "house", 1), _home),
    PageSpec(RailItem("members", "สมาชิก", "users", 2), _members),
    PageSpec(RailItem("collect", "เก็บเงินสมทบ", "hand-coins", 3), _collect),
    PageSpec(RailItem("claims", "สวัสดิการ", "heart-handshake", 4), _claims),
    PageSpec(RailItem("books", "บัญชี", "book-open-text", 5), _books),
    PageSpec(RailItem("close", "ปิดงวด", "calendar-check-2", 6), _close),
    PageSpec(RailItem("reports", "รายงาน", "file-chart-column", 7), _reports),
    PageSpec(RailItem("network", "เครือข่าย", "waypoints", 8), _network),
    PageSpec(RailItem("settings", "ตั้งค่า", "settings", 9), _settings),
)
"""Those on the rail, in its order."""

BEHIND: Final = (
    PageSpec(RailItem("import", "นำเข้าทะเบียน", "file-input", 2), _importing),
    PageSpec(RailItem("past", "สวัสดิการก่อนใช้โปรแกรม", "history", 4), _past),
    PageSpec(RailItem("bylaw", "ระเบียบ", "book-open-text", 9), _bylaw),
)
"""Those reached from another page; the number is the page of the rail they stand behind."""

NAMES: Final = frozenset(spec.item.name for spec in (*PAGES, *BEHIND))
