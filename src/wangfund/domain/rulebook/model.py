"""A version of a fund's rulebook, as frozen data: everything the engine knows about a fund's rules.

Money is satang, lengths are days or `Duration`, percents are whole. `clause` is the by-law's own
reference, as the committee wrote it ("" when it says none).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from wangfund.domain.rulebook.duration import Duration

ADMIN_PERCENT_LIMIT = 20
BASIC_KINDS = frozenset({1, 2, 3, 4, 5})
KNOWN_FACTS = frozenset({"event", "age", "age_at_joining", "years"})
"""Facts every claim has without being asked: from the event's day and the register."""


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


@dataclass(frozen=True, slots=True)
class Membership:
    """When a spell starts, when rights begin, and what arrears do to them.

    `first_money_within_days` (None: no limit): the first money must come within so many days of the
    application, or else the spell starts on the day of the first receipt.
    """

    clause: str
    start: Start
    first_money_within_days: int | None
    waiting_clause: str
    waiting_days: int
    arrears_clause: str
    suspend_at: int
    lapse_at: int
    reinstate_wait_days: int
    set_off: bool


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


class Per(StrEnum):
    """The stretch over which a cap or a once-key counts."""

    EVENT = "event"
    YEAR = "year"
    LIFE = "life"


class Scope(StrEnum):
    """Whose claims are counted: the member's own, the family's, or everybody's."""

    MEMBER = "member"
    FAMILY = "family"
    FUND = "fund"


class YearBasis(StrEnum):
    """Which twelve months a year is; the event's day falls in one."""

    CALENDAR = "calendar"
    FISCAL = "fiscal"
    ANNIVERSARY = "anniversary"


@dataclass(frozen=True, slots=True)
class YearlyCeiling:
    """The most money a member may be given for the events of one year, some benefits left out."""

    clause: str
    amount_satang: int
    year: YearBasis
    except_benefits: tuple[str, ...]


class FactType(StrEnum):
    """What a fact is; `DAYS_BETWEEN` is worked out from two dates."""

    DATE = "date"
    WHOLE = "whole"
    NUMBER = "number"
    BAHT = "baht"
    YES_NO = "yes_no"
    CHOICE = "choice"
    TEXT = "text"
    DAYS_BETWEEN = "days_between"


FactValue = int | bool | str | date | Decimal


@dataclass(frozen=True, slots=True)
class FactWord:
    """A fact a benefit asks for. `default` (None: none) stands when nobody said; `also` are other names it is read by."""

    name: str
    label: str
    type: FactType
    choices: tuple[tuple[str, str], ...] = ()
    default: FactValue | None = None
    also: tuple[str, ...] = ()
    since: str = ""
    until: str = ""


