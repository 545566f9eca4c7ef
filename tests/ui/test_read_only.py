"""A fund that may only be read: whatever is grey says why, in words on the page itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from tests.ui.clipping import clipped
from tests.ui.typing import press, wait, wait_until
from tests.ui.windows import make_window
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.members.page import MembersPage
from wangfund.ui.settings.page import SettingsPage
from wangfund.ui.widgets.label import ElideLabel, WrapLabel

PAGES = ("bylaw", "books", "collect", "close", "past", "import")
SECTIONS = ("fund", "committee", "villages", "banks", "opening", "backup")


@pytest.fixture(params=[100, 160])
def reading(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path, fund: Path
) -> Iterator[MainWindow]:
    window = make_window(tmp_path, fund=None)
    window.set_look(percent=request.param)
    window.show()
    window.open_fund(fund, reading=True)
    wait_until(lambda: window.place is not None and window.desk.isVisible())
    wait(30)
    yield window
    window.close()


def reasons(window: MainWindow) -> list[str]:
    """The visible lines that say the fund may only be read."""
    wrapped = [label.words for label in window.desk.page.findChildren(WrapLabel) if label.isVisible()]
    elided = [label.text() for label in window.desk.page.findChildren(ElideLabel) if label.isVisible()]
    return [words for words in (*wrapped, *elided) if "ดูอย่างเดียว" in words]


def grey(window: MainWindow) -> list[str]:
    return [
        button.text()
        for button in window.desk.page.findChildren(QPushButton)
        if button.isVisible() and not button.isEnabled() and button.text()
    ]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_with_something_grey_says_that_the_fund_is_open_for_reading(
    reading: MainWindow, name: str
) -> None:
    reading.desk.turn_to(name)
    wait(120)
    assert reasons(reading) or not grey(reading), grey(reading)
    assert clipped(reading) == []


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_of_the_settings_says_why_its_acts_are_grey(reading: MainWindow, name: str) -> None:
    reading.desk.turn_to("settings", name)
    wait(120)
    page = reading.desk.page
    assert isinstance(page, SettingsPage)
    assert grey(reading)
    assert len(reasons(reading)) == 1
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F3):
        if name != "backup":
            press(page, key)
    wait(20)
    assert not [d for d in page.findChildren(QDialog) if d.isVisible()]
    assert clipped(reading) == []


@pytest.mark.parametrize(
    "act", ["new", "edit", "leave:died", "grant:exempt", "through", "past", "rejoin", "undo"]
)
def test_no_form_of_the_register_is_filled_in_vain(reading: MainWindow, act: str) -> None:
    reading.desk.turn_to("members")
    page = reading.desk.page
    assert isinstance(page, MembersPage)
    wait_until(lambda: page.counter.view is not None)
    if act == "new":
        page.new.click()
    else:
        page.acts.do(act)
    wait(20)
    assert not [d for d in page.findChildren(QDialog) if d.isVisible()]
    assert len(reasons(reading)) == 1
    assert clipped(reading) == []
    assert page.back()
    assert reasons(reading) == []
