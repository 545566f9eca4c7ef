"""What the engine decides a claim from, read from the file: the member as she stood, and earlier claims."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from wangfund.domain.dues.coverage import Range
from wangfund.domain.eligibility.assess import assess, rulebook_for
from wangfund.domain.eligibility.assessment import Assessment
from wangfund.domain.eligibility.event_key import once_mark
from wangfund.domain.eligibility.facts import ClaimFacts, MemberFacts
from wangfund.domain.eligibility.read_claim import read_claim
from wangfund.domain.eligibility.span import share_nights, span_of
from wangfund.domain.eligibility.standing import Cause, Covering, reinstated_on
from wangfund.domain.eligibility.told_fact import PAYEE
from wangfund.domain.errors import Finding, Refused, Severity, Values
from wangfund.domain.rulebook.model import Benefit, Heir, Rulebook, Scope
from wangfund.store.books import Reader
from wangfund.store.claims import ClaimRow, claims_of_member
from wangfund.store.coverage import coverage_of
from wangfund.store.members import MemberRow, member_on
from wangfund.thai.names import same_person
from wangfund.usecases.claim_history import COUNTING, history_before, past_claim
from wangfund.usecases.rules_in_force import AdoptedRulebook, all_rulebooks

__all__ = [
    "COUNTING",
    "AssessedClaim",
    "assess_facts",
    "member_facts",
    "once_key",
    "past_claim",
    "told_facts",
]

_CAUSES = {
    "payment": Cause.PAYMENT,
    "setoff": Cause.SET_OFF,
    "exempt": Cause.EXEMPT,
    "waiver": Cause.WAIVER,
    "declared": Cause.WAIVER,
}


@dataclass(frozen=True, slots=True)
class AssessedClaim:
    """A claim with its answer: what was understood, by which version, and the key that lets it be paid once.

    `rulebook` and `benefit` are None when no version was in force or it knows no such benefit.
    """

    member: MemberRow
    claim: ClaimFacts
    facts: MemberFacts
    assessment: Assessment
    rulebook: AdoptedRulebook | None
    benefit: Benefit | None
    once_key: str | None


def assess_facts(
    r: Reader,
    m: MemberRow,
    benefit_code: str,
    told: Mapping[str, object],
    claimed_on: date,
    *,
    but: int = 0,
    by: AdoptedRulebook | None = None,
) -> AssessedClaim:
    """Decide a claim on what the file knows now, leaving claim `but` itself out of the history. Reads only.

    The version of the event's day decides; `by` names the one that decided already, so that later versions do not
    speak to it.

    Raises:
        Refused: FACTS_INVALID with findings; BENEFIT_UNKNOWN.
    """
    adopted = (by,) if by is not None else all_rulebooks(r)
    versions = {book.rules.effective_from: book for book in adopted}
    newest = max(versions.values(), key=lambda book: book.rules.effective_from)
    benefit = newest.rules.benefit(benefit_code)
    reading = read_claim(benefit, told, claimed_on) if benefit is not None else None
    if reading is None or benefit is None:
        known = ", ".join(one.code for one in newest.rules.benefits)
        raise Refused("BENEFIT_UNKNOWN", {"benefit": benefit_code[:60], "known": known})
    if reading.claim is not None:
        of_day = rulebook_for([book.rules for book in versions.values()], reading.claim.event)
        if of_day is not None and of_day is not newest.rules:
            benefit = of_day.benefit(benefit_code) or benefit
            reading = read_claim(benefit, told, claimed_on)
    findings = [*reading.findings, *(Finding("FACT_NOT_ASKED", name) for name in reading.unread)]
    if reading.claim is not None and by is None:
        findings += _other_death(m, benefit, reading.claim.event)
    if reading.claim is None or findings:
        raise Refused("FACTS_INVALID", {"benefit": benefit_code}, tuple(findings))
    m = member_on(r, m, reading.claim.event)
    claim = replace(reading.claim, payee_is_heir=_to_named_heir(m, benefit, reading.claim, told))
    rules = rulebook_for([book.rules for book in versions.values()], claim.event)
    book = None if rules is None else versions[rules.effective_from]
    key = once_key(
        benefit, claim, m, newest.rules.fiscal_year_starts if rules is None else rules.fiscal_year_starts
    )
    facts = member_facts(r, m, claim.event, None if rules is None else rules)
    history = history_before(r, m.id, rules, benefit, key, claim.key, but)
    answer = assess(rules, claim, facts, history)
    answer = replace(answer, findings=(*answer.findings, *_same_nights(r, m.id, benefit, claim, but)))
    return AssessedClaim(m, claim, facts, answer, book, benefit, key)


def _other_death(m: MemberRow, benefit: Benefit, event: date) -> Iterator[Finding]:
    """Nobody dies on two days: what the register says and what is claimed must be the same."""
    if benefit.heir is not Heir.NAMED or m.cause != "died" or m.ended_on is None:
        return
    died_on = m.ended_on - timedelta(days=1)
    if event != died_on:
        days: Values = {"event": event.isoformat(), "died_on": died_on.isoformat()}
        yield Finding("DEATH_DAY_DIFFERS", "event", benefit.clause, values=days)


def _to_named_heir(m: MemberRow, benefit: Benefit, claim: ClaimFacts, told: Mapping[str, object]) -> bool:
    """Whether the money would go to the heir the register names: nobody is named, or somebody else, is no."""
    if not claim.payee_is_heir or not benefit.cash:
        return claim.payee_is_heir
    payee = told.get(PAYEE)
    if not m.heir_name:
        return False
    return not isinstance(payee, str) or not payee.strip() or same_person(payee, m.heir_name)


def member_facts(r: Reader, m: MemberRow, event: date, rules: Rulebook | None) -> MemberFacts:
    """A member's spell as it stood at the end of the day before an event (9.11 rule 4). Reads only."""
    m = member_on(r, m, event)
    rows = coverage_of(r, m.spell_id)
    before = [row for row in rows if row.covered_on < event]
    since = [row for row in rows if row.covered_on >= event]
    ordered = sorted(rows, key=lambda row: (row.covered_on, row.id))
    coverings = [
        Covering(row.covered_on, _CAUSES[row.kind], ((row.first_month, row.last_month),)) for row in ordered
    ]
    exempt: tuple[Range, ...] = tuple(
        (row.first_month, row.last_month) for row in before if row.kind == "exempt"
    )
    died = m.ended_on - timedelta(days=1) if m.cause == "died" and m.ended_on is not None else None
    return MemberFacts(
        joined=m.starts_on,
        left=m.ended_on,
        died=died,
        birth_date=m.birth_date,
        coverage_known=m.coverage_known,
        covered=tuple((row.first_month, row.last_month) for row in before),
        exempt=exempt,
        paid_since=tuple((row.first_month, row.last_month) for row in since),
        reinstated=None
        if rules is None
        else reinstated_on(rules.membership, m.starts_on, coverings, before=event),
    )


