"""The fund's settings, villages, banks and committee as rows that can be changed, with what hangs on each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from wangfund.domain.accounts import FIRST_BANK
from wangfund.domain.profile import Bank, Officer, Profile, Village
from wangfund.store import tables as t
from wangfund.store.books import Reader, Writer

CHANGEABLE: Final = (
    "name",
    "tambon",
    "amphoe",
    "province",
    "founded_on",
    "phone",
    "population",
    "receipts_per_book",
    "fiscal_year_starts",
)
"""The settings a profile's change may touch, in the order of the form."""


@dataclass(frozen=True, slots=True)
class VillageRow:
    """A village, how many members it ever had, and how many rounds were collected in it."""

    id: int
    moo: int
    name: str
    collector: str
    members: int
    rounds: int


@dataclass(frozen=True, slots=True)
class BankRow:
    """A bank account, what it holds in satang, how many lines of the books stand on it, and counts that state it."""

    id: int
    name: str
    number: str
    account: str
    closed_on: date | None
    balance_satang: int
    lines: int
    counts: int


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """A member of the committee, now or once."""

    id: int
    role: str
    name: str
    since: date | None
    until: date | None


_V, _B, _O = t.village.c, t.bank.c, t.officer.c
_MEMBERS = sa.select(sa.func.count()).where(t.member.c.village_id == _V.id).scalar_subquery()
_ROUNDS = sa.select(sa.func.count()).where(t.round_.c.village_id == _V.id).scalar_subquery()
_VILLAGES = sa.select(_V.id, _V.moo, _V.name, _V.collector, _MEMBERS, _ROUNDS).order_by(_V.moo)
_L = t.line.c
_MOVED = (
    sa.select(
        _L.account,
        sa.func.sum(_L.debit_satang - _L.credit_satang).label("balance"),
        sa.func.count().label("lines"),
    )
    .where(_L.account.in_(sa.select(_B.account)))
    .group_by(_L.account)
    .subquery()
)
_COUNTS = sa.select(sa.func.count()).where(t.bank_statement.c.bank_id == _B.id).scalar_subquery()
_BANKS = (
    sa.select(
        _B.id,
        _B.name,
        _B.number,
        _B.account,
        _B.closed_on,
        sa.func.coalesce(_MOVED.c.balance, 0),
        sa.func.coalesce(_MOVED.c.lines, 0),
        _COUNTS,
    )
    .outerjoin(_MOVED, _MOVED.c.account == _B.account)
    .order_by(_B.account)
)
_OFFICERS = sa.select(_O.id, _O.role, _O.name, _O.since, _O.until).order_by(_O.position, _O.id)
_NUMBERED = sa.select(
    sa.or_(*(sa.exists(sa.select(table.c.id)) for table in (t.receipt, t.voucher, t.round_, t.claim)))
)


def village_rows(r: Reader) -> tuple[VillageRow, ...]:
    """Every village by its moo. Reads only."""
    return tuple(
        VillageRow(key, moo, name, collector or "", members, rounds)
        for key, moo, name, collector, members, rounds in r.rows(_VILLAGES)
    )


def bank_rows(r: Reader) -> tuple[BankRow, ...]:
    """Every bank account by its code, closed ones too. Reads only."""
    return tuple(BankRow(*row) for row in r.rows(_BANKS))


def officer_rows(r: Reader) -> tuple[OfficerRow, ...]:
    """Everybody who was ever on the committee, in the order of papers. Reads only."""
    return tuple(OfficerRow(*row) for row in r.rows(_OFFICERS))


def has_numbered(r: Reader) -> bool:
    """Whether any receipt, voucher, round or claim has been given its number. Reads only."""
    return bool(r.value(_NUMBERED))


def change_settings(w: Writer, before: Profile, after: Profile) -> tuple[str, ...]:
    """Write the settings that differ; gives their names. Writes."""
    changed = [key for key in CHANGEABLE if getattr(before, key) != getattr(after, key)]
    for key in changed:
        w.change(sa.update(t.setting).where(t.setting.c.key == key).values(value=str(getattr(after, key))))
    return tuple(changed)


def insert_village(w: Writer, village: Village) -> None:
    """Write a new village. Writes."""
    w.insert(t.village, [{"moo": village.moo, "name": village.name, "collector": village.collector or None}])


def update_village(w: Writer, village_id: int, name: str, collector: str) -> None:
    """Write a village's name and collector. Writes."""
    w.change(sa.update(t.village).where(_V.id == village_id).values(name=name, collector=collector or None))


def delete_village(w: Writer, village_id: int) -> None:
    """Take out a village nothing hangs on. Writes."""
    w.change(sa.delete(t.village).where(_V.id == village_id))


def insert_bank(w: Writer, bank: Bank) -> str:
    """Write a new bank with an account of its own, which no other ever had; gives the account's code. Writes."""
    last = w.value(sa.select(sa.func.max(t.account.c.code)).where(t.account.c.code.like("12%")))
    code = FIRST_BANK if last is None else str(int(last) + 1)
    w.insert(t.bank, [{"name": bank.name, "number": bank.number, "account": code, "closed_on": None}])
    w.insert(t.account, [{"code": code, "name": bank.name}])
    return code


def update_bank(w: Writer, row: BankRow, name: str, number: str) -> None:
    """Write a bank's name and number. Writes."""
    w.change(sa.update(t.bank).where(_B.id == row.id).values(name=name, number=number))
    w.change(sa.update(t.account).where(t.account.c.code == row.account).values(name=name))


def close_bank_row(w: Writer, bank_id: int, closed_on: date | None) -> None:
    """Write the day a bank was closed on, None when it is used again. Writes."""
    w.change(sa.update(t.bank).where(_B.id == bank_id).values(closed_on=closed_on))


def delete_bank(w: Writer, row: BankRow) -> None:
    """Take out a bank no line stands on, with its account. Writes."""
    w.change(sa.delete(t.bank).where(_B.id == row.id))
    w.change(sa.delete(t.account).where(t.account.c.code == row.account))


def insert_officer(w: Writer, officer: Officer) -> None:
    """Write a new member of the committee, last in the order of papers. Writes."""
    last = w.value(sa.select(sa.func.coalesce(sa.func.max(_O.position), 0)))
    w.insert(t.officer, [{**_officer(officer), "position": int(last) + 1}])


def update_officer(w: Writer, officer_id: int, officer: Officer) -> None:
    """Write what has changed about a member of the committee. Writes."""
    w.change(sa.update(t.officer).where(_O.id == officer_id).values(**_officer(officer)))


def delete_officer(w: Writer, officer_id: int) -> None:
    """Take out somebody who was written down by mistake. Writes."""
    w.change(sa.delete(t.officer).where(_O.id == officer_id))


def _officer(officer: Officer) -> dict[str, Any]:
    return {"role": officer.role, "name": officer.name, "since": officer.since, "until": officer.until}
