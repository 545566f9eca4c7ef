"""Everyone in the register as one light row each, for a list that is searched as one types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from wangfund.store import tables as t
from wangfund.store.books import Reader


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member with the spell that matters: the open one, else the last.

    `search` is the stored key of name, number and house; `national_id` "" when unknown; `ended_on` the first day
    without rights, None for a member.
    """

    id: int
    member_no: str
    title: str
    name: str
    moo: int
    house_no: str
    search: str
    national_id: str
    spell_id: int
    starts_on: date
    ended_on: date | None
    cause: str | None
    coverage_known: bool


_M, _S = t.member.c, t.spell.c
_SPELLS = sa.select(
    _S.member_id, _S.id, _S.starts_on, _S.ended_on, _S.cause, _S.coverage_known
).order_by(_S.member_id, _S.starts_on, _S.id)  # fmt: skip
_MEMBERS = (
    sa.select(
        _M.id,
        _M.member_no,
        _M.title,
        _M.given_name,
        _M.family_name,
        t.village.c.moo,
        sa.func.coalesce(_M.house_no, ""),
        _M.search,
        sa.func.coalesce(_M.national_id, ""),
    )
    .join(t.village, t.village.c.id == _M.village_id)
    .order_by(_M.name_sort, _M.id)
)


def member_lines(r: Reader) -> tuple[MemberLine, ...]:
    """Everyone ever, in the order of Thai names. Two plain queries: 20,000 in about a tenth of a second. Reads only."""
    spells = {row[0]: row[1:] for row in r.rows(_SPELLS)}
    return tuple(
        MemberLine(
            key, no, title, f"{title}{given} {family}".strip(), moo, house, search, national_id, *spells[key]
        )
        for key, no, title, given, family, moo, house, search, national_id in r.rows(_MEMBERS)
        if key in spells
    )
