"""The single papers of a month to choose from: the rounds that collected for it, the claims requested in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.store.books import Books
from wangfund.store.claims import all_claims
from wangfund.store.members import all_members
from wangfund.store.rounds import RoundRow, rounds_of_month
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A claim as its form is chosen by; `fiscal_year` C.E."""

    claim_id: int
    fiscal_year: int
    number: int
    member: str
    claimed_on: date


def rounds_collected(books: Books, month: Period) -> tuple[RoundRow, ...]:
    """The rounds that collected for a month, by village and number. Reads only."""
    with books.read() as r:
        return rounds_of_month(r, month)


def claims_requested(books: Books, month: Period) -> tuple[RequestLine, ...]:
    """The claims requested in a month, by number. Reads only."""
    with books.read() as r:
        found = [claim for claim in all_claims(r) if Period.of(claim.claimed_on) == month]
        names = {m.id: m.name for m in all_members(r)} if found else {}
    return tuple(
        RequestLine(claim.id, claim.fiscal_year, claim.number, names[claim.member_id], claim.claimed_on)
        for claim in found
    )
