"""What rounds became: their receipts by member, and what each collector still holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from wangfund.domain import accounts
from wangfund.store import tables as t
from wangfund.store.books import Reader


@dataclass(frozen=True, slots=True)
class RoundReceipt:
    """A receipt of a round; `voided` when its entry was taken back."""

    round_id: int
    receipt_id: int
    fiscal_year: int
    number: int
    member_id: int
    payer: str
    amount_satang: int
    voided: bool


_R, _E, _L = t.receipt.c, t.entry.c, t.line.c
_REVERSAL = t.entry.alias("reversal")
_OF_ROUNDS = (
    sa.select(
        _E.round_id,
        _R.id,
        _R.fiscal_year,
        _R.number,
        sa.func.coalesce(_R.member_id, 0),
        _R.payer,
        _R.amount_satang,
        _REVERSAL.c.id.is_not(None),
    )
    .join(t.entry, _E.id == _R.entry_id)
    .outerjoin(_REVERSAL, _REVERSAL.c.reverses_id == _R.entry_id)
    .where(_E.round_id.in_(sa.bindparam("rounds", expanding=True)))
    .order_by(_E.round_id, _R.fiscal_year, _R.number)
)
_HELD = (
    sa.select(sa.func.coalesce(_E.who, ""), sa.func.sum(_L.debit_satang - _L.credit_satang))
    .join(t.line, _L.entry_id == _E.id)
    .where(_L.account == accounts.COLLECTOR_RECEIVABLE, _E.state == "posted")
    .group_by(sa.func.coalesce(_E.who, ""))
    .order_by(sa.func.min(_E.id))
)


def round_receipts(r: Reader, round_ids: Sequence[int]) -> tuple[RoundReceipt, ...]:
    """The receipts of rounds, voided ones too, by round and number. Reads only."""
    if not round_ids:
        return ()
    rows = r.rows(_OF_ROUNDS, {"rounds": list(round_ids)})
    return tuple(RoundReceipt(*(*row[:7], bool(row[7]))) for row in rows)


def held_by_collectors(r: Reader) -> tuple[tuple[str, int], ...]:
    """Who has not handed in what was collected, and how many satang; "" where no name was written. Reads only.

    Reads every line of the receivable: ask only while its balance is not zero.
    """
    return tuple((who, int(satang)) for who, satang in r.rows(_HELD) if satang)
