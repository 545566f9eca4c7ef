"""A claim's life: assessed, asked for, decided by resolution, paid with a voucher."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wangfund.domain import accounts, ledger
from wangfund.domain.eligibility.assessment import Result, SetOff
from wangfund.domain.eligibility.set_off import set_off
from wangfund.domain.errors import NotFound, Refused, Values
from wangfund.domain.fiscal_year import fiscal_year
from wangfund.domain.posting import Coverage, Entry, Numbered, Posting, Receipt, ReceiptLine, Voucher
from wangfund.domain.rulebook.model import Benefit, Heir
from wangfund.store.books import Books, Reader, Writer
from wangfund.store.claims import (
    ClaimRow,
    claim_by_id,
    claims_in_state,
    insert_claim,
    insert_decision,
    insert_payment,
    set_claim,
)
from wangfund.store.ledger import current_balances
from wangfund.store.members import MemberRow, member_by_id
from wangfund.usecases.claim_facts import AssessedClaim, assess_facts, told_facts
from wangfund.usecases.claim_record import as_json, assessment_record
from wangfund.usecases.desk import Desk, desk_on
from wangfund.usecases.end_membership import end
from wangfund.usecases.open_months import require_open
from wangfund.usecases.other_money import require_money
from wangfund.usecases.take_payment import find_member


@dataclass(frozen=True, slots=True)
class RequestClaim:
    """A claim as the clerk keys it: whose, which benefit, the facts told (JSON values, money in baht), when asked."""

    member_no: str
    benefit: str
    facts: Mapping[str, object]
    claimed_on: date


@dataclass(frozen=True, slots=True)
class DecideClaim:
    """The meeting's word on a claim."""

    claim_id: int
    resolution: str


@dataclass(frozen=True, slots=True)
class PayClaim:
    """Pay a decided claim out of the cash box or a bank; `payee` "" is the member, or her named heir."""

    claim_id: int
    out_of: str
    on: date
    payee: str = ""


@dataclass(frozen=True, slots=True)
class ClaimPaid:
    """The entry and voucher of a paid claim, and the receipt of what was set off (None: nothing was)."""

    entry_id: int
    voucher: Numbered
    receipt: Numbered | None
    setoff_satang: int
    net_satang: int


_STATES = {Result.PAY: "approved", Result.REFUSE: "refused", Result.PENDING: "pending"}


def assess_claim(books: Books, command: RequestClaim) -> AssessedClaim:
    """What the rules say to a claim, with every reason; changes nothing. Reads only.

    Raises:
        NotFound: MEMBER_UNKNOWN.
        Refused: FACTS_INVALID with findings, BENEFIT_UNKNOWN, DATE_IN_FUTURE.
    """
    _not_future(books, command.claimed_on)
    with books.read() as r:
        return assess_facts(
            r, find_member(r, command.member_no), command.benefit, command.facts, command.claimed_on
        )


def request_claim(books: Books, command: RequestClaim, who: str = "") -> tuple[int, AssessedClaim]:
    """Enter a claim under its number; gives its id and what the rules say. Writes.

    Raises:
        NotFound: MEMBER_UNKNOWN.
        Refused: FACTS_INVALID with findings, BENEFIT_UNKNOWN, DATE_IN_FUTURE.
    """
    _not_future(books, command.claimed_on)
    with books.write("claim.requested", who) as w:
        m = find_member(w, command.member_no)
        assessed = assess_facts(w, m, command.benefit, command.facts, command.claimed_on)
        desk = desk_on(w, command.claimed_on)
        claim_id, number = insert_claim(
            w,
            {
                "fiscal_year": fiscal_year(command.claimed_on, desk.profile.fiscal_year_starts),
                "member_id": m.id,
                "spell_id": m.spell_id,
                "benefit": command.benefit,
                "facts": json.dumps(dict(command.facts), ensure_ascii=False, sort_keys=True, default=str),
                "event_on": assessed.claim.event,
                "claimed_on": command.claimed_on,
                "once_key": assessed.once_key,
                "state": "requested",
            },
        )
        w.facts.update(claim=number, benefit=command.benefit)
        w.commit()
    return claim_id, assessed


