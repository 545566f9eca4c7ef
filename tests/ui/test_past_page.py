"""Benefits paid before the program, at the window by keys: a list seen, mended, taken in whole, taken back; one keyed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tests.funds import TODAY, money, problems, rows_of, stay, young_bytes
from tests.ui.hands import CTRL, Calendar, Hands
from tests.ui.typing import press, wait
from wangfund.store.past_benefits import all_past
from wangfund.ui.claims.page import ClaimsPage
from wangfund.ui.frame.choose_file import forget_folders
from wangfund.ui.frame.page import Page
from wangfund.ui.frame.question import Question
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.importing.page import ImportPage
from wangfund.ui.members.page import MembersPage
from wangfund.ui.past.keyed_dialog import KeyedDialog
from wangfund.ui.past.page import PastPage
from wangfund.ui.preferences import PreferenceFile
from wangfund.ui.start import dress_application
from wangfund.ui.worker.runner import InlineRunner
from wangfund.ui.workplace import Workplace
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.request_claim import assess_claim, request_claim

P = TypeVar("P", bound=Page)
F2, F5, F9, F10, F12 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 5, 9, 10, 12))
ESC, DOWN, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return
HEAD = ("เลขที่สมาชิก", "เรื่อง", "วันที่", "จำนวนเงิน", "คืน", "หมายเหตุ")
GOOD = (
    ("0001", "นอนโรงพยาบาล", date(2026, 2, 5), 800, 8, "จากสมุดเล่มเก่า"),
    ("0002", "HOSP", date(2026, 3, 5), 300, 3, "<b>=1+1</b>"),
)
WRONG = ("9999", "นอนโรงพยาบาล", "31/2/2569", "สามร้อย", 3, "")


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    forget_folders()
    dress_application(qapp)
    fund = tmp_path / "ก่อน.wangfund"
    fund.write_bytes(young_bytes())
    window = MainWindow(Calendar(TODAY), InlineRunner(qapp), PreferenceFile(tmp_path / "window.json"))
    window.start(fund)
    window.show()
    wait(20)
    made = Hands(window)
    made.at()
    yield made
    place_of(made).wrote = False
    window.close()


def place_of(hands: Hands) -> Workplace:
    """Where the window works."""
    place = hands.window.place
    assert place is not None
    return place


def workbook(path: Path, *rows: Sequence[object]) -> Path:
    """A list in a file."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEAD, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


def open_page(hands: Hands) -> PastPage:
    """Ctrl 2, Ctrl I, Ctrl H."""
    hands.page(2)
    hands.key(Qt.Key.Key_I, modifier=CTRL)
    wait(20)
    assert type(hands.window.desk.page) is ImportPage
    hands.key(Qt.Key.Key_H, modifier=CTRL)
    wait(20)
    return page_of(hands, PastPage)


def page_of(hands: Hands, kind: type[P]) -> P:
    """The page in front."""
    page = hands.window.desk.page
    assert isinstance(page, kind)
    return page


def choose(hands: Hands, page: PastPage, path: Path) -> None:
    """Ctrl O, the whole path, Enter."""
    hands.key(Qt.Key.Key_O, modifier=CTRL)
    dialog = hands.modal(QFileDialog)
    edit = dialog.findChild(QLineEdit)
    assert edit is not None
    edit.setText(str(path))
    press(edit, ENTER)
    hands.until(lambda: page.state.listed is not None and page.state.listed.file_name == path.name)
    hands.alone()


def test_list_comes_in_whole_after_its_wrong_row_was_mended_and_is_taken_back(
    hands: Hands, tmp_path: Path
) -> None:
    books = place_of(hands).books
    before = money(books)
    page = open_page(hands)
    path = workbook(tmp_path / "เก่า.xlsx", *GOOD, WRONG)
    choose(hands, page, path)
    assert page.state.listed is not None
    assert [row.told.row for row in page.state.rows] == [4]
    assert "พร้อม 2 จาก 3 แถว รวม 1,100 บาท" in page.head.facts.text()
    assert not page.record.isEnabled()
    assert "1 แถวที่ต้องแก้" in page.record.accessibleDescription()
    hands.key(F9)
    assert QApplication.activeModalWidget() is None
    hands.key(F12)
    assert len(page.state.rows) == 3
    workbook(path, *GOOD)
    hands.key(F5)
    hands.until(lambda: page.state.listed is not None and not page.state.listed.preview.wrong)
    assert page.record.isEnabled() and page.record.text() == "บันทึก 2 รายการ"
    hands.key(F9)
    assert "1,100 บาท" in hands.modal(Question).words.text().replace("\u200b", "")
    hands.yes()
    hands.until(lambda: page.state.listed is None)
    assert "2 รายการ" in page.head.facts.text()
    assert money(books) == before and not problems(books)
    with books.read() as r:
        assert [(row.gross_satang, row.units, row.note) for row in all_past(r)] == [
            (800_00, 8, "จากสมุดเล่มเก่า"),
            (300_00, 3, "<b>=1+1</b>"),
        ]
    assert hands.at() is page.start.table and page.start.undo.isEnabled()
    hands.key(Qt.Key.Key_Z, modifier=CTRL)
    hands.yes()
    hands.until(lambda: page.state.batches[0].undone)
    assert rows_of(books, "SELECT count(*) FROM past_benefit") == [(0,)]
    assert not page.start.undo.isEnabled()
    hands.key(ESC)
    page_of(hands, ImportPage)


