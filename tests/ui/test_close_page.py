"""ปิดงวด by keys alone: counted, compared, drafted, sealed; and everything that must not happen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.ui.typing import press, type_text, wait, wait_until
from tests.ui.windows import TODAY, make_window
from wangfund.domain.papers.cash_count import PIECES
from wangfund.thai.money_text import format_baht
from wangfund.thai.period import Period
from wangfund.ui.close.page import ClosePage
from wangfund.ui.frame.question import Question
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.papers.paper_dialog import PaperDialog
from wangfund.usecases.close_month import close_month
from wangfund.usecases.month_pack import month_pack
from wangfund.usecases.months_to_close import months_to_close
from wangfund.usecases.receive_money import ReceiveMoney, receive_money
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round

OCTOBER = Period(2026, 10)
ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
_RESOLUTION = "ครั้งที่ 11/2569 วาระที่ 2"


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def key(pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    press(focus(), pressed, modifier)
    wait(0)


def keys(*pressed: Qt.Key) -> None:
    for one in pressed:
        key(one)


def page_of(window: MainWindow) -> ClosePage:
    page = window.desk.page
    assert isinstance(page, ClosePage)
    return page


def open_page(window: MainWindow) -> ClosePage:
    press(focus(), Qt.Key.Key_6, CTRL)
    wait(30)
    return page_of(window)


@pytest.fixture
def page(window: MainWindow) -> Iterator[ClosePage]:
    """The page on October 2026, begun by Enter before its last day; all villages in but the last."""
    assert window.place is not None
    moos = [v.moo for v in window.place.profile.villages]
    record_round(
        window.place.books, RecordRound(OCTOBER, date(2026, 10, 6), [VillageRound(m) for m in moos[:-1]])
    )
    made = open_page(window)
    assert made.state.month is None
    key(ENTER)
    wait_until(lambda: made.state.view is not None)
    yield made
    close_dialogs()


def close_dialogs() -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.close()
    wait(5)
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, MainWindow) and widget.isVisible():
            # No window manager gives the keys back here.
            widget.activateWindow()
    wait(5)


def dialogs(kind: type[QDialog]) -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def to_step(page: ClosePage, step: str) -> None:
    """Up and down on the list, as a hand would."""
    page.list.setFocus()
    names = [row.step.name for row in page.list.rows]
    moves = names.index(step) - names.index(page.state.step)
    keys(*[Qt.Key.Key_Down if moves > 0 else Qt.Key.Key_Up] * abs(moves))
    assert page.state.step == step


def count(page: ClosePage, satang: int) -> None:
    """Type a count with digits and Enter alone; the keys are then with who counted."""
    to_step(page, "cash")
    if page.state.cash_difference == 0:
        page.cash.begin()
    else:
        key(ENTER)
    for piece in PIECES:
        pieces, satang = divmod(satang, piece)
        edit = focus()
        assert edit in page.cash.count.fields
        edit.setProperty("cursorPosition", 0)
        key(Qt.Key.Key_A, CTRL)
        type_text(edit, str(pieces) if pieces else "0")
        key(ENTER)


def expected(page: ClosePage) -> int:
    assert page.state.view is not None
    return page.state.view.cash.expected_satang


def everything_typed(page: ClosePage) -> None:
    """Count and bank, by Enter from one to the other."""
    count(page, expected(page))
    keys(ENTER, ENTER)
    assert page.state.view is not None
    assert focus() is page.banks.rows[0].field.edit
    type_text(focus(), format_baht(page.state.view.banks[0].book.expected_satang))
    key(ENTER)


def drafted(page: ClosePage) -> None:
    everything_typed(page)
    to_step(page, "draft")
    key(ENTER)
    wait_until(lambda: bool(dialogs(PaperDialog)))
    close_dialogs()


def answer(button: QWidget, pressed: Qt.Key) -> None:
    """Answer a question by a key."""
    press(button, pressed)
    wait(5)
    close_dialogs()


def ask_seal(page: ClosePage) -> Question:
    page.list.setFocus()
    to_step(page, "seal")
    key(ENTER)
    if page.seal.resolution.text == "":
        type_text(focus(), _RESOLUTION)
    key(ENTER)
    (question,) = dialogs(Question)
    assert isinstance(question, Question)
    return question


def test_a_month_is_closed_by_keys_from_the_empty_page_to_the_fingerprint(
    window: MainWindow, page: ClosePage
) -> None:
    everything_typed(page)
    assert page.state.step == "claims"
    to_step(page, "draft")
    key(ENTER)
    wait_until(lambda: bool(dialogs(PaperDialog)))
    assert page.state.drafted
    assert page.state.pack is not None
    close_dialogs()
    assert page.main.text() == "ต่อไป ปิดงวดตามมติ"
    question = ask_seal(page)
    assert question.no.hasFocus()
    assert "หลังปิดแล้วแก้ไม่ได้" in question.words.words
    answer(question.yes, Qt.Key.Key_Space)
    wait_until(lambda: page.state.sealed is not None)
    wait(20)
    assert window.place is not None
    closed = months_to_close(window.place.books).closed[0]
    assert (closed.month, closed.resolution) == (OCTOBER, _RESOLUTION)
    assert page.seal.sealed.fingerprint.text() == closed.fingerprint.replace("-", " ")
    assert closed.fingerprint in page.head.facts.text()
    assert window.place.drafts.kept("close/2569-10") is None
    page.list.setFocus()
    assert page.main.text() == "สำรองข้อมูล"
    key(ENTER)
    wait_until(lambda: page.state.backed_up)
    key(ENTER)
    assert window.desk.page is not page
    again = open_page(window)
    assert (again.state.month, again.state.sealed) == (None, None)


def test_letters_in_the_count_are_refused_in_words_and_print_nothing(page: ClosePage) -> None:
    to_step(page, "cash")
    key(ENTER)
    type_text(focus(), "กข")
    key(ENTER)
    assert page.side.answer.shown is not None
    assert "อ่านไม่ได้" in page.side.answer.shown.words
    key(Qt.Key.Key_F7)
    wait(20)
    assert dialogs(PaperDialog) == []
    assert focus() is page.cash.count.fields[0]
    assert focus().property("text") == "กข"


def test_the_sheet_of_the_count_is_printed_with_who_counted(page: ClosePage) -> None:
    count(page, expected(page) + 30_00)
    assert focus() is page.who.counter.edit
    type_text(focus(), "<b>ยายแก้ว</b>")
    assert page.state.inputs.counter == "<b>ยายแก้ว</b>"
    key(Qt.Key.Key_F7)
    wait_until(lambda: bool(dialogs(PaperDialog)))
    assert page.side.answer.shown is not None
    assert page.side.answer.shown.words == "เงินเกินอยู่ 30.00"


def test_esc_goes_back_to_the_list_then_home_and_nothing_typed_is_lost(
    window: MainWindow, page: ClosePage
) -> None:
    count(page, 1_234_00)
    key(Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    key(Qt.Key.Key_Escape)
    assert window.desk.page is not page
    again = open_page(window)
    assert again.state.counted_satang == 1_234_00


def test_a_power_cut_costs_no_typing(window: MainWindow, page: ClosePage, tmp_path: Path) -> None:
    count(page, 1_234_25)
    type_text(focus(), "ผู้นับใหม่")
    wait(350)
    fund = window.place.path if window.place is not None else tmp_path
    copy = tmp_path / "again"
    copy.mkdir()
    assert window.place is not None
    window.place.wrote = False
    window.close()
    later = make_window(tmp_path, fund=fund)
    later.show()
    wait(20)
    made = open_page(later)
    key(ENTER)
    wait_until(lambda: made.state.view is not None)
    assert made.state.counted_satang == 1_234_25
    assert made.cash.count.total_satang == 1_234_25
    assert "ผู้นับใหม่" in made.who.counter.text
    assert later.place is not None
    later.place.wrote = False
    later.close()


def test_larger_text_keeps_the_count_the_bank_and_the_step(window: MainWindow, page: ClosePage) -> None:
    everything_typed(page)
    to_step(page, "seal")
    key(ENTER)
    before = page.state.inputs
    window.set_look(percent=140)
    wait_until(lambda: window.desk.page is not page)
    wait(30)
    grown = page_of(window)
    assert grown.state.inputs == before
    assert grown.state.step == "seal"
    assert grown.cash.count.total_satang == before.counted.total_satang
    window.set_look(percent=100)
    wait(60)


def test_a_payment_between_draft_and_seal_is_refused_and_sends_back_to_the_count(
    window: MainWindow, page: ClosePage
) -> None:
    drafted(page)
    question = ask_seal(page)
    assert window.place is not None
    receive_money(window.place.books, ReceiveMoney(TODAY, "4200", 5_00, "cash", "ผู้ให้ทดลอง", pool="admin"))
    answer(question.yes, Qt.Key.Key_Space)
    wait_until(lambda: page.state.view is not None and page.state.view.stale)
    wait(20)
    assert [m for m, _ in months_to_close(window.place.books).open_months] == [OCTOBER]
    assert page._banner is not None
    to_step(page, "draft")
    assert page.side.answer.shown is not None
    assert page.side.answer.shown.words == "มีรายการใหม่หลังทำร่าง"
    assert page.side.facts.shown is not None
    count(page, expected(page))
    keys(ENTER, ENTER)
    to_step(page, "draft")
    key(ENTER)
    wait_until(lambda: page.state.drafted)


def test_a_double_press_drafts_once_and_asks_once(window: MainWindow, page: ClosePage) -> None:
    everything_typed(page)
    to_step(page, "draft")
    assert window.place is not None
    before = window.place.books.path.read_bytes()
    page.acts.do_main()
    page.acts.do_main()
    wait_until(lambda: bool(dialogs(PaperDialog)))
    assert window.place.books.path.read_bytes() != before
    assert len(dialogs(PaperDialog)) == 1
    close_dialogs()
    ask_seal(page)
    page.acts.do_main()
    assert len(dialogs(Question)) == 1


def test_a_month_closed_by_another_hand_is_refused_in_words(window: MainWindow, page: ClosePage) -> None:
    drafted(page)
    question = ask_seal(page)
    assert window.place is not None and page.state.view is not None
    command = page.state.close_command()
    close_month(window.place.books, replace(command, resolution="มติอื่น"))
    answer(question.yes, Qt.Key.Key_Space)
    wait(50)
    assert page._banner is not None
    assert "ปิดแล้ว" in page._banner.accessibleName()
    assert page.state.month is None


def test_not_yet_leaves_the_month_open(window: MainWindow, page: ClosePage) -> None:
    drafted(page)
    question = ask_seal(page)
    answer(question.no, Qt.Key.Key_Escape)
    wait(20)
    assert dialogs(Question) == []
    assert window.place is not None
    assert months_to_close(window.place.books).due == OCTOBER


def test_a_seal_without_a_resolution_asks_for_it(page: ClosePage) -> None:
    drafted(page)
    to_step(page, "seal")
    key(ENTER)
    key(ENTER)
    assert dialogs(Question) == []
    assert page.seal.resolution.below.finding is not None
    page.acts.do_main()
    assert dialogs(Question) == []


def test_the_draft_is_taken_back_and_what_was_typed_stays(window: MainWindow, page: ClosePage) -> None:
    drafted(page)
    typed = page.state.counted_satang
    to_step(page, "draft")
    assert page.draft.take_back.isEnabled()
    key(Qt.Key.Key_Z, CTRL)
    wait_until(lambda: page.state.view is not None and page.state.view.state == "open")
    assert page.state.counted_satang == typed
    assert not page.draft.take_back.isEnabled()
    assert page.main.text() == "ทำร่างปิดงวด"
    key(Qt.Key.Key_Z, CTRL)
    assert page._banner is None


def test_a_month_behind_is_shown_again_with_the_same_fingerprint(window: MainWindow, page: ClosePage) -> None:
    to_step(page, "history")
    key(ENTER)
    key(Qt.Key.Key_Down)
    assert window.place is not None
    second = months_to_close(window.place.books).closed[1]
    assert page.past.sealed.fingerprint.text() == second.fingerprint.replace("-", " ")
    assert month_pack(window.place.books, second.month).fingerprint == second.fingerprint
    key(ENTER)
    wait_until(lambda: bool(dialogs(PaperDialog)))


def test_a_missing_village_leads_to_its_sheet_and_f3_does_too(window: MainWindow, page: ClosePage) -> None:
    went: list[tuple[str, object]] = []
    page.go.disconnect(window.desk.turn_to)
    page.go.connect(lambda name, argument: went.append((name, argument)))
    assert page.state.view is not None
    last = page.state.view.villages[-1].moo
    to_step(page, "rounds")
    key(Qt.Key.Key_F3)
    key(ENTER)
    keys(*[Qt.Key.Key_Down] * (len(page.state.view.villages) - 1))
    key(ENTER)
    assert went == [("collect", {"moo": last})] * 2
    page.go.connect(window.desk.turn_to)


def test_another_day_of_counting_reads_the_books_of_that_day(page: ClosePage) -> None:
    to_step(page, "cash")
    key(ENTER)
    page.cash.day.edit.setFocus()
    key(Qt.Key.Key_A, CTRL)
    type_text(focus(), "5/10/2569")
    wait_until(lambda: page.state.view is not None and page.state.view.counted_on == date(2026, 10, 5))
    assert page.state.view is not None
    assert page.state.view.uncounted
    for wrong in ("31/4/2569", "5/11/2569", "เมื่อวาน", "🐯" * 30):
        key(Qt.Key.Key_A, CTRL)
        type_text(focus(), wrong)
        wait(10)
        assert page.state.view.counted_on == date(2026, 10, 5)
