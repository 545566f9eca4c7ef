"""What a decision is made from: the claim as told, the member as recorded, and earlier claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from wangfund.domain.dues.coverage import Range
from wangfund.domain.rulebook.model import FactValue


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """One claim. `values` are the facts the benefit asks for, money in satang.

    `key` names the event for the duplicate guard; None: an event unlike every other.
    `missing_documents` are the papers still to be brought.
    """

    benefit: str
    event: date
    claimed_on: date
    values: Mapping[str, FactValue] = field(default_factory=dict)
    key: str | None = None
    missing_documents: tuple[str, ...] = ()
    payee_is_heir: bool = True


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """One spell of membership as it stood at the end of the day before the event (rulebook 9.11 rule 4).

    `left` is the first day without rights; the day in `died` still has them. `covered` holds every
    covered month however covered, `exempt` those covered by exemption. `paid_since` are the months
    covered on or after the event's day: they cure nothing and are not set off again. `reinstated` is the
    last reinstatement known before the event; one after the event says: suspended on that day.
    `coverage_known` False: nobody has said what was paid, and `covered` means nothing.
    """

    joined: date
    left: date | None = None
    died: date | None = None
    birth_date: date | None = None
    coverage_known: bool = True
    covered: tuple[Range, ...] = ()
    exempt: tuple[Range, ...] = ()
    paid_since: tuple[Range, ...] = ()
    reinstated: date | None = None


class Whose(StrEnum):
    """Whose earlier claim it is."""

    OWN = "own"
    FAMILY = "family"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PastClaim:
    """An earlier claim that was decided to pay, paid or not; `counts` False once reversed or refused.

    `year` stands for the event's day when only the year is known. `ref` names it for the reader.
    """

    benefit: str
    gross_satang: int
    units: int = 0
    key: str | None = None
    event: date | None = None
    year: int | None = None
    whose: Whose = Whose.OWN
    counts: bool = True
    ref: str = ""
