"""The fund's villages: adding one, naming it and its collector, taking out one that was never used."""

from __future__ import annotations

from wangfund.domain.errors import Finding, NotFound, Refused
from wangfund.domain.profile import Village
from wangfund.store.books import Books, Reader
from wangfund.store.settings import VillageRow, delete_village, insert_village, update_village, village_rows


def add_village(books: Books, village: Village, who: str = "") -> None:
    """A village more. Writes.

    Raises:
        Refused: VILLAGE_EXISTS, MOO_OUT_OF_RANGE, each with a finding on `moo`.
    """
    if not 1 <= village.moo <= 99:
        raise Refused("MOO_OUT_OF_RANGE", {"moo": village.moo}, (Finding("MOO_OUT_OF_RANGE", "moo"),))
    with books.write("village.added", who) as w:
        if any(row.moo == village.moo for row in village_rows(w)):
            values = {"moo": village.moo}
            raise Refused("VILLAGE_EXISTS", values, (Finding("VILLAGE_EXISTS", "moo", values=values),))
        insert_village(w, village)
        w.facts.update(moo=village.moo, name=village.name)
        w.commit()


def change_village(books: Books, village: Village, who: str = "") -> None:
    """Another name or collector for the village of that moo; its number stays. Writes.

    Raises:
        NotFound: VILLAGE_UNKNOWN.
    """
    with books.write("village.changed", who) as w:
        row = _village(w, village.moo)
        update_village(w, row.id, village.name, village.collector)
        w.facts.update(moo=village.moo, name=village.name)
        w.commit()


def remove_village(books: Books, moo: int, who: str = "") -> None:
    """Take out a village without members and without rounds. Writes.

    Raises:
        NotFound: VILLAGE_UNKNOWN.
        Refused: VILLAGE_IN_USE, VILLAGE_LAST.
    """
    with books.write("village.removed", who) as w:
        row = _village(w, moo)
        if row.members or row.rounds:
            raise Refused("VILLAGE_IN_USE", {"moo": moo, "members": row.members, "rounds": row.rounds})
        if len(village_rows(w)) == 1:
            raise Refused("VILLAGE_LAST", {"moo": moo})
        delete_village(w, row.id)
        w.facts.update(moo=moo)
        w.commit()


def _village(r: Reader, moo: int) -> VillageRow:
    found = next((row for row in village_rows(r) if row.moo == moo), None)
    if found is None:
        raise NotFound("VILLAGE_UNKNOWN", {"moo": moo})
    return found
