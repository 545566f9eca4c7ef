"""Coming back: one who left becomes a member again by a new spell, with the fee, the wait and the tiers from zero."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from wangfund.domain.errors import Finding, Refused
from wangfund.store.books import Books
from wangfund.store.members import insert_spell, next_ids, update_member
from wangfund.usecases.enrol_member import (
    Enrolled,
    EnrolMember,
    joining_desk,
    joining_findings,
    spell_columns,
    start_of,
    take_first_money,
    told_facts,
)
from wangfund.usecases.person_facts import PersonFacts, columns_of, facts_of, person_findings, refuse
from wangfund.usecases.take_payment import find_member


@dataclass(frozen=True, slots=True)
class RejoinMember:
    """The number she had, and the application as for a new member; facts left empty stay as the register has them."""

    member_no: str
    application: EnrolMember


def rejoin_member(books: Books, command: RejoinMember, who: str = "") -> Enrolled:
    """Enter a new spell of a former member, with her old number, the fee and the first contribution. Writes.

    Source: rulebook 9.1 (rejoin) and 2.7: a new spell; dates are never overwritten.

    Raises:
        NotFound: MEMBER_UNKNOWN.
        Refused: ALREADY_MEMBER, MEMBER_DIED, REJOIN_TOO_EARLY (about `applied_on`), and what joining is refused for.
    """
    today = books.clock.today()
    application = command.application
    with books.write("member.rejoined", who) as w:
        m = find_member(w, command.member_no)
        if m.ended_on is None:
            raise Refused("ALREADY_MEMBER", {"member_no": m.member_no, "name": m.name})
        if m.cause == "died":
            raise Refused("MEMBER_DIED", {"member_no": m.member_no, "name": m.name})
        desk = joining_desk(w, application, today)
        now, said = facts_of(m), told_facts(application)
        told = replace(
            now, **{f.name: getattr(said, f.name) for f in fields(PersonFacts) if getattr(said, f.name)}
        )
        findings = person_findings(w, desk, told, today, but=m.id)
        # What the register said already is not asked again.
        changed = [f.name for f in fields(PersonFacts) if getattr(told, f.name) != getattr(now, f.name)]
        refuse((*(f for f in findings if f.field in changed), *joining_findings(application, today)))
        starts = start_of(desk, application)
        if starts < m.ended_on:
            values = {"ended_on": m.ended_on.isoformat(), "starts_on": starts.isoformat()}
            refuse((Finding("REJOIN_TOO_EARLY", "applied_on", values=values),))
        before, after = columns_of(w, now, m.member_no), columns_of(w, told, m.member_no)
        columns = {name: after[name] for name in after if after[name] != before[name]}
        if columns:
            update_member(w, m.id, columns)
        insert_spell(w, spell_columns(next_ids(w)[1], m.id, starts, application.applied_on))
        receipt = take_first_money(w, desk, m.id, application)
        w.facts.update(member_no=m.member_no)
        w.commit()
    return Enrolled(m.id, m.member_no, starts, receipt)
