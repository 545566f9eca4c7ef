"""The page of the books by sent keys: the month, a round, search, money in, out and moved, taking back, papers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.funds import money, problems, rows_of
from tests.ui.clipping import clipped
from tests.ui.typing import press, type_text, wait, wait_until
from tests.ui.windows import TODAY, make_window
from wangfund.store.books import Books
from wangfund.thai.period import Period
from wangfund.ui.books.move_dialog import MoveDialog
from wangfund.ui.books.new_menu import NewMenu
from wangfund.ui.books.page import BooksPage
from wangfund.ui.books.receive_dialog import ReceiveDialog
from wangfund.ui.books.reverse_dialog import ReverseDialog
from wangfund.ui.books.spend_dialog import SpendDialog
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.question import Question
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.papers.paper_dialog import PaperDialog
from wangfund.usecases.entry_view import entry_view
from wangfund.usecases.money_desk import money_desk
from wangfund.usecases.receive_money import ReceiveMoney, receive_money

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SEPTEMBER = Period(2026, 9)


def focus() -> QWidget:
    """Whoever has the keys; without a window manager nobody gives them back to a window when a dialog goes."""
    found = QApplication.focusWidget()
    if found is not None:
        return found
    front = QApplication.activeModalWidget() or next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()
    )
    front.activateWindow()
    wait(10)
    now = QApplication.focusWidget()
    return front if now is None else now


def key(which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    press(focus(), which, modifier)
    wait(5)


def typed(text: str) -> None:
    type_text(focus(), text)


def over(kind: type[QDialog]) -> QDialog | None:
    """The dialog of a kind that is open."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[-1] if found else None


def wait_for(kind: type[QDialog]) -> QDialog:
    wait_until(lambda: over(kind) is not None)
    found = over(kind)
    assert found is not None
    return found


@pytest.fixture
def page(window: MainWindow) -> BooksPage:
    window.activateWindow()
    key(Qt.Key.Key_5, CTRL)
    shown = window.desk.page
    assert isinstance(shown, BooksPage)
    wait_until(lambda: shown._state.view is not None)
    return shown


def books_of(page: BooksPage) -> Books:
    return page._place.books


def last_entry(page: BooksPage) -> int:
    return int(rows_of(books_of(page), "SELECT max(id) FROM entry")[0][0])


def yes() -> None:
    """Tab from not doing it to the verb, and press it."""
    question = wait_for(Question)
    key(Qt.Key.Key_Tab)
    assert isinstance(question, Question)
    assert question.yes.hasFocus()
    key(Qt.Key.Key_Space)
    wait_until(lambda: over(Question) is None)


def turn_to_september(page: BooksPage) -> None:
    key(Qt.Key.Key_PageUp, CTRL)
    wait_until(lambda: page._state.view is not None and page._state.view.month == SEPTEMBER)


def give(page: BooksPage, amount: str = "1500") -> None:
    """F5: a donation in cash."""
    key(Qt.Key.Key_F5)
    wait_for(ReceiveDialog)
    key(Qt.Key.Key_Return)
    typed(amount)
    key(Qt.Key.Key_Return)
    typed("คณะผ้าป่า")
    key(Qt.Key.Key_F9)
    yes()
    wait_until(lambda: over(ReceiveDialog) is None)
    wait(20)


def test_page_opens_on_todays_month_with_the_search_ready(page: BooksPage) -> None:
    assert page.entries.search.edit.hasFocus()
    assert page.picker.month == Period.of(TODAY)
    turn_to_september(page)
    assert page._state.rows
    assert "ปิดงวดแล้ว" in page.head.facts.text()
    assert [card.account for card in page.cards.cards] == ["1100", "1201"]
    key(Qt.Key.Key_PageDown, CTRL)
    wait_until(lambda: page.picker.month == Period.of(TODAY))


