"""What the rules say to a claim with everything around it: what was passed, who approves, what else helps, this year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from wangfund.domain.eligibility.assessment import Assessment, Result, Step
from wangfund.domain.eligibility.entitlement_room import year_after
from wangfund.domain.eligibility.facts import MemberFacts
from wangfund.domain.eligibility.first_day import day_that_changes
from wangfund.domain.eligibility.passed import passed_checks
from wangfund.domain.eligibility.position import Position
from wangfund.domain.eligibility.told_fact import MISSING_PAPERS
from wangfund.domain.eligibility.year_of import year_of
from wangfund.domain.errors import Finding, Value
from wangfund.domain.rulebook.check_benefit import most_payable
from wangfund.domain.rulebook.model import Benefit, Rulebook, Waiting, YearBasis
from wangfund.store.books import Books, Reader
from wangfund.store.claims import claims_of_member
from wangfund.store.members import MemberRow
from wangfund.store.profile import read_profile
from wangfund.usecases.approval import Approval, approval_of
from wangfund.usecases.claim_facts import COUNTING, AssessedClaim, assess_facts
from wangfund.usecases.request_claim import RequestClaim, require_not_future
from wangfund.usecases.rules_in_force import AdoptedRulebook, all_rulebooks
from wangfund.usecases.take_payment import find_member

_WAITS_FOR_PAPERS = "DOC_MISSING"


@dataclass(frozen=True, slots=True)
class Help:
    """Something in kind that can be given without waiting."""

    name: str
    clause: str
    most_satang: int


@dataclass(frozen=True, slots=True)
class YearClaim:
    """An earlier claim of the same year that counts, paid or promised."""

    number: int
    fiscal_year: int
    event_on: date
    benefit: str
    units: int
    unit: str
    gross_satang: int
    state: str


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """A claim and what is said to it; money in satang.

    `benefit` None: no version knows it. `first_day` the first day of an event that would be paid, None where no day is
    known. `if_complete` what would be decided once the papers that are missing are there. `year` are the member's other
    claims of the event's year. `version` 0: no rulebook was in force.
    """

    member: MemberRow
    village: str
    benefit_code: str
    benefit: Benefit | None
    event_on: date
    claimed_on: date
    assessment: Assessment
    checks: tuple[Step, ...]
    first_day: date | None
    approval: Approval | None
    helps: tuple[Help, ...]
    year: tuple[YearClaim, ...]
    version: int
    if_complete: Assessment | None = None

    @property
    def name(self) -> str:
        """The benefit in words."""
        return self.benefit_code if self.benefit is None else self.benefit.name

    @property
    def unit(self) -> str:
        """What the benefit counts, "" for nothing."""
        return "" if self.benefit is None else self.benefit.unit


def answer_claim(books: Books, command: RequestClaim, *, but: int = 0) -> ClaimAnswer:
    """What the rules say to a claim that is being typed (`but`: the one it takes the place of). Reads only.

    Raises:
        NotFound: MEMBER_UNKNOWN.
        Refused: FACTS_INVALID with findings, BENEFIT_UNKNOWN, DATE_IN_FUTURE.
    """
    require_not_future(books, command.claimed_on)
    with books.read() as r:
        m = find_member(r, command.member_no)
        return answer_facts(r, m, command.benefit, command.facts, command.claimed_on, but=but)


def answer_facts(
    r: Reader, m: MemberRow, benefit: str, told: Mapping[str, object], claimed_on: date, *, but: int = 0
) -> ClaimAnswer:
    """The same for facts as they stand now, claim `but` itself left out of the history. Reads only.

    Raises:
        Refused: FACTS_INVALID with findings, BENEFIT_UNKNOWN.
    """
    assessed = assess_facts(r, m, benefit, told, claimed_on, but=but)
    answer = answer_of(
        r, assessed.member, assessed.benefit, assessed.rulebook, _told(assessed), assessed.assessment, but
    )
    if assessed.assessment.reason == _WAITS_FOR_PAPERS:
        complete = {name: value for name, value in told.items() if name != MISSING_PAPERS}
        then = assess_facts(r, m, benefit, complete, claimed_on, but=but).assessment
        answer = replace(answer, if_complete=then)
    return answer


@dataclass(frozen=True, slots=True)
class Event:
    """The event of a claim, and what is known of the member as she stood (None: what the register says now)."""

    benefit: str
    on: date
    claimed_on: date
    facts: MemberFacts | None = None


def answer_of(
    r: Reader,
    m: MemberRow,
    benefit: Benefit | None,
    book: AdoptedRulebook | None,
    event: Event,
    answer: Assessment,
    but: int = 0,
) -> ClaimAnswer:
    """An assessment, new or stored, with what stands around it. Reads only."""
    village = next((v.name for v in read_profile(r).villages if v.moo == m.moo), "")
    year = _year(r, m, book, benefit, event.on, but)
    checks: tuple[Step, ...] = ()
    if book is not None and benefit is not None and answer.result is not Result.REFUSE:
        checks = passed_checks(
            book.rules,
            benefit,
            event=event.on,
            claimed_on=event.claimed_on,
            joined=m.starts_on,
            arrears_months=answer.arrears_months,
            findings=answer.findings,
        ) + _under_ceiling(book.rules, benefit, answer, year)
    return ClaimAnswer(
        m,
        village,
        event.benefit,
        benefit,
        event.on,
        event.claimed_on,
        answer,
        checks,
        _first_day(m, benefit, book, event, answer),
        None if book is None or benefit is None else approval_of(book.rules, benefit),
        () if book is None else _helps(book.rules, event.benefit),
        year,
        0 if book is None else book.rules.version,
    )


def _told(assessed: AssessedClaim) -> Event:
    claim = assessed.claim
    return Event(claim.benefit, claim.event, claim.claimed_on, assessed.facts)


def _helps(rules: Rulebook, but: str) -> tuple[Help, ...]:
    """Benefits in kind that ask for no waiting, no standing, no years."""
    return tuple(
        Help(one.name, one.clause, most_payable(rules, one))
        for one in rules.benefits
        if not one.cash
        and one.code != but
        and one.waiting is Waiting.NONE
        and not (one.min_years or one.needs_standing)
    )


def _year(
    r: Reader, m: MemberRow, book: AdoptedRulebook | None, benefit: Benefit | None, event: date, but: int
) -> tuple[YearClaim, ...]:
    basis = _basis(book, benefit)
    starts = 1 if book is None else book.rules.fiscal_year_starts
    named = {one.code: one for adopted in all_rulebooks(r) for one in adopted.rules.benefits}

    def year(day: date) -> int:
        return year_of(day, basis, joined=m.starts_on, fiscal_year_starts=starts)

    return tuple(
        YearClaim(
            row.number,
            row.fiscal_year,
            row.event_on,
            named[row.benefit].name if row.benefit in named else row.benefit,
            row.units,
            named[row.benefit].unit if row.benefit in named else "",
            row.gross_satang,
            row.state,
        )
        for row in sorted(claims_of_member(r, m.id), key=lambda row: (row.event_on, row.id))
        if row.id != but and row.state in COUNTING and year(row.event_on) == year(event)
    )


def _basis(book: AdoptedRulebook | None, benefit: Benefit | None) -> YearBasis | None:
    ceiling = None if book is None else book.rules.yearly_ceiling
    if ceiling is not None:
        return ceiling.year
    return None if benefit is None else benefit.year


def _under_ceiling(
    rules: Rulebook, benefit: Benefit, answer: Assessment, year: tuple[YearClaim, ...]
) -> tuple[Step, ...]:
    ceiling = rules.yearly_ceiling
    if (
        ceiling is None
        or not benefit.cash
        or benefit.code in ceiling.except_benefits
        or not answer.gross_satang
    ):
        return ()
    if any(step.code == "CAPPED_ANNUAL" for step in answer.steps):
        return ()
    free = {one.name for one in rules.benefits if not one.cash or one.code in ceiling.except_benefits}
    used = sum(claim.gross_satang for claim in year if claim.benefit not in free)
    values: dict[str, Value] = {"limit_satang": ceiling.amount_satang, "used_satang": used}
    values["total_satang"] = used + answer.gross_satang
    return (Step("CHECK_CEILING", values, ceiling.clause, 0),)


def _first_day(
    m: MemberRow, benefit: Benefit | None, book: AdoptedRulebook | None, event: Event, answer: Assessment
) -> date | None:
    if answer.result is not Result.REFUSE or answer.first_day is not None or not answer.findings:
        return answer.first_day
    if benefit is None or book is None:
        return None
    facts = event.facts or MemberFacts(m.starts_on, birth_date=m.birth_date, coverage_known=m.coverage_known)
    position = Position(book.rules, facts, event.on, ())
    first = answer.findings[0]
    if len([one for one in answer.findings if one.field == "event"]) > 1:
        # More than one thing stands in the way of such a day: no day is known for all of them.
        return None
    return _next_year(first, benefit, book.rules, position) or _later(first, benefit, position)


def _next_year(first: Finding, benefit: Benefit, rules: Rulebook, position: Position) -> date | None:
    if first.code == "ANNUAL_CAP_REACHED" and rules.yearly_ceiling is not None:
        return year_after(rules.yearly_ceiling.year, position)
    if first.code == "CAP_REACHED" and first.values.get("per") == "year":
        return year_after(benefit.year, position)
    return None


def _later(first: Finding, benefit: Benefit, position: Position) -> date | None:
    day = day_that_changes(first, benefit, position)
    return day if day is not None and day > position.event else None
