"""Import batches: what came in with which file, so that it can be taken back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from wangfund.store import tables as t
from wangfund.store.books import Reader, Writer

PAST_BENEFITS = "past_benefits"
"""The kind of a batch of benefits paid before the books: it changes no member, and stands aside from the others."""


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One import: kind 'register', 'contributions' or PAST_BENEFITS, state 'done' or 'undone'."""

    id: int
    kind: str
    file_name: str
    file_sha256: str
    state: str


@dataclass(frozen=True, slots=True)
class BatchLine:
    """A batch in the list: when it came in (UTC, ISO), by whom, and its counts as JSON."""

    batch: BatchRow
    at_utc: str
    who: str
    counts: str


@dataclass(frozen=True, slots=True)
class ImportedMember:
    """What an import did to a member: 'add', or 'update' with the facts as they were (JSON)."""

    member_id: int
    action: str
    before: str | None


def batch_by_id(r: Reader, batch_id: int) -> BatchRow | None:
    """One batch. Reads only."""
    b = t.import_batch.c
    row = r.first(sa.select(b.id, b.kind, b.file_name, b.file_sha256, b.state).where(b.id == batch_id))
    return None if row is None else BatchRow(*row)


def batches(r: Reader) -> tuple[BatchLine, ...]:
    """Every import of members or months, the last first. Reads only."""
    return _lines(r, t.import_batch.c.kind != PAST_BENEFITS)


def past_batch_lines(r: Reader) -> tuple[BatchLine, ...]:
    """Every batch of benefits paid before the books, the last first. Reads only."""
    return _lines(r, t.import_batch.c.kind == PAST_BENEFITS)


def _lines(r: Reader, wanted: sa.ColumnElement[bool]) -> tuple[BatchLine, ...]:
    b, k = t.import_batch.c, t.link.c
    firsts = (
        sa.select(k.row_id, sa.func.min(k.no).label("no"))
        .where(k.table_name == "import_batch")
        .group_by(k.row_id)
        .subquery()
    )
    rows = r.rows(
        sa.select(b.id, b.kind, b.file_name, b.file_sha256, b.state, k.at_utc, k.who, b.counts)
        .select_from(t.import_batch.join(firsts, firsts.c.row_id == b.id).join(t.link, k.no == firsts.c.no))
        .where(wanted)
        .order_by(b.id.desc())
    )
    return tuple(BatchLine(BatchRow(*row[:5]), row[5], row[6], row[7]) for row in rows)


def imported_members(r: Reader, batch_id: int) -> tuple[ImportedMember, ...]:
    """The members a batch added or changed. Reads only."""
    m = t.import_member.c
    rows = r.rows(
        sa.select(m.member_id, m.action, m.before).where(m.batch_id == batch_id).order_by(m.member_id)
    )
    return tuple(ImportedMember(*row) for row in rows)


def insert_batch(
    w: Writer,
    kind: str,
    file_name: str,
    file_sha256: str,
    counts: Mapping[str, int],
    members: Sequence[ImportedMember],
) -> int:
    """Write a batch with what it did; gives its id. Writes."""
    batch_id = w.next_id(t.import_batch)
    w.insert(
        t.import_batch,
        [
            {
                "id": batch_id,
                "kind": kind,
                "file_name": file_name,
                "file_sha256": file_sha256,
                "state": "done",
                "counts": json.dumps(dict(counts), sort_keys=True),
            }
        ],
    )
    w.insert(
        t.import_member,
        [
            {"batch_id": batch_id, "member_id": m.member_id, "action": m.action, "before": m.before}
            for m in members
        ],
    )
    return batch_id


def depends_on_members(r: Reader, member_ids: Sequence[int]) -> int:
    """How many entries, receipts, claims and past benefits hang on these members. Reads only."""
    count = 0
    for start in range(0, len(member_ids), 400):
        part = list(member_ids[start : start + 400])
        for table in (t.entry, t.receipt, t.claim, t.past_benefit):
            count += int(
                r.value(sa.select(sa.func.count()).select_from(table).where(table.c.member_id.in_(part)))
            )
    return count


def remove_members(w: Writer, member_ids: Sequence[int]) -> None:
    """Take members, their spells and their declared coverage out of the register. Writes.

    Only for the undo of an import nothing depends on; the chain keeps their tombstones.
    """
    for start in range(0, len(member_ids), 400):
        part = list(member_ids[start : start + 400])
        spells = sa.select(t.spell.c.id).where(t.spell.c.member_id.in_(part))
        w.change(sa.delete(t.coverage).where(t.coverage.c.spell_id.in_(spells)))
        w.change(sa.delete(t.spell).where(t.spell.c.member_id.in_(part)))
        w.change(sa.delete(t.member).where(t.member.c.id.in_(part)))


def mark_undone(w: Writer, batch_id: int) -> None:
    """The batch was taken back. Writes."""
    w.change(sa.update(t.import_batch).where(t.import_batch.c.id == batch_id).values(state="undone"))


def later_batch(r: Reader, batch_id: int) -> int | None:
    """A later import of members or months that still stands, None if this is the last. Reads only."""
    b = t.import_batch.c
    found = r.value(
        sa.select(sa.func.max(b.id)).where(b.id > batch_id, b.state == "done", b.kind != PAST_BENEFITS)
    )
    return None if found is None else int(found)


def done_batch_of_file(r: Reader, kind: str, file_sha256: str) -> int | None:
    """The standing import of exactly this file, None if it never came in. Reads only."""
    b = t.import_batch.c
    found = r.value(
        sa.select(sa.func.max(b.id)).where(b.kind == kind, b.file_sha256 == file_sha256, b.state == "done")
    )
    return None if found is None else int(found)
