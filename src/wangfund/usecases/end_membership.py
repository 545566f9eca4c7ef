"""Leaving: a resignation, a death, a lapse or a move ends the spell; months paid ahead are not given back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from wangfund.domain.errors import Refused
from wangfund.store.books import Books, Writer
from wangfund.store.members import MemberRow, end_spell
from wangfund.usecases.person_facts import at_field
from wangfund.usecases.take_payment import find_member

CAUSES = ("resigned", "died", "lapsed", "moved", "unqualified")


@dataclass(frozen=True, slots=True)
class EndMembership:
    """A member leaves; `on` is the day she leaves (first day without rights), for a death the day of death."""

    member_no: str
    cause: str
    on: date
    resolution: str = ""


def end_membership(books: Books, command: EndMembership, who: str = "") -> date:
    """End a member's spell; gives the first day without rights. Writes.

    Raises:
        NotFound: MEMBER_UNKNOWN.
        Refused: CAUSE_UNKNOWN, ALREADY_LEFT, DATE_IN_FUTURE, NOT_YET_MEMBER, RESOLUTION_MISSING (a lapse needs one).
    """
    if command.cause not in CAUSES:
        raise Refused("CAUSE_UNKNOWN", {"cause": command.cause})
    if command.cause in {"lapsed", "unqualified"} and not command.resolution.strip():
        with at_field("resolution"):
            raise Refused("RESOLUTION_MISSING", {"act": command.cause})
    if command.on > books.clock.today():
        with at_field("on"):
            raise Refused(
                "DATE_IN_FUTURE", {"date": command.on.isoformat(), "today": books.clock.today().isoformat()}
            )
    with books.write(f"member.{command.cause}", who) as w:
        m = find_member(w, command.member_no)
        ended = end(w, m, command.cause, command.on, command.resolution)
        w.facts.update(member_no=m.member_no)
        w.commit()
    return ended


def end(w: Writer, m: MemberRow, cause: str, on: date, resolution: str) -> date:
    """End a spell inside a write block; a death ends it the day after (9.11 rule 8). Writes."""
    if m.ended_on is not None:
        raise Refused(
            "ALREADY_LEFT", {"member_no": m.member_no, "name": m.name, "ended_on": m.ended_on.isoformat()}
        )
    if on < m.starts_on:
        with at_field("on"):
            raise Refused("NOT_YET_MEMBER", {"member_no": m.member_no, "starts_on": m.starts_on.isoformat()})
    ended = on + timedelta(days=1) if cause == "died" else on
    end_spell(w, m.spell_id, ended, cause, resolution)
    return ended
