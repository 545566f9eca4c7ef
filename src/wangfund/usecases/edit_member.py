"""Putting the register right: what it says of a person changes, what stands on paper does not."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Final

from wangfund.domain.errors import Finding, Refused
from wangfund.store.books import Books, Writer
from wangfund.store.members import (
    MemberRow,
    move_spell_start,
    spell_before,
    spell_stands_on,
    update_member,
)
from wangfund.store.periods import period_row
from wangfund.thai.period import Period
from wangfund.usecases.desk import desk_on
from wangfund.usecases.person_facts import (
    PersonFacts,
    columns_of,
    facts_of,
    person_findings,
    refuse,
    tidy,
)
from wangfund.usecases.take_payment import find_member

ON_PAPER: Final = ("title", "given_name", "family_name", "national_id")
"""Facts that stand on papers already given out: to change one that was there needs a reason."""


@dataclass(frozen=True, slots=True)
class EditMember:
    """What a form said before and after; only what differs between them is changed.

    `starts_on` None leaves the day on which she became a member.
    """

    member_no: str
    before: PersonFacts
    after: PersonFacts
    starts_on: date | None = None
    reason: str = ""


def edit_member(books: Books, command: EditMember, who: str = "") -> tuple[str, ...]:
    """Change what the register says of a member; gives the names of the facts that changed. Writes.

    Receipts and claims keep what they said. A new cadence is asked for from the next sheet on.

    Raises:
        NotFound: MEMBER_UNKNOWN.
        Refused: NOTHING_CHANGED; EDIT_REASON_MISSING (a name or an ID that was there changes); STARTS_ON_FIXED
            (months, papers or a closed month hang on the day); JOINED_IN_FUTURE; what a fact is refused for, each
            with findings that name the field.
    """
    today = books.clock.today()
    with books.write("member.edited", who) as w:
        m = find_member(w, command.member_no)
        now = facts_of(m)
        asked = _differing(tidy(command.before), tidy(command.after))
        told = replace(now, **{name: getattr(tidy(command.after), name) for name in asked})
        changed = _differing(now, told)
        moves = command.starts_on is not None and command.starts_on != m.starts_on
        if not changed and not moves:
            raise Refused("NOTHING_CHANGED", {"member_no": m.member_no, "name": m.name})
        findings = person_findings(w, desk_on(w, today), told, today, but=m.id)
        # What was wrong before and is left alone does not stand in the way of mending the rest.
        refuse(
            (
                *(f for f in findings if f.field in changed),
                *(_start_findings(w, m, command.starts_on, today) if command.starts_on and moves else ()),
                *_reason_findings(now, changed, command.reason),
            )
        )
        if changed:
            before, after = columns_of(w, now, m.member_no), columns_of(w, told, m.member_no)
            update_member(w, m.id, {name: after[name] for name in after if after[name] != before[name]})
        if command.starts_on and moves:
            move_spell_start(w, m.spell_id, command.starts_on)
        names = (*changed, *(("starts_on",) if moves else ()))
        w.facts.update(member_no=m.member_no, changed=", ".join(names), reason=command.reason.strip())
        w.commit()
    return names


def _differing(one: PersonFacts, two: PersonFacts) -> tuple[str, ...]:
    return tuple(f.name for f in fields(PersonFacts) if getattr(one, f.name) != getattr(two, f.name))


def _reason_findings(now: PersonFacts, changed: tuple[str, ...], reason: str) -> tuple[Finding, ...]:
    replaced = [name for name in changed if name in ON_PAPER and getattr(now, name)]
    if replaced and not reason.strip():
        return (Finding("EDIT_REASON_MISSING", "reason", values={"fact": replaced[0]}),)
    return ()


def _start_findings(w: Writer, m: MemberRow, starts_on: date, today: date) -> tuple[Finding, ...]:
    if starts_on > today:
        return (Finding("JOINED_IN_FUTURE", "starts_on", values={"joined_on": starts_on.isoformat()}),)
    before = spell_before(w, m.id, m.spell_id)
    overlaps = before is not None and before.ended_on is not None and starts_on < before.ended_on
    ended = m.ended_on is not None and starts_on > m.ended_on
    if overlaps or ended or spell_stands_on(w, m.spell_id, m.id) or _in_closed(w, m.starts_on, starts_on):
        return (Finding("STARTS_ON_FIXED", "starts_on", values={"starts_on": m.starts_on.isoformat()}),)
    return ()


def _in_closed(w: Writer, *days: date) -> bool:
    rows = [period_row(w, Period.of(day)) for day in days]
    return any(row is not None and row.state == "closed" for row in rows)
