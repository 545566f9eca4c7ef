"""The imports a fund has had, and which of them can still be taken back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from wangfund.store.books import Books, Reader
from wangfund.store.imports import BatchRow, batches, depends_on_members, imported_members


@dataclass(frozen=True, slots=True)
class PastImport:
    """One import: kind 'register' or 'contributions', when (aware, UTC), its counts by action.

    `stuck`: why it cannot be taken back, as undo_import would say it; "" when it can.
    """

    id: int
    kind: str
    file_name: str
    at: datetime
    who: str
    counts: Mapping[str, int]
    stuck: str

    @property
    def undone(self) -> bool:
        """Whether it was taken back."""
        return self.stuck == "BATCH_ALREADY_UNDONE"


def past_imports(books: Books) -> tuple[PastImport, ...]:
    """Every import, the last first. Reads only."""
    with books.read() as r:
        lines = batches(r)
        last = next((line.batch.id for line in lines if line.batch.state == "done"), None)
        return tuple(
            PastImport(
                line.batch.id,
                line.batch.kind,
                line.batch.file_name,
                datetime.fromisoformat(line.at_utc),
                line.who,
                json.loads(line.counts),
                _stuck(r, line.batch, last),
            )
            for line in lines
        )


def _stuck(r: Reader, batch: BatchRow, last: int | None) -> str:
    if batch.state == "undone":
        return "BATCH_ALREADY_UNDONE"
    if batch.id != last:
        return "BATCH_NOT_LAST"
    uses = depends_on_members(r, [m.member_id for m in imported_members(r, batch.id)])
    return "BATCH_IN_USE" if uses else ""
