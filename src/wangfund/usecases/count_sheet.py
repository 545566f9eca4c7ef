"""The paper of a cash count, with the books' figures of that day beside what was counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wangfund.domain import accounts
from wangfund.domain.errors import Refused
from wangfund.domain.papers.cash_count import PIECES, CashCountPaper, PieceLine
from wangfund.domain.papers.fund_head import Signature
from wangfund.store.books import Books
from wangfund.thai.period import Period
from wangfund.usecases.desk import desk_on
from wangfund.usecases.place_book import place_book


@dataclass(frozen=True, slots=True)
class CountSheet:
    """A count to put on paper. `counts`: satang of the piece -> pieces; `counted_at` 'HH.MM' or ""."""

    month: Period
    counts: Mapping[int, int]
    counted_on: date
    counted_at: str = ""
    counter: str = ""
    witness: str = ""


def count_sheet(books: Books, command: CountSheet) -> CashCountPaper:
    """The sheet of a cash count. Reads only; the count is not stored before the month is drafted.

    The books' figure is that of the month's end, or of a later day on which the box was counted, as `close_month`
    compares it. Who is named is looked up in the committee for the post.

    Raises:
        Refused: COUNT_PIECE_WRONG (a piece that is no money, or fewer than none), COUNTED_IN_FUTURE.
    """
    today = books.clock.today()
    if command.counted_on > today:
        raise Refused("COUNTED_IN_FUTURE", {"counted_on": command.counted_on.isoformat()})
    for piece, pieces in command.counts.items():
        if piece not in PIECES or pieces < 0:
            raise Refused("COUNT_PIECE_WRONG", {"piece_satang": piece, "pieces": pieces})
    month = command.month
    with books.read() as r:
        desk = desk_on(r, min(today, month.last_day))
        book = place_book(r, "", accounts.CASH, month, max(command.counted_on, month.last_day))
    posts = {officer.name: officer.role for officer in reversed(desk.profile.committee)}

    def signer(name: str) -> Signature:
        plain = " ".join(name.split())
        return Signature(plain, posts.get(plain, ""))

    return CashCountPaper(
        desk.head,
        month,
        command.counted_on,
        command.counted_at,
        tuple(PieceLine(piece, command.counts.get(piece, 0)) for piece in PIECES),
        book.opening_satang,
        book.received_satang,
        book.paid_satang,
        book.taken_out_satang,
        book.put_in_satang,
        book.after_satang,
        book.expected_satang,
        desk.rulebook.rules.limits.cash_in_hand_max_satang,
        signer(command.counter),
        signer(command.witness),
    )
