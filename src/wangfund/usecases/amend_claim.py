"""A claim that waits is put right: papers that came, a day mistyped. Its number and the day it was asked for stay."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from wangfund.domain.errors import Refused
from wangfund.store.books import Books
from wangfund.store.claims import set_claim
from wangfund.store.members import member_by_id
from wangfund.usecases.claim_facts import AssessedClaim, assess_facts
from wangfund.usecases.decide_claim import claim_of


@dataclass(frozen=True, slots=True)
class AmendClaim:
    """The claim, its benefit and the facts as they are now (JSON values, money in baht)."""

    claim_id: int
    benefit: str
    facts: Mapping[str, object]


def amend_claim(books: Books, command: AmendClaim, who: str = "") -> AssessedClaim:
    """Put other facts in place of those told before; what was decided about the claim earlier stays written. Writes.

    Raises:
        NotFound: CLAIM_UNKNOWN.
        Refused: CLAIM_ALREADY_DECIDED (approved, refused, paid or withdrawn), FACTS_INVALID with findings,
            BENEFIT_UNKNOWN.
    """
    with books.write("claim.amended", who) as w:
        row = claim_of(w, command.claim_id)
        if row.state not in {"requested", "pending"}:
            raise Refused("CLAIM_ALREADY_DECIDED", {"claim": row.number, "state": row.state})
        m = member_by_id(w, row.member_id)
        assessed = assess_facts(w, m, command.benefit, command.facts, row.claimed_on, but=row.id)
        set_claim(
            w,
            row.id,
            benefit=command.benefit,
            facts=json.dumps(dict(command.facts), ensure_ascii=False, sort_keys=True, default=str),
            event_on=assessed.claim.event,
            once_key=assessed.once_key,
        )
        w.facts.update(claim=row.number, benefit=command.benefit)
        w.commit()
    return assessed
