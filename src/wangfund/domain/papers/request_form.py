"""A request for a benefit as printed: the facts, the papers, what the rules say, and places to sign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.eligibility.assessment import Assessment, Step
from wangfund.domain.eligibility.entitlement_room import Room
from wangfund.domain.eligibility.told_fact import ToldFact
from wangfund.domain.papers.fund_head import FundHead
from wangfund.domain.rulebook.model import Benefit


@dataclass(frozen=True, slots=True)
class RequestForm:
    """One request. `national_id` is masked, "" when unknown; `age` None when the birth date is.

    `papers` are all that the rules ask, each with whether it is there. `assessment` is what is said now or was decided,
    `checks` what was passed. `approvers` village committee members sign; `limit_satang` is how far they may approve.
    `died`: the register says so, and her family reads what is written. `rooms` are what was left of the limits before it. No diagnosis is asked anywhere.
    """

    head: FundHead
    fiscal_year: int
    number: int
    claimed_on: date
    name: str
    member_no: str
    age: int | None
    house_no: str
    moo: int
    village: str
    national_id: str
    phone: str
    benefit: Benefit | None
    benefit_name: str
    facts: tuple[ToldFact, ...]
    papers: tuple[tuple[str, bool], ...]
    payee: str
    assessment: Assessment
    checks: tuple[Step, ...]
    first_day: date | None
    decided: bool
    resolution: str
    rulebook_version: int
    approvers: int
    approval_clause: str
    limit_satang: int
    by_resolution: bool
    rooms: tuple[Room, ...] = ()
    died: bool = False
