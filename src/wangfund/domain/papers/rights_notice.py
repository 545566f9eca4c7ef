"""What a member may claim on a day, for her to take home (ใบแจ้งสิทธิของสมาชิก)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.eligibility.entitlements import Entitlement
from wangfund.domain.papers.fund_head import FundHead, Signature
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class RightsNotice:
    """`rows` those she may claim now first, then by their first day. Money in satang.

    `paid_through` None: nothing is covered, or nobody knows. `ceiling_satang` is the most of a year over all benefits,
    0 for none, and `used_satang` what she had of it. `to_heir` are the benefits that go to the heir she named, `heir`
    that heir ("" nobody named). `version` is the rulebook's.
    """

    head: FundHead
    day: date
    name: str
    member_no: str
    moo: int
    village: str
    joined: date
    paid_through: Period | None
    owed_satang: int
    rows: tuple[Entitlement, ...]
    ceiling_satang: int
    used_satang: int
    to_heir: frozenset[str]
    heir: str
    version: int
    signature: Signature
