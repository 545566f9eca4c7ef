"""The papers of a close, made beside the window: the month's pack, its workbook, the sheet of the count."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from wangfund.domain.papers.month_pack import MonthPack
from wangfund.store.books import Books
from wangfund.ui.papers.draw import drawn
from wangfund.ui.papers.made import MadePaper
from wangfund.ui.papers.output import write_file
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

        return MadePaper(pack_name(pack), drawn(lambda path: month_pdf.render(pack, path, today)))

    return make


def pack_workbook(pack: MonthPack, path: Path, today: date) -> Callable[[Progress], Path]:
    """The same pack as a workbook; run, it raises what the disk says (StoreError, OUTPUT_*)."""

    def make(_progress: Progress) -> Path:
        from wangfund.documents import month_xlsx

        return write_file(path, drawn(lambda part: month_xlsx.render(pack, part, today), "xlsx"))

    return make


def count_paper(books: Books, command: CountSheet) -> Make:
    """The sheet of a cash count, with the books' figures of that moment."""

    def make(_progress: Progress) -> MadePaper:
        from wangfund.documents import cash_count_pdf

        paper = count_sheet(books, command)
        name = f"ใบตรวจนับเงินสด {paper.month.be_year}-{paper.month.month:02d}"
        return MadePaper(name, drawn(lambda path: cash_count_pdf.render(paper, path, books.clock.today())))

    return make
