"""The window itself, by sent keys: pages, search, the counter, text that grows, and how it closes."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.ui.clipping import clipped, words_shown
from tests.ui.hands import Calendar
from tests.ui.typing import press, type_text, wait, wait_until
from tests.ui.windows import CLOCK, TODAY, make_window
from wangfund.store.fund_file import open_for_reading, open_fund
from wangfund.ui.frame.closing import ClosingDialog
from wangfund.ui.frame.crash import NOT_WHOLE, WHOLE, CrashCatcher, CrashDialog
from wangfund.ui.frame.help_view import HelpView
from wangfund.ui.frame.page import Page
from wangfund.ui.frame.question import Question
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.home.page import HomePage
from wangfund.ui.keys import Key
from wangfund.ui.members.big_view import BigView
from wangfund.ui.members.page import MembersPage
from wangfund.ui.pages import NAMES, PAGES
from wangfund.ui.preferences import PreferenceFile
from wangfund.ui.theme.colours import Ground
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import ElideLabel, WrapLabel
from wangfund.ui.worker.runner import InlineRunner
from wangfund.ui.workplace import Changed

CTRL = Qt.KeyboardModifier.ControlModifier


def focus(window: QWidget) -> QWidget:
    """Whoever has the keys."""
    found = QApplication.focusWidget()
    return window if found is None else found


def ctrl(window: MainWindow, key: Qt.Key) -> None:
    press(focus(window), key, CTRL)
    wait(5)


def members_page(window: MainWindow) -> MembersPage:
    ctrl(window, Qt.Key.Key_2)
    page = window.desk.page
    assert isinstance(page, MembersPage)
    wait_until(lambda: page.table.current is not None)
    return page


def home_page(window: MainWindow) -> HomePage:
    ctrl(window, Qt.Key.Key_1)
    page = window.desk.page
    assert isinstance(page, HomePage)
    return page


def settle(window: MainWindow) -> None:
    for _ in range(3):
        wait(20)


def test_window_opens_on_the_first_page_with_the_funds_name(window: MainWindow) -> None:
    assert isinstance(window.desk.page, HomePage)
    assert "บ้านนาสุข.wangfund" in window.windowTitle()
    assert window.desk.page.tasks.hasFocus()


def test_keys_turn_the_pages_and_find_a_member_without_tone_marks(window: MainWindow) -> None:
    page = members_page(window)
    assert page.search.edit.hasFocus()
    wanted = page.table.current
    assert wanted is not None
    type_text(page.search.edit, wanted.member_no)
    assert page.table.current is not None
    assert page.table.current.member_no == wanted.member_no
    press(page.search.edit, Qt.Key.Key_Return)
    assert page.counter.view is not None
    assert page.counter.view.member.member_no == wanted.member_no
    press(focus(page), Qt.Key.Key_Escape)
    assert page.search.edit.hasFocus()
    press(page.search.edit, Qt.Key.Key_Escape)
    assert page.search.text == ""
    assert isinstance(home_page(window), HomePage)


def test_counter_follows_the_mark(window: MainWindow) -> None:
    page = members_page(window)
    press(page.search.edit, Qt.Key.Key_Down)
    press(page.search.edit, Qt.Key.Key_Down)
    wait(100)
    assert page.counter.view is not None
    assert page.table.current is not None
    assert page.counter.view.member.id == page.table.current.id


def test_mark_stays_on_the_member_when_the_register_is_read_again(window: MainWindow) -> None:
    page = members_page(window)
    for _ in range(9):
        press(page.search.edit, Qt.Key.Key_Down)
    before = page.table.current
    assert before is not None
    assert window.place is not None
    window.place.tell_changed(Changed.MEMBERS)
    wait(50)
    assert page.table.current is not None
    assert page.table.current.id == before.id


def test_list_sorts_by_the_heading_pressed_and_back(window: MainWindow) -> None:
    page = members_page(window)
    names = [m.id for m in page._rows.rows]
    page.table.horizontalHeader().sectionClicked.emit(0)
    numbers = [m.member_no for m in page._rows.rows]
    assert numbers == sorted(numbers)
    page.table.horizontalHeader().sectionClicked.emit(0)
    assert [m.member_no for m in page._rows.rows] == sorted(numbers, reverse=True)
    page.table.horizontalHeader().sectionClicked.emit(0)
    assert [m.id for m in page._rows.rows] == names


def test_f8_turns_the_counter_to_the_member_and_esc_turns_it_back(window: MainWindow) -> None:
    page = members_page(window)
    wait(80)
    press(page.search.edit, Qt.Key.Key_F8)
    wait(5)
    (big,) = window.findChildren(BigView)
    assert big.isVisible()
    assert page.counter.view is not None
    shown = " ".join(label.text() for label in big.findChildren(QLabel))
    others = [m.name for m in page._rows.rows if m.id != page.counter.view.member.id]
    assert not any(name in shown for name in others)
    press(big, Qt.Key.Key_Escape)
    wait(5)
    assert page.isVisible()


def test_search_from_the_first_page_goes_to_the_members(window: MainWindow) -> None:
    page = home_page(window)
    ctrl(window, Qt.Key.Key_K)
    assert page.search.edit.hasFocus()
    type_text(page.search.edit, "0003")
    press(page.search.edit, Qt.Key.Key_Return)
    wait(50)
    shown = window.desk.page
    assert isinstance(shown, MembersPage)
    assert shown.table.current is not None
    assert shown.table.current.member_no == "0003"


def test_text_that_grows_keeps_page_search_and_member(window: MainWindow) -> None:
    page = members_page(window)
    type_text(page.search.edit, "นา")
    press(page.search.edit, Qt.Key.Key_Down)
    before = page.table.current
    for _ in range(4):
        ctrl(window, Qt.Key.Key_Plus)
        wait(20)
    assert window.theme.percent == 160
    again = window.desk.page
    assert isinstance(again, MembersPage)
    assert again is not page
    assert (again.search.text, again.table.current) == ("นา", before)
    ctrl(window, Qt.Key.Key_0)
    wait(20)
    assert window.theme.percent == 100


def test_narrow_window_takes_the_compact_form(window: MainWindow) -> None:
    assert not window.theme.compact
    window.resize(1024, 698)
    wait(30)
    assert window.theme.compact


def test_compact_detail_opens_over_the_list_and_esc_goes_back(window: MainWindow) -> None:
    window.set_look(percent=160)
    wait(30)
    page = members_page(window)
    press(page.search.edit, Qt.Key.Key_Return)
    assert page.counter.isVisible()
    assert not page.table.isVisible()
    press(focus(page), Qt.Key.Key_Escape)
    assert page.table.isVisible()


def test_backup_from_the_first_page_is_verified_and_the_status_bar_says_so(
    window: MainWindow, fund: Path
) -> None:
    page = home_page(window)
    assert any(task.page == "backup" for task in page._state.tasks)
    for _ in range(9):
        press(page.tasks, Qt.Key.Key_Down)
    press(page.tasks, Qt.Key.Key_Return)
    wait(50)
    (copy,) = (fund.parent / "สำเนาสำรอง").glob("*.wangfund")
    with open_for_reading(copy, CLOCK):
        pass
    assert "สำรองข้อมูลแล้ว" in window.desk._status.backup.text()
    assert not any(task.page == "backup" for task in page._state.tasks)


def test_f1_tells_how_each_page_is_used_and_esc_goes_back(window: MainWindow) -> None:
    for spec in PAGES:
        window.desk.turn_to(spec.item.name)
        press(focus(window.desk.page), Qt.Key.Key_F1)
        (view,) = window.findChildren(HelpView)
        assert view.isVisible()
        told = [w.words for w in view.findChildren(WrapLabel)]
        assert Key.BACK.value.does in told
        assert window.desk.page.help_words()
        press(view, Qt.Key.Key_Escape)
        wait(5)
        assert window.desk.page.isVisible()


def test_enter_presses_the_button_of_a_question_that_has_the_focus(window: MainWindow) -> None:
    for steps, wanted in ((0, 0), (1, 1)):
        asked = Question(window.theme, "จ่าย", "จ่าย 440.00 บาท", "จ่าย 440.00 บาท", window)
        asked.open()
        wait(5)
        for _ in range(steps):
            press(focus(asked), Qt.Key.Key_Tab)
        press(focus(asked), Qt.Key.Key_Return)
        assert asked.result() == wanted
        assert not asked.isVisible()


def test_turning_the_page_takes_away_what_lay_over_it(window: MainWindow) -> None:
    press(focus(window.desk.page), Qt.Key.Key_F1)
    assert window.findChildren(HelpView)
    window.desk.turn_to("members")
    wait(5)
    assert window.desk.page.isVisible()
    assert not window.findChildren(HelpView)


def test_every_task_of_the_first_page_can_be_done(window: MainWindow) -> None:
    page = home_page(window)
    assert page.tasks._rows
    for row in page.tasks._rows:
        assert row.button is not None
        assert row.task.page in NAMES | {"backup"}


def test_second_window_on_the_same_file_is_told_and_may_look(
    window: MainWindow, fund: Path, tmp_path: Path
) -> None:
    second = make_window(tmp_path / "second", fund=fund)
    second.show()
    asked: list[Question] = []

    def answer() -> None:
        asked.extend(w for w in QApplication.topLevelWidgets() if isinstance(w, Question) and w.isVisible())
        asked[-1].accept()

    from PySide6.QtCore import QTimer

    QTimer.singleShot(50, answer)
    wait(200)
    assert asked
    wait_until(lambda: second.place is not None)
    assert second.place is not None
    assert second.place.books.readonly == "FILE_OPEN_FOR_READING"
    assert "ดูอย่างเดียว" in second.desk._status.fund.text()
    second.close()


def test_file_that_is_no_fund_is_refused_in_its_place(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "ทะเบียน.wangfund"
    path.write_bytes(b"not a fund at all" * 100)
    window = make_window(tmp_path, fund=path)
    window.show()
    wait(20)
    said = " ".join(label.words for label in window.welcome.findChildren(WrapLabel))
    assert "ไม่ใช่ไฟล์กองทุน" in said
    assert path.read_bytes() == b"not a fund at all" * 100
    press(window.welcome, Qt.Key.Key_Escape)


def test_practice_by_one_key_opens_a_made_up_fund(
    qapp: QApplication, tmp_path: Path, fund: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wangfund.ui.frame.window.practice_path", lambda: fund)
    window = make_window(tmp_path)
    window.show()
    wait(20)
    ctrl(window, Qt.Key.Key_T)
    wait_until(lambda: window.place is not None)
    assert window.place is not None
    assert window.place.path == fund
    window.close()


def test_welcome_opens_the_last_fund_on_enter(qapp: QApplication, tmp_path: Path, fund: Path) -> None:
    first = make_window(tmp_path, fund=fund)
    first.close()
    window = make_window(tmp_path)
    window.show()
    wait(20)
    table = window.welcome.table
    assert table is not None
    press(table, Qt.Key.Key_Return)
    wait_until(lambda: window.place is not None)
    window.close()


def test_closing_lets_go_of_the_file(qapp: QApplication, tmp_path: Path, fund: Path) -> None:
    window = make_window(tmp_path, fund=fund)
    window.show()
    wait(20)
    window.close()
    with open_fund(fund, CLOCK):
        pass


def test_closing_after_work_makes_a_verified_backup(qapp: QApplication, tmp_path: Path, fund: Path) -> None:
    window = make_window(tmp_path, fund=fund)
    window.show()
    wait(20)
    assert window.place is not None
    window.place.tell_changed(Changed.MONEY)
    window.close()
    assert not window.isVisible()
    assert list((fund.parent / "สำเนาสำรอง").glob("*.wangfund"))


def test_closing_when_the_backup_fails_asks_and_stays(qapp: QApplication, tmp_path: Path, fund: Path) -> None:
    window = make_window(tmp_path, fund=fund)
    window.show()
    wait(20)
    assert window.place is not None
    (fund.parent / "สำเนาสำรอง").write_text("a file where a folder should be", encoding="utf-8")
    window.place.tell_changed(Changed.MONEY)

    from PySide6.QtCore import QTimer

    def stay() -> None:
        (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, ClosingDialog)]
        assert dialog.leave.isVisible()
        dialog.reject()

    QTimer.singleShot(150, stay)
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted()
    assert window.place is not None
    window.place.wrote = False
    window.close()


def test_crash_says_all_is_safe_only_after_the_file_was_verified(window: MainWindow, fund: Path) -> None:
    dialog = CrashDialog(window.theme, fund, CLOCK, window)
    assert WHOLE not in dialog.words.words
    wait_until(lambda: dialog.whole is not None)
    assert dialog.words.words == WHOLE


def test_crash_on_a_damaged_file_does_not_say_it_is_safe(window: MainWindow, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.wangfund"
    damaged.write_bytes(b"\x00" * 5_000)
    dialog = CrashDialog(window.theme, damaged, CLOCK, window)
    wait_until(lambda: dialog.whole is not None)
    assert dialog.words.words == NOT_WHOLE


def test_mistake_of_ours_is_logged_first_and_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda *_: order.append("logged"))

    def tell() -> None:
        order.append("told")
        sys.excepthook(ValueError, ValueError(), None)

    catcher = CrashCatcher(tell)
    catcher.install()
    sys.excepthook(ValueError, ValueError("x"), None)
    catcher.remove()
    assert order == ["logged", "told", "logged"]


def test_question_is_answered_no_by_esc_and_has_its_focus_there(window: MainWindow) -> None:
    question = Question(window.theme, "จ่ายสวัสดิการ", "จ่าย 440.00 บาท", "จ่าย 440.00 บาท", window)
    question.open()
    wait(10)
    assert question.no.hasFocus()
    press(question, Qt.Key.Key_Escape)
    assert question.result() == 0
    assert not question.isVisible()


@pytest.mark.parametrize("percent", [100, 120, 140, 160])
@pytest.mark.parametrize("ground", list(Ground))
def test_nothing_is_cut_off_on_any_page(window: MainWindow, percent: int, ground: Ground) -> None:
    window.set_look(percent=percent, ground=ground)
    settle(window)
    for name in ("home", "members"):
        window.desk.turn_to(name)
        settle(window)
        assert words_shown(window) > 15
        assert clipped(window) == []
    page = window.desk.page
    assert isinstance(page, MembersPage)
    press(page.search.edit, Qt.Key.Key_Return)
    settle(window)
    assert clipped(window) == []
    page.counter.show_big.emit()
    settle(window)
    assert clipped(window) == []


@pytest.mark.parametrize("percent", [100, 160])
def test_nothing_is_cut_off_on_the_welcome_page(qapp: QApplication, tmp_path: Path, percent: int) -> None:
    window = make_window(tmp_path)
    window.set_look(percent=percent)
    window.show()
    settle(window)
    assert clipped(window) == []


def test_narrow_screen_cuts_nothing_off(window: MainWindow) -> None:
    window.resize(1024, 698)
    settle(window)
    for name in ("home", "members"):
        window.desk.turn_to(name)
        settle(window)
        assert clipped(window) == []


def test_filled_button_is_there_once_at_most(window: MainWindow) -> None:
    for name in ("home", "members"):
        window.desk.turn_to(name)
        settle(window)
        filled = [b for b in window.findChildren(ActionButton) if b.isVisible() and b._main]
        assert len(filled) <= 1


def test_everything_that_can_be_pressed_has_a_name_for_a_reader(window: MainWindow) -> None:
    for name in ("home", "members"):
        window.desk.turn_to(name)
        settle(window)
        assert [b for b in window.findChildren(QPushButton) if b.isVisible() and not b.accessibleName()] == []


def test_page_that_goes_leaves_no_ghost(window: MainWindow) -> None:
    page = members_page(window)
    window.set_look(percent=110)
    wait(30)
    assert window.place is not None
    window.place.tell_changed(Changed.MEMBERS)
    wait(30)
    assert isinstance(window.desk.page, MembersPage)
    assert window.desk.page is not page


def test_names_that_are_markup_are_shown_as_written(window: MainWindow) -> None:
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()


def test_elided_words_are_told_in_full_on_pointing(window: MainWindow) -> None:
    made = ElideLabel(window.theme, "กองทุนสวัสดิการชุมชนตำบลบ้านนาสุขที่ชื่อยาวมาก")
    made.resize(80, 40)
    made.show()
    made.grab()
    assert made.elided
    assert made.toolTip() == made.text()
    assert QEvent.Type.Paint
    assert issubclass(MembersPage, Page)


def test_program_left_open_overnight_shows_the_new_day_and_keeps_what_is_looked_for(
    qapp: QApplication, tmp_path: Path, fund: Path
) -> None:
    calendar = Calendar(TODAY)
    window = MainWindow(calendar, InlineRunner(qapp), PreferenceFile(tmp_path / "window.json"))
    window.start(fund)
    window.show()
    wait(10)
    page = members_page(window)
    type_text(page.search.edit, "นา")
    window.desk.turn_to("home")
    assert "30 ตุลาคม 2569" in window.desk.page.heading
    calendar.day = date(2026, 10, 31)
    window.desk._on_minute()
    wait(5)
    assert "31 ตุลาคม 2569" in window.desk.page.heading
    again = members_page(window)
    assert again is not page
    assert again.search.text == "นา"
    window.close()
