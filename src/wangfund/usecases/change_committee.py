"""The committee: who holds which post, from which day to which, so that a paper of a day names who served then."""

from __future__ import annotations

from wangfund.domain.errors import Finding, NotFound, Refused
from wangfund.domain.profile import Officer
from wangfund.store.books import Books, Reader
from wangfund.store.settings import OfficerRow, delete_officer, insert_officer, officer_rows, update_officer


def add_officer(books: Books, officer: Officer, who: str = "") -> None:
    """Somebody comes on the committee. Writes.

    Raises:
        Refused: PROFILE_INVALID with findings TEXT_EMPTY; OFFICE_ENDS_BEFORE_START; OFFICER_TWICE.
    """
    _require(officer)
    with books.write("officer.added", who) as w:
        _require_once(officer_rows(w), officer, None)
        insert_officer(w, officer)
        w.facts.update(role=officer.role)
        w.commit()


def change_officer(books: Books, officer_id: int, officer: Officer, who: str = "") -> None:
    """Mend a name or post, or say when the office began or ended. Writes.

    Raises:
        NotFound: OFFICER_UNKNOWN.
        Refused: as `add_officer`.
    """
    _require(officer)
    with books.write("officer.changed", who) as w:
        _officer(w, officer_id)
        _require_once(officer_rows(w), officer, officer_id)
        update_officer(w, officer_id, officer)
        w.facts.update(role=officer.role)
        w.commit()


def remove_officer(books: Books, officer_id: int, who: str = "") -> None:
    """Take out somebody written down by mistake; whoever served and left gets a last day instead. Writes.

    Raises:
        NotFound: OFFICER_UNKNOWN.
    """
    with books.write("officer.removed", who) as w:
        row = _officer(w, officer_id)
        delete_officer(w, officer_id)
        w.facts.update(role=row.role)
        w.commit()


def _officer(r: Reader, officer_id: int) -> OfficerRow:
    found = next((row for row in officer_rows(r) if row.id == officer_id), None)
    if found is None:
        raise NotFound("OFFICER_UNKNOWN", {"officer": officer_id})
    return found


def _require(officer: Officer) -> None:
    empty = [
        Finding("TEXT_EMPTY", field) for field in ("role", "name") if not getattr(officer, field).strip()
    ]
    if empty:
        raise Refused("PROFILE_INVALID", findings=tuple(empty))
    if officer.since is not None and officer.until is not None and officer.until < officer.since:
        values = {"since_day": officer.since.isoformat()}
        finding = Finding("OFFICE_ENDS_BEFORE_START", "until", values=values)
        raise Refused("OFFICE_ENDS_BEFORE_START", values, (finding,))


def _require_once(rows: tuple[OfficerRow, ...], officer: Officer, own: int | None) -> None:
    """The same person in the same post twice at a time is a double press."""
    for row in rows:
        if row.id == own or (row.role, row.name) != (officer.role, officer.name):
            continue
        apart = (row.until is not None and officer.since is not None and row.until < officer.since) or (
            officer.until is not None and row.since is not None and officer.until < row.since
        )
        if not apart:
            values = {"role": officer.role, "name": officer.name}
            raise Refused("OFFICER_TWICE", values, (Finding("OFFICER_TWICE", "name", values=values),))
