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


_B = t.rulebook.c
_ALL = sa.select(
    _B.id, _B.identity, _B.version, _B.effective_from, sa.func.coalesce(_B.resolution, ""), _B.source
).order_by(_B.effective_from, _B.id)


def rulebook_rows(r: Reader) -> tuple[RulebookRow, ...]:
    """Every version, by effective date. Reads only."""
    return r.keep("rulebooks", lambda: tuple(RulebookRow(*row) for row in r.rows(_ALL)))


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
