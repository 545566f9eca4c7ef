"""A fund founded by sent keys alone, from the welcome page to what to do first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.funds import problems
from tests.ui.scenes.welcome import FILLED
from tests.ui.typing import press, type_text, wait, wait_until
from tests.ui.windows import CLOCK, make_window, practice_file
from wangfund.domain.profile import Bank, Village
from wangfund.store.fund_file import open_for_reading, open_fund
from wangfund.store.profile import read_profile
from wangfund.ui.founding.first_steps import FirstSteps
from wangfund.ui.founding.page import FoundingPage
from wangfund.ui.founding.row_entry import RowEntry
from wangfund.ui.founding.state import LAST, FoundingState
from wangfund.ui.frame.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESC, F9 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F9


@pytest.fixture
def empty(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """A window with no fund; what is proposed lies in this test's folder."""
    monkeypatch.setattr("wangfund.ui.founding.page.own_folders", lambda: (tmp_path,))
    monkeypatch.setattr("wangfund.ui.frame.fund_moves.own_folders", lambda: (tmp_path / "เครื่องนี้",))
    made = make_window(tmp_path)
    made.show()
    settle()
    yield made
    if made.place is not None:
        made.place.wrote = False
    made.close()


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def settle() -> None:
    """Let a chain of answers arrive: each turn runs everything that is due, however slow the machine."""
    for _ in range(4):
        wait(5)


def key(which: Qt.Key) -> None:
    press(focus(), which)
    settle()


def say(*texts: str) -> None:
    """Type into the field with the keys, and Enter, for each."""
    for text in texts:
        type_text(focus(), text)
        key(ENTER)


def founding(window: MainWindow) -> FoundingPage:
    page = window.centralWidget()
    assert isinstance(page, FoundingPage)
    return page


def begin(window: MainWindow) -> FoundingPage:
    press(window.welcome, Qt.Key.Key_N, CTRL)
    settle()
    return founding(window)


def test_a_fund_is_founded_by_keys_alone(empty: MainWindow, tmp_path: Path) -> None:
    page = begin(empty)
    say("ทดสอบ", "เมือง", "ตัวอย่าง", "", "1/2/2555", "074-000000", "5200")
    assert page.state.step == 1
    say("ต.ค. 69", "", "", "")
    assert page.state.step == 2
    for village in (("บ้านเหนือ", "ยายแก้ว"), ("บ้านใต้", "")):
        key(ENTER)
        say(*village)
    press(focus(), Qt.Key.Key_Delete)
    key(ENTER)
    settle()
    assert page.state.step == 3
    say("ธ.ก.ส. ทดสอบ", "020-1")
    key(ENTER)
    settle()
    say("เหรัญญิก", "นางสมมติ ทดลอง", "1/1/2569", "")
    key(ENTER)
    settle()
    assert page.state.step == LAST
    assert not list(tmp_path.glob("*.wangfund"))
    key(F9)
    wait_until(lambda: empty.place is not None)
    assert empty.place is not None
    with empty.place.books.read() as r:
        profile = read_profile(r)
    assert profile.name == "กองทุนสวัสดิการชุมชนตำบลทดสอบ"
    assert profile.villages == (Village(1, "บ้านเหนือ", "ยายแก้ว"), Village(2, "บ้านใต้"))
    assert profile.banks == (Bank("ธ.ก.ส. ทดสอบ", "020-1"),)
    assert [(o.role, o.name) for o in profile.committee] == [("เหรัญญิก", "นางสมมติ ทดลอง")]
    assert problems(empty.place.books) == []
    wait_until(lambda: bool(empty.findChildren(FirstSteps)))
    wait_until(lambda: isinstance(QApplication.focusWidget(), FirstSteps))
    key(Qt.Key.Key_F5)
    wait_until(lambda: empty.desk.page.heading == "ตั้งค่า")


