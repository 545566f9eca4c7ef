"""บัญชี: the month, a round open, an entry as clerk and auditor see it, searches, every form and question."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.scenes.scene import Scene, settle
from tests.ui.typing import press, type_text, wait
from wangfund.thai.period import Period
from wangfund.ui.books.page import BooksPage
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.frame.window import MainWindow

_FULL: Final = Period(2026, 9)


def _page(window: MainWindow, month: Period | None = _FULL) -> BooksPage:
    """The page with nothing looked for, on a month that has everything."""
    window.desk.turn_to("books")
    page = window.desk.page
    assert isinstance(page, BooksPage)
    settle(window)
    state = page._state
    state.text, state.meant, state.account, state.show, state.found = "", "", "", "all", None
    state.open_rounds.clear()
    if page.detail.tabs.chosen != "clerk":
        page.detail.next_view()
    page.entries.tabs.choose("all")
    if month is not None:
        state.turn(month)
        page.load()
    settle(window)
    page._close_detail()
    return page


def _choose(window: MainWindow, page: BooksPage, kind: str) -> None:
    assert page._state.view is not None
    entry = next(e for e in reversed(page._state.view.entries) if e.kind == kind)
    page.go_to_entry(entry.id)
    settle(window)


def _month(window: MainWindow) -> QWidget:
    page = _page(window)
    _choose(window, page, "expense")
    return window


def _empty(window: MainWindow) -> QWidget:
    _page(window, Period(2026, 10))
    return window


def _round(window: MainWindow) -> QWidget:
    page = _page(window)
    rows = page._state.rows
    page._refresh_on(next(row.key for row in rows if row.round is not None))
    settle(window)
    page._open()
    press(page.entries.search.edit, Qt.Key.Key_PageDown)
    settle(window)
    return window


def _round_detail(window: MainWindow) -> QWidget:
    page = _page(window)
    page._refresh_on(next(row.key for row in page._state.rows if row.round is not None))
    settle(window)
    return window


def _benefit(window: MainWindow) -> QWidget:
    page = _page(window)
    _choose(window, page, "benefit")
    page._open()
    settle(window)
    return window


def _auditor(window: MainWindow) -> QWidget:
    page = _page(window)
    _choose(window, page, "contribution")
    page._open()
    page.detail.next_view()
    settle(window)
    return window


def _search(window: MainWindow) -> QWidget:
    page = _page(window)
    type_text(page.entries.search.edit, "ศรี")
    settle(window)
    return window


def _everywhere(window: MainWindow) -> QWidget:
    page = _page(window)
    type_text(page.entries.search.edit, "1500")
    page.everywhere.look()
    settle(window)
    return window


def _accounts(window: MainWindow) -> QWidget:
    page = _page(window)
    page.entries.tabs.choose("accounts")
    page._on_show("accounts")
    settle(window)
    return window


def _one_place(window: MainWindow) -> QWidget:
    page = _page(window)
    page._on_account("1201")
    settle(window)
    return window


def _brought_forward(window: MainWindow) -> QWidget:
    page = _page(window, Period(2021, 9))
    _choose(window, page, "opening")
    page._open()
    settle(window)
    return window


def _menu(window: MainWindow) -> QWidget:
    page = _page(window)
    page.acts.choose()
    wait(50)
    assert page.acts.menu is not None
    return page.acts.menu


def _form(window: MainWindow, kind: str, values: dict[str, str]) -> FormDialog:
    page = _page(window)
    getattr(page.acts, kind)()
    settle(window)
    dialog = page.acts.dialog
    assert dialog is not None
    dialog.form.fill(values)
    dialog.form.changed.emit()
    wait(50)
    return dialog


def _receive(window: MainWindow) -> QWidget:
    return _form(
        window,
        "receive",
        {"account": "4200", "amount": "1500", "who": "คณะผ้าป่าสามัคคี", "note": "ทอดผ้าป่า", "into": "1201"},
    )


def _spend(window: MainWindow) -> QWidget:
    return _form(window, "spend", {"amount": "640", "who": "ร้านเครื่องเขียนนาสุข", "out_of": "1201"})


def _spend_too_much(window: MainWindow) -> QWidget:
    dialog = _form(window, "spend", {"amount": "60000", "out_of": "1100"})
    dialog.submit()
    wait(50)
    return dialog


def _move(window: MainWindow) -> QWidget:
    return _form(window, "move", {"amount": "5000", "out_of": "1201", "into": "1100", "who": "นางสมพร ทองดี"})


def _transfer(window: MainWindow) -> QWidget:
    return _form(window, "move", {"kind": "pools", "amount": "10000", "resolution": "3/2569"})


def _question(window: MainWindow) -> QWidget:
    dialog = _form(window, "spend", {"amount": "640", "who": "ร้านเครื่องเขียนนาสุข", "out_of": "1201"})
    dialog.submit()
    wait(50)
    page = window.desk.page
    assert isinstance(page, BooksPage)
    assert page.acts.question is not None
    return page.acts.question


def _reverse(window: MainWindow) -> QWidget:
    page = _page(window)
    _choose(window, page, "benefit")
    page._reverse()
    wait(50)
    assert page.acts.dialog is not None
    return page.acts.dialog


def _reverse_question(window: MainWindow) -> QWidget:
    dialog = _reverse(window)
    assert isinstance(dialog, FormDialog)
    dialog.form.fill({"reason": "จ่ายผิดคน"})
    dialog.submit()
    wait(50)
    page = window.desk.page
    assert isinstance(page, BooksPage)
    assert page.acts.question is not None
    return page.acts.question


SCENES: Final[tuple[Scene, ...]] = (
    ("books", _month),
    ("books-empty", _empty),
    ("books-round", _round),
    ("books-round-detail", _round_detail),
    ("books-benefit", _benefit),
    ("books-auditor", _auditor),
    ("books-search", _search),
    ("books-everywhere", _everywhere),
    ("books-accounts", _accounts),
    ("books-one-place", _one_place),
    ("books-brought-forward", _brought_forward),
    ("books-menu", _menu),
    ("books-receive", _receive),
    ("books-spend", _spend),
    ("books-spend-too-much", _spend_too_much),
    ("books-move", _move),
    ("books-transfer", _transfer),
    ("books-question", _question),
    ("books-reverse", _reverse),
    ("books-reverse-question", _reverse_question),
)
