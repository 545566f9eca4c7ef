"""One kind of welfare as a rulebook says it: who, when, under which conditions, how much, how often.

Money is satang, percents are whole. `clause` is the by-law's own reference ("" when it says none).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from wangfund.domain.rulebook.duration import Duration
from wangfund.domain.rulebook.waiting import WaitingTime

PEOPLE = ("member", "spouse", "child", "parent", "household")
"""Whose event it may be; the claim is always a member's."""
KNOWN_FACTS = frozenset({"event", "who", "age", "age_at_joining", "years", "months_paid"})
"""Facts every claim has without being declared: from the event, the register and the coverage."""
SPOKEN_WORDS = frozenset(
    {
        "event",
        "payee",
        "missing_docs",
        "missing_documents",
        "payee_is_beneficiary",
        "payee_is_heir",
        "benefit",
        "claim",
        "claimed_on",
        "key",
    }
)
"""Words every claim is told with; no fact of a benefit may have such a name."""


class Per(StrEnum):
    """The stretch over which a cap or an exclusion counts.

    ADMISSION is a committee's word for EVENT. KEY: all claims of the same event key, whoever claims.
    """

    EVENT = "event"
    ADMISSION = "admission"
    KEY = "key"
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


class FactType(StrEnum):
    """What a fact is.

    `DAYS_BETWEEN` and `YEARS_BETWEEN` are worked out from two dates, `YEARS_WITHOUT_CLAIM` from the
    earlier claims: completed years since the last one (or since joining).
    """

    DATE = "date"
    WHOLE = "whole"
    NUMBER = "number"
    BAHT = "baht"
    YES_NO = "yes_no"
    CHOICE = "choice"
    TEXT = "text"
    DAYS_BETWEEN = "days_between"
    YEARS_BETWEEN = "years_between"
    YEARS_WITHOUT_CLAIM = "years_without_claim"


FactValue = int | bool | str | date | Decimal
BETWEEN = frozenset({FactType.DAYS_BETWEEN, FactType.YEARS_BETWEEN})
WORKED_OUT = BETWEEN | {FactType.YEARS_WITHOUT_CLAIM}


@dataclass(frozen=True, slots=True)
class FactWord:
    """A fact a benefit asks for. `default` (None: none) stands when nobody said; `also` are other names it is read by.

    `since` and `until` name the dates of a stretch; `benefits` whose claims end years without claim. `most` is the
    greatest number that makes sense (satang where the fact is money; None: unsaid): more is a slip of the hand, not
    something to be capped.
    """

    name: str
    label: str
    type: FactType
    choices: tuple[tuple[str, str], ...] = ()
    default: FactValue | None = None
    also: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    benefits: tuple[str, ...] = ()
    most: Decimal | None = None


class Operator(StrEnum):
    """How a condition compares its fact."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BELOW = "below"
    IS = "is"
    ONE_OF = "one_of"


@dataclass(frozen=True, slots=True)
class Condition:
    """A fact that must hold; `reason` is the code said when it does not ("" in a `when`).

    `number` is satang where the fact is money. `says` are the by-law's own words to the one refused ("": none).
    """

    fact: str
    operator: Operator
    number: Decimal = Decimal(0)
    wanted: tuple[str, ...] = ()
    yes: bool = True
    reason: str = ""
    clause: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class PayDays:
    """The only days on which an event of this benefit can be, as (month, day)."""

    days: tuple[tuple[int, int], ...]
    reason: str
    clause: str
    says: str = ""


class PartKind(StrEnum):
    """How one part of an amount is worked out."""

    FIXED = "fixed"
    PER_UNIT = "per_unit"
    TIERS = "tiers"
    CHOICE = "choice"
    ACTUAL = "actual"
    PER_YEAR = "per_year"


class TierBase(StrEnum):
    """What a tier table or a rate per year is read by; PAID are the months lived through and covered."""

    MEMBERSHIP = "membership"
    AGE = "age"
    PAID = "paid"


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
    are the benefit's units, which caps count. TIERS by membership, age or months paid; `below` is the
    reason heard under the first tier ("" when the rules do not say). CHOICE by the choice in `fact`.
    ACTUAL `percent` of the money in `fact`, up to amount_satang. PER_YEAR amount_satang × completed years
    (of membership, age or paid) beyond `above`, between floor and ceiling (0: none).
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
    percent: int = 100
    above: int = 0
    floor_satang: int = 0
    ceiling_satang: int = 0


@dataclass(frozen=True, slots=True)
class Cap:
    """The most of a benefit (or of several together) over a stretch; one of the three is set.

    `units` counts the benefit's units, `times` the claims, `amount_satang` the money. `year` None: the
    year of the benefit claimed.
    """

    per: Per
    scope: Scope
    clause: str
    benefits: tuple[str, ...]
    units: int | None = None
    times: int | None = None
    amount_satang: int | None = None
    year: YearBasis | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether its number is still to be filled."""
        return self.units is None and self.times is None and self.amount_satang is None


class OncePer(StrEnum):
    """What makes two claims the same: an event key, a year, the event's day, or a member's whole life."""

    KEY = "key"
    YEAR = "year"
    DAY = "day"
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
    """What other benefits of the same year (day, life, event key) take away.

    With `top_up` the claim pays only what lifts the others to `up_to_satang`; without, nothing.
    """

    benefits: tuple[str, ...]
    top_up: bool
    up_to_satang: int
    reason: str
    clause: str
    per: Per = Per.YEAR
    says: str = ""


class Waiting(StrEnum):
    """Which waiting stands before a benefit: the fund's, none, or one of its own."""

    STANDARD = "standard"
    NONE = "none"
    OWN = "own"


class Heir(StrEnum):
    """Who is paid: the member, or the heir the member named."""

    NONE = "none"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Example:
    """A decided case that stands beside its rule, as the JSON text of one case of a case file."""

    name: str
    clause: str
    case: str


@dataclass(frozen=True, slots=True)
class Benefit:
    """One kind of welfare. `codi_kind` 1–13 is the line of the status form; None only when not cash.

    `wait` stands when `waiting` is OWN. `deadline_days` None: no deadline. `year` None: the rules do not
    say (calendar is used). `needs_standing`: refused to suspended and lapsed members. `shared_by` names
    the fact by which the amount is divided ("": nobody shares).
    """

    code: str
    name: str
    clause: str
    codi_kind: int | None
    cash: bool
    who: tuple[str, ...]
    event: str
    waiting: Waiting
    wait: WaitingTime
    min_years: int
    needs_standing: bool
    deadline_days: int | None
    year: YearBasis | None
    unit: str
    facts: tuple[FactWord, ...]
    pay_days: PayDays | None
    conditions: tuple[Condition, ...]
    parts: tuple[AmountPart, ...]
    shared_by: str
    caps: tuple[Cap, ...]
    once: tuple[Once, ...]
    exclusion: Exclusion | None
    documents: tuple[str, ...]
    heir: Heir
    by_resolution: bool
    bank_above_cash_limit: bool
    examples: tuple[Example, ...] = ()

    def fact(self, name: str) -> FactWord | None:
        """The fact of that name, or None."""
        for word in self.facts:
            if word.name == name:
                return word
        return None
