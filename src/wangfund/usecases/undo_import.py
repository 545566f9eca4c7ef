"""Taking an import back: what it added goes, what it changed is as before, while no money hangs on it."""

from __future__ import annotations

from dataclasses import dataclass

from wangfund.domain.errors import NotFound, Refused
from wangfund.store.books import Books, Writer
from wangfund.store.coverage import delete_declared
from wangfund.store.imports import (
    PAST_BENEFITS,
    ImportedMember,
    batch_by_id,
    depends_on_members,
    imported_members,
    later_batch,
    mark_undone,
    remove_members,
)
from wangfund.store.members import member_by_id, reopen_spell, set_coverage_unknown, update_member
from wangfund.store.profile import village_ids
from wangfund.thai.period import Period
from wangfund.usecases.import_register import register_from_json
from wangfund.usecases.register_facts import member_columns, spell_end


@dataclass(frozen=True, slots=True)
class Undone:
    """How many members were taken out and how many put back as they were."""

    removed: int
    restored: int


def undo_import(books: Books, batch_id: int, who: str = "") -> Undone:
    """Take a batch back; the chain keeps the tombstones of what it added. Writes.

    Raises:
        NotFound: BATCH_UNKNOWN.
        Refused: BATCH_ALREADY_UNDONE, BATCH_NOT_LAST, BATCH_IN_USE (values: uses).
    """
    with books.write("import.undone", who) as w:
        batch = batch_by_id(w, batch_id)
        if batch is None or batch.kind == PAST_BENEFITS:
            raise NotFound("BATCH_UNKNOWN", {"batch": batch_id})
        if batch.state == "undone":
            raise Refused("BATCH_ALREADY_UNDONE", {"batch": batch_id})
        if (later := later_batch(w, batch_id)) is not None:
            raise Refused("BATCH_NOT_LAST", {"batch": batch_id, "later": later})
        members = imported_members(w, batch_id)
        uses = depends_on_members(w, [m.member_id for m in members])
        if uses:
            raise Refused("BATCH_IN_USE", {"batch": batch_id, "uses": uses})
        added = [m.member_id for m in members if m.action == "add"]
        changed = [m for m in members if m.action != "add"]
        for item in changed:
            _restore(w, item)
        remove_members(w, added)
        mark_undone(w, batch_id)
        w.facts.update(batch=batch_id, removed=len(added), restored=len(changed))
        w.commit()
    return Undone(len(added), len(changed))


def _restore(w: Writer, item: ImportedMember) -> None:
    m = member_by_id(w, item.member_id)
    if item.action in {"coverage", "months"}:
        delete_declared(w, m.spell_id, None if item.before is None else Period.parse(item.before))
        if item.action == "coverage":
            set_coverage_unknown(w, m.spell_id)
        return
    assert item.before is not None
    before = register_from_json(item.before)
    assert before.moo is not None
    columns = member_columns(before, before.member_no or m.member_no, village_ids(w)[before.moo], m.cadence)
    update_member(w, m.id, columns)
    if m.ended_on is not None and spell_end(before) == (None, None):
        reopen_spell(w, m.spell_id)
