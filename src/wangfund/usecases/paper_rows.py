"""Receipts and vouchers as they are to be printed, with everything the paper says."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from wangfund.domain import accounts
from wangfund.domain.eligibility.told_fact import EVENT
from wangfund.domain.fingerprint import check_code
from wangfund.domain.papers.receipt_paper import ReceiptPaper
from wangfund.domain.papers.voucher_paper import VoucherLine, VoucherPaper
from wangfund.domain.rulebook.model import BETWEEN
from wangfund.store.books import Books, Reader
from wangfund.store.claims import ClaimRow, PaymentRow, claim_by_id, payment_of_entry
from wangfund.store.digest import row_digests
from wangfund.store.ledger import EntryRow, entry_row
from wangfund.store.members import MemberRow, member_by_id
from wangfund.store.receipts import (
    ReceiptRow,
    VoucherRow,
    receipt_of_entry,
    receipts_between,
    receipts_of_member,
    vouchers_between,
)
from wangfund.thai.dates import parse_civil_date
from wangfund.thai.national_id import mask_id
from wangfund.usecases.approval import COMMITTEE, names_of
from wangfund.usecases.claim_facts import told_facts
from wangfund.usecases.desk import Desk, desk_on
from wangfund.usecases.heir_shares import heirs_of
from wangfund.usecases.rules_in_force import all_rulebooks
from wangfund.usecases.take_payment import find_member


def member_receipts(books: Books, member_no: str) -> tuple[ReceiptPaper, ...]:
    """A member's receipts, oldest first. Reads only.

    Raises:
        NotFound: MEMBER_UNKNOWN.
    """
    with books.read() as r:
        m = find_member(r, member_no)
        return _receipts(r, desk_on(r, books.clock.today()), receipts_of_member(r, m.id))


def receipts_dated(books: Books, first: date, last: date, moo: int | None = None) -> tuple[ReceiptPaper, ...]:
    """The receipts of some days, by number; of one village's members when `moo` is given. Reads only."""
    with books.read() as r:
        papers = _receipts(r, desk_on(r, books.clock.today()), receipts_between(r, first, last))
    return papers if moo is None else tuple(p for p in papers if p.moo == moo)


def vouchers_dated(books: Books, first: date, last: date) -> tuple[VoucherPaper, ...]:
    """The vouchers of some days, by number. Reads only."""
    with books.read() as r:
        desk = desk_on(r, books.clock.today())
        rows = vouchers_between(r, first, last)
        digests = row_digests(r.connection, "voucher", [row.id for row in rows]) if rows else {}
        return tuple(_voucher(r, desk, row, check_code(digests[row.id])) for row in rows)


def _receipts(r: Reader, desk: Desk, rows: Sequence[ReceiptRow]) -> tuple[ReceiptPaper, ...]:
    digests = row_digests(r.connection, "receipt", [row.id for row in rows]) if rows else {}
    people: dict[int, MemberRow] = {}
    for row in rows:
        if row.member_id is not None and row.member_id not in people:
            people[row.member_id] = member_by_id(r, row.member_id)
    names = {v.moo: v.name for v in desk.profile.villages}
    treasurer = desk.profile.officer("เหรัญญิก")
    papers = []
    for row in rows:
        m = people.get(row.member_id or 0)
        reversal = entry_row(r, row.voided_by) if row.voided_by is not None else None
        papers.append(
            ReceiptPaper(
                desk.head,
                row.fiscal_year,
                row.number,
                row.book,
                row.leaf,
                row.date,
                row.payer,
                m.member_no if m else "",
                (m.house_no or "") if m else "",
                m.moo if m else 0,
                names.get(m.moo, "") if m else "",
                row.lines,
                row.amount_satang,
                row.paid_through,
                check_code(digests[row.id]),
                treasurer,
                "treasurer",
                row.voided_by is not None,
                reversal.reason if reversal else "",
                row_id=row.id,
            )
        )
    return tuple(papers)