def test_enter_opens_a_round_and_down_goes_to_its_receipts(page: BooksPage) -> None:
    turn_to_september(page)
    while page.entries.table.current is not None and page.entries.table.current.round is None:
        key(Qt.Key.Key_Down)
    folded = page.entries.table.current
    assert folded is not None
    before = len(page._state.rows)
    key(Qt.Key.Key_Return)
    assert len(page._state.rows) == before + len(folded.entries)
    key(Qt.Key.Key_Down)
    wait(80)
    assert page.view is not None
    assert page.view.entry.id == folded.entries[0].id
    key(Qt.Key.Key_Return)
    assert page.detail.print.hasFocus()
    key(Qt.Key.Key_F10)
    assert page._state.auditor
    key(Qt.Key.Key_Escape)
    assert page.entries.table.hasFocus()


def test_from_a_place_to_its_entries_and_back(page: BooksPage) -> None:
    turn_to_september(page)
    card = page.cards.cards[1]
    card.setFocus()
    key(Qt.Key.Key_Return)
    assert page._state.account == "1201"
    assert page._state.view is not None
    place = next(p for p in page._state.view.places if p.account == "1201")
    assert page._state.total.money == (place.received_satang, place.paid_satang)
    page.entries.table.setFocus()
    key(Qt.Key.Key_Escape)
    assert page._state.account == ""


def test_from_an_account_to_its_entries(page: BooksPage) -> None:
    turn_to_september(page)
    for _ in range(4):
        key(Qt.Key.Key_Right, ALT)
    assert page._state.show == "accounts"
    wait(60)
    assert page.detail.detail is not None
    assert page.detail.detail.direction == "คงเหลือ"
    key(Qt.Key.Key_Return)
    assert (page._state.account, page._state.show) == ("1100", "all")
    assert page.entries.tabs.chosen == "all"


def test_search_as_you_type_and_over_all_months(page: BooksPage) -> None:
    turn_to_september(page)
    row = next(r for r in page._state.rows if r.entry is not None and r.entry.voucher is not None)
    assert row.entry is not None
    typed(row.entry.who)
    assert row.key in [r.key for r in page._state.rows]
    key(Qt.Key.Key_K, CTRL)
    wait_until(lambda: page._state.found is not None)
    assert page._state.found is not None
    assert len({e.month for e in page._state.found}) >= 1
    key(Qt.Key.Key_Escape)
    assert page.entries.search.text == ""
    typed("ไม่มีอะไรแบบนี้ในเดือนไหนเลย")
    wait_until(lambda: page._state.found is not None)
    assert page._state.rows == ()


@pytest.mark.parametrize("text", ["<b>=1+1</b>", "😀", "9" * 500, "๑,๕๐๐", "31/4"])
def test_search_takes_anything_typed(page: BooksPage, text: str) -> None:
    typed(text)
    wait(5)
    assert page.entries.search.text


def test_money_in_by_keys_with_its_receipt_and_back_by_undo(page: BooksPage) -> None:
    books = books_of(page)
    before = money(books)
    give(page)
    assert money(books)["1100"] - before["1100"] == 1500_00
    assert page.head.facts.text().startswith("รับแล้ว ใบเสร็จเล่ม")
    assert page._state.chosen == ("entry", last_entry(page))
    wait(80)
    key(Qt.Key.Key_F7)
    wait_for(PaperDialog)
    assert rows_of(books, "SELECT count(*) FROM printing") == [(0,)]
    key(Qt.Key.Key_Escape)
    wait_until(lambda: over(PaperDialog) is None)
    key(Qt.Key.Key_Z, CTRL)
    dialog = wait_for(ReverseDialog)
    assert isinstance(dialog, ReverseDialog)
    assert dialog.form.field("reason").text == "ยกเลิกรายการที่เพิ่งลง"
    key(Qt.Key.Key_F9)
    yes()
    wait_until(lambda: over(ReverseDialog) is None)
    assert {k: v for k, v in money(books).items() if v} == {k: v for k, v in before.items() if v}
    assert problems(books) == []


