"""A round of a hundred payers by the keypad: at most two keys a payer, counted as the window counts them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.funds import BANK, NOVEMBER, PRICE, TODAY, add_people, even_salt, on, problems, profile, rows_of
from tests.ui.typing import wait
from wangfund.ui.collect.page import CollectPage
from wangfund.ui.frame.question import Question
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.preferences import PreferenceFile
from wangfund.ui.worker.runner import InlineRunner
from wangfund.usecases.found_fund import found_fund, rulebook_source
from wangfund.usecases.opening import Opening, bring_forward

PAYERS = 100
KEYPAD = Qt.KeyboardModifier.KeypadModifier
_KEYS = {
    "\n": (Qt.Key.Key_Enter, "\r"),
    "-": (Qt.Key.Key_Minus, "-"),
    "/": (Qt.Key.Key_Slash, "/"),
    "+": (Qt.Key.Key_Plus, "+"),
    "*": (Qt.Key.Key_Asterisk, "*"),
    ".": (Qt.Key.Key_Period, "."),
    "^": (Qt.Key.Key_Up, ""),
}


class KeyCount(QObject):
    """Counts every key that is pressed in the application."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
        """One press of one key, where it is first sent to."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self.pressed += 1
        return False


@pytest.fixture
def hundred(tmp_path: Path) -> Path:
    """A fund with a hundred members in village 1, all of whom owe this month."""
    path = tmp_path / "ร้อยคน.wangfund"
    with found_fund(path, on(TODAY), profile(), rulebook_source("nasuk"), salt=even_salt()) as books:
        add_people(books, 1, PAYERS)
        bring_forward(books, Opening(cash_satang=100_00, banks={BANK: 0}, sources=(("3100", "", 100_00),)))
    return path


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path, hundred: Path) -> Iterator[CollectPage]:
    """The page in a window on that fund."""
    made = MainWindow(on(TODAY), InlineRunner(qapp), PreferenceFile(tmp_path / "window.json"))
    made.start(hundred)
    made.show()
    made.activateWindow()
    made.desk.turn_to("collect")
    wait(20)
    shown = made.desk.page
    assert isinstance(shown, CollectPage)
    yield shown
    if made.place is not None:
        made.place.wrote = False
    made.close()


def keypad(keys: str) -> None:
    """Send keys of the numeric keypad to whatever has the focus."""
    for key in keys:
        code, text = _KEYS.get(key, (None, key))
        if code is None:
            code = Qt.Key(Qt.Key.Key_0.value + int(key))
        here = QApplication.focusWidget()
        assert here is not None
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(here, QKeyEvent(kind, code, KEYPAD, text))


def dialog() -> QDialog:
    """The dialog that is open."""
    wait(5)
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    return found


def say_yes() -> int:
    """Answer a question by its button, which has not the focus until somebody goes there; gives how many keys it took."""
    asked = dialog()
    assert isinstance(asked, Question)
    assert asked.focusWidget() is asked.no
    key(asked.no, Qt.Key.Key_Tab, "\t")
    assert asked.focusWidget() is asked.yes
    key(asked.yes, Qt.Key.Key_Return, "\r")
    return 2


def key(here: QWidget, code: Qt.Key, text: str = "") -> None:
    """One key on a widget."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(here, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text))


def test_round_of_a_hundred_payers_takes_at_most_two_keys_each(page: CollectPage, qapp: QApplication) -> None:
    keypad("\n")
    assert page.sheet is not None
    counter = KeyCount()
    page.sheet.table.installEventFilter(counter)
    # One in twenty pays otherwise: two nothing, one by digits, one three months, one a part.
    exceptions = {9: "-", 29: "0\n", 49: "60\n", 69: "++\n", 89: "20\n"}
    for at in range(PAYERS):
        keypad(exceptions.get(at, "\n"))
    assert counter.pressed / PAYERS <= 2
    assert counter.pressed == PAYERS - 5 + 1 + 2 + 3 + 3 + 3
    entry = page.sheet.sheet.entry
    assert (entry.payers, len(entry.unpaid), entry.blank) == (98, 2, [])
    recorded = 95 * PRICE + 2 * PRICE + 3 * PRICE + 2000
    assert entry.recorded_satang == recorded
    # The keys went on to the cash by themselves.
    cash = f"{recorded // 100}\n"
    keypad(cash)
    yes = say_yes()
    wait(20)
    # From opening the sheet to the receipts, the cash and the yes with it.
    assert 1 + counter.pressed + len(cash) + yes <= 2 * PAYERS
    assert page.posted.isVisible()
    assert "ออกใบเสร็จ 98 ใบ เลขที่ 1–98" in page.head.facts.text()
    books = page._place.books
    assert rows_of(books, "SELECT count(*), sum(amount_satang) FROM receipt") == [(98, recorded)]
    assert rows_of(books, "SELECT month, sheet_satang, counted_satang FROM round") == [
        (NOVEMBER.code, recorded, recorded)
    ]
    assert problems(books) == []


def test_everybody_pays_then_the_exceptions_takes_a_fraction_of_a_key_each(page: CollectPage) -> None:
    keypad("\n")
    assert page.sheet is not None
    counter = KeyCount()
    page.sheet.table.installEventFilter(counter)
    page.all_paid.click()
    keypad("/10\n-/30\n-/50\n60\n")
    assert (counter.pressed + 1) / PAYERS < 0.2
    entry = page.sheet.sheet.entry
    assert (entry.payers, len(entry.unpaid)) == (98, 2)
    assert entry.recorded_satang == 99 * PRICE
