"""How often a receipt or voucher was printed: the first is the original, the rest are copies."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from wangfund.store import tables as t
from wangfund.store.books import Reader, Writer


def times_printed(r: Reader, paper: str, row_ids: Sequence[int]) -> dict[int, int]:
    """How often each was printed, by id; never printed ones are left out. Reads only."""
    p = t.printing.c
    found: dict[int, int] = {}
    for start in range(0, len(row_ids), 400):
        part = list(row_ids[start : start + 400])
        rows = r.rows(
            sa.select(p.row_id, sa.func.count())
            .where(p.paper == paper, p.row_id.in_(part))
            .group_by(p.row_id)
        )
        found.update({row[0]: row[1] for row in rows})
    return found


def insert_printings(w: Writer, paper: str, row_ids: Sequence[int]) -> None:
    """Note that these were printed now. Writes."""
    at = w.now.isoformat(timespec="seconds")
    w.insert(t.printing, [{"paper": paper, "row_id": row_id, "at_utc": at} for row_id in row_ids])
