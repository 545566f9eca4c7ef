"""ปิดงวด: every step, a difference looked for, the draft, the seal, and the months behind."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.ui.scenes.scene import Scene, settle
from tests.ui.typing import press, type_text
from wangfund.thai.period import Period
from wangfund.ui.close.page import ClosePage
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.workplace import Changed
from wangfund.usecases.move_money import MoveMoney, move_money
from wangfund.usecases.receive_money import ReceiveMoney, receive_money
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round
from wangfund.usecases.spend_money import SpendMoney, spend_money

_MONTH: Final = Period(2026, 10)
_PIECES: Final = (100_000, 50_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25)


def page_of(window: MainWindow) -> ClosePage:
    page = window.desk.page
    assert isinstance(page, ClosePage)
    return page


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _work(window: MainWindow) -> None:
    """A month's money: all villages but one, a deposit, paper, a gift."""
    assert window.place is not None
    books, moos = window.place.books, [v.moo for v in window.place.profile.villages]
    bank = window.place.profile.banks[0].name
    record_round(books, RecordRound(_MONTH, date(2026, 10, 6), [VillageRound(moo) for moo in moos[:-1]]))
    spend_money(books, SpendMoney(date(2026, 10, 12), "5400", 385_00, "cash", "ร้านเครื่องเขียนทดลอง", "กระดาษ"))
    receive_money(
        books, ReceiveMoney(date(2026, 10, 14), "4200", 500_00, "cash", "ผู้บริจาคทดลอง", pool="admin")
    )
    move_money(books, MoveMoney(date(2026, 10, 19), 15_000_00, "cash", bank, "เหรัญญิก"))
    window.place.tell_changed(Changed.MONEY)


def _empty(window: MainWindow) -> QWidget:
    window.desk.turn_to("close")
    return window


def _rounds(window: MainWindow) -> QWidget:
    window.desk.turn_to("close")
    settle(window)
    page = page_of(window)
    if page.state.month is None:
        _work(window)
        page.choose("next")
        press(page.list, Qt.Key.Key_Return)
        settle(window)
    page.choose("rounds")
    return window


def _papers(window: MainWindow) -> QWidget:
    page_of(window).choose("papers")
    return window


def _count(window: MainWindow, satang: int) -> None:
    page = page_of(window)
    page.choose("cash")
    press(page.list, Qt.Key.Key_Down)
    page.choose("cash")
    page.work_on("cash") if page.state.counted_satang is None else page.cash.begin()
    for edit, piece in zip(page.cash.count.fields, _PIECES, strict=True):
        edit.clear()
        pieces, satang = divmod(satang, piece)
        type_text(edit, str(pieces) if pieces else "0")


def _cash_short(window: MainWindow) -> QWidget:
    view = page_of(window).state.view
    assert view is not None
    _count(window, view.cash.expected_satang - 500_00)
    page_of(window).cash.count.fields[6].setFocus()
    return window


def _cash(window: MainWindow) -> QWidget:
    view = page_of(window).state.view
    assert view is not None
    _count(window, view.cash.expected_satang)
    page_of(window).cash.count.fields[6].setFocus()
    return window


def _banks_off(window: MainWindow) -> QWidget:
    page = page_of(window)
    assert page.state.view is not None
    page.choose("banks")
    page.banks.begin()
    page.banks.rows[0].field.edit.clear()
    type_text(
        page.banks.rows[0].field.edit,
        str(page.state.view.banks[0].book.expected_satang // 100 - 15_000) + ".85",
    )
    press(page.banks.rows[0].field.edit, Qt.Key.Key_Tab)
    return window


def _banks(window: MainWindow) -> QWidget:
    page = page_of(window)
    assert page.state.view is not None
    page.banks.rows[0].field.edit.setFocus()
    page.banks.rows[0].field.edit.clear()
    satang = page.state.view.banks[0].book.expected_satang
    type_text(page.banks.rows[0].field.edit, f"{satang // 100}.{satang % 100:02d}")
    press(page.banks.rows[0].field.edit, Qt.Key.Key_Tab)
    page.choose("banks")
    return window


def _claims(window: MainWindow) -> QWidget:
    if not isinstance(window.desk.page, ClosePage):
        _rounds(window)
    page_of(window).choose("claims")
    return window


def _draft(window: MainWindow) -> QWidget:
    page = page_of(window)
    page.choose("draft")
    page.list.setFocus()
    return window


def _drafted(window: MainWindow) -> QWidget:
    page = page_of(window)
    page.acts.do_main()
    settle(window)
    _close_dialogs()
    page.choose("draft")
    return window


def _close_dialogs() -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.close()


def _seal(window: MainWindow) -> QWidget:
    page = page_of(window)
    page.go_to("seal")
    if not page.seal.resolution.text:
        type_text(page.seal.resolution.edit, "มติที่ประชุม ครั้งที่ 11/2569 วาระที่ 2")
    return window


def _seal_question(window: MainWindow) -> QWidget:
    page = page_of(window)
    page.acts.do_main()
    settle(window)
    assert page.acts._question is not None
    return page.acts._question


def _sealed(window: MainWindow) -> QWidget:
    page = page_of(window)
    page.acts.do_main()
    settle(window)
    assert page.acts._question is not None
    page.acts._question.accept()
    settle(window)
    return window


def _history(window: MainWindow) -> QWidget:
    page = page_of(window)
    page.choose("history")
    press(page.list, Qt.Key.Key_Return)
    settle(window)
    return window


SCENES: Final[tuple[Scene, ...]] = (
    ("close-empty", _empty),
    ("close-rounds", _rounds),
    ("close-papers", _papers),
    ("close-cash-short", _cash_short),
    ("close-cash", _cash),
    ("close-banks-off", _banks_off),
    ("close-banks", _banks),
    ("close-claims", _claims),
    ("close-draft", _draft),
    ("close-drafted", _drafted),
    ("close-seal", _seal),
    ("close-seal-question", _seal_question),
    ("close-sealed", _sealed),
    ("close-history", _history),
)
