"""A meeting decides a claim: what was shown is what is stored."""

from __future__ import annotations

from dataclasses import dataclass

from wangfund.domain.eligibility.assessment import Result
from wangfund.domain.errors import NotFound, Refused
from wangfund.domain.rulebook.model import Benefit, Heir
from wangfund.store.books import Books, Reader
from wangfund.store.claims import (
    ClaimRow,
    claim_by_id,
    insert_decision,
    set_claim,
)
from wangfund.store.members import member_by_id
from wangfund.usecases.claim_facts import AssessedClaim, assess_facts, told_facts
from wangfund.usecases.claim_record import as_json, assessment_record
from wangfund.usecases.end_membership import end


@dataclass(frozen=True, slots=True)
class DecideClaim:
    """The meeting's word on a claim."""

    claim_id: int
    resolution: str


_STATES = {Result.PAY: "approved", Result.REFUSE: "refused", Result.PENDING: "pending"}


def decide_claim(books: Books, command: DecideClaim, who: str = "") -> AssessedClaim:
    """Store what was decided: the findings as shown, the version of the event's day, the resolution. Writes.

    Raises:
        NotFound: CLAIM_UNKNOWN.
        Refused: RESOLUTION_MISSING, CLAIM_ALREADY_DECIDED.
    """
    if not command.resolution.strip():
        raise Refused("RESOLUTION_MISSING", {"act": "claim.decided"})
    with books.write("claim.decided", who) as w:
        row = claim_of(w, command.claim_id)
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
        if answer.result is Result.PAY and ends_membership(assessed.benefit) and m.ended_on is None:
            end(w, m, "died", assessed.claim.event, command.resolution.strip())
        w.facts.update(claim=row.number, result=str(answer.result), reason=answer.reason)
        w.commit()
    return assessed


def ends_membership(benefit: Benefit | None) -> bool:
    """Whether an event of this benefit is the member's death: it is paid to her heir."""
    return benefit is not None and benefit.heir is Heir.NAMED


def claim_of(r: Reader, claim_id: int) -> ClaimRow:
    """The claim with an id. Reads only.

    Raises:
        NotFound: CLAIM_UNKNOWN.
    """
    row = claim_by_id(r, claim_id)
    if row is None:
        raise NotFound("CLAIM_UNKNOWN", {"claim": claim_id})
    return row
