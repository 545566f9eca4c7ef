"""What a person asked for is answered: nothing that was posted goes by unheard, whatever she presses meanwhile."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from tests.ui.typing import press, type_text, wait, wait_until
from tests.ui.windows import CLOCK, make_window
from wangfund.domain.errors import Refused
from wangfund.store.fund_file import open_for_reading, open_fund
from wangfund.store.profile import read_profile
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.closing import NOT_THERE, STILL_THERE, ClosingDialog
from wangfund.ui.frame.crash import CrashDialog
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.frame.question import Question
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.keys import Key
from wangfund.ui.preferences import PreferenceFile, Preferences
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.text_field import TextField
from wangfund.ui.worker.busy_panel import BusyPanel
from wangfund.ui.worker.progress import Progress
from wangfund.ui.worker.runner import InlineRunner, Runner
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.backup_fund import backup_into
from wangfund.usecases.take_payment import TakePayment, take_payment


class Note(FormDialog):
    """A form of one field."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "บันทึก", "บันทึก", parent)
        self.words = TextField(theme, "ข้อความ", required=True)
        self.form.add("words", "ข้อความ", self.words)

    def command(self) -> object:
        return self.words.words


class Gate:
    """Work that waits until it may end; then it gives its command back, or is refused."""

    def __init__(self) -> None:
        self._go_on = threading.Event()
        self.done: list[str] = []
        self.error: Exception | None = None

    def verb(self, command: Any) -> str:
        assert self._go_on.wait(5)
        self._go_on.clear()
        if self.error is not None:
            raise self.error
        self.done.append(str(command))
        return str(command)

    def open(self) -> None:
        self._go_on.set()


@pytest.fixture
def busy_window(qapp: QApplication, tmp_path: Path, fund: Path) -> Iterator[MainWindow]:
    """A window whose work is done beside it."""
    runner = Runner(qapp)
    made = make_window(tmp_path, fund=fund, runner=runner)
    made.show()
    wait_until(lambda: not runner.busy)
    yield made
    if made.place is not None:
        made.place.wrote = False
    wait_until(lambda: not runner.busy)
    made.close()


def test_form_whose_command_is_being_done_cannot_be_left_before_the_answer(busy_window: MainWindow) -> None:
    page, place, gate, heard = busy_window.desk.page, busy_window.place, Gate(), list[str]()
    assert place is not None
    dialog = Note(page.theme, page)
    page.ask(dialog, place, "บันทึก", gate.verb, heard.append, Changed.MONEY)
    type_text(dialog.words.edit, "ครั้งเดียว")
    press(dialog.words.edit, Qt.Key.Key_Return)
    wait(20)
    for _ in range(2):
        press(dialog.words.edit, Qt.Key.Key_Escape)
        press(dialog.words.edit, Qt.Key.Key_Return)
        dialog.no.click()
        dialog.close()
        wait(20)
    assert isValid(dialog) and dialog.isVisible()
    gate.open()
    wait_until(lambda: heard)
    wait(50)
    assert heard == gate.done == ["ครั้งเดียว"]
    assert not isValid(dialog) or not dialog.isVisible()
    assert place.wrote


def test_form_that_was_refused_can_be_left_or_tried_again(busy_window: MainWindow) -> None:
    page, place, gate, heard = busy_window.desk.page, busy_window.place, Gate(), list[str]()
    assert place is not None
    gate.error = Refused("PERIOD_CLOSED", {"month": "2026-10"})
    dialog = Note(page.theme, page)
    page.ask(dialog, place, "บันทึก", gate.verb, heard.append, Changed.MONEY)
    type_text(dialog.words.edit, "ก")
    dialog.submit()
    gate.open()
    wait_until(lambda: place.runner.busy is False)
    gate.error = None
    dialog.submit()
    gate.open()
    wait_until(lambda: heard)
    assert heard == ["ก"]


def test_text_that_grows_while_something_is_posted_waits_for_its_answer(busy_window: MainWindow) -> None:
    page, place, gate, heard = busy_window.desk.page, busy_window.place, Gate(), list[str]()
    assert place is not None
    page.act(place, "บันทึก", lambda _progress: gate.verb("x"), heard.append, Changed.MONEY)
    before = busy_window.theme
    busy_window.resize_text(1)
    wait(80)
    assert busy_window.theme == before
    gate.open()
    wait_until(lambda: busy_window.theme != before)
    assert heard == ["x"]
    assert place.wrote


