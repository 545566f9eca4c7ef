"""เครือข่าย by sent keys: see the day's figures, hand the workbook in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from tests.ui.clipping import clipped, words_shown
from tests.ui.papers import dressed, front, over
from tests.ui.typing import press, type_text, wait, wait_until
from wangfund.store.errors import StoreError
from wangfund.ui.frame.choose_file import forget_folders
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.network.page import NetworkPage
from wangfund.ui.papers import paper_acts
from wangfund.ui.theme.colours import Ground
from wangfund.ui.workplace import Changed
from wangfund.usecases.network_figures import network_figures

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _fresh() -> None:
    forget_folders()


def open_page(window: MainWindow) -> NetworkPage:
    press(window, Qt.Key.Key_8, CTRL)
    page = window.desk.page
    assert isinstance(page, NetworkPage)
    wait_until(lambda: page.book is not None)
    return page


def save_by_keys(page: NetworkPage, path: Path) -> None:
    front(page)
    press(page.days, Qt.Key.Key_S, CTRL)
    wait_until(lambda: bool(over(page, QFileDialog)))
    (chooser,) = over(page, QFileDialog)
    edit = chooser.focusWidget()
    press(edit, Qt.Key.Key_A, CTRL)
    type_text(edit, str(path))
    press(edit, Qt.Key.Key_Return)
    wait_until(lambda: not chooser.isVisible())
    wait(10)
    wait_until(lambda: not page.acts.running)
    wait(10)


def words_of(page: NetworkPage) -> str:
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    return " | ".join(shown).replace("\u200b", "")


def test_the_figures_are_those_of_the_last_sealed_day(window: MainWindow) -> None:
    page = open_page(window)
    assert window.place is not None
    wanted = network_figures(window.place.books, date(2026, 9, 30))
    assert page.book == wanted
    wait_until(lambda: "ครบ ส่งให้จังหวัดได้" in words_of(page))
    words = words_of(page)
    assert f"{wanted.members_now:,}" in words
    assert wanted.fingerprint in words


def test_an_arrow_chooses_today_and_says_what_is_missing(window: MainWindow) -> None:
    page = open_page(window)
    press(page.days.box, Qt.Key.Key_Down)
    wait_until(lambda: page.book is not None and page.book.day == date(2026, 10, 30))
    wait_until(lambda: "งวด ต.ค. 2569 ยังไม่ปิด" in words_of(page))


def test_ctrl_s_hands_in_the_figures_that_are_seen(window: MainWindow, tmp_path: Path) -> None:
    page = open_page(window)
    book = page.book
    assert book is not None
    save_by_keys(page, tmp_path / "จังหวัด")
    path = tmp_path / "จังหวัด.xlsx"
    assert page.head.facts.text() == f"บันทึกแล้ว {path}"
    assert page.folder_button.isVisible()
    sheets = openpyxl.load_workbook(path, read_only=True)
    cells = [
        str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row if cell
    ]
    assert book.fingerprint in cells
    assert str(book.members_now) in cells


def test_the_disk_says_no_in_words(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_use(path: Path, _told: bytes) -> Path:
        raise StoreError("OUTPUT_IN_USE", {"name": path.name, "folder": "", "path": ""})

    monkeypatch.setattr(paper_acts, "write_file", in_use)
    page = open_page(window)
    save_by_keys(page, tmp_path / "จังหวัด")
    assert page._banner is not None
    assert "เปิดอยู่ในโปรแกรมอื่น" in page._banner.accessibleName()
    assert not page.folder_button.isVisible()
    assert page.save_button.isEnabled()


def test_what_has_changed_is_counted_again(window: MainWindow) -> None:
    page = open_page(window)
    assert window.place is not None
    window.place.tell_changed(Changed.MEMBERS)
    assert not page.save_button.isEnabled()
    wait_until(lambda: page.book is not None)
    assert page.save_button.isEnabled()


def test_coming_back_shows_the_same_day_at_once(window: MainWindow) -> None:
    page = open_page(window)
    press(page.days.box, Qt.Key.Key_Down)
    wait_until(lambda: page.book is not None)
    window.desk.turn_to("home")
    window.set_look(ground=Ground.DARK)
    wait_until(lambda: window.theme.ground is Ground.DARK)
    front(window)
    again = open_page(window)
    assert again is not page
    assert again.days.value == "today"
    assert again.book is not None


@pytest.mark.parametrize(("percent", "width"), [(100, 1366), (160, 1366), (100, 1024)])
def test_nothing_is_cut_off(window: MainWindow, percent: int, width: int) -> None:
    dressed(window, width, percent)
    open_page(window)
    wait(20)
    assert clipped(window) == []
    assert words_shown(window) > 30


def test_help_tells_the_keys(window: MainWindow) -> None:
    assert any("Ctrl S" in words for words in open_page(window).help_words())
