"""Receipts and vouchers as they lie in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from wangfund.domain.posting import ReceiptLine
from wangfund.store import tables as t
from wangfund.store.books import Reader
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A receipt with its lines; `voided_by` is the reversing entry, None while it stands."""

    id: int
    fiscal_year: int
    number: int
    book: int
    leaf: int
    date: date
    entry_id: int
    member_id: int | None
    spell_id: int | None
    payer: str
    amount_satang: int
    credit_satang: int
    paid_through: Period | None
    voided_by: int | None
    lines: tuple[ReceiptLine, ...]


@dataclass(frozen=True, slots=True)
class VoucherRow:
    """A voucher; `voided_by` is the reversing entry, None while it stands."""

    id: int
    fiscal_year: int
    number: int
    date: date
    entry_id: int
    payee: str
    member_id: int | None
    amount_satang: int
    note: str
    voided_by: int | None


_R, _RL, _V = t.receipt.c, t.receipt_line.c, t.voucher.c
_REVERSAL = t.entry.alias("reversal")


def receipts(r: Reader, condition: sa.ColumnElement[bool]) -> tuple[ReceiptRow, ...]:
    """Receipts that meet a condition, by number. Reads only."""
    heads = r.rows(
        sa.select(
            _R.id,
            _R.fiscal_year,
            _R.number,
            _R.book,
            _R.leaf,
            _R.date,
            _R.entry_id,
            _R.member_id,
            _R.spell_id,
            _R.payer,
            _R.amount_satang,
            _R.credit_satang,
            _R.paid_through,
            _REVERSAL.c.id,
        )
        .outerjoin(_REVERSAL, _REVERSAL.c.reverses_id == _R.entry_id)
        .where(condition)
        .order_by(_R.fiscal_year, _R.number)
    )
    lines: dict[int, list[ReceiptLine]] = {}
    for receipt_id, kind, amount, first, last, note in r.rows(
        sa.select(
            _RL.receipt_id,
            _RL.kind,
            _RL.amount_satang,
            _RL.first_month,
            _RL.last_month,
            sa.func.coalesce(_RL.note, ""),
        )
        .join(t.receipt, _R.id == _RL.receipt_id)
        .where(condition)
        .order_by(_RL.receipt_id, _RL.line_no)
    ):
        lines.setdefault(receipt_id, []).append(ReceiptLine(kind, amount, first, last, note))
    return tuple(_receipt(head, lines) for head in heads)


def receipt_of_entry(r: Reader, entry_id: int) -> ReceiptRow | None:
    """The receipt of an entry. Reads only."""
    found = receipts(r, _R.entry_id == entry_id)
    return found[0] if found else None


def receipts_of_member(r: Reader, member_id: int) -> tuple[ReceiptRow, ...]:
    """A member's receipts, oldest first. Reads only."""
    return receipts(r, _R.member_id == member_id)


def receipts_between(r: Reader, first: date, last: date) -> tuple[ReceiptRow, ...]:
    """Receipts dated first…last, by number. Reads only."""
    return receipts(r, _R.date.between(first, last))


def receipts_of_rounds(r: Reader, round_ids: Sequence[int]) -> tuple[ReceiptRow, ...]:
    """Receipts of collection rounds, by number. Reads only."""
    wanted = sa.select(t.entry.c.id).where(t.entry.c.round_id.in_(list(round_ids)))
    return receipts(r, _R.entry_id.in_(wanted))


def vouchers(r: Reader, condition: sa.ColumnElement[bool]) -> tuple[VoucherRow, ...]:
    """Vouchers that meet a condition, by number. Reads only."""
    rows = r.rows(
        sa.select(
            _V.id,
            _V.fiscal_year,
            _V.number,
            _V.date,
            _V.entry_id,
            _V.payee,
            _V.member_id,
            _V.amount_satang,
            sa.func.coalesce(_V.note, ""),
            _REVERSAL.c.id,
        )
        .outerjoin(_REVERSAL, _REVERSAL.c.reverses_id == _V.entry_id)
        .where(condition)
        .order_by(_V.fiscal_year, _V.number)
    )
    return tuple(VoucherRow(*row) for row in rows)


def vouchers_between(r: Reader, first: date, last: date) -> tuple[VoucherRow, ...]:
    """Vouchers dated first…last, by number. Reads only."""
    return vouchers(r, _V.date.between(first, last))


def voucher_of_entry(r: Reader, entry_id: int) -> VoucherRow | None:
    """The voucher of an entry. Reads only."""
    found = vouchers(r, _V.entry_id == entry_id)
    return found[0] if found else None


def _receipt(head: Sequence[Any], lines: dict[int, list[ReceiptLine]]) -> ReceiptRow:
    columns = [*head, tuple(lines.get(head[0], ()))]
    return ReceiptRow(*columns)
