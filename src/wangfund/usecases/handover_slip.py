"""The slip of a round that was handed over."""

from __future__ import annotations

from collections.abc import Mapping

from wangfund.domain.errors import NotFound
from wangfund.domain.papers.handover_slip import HandoverSlip
from wangfund.store.books import Books
from wangfund.store.round_receipts import round_receipts
from wangfund.store.rounds import round_by_id
from wangfund.usecases.desk import desk_on


def handover_slip(books: Books, round_id: int, counts: Mapping[int, int] | None = None) -> HandoverSlip:
    """A round as its slip says it. Reads only.

    `counts` are the pieces of cash counted (satang of the piece -> how many); they are not kept in the books and are
    printed only when they come to what was counted.

    Raises:
        NotFound: ROUND_UNKNOWN.
    """
    with books.read() as r:
        row = round_by_id(r, round_id)
        if row is None:
            raise NotFound("ROUND_UNKNOWN", {"round": round_id})
        desk = desk_on(r, row.returned_on)
        receipts = round_receipts(r, [round_id])
        pieces = tuple(sorted(((k, n) for k, n in (counts or {}).items() if n), reverse=True))
        if sum(worth * pieces_of for worth, pieces_of in pieces) != row.counted_satang:
            pieces = ()
        return HandoverSlip(
            desk.head,
            row.fiscal_year,
            row.number,
            row.month,
            row.moo,
            next((v.name for v in desk.profile.villages if v.moo == row.moo), ""),
            row.collector,
            row.returned_on,
            row.token,
            len(receipts),
            receipts[0].number if receipts else 0,
            receipts[-1].number if receipts else 0,
            sum(1 for receipt in receipts if receipt.voided),
            row.sheet_satang,
            row.counted_satang,
            pieces,
            desk.profile.officer("เหรัญญิก"),
        )