def test_money_out_shows_the_fifth_and_waits_for_a_yes(page: BooksPage) -> None:
    books, before = books_of(page), last_entry(page)
    give(page, "500")
    key(Qt.Key.Key_F2)
    key(Qt.Key.Key_2)
    dialog = wait_for(SpendDialog)
    assert isinstance(dialog, SpendDialog)
    key(Qt.Key.Key_Return)
    typed("๒๐")
    key(Qt.Key.Key_Return)
    assert "เหลืออีก" in dialog.choice("pool").below.words
    typed("ร้าน <b>ก</b>")
    key(Qt.Key.Key_F9)
    question = wait_for(Question)
    assert isinstance(question, Question)
    assert "ร้าน <b>ก</b>" in question.words.words
    assert question.no.hasFocus()
    # Enter and a second F9 do nothing to the money: the focus stands on not doing it.
    key(Qt.Key.Key_F9)
    key(Qt.Key.Key_Escape)
    wait_until(lambda: over(Question) is None)
    assert last_entry(page) == before + 1
    key(Qt.Key.Key_F9)
    yes()
    wait_until(lambda: over(SpendDialog) is None)
    assert rows_of(books, f"SELECT kind, who FROM entry WHERE id = {last_entry(page)}") == [
        ("expense", "ร้าน <b>ก</b>")
    ]
    assert "ใบสำคัญ จ" in page.head.facts.text()
    assert problems(books) == []


def test_a_refusal_stands_beside_its_field_and_nothing_is_saved(page: BooksPage) -> None:
    before = last_entry(page)
    page.acts.spend()
    dialog = wait_for(SpendDialog)
    assert isinstance(dialog, SpendDialog)
    dialog.form.fill({"amount": "4999", "who": "ร้าน", "out_of": "1100", "pool": "reserve"})
    key(Qt.Key.Key_F9)
    yes()
    wait_until(lambda: dialog._banner is not None or any(_findings(dialog)))
    assert dialog.isVisible()
    assert last_entry(page) == before
    assert any(code in {"MONEY_SHORT", "RESOLUTION_MISSING", "POOL_EMPTY"} for code in _findings(dialog))
    key(Qt.Key.Key_Escape)
    wait_until(lambda: over(SpendDialog) is None)


def _findings(dialog: SpendDialog) -> list[str]:
    below = [getattr(field, "below", None) for field in dialog.form.fields.values()]
    return [b.finding.code for b in below if b is not None and b.finding is not None]


@pytest.mark.parametrize("text", ["abc", "31/4", "-5", "1e9", "😀", "๑๒๓๔๕๖๗๘๙๐๑๒๓๔", "=1+1", "1" * 10_000])
def test_a_wrong_amount_is_a_finding_and_stays_as_typed(page: BooksPage, text: str) -> None:
    page.acts.receive()
    dialog = wait_for(ReceiveDialog)
    assert isinstance(dialog, ReceiveDialog)
    dialog.form.fill({"amount": text, "who": "ผู้ให้"})
    key(Qt.Key.Key_F9)
    assert over(Question) is None
    assert dialog.form.field("amount").text == text
    key(Qt.Key.Key_Escape)


@pytest.mark.parametrize("text", ["1/12/2569", "31/4/2569", "1/1/2560", "x", ""])
def test_a_wrong_day_is_a_finding(page: BooksPage, text: str) -> None:
    page.acts.receive()
    dialog = wait_for(ReceiveDialog)
    assert isinstance(dialog, ReceiveDialog)
    dialog.form.fill({"amount": "5", "who": "ผู้ให้", "on": text})
    key(Qt.Key.Key_F9)
    assert over(Question) is None
    key(Qt.Key.Key_Escape)


def test_money_moves_to_the_bank_and_pools_by_resolution(page: BooksPage) -> None:
    books = books_of(page)
    give(page, "2000")
    before = money(books)
    key(Qt.Key.Key_F2)
    key(Qt.Key.Key_3)
    dialog = wait_for(MoveDialog)
    key(Qt.Key.Key_Return)
    typed("500")
    key(Qt.Key.Key_F9)
    yes()
    wait_until(lambda: over(MoveDialog) is None)
    after = money(books)
    assert (after["1100"] - before["1100"], after["1201"] - before["1201"]) == (-500_00, 500_00)
    page.acts.move()
    dialog = wait_for(MoveDialog)
    assert isinstance(dialog, MoveDialog)
    dialog.form.fill({"kind": "pools", "amount": "10", "pool": "welfare", "to_pool": "reserve"})
    key(Qt.Key.Key_F9)
    assert over(Question) is None
    dialog.form.fill({"resolution": "3/2569"})
    key(Qt.Key.Key_F9)
    yes()
    wait_until(lambda: over(MoveDialog) is None)
    assert money(books)["pool:reserve"] - after["pool:reserve"] == 10_00
    assert problems(books) == []


