"""สมาชิก."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.scenes.scene import Scene, settle
from tests.ui.typing import press
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.members.page import MembersPage


def _members(window: MainWindow) -> QWidget:
    window.desk.turn_to("members")
    return window


def _members_found(window: MainWindow) -> QWidget:
    window.desk.turn_to("members", "ศรี")
    return window


def _members_slip(window: MainWindow) -> QWidget:
    window.desk.turn_to("members", "lkp")
    return window


def _members_nobody(window: MainWindow) -> QWidget:
    window.desk.turn_to("members", "ไม่มีใครชื่อนี้")
    return window


def _member_detail(window: MainWindow) -> QWidget:
    window.desk.turn_to("members", "0012")
    settle(window)
    page = window.desk.page
    assert isinstance(page, MembersPage)
    press(page.search.edit, Qt.Key.Key_Return)
    page.counter.next_list()
    return window


def _member_big(window: MainWindow) -> QWidget:
    page = window.desk.page
    assert isinstance(page, MembersPage)
    page.counter.show_big.emit()
    return window


SCENES: Final[tuple[Scene, ...]] = (
    ("members", _members),
    ("members-found", _members_found),
    ("members-slip", _members_slip),
    ("members-nobody", _members_nobody),
    ("member-detail", _member_detail),
    ("member-big", _member_big),
)
