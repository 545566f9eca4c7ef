"""Whether a claim may be paid at all: steps 1 to 7 of the decision order, each a finding when it fails."""

from __future__ import annotations

from datetime import date

from wangfund.domain.dues.coverage import count, is_covered
from wangfund.domain.eligibility.event_key import key_rule
from wangfund.domain.eligibility.facts import ClaimFacts, MemberFacts, PastClaim
from wangfund.domain.eligibility.room import History, in_scope
from wangfund.domain.eligibility.set_off import owed_at
from wangfund.domain.errors import Finding, Severity, Value
from wangfund.domain.rulebook.duration import plus_days, plus_months
from wangfund.domain.rulebook.model import Benefit, Once, OncePer, Rulebook, Scope, Waiting
from wangfund.thai.period import Period


def missing_fact(fact: str, clause: str, benefit: Benefit) -> Finding:
    """A fact the rule needs and nobody knows: the claim waits for it (rulebook 9.11 rule 11).

    `label` is the benefit's own word for it; "" for what the register should know (birth_date, coverage).
    """
    word = benefit.fact(fact)
    values = {"fact": fact, "label": "" if word is None else word.label}
    return Finding("FACT_MISSING", fact, clause, Severity.WARNING, values)


def entitlement_findings(
    rulebook: Rulebook, benefit: Benefit, claim: ClaimFacts, member: MemberFacts, history: History
) -> tuple[Finding, ...]:
    """Every failure of steps 1–7, in order; the first decides. Empty: the steps are passed.

    What a non-member would have had to wait or owe is not asked.

    Source: rulebook 9.3.
    """
    found = [_duplicate(rulebook, benefit, claim, history), _before_event(rulebook, claim)]
    outside = _not_member(rulebook, claim, member)
    found.append(outside)
    if outside is None:
        found += [_waiting(rulebook, benefit, claim, member), _standing(rulebook, benefit, claim, member)]
    found += [_late(benefit, claim), _papers(rulebook, claim)]
    return tuple(finding for finding in found if finding is not None)


def arrears_at(claim: ClaimFacts, member: MemberFacts) -> int | None:
    """Months owed at the end of the day before the event; None when the coverage is unknown."""
    return count(owed_at(claim, member)) if member.coverage_known else None


def _duplicate(rulebook: Rulebook, benefit: Benefit, claim: ClaimFacts, history: History) -> Finding | None:
    rule = key_rule(benefit)
    scope = Scope.MEMBER if rule is None else rule.scope
    clause = rulebook.claims.clause
    if claim.key is not None:
        for past in history.claims:
            if past.counts and past.key == claim.key and in_scope(past, scope):
                return _paid_already(past, claim.key, (rule.clause if rule else "") or clause)
    for once in benefit.once:
        if once.per is not OncePer.KEY and (same := _by_kind(benefit, once, history)) is not None:
            return _paid_already(same, "", once.clause or clause)
    return None


def _by_kind(benefit: Benefit, once: Once, history: History) -> PastClaim | None:
    claims = history.in_year(benefit.year) if once.per is OncePer.YEAR else history.claims
    same = (one for one in claims if one.counts and one.benefit == benefit.code and in_scope(one, once.scope))
    return next(same, None)


def _paid_already(past: PastClaim, key: str, clause: str) -> Finding:
    values: dict[str, Value] = {
        "key": key,
        "other_claim": past.ref,
        "other_benefit": past.benefit,
        "other_event": _iso(past.event),
        "other_gross_satang": past.gross_satang,
    }
    return Finding("DUPLICATE", clause=clause, values=values)


def _before_event(rulebook: Rulebook, claim: ClaimFacts) -> Finding | None:
    if claim.claimed_on >= claim.event:
        return None
    values = {"event": claim.event.isoformat(), "claimed_on": claim.claimed_on.isoformat()}
    return Finding("CLAIM_BEFORE_EVENT", "event", rulebook.claims.clause, values=values)