def test_a_half_typed_form_survives_and_esc_gives_it_up(page: BooksPage) -> None:
    page.acts.spend()
    dialog = wait_for(SpendDialog)
    assert isinstance(dialog, SpendDialog)
    dialog.form.fields["who"].setFocus()
    typed("ร้านค้า")
    wait_until(lambda: page._place.drafts.kept("books.spend") is not None)
    after_the_cut = SpendDialog(page.theme, dialog.desk, None, Drafts(page._place.drafts._path))
    after_the_cut.begin()
    assert after_the_cut.form.field("who").text == "ร้านค้า"
    after_the_cut.deleteLater()
    key(Qt.Key.Key_Escape)
    wait_until(lambda: over(SpendDialog) is None)
    assert page._place.drafts.kept("books.spend") is None


def test_a_form_that_may_be_posted_already_says_so_after_the_cut(page: BooksPage) -> None:
    page.acts.spend()
    dialog = wait_for(SpendDialog)
    assert isinstance(dialog, SpendDialog)
    dialog.form.fields["who"].setFocus()
    typed("ร้านค้า")
    wait_until(lambda: page._place.drafts.kept("books.spend") is not None)
    desk, drafts = dialog.desk, Drafts(page._place.drafts._path)
    same = SpendDialog(page.theme, desk, None, drafts)
    same.begin()
    assert "ยังไม่ได้บันทึก" in same.again.words
    # The power went between posting and forgetting what was typed: the box holds less than it held then.
    places = tuple(
        (code, name, satang - (640_00 if code == "1100" else 0)) for code, name, satang in desk.places
    )
    later = SpendDialog(page.theme, replace(desk, places=places), None, drafts)
    later.begin()
    assert later.form.field("who").text == "ร้านค้า"
    assert "ลงไว้แล้วหรือยัง" in later.again.words
    assert "ยังไม่ได้บันทึก" not in later.again.words
    for made in (same, later):
        made.deleteLater()
    key(Qt.Key.Key_Escape)


def test_asked_for_twice_there_is_one_form(page: BooksPage) -> None:
    desk = money_desk(books_of(page))
    # Two presses while the first is still read for: both readings come back.
    page.acts._receive(desk)
    page.acts._spend(desk)
    wait(20)
    assert [type(w) for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()] == [
        ReceiveDialog
    ]
    key(Qt.Key.Key_Escape)
    wait_until(lambda: over(ReceiveDialog) is None)
    page.acts.choose()
    page.acts.choose()
    wait(10)
    assert len([w for w in QApplication.topLevelWidgets() if isinstance(w, NewMenu) and w.isVisible()]) == 1
    key(Qt.Key.Key_Escape)


def test_a_form_closed_under_its_question_takes_the_question_along(page: BooksPage) -> None:
    desk = money_desk(books_of(page))
    for _ in range(2):
        page.acts._spend(desk)
        form = wait_for(SpendDialog)
        assert isinstance(form, SpendDialog)
        form.form.fill({"account": "5400", "amount": "100", "who": "ร้านตัวอย่าง"})
        form.submit()
        wait_for(Question)
        form.close()
        wait(20)
        assert page.acts.question is None


@pytest.mark.parametrize("percent", [100, 140, 160])
def test_the_question_of_taking_back_is_read_whole(window: MainWindow, percent: int) -> None:
    window.set_look(percent=percent)
    window.activateWindow()
    key(Qt.Key.Key_5, CTRL)
    page = window.desk.page
    assert isinstance(page, BooksPage)
    wait_until(lambda: page._state.view is not None)
    page.go_to_entry(
        int(rows_of(books_of(page), "SELECT max(entry_id) FROM payment WHERE reversed_by IS NULL")[0][0])
    )
    wait_until(lambda: page.entries.table.current is not None)
    wait(80)
    page._reverse()
    form = wait_for(ReverseDialog)
    assert isinstance(form, ReverseDialog)
    form.form.fill({"reason": "จ่ายผิดคน"})
    form.submit()
    asked = wait_for(Question)
    wait(60)
    assert clipped(asked) == []
    asked.close()
    form.close()
    window.set_look(percent=100)


