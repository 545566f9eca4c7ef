"""เก็บเงินสมทบ."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.ui.scenes.scene import Scene, settle
from tests.ui.typing import press, type_text
from wangfund.domain.errors import Refused
from wangfund.thai.money_text import format_baht
from wangfund.ui.collect.page import CollectPage
from wangfund.ui.frame.window import MainWindow


def _page(window: MainWindow) -> CollectPage:
    window.desk.turn_to("collect")
    settle(window)
    page = window.desk.page
    assert isinstance(page, CollectPage)
    for _ in range(5):
        page.back()
    return page


def _sheet(window: MainWindow, moo: int = 3) -> CollectPage:
    page = _page(window)
    window.desk.turn_to("collect", {"moo": moo})
    settle(window)
    return page


def _dialog(window: MainWindow) -> QWidget:
    settle(window)
    # Of several the one in front: the order of a list of windows tells nothing.
    found = QApplication.activeModalWidget()
    return found if isinstance(found, QDialog) else window


def _villages(window: MainWindow) -> QWidget:
    _page(window)
    return window


def _blank(window: MainWindow) -> QWidget:
    page = _sheet(window)
    assert page.sheet is not None
    page.sheet.sheet.entry.paid.clear()
    page.sheet.renewed()
    return window


def _ahead(window: MainWindow) -> QWidget:
    page = _sheet(window)
    assert page.sheet is not None
    press(page.sheet.table, Qt.Key.Key_Return)
    type_text(page.sheet.table, "++")
    return window


def _wrong(window: MainWindow) -> QWidget:
    page = _sheet(window)
    assert page.sheet is not None
    type_text(page.sheet.table, "99999999")
    press(page.sheet.table, Qt.Key.Key_Return)
    return window


def _keyed(page: CollectPage) -> None:
    """The first and the third who owe do not pay, the others do."""
    assert page.sheet is not None
    entry, table = page.sheet.sheet.entry, page.sheet.table
    entry.give_up()
    for line in (entry.blank[:3:2]) if len(entry.blank) > 2 else ():
        entry.go_to(entry.lines.index(line))
        type_text(table, "-")
    page.all_paid.click()


def _difference(window: MainWindow) -> QWidget:
    page = _sheet(window)
    _keyed(page)
    assert page.sheet is not None
    page.sheet.go_to_count()
    over = page.sheet.sheet.entry.unpaid[0].row.total_satang
    page.sheet.money.counted.clear()
    type_text(page.sheet.money.counted, format_baht(page.sheet.sheet.entry.recorded_satang + over))
    page.sheet.go_to_sheet()
    return window


def _money(window: MainWindow) -> QWidget:
    page = _sheet(window)
    assert page.sheet is not None
    page.sheet.go_to_count()
    return window


def _pieces(window: MainWindow) -> QWidget:
    page = _sheet(window)
    assert page.sheet is not None
    page.sheet.open_pieces()
    for edit, text in zip(page.sheet.count.fields, ("1", "", "2", "1", "3"), strict=False):
        edit.clear()
        type_text(edit, text)
    return window


def _day(window: MainWindow) -> QWidget:
    page = _sheet(window)
    assert page.sheet is not None
    page.sheet.money.day.click()
    return _dialog(window)


def _question(window: MainWindow) -> QWidget:
    page = _sheet(window)
    assert page.sheet is not None
    page.sheet.post.click()
    return _dialog(window)


def _refused(window: MainWindow) -> QWidget:
    page = _sheet(window, 3)
    if page.sheet is not None:
        page.sheet.go_to_count()
    page.complain(Refused("PERIOD_CLOSED", {"period": "2026-10", "first_open": "2026-11"}))
    return window


def _half(window: MainWindow) -> QWidget:
    page = _sheet(window)
    for _ in range(5):
        page.back()
    return window


def _print(window: MainWindow) -> QWidget:
    page = _page(window)
    page.villages.print.click()
    return _dialog(window)


def _posted(window: MainWindow) -> QWidget:
    page = _sheet(window, 4)
    if page.sheet is not None:
        _keyed(page)
        page.sheet.go_to_count()
        page.sheet.money.counted.clear()
        type_text(page.sheet.money.counted, format_baht(page.sheet.sheet.entry.recorded_satang - 3000))
        page.sheet.post.click()
        asked = _dialog(window)
        yes = getattr(asked, "yes", None)
        assert yes is not None
        yes.click()
        settle(window)
    return window


def _posted_papers(window: MainWindow) -> QWidget:
    page = _sheet(window, 4)
    page.posted.print.click()
    return _dialog(window)


def _again(window: MainWindow) -> QWidget:
    page = _sheet(window, 4)
    page.posted.again.click()
    return window


def _with_collector(window: MainWindow) -> QWidget:
    page = _page(window)
    page.load()
    settle(window)
    return window


def _hand_in(window: MainWindow) -> QWidget:
    page = _page(window)
    page.villages.hand_in.click()
    return _dialog(window)


def _counter_search(window: MainWindow) -> QWidget:
    page = _page(window)
    page.receive.click()
    dialog = _dialog(window)
    finder = getattr(dialog, "finder", None)
    if finder is not None:
        type_text(finder.field.edit, "ศรี")
    return dialog


def _counter(window: MainWindow) -> QWidget:
    _page(window)
    window.desk.turn_to("collect", {"member": 12})
    return _dialog(window)


SCENES: Final[tuple[Scene, ...]] = (
    ("collect", _villages),
    ("collect-blank", _blank),
    ("collect-ahead", _ahead),
    ("collect-wrong", _wrong),
    ("collect-difference", _difference),
    ("collect-money", _money),
    ("collect-pieces", _pieces),
    ("collect-day", _day),
    ("collect-question", _question),
    ("collect-refused", _refused),
    ("collect-half", _half),
    ("collect-print", _print),
    ("collect-posted", _posted),
    ("collect-posted-papers", _posted_papers),
    ("collect-again", _again),
    ("collect-held", _with_collector),
    ("collect-hand-in", _hand_in),
    ("collect-counter-search", _counter_search),
    ("collect-counter", _counter),
)
