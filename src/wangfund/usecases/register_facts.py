"""Members in the register's terms and back: what an import compares and what it writes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from wangfund.domain.register.member import (
    STATUS_DIED,
    STATUS_ENDED,
    STATUS_NORMAL,
    STATUS_RESIGNED,
    RegisterMember,
)
from wangfund.domain.register.plan import ExistingMember
from wangfund.store.books import Reader
from wangfund.store.members import MemberRow, all_members
from wangfund.thai.period import Period
from wangfund.usecases.enrol_member import name_columns

_STATUS = {None: STATUS_NORMAL, "resigned": STATUS_RESIGNED, "died": STATUS_DIED}
_CAUSE = {STATUS_RESIGNED: "resigned", STATUS_DIED: "died", STATUS_ENDED: "lapsed"}


def existing_members(r: Reader) -> tuple[tuple[MemberRow, ...], tuple[ExistingMember, ...]]:
    """Everyone in the fund, as rows and in the register's terms, by member number. Reads only."""
    rows = all_members(r)
    return rows, tuple(ExistingMember(m.id, as_register(m)) for m in rows)


def as_register(m: MemberRow) -> RegisterMember:
    """A member as a register would say it; for a death the day of death."""
    left = m.ended_on
    if m.cause == "died" and left is not None:
        left = left - timedelta(days=1)
    return RegisterMember(
        m.member_no,
        m.national_id,
        m.title or None,
        m.given_name or None,
        m.family_name or None,
        m.birth_date,
        m.house_no,
        m.moo,
        m.starts_on,
        _STATUS.get(m.cause, STATUS_ENDED),
        left,
        m.phone,
        m.heir_name,
        m.heir_relation,
    )


def member_columns(said: RegisterMember, member_no: str, village_id: int, cadence: str) -> dict[str, Any]:
    """The columns of a member as the register says it."""
    return {
        "member_no": member_no,
        "national_id": said.national_id,
        "birth_date": said.birth_date,
        "village_id": village_id,
        "phone": said.phone,
        "heir_name": said.heir_name,
        "heir_relation": said.heir_relation,
        "cadence": cadence,
        **name_columns(
            said.title or "", said.given_name or "", said.family_name or "", said.house_no or "", member_no
        ),
    }


def spell_end(said: RegisterMember) -> tuple[date | None, str | None]:
    """When and why the register says the spell ended: the first day without rights and the cause."""
    if said.status in (None, STATUS_NORMAL) or said.left_on is None:
        return None, None
    cause = _CAUSE[said.status]
    return (said.left_on + timedelta(days=1) if cause == "died" else said.left_on), cause


def declared_months(start: Period, through: Period, ended_on: date | None) -> tuple[Period, Period] | None:
    """The months a told paid-through covers for a spell; None when it ends before the spell begins."""
    last = through if ended_on is None else min(through, Period.of(ended_on))
    return (start, last) if last >= start else None
