"""The power goes while a clerk types: the process is killed, and the next window has what was typed and no money twice."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.funds import PRICE, TODAY, money, on, problems, rows_of
from tests.ui.test_collect_keys import keypad
from tests.ui.test_collect_page import _end, _window, books_of, dialog, no_dialog, page_of
from tests.ui.typing import press, wait
from wangfund.store.fund_file import open_fund
from wangfund.ui.collect.counter_dialog import DRAFT, CounterDialog
from wangfund.ui.frame.window import MainWindow
from wangfund.usecases.take_payment import TakePayment, take_payment


def killed(what: str, fund: Path, folder: Path) -> None:
    """A clerk does something in another process, which is killed."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.kill_typing", what, str(fund), str(folder)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.fixture
def again(qapp: QApplication, tmp_path: Path, young: Path) -> Iterator[list[MainWindow]]:
    """The windows that were opened after the cut; they are closed at the end."""
    opened: list[MainWindow] = []
    yield opened
    for window in opened:
        _end(window)


def open_again(again: list[MainWindow], folder: Path, fund: Path) -> MainWindow:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    again.append(_window(app, folder, fund))
    return again[-1]


def test_sheet_killed_while_it_is_keyed_comes_back(
    tmp_path: Path, young: Path, again: list[MainWindow]
) -> None:
    killed("sheet", young, tmp_path)
    page = page_of(open_again(again, tmp_path, young))
    keypad("\n")
    assert page.sheet is not None
    entry = page.sheet.sheet.entry
    assert sorted(entry.paid.values()) == [0, PRICE, 6000]
    assert entry.at == 3


def test_cash_counted_by_pieces_comes_back_after_the_kill(
    tmp_path: Path, young: Path, again: list[MainWindow]
) -> None:
    killed("counted", young, tmp_path)
    page = page_of(open_again(again, tmp_path, young))
    keypad("\n")
    assert page.sheet is not None
    assert page.sheet.sheet.entry.blank == []
    assert page.sheet.sheet.counted == "2,500.00"
    assert page.sheet.count.counts == {100_000: 2, 50_000: 1}


def test_payment_at_the_counter_comes_back_with_its_member(
    tmp_path: Path, young: Path, again: list[MainWindow]
) -> None:
    killed("counter", young, tmp_path)
    window = open_again(again, tmp_path, young)
    page_of(window).receive.click()
    wait(10)
    form = dialog(CounterDialog)
    assert form.view is not None
    assert form.view.member.member_no == "0025"
    assert form.amount.text == "95"
    assert form.again.isVisible()
    assert "เหลือ 5.00" in form._covers.words
    press(form, Qt.Key.Key_Escape)
    assert no_dialog()
    # Given up: the next one begins with nobody.
    page_of(window).receive.click()
    wait(10)
    assert dialog(CounterDialog).view is None
    press(dialog(CounterDialog), Qt.Key.Key_Escape)


def test_payment_that_was_taken_before_the_cut_is_not_offered_again(
    tmp_path: Path, young: Path, again: list[MainWindow]
) -> None:
    killed("counter", young, tmp_path)
    # The power went between posting it and forgetting what was typed.
    with open_fund(young, on(TODAY)) as books:
        take_payment(books, TakePayment("0025", 9500, TODAY))
    window = open_again(again, tmp_path, young)
    page_of(window).receive.click()
    wait(10)
    form = dialog(CounterDialog)
    assert not form.again.isVisible()
    assert form.amount.text != "95"
    assert window.place is not None
    assert window.place.drafts.kept(DRAFT) is None
    press(form, Qt.Key.Key_Escape)


def test_round_killed_while_it_is_posted_is_there_whole_or_not_at_all(
    tmp_path: Path, young: Path, again: list[MainWindow]
) -> None:
    killed("posting", young, tmp_path)
    window = open_again(again, tmp_path, young)
    page, books = page_of(window), books_of(window)
    before = rows_of(books, "SELECT count(*) FROM receipt")[0][0]
    assert before in {0, 8}
    keypad("\n")
    if before:
        assert page.posted.isVisible()
    else:
        # Everything typed is there again, and is posted once.
        assert page.sheet is not None
        assert page.sheet.sheet.entry.blank == []
        page._post()
        wait(10)
        asked = QApplication.activeModalWidget()
        assert asked is not None
        asked.yes.click()  # type: ignore[attr-defined]
        wait(20)
    assert rows_of(books, "SELECT count(*) FROM receipt") == [(8,)]
    assert rows_of(books, "SELECT count(*) FROM round") == [(1,)]
    assert money(books)["1400"] == 0
    assert problems(books) == []
