"""Paper out of a printer: the pages as they are, drawn for its dots and put on the whole sheet, never scaled."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from wangfund.domain.errors import Refused, Value
from wangfund.ui.papers.pages import Pages, PageSize
from wangfund.ui.worker.progress import Progress

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

MOST_DPI: Final = 300 if sys.platform == "win32" else 600
"""Finer dots than these are not seen in ink. The spooler of Windows keeps every picture whole, so it gets smaller ones."""

_BAND: Final = 256
"""Rows of dots drawn at a time: a whole sheet at 600 dots an inch would be 139 MB."""
_OVER: Final = 2
"""Rows drawn twice, so that no hairline stays white between two bands."""


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """What a person chose: a printer by name, how many copies, pages from 1 (`last` 0: to the end)."""

    printer: str
    copies: int = 1
    first: int = 1
    last: int = 0


def printer_names() -> tuple[str, ...]:
    """The printers of this machine, the usual one first."""
    from PySide6.QtPrintSupport import QPrinterInfo

    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name)))


def print_pdf(pdf: bytes, name: str, choice: PrintChoice, progress: Progress) -> int:
    """Print; gives how many pages of paper were sent. Runs beside the window; stops between two pages.

    Args:
        pdf: the paper.
        name: what the printer's list of jobs calls it.
        choice: where and what.
        progress: told every page.

    Raises:
        Refused: PRINTER_GONE, PRINTER_REFUSED, PRINTER_STOPPED.
    """
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(choice.printer)
    if choice.printer not in printer_names() or not printer.isValid():
        raise Refused("PRINTER_GONE", {"printer": choice.printer})
    return print_on(printer, pdf, name, choice, progress)


def print_on(printer: QPrinter, pdf: bytes, name: str, choice: PrintChoice, progress: Progress) -> int:
    """Print on a printer that has been found; see `print_pdf`."""
    printer.setDocName(name)
    printer.setCreator("wangfund")
    # The margins are in the paper already: the sheet is the page, dot for dot.
    printer.setFullPage(True)  # Qt's own
    printer.setResolution(min(printer.resolution(), MOST_DPI))
    rounds = 1
    if printer.supportsMultipleCopies():
        printer.setCopyCount(choice.copies)
        printer.setCollateCopies(True)
    else:
        rounds = choice.copies
    pages = Pages(pdf)
    try:
        last = min(choice.last or len(pages), len(pages))
        wanted = [at for _ in range(rounds) for at in range(max(choice.first, 1) - 1, last)]
        _print_pages(printer, pages, wanted, choice.printer, progress)
    finally:
        pages.close()
    return len(wanted) * (choice.copies // rounds if rounds == 1 else 1)


def _print_pages(
    printer: QPrinter, pages: Pages, wanted: list[int], printer_name: str, progress: Progress
) -> None:
    from PySide6.QtPrintSupport import QPrinter

    painter = QPainter()
    values: dict[str, Value] = {"printer": printer_name, "pages": len(wanted)}
    try:
        for number, at in enumerate(wanted):
            progress.step("ส่งไปเครื่องพิมพ์ หน้า", number + 1, len(wanted))
            _set_sheet(printer, pages.sizes[at])
            if number == 0:
                if not painter.begin(printer):
                    raise Refused("PRINTER_REFUSED", values)
            elif not printer.newPage():
                raise Refused("PRINTER_STOPPED", {**values, "page": number + 1})
            _draw_page(painter, pages, at, printer.resolution())
        if not painter.end() or printer.printerState() is QPrinter.PrinterState.Error:
            raise Refused("PRINTER_STOPPED", {**values, "page": len(wanted)})
    except BaseException:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()


def _set_sheet(printer: QPrinter, size: PageSize) -> None:
    """The sheet lies as the page lies; every paper of the fund is A4."""
    lying = size.width > size.height
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    )


def _draw_page(painter: QPainter, pages: Pages, at: int, dpi: int) -> None:
    """Draw a page at its own size, from the sheet's corner, a band at a time."""
    # Letters are not photographs: nothing is smeared to save room.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    size = pages.sizes[at]
    width, height = round(size.width * dpi / 72), round(size.height * dpi / 72)
    for top in range(0, height, _BAND):
        begin = max(0, top - _OVER)
        band = pages.picture(at, width, height, top=begin, rows=top + _BAND - begin, paper=True)
        if not _blank(band):
            painter.drawImage(QRect(0, begin, band.width(), band.height()), band)


def _blank(picture: QImage) -> bool:
    """Whether nothing is on it; white is not sent to a printer."""
    bits = bytes(picture.constBits())
    return bits[:3] == b"\xff\xff\xff" and bits == bits[:4] * (len(bits) // 4)
