"""Who may approve a claim: the village committee up to the rules' limit, above it the meeting; and by whose hand."""

from __future__ import annotations

from dataclasses import dataclass

from wangfund.domain.profile import Profile
from wangfund.domain.rulebook.model import Benefit, Rulebook
from wangfund.thai.names import same_person

COMMITTEE = "committee"
MEETING = "meeting"
_CHAIR = "ประธาน"


@dataclass(frozen=True, slots=True)
class Approval:
    """Who may approve: up to `limit_satang` so many of the village committee sign, above it or `always` a resolution."""

    clause: str
    limit_satang: int
    signatures: int
    above_by_resolution: bool
    always: bool

    def by_committee(self, gross_satang: int) -> bool:
        """Whether the village committee may approve so much."""
        return not self.always and (gross_satang <= self.limit_satang or not self.above_by_resolution)


def approval_of(rules: Rulebook, benefit: Benefit) -> Approval:
    """What the rules say of approving a benefit."""
    limits = rules.limits
    return Approval(
        limits.clause,
        limits.approval_limit_satang,
        limits.committee_signatures,
        limits.above_by_resolution,
        benefit.by_resolution,
    )


def chairman(profile: Profile) -> str:
    """Who signs for a meeting, "" where nobody is named."""
    return profile.officer(_CHAIR)


def names_of(approver: str) -> tuple[str, ...]:
    """Those who approved, one by one, as they were written after each other with commas or on lines."""
    text = approver.replace("\n", ",").replace(";", ",")
    return tuple(name for name in (" ".join(part.split()) for part in text.split(",")) if name)


def approved_too(approver: str, payer: str) -> bool:
    """Whether the one who pays is among those who approved."""
    return any(same_person(name, payer) for name in names_of(approver))