def _not_member(rulebook: Rulebook, claim: ClaimFacts, member: MemberFacts) -> Finding | None:
    died, left = member.died, member.left
    ends = left if died is None else min(plus_days(died, 1), left or date.max)
    if member.joined <= claim.event and (ends is None or claim.event < ends):
        return None
    values = {"event": claim.event.isoformat(), "joined": member.joined.isoformat(), "left": _iso(ends)}
    return Finding("NOT_MEMBER_AT_EVENT", "event", rulebook.membership.clause, values=values)


def _waiting(rulebook: Rulebook, benefit: Benefit, claim: ClaimFacts, member: MemberFacts) -> Finding | None:
    rules = rulebook.membership
    days = rules.waiting_days if benefit.waiting is Waiting.STANDARD else 0
    by_days = plus_days(member.joined, days)
    by_years = plus_months(member.joined, benefit.min_years * 12)
    first = max(by_days, by_years)
    if claim.event >= first:
        return None
    values: dict[str, Value] = {
        "joined": member.joined.isoformat(),
        "event": claim.event.isoformat(),
        "days": (claim.event - member.joined).days,
        "waiting_days": days,
        "min_years": benefit.min_years,
        "first_day": first.isoformat(),
    }
    clause = rules.waiting_clause if by_days >= by_years else benefit.clause
    return Finding("WAITING", "event", clause, values=values)


def _standing(rulebook: Rulebook, benefit: Benefit, claim: ClaimFacts, member: MemberFacts) -> Finding | None:
    """Step 5, as it stood at the end of the day before the event; an exemption that runs spares it."""
    if not benefit.needs_standing:
        return None
    rules = rulebook.membership
    if not member.coverage_known:
        return missing_fact("coverage", rules.arrears_clause, benefit)
    if is_covered(Period.of(claim.event), member.exempt):
        return None
    owed = count(owed_at(claim, member))
    values: dict[str, Value] = {
        "event": claim.event.isoformat(),
        "arrears_months": owed,
        "owed_satang": owed * rulebook.contribution.month_price_satang,
        "reinstate_wait_days": rules.reinstate_wait_days,
        "first_day_if_paid": plus_days(claim.claimed_on, rules.reinstate_wait_days).isoformat(),
    }
    if owed >= rules.lapse_at:
        return Finding("LAPSED", clause=rules.arrears_clause, values={**values, "lapse_at": rules.lapse_at})
    values["suspend_at"] = rules.suspend_at
    if owed >= rules.suspend_at:
        return Finding("SUSPENDED", clause=rules.arrears_clause, values=values)
    if member.reinstated is None:
        return None
    returns = plus_days(member.reinstated, rules.reinstate_wait_days)
    values |= {"reinstated": member.reinstated.isoformat(), "first_day": returns.isoformat()}
    if claim.event < member.reinstated:
        return Finding("SUSPENDED", clause=rules.arrears_clause, values=values)
    if claim.event < returns:
        return Finding("REINSTATE_WAIT", clause=rules.arrears_clause, values=values)
    return None


def _late(benefit: Benefit, claim: ClaimFacts) -> Finding | None:
    if benefit.deadline_days is None:
        return None
    last = plus_days(claim.event, benefit.deadline_days)
    if claim.claimed_on <= last:
        return None
    values: dict[str, Value] = {
        "event": claim.event.isoformat(),
        "claimed_on": claim.claimed_on.isoformat(),
        "deadline_days": benefit.deadline_days,
        "last_day": last.isoformat(),
    }
    return Finding("LATE_CLAIM", "claimed_on", benefit.clause, values=values)


def _papers(rulebook: Rulebook, claim: ClaimFacts) -> Finding | None:
    if not claim.missing_documents:
        return None
    values = {"documents": ", ".join(claim.missing_documents)}
    return Finding("DOC_MISSING", "documents", rulebook.claims.papers_clause, Severity.WARNING, values)


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
