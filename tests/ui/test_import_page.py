"""นำเข้าทะเบียน by sent keys: the messy register, row by row as its truth, mended in the grid, taken in, taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from tests.domain.register.truth import REGISTERS, as_truth, member_part, truth_of
from tests.funds import profile, register_sheet
from tests.ui.clipping import clipped
from tests.ui.typing import press, type_text, wait, wait_until
from tests.ui.windows import CLOCK, TODAY, make_window
from wangfund.store.fund_file import open_for_reading
from wangfund.thai.period import Period
from wangfund.ui.frame.choose_file import forget_folders
from wangfund.ui.frame.question import Question
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.importing.columns_dialog import ColumnsDialog
from wangfund.ui.importing.coverage_dialog import CoverageDialog
from wangfund.ui.importing.page import ImportPage
from wangfund.ui.importing.state import Phase
from wangfund.ui.importing.year_dialog import YearDialog
from wangfund.ui.keys import Key
from wangfund.ui.worker.runner import Runner
from wangfund.ui.workplace import Changed
from wangfund.usecases.found_fund import found_fund, rulebook_source
from wangfund.usecases.import_register import ImportRegister, import_register
from wangfund.usecases.register_facts import existing_members
from wangfund.usecases.take_payment import TakePayment, take_payment

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def empty_fund(tmp_path: Path) -> Path:
    """A fund just founded, with no member and three villages, its books open since October."""
    path = tmp_path / "ใหม่.wangfund"
    told = profile(books_from=Period(2026, 10))
    found_fund(path, CLOCK, told, rulebook_source(told.rulebook)).close()
    return path


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, empty_fund: Path) -> Iterator[MainWindow]:
    forget_folders()
    window = make_window(tmp_path, fund=empty_fund)
    window.show()
    wait(10)
    yield window
    if window.place is not None:
        window.place.wrote = False
    window.close()


def keys(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key to whoever has the focus."""
    if QApplication.focusWidget() is None:
        window = QApplication.activeModalWidget() or next(
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, MainWindow) and each.isVisible()
        )
        window.activateWindow()
        wait(5)
    at = QApplication.focusWidget() or QApplication.activeWindow()
    assert at is not None
    press(at, key, modifier)
    wait(5)


def digit(text: str) -> None:
    """A digit to whoever has the focus."""
    at = QApplication.focusWidget()
    assert at is not None
    type_text(at, text)
    wait(5)


def import_page(window: MainWindow) -> ImportPage:
    if not isinstance(window.desk.page, ImportPage):
        keys(Qt.Key.Key_2, CTRL)
        keys(Qt.Key.Key_I, CTRL)
    page = window.desk.page
    assert isinstance(page, ImportPage)
    return page


def choose(window: MainWindow, path: Path) -> ImportPage:
    """Ctrl O, the file's name typed, Enter."""
    page = import_page(window)
    keys(Qt.Key.Key_O, CTRL)
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.clear()
    type_text(line, str(path))
    press(line, Qt.Key.Key_Return)
    wait_until(lambda: QApplication.activeModalWidget() is not dialog)
    wait_until(lambda: page._state.phase is not Phase.START or QApplication.activeModalWidget() is not None
               or page._banner is not None)  # fmt: skip
    wait(20)
    if QApplication.activeModalWidget() is None:
        # No window manager gives the keys back when a dialog has gone.
        window.activateWindow()
        wait(20)
    return page


def modal(kind: type[QWidget]) -> Any:
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), kind))
    wait(5)
    return QApplication.activeModalWidget()


def import_it(page: ImportPage) -> None:
    """F9, the coverage as it stands, yes."""
    keys(Qt.Key.Key_F9)
    modal(CoverageDialog)
    keys(Qt.Key.Key_F9)
    say_yes()
    wait_until(lambda: page._state.phase is Phase.DONE)


def say_yes() -> None:
    question = modal(Question)
    assert question.no.hasFocus()
    keys(Qt.Key.Key_Tab)
    assert question.yes.hasFocus()
    keys(Qt.Key.Key_Space)
    wait(10)


def in_fund(path: Path) -> dict[str, dict[str, Any]]:
    """Everybody in the fund as the truth writes them, by member number."""
    books = open_for_reading(path, CLOCK)
    try:
        with books.read() as r:
            members = [each.member for each in existing_members(r)[1]]
    finally:
        books.close()
    return {str(member.member_no): as_truth(member) for member in members}


