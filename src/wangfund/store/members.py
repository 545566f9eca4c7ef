"""The register: members, their spells, and what is known about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from wangfund.store import tables as t
from wangfund.store.books import Reader, Writer


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member with the spell that matters: the open one, else the last. Unknown facts are None."""

    id: int
    member_no: str
    national_id: str | None
    title: str
    given_name: str
    family_name: str
    birth_date: date | None
    house_no: str | None
    moo: int
    phone: str | None
    heir_name: str | None
    heir_relation: str | None
    cadence: str
    spell_id: int
    starts_on: date
    ended_on: date | None
    cause: str | None
    coverage_known: bool

    @property
    def name(self) -> str:
        """Title, given and family name as printed."""
        return f"{self.title}{self.given_name} {self.family_name}".strip()


_M, _S = t.member.c, t.spell.c
_LATEST = (
    sa.select(t.spell.c.id)
    .where(t.spell.c.member_id == t.member.c.id)
    .order_by(t.spell.c.starts_on.desc(), t.spell.c.id.desc())
    .limit(1)
    .correlate(t.member)
    .scalar_subquery()
)
_SELECT = (
    sa.select(
        _M.id,
        _M.member_no,
        _M.national_id,
        _M.title,
        _M.given_name,
        _M.family_name,
        _M.birth_date,
        _M.house_no,
        t.village.c.moo,
        _M.phone,
        _M.heir_name,
        _M.heir_relation,
        _M.cadence,
        _S.id,
        _S.starts_on,
        _S.ended_on,
        _S.cause,
        _S.coverage_known,
    )
    .select_from(t.member)
    .join(t.village, t.village.c.id == _M.village_id)
    .join(t.spell, _S.id == _LATEST)
)
# Asked by nearly every act: built once.
_BY_NO = _SELECT.where(_M.member_no.in_((sa.bindparam("told"), sa.bindparam("filled"))))
_BY_ID = _SELECT.where(_M.id == sa.bindparam("member"))
_BY_NATIONAL_ID = _SELECT.where(_M.national_id == sa.bindparam("number"))
_OF_VILLAGE = _SELECT.where(
    t.village.c.moo == sa.bindparam("moo"),
    _S.starts_on <= sa.bindparam("on_day"),
    sa.or_(_S.ended_on.is_(None), _S.ended_on > sa.bindparam("on_day")),
).order_by(_M.house_sort, _M.name_sort, _M.id)
_HER = t.member.alias("her")
_HOUSEHOLD = (
    sa.select(_M.id)
    .join(_HER, sa.and_(_M.village_id == _HER.c.village_id, _M.house_sort == _HER.c.house_sort))
    .where(
        _HER.c.id == sa.bindparam("member"),
        _M.id != _HER.c.id,
        sa.func.coalesce(_HER.c.house_no, "") != "",
        sa.func.coalesce(_M.house_no, "") != "",
    )
    .order_by(_M.id)
)


def member_by_no(r: Reader, member_no: str) -> MemberRow | None:
    """The member with a number; leading zeros may be left out. Reads only."""
    row = r.first(_BY_NO, {"told": member_no, "filled": member_no.zfill(4)})
    return None if row is None else MemberRow(*row)


def member_by_id(r: Reader, member_id: int) -> MemberRow:
    """The member with an id. Reads only."""
    row = r.first(_BY_ID, {"member": member_id})
    assert row is not None
    return MemberRow(*row)


def member_on(r: Reader, m: MemberRow, day: date) -> MemberRow:
    """The member with the spell of a day: one who left and came back was a member by an earlier one. Reads only.

    A day before every spell is seen from the spell that `m` has.
    """
    if day >= m.starts_on:
        return m
    row = r.first(
        sa.select(_S.id, _S.starts_on, _S.ended_on, _S.cause, _S.coverage_known)
        .where(_S.member_id == m.id, _S.starts_on <= day)
        .order_by(_S.starts_on.desc(), _S.id.desc())
        .limit(1)
    )
    if row is None:
        return m
    spell_id, starts_on, ended_on, cause, known = row
    return replace(
        m, spell_id=spell_id, starts_on=starts_on, ended_on=ended_on, cause=cause, coverage_known=bool(known)
    )