class Operator(StrEnum):
    """How a condition compares its fact."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BELOW = "below"
    IS = "is"
    ONE_OF = "one_of"


@dataclass(frozen=True, slots=True)
class Condition:
    """A fact that must hold; `reason` is the code said when it does not ("" in a `when`)."""

    fact: str
    operator: Operator
    number: Decimal = Decimal(0)
    wanted: tuple[str, ...] = ()
    yes: bool = True
    reason: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class PayDays:
    """The only days on which an event of this benefit can be, as (month, day)."""

    days: tuple[tuple[int, int], ...]
    reason: str
    clause: str


class PartKind(StrEnum):
    """How one part of an amount is worked out."""

    FIXED = "fixed"
    PER_UNIT = "per_unit"
    TIERS = "tiers"
    CHOICE = "choice"
    ACTUAL = "actual"
    PER_YEAR = "per_year"


class TierBase(StrEnum):
    """What a tier table is read by."""

    MEMBERSHIP = "membership"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class Tier:
    """From a completed length (inclusive) to another (exclusive; None: for ever)."""

    start: Duration
    end: Duration | None
    amount_satang: int
    clause: str


@dataclass(frozen=True, slots=True)
class AmountPart:
    """One part of a benefit's amount; the parts whose `when` holds are added up.

    FIXED amount_satang. PER_UNIT amount_satang × the whole number in `fact`; a `counted` part's units
    are the benefit's units, which caps count. TIERS by membership or age; `below` is the reason heard
    under the first tier ("" when the rules do not say). CHOICE by the choice in `fact`. ACTUAL the
    money in `fact`, up to amount_satang. PER_YEAR amount_satang × completed years of membership,
    between floor and ceiling (0: none).
    """

    kind: PartKind
    clause: str
    amount_satang: int = 0
    fact: str = ""
    counted: bool = False
    when: Condition | None = None
    by: TierBase = TierBase.MEMBERSHIP
    tiers: tuple[Tier, ...] = ()
    below: str = ""
    options: tuple[tuple[str, int], ...] = ()
    floor_satang: int = 0
    ceiling_satang: int = 0


@dataclass(frozen=True, slots=True)
class Cap:
    """The most of a benefit (or of several together) per event, year or life; one of the three is set.

    `units` counts the benefit's units, `times` the claims, `amount_satang` the money.
    """

    per: Per
    scope: Scope
    clause: str
    benefits: tuple[str, ...]
    units: int | None = None
    times: int | None = None
    amount_satang: int | None = None


class OncePer(StrEnum):
    """What makes two claims the same: an event key, a year, or a member's whole life."""

    KEY = "key"
    YEAR = "year"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Once:
    """Claimable once per this; `key` is a template of facts such as 'HOSP|{admitted}|{event}'."""

    per: OncePer
    key: str
    scope: Scope
    clause: str


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What other benefits of the same year take away.

    With `top_up` the claim pays only what lifts the others to `up_to_satang`; without, nothing.
    """

    benefits: tuple[str, ...]
    top_up: bool
    up_to_satang: int
    reason: str
    clause: str


class Waiting(StrEnum):
    """Whether the fund's waiting days stand before this benefit."""

    STANDARD = "standard"
    NONE = "none"


class Heir(StrEnum):
    """Who is paid: the member, or the heir the member named."""

    NONE = "none"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Benefit:
    """One kind of welfare. `codi_kind` 1–13 is the line of the status form; None only when not cash.

    `deadline_days` None: no deadline. `year` None: the rules do not say (calendar is used).
    `needs_standing`: refused to suspended and lapsed members.
    """

    code: str
    name: str
    clause: str
    codi_kind: int | None
    cash: bool
    who: tuple[str, ...]
    event: str
    waiting: Waiting
    min_years: int
    needs_standing: bool
    deadline_days: int | None
    year: YearBasis | None
    unit: str
    facts: tuple[FactWord, ...]
    pay_days: PayDays | None
    conditions: tuple[Condition, ...]
    parts: tuple[AmountPart, ...]
    caps: tuple[Cap, ...]
    once: tuple[Once, ...]
    exclusion: Exclusion | None
    documents: tuple[str, ...]
    heir: Heir
    by_resolution: bool
    bank_above_cash_limit: bool

    def fact(self, name: str) -> FactWord | None:
        """The fact of that name, or None."""
        return next((word for word in self.facts if word.name == name), None)


@dataclass(frozen=True, slots=True)
class ClaimRules:
    """Clauses that speak about every claim."""

    clause: str
    papers_clause: str
    heir_clause: str


@dataclass(frozen=True, slots=True)
class Rulebook:
    """One version of a fund's rules, in force for events from `effective_from` on."""

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

    def benefit(self, code: str) -> Benefit | None:
        """The benefit of that code, or None."""
        return next((benefit for benefit in self.benefits if benefit.code == code), None)

    def caps_of(self, benefit: Benefit) -> tuple[Cap, ...]:
        """The benefit's own caps, then those it shares with others."""
        return benefit.caps + tuple(cap for cap in self.shared_caps if benefit.code in cap.benefits)