def grid_truth(page: ImportPage) -> dict[int, dict[str, Any]]:
    """What the grid would store, by row of the file."""
    return {
        row.key[1]: as_truth(row.planned.row.member) for row in page._state.rows if row.planned is not None
    }


def test_messy_register_when_imported_by_keys_then_every_row_is_as_its_truth(
    desk: MainWindow, empty_fund: Path
) -> None:
    truth = truth_of("messy")
    page = choose(desk, REGISTERS / "messy.xlsx")
    state = page._state
    wait_until(lambda: state.shown is not None)
    assert state.counts["add"] == 250
    assert state.counts["hold"] == 10
    # Every row equals its truth, or waits with the finding the truth names.
    shown = grid_truth(page)
    assert {m["_row"]: member_part(m) for m in truth["members"]} == shown
    waiting = [(p.key[1], p.field) for p in state.points if p.must]
    assert waiting == [(problem["row"], problem["field"]) for problem in truth["problems"]]
    assert page.work.grid.hasFocus()
    assert page.work.grid.mark == (("Sheet1", 20), "birth_date")

    # The first is mended in its cell: F3, another day, Enter; the mark goes on to the next by itself.
    keys(Qt.Key.Key_F3)
    edit = QApplication.focusWidget()
    assert isinstance(edit, QLineEdit)
    assert edit.text() == "31/4/2536"
    type_text(edit, "๓๑/๔/๒๕๓๖")
    keys(Qt.Key.Key_Return)
    wait_until(lambda: not state.stale)
    assert page.work.grid.mark == (("Sheet1", 20), "birth_date"), "a day that is not stays where it is"
    keys(Qt.Key.Key_F3)
    edit = QApplication.focusWidget()
    assert isinstance(edit, QLineEdit)
    type_text(edit, "30/4/2536")
    keys(Qt.Key.Key_Return)
    wait_until(lambda: not state.stale)
    assert grid_truth(page)[20]["birth_date"] == "1993-04-30"
    assert page.work.grid.mark == (("Sheet1", 24), "birth_date")
    # It was not so: emptied again, as the truth has it. The others: choice 1, Enter.
    for _ in range(4):
        keys(Qt.Key.Key_Up)
    assert page.work.grid.mark == (("Sheet1", 20), "birth_date")
    keys(Qt.Key.Key_F3)
    keys(Qt.Key.Key_Delete)
    keys(Qt.Key.Key_Return)
    wait_until(lambda: not state.stale)
    for _ in range(9):
        digit("1")
        keys(Qt.Key.Key_Return)
        wait_until(lambda: not state.stale)
    assert state.counts["hold"] == 0
    assert state.counts["add"] == 260

    import_it(page)
    told = in_fund(empty_fund)
    assert told == {m["member_no"]: member_part(m) for m in truth["members"]}
    assert page.done.isVisible()
    assert desk.place is not None
    assert len(desk.place.profile.villages) == 12
    assert desk.place.drafts.kept("import") is None

    # Nothing hangs on it: Ctrl Z takes it back, and the file is here again as it was mended.
    keys(Qt.Key.Key_Z, CTRL)
    say_yes()
    wait_until(lambda: state.phase is Phase.REGISTER and not state.stale)
    assert in_fund(empty_fund) == {}
    assert state.counts["add"] == 260


def test_held_rows_stay_out_and_are_kept_as_a_workbook(
    desk: MainWindow, empty_fund: Path, tmp_path: Path
) -> None:
    page = choose(desk, REGISTERS / "messy.xlsx")
    wait_until(lambda: page._state.shown is not None)
    digit("3")
    assert [button.text() for button in page.work.panel.buttons if button.marked] == ["พักคนนี้ไว้ ยังไม่นำเข้า"]
    keys(Qt.Key.Key_Return)
    wait_until(lambda: not page._state.stale)
    assert page.work.grid.mark == (("Sheet1", 24), "birth_date")
    import_it(page)
    assert len(in_fund(empty_fund)) == 250
    keys(Qt.Key.Key_S, CTRL)
    dialog = modal(QFileDialog)
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.clear()
    type_text(line, str(tmp_path / "พักไว้.xlsx"))
    press(line, Qt.Key.Key_Return)
    wait_until((tmp_path / "พักไว้.xlsx").exists)
    rows = list(openpyxl.load_workbook(tmp_path / "พักไว้.xlsx").worksheets[0].iter_rows(values_only=True))
    reasons = [row for row in rows if row[0] == "Sheet1"]
    assert len({row[1] for row in reasons}) == 10
    assert any(row[4] == "31/4/2536" for row in reasons)
    # The same file again: who is there is not doubled.
    keys(Qt.Key.Key_Escape)
    page = choose(desk, REGISTERS / "messy.xlsx")
    wait_until(lambda: page._state.shown is not None and page._state.counts.get("same") == 250)