def test_a_half_typed_reason_comes_back_to_its_entry_and_no_other(page: BooksPage) -> None:
    give(page)
    entry = last_entry(page)
    wait(80)
    key(Qt.Key.Key_F11)
    wait_for(ReverseDialog)
    typed("ลงผิดวัน")
    wait_until(lambda: page._place.drafts.kept(f"books.reverse {entry}") is not None)
    drafts = Drafts(page._place.drafts._path)
    for wanted, reason in ((entry, "ลงผิดวัน"), (entry - 1, "")):
        again = ReverseDialog(page.theme, entry_view(books_of(page), wanted), None, drafts=drafts)
        again.begin()
        assert again.form.field("reason").text == reason
        again.deleteLater()
    key(Qt.Key.Key_Escape)
    wait_until(lambda: over(ReverseDialog) is None)
    assert page._place.drafts.kept(f"books.reverse {entry}") is None


def test_all_months_can_be_pressed_when_there_is_something_to_look_for(page: BooksPage) -> None:
    button = page.entries.all_months
    assert not button.isEnabled()
    assert "พิมพ์" in button.toolTip()
    typed("มะลิ")
    wait_until(button.isEnabled)
    assert button.toolTip() == ""


def test_taking_back_needs_a_reason_and_links_both_ways(page: BooksPage) -> None:
    books = books_of(page)
    give(page)
    entry = last_entry(page)
    wait(80)
    key(Qt.Key.Key_F11)
    wait_for(ReverseDialog)
    key(Qt.Key.Key_F9)
    assert over(Question) is None
    typed("ลงซ้ำ")
    key(Qt.Key.Key_Return)
    yes()
    wait_until(lambda: over(ReverseDialog) is None)
    wait(80)
    assert rows_of(books, f"SELECT reverses_id, reason FROM entry WHERE id = {last_entry(page)}") == [
        (entry, "ลงซ้ำ")
    ]
    assert page.detail.detail is not None
    assert any(link.argument == {"entry": entry} for link in page.detail.detail.links)
    assert not page.detail.reverse.isEnabled()
    page.detail.link_buttons[0].click()
    wait(80)
    assert page.view is not None
    assert page.view.entry.id == entry
    key(Qt.Key.Key_F11)
    assert over(ReverseDialog) is None


def test_another_page_can_ask_for_an_entry_and_a_wrong_one_is_told(
    page: BooksPage, window: MainWindow
) -> None:
    (entry,) = rows_of(books_of(page), "SELECT min(id) FROM entry WHERE kind = 'benefit'")[0]
    window.desk.turn_to("home")
    window.desk.turn_to("books", {"entry": entry})
    wait_until(lambda: page.view is not None and page.view.entry.id == entry)
    window.desk.turn_to("books", {"entry": 999_999})
    assert page._banner is not None
    key(Qt.Key.Key_Escape)
    assert page._banner is None


def test_what_others_do_is_shown_when_one_looks(page: BooksPage) -> None:
    from wangfund.ui.workplace import Changed

    receive_money(books_of(page), ReceiveMoney(TODAY, "4200", 100, "cash", "ผู้ให้"))
    page._place.tell_changed(Changed.MONEY)
    wait_until(lambda: any(row.what == "รับเงินบริจาค" for row in page._state.rows))


def test_reading_alone_nothing_can_be_written(tmp_path: Path, fund: Path, qapp: QApplication) -> None:
    window = make_window(tmp_path, fund=None)
    window.open_fund(fund, reading=True)
    window.show()
    wait_until(lambda: window.place is not None)
    window.desk.turn_to("books")
    page = window.desk.page
    assert isinstance(page, BooksPage)
    wait_until(lambda: page._state.view is not None)
    assert not page.new.isEnabled()
    page.acts.receive()
    wait(10)
    assert over(ReceiveDialog) is None
    window.close()


def test_nothing_is_cut_and_the_page_comes_at_once(page: BooksPage, window: MainWindow) -> None:
    turn_to_september(page)
    wait(80)
    assert clipped(window) == []
    window.desk.turn_to("home")
    start = perf_counter()
    window.desk.turn_to("books")
    window.grab()
    assert perf_counter() - start < 1.0
