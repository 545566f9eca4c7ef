"""What each member of a village owes for a month, and the receipt a payment makes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wangfund.domain.dues.allocation import Allocation, allocate
from wangfund.domain.dues.amount_due import NOTHING_DUE, amount_due
from wangfund.domain.dues.coverage import Range, paid_through
from wangfund.domain.ledger import contribution as contribution_lines
from wangfund.domain.papers.collection_sheet import SheetRow
from wangfund.domain.posting import Coverage, Entry, Posting, Receipt, ReceiptLine
from wangfund.domain.rulebook.model import Contribution, Rulebook
from wangfund.store.books import Reader
from wangfund.store.coverage import coverage_of_many, credits_of
from wangfund.store.members import MemberRow
from wangfund.thai.period import Period
from wangfund.usecases.desk import Desk

Covered = dict[int, list[Range]]


def sheet_rows(
    r: Reader, members: Sequence[MemberRow], rules: Rulebook, month: Period
) -> tuple[tuple[SheetRow, ...], Covered, dict[int, int]]:
    """What a month's sheet asks of members, in their order; with their covered months and credits by spell. Reads only."""
    spells = [m.spell_id for m in members]
    covered = coverage_of_many(r, spells)
    standing = credits_of(r, spells)
    rows = tuple(
        _row(m, rules, month, covered.get(m.spell_id, []), standing.get(m.spell_id, 0)) for m in members
    )
    return rows, covered, standing


def _row(m: MemberRow, rules: Rulebook, month: Period, covered: list[Range], credit: int) -> SheetRow:
    due = NOTHING_DUE
    if m.coverage_known:
        due = amount_due(
            rules.contribution,
            m.cadence,
            Period.of(m.starts_on),
            covered,
            month,
            credit_satang=credit,
            membership=rules.membership,
        )
    return SheetRow(
        m.id,
        m.spell_id,
        m.member_no,
        m.name,
        m.house_no or "",
        due.arrears_months,
        due.arrears_satang,
        due.current_satang,
        due.credit_satang,
        due.total_satang,
        m.cadence,
        m.coverage_known,
    )


def payment_posting(
    desk: Desk,
    m: MemberRow,
    amount_satang: int,
    covered: Sequence[Range],
    credit_satang: int,
    on: date,
    into: str,
    *,
    cadence: str | None = None,
    round_id: int | None = None,
    fee_satang: int = 0,
) -> Posting:
    """The posting of a member's payment: entry, receipt that says which months it covers, and the coverage.

    `fee_satang` is an entry fee paid beside the contribution. An amount of 0 with a fee is only the fee.

    Raises:
        Refused: what allocate() refuses.
    """
    rules = desk.rulebook.rules.contribution
    start = Period.of(m.starts_on)
    done = (
        allocate(amount_satang, start, covered, rules, credit_satang=credit_satang, cadence=cadence)
        if amount_satang
        else Allocation((), 0, credit_satang, ())
    )
    lines: list[ReceiptLine] = [ReceiptLine("entry_fee", fee_satang)] if fee_satang else []
    if amount_satang:
        lines.extend(contribution_receipt_lines(done, amount_satang, Period.of(on), rules))
    receipt = Receipt(
        m.name,
        amount_satang + fee_satang,
        tuple(lines),
        m.id,
        m.spell_id,
        done.credit_after_satang - credit_satang,
        done.ranges[-1][1] if done.ranges else paid_through(covered),
    )
    entry = Entry(
        on,
        "contribution",
        contribution_lines(
            into, amount_satang, desk.shares("member_contribution"), fee_satang, desk.shares("entry_fee")
        ),
        member_id=m.id,
        round_id=round_id,
    )
    coverage = tuple(Coverage(m.spell_id, first, last, "payment", on) for first, last in done.ranges)
    return Posting(entry, receipt, None, coverage)


def contribution_receipt_lines(
    done: Allocation, amount_satang: int, month: Period, rules: Contribution
) -> tuple[ReceiptLine, ...]:
    """The receipt's lines: one per run of months; what covers no month is a part payment.

    Months before that of the payment are owed ones and stand on their own line when each cost one month's price.
    """
    if not done.ranges:
        return (ReceiptLine("part_payment", amount_satang),)
    lines: list[ReceiptLine] = []
    left, price = amount_satang, rules.month_price_satang
    for at, (first, last) in enumerate(done.ranges):
        months = first.months_until(last) + 1
        owed = max(0, min(first.months_until(month), months))
        start = first
        if owed and owed < months and owed * price < left:
            start = first.plus(owed)
            lines.append(ReceiptLine("contribution", owed * price, first, start.plus(-1)))
            left -= owed * price
        rest = start.months_until(last) + 1
        part = left if at == len(done.ranges) - 1 else min(left, rest * price)
        lines.append(ReceiptLine("contribution", part, start, last))
        left -= part
    return tuple(line for line in lines if line.amount_satang)
