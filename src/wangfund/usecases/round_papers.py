"""The receipts of rounds and of payments, as papers."""

from __future__ import annotations

from collections.abc import Sequence

from wangfund.domain.papers.receipt_paper import ReceiptPaper
from wangfund.store.books import Books
from wangfund.store.receipts import receipts_of_rounds
from wangfund.usecases.paper_rows import receipts_dated


def receipts_of_round(books: Books, round_ids: Sequence[int]) -> tuple[ReceiptPaper, ...]:
    """The receipts made of rounds, by number; taken back ones say so. Reads only."""
    with books.read() as r:
        rows = receipts_of_rounds(r, round_ids)
    if not rows:
        return ()
    wanted = {row.id for row in rows}
    days = sorted({row.date for row in rows})
    papers = [paper for day in days for paper in receipts_dated(books, day, day)]
    return tuple(paper for paper in papers if paper.row_id in wanted)