def _voucher(r: Reader, desk: Desk, row: VoucherRow, code: str) -> VoucherPaper:
    entry = entry_row(r, row.entry_id)
    assert entry is not None
    m = member_by_id(r, row.member_id) if row.member_id is not None else None
    payment = payment_of_entry(r, row.entry_id)
    claim = claim_by_id(r, payment.claim_id) if payment is not None else None
    out_of = next((line.account for line in entry.lines if accounts.is_money(line.account)), "")
    pool = next((line.pool for line in entry.lines if line.pool and line.debit_satang), "") or ""
    limits = desk.rulebook.rules.limits
    by_committee = claim is not None and _by_committee(claim, limits.approval_limit_satang)
    reversal = entry_row(r, row.voided_by) if row.voided_by is not None else None
    return VoucherPaper(
        desk.head,
        row.fiscal_year,
        row.number,
        row.date,
        row.payee,
        m.member_no if m else "",
        (m.house_no or "") if m else "",
        m.moo if m else 0,
        next((v.name for v in desk.profile.villages if m and v.moo == m.moo), ""),
        mask_id(m.national_id) if m and m.national_id and m.name == row.payee else "",
        next((name for _, name, account in desk.banks if account == out_of), ""),
        out_of,
        pool,
        _lines(r, entry, row, claim, payment),
        row.amount_satang,
        _steps(claim, payment),
        claim.fiscal_year if claim else 0,
        claim.number if claim else 0,
        _version(r, claim),
        entry.resolution,
        (payment.payer if payment is not None else None) or desk.profile.officer("เหรัญญิก"),
        limits.committee_signatures if by_committee else 0,
        code,
        row.voided_by is not None,
        reversal.reason if reversal else "",
        row_id=row.id,
        slip=(payment.slip or "") if payment is not None else "",
        proxy=(payment.proxy or "") if payment is not None else "",
        proxy_papers=(payment.proxy_papers or "") if payment is not None else "",
        approver_names=names_of(claim.approver or "") if claim is not None else (),
        one_hand_reason=(payment.one_hand_reason or "") if payment is not None else "",
    )


def _by_committee(claim: ClaimRow, limit_satang: int) -> bool:
    """Whether the village committee approved; of decisions that do not say it, by the limit."""
    told = json.loads(claim.assessment) if claim.assessment else {}
    if "by" in told:
        return bool(told["by"] == COMMITTEE)
    return claim.gross_satang <= limit_satang


def _lines(
    r: Reader, entry: EntryRow, row: VoucherRow, claim: ClaimRow | None, payment: PaymentRow | None
) -> tuple[VoucherLine, ...]:
    if claim is None or payment is None:
        account = next((line.account for line in entry.lines if line.debit_satang), "")
        return (VoucherLine("account:" + account, row.note, row.amount_satang),)
    m = member_by_id(r, claim.member_id)
    # Paid to an heir: the paper names the member whose benefit it is.
    words = row.note if m.name == row.payee else f"{row.note} {m.name}"
    heirs = heirs_of(claim)
    share = (("share", payment.share_no), ("shares", len(heirs))) if heirs else ()
    values = (("units", claim.units), *share, *_days(r, claim))
    lines = [VoucherLine("benefit", words, payment.gross_satang, values=values)]
    receipt = receipt_of_entry(r, entry.id)
    if receipt is not None:
        place = (("book", receipt.book), ("leaf", receipt.leaf))
        lines += [
            VoucherLine("setoff", "", -part.amount_satang, part.first_month, part.last_month, place)
            for part in receipt.lines
        ]
    return tuple(lines)


def _days(r: Reader, claim: ClaimRow) -> tuple[tuple[str, str], ...]:
    """The event's day, with the day it began where the benefit counts what lies between."""
    books = (book for book in all_rulebooks(r) if book.id == claim.rulebook_id)
    benefit = next((book.rules.benefit(claim.benefit) for book in books), None)
    told = told_facts(claim)
    between = [word for word in benefit.facts if word.type in BETWEEN] if benefit is not None else []
    since = next((told.get(word.since) for word in between if word.until == EVENT), None)
    began = parse_civil_date(str(since)).isoformat() if since is not None else ""
    return (("event", claim.event_on.isoformat()), ("since", began))


def _steps(claim: ClaimRow | None, payment: PaymentRow | None) -> tuple[VoucherLine, ...]:
    if claim is None or claim.assessment is None or payment is None:
        return ()
    record = json.loads(claim.assessment)
    steps = [
        VoucherLine(
            "step:" + step["code"],
            step["clause"],
            step["amount_satang"],
            values=tuple(sorted(step["values"].items())),
        )
        for step in record["steps"]
    ]
    heirs = heirs_of(claim)
    if heirs:
        own = heirs[payment.share_no - 1].parts
        values = (("parts", own), ("all_parts", sum(heir.parts for heir in heirs)))
        rest = payment.net_satang - sum(step.amount_satang for step in steps)
        return (*steps, VoucherLine("step:HEIR_SHARE", "", rest, values=values))
    # What is owed is worked out again at the payment: months paid since are not set off.
    kept = payment.gross_satang - payment.net_satang
    if kept != claim.setoff_satang:
        clause = next((step.words for step in steps if step.code == "step:SET_OFF"), "")
        steps = [step for step in steps if step.code != "step:SET_OFF"]
        if kept:
            steps.append(VoucherLine("step:SET_OFF_NOW", clause, -kept))
    return tuple(steps)


def _version(r: Reader, claim: ClaimRow | None) -> int:
    if claim is None or claim.rulebook_id is None:
        return 0
    return next((book.rules.version for book in all_rulebooks(r) if book.id == claim.rulebook_id), 0)
