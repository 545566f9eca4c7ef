"""What happened in a month, for its pack: benefits paid, papers voided, people who came and went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from wangfund.store import tables as t
from wangfund.store.books import Reader
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """A benefit's payment that stands: its entry's day, the claim, and whose it is."""

    date: date
    month: Period
    voucher_number: int
    member_id: int
    benefit: str
    units: int
    gross_satang: int
    net_satang: int
    account: str
    claim_id: int
    payer: str | None
    one_hand_reason: str | None


@dataclass(frozen=True, slots=True)
class VoidRow:
    """A receipt or voucher whose entry was reversed in a month; book and leaf are 0 for vouchers."""

    paper: str
    fiscal_year: int
    number: int
    book: int
    leaf: int
    who: str
    amount_satang: int
    reason: str


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A spell that began ('joined') or ended (its cause) on a day."""

    date: date
    member_id: int
    kind: str


_E, _P, _C, _D = t.entry.c, t.payment.c, t.claim.c, t.decision.c


def benefits_paid(r: Reader, first: date, last: date) -> tuple[BenefitRow, ...]:
    """Benefits paid on days first…last that were not taken back by then, by date and entry. Reads only.

    Units are those of the claim's last decision; the account is the welfare account debited.
    """
    reversal = t.entry.alias("reversal")
    decided = sa.select(sa.func.max(_D.id)).where(_D.claim_id == _C.id).correlate(t.claim).scalar_subquery()
    welfare = (
        sa.select(sa.func.min(t.line.c.account))
        .where(t.line.c.entry_id == _E.id, t.line.c.account.between("5101", "5199"))
        .correlate(t.entry)
        .scalar_subquery()
    )
    rows = r.rows(
        sa.select(
            _E.date,
            _E.month,
            sa.func.coalesce(t.voucher.c.number, 0),
            _C.member_id,
            _C.benefit,
            sa.func.coalesce(_D.units, 0),
            _P.gross_satang,
            _P.net_satang,
            welfare,
            _P.claim_id,
            _P.payer,
            _P.one_hand_reason,
        )
        .select_from(t.payment)
        .join(t.entry, _E.id == _P.entry_id)
        .join(t.claim, _C.id == _P.claim_id)
        .outerjoin(t.decision, _D.id == decided)
        .outerjoin(t.voucher, t.voucher.c.entry_id == _E.id)
        .outerjoin(reversal, reversal.c.reverses_id == _E.id)
        .where(_E.date.between(first, last), sa.or_(reversal.c.id.is_(None), reversal.c.date > last))
        .order_by(_E.date, _E.id)
    )
    return tuple(BenefitRow(*row) for row in rows)


def voids(r: Reader, month: Period) -> tuple[VoidRow, ...]:
    """Receipts, then vouchers, whose entries were taken back in a month, by number. Reads only."""
    reversal = t.entry.alias("reversal")
    receipts = r.rows(
        sa.select(
            sa.literal("receipt"),
            t.receipt.c.fiscal_year,
            t.receipt.c.number,
            t.receipt.c.book,
            t.receipt.c.leaf,
            t.receipt.c.payer,
            t.receipt.c.amount_satang,
            reversal.c.reason,
        )
        .join(reversal, reversal.c.reverses_id == t.receipt.c.entry_id)
        .where(reversal.c.month == month)
        .order_by(t.receipt.c.fiscal_year, t.receipt.c.number)
    )
    vouchers = r.rows(
        sa.select(
            sa.literal("voucher"),
            t.voucher.c.fiscal_year,
            t.voucher.c.number,
            sa.literal(0),
            sa.literal(0),
            t.voucher.c.payee,
            t.voucher.c.amount_satang,
            reversal.c.reason,
        )
        .join(reversal, reversal.c.reverses_id == t.voucher.c.entry_id)
        .where(reversal.c.month == month)
        .order_by(t.voucher.c.fiscal_year, t.voucher.c.number)
    )
    return tuple(VoidRow(*row) for row in (*receipts, *vouchers))


def moves(r: Reader, month: Period) -> tuple[MoveRow, ...]:
    """Spells that began or ended in a month, by day; a death stands on the day of death. Reads only."""
    s = t.spell.c
    joined = r.rows(
        sa.select(s.starts_on, s.member_id, sa.literal("joined")).where(
            s.starts_on.between(month.first_day, month.last_day)
        )
    )
    ended = r.rows(
        sa.select(s.ended_on, s.member_id, s.cause).where(
            s.ended_on.between(month.first_day, month.last_day + timedelta(days=1))
        )
    )
    left = [MoveRow(day - timedelta(days=cause == "died"), member, cause) for day, member, cause in ended]
    left = [move for move in left if Period.of(move.date) == month]
    came = [MoveRow(*row) for row in joined]
    return tuple(sorted((*came, *left), key=lambda m: (m.date, m.member_id)))


def setoff_of(r: Reader, month: Period) -> tuple[int, int]:
    """Satang and number of contributions set off from benefits in a month, less those reversed in it. Reads only."""
    reversal = t.entry.alias("reversal")
    row = r.first(
        sa.select(sa.func.coalesce(sa.func.sum(_P.gross_satang - _P.net_satang), 0), sa.func.count())
        .select_from(t.payment)
        .join(t.entry, _E.id == _P.entry_id)
        .outerjoin(reversal, reversal.c.reverses_id == _E.id)
        .where(
            _E.month == month,
            _P.gross_satang > _P.net_satang,
            sa.or_(reversal.c.id.is_(None), reversal.c.month > month),
        )
    )
    assert row is not None
    return int(row[0]), int(row[1])
