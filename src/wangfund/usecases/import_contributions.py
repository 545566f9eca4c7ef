"""A year's matrix of contributions comes in as coverage: history that posts no money (9.11 rule 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wangfund.domain.dues.coverage import paid_through
from wangfund.domain.errors import Finding, Severity, Values
from wangfund.domain.posting import Coverage
from wangfund.domain.register.coverage import coverage_from_matrix
from wangfund.domain.register.grid import Sheet
from wangfund.domain.register.matrix import MatrixReading, MatrixRow, read_matrix
from wangfund.domain.rulebook.model import Contribution
from wangfund.store.books import Books, Reader
from wangfund.store.coverage import coverage_of
from wangfund.store.imports import ImportedMember, done_batch_of_file, insert_batch
from wangfund.store.members import MemberRow, member_by_no, set_coverage_known
from wangfund.store.posting import write_coverage
from wangfund.thai.period import Period
from wangfund.usecases.desk import desk_on
from wangfund.usecases.import_register import Imported


@dataclass(frozen=True, slots=True)
class ImportContributions:
    """A matrix of a calendar year (C.E.) to take in."""

    sheets: Sequence[Sheet]
    file_name: str
    file_sha256: str
    year: int


def preview_contributions(books: Books, sheets: Sequence[Sheet], year: int) -> MatrixReading:
    """The matrix as understood, with a finding where a member is not in the fund; changes nothing. Reads only."""
    with books.read() as r:
        return _known(r, read_matrix(sheets, year))


def import_contributions(books: Books, command: ImportContributions, who: str = "") -> Imported:
    """Write the months a year's money covered; all before that year is taken as covered where nothing is known. Writes.

    The same file twice changes nothing. Rows on hold stay out.
    """
    with books.write("contributions.imported", who) as w:
        reading = _known(w, read_matrix(command.sheets, command.year))
        usable = [row for row in reading.rows if not row.on_hold and row.member_no is not None]
        counts = {"add": 0, "update": 0, "same": 0, "hold": len(reading.rows) - len(usable)}
        if done_batch_of_file(w, "contributions", command.file_sha256) is not None:
            counts["same"] = len(usable)
            w.commit()
            return Imported(None, counts)
        rules = desk_on(w, books.clock.today()).rulebook.rules.contribution
        touched: list[ImportedMember] = []
        coverage: list[Coverage] = []
        for row in usable:
            assert row.member_no is not None
            m = member_by_no(w, row.member_no)
            assert m is not None
            months = _coverage(w, m, row, command.year, rules)
            if not months and m.coverage_known:
                counts["same"] += 1
                continue
            counts["add"] += 1
            coverage += months
            since = months[0].first_month.iso if months else None
            touched.append(ImportedMember(m.id, "months" if m.coverage_known else "coverage", since))
            if not m.coverage_known:
                set_coverage_known(w, [m.spell_id])
        write_coverage(w, [(None, c) for c in coverage])
        batch = None
        if touched:
            touched.sort(key=lambda item: item.member_id)
            batch = insert_batch(w, "contributions", command.file_name, command.file_sha256, counts, touched)
        w.commit()
    return Imported(batch, counts)


def _coverage(r: Reader, m: MemberRow, row: MatrixRow, year: int, rules: Contribution) -> list[Coverage]:
    start = Period.of(m.starts_on)
    have = [(c.first_month, c.last_month) for c in coverage_of(r, m.spell_id)]
    january = Period(year, 1)
    found: list[Coverage] = []
    first = max(start, january)
    if not m.coverage_known and start < january:
        found.append(Coverage(m.spell_id, start, january.plus(-1), "declared", m.starts_on))
    elif (through := paid_through(have)) is not None:
        first = through.plus(1)
    runs = coverage_from_matrix(row.paid, rules, year, first).ranges
    found += [Coverage(m.spell_id, run.first, run.last, "declared", run.paid_in.first_day) for run in runs]
    return found


def _known(r: Reader, reading: MatrixReading) -> MatrixReading:
    return replace(reading, rows=tuple(_known_row(r, row) for row in reading.rows))


def _known_row(r: Reader, row: MatrixRow) -> MatrixRow:
    if row.member_no is None or member_by_no(r, row.member_no) is not None:
        return row
    values: Values = {"sheet": row.sheet, "row": row.row, "value": row.member_no}
    unknown = Finding("MATRIX_MEMBER_UNKNOWN", "member_no", "", Severity.ERROR, values)
    return replace(row, findings=(*row.findings, unknown))
