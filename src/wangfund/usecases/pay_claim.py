"""Paying a decided claim: one entry with the set-off in it, a voucher, a receipt for what was set off."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date

from wangfund.domain import accounts, ledger
from wangfund.domain.eligibility.assessment import NO_SET_OFF, SetOff
from wangfund.domain.eligibility.set_off import set_off
from wangfund.domain.errors import Refused, Values
from wangfund.domain.posting import Coverage, Entry, Numbered, Posting, Receipt, ReceiptLine, Voucher
from wangfund.domain.rulebook.model import Benefit
from wangfund.store.books import Books, Reader, Writer
from wangfund.store.claims import (
    ClaimRow,
    claims_in_state,
    insert_payment,
    paid_of_claims,
    payments_of_claim,
    set_claim,
)
from wangfund.store.ledger import current_balances
from wangfund.store.members import MemberRow, member_by_id
from wangfund.thai.names import same_person
from wangfund.usecases.approval import approved_too
from wangfund.usecases.claim_facts import assess_facts, told_facts
from wangfund.usecases.decide_claim import claim_of, ends_membership
from wangfund.usecases.desk import Desk, desk_on
from wangfund.usecases.heir_shares import share_to_pay
from wangfund.usecases.money_held import require_cash_limit, require_money
from wangfund.usecases.open_months import require_open
from wangfund.usecases.rules_in_force import all_rulebooks

_TREASURER = "เหรัญญิก"


@dataclass(frozen=True, slots=True)
class PayClaim:
    """Pay a decided claim out of the cash box or a bank; `payee` "" is whom the decision means.

    `share` is the heir's place in the resolution, from 1; 0 where no heirs were named by one. `slip` is the number of
    the transfer or withdrawal, `payer` who hands the money over ("": who is at the desk, else the treasurer), `proxy`
    who fetches it for the payee and `proxy_papers` what she showed. `reason` is why the one who approved pays as well.
    """

    claim_id: int
    out_of: str
    on: date
    payee: str = ""
    share: int = 0
    slip: str = ""
    payer: str = ""
    proxy: str = ""
    proxy_papers: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ClaimPaid:
    """The entry and voucher of a paid claim, and the receipt of what was set off (None: nothing was)."""

    entry_id: int
    voucher: Numbered
    receipt: Numbered | None
    setoff_satang: int
    net_satang: int


def pay_claim(books: Books, command: PayClaim, who: str = "") -> ClaimPaid:
    """Pay a decided claim: one entry with the set-off in it, a voucher, and a receipt for what was set off. Writes.

    The decided gross never changes; the set-off is worked out again, without months paid meanwhile (9.11 rule 9).
    Heirs named by a resolution are paid one share at a time, each with a voucher of her own; the set-off is taken with
    the first share and all share what is left. The claim is paid when the last share is.

    Raises:
        NotFound: CLAIM_UNKNOWN, PLACE_UNKNOWN.
        Refused: CLAIM_NOT_APPROVED, CLAIM_ALREADY_PAID, PAID_BEFORE_EVENT, PAID_BEFORE_DECISION,
            PAYEE_MISSING, PAYEE_CHANGED, PROXY_WITHOUT_PAPERS, APPROVER_PAYS, POOL_SHORT, MONEY_SHORT, CASH_LIMIT_EXCEEDED, SHARE_NOT_NAMED,
            SHARE_PAID, PERIOD_CLOSED and its like.
    """
    if command.proxy.strip() and not command.proxy_papers.strip():
        raise Refused("PROXY_WITHOUT_PAPERS", {"proxy": command.proxy.strip()})
    with books.write("claim.paid", who) as w:
        require_open(w, command.on, books.clock.today())
        row = claim_of(w, command.claim_id)
        if row.state == "paid":
            raise Refused("CLAIM_ALREADY_PAID", {"claim": row.number})
        if row.state != "approved":
            raise Refused("CLAIM_NOT_APPROVED", {"claim": row.number, "state": row.state})
        if command.on < row.event_on:
            days: Values = {"event_on": row.event_on.isoformat(), "on": command.on.isoformat()}
            raise Refused("PAID_BEFORE_EVENT", {"claim": row.number, **days})
        if row.decided_on is not None and command.on < row.decided_on:
            days = {"decided_on": row.decided_on.isoformat(), "on": command.on.isoformat()}
            raise Refused("PAID_BEFORE_DECISION", {"claim": row.number, **days})
        m = member_by_id(w, row.member_id)
        desk = desk_on(w, command.on)
        by = next((book for book in all_rulebooks(w) if book.id == row.rulebook_id), None)
        assessed = assess_facts(w, m, row.benefit, told_facts(row), row.claimed_on, but=row.id, by=by)
        assert assessed.rulebook is not None and assessed.benefit is not None
        kept = set_off(
            assessed.rulebook.rules, assessed.benefit, row.gross_satang, assessed.claim, assessed.facts
        )
        share = share_to_pay(row, payments_of_claim(w, row.id), command.share, kept.amount_satang)
        if not share.takes_setoff:
            kept = NO_SET_OFF
        out_of = desk.place(command.out_of)
        _can_pay(w, desk, row, share.gross_satang, share.gross_satang - kept.amount_satang, out_of)
        command = replace(command, payee=_payee(row, m, assessed.benefit, share.payee, command.payee))
        payer = command.payer.strip() or who.strip() or desk.profile.officer(_TREASURER)
        one_hand = approved_too(row.approver or "", payer)
        if one_hand and not command.reason.strip():
            raise Refused("APPROVER_PAYS", {"claim": row.number, "payer": payer})
        posting = _posting(
            desk, assessed.member, row, assessed.benefit, kept, out_of, command, share.gross_satang
        )
        (posted,) = desk.post(w, [posting])
        assert posting.voucher is not None and posted.voucher is not None
        insert_payment(
            w,
            {
                "claim_id": row.id,
                "share_no": share.number,
                "payee": posting.voucher.payee,
                "gross_satang": share.gross_satang,
                "net_satang": posting.voucher.amount_satang,
                "entry_id": posted.entry_id,
                "payer": payer or None,
                "slip": command.slip.strip() or None,
                "proxy": command.proxy.strip() or None,
                "proxy_papers": command.proxy_papers.strip() if command.proxy.strip() else None,
                "one_hand_reason": command.reason.strip() if one_hand else None,
            },
        )
        if share.last:
            set_claim(w, row.id, state="paid")
        w.facts.update(claim=row.number, net_satang=posting.voucher.amount_satang)
        w.commit()
    return ClaimPaid(
        posted.entry_id, posted.voucher, posted.receipt, kept.amount_satang, posting.voucher.amount_satang
    )


def approved_ahead(r: Reader, row: ClaimRow) -> int:
    """Gross satang of claims decided earlier and not yet paid: they come first when a pool is short. Reads only."""
    key = (row.decided_on or row.claimed_on, row.id)
    waiting, given = claims_in_state(r, ("approved",)), paid_of_claims(r)
    return sum(
        c.gross_satang - given.get(c.id, (0, 0))[0]
        for c in waiting
        if c.id != row.id and (c.decided_on or c.claimed_on, c.id) < key
    )


def meant_payee(row: ClaimRow, m: MemberRow, benefit: Benefit | None) -> str:
    """Whom the decision of a claim without named heirs means, "" when nobody is known."""
    decided = str(json.loads(row.assessment).get("payee", "")) if row.assessment else ""
    by_death = ends_membership(benefit)
    if m.cause == "died" and not by_death and (not decided or same_person(decided, m.name)):
        # She died since: whatever was due to her is claimed by the heir (9.11 rule 8).
        return m.heir_name or ""
    return decided or ((m.heir_name or "") if by_death else m.name)


def _payee(row: ClaimRow, m: MemberRow, benefit: Benefit, heir: str, told: str) -> str:
    """Whom to pay; a name told at the payment may only say the same person again.

    Raises:
        Refused: PAYEE_MISSING, PAYEE_CHANGED.
    """
    meant = heir or meant_payee(row, m, benefit)
    told = " ".join(told.split())
    if told and not benefit.cash:
        # What is given in kind is paid to whoever sold it.
        return told
    if not meant:
        raise Refused("PAYEE_MISSING", {"claim": row.number})
    if told and not same_person(told, meant):
        raise Refused("PAYEE_CHANGED", {"claim": row.number, "payee": meant, "told": told})
    return meant


def _can_pay(w: Writer, desk: Desk, row: ClaimRow, gross_satang: int, net_satang: int, out_of: str) -> None:
    require_cash_limit(desk, out_of, net_satang)
    balances = current_balances(w)
    pool = desk.rulebook.rules.pools.benefits_from
    there = -sum(satang for (_, of), satang in balances.items() if of == pool)
    free = there - approved_ahead(w, row)
    if free < gross_satang:
        values: Values = {
            "pool": pool,
            "there_satang": there,
            "free_satang": free,
            "missing_satang": gross_satang - free,
        }
        raise Refused("POOL_SHORT", values)
    if net_satang:
        require_money(balances, out_of, net_satang)


def _posting(
    desk: Desk,
    m: MemberRow,
    row: ClaimRow,
    benefit: Benefit,
    kept: SetOff,
    out_of: str,
    command: PayClaim,
    gross_satang: int,
) -> Posting:
    payee = command.payee
    net = gross_satang - kept.amount_satang
    lines = ledger.benefit(
        out_of,
        accounts.welfare_account(benefit.codi_kind or 99),
        gross_satang,
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