def decide_claim(books: Books, command: DecideClaim, who: str = "") -> AssessedClaim:
    """Store what was decided: the findings as shown, the version of the event's day, the resolution. Writes.

    Raises:
        NotFound: CLAIM_UNKNOWN.
        Refused: RESOLUTION_MISSING, CLAIM_ALREADY_DECIDED.
    """
    if not command.resolution.strip():
        raise Refused("RESOLUTION_MISSING", {"act": "claim.decided"})
    with books.write("claim.decided", who) as w:
        row = _claim(w, command.claim_id)
        if row.state not in {"requested", "pending"}:
            raise Refused("CLAIM_ALREADY_DECIDED", {"claim": row.number, "state": row.state})
        m = member_by_id(w, row.member_id)
        assessed = assess_facts(w, m, row.benefit, told_facts(row), row.claimed_on, but=row.id)
        answer = assessed.assessment
        # The claim's state moves first: a key that is taken is refused by the file before anything is decided.
        set_claim(w, row.id, state=_STATES[answer.result])
        insert_decision(
            w,
            {
                "claim_id": row.id,
                "rulebook_id": None if assessed.rulebook is None else assessed.rulebook.id,
                "result": str(answer.result),
                "reason": answer.reason,
                "gross_satang": answer.gross_satang,
                "setoff_satang": answer.setoff_satang,
                "net_satang": answer.net_satang,
                "units": answer.units,
                "assessment": as_json(assessment_record(answer)),
                "resolution": command.resolution.strip(),
                "decided_on": books.clock.today(),
            },
        )
        if answer.result is Result.PAY and _ends_membership(assessed.benefit) and m.ended_on is None:
            end(w, m, "died", assessed.claim.event, command.resolution.strip())
        w.facts.update(claim=row.number, result=str(answer.result), reason=answer.reason)
        w.commit()
    return assessed


def pay_claim(books: Books, command: PayClaim, who: str = "") -> ClaimPaid:
    """Pay a decided claim: one entry with the set-off in it, a voucher, and a receipt for what was set off. Writes.

    The decided gross never changes; the set-off is worked out again, without months paid meanwhile (9.11 rule 9).

    Raises:
        NotFound: CLAIM_UNKNOWN, PLACE_UNKNOWN.
        Refused: CLAIM_NOT_APPROVED, CLAIM_ALREADY_PAID, PAYEE_MISSING, POOL_SHORT, MONEY_SHORT,
            CASH_LIMIT_EXCEEDED, PERIOD_CLOSED and its like.
    """
    with books.write("claim.paid", who) as w:
        require_open(w, command.on, books.clock.today())
        row = _claim(w, command.claim_id)
        if row.state == "paid":
            raise Refused("CLAIM_ALREADY_PAID", {"claim": row.number})
        if row.state != "approved":
            raise Refused("CLAIM_NOT_APPROVED", {"claim": row.number, "state": row.state})
        m = member_by_id(w, row.member_id)
        desk = desk_on(w, command.on)
        assessed = assess_facts(w, m, row.benefit, told_facts(row), row.claimed_on, but=row.id)
        assert assessed.rulebook is not None and assessed.benefit is not None
        kept = set_off(
            assessed.rulebook.rules, assessed.benefit, row.gross_satang, assessed.claim, assessed.facts
        )
        out_of = desk.place(command.out_of)
        _can_pay(w, desk, row, row.gross_satang - kept.amount_satang, out_of)
        posting = _posting(desk, m, row, assessed.benefit, kept, out_of, command)
        (posted,) = desk.post(w, [posting])
        assert posting.voucher is not None and posted.voucher is not None
        insert_payment(
            w,
            {
                "claim_id": row.id,
                "share_no": 1,
                "payee": posting.voucher.payee,
                "gross_satang": row.gross_satang,
                "net_satang": posting.voucher.amount_satang,
                "entry_id": posted.entry_id,
            },
        )
        set_claim(w, row.id, state="paid")
        w.facts.update(claim=row.number, net_satang=posting.voucher.amount_satang)
        w.commit()
    return ClaimPaid(
        posted.entry_id, posted.voucher, posted.receipt, kept.amount_satang, posting.voucher.amount_satang
    )