def household_of(r: Reader, member_id: int) -> tuple[int, ...]:
    """The others who were ever members in the same house of the same village; nobody where no house is known. Reads only."""
    return tuple(row[0] for row in r.rows(_HOUSEHOLD, {"member": member_id}))


def all_members(r: Reader) -> tuple[MemberRow, ...]:
    """Everyone ever, by member number. Reads only."""
    return tuple(MemberRow(*row) for row in r.rows(_SELECT.order_by(_M.member_no)))


def village_members(r: Reader, moo: int, on: date) -> tuple[MemberRow, ...]:
    """Who is a member in a village on a day, by house then name (9, 9/1, 9/10, 10). Reads only."""
    return tuple(MemberRow(*row) for row in r.rows(_OF_VILLAGE, {"moo": moo, "on_day": on}))


@dataclass(frozen=True, slots=True)
class SpellDates:
    """When a spell began and ended (None: still open)."""

    member_id: int
    starts_on: date
    ended_on: date | None
    cause: str | None


def spells_of(r: Reader, member_id: int) -> tuple[SpellDates, ...]:
    """A member's spells, the first one first. Reads only."""
    rows = r.rows(
        sa.select(_S.member_id, _S.starts_on, _S.ended_on, _S.cause)
        .where(_S.member_id == member_id)
        .order_by(_S.starts_on)
    )
    return tuple(SpellDates(*row) for row in rows)


def spells(r: Reader) -> tuple[SpellDates, ...]:
    """Every spell, by member and start. Reads only."""
    rows = r.rows(
        sa.select(_S.member_id, _S.starts_on, _S.ended_on, _S.cause).order_by(_S.member_id, _S.starts_on)
    )
    return tuple(SpellDates(*row) for row in rows)


def count_members(r: Reader, on: date, full_year_day: date) -> tuple[int, int, int]:
    """How many were ever members, are on a day, and had a full year on a 30 September (9.11 rule 17). Reads only."""
    ever = int(r.value(sa.select(sa.func.count(sa.distinct(_S.member_id))).where(_S.starts_on <= on)))
    current = int(
        r.value(
            sa.select(sa.func.count()).where(
                _S.starts_on <= on, sa.or_(_S.ended_on.is_(None), _S.ended_on > on)
            )
        )
    )
    began = date(full_year_day.year - 1, full_year_day.month, full_year_day.day)
    full = int(
        r.value(
            sa.select(sa.func.count()).where(
                _S.starts_on <= began, sa.or_(_S.ended_on.is_(None), _S.ended_on > full_year_day)
            )
        )
    )
    return ever, current, full


def next_member_no(r: Reader) -> str:
    """The number the next member will have: one above the highest that is a number. Reads only."""
    highest = r.value(sa.select(sa.func.max(sa.cast(_M.member_no, sa.Integer))))
    return str(int(highest or 0) + 1).zfill(4)


def insert_members(w: Writer, members: Sequence[dict[str, Any]], spells_: Sequence[dict[str, Any]]) -> None:
    """Write members and their spells; keys are the columns. Writes."""
    w.insert(t.member, members)
    w.insert(t.spell, spells_)


def update_member(w: Writer, member_id: int, changes: dict[str, Any]) -> None:
    """Change facts of a member. Writes."""
    w.change(sa.update(t.member).where(_M.id == member_id).values(**changes))


def end_spell(w: Writer, spell_id: int, ended_on: date, cause: str, resolution: str) -> None:
    """End a spell: `ended_on` is the first day without rights. Writes."""
    w.change(
        sa.update(t.spell)
        .where(_S.id == spell_id)
        .values(ended_on=ended_on, cause=cause, resolution=resolution or None)
    )