def told_facts(row: ClaimRow) -> dict[str, object]:
    """The facts of a claim as the clerk told them."""
    facts = json.loads(row.facts)
    assert isinstance(facts, dict)
    return facts


def once_key(benefit: Benefit, claim: ClaimFacts, m: MemberRow, year_starts: int) -> str | None:
    """The key under which the file lets one claim count: whose it is, then the event's own mark."""
    mark = once_mark(benefit, claim.event, claim.key, joined=m.starts_on, fiscal_year_starts=year_starts)
    if mark is None:
        return None
    scope, text = mark
    return f"fund:{text}" if scope is Scope.FUND else f"member {m.id}:{text}"


def _same_nights(
    r: Reader, member_id: int, benefit: Benefit, claim: ClaimFacts, but: int
) -> Iterator[Finding]:
    """A warning for each standing claim of the same benefit that has a night of this one in it.

    No clause forbids it, but one night in hospital is one night: the meeting should know before it decides.
    """
    span = span_of(benefit, claim)
    for row in claims_of_member(r, member_id) if span is not None else ():
        if row.id == but or row.benefit != benefit.code or row.state not in COUNTING:
            continue
        earlier = read_claim(benefit, told_facts(row), row.claimed_on).claim
        other = span_of(benefit, earlier) if earlier is not None else None
        if span is not None and other is not None and share_nights(span, other):
            values: Values = {"other_claim": f"{row.number}/{row.fiscal_year}"}
            yield Finding("NIGHTS_SHARED", "event", benefit.clause, Severity.WARNING, values)
