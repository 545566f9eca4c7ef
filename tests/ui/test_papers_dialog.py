"""A paper over the page, by sent keys: seen, printed, kept; what counts is counted once, when it has gone out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.ui.papers import front, over, paper
from tests.ui.typing import press, type_text, wait, wait_until
from wangfund.domain.errors import NotFound, Refused
from wangfund.store.errors import StoreError
from wangfund.ui.frame.choose_file import forget_folders
from wangfund.ui.frame.page import Page
from wangfund.ui.frame.question import Question
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.papers import paper_acts, printing
from wangfund.ui.papers.counted import receipts_paper
from wangfund.ui.papers.made import MadePaper
from wangfund.ui.papers.paper_dialog import PaperDialog, open_paper
from wangfund.ui.papers.print_dialog import PrintDialog
from wangfund.ui.papers.printing import PrintChoice
from wangfund.ui.worker.progress import Progress
from wangfund.usecases.paper_rows import member_receipts
from wangfund.usecases.print_papers import next_copies

CTRL = Qt.KeyboardModifier.ControlModifier
Sent = list[tuple[bytes, str, PrintChoice]]


@pytest.fixture(autouse=True)
def _fresh() -> None:
    forget_folders()
    paper_acts._last_printer.clear()


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Sent:
    """A printer that takes everything; what it was given."""
    found: Sent = []

    def print_pdf(pdf: bytes, name: str, choice: PrintChoice, _progress: Progress) -> int:
        found.append((pdf, name, choice))
        return 2

    monkeypatch.setattr(printing, "printer_names", lambda: ("HP", "Brother"))
    monkeypatch.setattr(printing, "print_pdf", print_pdf)
    return found


def show(window: MainWindow, make: Callable[[Progress], MadePaper] | None = None) -> PaperDialog:
    page, place = window.desk.page, window.place
    assert place is not None
    open_paper(page, place, "ชุดเอกสาร <b>กันยายน</b>", make or (lambda _p: MadePaper("ชุด 2569-09", paper(3))))
    (dialog,) = over(page, PaperDialog)
    assert isinstance(dialog, PaperDialog)
    return dialog


def make_receipt(page: Page, window: MainWindow) -> Callable[[Progress], MadePaper]:
    place = window.place
    assert place is not None
    return lambda _progress: receipts_paper(place, "ใบเสร็จ", lambda: member_receipts(place.books, "0001")[:1])


def copies(window: MainWindow) -> int:
    """Which copy the next printing of the first receipt is."""
    assert window.place is not None
    books = window.place.books
    return next_copies(books, member_receipts(books, "0001")[:1])[0].copy


def save_as(dialog: PaperDialog, path: Path) -> None:
    front(dialog)
    press(dialog.view, Qt.Key.Key_S, CTRL)
    (chooser,) = over(dialog, QFileDialog)
    assert isinstance(chooser, QFileDialog)
    edit = chooser.focusWidget()
    assert edit is not None
    press(edit, Qt.Key.Key_A, CTRL)
    type_text(edit, str(path))
    press(edit, Qt.Key.Key_Return)
    wait_until(lambda: not chooser.isVisible())
    wait(10)
    wait_until(lambda: not dialog.acts.running)
    wait(10)


def test_esc_puts_the_paper_away(window: MainWindow) -> None:
    dialog = show(window)
    assert dialog.view.count == 3
    assert dialog.view.hasFocus()
    press(dialog.view, Qt.Key.Key_Escape)
    assert over(window.desk.page, PaperDialog) == []


def test_pressed_twice_there_is_one_paper(window: MainWindow) -> None:
    page, place = window.desk.page, window.place
    assert place is not None
    for _ in range(2):
        open_paper(page, place, "ชุด", lambda _p: MadePaper("ชุด", paper(1)))
    assert len(over(page, PaperDialog)) == 1


def test_what_cannot_be_made_is_said_on_the_page(window: MainWindow) -> None:
    page, place = window.desk.page, window.place
    assert place is not None

    def make(_progress: Progress) -> MadePaper:
        raise NotFound("NOTHING_TO_PRINT")

    open_paper(page, place, "ชุด", make)
    wait(5)
    assert over(page, PaperDialog) == []
    assert page._banner is not None
    assert page._banner.accessibleName() == "ไม่มีเอกสารตามที่เลือก"
    open_paper(page, place, "ชุด", lambda _p: MadePaper("ชุด", paper(1)))
    assert len(over(page, PaperDialog)) == 1
    assert page._banner is None


def test_f7_and_f7_again_prints_on_the_usual_printer(window: MainWindow, sent: Sent) -> None:
    dialog = show(window)
    press(dialog.view, Qt.Key.Key_F7)
    (ask,) = over(dialog, PrintDialog)
    press(ask.focusWidget(), Qt.Key.Key_F7)
    wait_until(dialog.done_line.isVisible)
    assert sent == [(paper(3), "ชุด 2569-09", PrintChoice("HP", 1, 1, 3))]
    assert dialog.done_line.text() == "ส่งไปเครื่องพิมพ์ HP แล้ว 2 หน้า"


def test_the_printer_chosen_last_is_offered_next_time(window: MainWindow, sent: Sent) -> None:
    dialog = show(window)
    for name in ("Brother", "Brother"):
        front(dialog)
        press(dialog.view, Qt.Key.Key_F7)
        (ask,) = over(dialog, PrintDialog)
        assert isinstance(ask, PrintDialog)
        if not sent:
            ask.printer.set_text(name)
        ask.submit()
        wait(10)
    assert [choice.printer for _, _, choice in sent] == ["Brother", "Brother"]


def test_without_a_printer_it_says_what_can_be_done(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printer_names", lambda: ())
    dialog = show(window)
    press(dialog.view, Qt.Key.Key_F7)
    assert over(dialog, PrintDialog) == []
    assert dialog._banner is not None
    assert dialog._banner.accessibleName() == "ไม่พบเครื่องพิมพ์"
    press(dialog.view, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog._banner is None


def test_ctrl_s_keeps_the_paper_where_the_keys_say(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = show(window)
    save_as(dialog, tmp_path / "ก")
    assert (tmp_path / "ก.pdf").read_bytes() == paper(3)
    assert dialog.done_line.text() == f"เก็บแล้ว {tmp_path / 'ก.pdf'}"
    assert dialog.folder_button.isVisible()
    opened: list[Path] = []
    monkeypatch.setattr(dialog.acts, "open_folder", opened.append)
    press(dialog.folder_button, Qt.Key.Key_Space)
    front(dialog)
    press(dialog.view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert opened == [tmp_path / "ก.pdf"] * 2


def test_a_file_that_is_there_is_asked_about_in_thai(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "ก.pdf").write_bytes(b"old")
    dialog = show(window)
    save_as(dialog, tmp_path / "ก.pdf")
    (question,) = over(dialog, Question)
    assert isinstance(question, Question)
    assert "ก.pdf" in question.words.words
    press(question, Qt.Key.Key_Escape)
    wait(10)
    assert (tmp_path / "ก.pdf").read_bytes() == b"old"
    (chooser,) = over(dialog, QFileDialog)
    edit = chooser.focusWidget()
    assert edit is not None
    press(edit, Qt.Key.Key_Return)
    wait(10)
    (question,) = over(dialog, Question)
    assert isinstance(question, Question)
    question.yes.click()
    wait(10)
    assert (tmp_path / "ก.pdf").read_bytes() == paper(3)


def test_a_refusal_of_the_disk_is_said_and_the_paper_stays(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _told: bytes) -> Path:
        raise StoreError("OUTPUT_FULL", {"path": str(path), "folder": str(path.parent), "name": path.name})

    monkeypatch.setattr(paper_acts, "write_file", full)
    dialog = show(window)
    save_as(dialog, tmp_path / "ก")
    assert dialog._banner is not None
    assert "ที่ว่าง" in dialog._banner.accessibleName()
    assert not dialog.folder_button.isVisible()
    assert dialog.isVisible()


def test_looking_counts_nothing_and_printing_counts_once(window: MainWindow, sent: Sent) -> None:
    assert copies(window) == 0
    dialog = show(window, make_receipt(window.desk.page, window))
    shown = dialog._made.pdf
    assert copies(window) == 0
    press(dialog.view, Qt.Key.Key_F7)
    (ask,) = over(dialog, PrintDialog)
    assert isinstance(ask, PrintDialog)
    ask.submit()
    ask.submit()
    wait(20)
    assert [pdf for pdf, _, _ in sent] == [shown]
    assert copies(window) == 1
    # The screen now shows what the next printing will be: a copy.
    wait_until(lambda: dialog._made.pdf != shown)
    foretold = dialog._made.pdf
    front(dialog)
    press(dialog.view, Qt.Key.Key_F7)
    (ask,) = over(dialog, PrintDialog)
    assert isinstance(ask, PrintDialog)
    ask.submit()
    wait(20)
    assert sent[1][0] == foretold
    assert copies(window) == 2


def test_keeping_as_a_file_counts_once(window: MainWindow, tmp_path: Path) -> None:
    dialog = show(window, make_receipt(window.desk.page, window))
    shown = dialog._made.pdf
    save_as(dialog, tmp_path / "ก.pdf")
    assert (tmp_path / "ก.pdf").read_bytes() == shown
    assert copies(window) == 1


def test_what_did_not_go_out_is_not_counted(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_pdf: bytes, _name: str, choice: PrintChoice, _progress: Progress) -> int:
        raise Refused("PRINTER_STOPPED", {"printer": choice.printer, "page": 1, "pages": 1})

    monkeypatch.setattr(printing, "printer_names", lambda: ("HP",))
    monkeypatch.setattr(printing, "print_pdf", broken)
    dialog = show(window, make_receipt(window.desk.page, window))
    press(dialog.view, Qt.Key.Key_F7)
    (ask,) = over(dialog, PrintDialog)
    assert isinstance(ask, PrintDialog)
    ask.submit()
    wait(20)
    assert dialog._banner is not None
    assert "หยุดที่หน้า 1" in dialog._banner.accessibleName()
    assert copies(window) == 0
    save_as(dialog, tmp_path / "no" / "such" / "folder.pdf")
    assert copies(window) == 0


def test_text_that_grows_is_the_windows_own_key(window: MainWindow) -> None:
    dialog = show(window)
    before = dialog.view.zoom
    press(dialog.view, Qt.Key.Key_Plus)
    assert dialog.view.zoom > before
