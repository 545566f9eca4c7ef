"""Months covered without money: an exemption or a waiver, by resolution of the board."""

from __future__ import annotations

from dataclasses import dataclass

from wangfund.domain.errors import Refused
from wangfund.domain.posting import Coverage
from wangfund.store.books import Books
from wangfund.store.coverage import coverage_of
from wangfund.store.posting import write_coverage
from wangfund.thai.period import Period
from wangfund.usecases.person_facts import at_field
from wangfund.usecases.take_payment import current_member


@dataclass(frozen=True, slots=True)
class GrantMonths:
    """Months first…last of a member covered by kind 'exempt' or 'waiver'."""

    member_no: str
    first: Period
    last: Period
    kind: str
    resolution: str


def grant_months(books: Books, command: GrantMonths, who: str = "") -> None:
    """Cover months without money; an exemption always has its last month (9.1, 9.11 rules 1 and 7). Writes.

    Raises:
        NotFound: MEMBER_UNKNOWN.
        Refused: RESOLUTION_MISSING, KIND_UNKNOWN, MONTHS_REVERSED, MONTHS_BEFORE_JOINING, MONTHS_COVERED,
            MEMBER_LEFT, COVERAGE_UNKNOWN.
    """
    if not command.resolution.strip():
        with at_field("resolution"):
            raise Refused("RESOLUTION_MISSING", {"act": command.kind})
    if command.kind not in {"exempt", "waiver"}:
        raise Refused("KIND_UNKNOWN", {"kind": command.kind})
    if command.first > command.last:
        with at_field("last"):
            raise Refused("MONTHS_REVERSED", {"first": command.first.iso, "last": command.last.iso})
    today = books.clock.today()
    with books.write(f"months.{command.kind}", who) as w:
        m = current_member(w, command.member_no, today)
        if not m.coverage_known:
            raise Refused("COVERAGE_UNKNOWN", {"member_no": m.member_no, "name": m.name})
        if command.first < Period.of(m.starts_on):
            with at_field("first"):
                raise Refused(
                    "MONTHS_BEFORE_JOINING",
                    {"first": command.first.iso, "starts_on": m.starts_on.isoformat()},
                )
        for row in coverage_of(w, m.spell_id):
            if row.first_month <= command.last and row.last_month >= command.first:
                with at_field("first"):
                    raise Refused(
                        "MONTHS_COVERED", {"first": row.first_month.iso, "last": row.last_month.iso}
                    )
        granted = Coverage(
            m.spell_id, command.first, command.last, command.kind, today, command.resolution.strip()
        )
        write_coverage(w, [(None, granted)])
        w.facts.update(member_no=m.member_no, first=command.first.iso, last=command.last.iso)
        w.commit()
