"""The paper of what stands under the mark: a voucher, a receipt, or the receipts of a whole round."""

from __future__ import annotations

from collections.abc import Callable

from wangfund.ui.books.state import Row
from wangfund.ui.papers.counted import receipts_paper, vouchers_paper
from wangfund.ui.papers.made import MadePaper
from wangfund.ui.worker.progress import Progress
from wangfund.ui.workplace import Workplace
from wangfund.usecases.entries_of_month import BookEntry
from wangfund.usecases.entry_papers import receipt_of_entry, voucher_of_entry
from wangfund.usecases.round_papers import receipts_of_round

Make = Callable[[Progress], MadePaper]


def paper_of_row(place: Workplace, row: Row) -> tuple[str, Make] | None:
    """The heading of a line's paper and how it is made, None where there is none."""
    if row.round is not None:
        return _round(place, row)
    return None if row.entry is None else paper_of_entry(place, row.entry)


def paper_of_entry(place: Workplace, entry: BookEntry, *, receipt: bool = False) -> tuple[str, Make] | None:
    """An entry's voucher, else its receipt; `receipt` asks for that one though there is a voucher."""
    books = place.books
    if entry.voucher is not None and not receipt:
        number = f"{entry.voucher.number:04d}"
        heading = f"ใบสำคัญจ่าย จ {number}"
        return heading, lambda _progress: vouchers_paper(
            place, f"ใบสำคัญจ่าย-{number}", lambda: voucher_of_entry(books, entry)
        )
    if entry.receipt is not None:
        book, leaf = entry.receipt.book, entry.receipt.leaf
        return f"ใบเสร็จเล่ม {book} เลขที่ {leaf}", lambda _progress: receipts_paper(
            place, f"ใบเสร็จ-{book}-{leaf}", lambda: receipt_of_entry(books, entry)
        )
    return None


def _round(place: Workplace, row: Row) -> tuple[str, Make]:
    round_, books = row.round, place.books
    assert round_ is not None
    name = f"ใบเสร็จ-หมู่{round_.moo}-{round_.month.be_year}-{round_.month.month:02d}"
    return f"ใบเสร็จ หมู่ {round_.moo} {len(row.entries):,} ใบ", lambda _progress: receipts_paper(
        place, name, lambda: receipts_of_round(books, [round_.id])
    )
