"""Members of long standing come into the books together: who they are, since when, and through which month they paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wangfund.domain.errors import NotFound, Refused
from wangfund.domain.posting import Coverage
from wangfund.domain.rulebook.model import Contribution
from wangfund.store.books import Books, Writer
from wangfund.store.members import all_members, insert_members, next_ids, next_member_no
from wangfund.store.posting import write_coverage
from wangfund.store.profile import village_ids
from wangfund.thai.national_id import check
from wangfund.thai.period import Period
from wangfund.thai.repair import repair
from wangfund.usecases.desk import desk_on
from wangfund.usecases.enrol_member import name_columns
from wangfund.usecases.register_facts import declared_months


@dataclass(frozen=True, slots=True)
class OldMember:
    """Somebody who is a member already when the books begin; "" and None where not told.

    `paid_through` None leaves her coverage unknown; a month before `joined_on`'s says: nothing was ever paid.
    `member_no` "" takes the next number.
    """

    title: str
    given_name: str
    family_name: str
    moo: int
    joined_on: date
    paid_through: Period | None
    cadence: str = "M"
    national_id: str = ""
    birth_date: date | None = None
    house_no: str = ""
    phone: str = ""
    heir_name: str = ""
    heir_relation: str = ""
    member_no: str = ""


@dataclass(frozen=True, slots=True)
class EnrolledMany:
    """The first member's and the first spell's id, and every number, in the order told; ids run on without holes."""

    first_member_id: int
    first_spell_id: int
    member_nos: tuple[str, ...]


def enrol_many(books: Books, members: Sequence[OldMember], who: str = "") -> EnrolledMany:
    """Enter members of long standing with spells and declared coverage, all or none; posts no money. Writes.

    Raises:
        Refused: NAME_MISSING, JOINED_IN_FUTURE, BIRTH_IN_FUTURE, CADENCE_UNKNOWN, MEMBER_NO_TAKEN, ID_TAKEN,
            ID_CHECK_DIGIT or ID_LENGTH.
        NotFound: VILLAGE_UNKNOWN.
    """
    today = books.clock.today()
    with books.write("members.enrolled", who) as w:
        rules = desk_on(w, today).rulebook.rules.contribution
        checks = _Checks(w, rules, today)
        member_id, spell_id = next_ids(w)
        rows = [checks.columns(m) for m in members]
        insert_members(
            w,
            [{"id": member_id + at, **row} for at, row in enumerate(rows)],
            [_spell(spell_id + at, member_id + at, m) for at, m in enumerate(members)],
        )
        coverage = [c for at, m in enumerate(members) for c in _declared(spell_id + at, m)]
        write_coverage(w, [(None, c) for c in coverage])
        w.facts.update(members=len(rows))
        w.commit()
    return EnrolledMany(member_id, spell_id, tuple(str(row["member_no"]) for row in rows))


class _Checks:
    """What the register holds already, kept beside what is being entered."""

    def __init__(self, w: Writer, rules: Contribution, today: date) -> None:
        known = all_members(w)
        self._rules, self._today = rules, today
        self._villages = village_ids(w)
        self._numbers = {m.member_no for m in known}
        self._ids = {m.national_id: (m.member_no, m.name) for m in known if m.national_id}
        self._next = int(next_member_no(w))

    def columns(self, m: OldMember) -> dict[str, Any]:
        given, family = repair(m.given_name), repair(m.family_name)
        if not given:
            raise Refused("NAME_MISSING")
        if m.joined_on > self._today:
            raise Refused("JOINED_IN_FUTURE", {"joined_on": m.joined_on.isoformat()})
        if m.birth_date is not None and m.birth_date > self._today:
            raise Refused("BIRTH_IN_FUTURE", {"birth_date": m.birth_date.isoformat()})
        if self._rules.cadence(m.cadence) is None:
            raise Refused("CADENCE_UNKNOWN", {"cadence": m.cadence})
        if m.moo not in self._villages:
            raise NotFound("VILLAGE_UNKNOWN", {"moo": m.moo})
        member_no = self._number(m.member_no.strip())
        return {
            "member_no": member_no,
            "national_id": self._national_id(m.national_id, member_no, f"{given} {family}".strip()),
            "cadence": m.cadence,
            "birth_date": m.birth_date,
            "phone": m.phone.strip() or None,
            "heir_name": repair(m.heir_name) or None,
            "heir_relation": repair(m.heir_relation) or None,
            "village_id": self._villages[m.moo],
            **name_columns(repair(m.title), given, family, repair(m.house_no), member_no),
        }

    def _number(self, told: str) -> str:
        number = told
        if not number:
            number = str(self._next).zfill(4)
        if number in self._numbers:
            raise Refused("MEMBER_NO_TAKEN", {"member_no": number})
        self._numbers.add(number)
        if number.isdecimal():
            self._next = max(self._next, int(number) + 1)
        return number

    def _national_id(self, told: str, member_no: str, name: str) -> str | None:
        if not told.strip():
            return None
        reading = check(told)
        if reading.value is None or reading.code in {"ID_LENGTH", "ID_CHECK_DIGIT"}:
            raise Refused(reading.code or "ID_LENGTH", {"national_id": told[:40]})
        if reading.value in self._ids:
            number, whose = self._ids[reading.value]
            raise Refused("ID_TAKEN", {"member_no": number, "name": whose})
        self._ids[reading.value] = (member_no, name)
        return reading.value


def _spell(spell_id: int, member_id: int, m: OldMember) -> dict[str, Any]:
    return {
        "id": spell_id,
        "member_id": member_id,
        "starts_on": m.joined_on,
        "applied_on": m.joined_on,
        "ended_on": None,
        "cause": None,
        "resolution": None,
        "coverage_known": m.paid_through is not None,
    }


def _declared(spell_id: int, m: OldMember) -> list[Coverage]:
    start = Period.of(m.joined_on)
    months = None if m.paid_through is None else declared_months(start, m.paid_through, None)
    return [] if months is None else [Coverage(spell_id, months[0], months[1], "declared", m.joined_on)]
