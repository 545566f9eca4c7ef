"""Two things at once: a key pressed for ever, a month sealed under a sheet, the window closed while the worker posts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.funds import NOVEMBER, TODAY, close, money, on, problems, rows_of
from tests.ui.test_collect_keys import keypad
from tests.ui.typing import wait, wait_until
from wangfund.store.books import Books
from wangfund.store.fund_file import open_for_reading
from wangfund.ui.close.page import ClosePage
from wangfund.ui.collect.page import CollectPage
from wangfund.ui.frame.question import Question
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.preferences import PreferenceFile
from wangfund.ui.worker.runner import InlineRunner, Runner


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, young: Path) -> Iterator[MainWindow]:
    """A window whose work runs on its real thread, on the page เก็บเงินสมทบ."""
    runner = Runner(qapp)
    made = MainWindow(on(TODAY), runner, PreferenceFile(tmp_path / "window.json"))
    made.start(young)
    made.show()
    wait_until(lambda: made.place is not None)
    made.activateWindow()
    made.desk.turn_to("collect")
    wait_until(lambda: page_of(made)._state.rounds is not None)
    wait(20)
    yield made
    if made.place is not None:
        made.place.wrote = False
    made.close()
    runner.wait()


def page_of(window: MainWindow) -> CollectPage:
    page = window.desk.page
    assert isinstance(page, CollectPage)
    return page


def books_of(window: MainWindow) -> Books:
    assert window.place is not None
    return window.place.books


def sheet_keyed(window: MainWindow) -> CollectPage:
    """Village 1 keyed, everybody paying, the cash counted: only F9 is left."""
    keypad("\n" * 9)
    keypad("240")
    page = page_of(window)
    assert page.sheet is not None
    return page


def f9(window: MainWindow, times: int) -> None:
    """F9 to whoever has the keys, as a key held down sends it."""
    for _ in range(times):
        here: QWidget = QApplication.focusWidget() or QApplication.activeWindow() or page_of(window)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(here, QKeyEvent(kind, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier))


def questions() -> list[Question]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, Question) and w.isVisible()]


def test_f9_held_down_posts_one_round(window: MainWindow) -> None:
    page = sheet_keyed(window)
    f9(window, 5)
    wait_until(lambda: bool(questions()))
    assert len(questions()) == 1
    # The key alone never says yes.
    f9(window, 5)
    wait(20)
    assert rows_of(books_of(window), "SELECT count(*) FROM receipt") == [(0,)]
    asked = questions()[0]
    asked.yes.click()
    page._post()
    f9(window, 5)
    page._post()
    wait_until(page.posted.isVisible)
    wait(20)
    assert questions() == []
    assert rows_of(books_of(window), "SELECT count(*), sum(amount_satang) FROM receipt") == [(8, 24_000)]
    assert rows_of(books_of(window), "SELECT count(*) FROM round") == [(1,)]
    assert problems(books_of(window)) == []


def test_month_sealed_under_a_keyed_sheet_takes_nothing_and_loses_nothing(window: MainWindow) -> None:
    page = sheet_keyed(window)
    books = books_of(window)
    before = money(books)
    # By command beside the window: nobody told the page.
    close(books, NOVEMBER, "ครั้งที่ 11/2569")
    f9(window, 1)
    wait_until(lambda: bool(questions()))
    questions()[0].yes.click()
    wait_until(lambda: not page._posting.running)
    wait(50)
    assert rows_of(books, "SELECT count(*) FROM receipt") == [(0,)]
    assert money(books) == before
    assert page.sheet is not None
    assert page.sheet.sheet.entry.blank == []
    assert page.sheet.sheet.counted_satang == 24_000
    assert window.place is not None
    assert window.place.drafts.kept(page.sheet.sheet.name) is not None
    assert problems(books) == []


def test_window_closed_while_the_worker_posts_waits_and_has_the_round_whole(
    window: MainWindow, young: Path
) -> None:
    page = sheet_keyed(window)
    f9(window, 1)
    wait_until(lambda: bool(questions()))
    questions()[0].yes.click()
    assert page._posting.running
    window.close()
    wait_until(lambda: not window.isVisible(), most_ms=20_000)
    for left in [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]:
        left.close()
    with open_for_reading(young, on(TODAY)) as books:
        assert rows_of(books, "SELECT count(*), sum(amount_satang) FROM receipt") == [(8, 24_000)]
        assert problems(books) == []
    backups = list((young.parent / "สำเนาสำรอง").glob("*.wangfund"))
    assert backups
    with open_for_reading(max(backups), on(TODAY)) as books:
        # What was just posted is in the backup that closing makes.
        assert rows_of(books, "SELECT count(*) FROM receipt") == [(8,)]


def test_looking_only_nothing_of_money_can_be_begun_and_the_page_says_why(
    qapp: QApplication, tmp_path: Path, young: Path
) -> None:
    made = MainWindow(on(TODAY), InlineRunner(qapp), PreferenceFile(tmp_path / "window.json"))
    made.start(None)
    made.open_fund(young, reading=True)
    made.show()
    wait_until(lambda: made.place is not None)
    made.activateWindow()
    made.desk.turn_to("collect")
    page = page_of(made)
    wait_until(lambda: page._state.rounds is not None)
    assert not page.receive.isEnabled()
    assert "เปิดดูอย่างเดียว" in page.receive.toolTip()
    keypad("\n" * 9)
    assert page.sheet is not None
    assert not page.sheet.post.isEnabled()
    assert "เปิดดูอย่างเดียว" in page.sheet._why.words
    keypad("240\n")
    f9(made, 2)
    made.desk.turn_to("collect", {"member": 25})
    wait(20)
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()] == []
    made.desk.turn_to("close")
    closing = made.desk.page
    assert isinstance(closing, ClosePage)
    closing.read(NOVEMBER)
    wait_until(lambda: closing.state.view is not None)
    assert "เปิดดูอย่างเดียว" in closing.head.facts.text()
    assert not closing.draft.take_back.isEnabled()
    made.close()
