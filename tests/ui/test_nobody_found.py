"""While a search finds nobody or nothing, nothing is done with the one that was looked at before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu

from tests.ui.clipping import clipped
from tests.ui.typing import press, type_text, wait, wait_until
from wangfund.ui.books.page import BooksPage
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.members.page import MembersPage
from wangfund.ui.members.state import NOBODY
from wangfund.ui.workplace import Changed

ACTS = (Qt.Key.Key_F3, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F10)


def members_page(window: MainWindow) -> MembersPage:
    window.desk.turn_to("members")
    page = window.desk.page
    assert isinstance(page, MembersPage)
    wait_until(lambda: page.counter.view is not None)
    return page


def look_for(page: MembersPage, text: str) -> None:
    page.search.edit.selectAll()
    type_text(page.search.edit, text)


@pytest.mark.parametrize("percent", [100, 160])
def test_a_search_that_finds_nobody_leaves_nobody_to_act_on(window: MainWindow, percent: int) -> None:
    window.set_look(percent=percent)
    wait(30)
    page = members_page(window)
    look_for(page, "ฮฮฮ")
    for key in ACTS:
        page.head.say("")
        press(page.search.edit, key)
        wait(60)
        assert window.desk.page is page
        assert page.head.facts.text() == NOBODY
        assert clipped(window) == []
        assert not [d for d in page.findChildren(QDialog) if d.isVisible()]
        assert not [m for m in page.findChildren(QMenu) if m.isVisible()]
    assert not any(button.isEnabled() for button in page.counter.acts.values())
    assert page.counter.acts["receive"].accessibleDescription() == NOBODY
    look_for(page, "0001")
    wait(60)
    assert all(button.isEnabled() for button in page.counter.acts.values())
    assert page.head.facts.text() != NOBODY


def test_news_of_money_does_not_wake_the_acts_of_the_one_looked_at_before(window: MainWindow) -> None:
    page = members_page(window)
    look_for(page, "ฮฮฮ")
    wait(60)
    assert window.place is not None
    window.place.tell_changed(Changed.MONEY)
    wait(60)
    assert not any(button.isEnabled() for button in page.counter.acts.values())


def test_a_search_of_the_books_that_finds_no_entry_leaves_none_to_take_back(window: MainWindow) -> None:
    window.desk.turn_to("books")
    page = window.desk.page
    assert isinstance(page, BooksPage)
    wait_until(lambda: page._state.view is not None)
    press(page.entries.search.edit, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: page.view is not None and page.detail.reverse.isEnabled())
    type_text(page.entries.search.edit, "ฮฮฮฮ")
    wait(80)
    assert page.entries.table.current is None
    press(page.entries.search.edit, Qt.Key.Key_F11)
    wait(20)
    assert not [d for d in page.findChildren(QDialog) if d.isVisible()]