def test_batch_on_which_was_decided_says_why_it_stays(hands: Hands, tmp_path: Path) -> None:
    page = open_page(hands)
    choose(hands, page, workbook(tmp_path / "เก่า.xlsx", *GOOD))
    hands.key(F9)
    hands.yes()
    hands.until(lambda: page.state.batches)
    books = place_of(hands).books
    claim, _ = request_claim(books, stay("0001", date(2026, 11, 2), 3, date(2026, 11, 9)))
    decide_claim(books, DecideClaim(claim, "มติ 1/2569"))
    page.load()
    hands.until(lambda: page.state.batches[0].decisions)
    assert not page.start.undo.isEnabled()
    assert "มีมติ 1 เรื่อง" in page.start.undo.accessibleDescription()
    hands.key(Qt.Key.Key_Z, modifier=CTRL)
    assert QApplication.activeModalWidget() is None


def test_file_that_holds_no_such_table_is_said_and_nothing_can_be_recorded(
    hands: Hands, tmp_path: Path
) -> None:
    page = open_page(hands)
    path = tmp_path / "อื่น.csv"
    path.write_text("ชื่อ,บ้าน\nก,1\n", encoding="utf-8")
    choose(hands, page, path)
    assert page._banner is not None
    assert not page.record.isEnabled()
    path = tmp_path / "เสีย.xlsx"
    path.write_bytes(b"PK\x03\x04" + b"x" * 100)
    page.open_path(path)
    wait(20)
    assert page._banner is not None


def test_one_is_keyed_on_the_member_counts_and_stands_in_her_history(hands: Hands) -> None:
    books = place_of(hands).books
    hands.page(2)
    page = page_of(hands, MembersPage)
    hands.until(lambda: page.table.current is not None)
    hands.write("0001")
    hands.enter()
    hands.until(lambda: page.counter.view is not None and page.counter.view.member.member_no == "0001")
    page.acts.do("past")
    dialog = hands.modal(KeyedDialog)
    dialog.benefit.box.setCurrentIndex(dialog.benefit.box.findText("นอนโรงพยาบาล"))
    dialog.benefit.changed.emit("HOSP")
    assert dialog.units.isVisible()
    dialog.when.setFocus()
    hands.write("5/2/2569")
    hands.enter()
    hands.enter()
    hands.write("๑๙๐๐")
    hands.enter()
    hands.key(F9)
    wait(20)
    assert dialog.isVisible() and dialog.units.below.finding is not None
    dialog.units.setFocus()
    hands.write("18")
    hands.key(F9)
    wait(30)
    assert dialog.isVisible() and "กด F9 อีกครั้ง" in dialog.said.text().replace("\u200b", "")
    assert rows_of(books, "SELECT count(*) FROM past_benefit") == [(0,)]
    hands.key(F9)
    hands.alone()
    assert rows_of(books, "SELECT gross_satang, units FROM past_benefit") == [(1900_00, 18)]
    hands.until(lambda: page.counter.view is not None and page.counter.view.before)
    texts = [
        page.counter.claims.model().index(0, column).data()
        for column in range(page.counter.claims.model().columnCount())
    ]
    assert "ก่อนใช้โปรแกรม" in texts and "1,900.00" in texts
    left = assess_claim(books, stay("0001", date(2026, 11, 2), 3, date(2026, 11, 9))).assessment
    assert left.gross_satang == 200_00


def test_from_claims_it_goes_back_there_and_what_is_half_typed_comes_again(hands: Hands) -> None:
    hands.page(4)
    hands.key(Qt.Key.Key_H, modifier=CTRL)
    wait(20)
    page = page_of(hands, PastPage)
    hands.key(F2)
    dialog = hands.modal(KeyedDialog)
    hands.write("0007")
    wait(400)
    assert place_of(hands).drafts.kept("past.new") is not None
    dialog.close()
    hands.alone()
    hands.key(F2)
    again = hands.modal(KeyedDialog)
    assert again.member.text == "0007"
    hands.key(ESC)
    hands.alone()
    assert place_of(hands).drafts.kept("past.new") is None
    assert page.state.listed is None
    hands.key(ESC)
    page_of(hands, ClaimsPage)


@pytest.mark.parametrize("text", ["31/4/2569", "9" * 14, "สิบ", "😀", "x" * 10_000, "<b>", "=1+1", "-5"])
def test_hostile_typing_is_a_finding_beside_its_field(hands: Hands, text: str) -> None:
    page = open_page(hands)
    hands.key(F2)
    dialog = hands.modal(KeyedDialog)
    for field in (dialog.member, dialog.when, dialog.year, dialog.amount):
        field.edit.setText(text)
    hands.key(F9)
    wait(20)
    assert dialog.isVisible()
    assert dialog.amount.below.finding is not None
    assert dialog.when.below.finding is not None
    hands.key(ESC)
    hands.alone()
    assert rows_of(place_of(hands).books, "SELECT count(*) FROM past_benefit") == [(0,)]
    assert page.state.listed is None
