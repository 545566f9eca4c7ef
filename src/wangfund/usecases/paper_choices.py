"""The single papers to choose from: rounds and requests of a month, letters of refusal, pay days with what was paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.errors import Refused
from wangfund.domain.rulebook.model import Benefit
from wangfund.store.books import Books, Reader
from wangfund.store.claims import ClaimRow, all_claims
from wangfund.store.members import all_members
from wangfund.store.rounds import RoundRow, rounds_of_month
from wangfund.thai.period import Period
from wangfund.usecases.rules_in_force import rules_on


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A claim as its form is chosen by; `fiscal_year` C.E."""

    claim_id: int
    fiscal_year: int
    number: int
    member: str
    claimed_on: date


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A claim that was refused, as its letter is chosen by; `fiscal_year` C.E."""

    claim_id: int
    fiscal_year: int
    number: int
    member: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class PayDayHeld:
    """A pay day on which something was paid: `id` is the oldest claim of it, `net_satang` what was handed over."""

    id: int
    benefit: str
    name: str
    day: date
    people: int
    net_satang: int


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


def claims_refused(books: Books) -> tuple[RefusedLine, ...]:
    """The claims that stand refused, the newest decision first. Reads only."""
    with books.read() as r:
        found = [(claim.decided_on, claim) for claim in all_claims(r) if claim.state == "refused"]
        names = {m.id: m.name for m in all_members(r)} if found else {}
        lines = [
            RefusedLine(
                claim.id,
                claim.fiscal_year,
                claim.number,
                names[claim.member_id],
                decided_on,
            )
            for decided_on, claim in found
            if decided_on is not None
        ]
    return tuple(sorted(lines, key=lambda line: (line.decided_on, line.claim_id), reverse=True))


def pay_days_held(books: Books) -> tuple[PayDayHeld, ...]:
    """The pay days of the by-law on which somebody was paid, the newest first. Reads only."""
    with books.read() as r:
        groups: dict[tuple[str, date], list[ClaimRow]] = {}
        for claim in all_claims(r):
            if claim.state == "paid":
                groups.setdefault((claim.benefit, claim.event_on), []).append(claim)
        held = [
            PayDayHeld(
                min(claim.id for claim in claims),
                benefit,
                _benefit_name(r, benefit, day),
                day,
                len(claims),
                sum(claim.net_satang for claim in claims),
            )
            for (benefit, day), claims in groups.items()
            if _is_pay_day(r, benefit, day)
        ]
    return tuple(sorted(held, key=lambda one: (one.day, one.id), reverse=True))


def _benefit(r: Reader, code: str, day: date) -> Benefit | None:
    try:
        return rules_on(r, day).rules.benefit(code)
    except Refused:
        return None


def _benefit_name(r: Reader, code: str, day: date) -> str:
    benefit = _benefit(r, code, day)
    return benefit.name if benefit is not None else code


def _is_pay_day(r: Reader, code: str, day: date) -> bool:
    benefit = _benefit(r, code, day)
    return (
        benefit is not None and benefit.pay_days is not None and (day.month, day.day) in benefit.pay_days.days
    )
