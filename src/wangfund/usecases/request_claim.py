"""A claim comes in: assessed, and entered under its number with what the rules say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wangfund.domain.errors import Refused
from wangfund.domain.fiscal_year import fiscal_year
from wangfund.store.books import Books
from wangfund.store.claims import (
    insert_claim,
)
from wangfund.usecases.claim_facts import AssessedClaim, assess_facts
from wangfund.usecases.desk import desk_on
from wangfund.usecases.take_payment import find_member


@dataclass(frozen=True, slots=True)
class RequestClaim:
    """A claim as the clerk keys it: whose, which benefit, the facts told (JSON values, money in baht), when asked."""

    member_no: str
    benefit: str
    facts: Mapping[str, object]
    claimed_on: date


def assess_claim(books: Books, command: RequestClaim) -> AssessedClaim:
    """What the rules say to a claim, with every reason; changes nothing. Reads only.

    Raises:
        NotFound: MEMBER_UNKNOWN.
        Refused: FACTS_INVALID with findings, BENEFIT_UNKNOWN, DATE_IN_FUTURE.
    """
    require_not_future(books, command.claimed_on)
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
    require_not_future(books, command.claimed_on)
    with books.write("claim.requested", who) as w:
        m = find_member(w, command.member_no)
        assessed = assess_facts(w, m, command.benefit, command.facts, command.claimed_on)
        desk = desk_on(w, command.claimed_on)
        claim_id, number = insert_claim(
            w,
            {
                "fiscal_year": fiscal_year(command.claimed_on, desk.profile.fiscal_year_starts),
                "member_id": m.id,
                "spell_id": assessed.member.spell_id,
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


def require_not_future(books: Books, day: date) -> None:
    """A claim is not made tomorrow. Raises Refused: DATE_IN_FUTURE."""
    today = books.clock.today()
    if day > today:
        raise Refused("DATE_IN_FUTURE", {"date": day.isoformat(), "today": today.isoformat()})
