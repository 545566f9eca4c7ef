"""Printing a receipt or voucher counts: the first paper is the original, every later one says which copy it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from wangfund.domain.papers.receipt_paper import ReceiptPaper
from wangfund.domain.papers.voucher_paper import VoucherPaper
from wangfund.store.books import Books
from wangfund.store.printings import insert_printings, times_printed

Paper = TypeVar("Paper", ReceiptPaper, VoucherPaper)


def count_printing(books: Books, papers: Sequence[Paper], who: str = "") -> tuple[Paper, ...]:
    """The same papers marked as original (copy 0) or n-th copy, and the printing noted. Writes.

    Raises:
        StoreError: the file may not be written.
    """
    if not papers:
        return ()
    kind = "receipt" if isinstance(papers[0], ReceiptPaper) else "voucher"
    with books.write("paper.printed", who) as w:
        before = times_printed(w, kind, [paper.row_id for paper in papers])
        insert_printings(w, kind, [paper.row_id for paper in papers])
        w.commit()
    return tuple(replace(paper, copy=before.get(paper.row_id, 0)) for paper in papers)