def test_coverage_when_told_then_everybody_has_paid_through_that_month(
    desk: MainWindow, empty_fund: Path
) -> None:
    page = choose(desk, REGISTERS / "clean.xlsx")
    wait_until(lambda: page._state.shown is not None)
    keys(Qt.Key.Key_F9)
    dialog = modal(CoverageDialog)
    keys(Qt.Key.Key_Down)
    assert dialog.month.isVisible()
    keys(Qt.Key.Key_Return)
    assert dialog.month.hasFocus()
    keys(Qt.Key.Key_Left)
    keys(Qt.Key.Key_F9)
    question = modal(Question)
    assert "ทุกคนชำระแล้วถึงกันยายน 2569" in question.words.words
    assert "หมู่ 4" in question.words.words
    say_yes()
    wait_until(lambda: page._state.phase is Phase.DONE)
    with sqlite3.connect(empty_fund) as raw:
        last = raw.execute(
            "SELECT DISTINCT last_month FROM coverage c JOIN spell s ON s.id = c.spell_id WHERE s.ended_on IS NULL"
        ).fetchall()
        assert raw.execute("SELECT count(*) FROM member").fetchone() == (700,)
    assert last == [(202609,)]


def test_villages_register_when_chosen_then_its_seven_sheets_are_one_list(desk: MainWindow) -> None:
    page = choose(desk, REGISTERS / "villages.xlsx")
    wait_until(lambda: page._state.shown is not None)
    assert page._state.counts["add"] == 234
    assert sum(row.band.startswith("แผ่นงาน") for row in page._state.rows) == 7
    assert "7 แผ่นงาน" in page.head.facts.text()


