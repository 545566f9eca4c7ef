"""Entries as the page of the books lists them: with their papers, whose they are, and what moved on each account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from wangfund.store import tables as t
from wangfund.store.books import Reader
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class PaperNo:
    """A receipt's or voucher's row and number in its fiscal year (C.E.); book and leaf are 0 for vouchers."""

    id: int
    fiscal_year: int
    number: int
    book: int = 0
    leaf: int = 0


@dataclass(frozen=True, slots=True)
class Moved:
    """What an entry moved on one account over all pools, satang."""

    account: str
    debit_satang: int
    credit_satang: int


@dataclass(frozen=True, slots=True)
class BookEntry:
    """A posted entry. `who` is whoever gave or got the money, `kind_reversed` the kind of the entry it takes back.

    `benefit` is the code of the benefit it paid, "" for none; `reversed_by` the entry that took it back.
    """

    id: int
    date: date
    month: Period
    kind: str
    who: str
    note: str
    resolution: str
    member_id: int | None
    member_no: str
    round_id: int | None
    reverses_id: int | None
    kind_reversed: str
    reason: str
    reversed_by: int | None
    receipt: PaperNo | None
    voucher: PaperNo | None
    benefit: str
    claim_id: int | None
    moved: tuple[Moved, ...]

    def on(self, account: str) -> Moved:
        """What it moved on an account."""
        return next((m for m in self.moved if m.account == account), Moved(account, 0, 0))


@dataclass(frozen=True, slots=True)
class Signed:
    """Who put a row into the books, when (UTC), and by which act."""

    at: datetime
    who: str
    code: str


_E, _L, _R, _V = t.entry.c, t.line.c, t.receipt.c, t.voucher.c
_REVERSAL, _ORIGINAL = t.entry.alias("reversal"), t.entry.alias("original")
_HEADS = (
    sa.select(
        _E.id,
        _E.date,
        _E.month,
        _E.kind,
        sa.func.coalesce(_E.who, _V.payee, _R.payer, ""),
        sa.func.coalesce(_E.note, ""),
        sa.func.coalesce(_E.resolution, ""),
        _E.member_id,
        sa.func.coalesce(t.member.c.member_no, ""),
        _E.round_id,
        _E.reverses_id,
        sa.func.coalesce(_ORIGINAL.c.kind, ""),
        sa.func.coalesce(_E.reason, ""),
        _REVERSAL.c.id,
        _R.id,
        _R.fiscal_year,
        _R.number,
        _R.book,
        _R.leaf,
        _V.id,
        _V.fiscal_year,
        _V.number,
        sa.func.coalesce(t.claim.c.benefit, ""),
        t.claim.c.id,
    )
    .outerjoin(t.member, t.member.c.id == _E.member_id)
    .outerjoin(_REVERSAL, _REVERSAL.c.reverses_id == _E.id)
    .outerjoin(_ORIGINAL, _ORIGINAL.c.id == _E.reverses_id)
    .outerjoin(t.receipt, _R.entry_id == _E.id)
    .outerjoin(t.voucher, _V.entry_id == _E.id)
    .outerjoin(t.payment, t.payment.c.entry_id == _E.id)
    .outerjoin(t.claim, t.claim.c.id == t.payment.c.claim_id)
    .where(_E.state == "posted")
    .order_by(_E.date, _E.id)
)
_MOVED = (
    sa.select(_L.entry_id, _L.account, sa.func.sum(_L.debit_satang), sa.func.sum(_L.credit_satang))
    .join(t.entry, _E.id == _L.entry_id)
    .where(_E.state == "posted")
    .group_by(_L.entry_id, _L.account)
    .order_by(_L.entry_id, _L.account)
)
_OF_MONTH = _E.month == sa.bindparam("month")
_MONTH_HEADS, _MONTH_MOVED = _HEADS.where(_OF_MONTH), _MOVED.where(_OF_MONTH)
_OF_ID = _E.id == sa.bindparam("entry")
_ONE_HEAD, _ONE_MOVED = _HEADS.where(_OF_ID), _MOVED.where(_OF_ID)
_K = t.link.c
_SIGNED = (
    sa.select(_K.at_utc, _K.who, _K.code)
    .where(_K.table_name == "entry", _K.row_id == sa.bindparam("entry"))
    .order_by(_K.no)
    .limit(1)
)


def book_entries(r: Reader, month: Period) -> tuple[BookEntry, ...]:
    """The entries of a month, by date and number. Reads only."""
    return _entries(r, _MONTH_HEADS, _MONTH_MOVED, {"month": month})


def book_entry(r: Reader, entry_id: int) -> BookEntry | None:
    """One entry. Reads only."""
    found = _entries(r, _ONE_HEAD, _ONE_MOVED, {"entry": entry_id})
    return found[0] if found else None


def entry_months(r: Reader) -> tuple[Period, Period] | None:
    """The first and the last month that holds an entry, None in empty books. Reads only."""
    row = r.first(sa.select(sa.func.min(_E.month), sa.func.max(_E.month)))
    return None if row is None or row[0] is None else (row[0], row[1])


def signed(r: Reader, entry_id: int) -> Signed | None:
    """Who posted an entry and when, as the chain keeps it. Reads only."""
    row = r.first(_SIGNED, {"entry": entry_id})
    return None if row is None else Signed(datetime.fromisoformat(row[0]), row[1], row[2])


def newest_entries(r: Reader, most: int) -> tuple[int, ...]:
    """The entries posted last, newest first. Reads only."""
    rows = r.rows(sa.select(_E.id).where(_E.state == "posted").order_by(_E.id.desc()).limit(most))
    return tuple(row[0] for row in rows)


def count_of_round(r: Reader, round_id: int) -> int:
    """How many entries a round posted. Reads only."""
    return int(r.value(sa.select(sa.func.count()).where(_E.round_id == round_id)))


def _entries(
    r: Reader, heads: sa.Executable, lines: sa.Executable, values: dict[str, Any]
) -> tuple[BookEntry, ...]:
    moved: dict[int, list[Moved]] = {}
    for entry_id, account, debit, credit in r.rows(lines, values):
        moved.setdefault(entry_id, []).append(Moved(account, debit, credit))
    return tuple(_entry(row, moved) for row in r.rows(heads, values))


def _entry(row: Sequence[Any], moved: dict[int, list[Moved]]) -> BookEntry:
    receipt = PaperNo(*row[14:19]) if row[14] is not None else None
    voucher = PaperNo(*row[19:22]) if row[19] is not None else None
    columns = [*row[:14], receipt, voucher, row[22], row[23], tuple(moved.get(row[0], ()))]
    return BookEntry(*columns)
