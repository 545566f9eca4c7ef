"""The page เก็บเงินสมทบ by sent keys: villages, a sheet, posting once, the counter, what a collector brings later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.funds import NOVEMBER, PRICE, TODAY, money, on, problems, rows_of
from tests.ui.clipping import clipped
from tests.ui.test_collect_keys import keypad
from tests.ui.typing import press, type_text, wait, wait_until
from wangfund.domain.errors import Refused
from wangfund.store.books import Books
from wangfund.store.profile import read_profile
from wangfund.ui.collect.choice_dialog import ChoiceDialog
from wangfund.ui.collect.counter_dialog import CounterDialog
from wangfund.ui.collect.day_dialog import DayDialog
from wangfund.ui.collect.hand_in_dialog import HandInDialog
from wangfund.ui.collect.page import CollectPage
from wangfund.ui.collect.papers import sheets_paper
from wangfund.ui.collect.village_rows import village_mark
from wangfund.ui.frame.question import Question
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.papers.paper_dialog import PaperDialog
from wangfund.ui.preferences import PreferenceFile
from wangfund.ui.worker.progress import Progress
from wangfund.ui.worker.runner import InlineRunner
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.change_profile import ChangeProfile, change_profile
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round
from wangfund.usecases.rounds_of_month import rounds_in_month
from wangfund.usecases.take_payment import TakePayment, take_payment

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, young: Path) -> Iterator[MainWindow]:
    """A window on a young fund, on the page."""
    made = _window(qapp, tmp_path, young)
    yield made
    _end(made)


def _window(qapp: QApplication, folder: Path, fund: Path) -> MainWindow:
    made = MainWindow(on(TODAY), InlineRunner(qapp), PreferenceFile(folder / "window.json"))
    made.start(fund)
    made.show()
    made.activateWindow()
    made.desk.turn_to("collect")
    wait(20)
    return made


def _end(made: MainWindow) -> None:
    if made.place is not None:
        made.place.wrote = False
    made.close()


def page_of(window: MainWindow) -> CollectPage:
    page = window.desk.page
    assert isinstance(page, CollectPage)
    return page


def books_of(window: MainWindow) -> Books:
    assert window.place is not None
    return window.place.books


def _place(window: MainWindow) -> Workplace:
    assert window.place is not None
    return window.place


def focus() -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None
    return here


def dialog(kind: type[D]) -> D:
    """The dialog that is open, which is of a kind."""
    wait(5)
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    assert isinstance(found, kind)
    return found


def no_dialog() -> bool:
    wait(5)
    return not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def say_yes() -> None:
    """Go to the verb of the question and press it."""
    asked = dialog(Question)
    assert asked.focusWidget() is asked.no
    asked.yes.click()
    wait(20)
    # Without a window manager nobody gives the keys back to the window when a dialog closes.
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow) and window.isVisible():
            window.activateWindow()
    wait(5)


def test_villages_are_listed_and_enter_opens_the_first_that_is_out(window: MainWindow) -> None:
    page = page_of(window)
    assert [row.moo for row in page.villages.table.model().rows] == [1, 2, 3]  # type: ignore[attr-defined]
    assert "รออีก 3 หมู่บ้าน" in page.head.facts.text()
    keypad("\n")
    assert page.sheet is not None
    assert page.head.heading.text() == "ใบเก็บเงิน หมู่ 1 บ้านเหนือ"
    assert focus() is page.sheet.table


def test_whole_round_by_keypad_posts_once_however_often_it_is_pressed(window: MainWindow) -> None:
    page, books = page_of(window), books_of(window)
    told: list[object] = []
    assert window.place is not None
    window.place.changed.connect(told.append)
    keypad("\n" * 9)
    assert page.sheet is not None
    assert focus() is page.sheet.money.counted
    keypad("240\n")
    asked = dialog(Question)
    assert "หมู่ 1 บ้านเหนือ" in asked.words.words
    assert "รวม 240.00 บาท" in asked.words.words
    asked.yes.click()
    asked.yes.click()
    press(page, Qt.Key.Key_F9)
    wait(20)
    assert rows_of(books, "SELECT count(*) FROM receipt") == [(8,)]
    assert rows_of(books, "SELECT count(*) FROM round") == [(1,)]
    assert Changed.MONEY in told
    assert "ออกใบเสร็จ 8 ใบ เลขที่ 1–8 รวม 240.00 บาท" in page.head.facts.text()
    assert problems(books) == []
    press(page, Qt.Key.Key_Escape)
    page.back()
    wait(10)
    assert "รออีก 2 หมู่บ้าน" in page.head.facts.text()


def test_posting_first_asks_for_what_is_missing(window: MainWindow) -> None:
    page = page_of(window)
    keypad("\n\n\n")
    assert page.sheet is not None
    page.sheet.post.click()
    assert no_dialog()
    assert page.sheet.sheet.entry.at == 2
    page.all_paid.click()
    page.sheet.post.click()
    assert no_dialog()
    assert focus() is page.sheet.money.counted
    type_text(focus(), "๒๔x")
    page.sheet.post.click()
    assert no_dialog()
    assert page.sheet.sheet.counted_satang is None


def test_short_cash_is_named_and_brought_later_by_the_collector(window: MainWindow) -> None:
    page, books = page_of(window), books_of(window)
    keypad("\n" * 9)
    keypad("200\n")
    say_yes()
    assert money(books)["1400"] == 4000
    page.back()
    wait(10)
    assert page.villages.collectors.isVisible()
    page.villages.hand_in.click()
    form = dialog(HandInDialog)
    assert form.amount.text == "40.00"
    assert "ยายแก้ว" in form.who.box.currentText()
    form.amount.edit.selectAll()
    type_text(form.amount.edit, "50")
    form.submit()
    wait(20)
    assert form.isVisible()
    assert money(books)["1400"] == 4000
    form.amount.edit.selectAll()
    type_text(form.amount.edit, "40")
    form.submit()
    wait(20)
    assert no_dialog()
    assert money(books)["1400"] == 0
    assert not page.villages.collectors.isVisible()
    assert page.head.facts.text() == "รับเงินจากยายแก้ว 40.00 บาทแล้ว"
    assert problems(books) == []


def test_cash_over_is_posted_as_over(window: MainWindow) -> None:
    books = books_of(window)
    keypad("\n" * 9)
    keypad("241.50\n")
    assert "เกิน 1.50 บาท" in dialog(Question).words.words
    say_yes()
    assert money(books)["5700"] == -150


def test_cash_counted_by_pieces_fills_the_sum(window: MainWindow) -> None:
    page = page_of(window)
    keypad("\n" * 9)
    keypad("*")
    assert page.sheet is not None
    assert page.sheet.count.isVisible()
    keypad("\n\n2\n\n2\n")
    for _ in range(6):
        keypad("\n")
    assert focus() is page.sheet.money.counted
    assert page.sheet.money.counted.text() == "240.00"
    keypad("\n")
    say_yes()
    assert next(iter(page._state.pieces.values())) == {10_000: 2, 2_000: 2}


def test_esc_steps_back_and_the_half_keyed_sheet_is_marked_and_comes_back(window: MainWindow) -> None:
    page = page_of(window)
    keypad("\n60\n-9")
    assert page.sheet is not None
    assert page.back()
    assert page.sheet.sheet.entry.typed == ""
    assert page.back()
    assert page.villages.isVisible()
    row = page.villages.table.current
    assert row is not None
    assert page._half(row)
    keypad("\n")
    assert page.sheet is not None
    paid = page.sheet.sheet.entry.paid
    assert sorted(paid.values()) == [0, 6000]
    assert page.sheet.sheet.entry.at == 2


def test_half_keyed_sheet_survives_the_power(qapp: QApplication, tmp_path: Path, young: Path) -> None:
    first = _window(qapp, tmp_path, young)
    keypad("\n60\n-\n*2\n")
    wait(450)
    books_of(first).close()
    first.hide()
    second = _window(qapp, tmp_path, young)
    page = page_of(second)
    keypad("\n")
    assert page.sheet is not None
    assert sorted(page.sheet.sheet.entry.paid.values()) == [0, 3000, 6000]
    assert page.sheet.sheet.counted == "2,000.00"
    assert page.sheet.count.counts == {100_000: 2}
    _end(second)
    first.place = None
    first.deleteLater()


def test_other_text_size_keeps_what_was_typed(window: MainWindow) -> None:
    keypad("\n60\n-")
    window.set_look(percent=160)
    wait(20)
    page = page_of(window)
    assert page.sheet is not None
    assert sorted(page.sheet.sheet.entry.paid.values()) == [0, 6000]
    assert page.sheet.sheet.entry.at == 2
    page.sheet.table.setFocus()
    keypad("\n" * 6)
    assert focus() is page.sheet.money.counted
    assert page.back()
    assert focus() is page.sheet.table
    window.set_look(percent=100)


def test_day_is_changed_and_refused_in_words(window: MainWindow) -> None:
    page = page_of(window)
    keypad("\n")
    assert page.sheet is not None
    page.sheet.money.day.click()
    form = dialog(DayDialog)
    for text in ("31/4/2569", "1/1/2580", "abc", "5/10/2569"):
        form.field.edit.selectAll()
        type_text(form.field.edit, text)
        form.submit()
        wait(5)
        assert form.isVisible()
        assert page.sheet.sheet.on == TODAY
    form.field.edit.selectAll()
    type_text(form.field.edit, "๑๘/๑๑/๒๕๖๙")
    form.submit()
    assert no_dialog()
    assert page.sheet.sheet.on.day == 18
    assert page.sheet.money.day.text() == "18 พ.ย."


def test_payment_elsewhere_while_a_sheet_is_half_keyed_asks_for_that_line_again(window: MainWindow) -> None:
    page, books = page_of(window), books_of(window)
    keypad("\n\n\n")
    assert page.sheet is not None
    take_payment(books, TakePayment(page.sheet.sheet.entry.lines[0].row.member_no, PRICE, TODAY))
    assert window.place is not None
    window.place.tell_changed(Changed.MONEY)
    wait(20)
    entry = page.sheet.sheet.entry
    assert list(entry.paid.values()) == [PRICE]
    assert entry.lines[0].row.total_satang == 0


def test_fund_renamed_while_a_sheet_is_half_keyed_loses_nothing_of_it(window: MainWindow) -> None:
    page, books = page_of(window), books_of(window)
    keypad("\n\n\n")
    assert page.sheet is not None
    sheet = page.sheet.sheet
    paid = dict(sheet.entry.paid)
    assert len(paid) == 2
    with books.read() as r:
        profile = read_profile(r, TODAY)
    change_profile(books, ChangeProfile(replace(profile, name="กองทุนสวัสดิการชุมชนตำบลชื่อใหม่")))
    assert window.place is not None
    window.place.tell_changed(Changed.SETTINGS)
    wait(20)
    assert not page.posted.isVisible()
    assert page.sheet is not None
    assert page.sheet.sheet.entry.paid == paid
    page.sheet.keep()
    page.printing.choose_papers(sheet.entry.view)
    assert no_dialog()
    assert page.back()
    keypad("\n")
    assert page.sheet is not None
    assert page.sheet.sheet.entry.paid == paid


def test_sheet_posted_elsewhere_is_shown_as_posted(window: MainWindow) -> None:
    page, books = page_of(window), books_of(window)
    keypad("\n\n")
    record_round(books, RecordRound(NOVEMBER, TODAY, [VillageRound(1)]))
    assert window.place is not None
    window.place.tell_changed(Changed.MONEY)
    wait(20)
    assert page.posted.isVisible()
    assert page.posted.isVisible()
    assert "8 ใบ 240.00" in page.posted._sum.text()


def test_posted_sheet_opens_again_for_those_who_pay_late(window: MainWindow) -> None:
    page, books = page_of(window), books_of(window)
    keypad("\n--\n\n\n\n\n\n")
    keypad("180\n")
    say_yes()
    assert "ยังไม่จ่าย 2 คน 60.00 บาท" in page.posted._owing.words
    page.posted.again.click()
    assert page.sheet is not None
    assert len(page.sheet.sheet.entry.lines) == 2
    keypad("\n-")
    keypad("30\n")
    say_yes()
    assert rows_of(books, "SELECT count(*), sum(sheet_satang) FROM round") == [(2, 7 * PRICE)]
    assert "7 ใบ 210.00" in page.posted._sum.text()
    assert problems(books) == []


def test_counter_takes_one_payment_and_offers_the_receipt(window: MainWindow) -> None:
    page, books = page_of(window), books_of(window)
    page.receive.click()
    wait(10)
    form = dialog(CounterDialog)
    assert form.finder is not None
    # Nothing to fill in before it is known whose money it is.
    assert not form.amount.isVisible()
    type_text(form.finder.field.edit, "0025")
    press(form.finder.field.edit, Qt.Key.Key_Return)
    assert form.view is not None
    assert form.amount.isVisible()
    assert form.amount.text == "60.00"
    assert "ต.ค.–พ.ย. 2569" in form._covers.words
    type_text(form.amount.edit, "+")
    assert form.amount.text == "90.00"
    assert "จะชำระแล้วถึง ธันวาคม 2569" in form._covers.words
    type_text(form.amount.edit, "---")
    assert form.amount.text == "30.00"
    form.amount.edit.selectAll()
    for wrong in ("abc", "0", "-5", "😀", "99999999999"):
        form.amount.edit.selectAll()
        form.amount.edit.insert(wrong)
        form.amount._on_edited()
        form.submit()
        wait(5)
        assert rows_of(books, "SELECT count(*) FROM receipt") == [(0,)]
    form.amount.edit.selectAll()
    type_text(form.amount.edit, "65")
    assert "เหลือ 5.00" in form._covers.words
    form.submit()
    form.submit()
    wait(20)
    assert rows_of(books, "SELECT amount_satang FROM receipt") == [(6500,)]
    asked = dialog(ChoiceDialog)
    press(asked, Qt.Key.Key_Escape)
    assert "ใบเสร็จที่ 1" in page.head.facts.text()


def test_counter_opens_on_a_member_another_page_names(window: MainWindow) -> None:
    window.desk.turn_to("collect", {"member": 25})
    form = dialog(CounterDialog)
    assert form.finder is None
    assert form.view is not None
    assert form.view.member.id == 25
    form.reject()


def test_page_opens_the_village_another_page_names(window: MainWindow) -> None:
    window.desk.turn_to("home")
    window.desk.turn_to("collect", {"moo": 3})
    page = page_of(window)
    assert page.sheet is not None
    assert page.sheet.sheet.entry.view.sheet.moo == 3
    window.desk.turn_to("collect", {"moo": 99})
    wait(5)
    assert page.villages.isVisible()


def test_sheets_are_printed_for_one_village_or_all(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(window)
    asked: list[list[int]] = []
    monkeypatch.setattr(page.printing, "sheets", lambda _month, moos: asked.append(moos))
    page.villages.print.click()
    press(dialog(ChoiceDialog), Qt.Key.Key_Return)
    page.villages.print.click()
    type_text(dialog(ChoiceDialog), "๒")
    assert no_dialog()
    assert asked == [[1], [1, 2, 3]]


def test_sheet_kept_as_a_paper_is_marked_as_out(window: MainWindow) -> None:
    page = page_of(window)
    made = sheets_paper(_place(window), NOVEMBER, [2], Progress(lambda *_: None))
    assert made.send is not None
    assert not any(v.printed for v in rounds_in_month(books_of(window)).villages)
    gone: list[bytes] = []
    made.send(gone.append)
    assert gone == [made.pdf]
    page.load()
    wait(10)
    marks = [village_mark(v, half=False).words for v in page.villages.table.model().rows]  # type: ignore[attr-defined]
    assert marks == ["ยังไม่พิมพ์ใบ", "รอเงินกลับมา", "ยังไม่พิมพ์ใบ"]


def test_f7_after_posting_shows_the_slip_and_the_receipts(window: MainWindow) -> None:
    page = page_of(window)
    keypad("\n" * 9)
    keypad("240\n")
    say_yes()
    for key in "12":
        page.posted.print.click()
        type_text(dialog(ChoiceDialog), key)
        wait(30)
        shown = dialog(PaperDialog)
        shown.reject()
        wait(10)
    assert rows_of(books_of(window), "SELECT count(*) FROM printing") == [(0,)]


def test_nothing_is_cut_off_at_the_usual_size(window: MainWindow) -> None:
    page = page_of(window)
    assert clipped(page) == []
    keypad("\n\n-+")
    wait(20)
    assert clipped(page) == []
    page.back()
    page.sheet.open_pieces()  # type: ignore[union-attr]
    wait(20)
    assert clipped(page) == []


@pytest.mark.parametrize(
    ("percent", "width"), [(100, 1366), (110, 1366), (120, 1366), (160, 1366), (100, 1024)]
)
def test_message_over_a_sheet_cuts_no_figure(window: MainWindow, percent: int, width: int) -> None:
    window.resize(width, 698)
    window.set_look(percent=percent)
    wait(20)
    page = page_of(window)
    keypad("\n-" + "\n" * 7)
    assert page.sheet is not None
    page.sheet.go_to_count()
    type_text(page.sheet.money.counted, "240")
    page.complain(Refused("PERIOD_CLOSED", {"period": "2026-10", "first_open": "2026-11"}))
    wait_until(lambda: page.body.geometry().height() < 560 and clipped(window) == [])
    page.back()
    # The message was read: what made room for it is there again.
    wait_until(lambda: page.sheet is not None and page.sheet._why.isVisible())
    wait_until(lambda: page.sheet is not None and page.sheet.unpaid.isVisible() and clipped(window) == [])
    assert page.sheet._hints.isVisible() or percent in {110, 120}
    window.set_look(percent=100)
