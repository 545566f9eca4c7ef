"""Printing a receipt or voucher counts: the first paper is the original, every later one says which copy it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from wangfund.domain.papers.receipt_paper import ReceiptPaper
from wangfund.domain.papers.voucher_paper import VoucherPaper
from wangfund.store.books import Books
from wangfund.store.printings import insert_printings, times_printed

Paper = TypeVar("Paper", ReceiptPaper, VoucherPaper)


def next_copies(books: Books, papers: Sequence[Paper]) -> tuple[Paper, ...]:
    """The same papers marked as what their next printing will be: original (copy 0) or n-th copy. Reads only.

    Books open for reading cannot count, so what they print is a copy.
    """
    if not papers:
        return ()
    with books.read() as r:
        before = times_printed(r, _kind(papers[0]), [paper.row_id for paper in papers])
    least = 0 if books.readonly is None else 1
    return tuple(replace(paper, copy=max(least, before.get(paper.row_id, 0))) for paper in papers)


def print_counted(
    books: Books, papers: Sequence[Paper], give: Callable[[tuple[Paper, ...]], None], who: str = ""
) -> None:
    """Give the papers out, marked as original or n-th copy, and note the printing when `give` returned. Writes.

    When `give` raises nothing has been counted, so that a printer without paper costs no original.

    Raises:
        StoreError: the file may not be written.
    """
    if not papers:
        return
    kind, ids = _kind(papers[0]), [paper.row_id for paper in papers]
    with books.write("paper.printed", who) as w:
        before = times_printed(w, kind, ids)
        give(tuple(replace(paper, copy=before.get(paper.row_id, 0)) for paper in papers))
        insert_printings(w, kind, ids)
        w.commit()


def count_printing(books: Books, papers: Sequence[Paper], who: str = "") -> tuple[Paper, ...]:
    """The same papers marked as original (copy 0) or n-th copy, and the printing noted. Writes.

    Raises:
        StoreError: the file may not be written.
    """
    given: list[tuple[Paper, ...]] = []
    print_counted(books, papers, given.append, who)
    return given[0] if given else ()


def _kind(paper: ReceiptPaper | VoucherPaper) -> str:
    return "receipt" if isinstance(paper, ReceiptPaper) else "voucher"
