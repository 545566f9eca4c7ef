"""What the close of a month asks of the books beside its balances: closed months, paper numbers, money that moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from wangfund.domain import accounts
from wangfund.store import tables as t
from wangfund.store.books import Reader
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """A month closed for ever: when its cash was counted, when it was closed, and by which resolution."""

    month: Period
    counted_on: date | None
    closed_on: date | None
    resolution: str


@dataclass(frozen=True, slots=True)
class NumberRow:
    """The numbers of a paper in a fiscal year: how many there are, and the lowest and highest (0 when none)."""

    count: int
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class DatedRow:
    """A paper's numbers and money over a stretch of days, cancelled ones too; 0 when there are none."""

    count: int
    first: int
    last: int
    amount_satang: int


@dataclass(frozen=True, slots=True)
class MoveRow:
    """An entry that moved money in a place: satang in (above zero) or out, and the paper it stands on (0: none).

    `between` tells that the other side is a place of money too (put into a bank, taken out of one).
    """

    entry_id: int
    date: date
    kind: str
    who: str
    note: str
    amount_satang: int
    book: int
    leaf: int
    voucher: int
    reverses_id: int | None
    between: bool


_E, _L, _P = t.entry.c, t.line.c, t.period.c
_CLOSED = (
    sa.select(_P.month, _P.counted_on, _P.closed_on, sa.func.coalesce(_P.resolution, ""))
    .where(_P.state == "closed")
    .order_by(_P.month.desc())
)


def closed_months(r: Reader) -> tuple[ClosedRow, ...]:
    """Every closed month, newest first. Reads only."""
    return tuple(ClosedRow(*row) for row in r.rows(_CLOSED))


def numbers_of_year(r: Reader, paper: str, fiscal_year: int) -> NumberRow:
    """The numbers a fiscal year gave to a paper, 'receipt' or 'voucher'. Reads only."""
    number = _paper(paper).c.number
    row = r.first(
        sa.select(
            sa.func.count(),
            sa.func.coalesce(sa.func.min(number), 0),
            sa.func.coalesce(sa.func.max(number), 0),
        ).where(_paper(paper).c.fiscal_year == fiscal_year)
    )
    assert row is not None
    return NumberRow(*row)


def every_number(r: Reader, paper: str, fiscal_year: int) -> tuple[int, ...]:
    """All numbers of a paper in a fiscal year, in order. Reads only."""
    number = _paper(paper).c.number
    rows = r.rows(sa.select(number).where(_paper(paper).c.fiscal_year == fiscal_year).order_by(number))
    return tuple(row[0] for row in rows)


def papers_dated(r: Reader, paper: str, first: date, last: date) -> DatedRow:
    """The papers of a kind dated first…last. Reads only."""
    c = _paper(paper).c
    row = r.first(
        sa.select(
            sa.func.count(),
            sa.func.coalesce(sa.func.min(c.number), 0),
            sa.func.coalesce(sa.func.max(c.number), 0),
            sa.func.coalesce(sa.func.sum(c.amount_satang), 0),
        ).where(c.date.between(first, last))
    )
    assert row is not None
    return DatedRow(*row)


def money_moves(r: Reader, account: str, first: date, last: date) -> tuple[MoveRow, ...]:
    """The entries dated first…last that moved money in a place, by date and number. Reads only."""
    other = t.line.alias("other")
    between = sa.exists().where(
        other.c.entry_id == _E.id,
        other.c.account != account,
        sa.or_(other.c.account == accounts.CASH, other.c.account.between("1200", "1299")),
    )
    amount = sa.func.sum(_L.debit_satang - _L.credit_satang)
    rows = r.rows(
        sa.select(
            _E.id,
            _E.date,
            _E.kind,
            sa.func.coalesce(t.receipt.c.payer, t.voucher.c.payee, _E.who, ""),
            sa.func.coalesce(_E.note, _E.reason, ""),
            amount,
            sa.func.coalesce(t.receipt.c.book, 0),
            sa.func.coalesce(t.receipt.c.leaf, 0),
            sa.func.coalesce(t.voucher.c.number, 0),
            _E.reverses_id,
            between,
        )
        .join(t.line, _L.entry_id == _E.id)
        .outerjoin(t.receipt, t.receipt.c.entry_id == _E.id)
        .outerjoin(t.voucher, t.voucher.c.entry_id == _E.id)
        .where(_L.account == account, _E.date.between(first, last), _E.state == "posted")
        .group_by(_E.id)
        .having(amount != 0)
        .order_by(_E.date, _E.id)
    )
    return tuple(MoveRow(*(*row[:-1], bool(row[-1]))) for row in rows)


def _paper(paper: str) -> sa.Table:
    return {"receipt": t.receipt, "voucher": t.voucher}[paper]
