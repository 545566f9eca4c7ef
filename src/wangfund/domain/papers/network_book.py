"""What the fund gives the provincial network: counts and sums, never a member's row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.papers.fund_head import FundHead
from wangfund.thai.period import Period

VERSION = 1
"""The version of the machine sheet; raised when its keys change."""


@dataclass(frozen=True, slots=True)
class MemberCount:
    """Members of a village by kind at the day asked; `kind` is a code (general, youth, elder, unknown_age)."""

    moo: int
    village: str
    kind: str
    ever: int
    current: int


@dataclass(frozen=True, slots=True)
class ContributionMonth:
    """Contributions of a calendar month: receipts (standing ones) and satang."""

    month: Period
    receipts: int
    satang: int


@dataclass(frozen=True, slots=True)
class BenefitMonth:
    """Benefits of a calendar month by CODI kind: cases and gross satang."""

    month: Period
    account: str
    cases: int
    satang: int


@dataclass(frozen=True, slots=True)
class SourceTotal:
    """A source or use of money since founding of the books, satang."""

    account: str
    name: str
    satang: int


@dataclass(frozen=True, slots=True)
class NetworkBook:
    """The whole workbook; figures as of `day` (the end of that day).

    `before` are benefits paid before the books, by the month of their event, January where only the year is known:
    they add up by kind, and stand in no month of the books.
    """

    head: FundHead
    founded_on: date
    day: date
    villages: int
    villages_with_members: int
    population: int
    members_ever: int
    members_now: int
    members_full_year: int
    full_year_day: date
    cash_satang: int
    bank_satang: int
    total_satang: int
    pools: tuple[tuple[str, int], ...]
    approved_unpaid_satang: int
    paid_ahead_satang: int
    last_closed: Period | None
    fingerprint: str
    members: tuple[MemberCount, ...]
    contributions: tuple[ContributionMonth, ...]
    benefits: tuple[BenefitMonth, ...]
    sources: tuple[SourceTotal, ...]
    before: tuple[BenefitMonth, ...] = ()
