"""One claim on its way: what was told, what is said to it or was decided, what was paid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from wangfund.domain.eligibility.assessment import Assessment, Result
from wangfund.domain.eligibility.told_fact import (
    MISSING_PAPERS,
    PAYEE,
    PAYEE_IS_HEIR,
    ToldFact,
    told_facts_of,
)
from wangfund.domain.errors import Refused
from wangfund.store.books import Books, Reader
from wangfund.store.claims import ClaimRow, payments_of_claim
from wangfund.store.members import MemberRow, member_by_id
from wangfund.store.receipts import voucher_of_entry
from wangfund.usecases.claim_answer import ClaimAnswer, Event, answer_facts, answer_of
from wangfund.usecases.claim_facts import told_facts
from wangfund.usecases.claim_recall import recalled
from wangfund.usecases.decide_claim import claim_of, ends_membership
from wangfund.usecases.heir_shares import ShareLine, share_lines
from wangfund.usecases.pay_claim import meant_payee
from wangfund.usecases.rules_in_force import AdoptedRulebook, all_rulebooks

UNDECIDED = frozenset({"requested", "pending"})
WAITS = frozenset({"DOC_MISSING", "HEIR_RESOLUTION", "FACT_MISSING"})
"""Reasons for which a claim waits for somebody to bring something."""


@dataclass(frozen=True, slots=True)
class SharePaid:
    """A payment of a claim: its voucher, who was paid and how much; `taken_back` when the entry was reversed."""

    entry_id: int
    voucher_id: int
    voucher_year: int
    voucher_number: int
    date: date
    payee: str
    net_satang: int
    setoff_satang: int
    taken_back: bool
    share: int = 1


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim. `answer` is the decision as it was stored, or while it waits what would be decided now.

    `payee` is who fetches the money as far as known, `payee_told` the name the request gave ("": nobody named).
    `ends_membership`: deciding to pay it ends the member's spell. `shares` are those of heirs a resolution named.
    `last_day`: while it waits for papers or heirs, the last day on which it may be asked for.
    """

    id: int
    fiscal_year: int
    number: int
    state: str
    told: Mapping[str, object]
    facts: tuple[ToldFact, ...]
    missing_papers: tuple[str, ...]
    payee: str
    payee_told: str
    payee_is_heir: bool
    answer: ClaimAnswer
    stored: bool
    resolution: str
    decided_on: date | None
    ends_membership: bool
    payments: tuple[SharePaid, ...]
    shares: tuple[ShareLine, ...] = ()
    last_day: date | None = None


def last_day_of(reason: str, state: str, event_on: date, deadline_days: int | None) -> date | None:
    """The last day of a claim that waits for something to be brought; None where nothing is counted down."""
    if state not in UNDECIDED or reason not in WAITS or deadline_days is None:
        return None
    return event_on + timedelta(days=deadline_days)


def claim_view(books: Books, claim_id: int) -> ClaimView:
    """One claim as it stands. Reads only.

    Raises:
        NotFound: CLAIM_UNKNOWN.
    """
    with books.read() as r:
        return claim_seen(r, claim_id)


def claim_seen(r: Reader, claim_id: int) -> ClaimView:
    """One claim as it stands, in a block that is read already. Reads only.

    Raises:
        NotFound: CLAIM_UNKNOWN.
    """
    row = claim_of(r, claim_id)
    m = member_by_id(r, row.member_id)
    told = told_facts(row)
    stored = row.assessment is not None and row.state not in UNDECIDED
    answer = _stored(r, m, row) if stored else _now(r, m, row, told)
    ends = ends_membership(answer.benefit)
    named = told.get(PAYEE)
    papers = told.get(MISSING_PAPERS)
    to_heir = ends or m.cause == "died"
    return ClaimView(
        row.id,
        row.fiscal_year,
        row.number,
        row.state,
        told,
        told_facts_of(answer.benefit, told),
        tuple(str(paper) for paper in papers) if isinstance(papers, list) else (),
        meant_payee(row, m, answer.benefit)
        if row.state == "approved"
        else str(named)
        if named
        else (m.heir_name or "")
        if to_heir
        else m.name,
        str(named) if named else "",
        told.get(PAYEE_IS_HEIR) is not False,
        answer,
        stored,
        row.resolution or "",
        row.decided_on,
        ends and m.ended_on is None,
        _payments(r, row),
        share_lines(row, payments_of_claim(r, row.id), answer.assessment.setoff_satang),
        last_day_of(
            answer.assessment.reason,
            row.state,
            row.event_on,
            None if answer.benefit is None else answer.benefit.deadline_days,
        ),
    )


def _stored(r: Reader, m: MemberRow, row: ClaimRow) -> ClaimAnswer:
    assert row.assessment is not None
    book = _book_by_id(r, row.rulebook_id)
    benefit = None if book is None else book.rules.benefit(row.benefit)
    event = Event(row.benefit, row.event_on, row.claimed_on)
    return answer_of(r, m, benefit, book, event, recalled(row.assessment), row.id)


def _now(r: Reader, m: MemberRow, row: ClaimRow, told: Mapping[str, object]) -> ClaimAnswer:
    try:
        return answer_facts(r, m, row.benefit, told, row.claimed_on, but=row.id)
    except Refused as error:
        # Rules adopted since may ask for other facts; the claim stays to be looked at, mended or taken back.
        answer = Assessment(Result.PENDING, error.code, findings=error.findings)
        event = Event(row.benefit, row.event_on, row.claimed_on)
        book = next((one for one in reversed(all_rulebooks(r)) if one.rules.benefit(row.benefit)), None)
        benefit = None if book is None else book.rules.benefit(row.benefit)
        return answer_of(r, m, benefit, None, event, answer, row.id)


def _book_by_id(r: Reader, rulebook_id: int | None) -> AdoptedRulebook | None:
    return next((book for book in all_rulebooks(r) if book.id == rulebook_id), None)


def _payments(r: Reader, row: ClaimRow) -> tuple[SharePaid, ...]:
    found = []
    for paid in payments_of_claim(r, row.id):
        voucher = voucher_of_entry(r, paid.entry_id)
        assert voucher is not None
        found.append(
            SharePaid(
                paid.entry_id,
                voucher.id,
                voucher.fiscal_year,
                voucher.number,
                paid.paid_on,
                paid.payee,
                paid.net_satang,
                paid.gross_satang - paid.net_satang,
                paid.reversed_by is not None,
                paid.share_no,
            )
        )
    return tuple(found)