def set_coverage_known(w: Writer, spell_ids: Sequence[int]) -> None:
    """From now on the months of these spells are counted. Writes."""
    for start in range(0, len(spell_ids), 400):
        part = list(spell_ids[start : start + 400])
        w.change(sa.update(t.spell).where(_S.id.in_(part)).values(coverage_known=True))


def next_ids(r: Reader) -> tuple[int, int]:
    """The ids the next member and the next spell will have. Reads only."""
    member = r.value(sa.select(sa.func.coalesce(sa.func.max(_M.id), 0)))
    spell = r.value(sa.select(sa.func.coalesce(sa.func.max(_S.id), 0)))
    return int(member) + 1, int(spell) + 1


def member_by_national_id(r: Reader, national_id: str) -> MemberRow | None:
    """The member with a national ID. Reads only."""
    row = r.first(_BY_NATIONAL_ID, {"number": national_id})
    return None if row is None else MemberRow(*row)


def set_coverage_unknown(w: Writer, spell_id: int) -> None:
    """Nobody has said what this spell has paid. Writes."""
    w.change(sa.update(t.spell).where(_S.id == spell_id).values(coverage_known=False))


def reopen_spell(w: Writer, spell_id: int) -> None:
    """The spell had not ended after all; for the undo of an import. Writes."""
    w.change(sa.update(t.spell).where(_S.id == spell_id).values(ended_on=None, cause=None, resolution=None))


def members_on(r: Reader, on: date) -> tuple[MemberRow, ...]:
    """Everyone who is a member on a day, by village, house and name. Reads only."""
    statement = _SELECT.where(_S.starts_on <= on, sa.or_(_S.ended_on.is_(None), _S.ended_on > on)).order_by(
        t.village.c.moo, _M.house_sort, _M.name_sort, _M.id
    )
    return tuple(MemberRow(*row) for row in r.rows(statement))


def insert_spell(w: Writer, row: dict[str, Any]) -> None:
    """Write a further spell of a member; keys are the columns. Writes."""
    w.insert(t.spell, [row])


def move_spell_start(w: Writer, spell_id: int, starts_on: date) -> None:
    """The spell began on another day. Writes."""
    w.change(sa.update(t.spell).where(_S.id == spell_id).values(starts_on=starts_on))


def spell_stands_on(r: Reader, spell_id: int, member_id: int) -> bool:
    """Whether months, receipts or claims hang on the day a spell began. Reads only."""
    asked = (
        sa.select(sa.func.count()).select_from(t.coverage).where(t.coverage.c.spell_id == spell_id),
        sa.select(sa.func.count()).select_from(t.receipt).where(t.receipt.c.spell_id == spell_id),
        sa.select(sa.func.count()).select_from(t.claim).where(t.claim.c.member_id == member_id),
    )
    return any(int(r.value(one)) for one in asked)


def spell_before(r: Reader, member_id: int, spell_id: int) -> SpellDates | None:
    """The member's last spell other than this one, None when it is her only one. Reads only."""
    row = r.first(
        sa.select(_S.member_id, _S.starts_on, _S.ended_on, _S.cause)
        .where(_S.member_id == member_id, _S.id != spell_id)
        .order_by(_S.starts_on.desc(), _S.id.desc())
    )
    return None if row is None else SpellDates(*row)


def last_act_on_spell(r: Reader, spell_id: int) -> tuple[str, datetime]:
    """The act that last changed a spell, and its instant (UTC), as its last link tells. Reads only."""
    k = t.link.c
    row = r.first(
        sa.select(k.code, k.at_utc)
        .where(k.table_name == "spell", k.row_id == spell_id)
        .order_by(k.no.desc())
        .limit(1)
    )
    assert row is not None
    return str(row[0]), datetime.fromisoformat(str(row[1]))


def claims_since(r: Reader, member_id: int, day: date) -> int:
    """How many claims of a member were told on a day or later and not withdrawn. Reads only."""
    c = t.claim.c
    return int(
        r.value(
            sa.select(sa.func.count())
            .select_from(t.claim)
            .where(c.member_id == member_id, c.claimed_on >= day, c.state != "withdrawn")
        )
    )
