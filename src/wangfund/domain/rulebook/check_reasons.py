"""Whether the reasons a benefit names are its own: a code the engine says itself would mean two things."""

from __future__ import annotations

from collections.abc import Iterator

from wangfund.domain.errors import Finding
from wangfund.domain.rulebook.model import Benefit

ENGINE_REASONS = frozenset(
    {
        "OK",
        "CAPPED",
        "CAPPED_ANNUAL",
        "TOP_UP",
        "SET_OFF",
        "DOC_MISSING",
        "FACT_MISSING",
        "HEIR_RESOLUTION",
        "NO_RULE_IN_FORCE",
        "NO_SUCH_BENEFIT",
        "DUPLICATE",
        "CLAIM_BEFORE_EVENT",
        "NOT_MEMBER_AT_EVENT",
        "LAPSED",
        "SUSPENDED",
        "REINSTATE_WAIT",
        "LATE_CLAIM",
        "CAP_REACHED",
        "ANNUAL_CAP_REACHED",
        "NO_AMOUNT",
        "NO_TIER",
    }
)
"""What a decision says by itself. WAITING is not among them: a table that begins above 0 says it too."""


def check_reasons(benefit: Benefit) -> Iterator[Finding]:
    """REASON_TAKEN for each reason of a condition, a pay day, an exclusion or a table that is the engine's own."""
    at = f"benefits.{benefit.code}"
    named = [(f"{at}.conditions[{place}].reason", one.reason) for place, one in enumerate(benefit.conditions)]
    named += [(f"{at}.amounts[{place}].below", part.below) for place, part in enumerate(benefit.parts)]
    if benefit.pay_days is not None:
        named.append((f"{at}.pay_days.reason", benefit.pay_days.reason))
    if benefit.exclusion is not None:
        named.append((f"{at}.exclusive_with.reason", benefit.exclusion.reason))
    for where, reason in named:
        if reason in ENGINE_REASONS:
            values = {"benefit": benefit.code, "reason": reason}
            yield Finding("REASON_TAKEN", where, benefit.clause, values=values)
