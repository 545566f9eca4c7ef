"""Deciding one claim: pure, total and the same every time, from the facts and the rules of the event's day.

The order of decision is the rulebook's 9.3; the first failure decides, and all failures are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from wangfund.domain.eligibility.assessment import NO_SET_OFF, Assessment, Result, Step
from wangfund.domain.eligibility.entitlement import entitlement_findings
from wangfund.domain.eligibility.event_key import key_lacks, key_rule
from wangfund.domain.eligibility.fact_book import FactBook
from wangfund.domain.eligibility.facts import ClaimFacts, MemberFacts, PastClaim
from wangfund.domain.eligibility.own_rules import Gross, condition_findings, gross_of
from wangfund.domain.eligibility.position import Position
from wangfund.domain.eligibility.set_off import set_off
from wangfund.domain.errors import Finding, Severity
from wangfund.domain.rulebook.model import Benefit, Heir, Rulebook


def rulebook_for(versions: Iterable[Rulebook], event: date) -> Rulebook | None:
    """The version in force on an event's day: the latest that took effect by then; None when none had."""
    in_force = [version for version in versions if version.effective_from <= event]
    return max(in_force, key=lambda version: (version.effective_from, version.version), default=None)


def assess(
    rulebook: Rulebook | None, claim: ClaimFacts, member: MemberFacts, history: Sequence[PastClaim]
) -> Assessment:
    """Decide a claim under the version of the event's day (None: no version was in force).

    Never raises and asks nothing but its arguments: the same facts give the same answer on any day.
    `history` are the claims decided before this one; own ones, and those of others that share its key.
    """
    return next(iter(assess_all(rulebook, (claim,), member, history)))


def assess_all(
    rulebook: Rulebook | None, claims: Iterable[ClaimFacts], member: MemberFacts, history: Sequence[PastClaim]
) -> tuple[Assessment, ...]:
    """Decide several claims of one member, each as if it came alone after the same earlier ones.

    The same answers as `assess`, asking once what claims of the same day have in common.
    """
    answers = []
    position: Position | None = None
    for claim in claims:
        if rulebook is None or claim.event < rulebook.effective_from:
            answers.append(_no_rule(rulebook, claim))
            continue
        if position is None or position.event != claim.event:
            position = Position(rulebook, member, claim.event, history)
        answers.append(_assess(claim, position))
    return tuple(answers)


def _no_rule(rulebook: Rulebook | None, claim: ClaimFacts) -> Assessment:
    values = {"event": claim.event.isoformat()}
    if rulebook is not None:
        values["effective_from"] = rulebook.effective_from.isoformat()
    return _decided((Finding("NO_RULE_IN_FORCE", "event", values=values),), None)


def _assess(claim: ClaimFacts, position: Position) -> Assessment:
    benefit = position.rulebook.benefit(claim.benefit)
    if benefit is None:
        values = {"benefit": claim.benefit[:60]}
        return _decided((Finding("NO_SUCH_BENEFIT", "benefit", values=values),), None)
    book = FactBook(benefit, claim, position)
    findings = entitlement_findings(benefit, claim, position) + condition_findings(book)
    if findings:
        return _decided(findings, position.arrears, claim.missing_documents)
    gross = gross_of(book)
    if isinstance(gross, Finding):
        return _decided((gross,), position.arrears)
    return _payable(benefit, claim, position, gross)


def _payable(benefit: Benefit, claim: ClaimFacts, position: Position, gross: Gross) -> Assessment:
    """Steps 10 and after: the set-off, and whether the payee is the heir the member named."""
    rulebook, member = position.rulebook, position.member
    owed = position.debt.months if member.coverage_known else ()
    kept = set_off(rulebook, benefit, gross.amount_satang, claim, member, owed=owed)
    steps, findings = gross.steps, gross.notes
    if kept is not NO_SET_OFF:
        clause = rulebook.membership.arrears_clause
        values = {"months": kept.months, "month_price_satang": rulebook.contribution.month_price_satang}
        steps = (*steps, Step("SET_OFF", values, clause, -kept.amount_satang))
        said = {**values, "setoff_satang": kept.amount_satang}
        findings = (*findings, Finding("SET_OFF", clause=clause, severity=Severity.NOTE, values=said))
    findings = (*findings, *_unnamed(benefit, claim, position))
    waits = _waits_for_heirs(benefit, claim, member)
    if waits:
        heirs = Finding("HEIR_RESOLUTION", "payee", rulebook.claims.heir_clause, Severity.WARNING)
        findings = (heirs, *findings)
    return Assessment(
        result=Result.PENDING if waits else Result.PAY,
        reason="HEIR_RESOLUTION" if waits else gross.reason,
        clause=rulebook.claims.heir_clause if waits else benefit.clause,
        gross_satang=gross.amount_satang,
        setoff=kept,
        units=gross.units,
        steps=steps,
        findings=findings,
        arrears_months=position.arrears,
    )


def _unnamed(benefit: Benefit, claim: ClaimFacts, position: Position) -> tuple[Finding, ...]:
    """A warning that this event cannot be told from another, so that nobody could see it paid twice."""
    lacks = key_lacks(benefit, claim.values) if claim.key is None else ()
    if not lacks:
        return ()
    word = benefit.fact(lacks[0])
    values = {"fact": lacks[0], "label": "" if word is None else word.label}
    rule = key_rule(benefit)
    clause = (rule.clause if rule is not None else "") or position.rulebook.claims.clause
    return (Finding("EVENT_UNNAMED", lacks[0], clause, Severity.WARNING, values),)


def _waits_for_heirs(benefit: Benefit, claim: ClaimFacts, member: MemberFacts) -> bool:
    """A death, or any money of a member who has died, goes only to the named heir without a resolution."""
    if claim.payee_is_heir:
        return False
    return benefit.heir is Heir.NAMED or (member.died is not None and claim.claimed_on > member.died)


def _decided(findings: tuple[Finding, ...], owed: int | None, papers: tuple[str, ...] = ()) -> Assessment:
    first = findings[0]
    return Assessment(
        result=Result.PENDING if first.severity is Severity.WARNING else Result.REFUSE,
        reason=first.code,
        clause=first.clause,
        findings=findings,
        first_day=_day(first, "first_day"),
        last_day=_day(first, "last_day"),
        missing=papers + tuple(one.field for one in findings if one.code == "FACT_MISSING"),
        arrears_months=owed,
    )


def _day(finding: Finding, key: str) -> date | None:
    said = finding.values.get(key)
    return date.fromisoformat(said) if isinstance(said, str) else None
