"""Taking a claim back before it is paid: by the one who asked, or because it was entered or decided wrongly."""

from __future__ import annotations

from dataclasses import dataclass

from wangfund.domain.errors import Refused
from wangfund.store.books import Books
from wangfund.store.claims import paid_of_claims, set_claim
from wangfund.usecases.decide_claim import claim_of


@dataclass(frozen=True, slots=True)
class WithdrawClaim:
    """The claim to take back and why."""

    claim_id: int
    reason: str


def withdraw_claim(books: Books, command: WithdrawClaim, who: str = "") -> int:
    """Take a claim back; its number stays, its room is free again. Gives its number. Writes.

    Raises:
        NotFound: CLAIM_UNKNOWN.
        Refused: REASON_MISSING, CLAIM_STAYS (paid, refused, reversed or withdrawn already), CLAIM_PART_PAID (an
            heir has her share: it is taken back first).
    """
    if not command.reason.strip():
        raise Refused("REASON_MISSING")
    with books.write("claim.withdrawn", who) as w:
        row = claim_of(w, command.claim_id)
        if row.state not in {"requested", "pending", "approved"}:
            raise Refused("CLAIM_STAYS", {"claim": row.number, "state": row.state})
        paid = paid_of_claims(w).get(row.id)
        if paid is not None:
            raise Refused("CLAIM_PART_PAID", {"claim": row.number, "net_satang": paid[1]})
        set_claim(w, row.id, state="withdrawn")
        w.facts.update(claim=row.number, reason=command.reason.strip())
        w.commit()
    return row.number