def test_fund_refused_while_another_is_being_founded_is_told_there(
    qapp: QApplication, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.wangfund"
    damaged.write_bytes(b"x" * 5_000)
    runner = Runner(qapp)
    window = make_window(tmp_path, runner=runner)
    window.show()
    window.welcome.wants_fund.emit(damaged)
    window.welcome.wants_new.emit()
    wait_until(lambda: not runner.busy)
    wait(20)
    founding = window.centralWidget()
    assert getattr(founding, "_banner", None) is not None
    window.close()


def test_work_that_no_backup_has_is_told_and_backed_up_at_closing(
    qapp: QApplication, tmp_path: Path, fund: Path
) -> None:
    window = make_window(tmp_path, fund=fund)
    window.show()
    wait(20)
    assert window.place is not None
    folder = window.place.preferences.backup_folder(fund)
    folder.mkdir()
    made = backup_into(fund, folder, CLOCK)
    window.place.backed_up(CLOCK.now(), made.path)
    window.close()
    # As after a power cut: something was posted, and no window closed after it.
    again = make_window(tmp_path, fund=fund)
    wait(20)
    assert again.place is not None
    assert not again.place.wrote
    again.close()
    with open_fund(fund, CLOCK) as books:
        take_payment(books, TakePayment("0001", 3_000, CLOCK.today()))
    after = make_window(tmp_path, fund=fund)
    after.show()
    wait(20)
    assert after.place is not None
    assert after.place.wrote
    assert "งานใหม่" in after.desk.findChild(QWidget, "statusbar").backup.text()  # type: ignore[union-attr]
    after.close()
    assert len(list(folder.glob("*.wangfund"))) == 2


@pytest.mark.parametrize("damaged", [False, True])
def test_closing_says_the_work_is_there_only_when_the_fund_verifies(
    window: MainWindow, fund: Path, *, damaged: bool
) -> None:
    assert window.place is not None
    if damaged:
        os.truncate(fund, 8_192)
    else:
        (fund.parent / "สำเนาสำรอง").write_text("a file where a folder should be", encoding="utf-8")
    dialog = ClosingDialog(window.theme, window.place, window)
    dialog.open()
    wait_until(dialog.leave.isVisible)
    assert (STILL_THERE in dialog.heading.words) is not damaged
    assert (NOT_THERE in dialog.heading.words) is damaged
    # By keys: Enter stays, the other button is one Tab away.
    assert dialog.focusWidget() is dialog.stay
    assert dialog.leave.key == Key.YES.shown
    press(dialog.stay, Qt.Key.Key_Tab)
    press(dialog.leave, Qt.Key.Key_Return)
    assert dialog.result() == ClosingDialog.DialogCode.Accepted
    window.place.wrote = False


def test_question_shows_the_keys_of_both_answers_and_a_held_key_says_nothing(window: MainWindow) -> None:
    said: list[int] = []
    question = Question(window.theme, "จ่ายเงิน", "จ่าย 440.00 บาท ให้สมาชิก", "จ่าย 440.00 บาท", window)
    question.finished.connect(said.append)
    question.open()
    wait(10)
    assert (question.no.key, question.yes.key) == (Key.BACK.shown, Key.YES.shown)
    press(question.no, Qt.Key.Key_Tab)
    assert question.focusWidget() is question.yes
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)  # noqa: FBT003
    QApplication.sendEvent(question.yes, held)
    assert said == []
    press(question.yes, Qt.Key.Key_Return)
    assert said == [1]
    question.deleteLater()


def test_esc_stops_work_that_can_be_stopped_and_the_keys_go_back(qapp: QApplication, theme: Theme) -> None:
    panel = QWidget()
    field = QLineEdit()
    QVBoxLayout(panel).addWidget(field)
    panel.resize(500, 300)
    panel.show()
    panel.activateWindow()
    field.setFocus()
    wait(20)
    busy, runner, stopped = BusyPanel(theme, panel), Runner(qapp), list[bool]()

    def slow(progress: Progress) -> None:
        while True:
            progress.step("อ่าน", 1, 2)
            threading.Event().wait(0.01)

    job = runner.run(panel, slow)
    job.cancelled.connect(lambda: stopped.append(True))
    busy.follow(job, "อ่าน", can_stop=True)
    wait_until(busy.isVisible)
    focused = panel.focusWidget()
    assert focused is not field
    press(focused, Qt.Key.Key_Return)
    assert not stopped
    press(focused, Qt.Key.Key_Escape)
    wait_until(lambda: stopped)
    wait(20)
    assert not busy.isVisible()
    assert panel.focusWidget() is field
    panel.close()


def test_crash_dialog_that_was_left_too_soon_comes_back_when_the_file_is_not_whole(
    window: MainWindow, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.wangfund"
    damaged.write_bytes(b"\x00" * 5_000)
    dialog = CrashDialog(window.theme, damaged, CLOCK, window)
    dialog.open()
    dialog.accept()
    assert dialog.whole is None
    wait_until(lambda: dialog.whole is not None)
    assert dialog.isVisible()
    dialog.close()


def test_window_that_only_looks_leaves_what_the_other_one_types(
    qapp: QApplication, tmp_path: Path, fund: Path
) -> None:
    preferences = PreferenceFile(tmp_path / "window.json")
    with open_fund(fund, CLOCK) as books, open_for_reading(fund, CLOCK) as looking:
        with books.read() as r:
            profile = read_profile(r, CLOCK.today())
        runner = InlineRunner(qapp)
        works = Workplace(books, profile, runner, preferences)
        looks = Workplace(looking, profile, runner, PreferenceFile(tmp_path / "window.json"))
        works.drafts.keep("claim", {"who": "0001"})
        looks.drafts.keep("import", {"show": "all"})
        assert looks.drafts.kept("import") == {"show": "all"}
        assert Drafts(preferences.draft_path(fund)).names == ("claim",)
        # And what one window keeps of the person's likes the other does not take away.
        works.prefer(lambda p: p.backs_up_into(fund, tmp_path / "E"))
        looks.prefer(lambda p: replace(p, percent=140))
        assert preferences.load().backup_folder(fund) == tmp_path / "E"
        assert preferences.load().percent == 140


def test_likes_that_cannot_be_written_last_until_the_window_closes(tmp_path: Path) -> None:
    (tmp_path / "no-folder").write_text("", encoding="utf-8")
    preferences = PreferenceFile(tmp_path / "no-folder" / "window.json")
    preferences.save(Preferences(percent=140))
    assert preferences.load().percent == 140
