"""The one gate into the books: entries with lines, receipts, vouchers and coverage, numbered and posted in bulk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from wangfund.domain.fiscal_year import fiscal_year
from wangfund.domain.posting import Coverage, Numbered, Posted, Posting, Receipt, Voucher
from wangfund.store import tables as t
from wangfund.store.books import Writer
from wangfund.thai.period import Period

_POST = (
    sa.update(t.entry)
    .where(t.entry.c.id.between(sa.bindparam("low"), sa.bindparam("high")))
    .values(state="posted")
)
_RECEIPT_LAST = sa.select(sa.func.coalesce(sa.func.max(t.receipt.c.number), 0)).where(
    t.receipt.c.fiscal_year == sa.bindparam("year")
)
_VOUCHER_LAST = sa.select(sa.func.coalesce(sa.func.max(t.voucher.c.number), 0)).where(
    t.voucher.c.fiscal_year == sa.bindparam("year")
)


def post(
    w: Writer, postings: Sequence[Posting], year_starts: int, leaves_per_book: int
) -> tuple[Posted, ...]:
    """Write postings and post them, in order; one result per posting. Writes.

    Numbers run without holes within each fiscal year of the entry's date (9.11 rule 14). The file's guards refuse
    an entry that does not balance or falls into a closed month.
    """
    if not postings:
        return ()
    first = w.next_id(t.entry)
    w.insert(t.entry, [_entry_row(first + at, posting) for at, posting in enumerate(postings)])
    w.insert(t.line, [row for at, posting in enumerate(postings) for row in _line_rows(first + at, posting)])
    w.change(_POST, {"low": first, "high": first + len(postings) - 1})
    receipts = _write_receipts(w, postings, first, year_starts, leaves_per_book)
    vouchers = _write_vouchers(w, postings, first, year_starts)
    write_coverage(w, [(first + at, c) for at, posting in enumerate(postings) for c in posting.coverage])
    return tuple(Posted(first + at, receipts.get(at), vouchers.get(at)) for at in range(len(postings)))


def write_coverage(w: Writer, coverage: Sequence[tuple[int | None, Coverage]]) -> None:
    """Write covered months, each with the entry whose money covers it (None for those without money). Writes."""
    if not coverage:
        return
    first = w.next_id(t.coverage)
    w.insert(
        t.coverage,
        [
            {
                "id": first + at,
                "spell_id": c.spell_id,
                "first_month": c.first_month,
                "last_month": c.last_month,
                "kind": c.kind,
                "covered_on": c.covered_on,
                "entry_id": entry_id,
                "resolution": c.resolution or None,
                "reversed_by": None,
            }
            for at, (entry_id, c) in enumerate(coverage)
        ],
    )


def _entry_row(entry_id: int, posting: Posting) -> dict[str, Any]:
    entry = posting.entry
    return {
        "id": entry_id,
        "date": entry.date,
        "month": Period.of(entry.date),
        "kind": entry.kind,
        "state": "draft",
        "who": entry.who or None,
        "note": entry.note or None,
        "resolution": entry.resolution or None,
        "member_id": entry.member_id,
        "round_id": entry.round_id,
        "reverses_id": entry.reverses_id,
        "reason": entry.reason or None,
    }


def _line_rows(entry_id: int, posting: Posting) -> list[dict[str, Any]]:
    return [
        {
            "entry_id": entry_id,
            "line_no": number,
            "account": line.account,
            "pool": line.pool,
            "debit_satang": line.debit_satang,
            "credit_satang": line.credit_satang,
        }
        for number, line in enumerate(posting.entry.lines, start=1)
    ]


def _write_receipts(
    w: Writer, postings: Sequence[Posting], first: int, year_starts: int, leaves: int
) -> dict[int, Numbered]:
    numbered: dict[int, Numbered] = {}
    last: dict[int, int] = {}
    rows: list[dict[str, Any]] = []
    lines: list[dict[str, Any]] = []
    next_id = 0
    for at, posting in enumerate(postings):
        receipt = posting.receipt
        if receipt is None:
            continue
        next_id = next_id or w.next_id(t.receipt)
        year = fiscal_year(posting.entry.date, year_starts)
        if year not in last:
            last[year] = int(w.value(_RECEIPT_LAST, {"year": year}))
        last[year] += 1
        place = Numbered(
            next_id, year, last[year], (last[year] - 1) // leaves + 1, (last[year] - 1) % leaves + 1
        )
        next_id += 1
        numbered[at] = place
        rows.append(_receipt_row(place, first + at, posting, receipt))
        lines.extend(_receipt_line_rows(place.id, receipt))
    w.insert(t.receipt, rows)
    w.insert(t.receipt_line, lines)
    return numbered


def _receipt_row(place: Numbered, entry_id: int, posting: Posting, receipt: Receipt) -> dict[str, Any]:
    return {
        "id": place.id,
        "fiscal_year": place.fiscal_year,
        "number": place.number,
        "book": place.book,
        "leaf": place.leaf,
        "date": posting.entry.date,
        "entry_id": entry_id,
        "member_id": receipt.member_id,
        "spell_id": receipt.spell_id,
        "payer": receipt.payer,
        "amount_satang": receipt.amount_satang,
        "credit_satang": receipt.credit_satang,
        "paid_through": receipt.paid_through,
    }


def _receipt_line_rows(receipt_id: int, receipt: Receipt) -> list[dict[str, Any]]:
    return [
        {
            "receipt_id": receipt_id,
            "line_no": number,
            "kind": line.kind,
            "amount_satang": line.amount_satang,
            "first_month": line.first_month,
            "last_month": line.last_month,
            "note": line.note or None,
        }
        for number, line in enumerate(receipt.lines, start=1)
    ]


def _write_vouchers(
    w: Writer, postings: Sequence[Posting], first: int, year_starts: int
) -> dict[int, Numbered]:
    numbered: dict[int, Numbered] = {}
    last: dict[int, int] = {}
    rows: list[dict[str, Any]] = []
    for at, posting in enumerate(postings):
        voucher = posting.voucher
        if voucher is None:
            continue
        year = fiscal_year(posting.entry.date, year_starts)
        if year not in last:
            last[year] = int(w.value(_VOUCHER_LAST, {"year": year}))
        last[year] += 1
        place = Numbered(w.next_id(t.voucher) + len(rows), year, last[year])
        numbered[at] = place
        rows.append(_voucher_row(place, first + at, posting, voucher))
    w.insert(t.voucher, rows)
    return numbered


def _voucher_row(place: Numbered, entry_id: int, posting: Posting, voucher: Voucher) -> dict[str, Any]:
    return {
        "id": place.id,
        "fiscal_year": place.fiscal_year,
        "number": place.number,
        "date": posting.entry.date,
        "entry_id": entry_id,
        "payee": voucher.payee,
        "member_id": voucher.member_id,
        "amount_satang": voucher.amount_satang,
        "note": voucher.note or None,
    }
