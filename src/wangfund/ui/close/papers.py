"""The papers of a close, made beside the window: the month's pack, its workbook, the sheet of the count."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from wangfund.domain.errors import Refused
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.store.books import Books
from wangfund.ui.papers.made import MadePaper
from wangfund.ui.worker.progress import Progress
from wangfund.usecases.count_sheet import CountSheet, count_sheet

Make = Callable[[Progress], MadePaper]


def pack_name(pack: MonthPack) -> str:
    """The name of the pack's files, without ending."""
    return f"ปิดงวด {pack.month.be_year}-{pack.month.month:02d}{' ร่าง' if pack.draft else ''}"


def pack_paper(pack: MonthPack, today: date) -> Make:
    """The pack as the meeting signs it."""

    def make(_progress: Progress) -> MadePaper:
        from wangfund.documents import month_pdf

        return MadePaper(pack_name(pack), _drawn(lambda path: month_pdf.render(pack, path, today)))

    return make


def pack_workbook(pack: MonthPack, path: Path, today: date) -> Callable[[Progress], Path]:
    """The same pack as a workbook.

    Raises (when run):
        Refused: OUTPUT_NOT_WRITTEN.
    """

    def make(_progress: Progress) -> Path:
        from wangfund.documents import month_xlsx

        try:
            month_xlsx.render(pack, path, today)
        except OSError as error:
            raise Refused("OUTPUT_NOT_WRITTEN", {"path": str(path)}) from error
        return path

    return make


def count_paper(books: Books, command: CountSheet) -> Make:
    """The sheet of a cash count, with the books' figures of that moment."""

    def make(_progress: Progress) -> MadePaper:
        from wangfund.documents import cash_count_pdf

        paper = count_sheet(books, command)
        name = f"ใบตรวจนับเงินสด {paper.month.be_year}-{paper.month.month:02d}"
        return MadePaper(name, _drawn(lambda path: cash_count_pdf.render(paper, path, books.clock.today())))

    return make


def _drawn(render: Callable[[Path], None]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        render(path)
        return path.read_bytes()
