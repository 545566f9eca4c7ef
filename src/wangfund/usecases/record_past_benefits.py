"""Benefits paid before the program come in: they count for limits and keys, and post no money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wangfund.domain.errors import Finding, NotFound, Refused
from wangfund.domain.past.read_past import read_past
from wangfund.domain.past.told import PastReading, PastTold
from wangfund.domain.register.grid import Sheet
from wangfund.store.books import Books, Reader
from wangfund.store.imports import PAST_BENEFITS, batch_by_id, insert_batch, mark_undone
from wangfund.store.members import household_of
from wangfund.store.past_benefits import decided_since, delete_past, insert_past, past_of_batch
from wangfund.usecases.judge_past import PastRow, judge_past


@dataclass(frozen=True, slots=True)
class RecordPastBenefits:
    """Rows to take in together, and the file they came from ("" when a person keyed them)."""

    reading: PastReading
    file_name: str = ""
    file_sha256: str = ""


@dataclass(frozen=True, slots=True)
class PastPreview:
    """Every row with its findings, and findings about the whole list; `gross_satang` is the sum of the good rows."""

    rows: tuple[PastRow, ...]
    findings: tuple[Finding, ...]

    @property
    def wrong(self) -> int:
        """How many rows may not come in."""
        return sum(1 for row in self.rows if row.wrong)

    @property
    def gross_satang(self) -> int:
        """What the good rows were paid together."""
        return sum(row.entry.gross_satang for row in self.rows if row.entry is not None and not row.wrong)


@dataclass(frozen=True, slots=True)
class PastRecorded:
    """The batch, by which it can be taken back, how many rows it holds and their sum in satang."""

    batch: int
    rows: int
    gross_satang: int


def read_past_sheets(books: Books, sheets: Sequence[Sheet]) -> PastReading:
    """A list's rows as understood, before anything is asked of the file; the clock's today is the latest day."""
    return read_past(sheets, books.clock.today())


def keyed(told: PastTold) -> PastReading:
    """One row that a person keyed."""
    return PastReading((told,))


def preview_past_benefits(books: Books, reading: PastReading) -> PastPreview:
    """Every row beside the file, with what stands against it; changes nothing. Reads only."""
    with books.read() as r:
        return PastPreview(judge_past(r, reading.rows, books.clock.today()), reading.findings)


def record_past_benefits(books: Books, command: RecordPastBenefits, who: str = "") -> PastRecorded:
    """Write all rows or none. They post no entry, no voucher, no receipt. Writes.

    Raises:
        Refused: PAST_TABLE_NOT_FOUND, PAST_NOTHING_TOLD; PAST_ROWS_WRONG with the findings of the wrong rows.
    """
    with books.write("past_benefits.recorded", who) as w:
        for finding in command.reading.findings:
            raise Refused(finding.code, finding.values)
        if not command.reading.rows:
            raise Refused("PAST_NOTHING_TOLD")
        rows = judge_past(w, command.reading.rows, books.clock.today())
        wrong = [row for row in rows if row.wrong]
        if wrong:
            told = tuple(finding for row in wrong for finding in row.findings)
            raise Refused("PAST_ROWS_WRONG", {"wrong": len(wrong), "rows": len(rows)}, told)
        entries = [row.entry for row in rows if row.entry is not None]
        total = sum(entry.gross_satang for entry in entries)
        counts = {"add": len(entries), "gross_satang": total}
        batch = insert_batch(w, PAST_BENEFITS, command.file_name, command.file_sha256, counts, ())
        insert_past(
            w,
            [
                {
                    "member_id": entry.member_id,
                    "benefit": entry.benefit,
                    "event_on": entry.event,
                    "year": entry.year,
                    "gross_satang": entry.gross_satang,
                    "units": entry.units,
                    "once_key": entry.once_key,
                    "note": entry.note,
                    "batch_id": batch,
                }
                for entry in entries
            ],
        )
        w.facts.update(batch=batch, rows=len(entries), gross_satang=total)
        w.commit()
    return PastRecorded(batch, len(entries), total)


def undo_past_benefits(books: Books, batch_id: int, who: str = "") -> int:
    """Take a batch back while nothing was decided on it; the chain keeps the tombstones. Gives how many rows. Writes.

    Decided on it: a decision made since, on a claim of one of its members, of somebody in their houses, or of the
    same event.

    Raises:
        NotFound: BATCH_UNKNOWN.
        Refused: BATCH_ALREADY_UNDONE, PAST_DECIDED_ON (values: decisions).
    """
    with books.write("past_benefits.undone", who) as w:
        batch = batch_by_id(w, batch_id)
        if batch is None or batch.kind != PAST_BENEFITS:
            raise NotFound("BATCH_UNKNOWN", {"batch": batch_id})
        if batch.state == "undone":
            raise Refused("BATCH_ALREADY_UNDONE", {"batch": batch_id})
        decisions = decisions_on(w, batch_id)
        if decisions:
            raise Refused("PAST_DECIDED_ON", {"batch": batch_id, "decisions": decisions})
        mark_undone(w, batch_id)
        removed = delete_past(w, batch_id)
        w.facts.update(batch=batch_id, rows=removed)
        w.commit()
    return removed


def decisions_on(r: Reader, batch_id: int) -> int:
    """How many decisions were made since a batch came in that may have counted it. Reads only."""
    rows = past_of_batch(r, batch_id)
    members = {row.member_id for row in rows}
    houses = {other for member_id in members for other in household_of(r, member_id)}
    keys = [row.once_key for row in rows if row.once_key is not None]
    return decided_since(r, batch_id, sorted(members | houses), keys)
