"""A version of a fund's rulebook, as frozen data: everything the engine knows about a fund's rules.

Money is satang, lengths are days or `Duration`, percents are whole. `clause` is the by-law's own
reference, as the committee wrote it ("" when it says none). What a benefit says stands in `benefit`,
and is named here too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from wangfund.domain.rulebook.benefit import (
    BETWEEN,
    KNOWN_FACTS,
    PEOPLE,
    SPOKEN_WORDS,
    WORKED_OUT,
    AmountPart,
    Benefit,
    Cap,
    Condition,
    Example,
    Exclusion,
    FactType,
    FactValue,
    FactWord,
    Heir,
    Once,
    OncePer,
    Operator,
    PartKind,
    PayDays,
    Per,
    Scope,
    Tier,
    TierBase,
    Waiting,
    YearBasis,
)
from wangfund.domain.rulebook.waiting import MonthsCounted, WaitingTime

__all__ = [
    "ADMIN_PERCENT_LIMIT",
    "BASIC_KINDS",
    "BETWEEN",
    "KNOWN_FACTS",
    "NEVER",
    "PEOPLE",
    "SPOKEN_WORDS",
    "WORKED_OUT",
    "AmountPart",
    "Benefit",
    "Cadence",
    "Cap",
    "ClaimRules",
    "Condition",
    "Contribution",
    "DueDate",
    "Example",
    "Exclusion",
    "FactType",
    "FactValue",
    "FactWord",
    "Heir",
    "Limits",
    "Membership",
    "MonthsCounted",
    "Once",
    "OncePer",
    "OpenWord",
    "Operator",
    "PartKind",
    "PayDays",
    "Per",
    "Pools",
    "Rulebook",
    "Scope",
    "Start",
    "Tier",
    "TierBase",
    "Waiting",
    "WaitingTime",
    "YearBasis",
    "YearlyCeiling",
]

ADMIN_PERCENT_LIMIT = 20
BASIC_KINDS = frozenset({1, 2, 3, 4, 5})
NEVER = 1_000_000
"""As a number of months owed: arrears are not judged by their number."""


@dataclass(frozen=True, slots=True)
class Cadence:
    """One way to pay: so much money covers so many months."""

    code: str
    name: str
    amount_satang: int
    months: int


@dataclass(frozen=True, slots=True)
class Contribution:
    """What members pay; `month_price_satang` is what one owed month costs."""

    clause: str
    entry_fee_satang: int
    month_price_satang: int
    cadences: tuple[Cadence, ...]

    def cadence(self, code: str) -> Cadence | None:
        """The cadence of that code, or None."""
        return next((cadence for cadence in self.cadences if cadence.code == code), None)


class Start(StrEnum):
    """The day from which a spell of membership counts."""

    APPLICATION = "application"
    APPROVAL = "approval"
    FIRST_RECEIPT = "first_receipt"


class DueDate(NamedTuple):
    """A stretch of the year, `months` from `first_month` on, falls due whole on one day (month, day).

    The day is the first such day on or after the stretch begins.
    """

    month: int
    day: int
    first_month: int
    months: int


@dataclass(frozen=True, slots=True)
class Membership:
    """When a spell starts, when rights begin, and what arrears do to them.

    `first_money_within_days` (None: no limit): the first money must come within so many days of the
    application, or else the spell starts on the day of the first receipt.
    Without `due_dates` each month falls due as it ends. Rights rest from `suspend_at` owed months on, or
    when the oldest debt is more than `suspend_after_days` days overdue (None: not judged so); the
    membership lapses likewise.
    """

    clause: str
    start: Start
    first_money_within_days: int | None
    waiting_clause: str
    waiting: WaitingTime
    arrears_clause: str
    suspend_at: int
    lapse_at: int
    reinstate_wait_days: int
    set_off: bool
    due_dates: tuple[DueDate, ...] = ()
    suspend_after_days: int | None = None
    lapse_after_days: int | None = None

    @property
    def waiting_days(self) -> int:
        """About how many days the waiting lasts."""
        return self.waiting.length.about_days


@dataclass(frozen=True, slots=True)
class Pools:
    """The pools in the rulebook's order, and how each source of money is cut (whole percents of 100).

    A source named in `as_donor_states` goes where the giver says.
    """

    clause: str
    names: tuple[str, ...]
    shares: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    as_donor_states: tuple[str, ...]
    benefits_from: str
    admin: str
    admin_max_percent: int
    admin_warn_percent: int

    def share_of(self, source: str) -> tuple[tuple[str, int], ...] | None:
        """The shares of a source, or None when the rulebook does not name it."""
        return next((shares for name, shares in self.shares if name == source), None)


@dataclass(frozen=True, slots=True)
class Limits:
    """Who may approve, and how much money may be in a hand."""

    clause: str
    approval_limit_satang: int
    committee_signatures: int
    above_by_resolution: bool
    cash_clause: str
    cash_in_hand_max_satang: int
    cash_payment_max_satang: int
    bank_within_working_days: int
    bank_signatories: int
    bank_sign_any: int


@dataclass(frozen=True, slots=True)
class YearlyCeiling:
    """The most money a member may be given for the events of one year, some benefits left out."""

    clause: str
    amount_satang: int
    year: YearBasis
    except_benefits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimRules:
    """Clauses that speak about every claim."""

    clause: str
    papers_clause: str
    heir_clause: str


class OpenWord(NamedTuple):
    """A word the text leaves to be filled ("?"): its path (benefits by code), its line, its clause."""

    path: str
    line: int
    clause: str


@dataclass(frozen=True, slots=True)
class Rulebook:
    """One version of a fund's rules, in force for events from `effective_from` on.

    `open_words` are left to be filled: such a text is a pattern; no fund may adopt it as it stands.
    `lines` are the lines of its text by path, benefits by code; the same rules from another text are equal.
    """

    rulebook_id: str
    name: str
    version: int
    effective_from: date
    resolution: str
    fiscal_year_starts: int
    contribution: Contribution
    membership: Membership
    pools: Pools
    limits: Limits
    claims: ClaimRules
    yearly_ceiling: YearlyCeiling | None
    shared_caps: tuple[Cap, ...]
    benefits: tuple[Benefit, ...]
    open_words: tuple[OpenWord, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    def benefit(self, code: str) -> Benefit | None:
        """The benefit of that code, or None."""
        for benefit in self.benefits:
            if benefit.code == code:
                return benefit
        return None

    def caps_of(self, benefit: Benefit) -> tuple[Cap, ...]:
        """The benefit's own caps, then those it shares with others."""
        shared = [cap for cap in self.shared_caps if benefit.code in cap.benefits]
        return (*benefit.caps, *shared) if shared else benefit.caps

    def rights_from(self, benefit: Benefit, joined: date) -> date:
        """The day on which the waiting before a benefit ends for one who joined on a day, years aside."""
        if benefit.waiting is Waiting.NONE:
            return joined
        return (self.membership.waiting if benefit.waiting is Waiting.STANDARD else benefit.wait).ends(joined)

    def leaves_open(self, path: str) -> bool:
        """Whether the word at a path, or one under it, is still to be filled."""
        under = (f"{path}.", f"{path}[")
        return any(word.path == path or word.path.startswith(under) for word in self.open_words)
