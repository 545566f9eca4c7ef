"""Printing counts: the first is the original; what did not go out is not counted."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.funds import TODAY, on
from wangfund.domain.errors import Refused
from wangfund.domain.papers.receipt_paper import ReceiptPaper
from wangfund.store.books import Books
from wangfund.store.fund_file import open_for_reading
from wangfund.usecases.paper_rows import member_receipts
from wangfund.usecases.print_papers import count_printing, next_copies, print_counted
from wangfund.usecases.take_payment import TakePayment, take_payment


@pytest.fixture
def papers(books: Books) -> tuple[ReceiptPaper, ...]:
    """Two receipts of one member."""
    for _ in range(2):
        take_payment(books, TakePayment("0001", 3000, TODAY))
    return member_receipts(books, "0001")


def counted(books: Books) -> int:
    with books.read() as r:
        return int(r.connection.execute(sa.text("SELECT count(*) FROM printing")).scalar_one())


def test_the_next_copy_is_told_without_counting(books: Books, papers: tuple[ReceiptPaper, ...]) -> None:
    assert [p.copy for p in next_copies(books, papers)] == [0, 0]
    assert counted(books) == 0
    count_printing(books, papers[:1])
    assert [p.copy for p in next_copies(books, papers)] == [1, 0]


def test_what_is_given_out_is_what_was_foretold_and_counts_after(
    books: Books, papers: tuple[ReceiptPaper, ...]
) -> None:
    given: list[tuple[ReceiptPaper, ...]] = []
    for times in range(3):
        foretold = next_copies(books, papers)
        print_counted(books, papers, given.append, "ผู้ทดสอบ")
        assert given[-1] == foretold
        assert [p.copy for p in foretold] == [times, times]
    assert counted(books) == 6


def test_when_it_does_not_go_out_nothing_is_counted(books: Books, papers: tuple[ReceiptPaper, ...]) -> None:
    def refuse(_papers: object) -> None:
        raise Refused("PRINTER_REFUSED", {"printer": "x"})

    with pytest.raises(Refused, match="PRINTER_REFUSED"):
        print_counted(books, papers, refuse)
    assert counted(books) == 0
    assert [p.copy for p in next_copies(books, papers)] == [0, 0]


def test_of_nothing_nothing_is_counted(books: Books) -> None:
    called: list[object] = []
    print_counted(books, (), called.append)
    assert called == []
    assert next_copies(books, ()) == ()
    assert count_printing(books, ()) == ()


def test_books_open_for_reading_print_copies_only(busy: Path) -> None:
    with open_for_reading(busy, on(TODAY)) as books:
        found = next_copies(books, member_receipts(books, "0001"))
    assert found
    assert all(p.copy >= 1 for p in found)
