"""Printing: the page that comes out is the page that was made, whole, in its place and size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tests.ui.papers import darkness, paper
from tests.ui.typing import press, wait
from wangfund.domain.errors import Refused
from wangfund.text.messages import lines_of_error
from wangfund.ui.papers import printing
from wangfund.ui.papers.pages import Pages
from wangfund.ui.papers.print_dialog import PrintDialog
from wangfund.ui.papers.printing import PrintChoice, print_on, print_pdf
from wangfund.ui.theme.theme import Theme
from wangfund.ui.worker.progress import Cancelled, Progress

QUIET = Progress(lambda _words, _done, _total: None)


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> QPrinter:
    """A printer whose paper is a file; coarse, so that the test is quick."""
    monkeypatch.setattr(printing, "MOST_DPI", 150)
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


def same_page(first: bytes, at: int, second: bytes, other: int) -> bool:
    cells = []
    for pdf, number in ((first, at), (second, other)):
        pages = Pages(pdf)
        cells.append(darkness(pages.picture(number, 600, 849), 60))
        pages.close()
    worst: float = max(abs(a - b) for a, b in zip(*cells, strict=True))
    return worst < 0.06


def test_every_page_comes_out_as_it_was_made(printer: QPrinter, tmp_path: Path) -> None:
    assert print_on(printer, paper(3), "ชุด", PrintChoice("แฟ้ม"), QUIET) == 3
    out = (tmp_path / "printed.pdf").read_bytes()
    pages = Pages(out)
    sizes = pages.sizes
    pages.close()
    assert [(round(size.width), round(size.height)) for size in sizes] == [(595, 842)] * 3
    assert all(same_page(paper(3), at, out, at) for at in range(3))
    assert not same_page(paper(3), 0, out, 1)


def test_only_the_pages_asked_for_come_out(printer: QPrinter, tmp_path: Path) -> None:
    assert print_on(printer, paper(5), "ชุด", PrintChoice("แฟ้ม", first=2, last=3), QUIET) == 2
    out = (tmp_path / "printed.pdf").read_bytes()
    assert same_page(paper(5), 1, out, 0)
    assert same_page(paper(5), 2, out, 1)


def test_a_last_page_that_is_not_there_is_the_last_there_is(printer: QPrinter) -> None:
    assert print_on(printer, paper(2), "ชุด", PrintChoice("แฟ้ม", first=2, last=99), QUIET) == 1


def test_copies_come_out_set_after_set(
    printer: QPrinter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinter, "supportsMultipleCopies", lambda _self: False)
    assert print_on(printer, paper(2), "ชุด", PrintChoice("แฟ้ม", copies=2), QUIET) == 4
    out = (tmp_path / "printed.pdf").read_bytes()
    assert same_page(paper(2), 0, out, 2)


def test_stopped_between_two_pages_it_says_so(printer: QPrinter) -> None:
    told: list[int] = []

    def tell(_words: str, done: int, _total: int) -> None:
        told.append(done)
        if done == 2:
            progress.stop()

    progress = Progress(tell)
    with pytest.raises(Cancelled):
        print_on(printer, paper(5), "ชุด", PrintChoice("แฟ้ม"), progress)
    assert told == [1, 2]


def test_a_printer_that_is_gone_is_refused_in_words(qapp: QApplication) -> None:
    with pytest.raises(Refused) as caught:
        print_pdf(paper(1), "ชุด", PrintChoice("เครื่องที่ถอดไปแล้ว"), QUIET)
    assert caught.value.code == "PRINTER_GONE"
    assert "เครื่องที่ถอดไปแล้ว" in lines_of_error(caught.value)[0]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_begin_is_refused_and_one_that_stops_tells_the_page(
    printer: QPrinter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinter, "newPage", lambda _self: False)
    with pytest.raises(Refused) as caught:
        print_on(printer, paper(3), "ชุด", PrintChoice("แฟ้ม"), QUIET)
    assert caught.value.code == "PRINTER_STOPPED"
    assert "หน้า 2 จาก 3" in lines_of_error(caught.value)[0]
    broken = QPrinter()
    broken.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    broken.setOutputFileName(str(tmp_path / "no" / "such" / "folder.pdf"))
    with pytest.raises(Refused, match="PRINTER_REFUSED"):
        print_on(broken, paper(1), "ชุด", PrintChoice("แฟ้ม"), QUIET)


def test_the_usual_printer_stands_first(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["ก", "ข", "ค"])
    monkeypatch.setattr(QPrinterInfo, "defaultPrinterName", lambda: "ข")
    assert printing.printer_names() == ("ข", "ก", "ค")


def dialog_of(pages: int, *, counted: bool = False) -> tuple[PrintDialog, list[PrintChoice]]:
    dialog = PrintDialog(Theme(), "ชุดเอกสาร", ("HP", "<b>อบต.</b>"), pages, None, counted=counted)
    found: list[PrintChoice] = []
    dialog.ready.connect(found.append)
    dialog.open()
    wait(5)
    return dialog, found


def test_the_form_gives_what_was_chosen(qapp: QApplication) -> None:
    dialog, found = dialog_of(4)
    dialog.printer.set_text("<b>อบต.</b>")
    dialog.copies.set_text("๒")
    dialog.first.set_text("2")
    dialog.submit()
    assert found == [PrintChoice("<b>อบต.</b>", 2, 2, 4)]


@pytest.mark.parametrize(
    ("copies", "first", "last"),
    [("สอง", "1", "4"), ("0", "1", "4"), ("1", "3", "2"), ("1", "1", "5"), ("", "1", "4")],
)
def test_what_cannot_be_printed_stays_typed_and_is_pointed_out(
    qapp: QApplication, copies: str, first: str, last: str
) -> None:
    dialog, found = dialog_of(4)
    for field, text in ((dialog.copies, copies), (dialog.first, first), (dialog.last, last)):
        field.set_text(text)
    dialog.submit()
    assert found == []
    assert (dialog.copies.text, dialog.first.text, dialog.last.text) == (copies, first, last)
    assert any(field.below.words for field in (dialog.copies, dialog.first, dialog.last))


def test_what_counts_goes_out_once_and_whole(qapp: QApplication) -> None:
    dialog, found = dialog_of(9, counted=True)
    from PySide6.QtCore import Qt

    press(dialog, Qt.Key.Key_Tab)
    dialog.submit()
    assert found == [PrintChoice("HP", 1, 1, 9)]
    assert not dialog.copies.isVisible()