def test_matrix_when_chosen_then_its_year_is_asked_and_its_months_come_in(
    desk: MainWindow, empty_fund: Path
) -> None:
    page = choose(desk, REGISTERS / "clean.xlsx")
    wait_until(lambda: page._state.shown is not None)
    import_it(page)
    page = choose(desk, REGISTERS / "matrix.xlsx")
    dialog = modal(YearDialog)
    assert dialog.year.number == 2568
    keys(Qt.Key.Key_F9)
    wait_until(lambda: page._state.phase is Phase.MATRIX and bool(page._state.matrix_rows))
    assert page._state.coming == 180
    keys(Qt.Key.Key_F9)
    say_yes()
    wait_until(lambda: page._state.phase is Phase.DONE)
    assert page._state.done is not None
    assert page._state.done.result.counts["add"] == 180
    with sqlite3.connect(empty_fund) as raw:
        assert raw.execute("SELECT count(*) FROM entry").fetchone() == (0,)
        assert raw.execute("SELECT count(*) FROM spell WHERE coverage_known = 1").fetchone() == (180,)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("ว่าง.xlsx", b"", "ว่างเปล่า"),
        ("รูป.xlsx", b"\x89PNG rubbish" * 50, "ไม่ใช่ตาราง Excel"),
        ("เก่า.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "ยังไม่อ่านไฟล์ชนิด .xls"),
        (
            "รหัส.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "ตั้งรหัสผ่าน",
        ),
        ("ขาด.xlsx", b"PK\x03\x04broken", "เสียหาย"),
    ],
)
def test_file_that_is_no_register_is_refused_in_words(
    desk: MainWindow, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    page = choose(desk, tmp_path / name)
    wait_until(lambda: page._banner is not None)
    assert page._banner is not None
    assert said in page._banner.accessibleName()
    assert page._state.phase is Phase.START


def test_file_of_a_hundred_megabytes_is_refused_before_it_is_read(desk: MainWindow, tmp_path: Path) -> None:
    big = tmp_path / "ใหญ่.xlsx"
    with big.open("wb") as out:
        out.truncate(100_000_000)
    page = import_page(desk)
    began = perf_counter()
    page.open_path(big)
    wait_until(lambda: page._banner is not None)
    assert perf_counter() - began < 1
    assert page._banner is not None
    assert "ใหญ่เกินไป (100 MB)" in page._banner.accessibleName()


def test_file_with_no_heads_is_read_when_its_columns_are_told(desk: MainWindow, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (("0001", "นายทดลอง หนึ่ง", 1, "1/1/2560"), ("0002", "นางทดลอง สอง", 1, "2/1/2560")):
        sheet.append(row)
    book.save(tmp_path / "ไม่มีหัว.xlsx")
    page = choose(desk, tmp_path / "ไม่มีหัว.xlsx")
    wait_until(lambda: page._banner is not None)
    assert page._banner is not None
    assert "ไม่พบหัวตาราง" in page._banner.accessibleName()
    assert not page.import_button.isEnabled()
    keys(Qt.Key.Key_F10)
    dialog = modal(ColumnsDialog)
    assert dialog.table.hasFocus()
    wanted = ("เลขที่สมาชิก", "ชื่อและนามสกุล", "หมู่ที่", "วันที่สมัคร")
    for words in wanted:
        keys(Qt.Key.Key_Return)
        assert dialog.meaning.box.hasFocus()
        while dialog.meaning.box.currentText() != words:
            keys(Qt.Key.Key_Down)
        keys(Qt.Key.Key_Return)
    keys(Qt.Key.Key_F9)
    wait_until(lambda: page._state.counts.get("add") == 2)
    assert page.import_button.isEnabled()


def test_what_was_mended_survives_a_power_cut_and_a_larger_text(
    qapp: QApplication, tmp_path: Path, desk: MainWindow
) -> None:
    page = choose(desk, REGISTERS / "messy.xlsx")
    wait_until(lambda: page._state.shown is not None)
    digit("1")
    keys(Qt.Key.Key_Return)
    wait(350)
    assert desk.place is not None
    assert desk.place.drafts.kept("import") is not None
    # A larger text builds the page anew: the same file, the same place, nothing read again.
    preview = page._state.shown
    desk.resize_text(1)
    wait(50)
    again = desk.desk.page
    assert isinstance(again, ImportPage)
    assert again is not page
    assert again._state.shown is preview
    assert again.work.grid.mark == (("Sheet1", 24), "birth_date")
    # The light goes out: another window on the same fund offers to go on.
    fund = desk.place.path
    desk.place.wrote = False
    desk.close()
    window = make_window(tmp_path, fund=fund)
    window.show()
    wait(10)
    page = import_page(window)
    assert page.start.last_button.hasFocus()
    keys(Qt.Key.Key_Return)
    wait_until(lambda: page._state.shown is not None)
    assert page._state.counts["hold"] == 9
    assert page.work.grid.mark == (("Sheet1", 24), "birth_date")
    window.close()


def test_filters_and_arrows_go_from_problem_to_problem(desk: MainWindow) -> None:
    page = choose(desk, REGISTERS / "messy.xlsx")
    wait_until(lambda: page._state.shown is not None)
    keys(Qt.Key.Key_F12)
    assert len(page.work.grid.grid.rows) == 12
    keys(Qt.Key.Key_Down)
    assert page.work.grid.mark == (("Sheet1", 24), "birth_date")
    for _ in range(2):
        keys(Qt.Key.Key_Down)
    assert page.work.grid.mark == (("Sheet1", 112), "national_id")
    wait(50)
    assert "แถว 7" in " ".join(pair.place for pair in page.work.panel.words.pair)  # type: ignore[union-attr]
    digit("2")
    keys(Qt.Key.Key_Return)
    wait_until(lambda: not page._state.stale)
    assert page._state.counts["left_out"] == 1
    keys(Qt.Key.Key_Escape)
    assert page._state.show == "all"
    page.work.grid.put_mark((("Sheet1", 112), "full_name"))
    keys(Qt.Key.Key_Return)
    wait_until(lambda: not page._state.stale)
    assert page._state.counts["left_out"] == 0, "Enter on a row that was left out takes it back"


def test_narrow_window_shows_the_finding_over_the_grid_and_how_to_go_back(desk: MainWindow) -> None:
    desk.resize(1024, 698)
    wait(50)
    page = choose(desk, REGISTERS / "messy.xlsx")
    wait_until(lambda: page._state.shown is not None)
    keys(Qt.Key.Key_Return)
    assert page.work.panel_open
    back = page.work.panel.to_grid
    assert back.isVisible()
    assert back.key == Key.BACK.shown
    keys(Qt.Key.Key_Escape)
    wait_until(lambda: not page.work.panel_open)
    assert page.work.grid.hasFocus()


def test_file_that_is_dropped_is_read(desk: MainWindow) -> None:
    page = import_page(desk)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(REGISTERS / "villages.xlsx"))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
    wait_until(lambda: page._state.shown is not None)


def test_money_hangs_on_it_then_it_cannot_be_taken_back_and_says_why(desk: MainWindow) -> None:
    assert desk.place is not None
    books = desk.place.books
    told = ImportRegister([register_sheet("กล้า")], "ทะเบียน.xlsx", "ab" * 32, Period(2026, 9))
    import_register(books, told)
    page = import_page(desk)
    wait_until(lambda: bool(page._state.past))
    assert page.start.undo_button.isEnabled()
    take_payment(books, TakePayment("0901", 3000, TODAY))
    desk.place.tell_changed(Changed.MEMBERS)
    wait_until(lambda: page._state.past[0].stuck == "BATCH_IN_USE")
    wait(5)
    assert not page.start.undo_button.isEnabled()
    assert page.start.undo_button.accessibleDescription()
    keys(Qt.Key.Key_Z, CTRL)
    assert QApplication.activeModalWidget() is None


def test_every_word_of_the_page_has_room(desk: MainWindow) -> None:
    page = choose(desk, REGISTERS / "messy.xlsx")
    wait_until(lambda: page._state.shown is not None)
    wait(30)
    assert clipped(desk) == []


def test_three_thousand_rows_never_stop_the_window(
    qapp: QApplication, tmp_path: Path, empty_fund: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["เลขที่สมาชิก", "ชื่อ-สกุล", "วันเกิด", "บ้านเลขที่", "หมู่ที่", "วันที่สมัคร", "หมายเหตุ"])
    for number in range(1, 3001):
        born = date(1950, 1, 1) + timedelta(days=7 * number % 20000)
        day = f"{born.day}/{born.month}/{born.year + 543}" if number % 300 else "31/4/2536"
        sheet.append(
            [
                number,
                f"นายทดลอง ที่{'กขคงจ'[number % 5]}{number % 7}",
                day,
                f"{number}/1",
                number % 3 + 1,
                "1/2/2560",
                "",
            ]
        )
    path = tmp_path / "สามพัน.xlsx"
    book.save(path)
    window = make_window(tmp_path, fund=empty_fund, runner=Runner(qapp))
    window.show()
    wait(20)
    page = import_page(window)
    page.open_path(path)
    # What this program itself used between two turns of the window, by any thread: other programs on the machine do
    # not count, a worker that keeps the window waiting does.
    worst, last, began = 0.0, process_time(), perf_counter()
    while page._state.shown is None and perf_counter() - began < 20:
        wait(1)
        now = process_time()
        worst, last = max(worst, now - last), now
    assert page._state.shown is not None
    assert page._state.counts["all"] == 3000
    assert worst < 0.2, f"{worst:.3f}"
    # A key is painted at once.
    slowest = 0.0
    for _ in range(12):
        before = process_time()
        press(page.work.grid, Qt.Key.Key_Down)
        page.work.grid.viewport().repaint()
        slowest = max(slowest, process_time() - before)
    assert slowest < 0.03, f"{slowest:.3f}"
    # A mended cell is read again without the others.
    page.work.grid.put_mark((("Sheet", 301), "birth_date"))
    used = process_time()
    page.work.apply()
    assert page._state.stale
    wait_until(lambda: not page._state.stale)
    assert process_time() - used < 0.5
    assert page._state.counts["hold"] == 9
    window.close()
