"""The months of the books: which is open, how they close, and the balances sealed with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from wangfund.store import tables as t
from wangfund.store.books import Reader, Writer
from wangfund.store.chain import ChainHead
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A month of the books; what is not yet known is None."""

    id: int
    month: Period
    state: str
    counted_on: date | None
    counted_cash_satang: int | None
    last_entry_id: int | None
    resolution: str | None
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """One account and pool ("" for assets) over a month: what moved and the balance at its end (debit − credit)."""

    account: str
    pool: str
    moved_debit_satang: int
    moved_credit_satang: int
    balance_satang: int


_COLUMNS = (
    t.period.c.id,
    t.period.c.month,
    t.period.c.state,
    t.period.c.counted_on,
    t.period.c.counted_cash_satang,
    t.period.c.last_entry_id,
    t.period.c.resolution,
    t.period.c.closed_on,
)
_BY_MONTH = sa.select(*_COLUMNS).where(t.period.c.month == sa.bindparam("month"))
_OPEN = sa.select(*_COLUMNS).where(t.period.c.state != "closed").order_by(t.period.c.month)
_CLOSED = sa.select(*_COLUMNS).where(t.period.c.state == "closed").order_by(t.period.c.month.desc()).limit(1)
_B = t.period_balance.c
_SEALED = (
    sa.select(_B.account, _B.pool, _B.moved_debit_satang, _B.moved_credit_satang, _B.balance_satang)
    .join(t.period, t.period.c.id == _B.period_id)
    .where(t.period.c.month == sa.bindparam("month"))
    .order_by(_B.account, _B.pool)
)
_FIRST = sa.select(t.period.c.month).order_by(t.period.c.month).limit(1)
_LAST = sa.select(t.period.c.month).order_by(t.period.c.month.desc()).limit(1)


def period_row(r: Reader, month: Period) -> PeriodRow | None:
    """A month of the books, None where the books have none. Reads only."""
    row = r.first(_BY_MONTH, {"month": month})
    return None if row is None else PeriodRow(*row)


def open_periods(r: Reader) -> tuple[PeriodRow, ...]:
    """Months that are not closed, oldest first. Reads only."""
    rows = r.rows(_OPEN)
    return tuple(PeriodRow(*row) for row in rows)


def last_closed(r: Reader) -> PeriodRow | None:
    """The newest closed month, None in a young fund. Reads only."""
    row = r.first(_CLOSED)
    return None if row is None else PeriodRow(*row)


def first_period_month(r: Reader) -> Period:
    """The first month of the books. Reads only."""
    month = r.value(_FIRST)
    assert isinstance(month, Period)
    return month


def last_period_month(r: Reader) -> Period:
    """The last month of the books, open or not. Reads only."""
    month = r.value(_LAST)
    assert isinstance(month, Period)
    return month


def add_periods(w: Writer, months: list[Period]) -> None:
    """Open months of the books. Writes."""
    blank = {
        "state": "open",
        "counted_on": None,
        "counted_cash_satang": None,
        "last_entry_id": None,
        "resolution": None,
        "closed_on": None,
        "head_no": None,
        "head_hash": None,
    }
    w.insert(t.period, [{"month": month, **blank} for month in months])


def write_count(
    w: Writer,
    row: PeriodRow,
    counted_on: date,
    cash_satang: int,
    last_entry_id: int,
    banks: list[tuple[int, int]],
    balances: list[BalanceRow],
) -> None:
    """Store a month's count, bank statements as (bank id, satang) and balances, as a draft. Writes."""
    w.change(
        sa.update(t.period)
        .where(t.period.c.id == row.id)
        .values(
            state="draft", counted_on=counted_on, counted_cash_satang=cash_satang, last_entry_id=last_entry_id
        )
    )
    w.change(sa.delete(t.bank_statement).where(t.bank_statement.c.period_id == row.id))
    w.change(sa.delete(t.period_balance).where(t.period_balance.c.period_id == row.id))
    w.insert(
        t.bank_statement,
        [{"period_id": row.id, "bank_id": bank, "stated_satang": amount} for bank, amount in banks],
    )
    w.insert(
        t.period_balance,
        [
            {
                "period_id": row.id,
                "account": b.account,
                "pool": b.pool,
                "moved_debit_satang": b.moved_debit_satang,
                "moved_credit_satang": b.moved_credit_satang,
                "balance_satang": b.balance_satang,
            }
            for b in balances
        ],
    )


def reopen_draft(w: Writer, row: PeriodRow) -> None:
    """Take a draft back; the count is forgotten. Writes."""
    w.change(sa.delete(t.bank_statement).where(t.bank_statement.c.period_id == row.id))
    w.change(sa.delete(t.period_balance).where(t.period_balance.c.period_id == row.id))
    w.change(
        sa.update(t.period)
        .where(t.period.c.id == row.id)
        .values(state="open", counted_on=None, counted_cash_satang=None, last_entry_id=None)
    )


def seal_period(w: Writer, row: PeriodRow, resolution: str, closed_on: date, head: ChainHead) -> None:
    """Close a month for ever, with the chain's head as it stood before. Writes."""
    w.change(
        sa.update(t.period)
        .where(t.period.c.id == row.id)
        .values(
            state="closed", resolution=resolution, closed_on=closed_on, head_no=head.no, head_hash=head.hash
        )
    )


def sealed_balances(r: Reader, month: Period) -> tuple[BalanceRow, ...]:
    """The balances stored with a drafted or closed month, by account and pool; empty for an open one. Reads only."""
    return tuple(BalanceRow(*row) for row in r.rows(_SEALED, {"month": month}))


def bank_statements(r: Reader, month: Period) -> dict[int, int]:
    """What each bank's book said at the month's count, satang by bank id. Reads only."""
    b = t.bank_statement.c
    rows = r.rows(
        sa.select(b.bank_id, b.stated_satang)
        .join(t.period, t.period.c.id == b.period_id)
        .where(t.period.c.month == month)
    )
    return {row[0]: row[1] for row in rows}


def sealing_links(r: Reader) -> tuple[tuple[Period, bytes], ...]:
    """Each closed month with the hash of the link that sealed it, oldest first. Reads only."""
    latest = (
        sa.select(t.link.c.row_id, sa.func.max(t.link.c.no).label("no"))
        .where(t.link.c.table_name == "period")
        .group_by(t.link.c.row_id)
        .subquery()
    )
    rows = r.rows(
        sa.select(t.period.c.month, t.link.c.hash)
        .join(latest, latest.c.row_id == t.period.c.id)
        .join(t.link, t.link.c.no == latest.c.no)
        .where(t.period.c.state == "closed")
        .order_by(t.period.c.month)
    )
    return tuple((row[0], row[1]) for row in rows)
