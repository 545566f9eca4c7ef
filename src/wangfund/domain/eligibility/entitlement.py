"""Whether a claim may be paid at all: steps 1 to 7 of the decision order, each a finding when it fails."""

from __future__ import annotations

from datetime import date

from wangfund.domain.dues.coverage import is_covered
from wangfund.domain.eligibility.event_key import key_rule
from wangfund.domain.eligibility.facts import ClaimFacts, PastClaim
from wangfund.domain.eligibility.history import in_scope
from wangfund.domain.eligibility.position import Position
from wangfund.domain.errors import Finding, Severity, Value
from wangfund.domain.rulebook.duration import plus_days, plus_months
from wangfund.domain.rulebook.model import NEVER, Benefit, Once, OncePer, Rulebook, Scope, Waiting
from wangfund.thai.period import Period


def missing_fact(fact: str, clause: str, benefit: Benefit) -> Finding:
    """A fact the rule needs and nobody knows: the claim waits for it (rulebook 9.11 rule 11).

    `label` is the benefit's own word for it; "" for what the register should know (birth_date, coverage).
    """
    word = benefit.fact(fact)
    values = {"fact": fact, "label": "" if word is None else word.label}
    return Finding("FACT_MISSING", fact, clause, Severity.WARNING, values)


def entitlement_findings(benefit: Benefit, claim: ClaimFacts, position: Position) -> tuple[Finding, ...]:
    """Every failure of steps 1–7, in order; the first decides. Empty: the steps are passed.

    What a non-member would have had to wait or owe is not asked.

    Source: rulebook 9.3.
    """
    rulebook = position.rulebook
    found = [_duplicate(benefit, claim, position), _before_event(rulebook, claim)]
    outside = not_member(claim, position)
    found.append(outside)
    if outside is None:
        found += [waiting(benefit, position), standing(benefit, claim, position)]
    found += [_late(benefit, claim), _papers(rulebook, claim)]
    return tuple([finding for finding in found if finding is not None])


def _duplicate(benefit: Benefit, claim: ClaimFacts, position: Position) -> Finding | None:
    clause = position.rulebook.claims.clause
    if claim.key is not None:
        rule = key_rule(benefit)
        scope = Scope.MEMBER if rule is None else rule.scope
        for past in position.history.claims:
            if past.key == claim.key and in_scope(past, scope):
                return _paid_already(past, claim.key, (rule.clause if rule else "") or clause)
    return paid_by_kind(benefit, position)


def paid_by_kind(benefit: Benefit, position: Position) -> Finding | None:
    """DUPLICATE where a claim of this year, day or life stands already, whatever its key."""
    for once in benefit.once:
        if once.per is not OncePer.KEY and (same := _by_kind(benefit, once, position)) is not None:
            return _paid_already(same, "", once.clause or position.rulebook.claims.clause)
    return None


def _by_kind(benefit: Benefit, once: Once, position: Position) -> PastClaim | None:
    history = position.history
    claims = history.in_year(benefit.year) if once.per is OncePer.YEAR else history.claims
    for one in claims:
        if one.benefit == benefit.code and in_scope(one, once.scope):
            if once.per is OncePer.DAY and one.event != position.event:
                continue
            return one
    return None


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


def not_member(claim: ClaimFacts, position: Position) -> Finding | None:
    """Step 3: the event lies before the spell, on or after leaving, or after the day of death."""
    joined, ends = position.member.joined, position.ends
    if joined <= claim.event and (ends is None or claim.event < ends):
        return None
    values = {"event": claim.event.isoformat(), "joined": joined.isoformat(), "left": _iso(ends)}
    return Finding("NOT_MEMBER_AT_EVENT", "event", position.rulebook.membership.clause, values=values)


def waiting(benefit: Benefit, position: Position) -> Finding | None:
    """Step 4: the waiting and the completed years that stand before the benefit; tells the first day."""
    joined, event = position.member.joined, position.event
    by_time = position.rulebook.rights_from(benefit, joined)
    by_years = plus_months(joined, benefit.min_years * 12)
    first = max(by_time, by_years)
    if event >= first:
        return None
    rules = position.rulebook.membership
    values: dict[str, Value] = {
        "joined": joined.isoformat(),
        "event": event.isoformat(),
        "days": (event - joined).days,
        "waiting_days": (by_time - joined).days,
        "min_years": benefit.min_years,
        "first_day": first.isoformat(),
    }
    is_the_funds = benefit.waiting is Waiting.STANDARD and by_time >= by_years
    return Finding(
        "WAITING", "event", rules.waiting_clause if is_the_funds else benefit.clause, values=values
    )


def standing(benefit: Benefit, claim: ClaimFacts, position: Position) -> Finding | None:
    """Step 5, as it stood at the end of the day before the event.

    While an exemption runs, months owed before it neither suspend nor lapse; the wait after paying up goes
    on, unless the exemption ran already on the day of paying (then nothing had been suspended).

    Source: rulebook 9.11 rules 4–7.
    """
    if not benefit.needs_standing:
        return None
    member, rules = position.member, position.rulebook.membership
    if not member.coverage_known:
        return missing_fact("coverage", rules.arrears_clause, benefit)
    code = _not_in_standing(position)
    if code is None:
        return None
    return Finding(code, clause=rules.arrears_clause, values=_standing_values(code, claim, position))


def _not_in_standing(position: Position) -> str | None:
    rules, reinstated, event = position.rulebook.membership, position.member.reinstated, position.event
    if not position.is_exempt:
        if position.debt.lapses(rules):
            return "LAPSED"
        if position.debt.suspends(rules) or (reinstated is not None and event < reinstated):
            return "SUSPENDED"
    if reinstated is None or event < reinstated or is_covered(Period.of(reinstated), position.member.exempt):
        return None
    waits = event < plus_days(reinstated, rules.reinstate_wait_days)
    return "REINSTATE_WAIT" if waits else None


def _standing_values(code: str, claim: ClaimFacts, position: Position) -> dict[str, Value]:
    """What the member owed and what would change it: the limits that judge it, the day rights return."""
    member, rules, debt = position.member, position.rulebook.membership, position.debt
    values: dict[str, Value] = {
        "event": claim.event.isoformat(),
        "arrears_months": debt.number,
        "owed_satang": debt.number * position.rulebook.contribution.month_price_satang,
        "reinstate_wait_days": rules.reinstate_wait_days,
        "first_day_if_paid": plus_days(claim.claimed_on, rules.reinstate_wait_days).isoformat(),
    }
    lapses = code == "LAPSED"
    at, after = (
        (rules.lapse_at, rules.lapse_after_days) if lapses else (rules.suspend_at, rules.suspend_after_days)
    )
    if at != NEVER:
        values["lapse_at" if lapses else "suspend_at"] = at
    if after is not None:
        values |= {"overdue_days": debt.overdue_days, "after_days": after, "due": _iso(debt.due)}
    owing = not position.is_exempt and (debt.lapses(rules) or debt.suspends(rules))
    if member.reinstated is not None and not owing:
        returns = plus_days(member.reinstated, rules.reinstate_wait_days)
        values |= {"reinstated": member.reinstated.isoformat(), "first_day": returns.isoformat()}
    return values


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
