"""The versions of the by-law that were in force, each as its own text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from wangfund.store import tables as t
from wangfund.store.books import Reader, Writer


@dataclass(frozen=True, slots=True)
class RulebookRow:
    """One version: `source` is the TOML text the committee adopted."""

    id: int
    identity: str
    version: int
    effective_from: date
    resolution: str
    source: str


def rulebook_rows(r: Reader) -> tuple[RulebookRow, ...]:
    """Every version, by effective date. Reads only."""
    b = t.rulebook.c
    rows = r.rows(
        sa.select(
            b.id, b.identity, b.version, b.effective_from, sa.func.coalesce(b.resolution, ""), b.source
        ).order_by(b.effective_from, b.id)
    )
    return tuple(RulebookRow(*row) for row in rows)


def insert_rulebook(w: Writer, row: RulebookRow) -> None:
    """Add a version. Writes."""
    w.insert(
        t.rulebook,
        [
            {
                "id": row.id,
                "identity": row.identity,
                "version": row.version,
                "effective_from": row.effective_from,
                "resolution": row.resolution or None,
                "source": row.source,
            }
        ],
    )
