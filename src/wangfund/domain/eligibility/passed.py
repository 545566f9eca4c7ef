"""What a claim has passed on its way to being paid: the steps of the decision that found nothing, told with their values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from wangfund.domain.eligibility.assessment import Step
from wangfund.domain.errors import Finding, Value
from wangfund.domain.rulebook.duration import plus_days, plus_months
from wangfund.domain.rulebook.model import NEVER, Benefit, Rulebook, Waiting

_OUTSIDE = frozenset({"NOT_MEMBER_AT_EVENT", "CLAIM_BEFORE_EVENT"})
_STANDING = frozenset({"LAPSED", "SUSPENDED", "REINSTATE_WAIT"})


def passed_checks(
    rulebook: Rulebook,
    benefit: Benefit,
    *,
    event: date,
    claimed_on: date,
    joined: date,
    arrears_months: int | None,
    findings: Iterable[Finding],
) -> tuple[Step, ...]:
    """Steps 3 to 7 of the decision (rulebook 9.3) that `findings` say nothing against, as steps without money.

    Codes: CHECK_WAITED or CHECK_MEMBER, CHECK_STANDING, CHECK_IN_TIME, CHECK_PAPERS. What nobody knows is not told.
    """
    failed = {finding.code for finding in findings}
    missing = {finding.field for finding in findings if finding.code == "FACT_MISSING"}
    found = []
    if not failed & _OUTSIDE and joined <= event:
        found.append(_membership(rulebook, benefit, event, joined, waits="WAITING" in failed))
    if benefit.needs_standing and not failed & _STANDING and "coverage" not in missing:
        found.append(_standing(rulebook, arrears_months))
    if benefit.deadline_days is not None and "LATE_CLAIM" not in failed and claimed_on >= event:
        last = plus_days(event, benefit.deadline_days)
        values: dict[str, Value] = {"deadline_days": benefit.deadline_days, "last_day": last.isoformat()}
        found.append(Step("CHECK_IN_TIME", values, benefit.clause, 0))
    if benefit.documents and "DOC_MISSING" not in failed:
        said: dict[str, Value] = {"papers": len(benefit.documents)}
        found.append(Step("CHECK_PAPERS", said, rulebook.claims.papers_clause, 0))
    return tuple(step for step in found if step is not None)


def months_between(since: date, until: date) -> int:
    """Completed months from one day to another, never below 0."""
    return max(0, (until.year - since.year) * 12 + until.month - since.month - (until.day < since.day))


def _membership(
    rulebook: Rulebook, benefit: Benefit, event: date, joined: date, *, waits: bool
) -> Step | None:
    rules = rulebook.membership
    values: dict[str, Value] = {"months": months_between(joined, event)}
    waiting = rules.waiting if benefit.waiting is Waiting.STANDARD else benefit.wait
    first = max(rulebook.rights_from(benefit, joined), plus_months(joined, 12 * benefit.min_years))
    if waits or event < first:
        return None
    if benefit.min_years:
        return Step("CHECK_YEARS", {**values, "min_years": benefit.min_years}, benefit.clause, 0)
    if benefit.waiting is Waiting.NONE or not (waiting.days or waiting.months):
        return Step("CHECK_MEMBER", values, rules.clause, 0)
    clause = rules.waiting_clause if benefit.waiting is Waiting.STANDARD else benefit.clause
    values |= {"waiting_days": waiting.days, "waiting_months": waiting.months}
    return Step("CHECK_WAITED", values, clause, 0)


def _standing(rulebook: Rulebook, arrears_months: int | None) -> Step | None:
    if arrears_months is None:
        return None
    rules = rulebook.membership
    values: dict[str, Value] = {"arrears_months": arrears_months}
    if rules.suspend_at != NEVER:
        values["suspend_at"] = rules.suspend_at
    return Step("CHECK_STANDING", values, rules.arrears_clause, 0)
