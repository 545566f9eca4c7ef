"""The pages of a PDF as pictures, drawn one at a time when somebody wants them; nothing drawn is kept here."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtGui import QImage

from wangfund.ui.papers.pdfium import PDFIUM


class PageSize(NamedTuple):
    """A page's width and height in points of 1/72 inch."""

    width: float
    height: float


class Pages:
    """An open PDF. `close` lets go of it; a closed one draws nothing more."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        with PDFIUM:
            self._document: Any = pypdfium2.PdfDocument(pdf)
            self.sizes = tuple(
                PageSize(*self._document.get_page_size(at)) for at in range(len(self._document))
            )

    def __len__(self) -> int:
        return len(self.sizes)

    def picture(
        self, at: int, width: int, height: int, *, top: int = 0, rows: int | None = None, paper: bool = False
    ) -> QImage:
        """A page drawn `width` × `height` pixels, or only the `rows` of it from `top` on; black ink on white.

        `paper` draws for a printer: no shades made for the screen.
        """
        import pypdfium2
        import pypdfium2.raw as pdfium

        high = height - top if rows is None else min(rows, height - top)
        flags = pdfium.FPDF_ANNOT | (pdfium.FPDF_PRINTING if paper else 0)
        with PDFIUM:
            page = self._document[at]
            bitmap = pypdfium2.PdfBitmap.new_native(width, high, pdfium.FPDFBitmap_BGRx)
            try:
                bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, high)
                pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, -top, width, height, 0, flags)
                # The pixels belong to the bitmap: the picture takes its own before that goes.
                pixels = bytes(bitmap.buffer)
                stride = bitmap.stride
            finally:
                bitmap.close()
                page.close()
        return QImage(pixels, width, high, stride, QImage.Format.Format_RGB32).copy()

    def close(self) -> None:
        """Let go of the file."""
        with PDFIUM:
            if self._document is not None:
                self._document.close()
                self._document = None


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    pages = Pages(pdf)
    try:
        return len(pages)
    finally:
        pages.close()
