"""Questions to the ledger: what moved, what stands, and the entries themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from wangfund.domain.posting import Line
from wangfund.store import tables as t
from wangfund.store.books import Reader
from wangfund.store.periods import BalanceRow, last_closed, sealed_balances
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A posted entry with its lines in order; `reversed_by` is the entry that took it back, if any."""

    id: int
    date: date
    month: Period
    kind: str
    who: str
    note: str
    resolution: str
    member_id: int | None
    round_id: int | None
    reverses_id: int | None
    reason: str
    reversed_by: int | None
    lines: tuple[Line, ...]


_E, _L = t.entry.c, t.line.c
_REVERSAL = t.entry.alias("reversal")


_POOL = sa.func.coalesce(_L.pool, "")
_DEBIT, _CREDIT = sa.func.sum(_L.debit_satang), sa.func.sum(_L.credit_satang)
_MOVED = (
    sa.select(_L.account, _POOL, _DEBIT, _CREDIT, _DEBIT - _CREDIT)
    .join(t.entry, _E.id == _L.entry_id)
    .where(_E.month.between(sa.bindparam("first"), sa.bindparam("last")), _E.state == "posted")
    .group_by(_L.account, _POOL)
    .order_by(_L.account, _POOL)
)


def moved(r: Reader, first: Period, last: Period) -> tuple[BalanceRow, ...]:
    """What moved on each account and pool in months first…last, by account and pool, summed from the entries.

    `balance_satang` is the movement debit − credit. Reads only.
    """
    return tuple(BalanceRow(*row) for row in r.rows(_MOVED, {"first": first, "last": last}))


def moved_by_seals(r: Reader, first: Period, last: Period) -> dict[tuple[str, str], int]:
    """What moved (debit − credit) on each account and pool in months first…last, taken from the seals. Reads only.

    Closed months give what was sealed with them, later ones their entries: the cost does not grow with the months.
    """
    b = t.period_balance.c
    sealed = r.rows(
        sa.select(b.account, b.pool, sa.func.sum(b.moved_debit_satang - b.moved_credit_satang))
        .join(t.period, t.period.c.id == b.period_id)
        .where(t.period.c.state == "closed", t.period.c.month.between(first, last))
        .group_by(b.account, b.pool)
    )
    found: dict[tuple[str, str], int] = {(account, pool): satang for account, pool, satang in sealed}
    closed = last_closed(r)
    start = first if closed is None else max(first, closed.month.plus(1))
    for row in moved(r, start, last) if start <= last else ():
        key = (row.account, row.pool)
        found[key] = found.get(key, 0) + row.balance_satang
    return found


def balances_at(r: Reader, month: Period) -> dict[tuple[str, str], int]:
    """Balance (debit − credit) of every account and pool at the end of a month, in satang. Reads only.

    Taken from the newest sealed month not after it, and what moved since: the cost does not grow with the years.
    """
    sealed = r.value(
        sa.select(t.period.c.month)
        .where(t.period.c.state == "closed", t.period.c.month <= month)
        .order_by(t.period.c.month.desc())
        .limit(1)
    )
    found: dict[tuple[str, str], int] = {}
    start = Period(1, 1)
    if isinstance(sealed, Period):
        found = {(b.account, b.pool): b.balance_satang for b in sealed_balances(r, sealed)}
        start = sealed.plus(1)
    if start <= month:
        for b in moved(r, start, month):
            key = (b.account, b.pool)
            found[key] = found.get(key, 0) + b.balance_satang
    return found


def current_balances(r: Reader) -> dict[tuple[str, str], int]:
    """Balance of every account and pool now. Reads only."""
    closed = last_closed(r)
    newest = r.value(sa.select(sa.func.max(_E.month)))
    if newest is None and closed is None:
        return {}
    last = newest if isinstance(newest, Period) else Period.from_code(int(newest)) if newest else None
    assert last is not None
    return balances_at(r, last if closed is None or last > closed.month else closed.month)


def newest_entry_id(r: Reader, day: date) -> int:
    """The highest entry id dated on a day or before it, 0 when there is none. Reads only."""
    return int(r.value(sa.select(sa.func.coalesce(sa.func.max(_E.id), 0)).where(_E.date <= day)))


def entry_after(r: Reader, day: date, month: Period) -> bool:
    """Whether an entry is dated after a day and not after a month's end. Reads only."""
    later = sa.select(_E.id).where(_E.date > day, _E.month.between(Period.of(day), month)).limit(1)
    return r.first(later) is not None


def entry_row(r: Reader, entry_id: int) -> EntryRow | None:
    """One entry with its lines. Reads only."""
    for row in entries(r, _E.id == entry_id):
        return row
    return None


def entries_of_month(r: Reader, month: Period) -> Iterator[EntryRow]:
    """The entries of a month, by date and number. Reads only."""
    return entries(r, _E.month == month)


def all_entries(r: Reader) -> Iterator[EntryRow]:
    """Every posted entry, by date and number. Reads only."""
    return entries(r, sa.true())


def entries_of_kind(r: Reader, kind: str) -> tuple[EntryRow, ...]:
    """The entries of a kind that were not taken back, by date and number. Reads only."""
    return tuple(row for row in entries(r, _E.kind == kind) if row.reversed_by is None)


def entries(r: Reader, condition: sa.ColumnElement[bool]) -> Iterator[EntryRow]:
    """Posted entries that meet a condition, by date and number, each with its lines. Reads only."""
    heads = r.rows(
        sa.select(
            _E.id,
            _E.date,
            _E.month,
            _E.kind,
            sa.func.coalesce(_E.who, ""),
            sa.func.coalesce(_E.note, ""),
            sa.func.coalesce(_E.resolution, ""),
            _E.member_id,
            _E.round_id,
            _E.reverses_id,
            sa.func.coalesce(_E.reason, ""),
            _REVERSAL.c.id,
        )
        .outerjoin(_REVERSAL, _REVERSAL.c.reverses_id == _E.id)
        .where(condition, _E.state == "posted")
        .order_by(_E.date, _E.id)
    )
    lines: dict[int, list[Line]] = {}
    found = r.rows(
        sa.select(_L.entry_id, _L.account, _L.pool, _L.debit_satang, _L.credit_satang)
        .join(t.entry, _E.id == _L.entry_id)
        .where(condition, _E.state == "posted")
        .order_by(_L.entry_id, _L.line_no)
    )
    for entry_id, account, pool, debit, credit in found:
        lines.setdefault(entry_id, []).append(Line(account, pool, debit, credit))
    for head in heads:
        yield _entry(head, lines)


def count_entries(r: Reader) -> int:
    """How many entries the ledger has. Reads only."""
    return int(r.value(sa.select(sa.func.count()).select_from(t.entry)))


def _entry(head: Sequence[Any], lines: dict[int, list[Line]]) -> EntryRow:
    columns = [*head, tuple(lines[head[0]])]
    return EntryRow(*columns)


def balances_on(r: Reader, day: date) -> dict[tuple[str, str], int]:
    """Balance (debit − credit) of every account and pool at the end of a day, in satang. Reads only."""
    month = Period.of(day)
    found = balances_at(r, month.plus(-1))
    pool = sa.func.coalesce(_L.pool, "")
    rows = r.rows(
        sa.select(_L.account, pool, sa.func.sum(_L.debit_satang - _L.credit_satang))
        .join(t.entry, _E.id == _L.entry_id)
        .where(_E.month == month, _E.date <= day, _E.state == "posted")
        .group_by(_L.account, pool)
    )
    for account, of, satang in rows:
        found[(account, of)] = found.get((account, of), 0) + satang
    return found
