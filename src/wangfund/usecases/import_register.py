"""A register comes in: previewed row by row, then all or nothing, and taken back while nothing hangs on it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date

from wangfund.domain.errors import Finding, Severity, Values
from wangfund.domain.posting import Coverage
from wangfund.domain.register.grid import Sheet
from wangfund.domain.register.member import STATUS_NORMAL, RegisterMember, RegisterReading, RegisterRow
from wangfund.domain.register.plan import Action, PlannedRow, plan_import
from wangfund.domain.register.reading import ReadOptions, RegisterReader, Tell
from wangfund.store.books import Books, Reader, Writer
from wangfund.store.imports import ImportedMember, insert_batch
from wangfund.store.members import (
    MemberRow,
    end_spell,
    insert_members,
    next_ids,
    next_member_no,
    set_coverage_known,
    update_member,
)
from wangfund.store.posting import write_coverage
from wangfund.store.profile import add_villages, village_ids
from wangfund.thai.period import Period
from wangfund.usecases.desk import desk_on
from wangfund.usecases.register_facts import (
    as_register,
    declared_months,
    existing_members,
    member_columns,
    spell_end,
)


@dataclass(frozen=True, slots=True)
class RegisterPreview:
    """A register as understood, and what importing it would do, row by row in the file's order.

    `known`: the fund's members by member number, in the register's terms; `new_villages`: numbers that would be added.
    """

    reading: RegisterReading
    rows: tuple[PlannedRow, ...]
    known: Mapping[str, RegisterMember] = field(default_factory=dict, repr=False)
    new_villages: tuple[int, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """Rows by action: add, update, same, hold."""
        found = Counter(str(row.action) for row in self.rows)
        return {str(action): found.get(str(action), 0) for action in Action}


@dataclass(frozen=True, slots=True)
class ImportRegister:
    """A register to take in: its sheets, the file's name and SHA-256, and through which month everyone has paid.

    `paid_through` None leaves the coverage of new members unknown: neither paid nor owed (9.11 rule 11).
    """

    sheets: Sequence[Sheet]
    file_name: str
    file_sha256: str
    paid_through: Period | None = None
    options: ReadOptions | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """The batch (None: nothing changed) and the rows by action."""

    batch: int | None
    counts: Mapping[str, int]


def preview_register(
    books: Books, sheets: Sequence[Sheet], options: ReadOptions | None = None
) -> RegisterPreview:
    """What a register says and what importing it would do; changes nothing. Reads only."""
    return preview_again(books, RegisterReader(sheets, books.clock.today()), options)


def preview_again(
    books: Books, reader: RegisterReader, options: ReadOptions | None = None, tell: Tell | None = None
) -> RegisterPreview:
    """The same from a reader that knows what it read before; `tell` hears how far it is. Reads only."""
    with books.read() as r:
        return _preview(r, reader, options, tell)[0]


def import_register(
    books: Books, command: ImportRegister, who: str = "", tell: Tell | None = None
) -> Imported:
    """Take a register in, all or nothing; rows on hold stay out; a file that changes nothing makes no batch. Writes.

    Villages the fund does not know yet are added without a name. What `tell` raises stops it with nothing done.

    Raises:
        Refused: what desk_on refuses; the reading's own faults are findings, not refusals.
    """
    reader = RegisterReader(command.sheets, books.clock.today())
    with books.write("register.imported", who) as w:
        preview, known = _preview(w, reader, command.options, tell)
        cadence = desk_on(w, books.clock.today()).rulebook.rules.contribution.cadences[0].code
        added = _add(
            w, [row for row in preview.rows if row.action is Action.ADD], command.paid_through, cadence
        )
        changed = [
            _update(w, known[row.member_id], row)
            for row in preview.rows
            if row.action is Action.UPDATE and row.member_id is not None
        ]
        told = _tell_coverage(w, preview, known, command.paid_through)
        if not (added or changed or told):
            w.commit()
            return Imported(None, preview.counts)
        members = {item.member_id: item for item in (*told, *changed, *added)}
        batch = insert_batch(
            w,
            "register",
            command.file_name,
            command.file_sha256,
            preview.counts,
            [members[key] for key in sorted(members)],
        )
        w.facts.update(batch=batch, **preview.counts)
        w.commit()
    return Imported(batch, preview.counts)


def _preview(
    r: Reader, reader: RegisterReader, options: ReadOptions | None, tell: Tell | None
) -> tuple[RegisterPreview, dict[int, MemberRow]]:
    reading = reader.read(options, tell)
    known, existing = existing_members(r)
    planned = tuple(_whole(row) for row in plan_import(reading.rows, existing))
    by_number = {each.member.member_no: each.member for each in existing if each.member.member_no}
    preview = RegisterPreview(reading, planned, by_number, _new_villages(r, planned))
    return preview, {m.id: m for m in known}


def _new_villages(r: Reader, rows: Sequence[PlannedRow]) -> tuple[int, ...]:
    villages = village_ids(r)
    coming = {row.row.member.moo for row in rows if row.action in {Action.ADD, Action.UPDATE}}
    return tuple(sorted(moo for moo in coming if moo is not None and moo not in villages))


def _whole(row: PlannedRow) -> PlannedRow:
    """A new row without what a member cannot be without waits."""
    if row.action is not Action.ADD:
        return row
    missing = tuple(_missing(row.row))
    return row if not missing else replace(row, action=Action.HOLD, findings=(*row.findings, *missing))


def _missing(row: RegisterRow) -> Iterator[Finding]:
    values: Values = {"sheet": row.sheet, "row": row.row}
    said = row.member
    for name in ("given_name", "moo", "joined_on"):
        if getattr(said, name) is None:
            yield Finding("ROW_NEEDS_" + name.upper(), name, "", Severity.ERROR, values)
    if said.status not in (None, STATUS_NORMAL):
        if said.left_on is None:
            yield Finding("ROW_NEEDS_LEFT_ON", "left_on", "", Severity.ERROR, values)
        elif said.joined_on is not None and said.left_on < said.joined_on:
            yield Finding("LEFT_BEFORE_JOINED", "left_on", "", Severity.ERROR, values)


def _add(
    w: Writer, rows: Sequence[PlannedRow], paid_through: Period | None, cadence: str
) -> list[ImportedMember]:
    if not rows:
        return []
    villages = _villages(w, rows)
    member_id, spell_id = next_ids(w)
    number = int(next_member_no(w))
    numbers = [int(no) for row in rows if (no := row.row.member.member_no) is not None and no.isdigit()]
    number = max([number, *(n + 1 for n in numbers)])
    members, spells, coverage = [], [], []
    for at, row in enumerate(rows):
        said = row.row.member
        assert said.moo is not None and said.joined_on is not None
        member_no = said.member_no
        if member_no is None:
            member_no, number = str(number).zfill(4), number + 1
        ended_on, cause = spell_end(said)
        members.append({"id": member_id + at, **member_columns(said, member_no, villages[said.moo], cadence)})
        spells.append(
            {
                "id": spell_id + at,
                "member_id": member_id + at,
                "starts_on": said.joined_on,
                "applied_on": said.joined_on,
                "ended_on": ended_on,
                "cause": cause,
                "resolution": None,
                "coverage_known": paid_through is not None,
            }
        )
        coverage += _declared(spell_id + at, said.joined_on, ended_on, paid_through)
    insert_members(w, members, spells)
    write_coverage(w, [(None, c) for c in coverage])
    return [ImportedMember(member_id + at, "add", None) for at in range(len(rows))]


def _declared(
    spell_id: int, starts_on: date, ended_on: date | None, through: Period | None
) -> list[Coverage]:
    months = None if through is None else declared_months(Period.of(starts_on), through, ended_on)
    # Told as always covered: judged as covered since the spell began, so that it never reinstates anybody.
    return [] if months is None else [Coverage(spell_id, months[0], months[1], "declared", starts_on)]


def _villages(w: Writer, rows: Sequence[PlannedRow]) -> dict[int, int]:
    villages = village_ids(w)
    new = sorted({moo for row in rows if (moo := row.row.member.moo) is not None and moo not in villages})
    if new:
        add_villages(w, new)
        villages = village_ids(w)
    return villages


def _update(w: Writer, m: MemberRow, row: PlannedRow) -> ImportedMember:
    before = as_register(m)
    said = replace(before, **{name: getattr(row.row.member, name) for name in row.changes})
    villages = _villages(w, [row])
    assert said.moo is not None
    update_member(w, m.id, member_columns(said, said.member_no or m.member_no, villages[said.moo], m.cadence))
    ended_on, cause = spell_end(said)
    if m.ended_on is None and ended_on is not None and cause is not None:
        end_spell(w, m.spell_id, ended_on, cause, "")
    return ImportedMember(m.id, "update", register_json(before))


def _tell_coverage(
    w: Writer, preview: RegisterPreview, known: Mapping[int, MemberRow], through: Period | None
) -> list[ImportedMember]:
    """Members of an earlier import whose coverage was unknown, now told."""
    if through is None:
        return []
    rows = [
        known[row.member_id]
        for row in preview.rows
        if row.member_id is not None and row.action is not Action.HOLD
    ]
    unknown = [m for m in rows if not m.coverage_known]
    set_coverage_known(w, [m.spell_id for m in unknown])
    coverage = [c for m in unknown for c in _declared(m.spell_id, m.starts_on, m.ended_on, through)]
    write_coverage(w, [(None, c) for c in coverage])
    return [ImportedMember(m.id, "coverage", None) for m in unknown]


def register_json(member: RegisterMember) -> str:
    """A member's facts as stable JSON, dates ISO."""
    said = {f.name: getattr(member, f.name) for f in fields(member)}
    return json.dumps(
        {k: v.isoformat() if isinstance(v, date) else v for k, v in said.items()}, ensure_ascii=False
    )


def register_from_json(text: str) -> RegisterMember:
    """The facts as they were."""
    said = json.loads(text)
    for name in ("birth_date", "joined_on", "left_on"):
        said[name] = None if said[name] is None else date.fromisoformat(said[name])
    return RegisterMember(**said)