def test_what_is_typed_survives_a_power_cut_and_esc_goes_back_keeping_it(
    empty: MainWindow, tmp_path: Path
) -> None:
    page = begin(empty)
    say("ทดสอบ", "เมือง")
    key(ESC)
    assert empty.centralWidget() is empty.welcome
    other = make_window(tmp_path)
    other.show()
    settle()
    page = begin(other)
    assert (page.state.text("tambon"), page.state.text("amphoe")) == ("ทดสอบ", "เมือง")
    other.close()


def test_a_step_that_is_wrong_is_not_left_and_says_where(empty: MainWindow) -> None:
    page = begin(empty)
    say("ทดสอบ", "เมือง", "ตัวอย่าง", "", "31/4/2555", "", "หมื่น")
    assert page.state.step == 0
    form = page.parts[0]
    assert focus() in form.fields["founded_on"].findChildren(QWidget)  # type: ignore[attr-defined]


def test_the_list_is_mended_and_rows_are_taken_out_by_keys(empty: MainWindow) -> None:
    state = FoundingState.of_draft({**FILLED.kept(), "step": 2})
    page = empty.moves.founding_page(state)
    empty.setCentralWidget(page)
    page.shown()
    settle()
    entry = page.parts[2]
    assert isinstance(entry, RowEntry)
    entry.table.setFocus()
    press(entry.table, Qt.Key.Key_F3)
    key(ENTER)
    say("ใหม่", "")
    assert state.rows["villages"][0] == ("1", "ใหม่", "นางแก้ว ทดลอง")
    entry.table.setFocus()
    press(entry.table, Qt.Key.Key_Delete)
    assert len(state.rows["villages"]) == 2


def test_a_pattern_with_open_words_cannot_found_a_fund(empty: MainWindow) -> None:
    state = FoundingState.of_draft({**FILLED.kept(), "step": 1, "rulebook": "daily_baht_caps"})
    page = empty.moves.founding_page(state)
    empty.setCentralWidget(page)
    page.shown()
    page.go_on()
    assert state.step == 1
    page._rules.field.set_text("nasuk")
    page._rules._on_chosen("nasuk")
    page.go_on()
    assert state.step == 2


def test_a_disk_that_says_no_leaves_everything_typed(empty: MainWindow, tmp_path: Path) -> None:
    target = tmp_path / "a.wangfund"
    state = FoundingState.of_draft({**FILLED.kept(), "step": LAST, "path": str(target)})
    page = empty.moves.founding_page(state)
    empty.setCentralWidget(page)
    page.shown()
    target.write_text("ของสำคัญ", encoding="utf-8")
    page.found()
    settle()
    assert empty.place is None
    assert target.read_text(encoding="utf-8") == "ของสำคัญ"
    assert page.state.text("tambon") == "ทดสอบ"


def test_a_fund_in_a_synchronised_folder_is_copied_here_when_asked(empty: MainWindow, tmp_path: Path) -> None:
    cloud = tmp_path / "OneDrive"
    cloud.mkdir()
    path = practice_file(cloud)
    before = path.read_bytes()
    empty.open_fund(path)
    wait_until(lambda: any(d.isVisible() for d in empty.findChildren(QDialog)))
    (question,) = [d for d in empty.findChildren(QDialog) if d.isVisible()]
    question.accept()
    here = tmp_path / "เครื่องนี้" / path.name
    wait_until(lambda: empty.place is not None and empty.place.path == here)
    assert empty.place is not None and empty.place.books.readonly is None
    assert path.read_bytes() == before


def test_a_second_window_is_told_who_has_the_fund(empty: MainWindow, tmp_path: Path) -> None:
    path = practice_file(tmp_path)
    with open_fund(path, CLOCK, desk="wangfund"):
        empty.open_fund(path)
        wait_until(lambda: any(d.isVisible() for d in empty.findChildren(QDialog)))
        (question,) = [d for d in empty.findChildren(QDialog) if d.isVisible()]
        import platform

        assert platform.node() in question.words.words  # type: ignore[attr-defined]
        question.reject()
    with open_for_reading(path, CLOCK) as books:
        assert problems(books) == []