def approved_ahead(r: Reader, row: ClaimRow) -> int:
    """Gross satang of claims decided earlier and not yet paid: they come first when a pool is short. Reads only."""
    key = (row.decided_on or row.claimed_on, row.id)
    waiting = claims_in_state(r, ("approved",))
    return sum(
        c.gross_satang for c in waiting if c.id != row.id and (c.decided_on or c.claimed_on, c.id) < key
    )


def _can_pay(w: Writer, desk: Desk, row: ClaimRow, net_satang: int, out_of: str) -> None:
    limits = desk.rulebook.rules.limits
    if out_of == accounts.CASH and net_satang > limits.cash_payment_max_satang:
        limit = limits.cash_payment_max_satang
        raise Refused("CASH_LIMIT_EXCEEDED", {"net_satang": net_satang, "limit_satang": limit})
    balances = current_balances(w)
    pool = desk.rulebook.rules.pools.benefits_from
    there = -sum(satang for (_, of), satang in balances.items() if of == pool)
    free = there - approved_ahead(w, row)
    if free < row.gross_satang:
        values: Values = {
            "pool": pool,
            "there_satang": there,
            "free_satang": free,
            "missing_satang": row.gross_satang - free,
        }
        raise Refused("POOL_SHORT", values)
    if net_satang:
        require_money(balances, out_of, net_satang)


def _posting(
    desk: Desk, m: MemberRow, row: ClaimRow, benefit: Benefit, kept: SetOff, out_of: str, command: PayClaim
) -> Posting:
    payee = command.payee.strip() or (m.heir_name or "" if _ends_membership(benefit) else m.name)
    if not payee:
        raise Refused("PAYEE_MISSING", {"claim": row.number})
    net = row.gross_satang - kept.amount_satang
    lines = ledger.benefit(
        out_of,
        accounts.welfare_account(benefit.codi_kind or 99),
        row.gross_satang,
        kept.amount_satang,
        desk.rulebook.rules.pools.benefits_from,
        desk.shares("member_contribution"),
    )
    entry = Entry(command.on, "benefit", lines, who=payee, resolution=row.resolution or "", member_id=m.id)
    receipt = None
    coverage: tuple[Coverage, ...] = ()
    if kept.amount_satang:
        coverage = tuple(
            Coverage(m.spell_id, first, last, "setoff", command.on) for first, last in kept.ranges
        )
        setoff_lines = _setoff_lines(kept)
        through = kept.ranges[-1][1] if kept.ranges else None
        receipt = Receipt(
            m.name, kept.amount_satang, setoff_lines, m.id, m.spell_id, kept.credit_satang, through
        )
    voucher = Voucher(payee, net, m.id, benefit.name)
    return Posting(entry, receipt, voucher, coverage)


def _setoff_lines(kept: SetOff) -> tuple[ReceiptLine, ...]:
    if not kept.ranges:
        return (ReceiptLine("setoff", kept.amount_satang),)
    left = kept.amount_satang
    price = (kept.amount_satang - kept.credit_satang) // max(1, kept.months)
    lines = []
    for at, (first, last) in enumerate(kept.ranges):
        part = left if at == len(kept.ranges) - 1 else price * (first.months_until(last) + 1)
        lines.append(ReceiptLine("setoff", part, first, last))
        left -= part
    return tuple(lines)


def _ends_membership(benefit: Benefit | None) -> bool:
    return benefit is not None and benefit.heir is Heir.NAMED


def _claim(r: Reader, claim_id: int) -> ClaimRow:
    row = claim_by_id(r, claim_id)
    if row is None:
        raise NotFound("CLAIM_UNKNOWN", {"claim": claim_id})
    return row


def _not_future(books: Books, day: date) -> None:
    today = books.clock.today()
    if day > today:
        raise Refused("DATE_IN_FUTURE", {"date": day.isoformat(), "today": today.isoformat()})
