"""The papers of one entry: its receipt, its voucher."""

from __future__ import annotations

from wangfund.domain.errors import NotFound
from wangfund.domain.papers.receipt_paper import ReceiptPaper
from wangfund.domain.papers.voucher_paper import VoucherPaper
from wangfund.store.book_entries import BookEntry
from wangfund.store.books import Books
from wangfund.usecases.paper_rows import member_receipts, receipts_dated, vouchers_dated


def receipt_of_entry(books: Books, entry: BookEntry) -> tuple[ReceiptPaper, ...]:
    """The receipt of an entry, void when the entry was taken back. Reads only.

    Raises:
        NotFound: NOTHING_TO_PRINT when it has none.
    """
    if entry.receipt is None:
        raise NotFound("NOTHING_TO_PRINT")
    papers = (
        member_receipts(books, entry.member_no)
        if entry.member_no
        else receipts_dated(books, entry.date, entry.date)
    )
    return tuple(paper for paper in papers if paper.row_id == entry.receipt.id)


def voucher_of_entry(books: Books, entry: BookEntry) -> tuple[VoucherPaper, ...]:
    """The voucher of an entry, void when the entry was taken back. Reads only.

    Raises:
        NotFound: NOTHING_TO_PRINT when it has none.
    """
    if entry.voucher is None:
        raise NotFound("NOTHING_TO_PRINT")
    papers = vouchers_dated(books, entry.date, entry.date)
    return tuple(paper for paper in papers if paper.row_id == entry.voucher.id)
