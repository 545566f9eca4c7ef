"""What a member's arrears and days of membership mean on a given day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from wangfund.domain.dues.coverage import Indexes, Range, arrears_months, is_covered, joined_numbers
from wangfund.domain.dues.due_dates import debt_after, debt_on
from wangfund.domain.rulebook.duration import plus_days
from wangfund.domain.rulebook.model import Membership, Start
from wangfund.thai.period import Period

__all__ = [
    "Cause",
    "Covering",
    "Standing",
    "Status",
    "arrears_months",
    "reinstated_on",
    "spell_start",
    "standing_on",
]


class Status(StrEnum):
    """A member's standing on a day; the first that fits, in this order."""

    NOT_YET = "NOT_YET"
    LEFT = "LEFT"
    UNKNOWN_COVERAGE = "UNKNOWN_COVERAGE"
    LAPSED = "LAPSED"
    SUSPENDED = "SUSPENDED"
    REINSTATE_WAIT = "REINSTATE_WAIT"
    WAITING = "WAITING"
    OWING = "OWING"
    ACTIVE = "ACTIVE"


@dataclass(frozen=True, slots=True)
class Standing:
    """The standing, the months owed, and for those who wait the first day with rights (else None)."""

    status: Status
    arrears_months: int = 0
    first_day: date | None = None


class Cause(StrEnum):
    """What covered some months."""

    PAYMENT = "payment"
    SET_OFF = "set_off"
    EXEMPT = "exempt"
    WAIVER = "waiver"


class Covering(NamedTuple):
    """Some months covered on a day; of what stands unreversed, in the order in which it happened."""

    day: date
    cause: Cause
    ranges: tuple[Range, ...]


def standing_on(
    day: date,
    membership: Membership,
    joined: date,
    covered: Iterable[Range],
    *,
    left: date | None = None,
    died: date | None = None,
    coverage_known: bool = True,
    exempt: Iterable[Range] = (),
    reinstated: date | None = None,
) -> Standing:
    """The standing of one spell on a day, from coverage as known (not as it stood: see `MemberFacts`).

    `left` is the first day without rights; the day of death still is a member's day (9.11 rule 8).
    While an exemption runs, months owed before it neither suspend nor lapse (rule 7); the wait after paying
    up from suspension goes on.
    A lapse here means 12 months or more owed, whether or not a resolution has ended the spell (rule 6).
    """
    if day < joined:
        return Standing(Status.NOT_YET)
    if (left is not None and day >= left) or (died is not None and day > died):
        return Standing(Status.LEFT)
    if not coverage_known:
        return Standing(Status.UNKNOWN_COVERAGE)
    exempted = tuple(exempt)
    debt = debt_on(membership, joined, day, (*covered, *exempted))
    owed = debt.number
    if not is_covered(Period.of(day), exempted):
        if debt.lapses(membership):
            return Standing(Status.LAPSED, owed)
        if debt.suspends(membership):
            return Standing(Status.SUSPENDED, owed)
    if reinstated is not None and not is_covered(Period.of(reinstated), exempted):
        returns = plus_days(reinstated, membership.reinstate_wait_days)
        if day < returns:
            return Standing(Status.REINSTATE_WAIT, owed, returns)
    rights = membership.waiting.ends(joined)
    if day < rights:
        return Standing(Status.WAITING, owed, rights)
    return Standing(Status.OWING if owed else Status.ACTIVE, owed)


def reinstated_on(
    membership: Membership, joined: date, coverings: Sequence[Covering], *, before: date | None = None
) -> date | None:
    """The last day a payment took arrears out of suspension (from 3 or more to 2 or fewer); None: never.

    `coverings` of one spell in the order in which they happened; with `before`, only those of earlier
    days count (an event is judged by the end of the day before it). Set-offs, exemptions and waivers
    cover months but never reinstate; a payment that leaves 3 or more owed changes nothing, nor one in a
    month that was exempt already (nothing was suspended then).

    Source: rulebook 9.11 rules 4, 5 and 7.
    """
    have: Indexes = ()
    exempt: list[Range] = []
    day = None
    for covering in coverings:
        if before is not None and covering.day >= before:
            continue
        if covering.cause is Cause.EXEMPT:
            exempt += covering.ranges
        is_payment = covering.cause is Cause.PAYMENT and not is_covered(Period.of(covering.day), exempt)
        was_suspended = is_payment and debt_after(membership, joined, covering.day, have).suspends(membership)
        have = joined_numbers((*have, *((first.index, last.index) for first, last in covering.ranges)))
        if was_suspended and not debt_after(membership, joined, covering.day, have).suspends(membership):
            day = covering.day
    return day


def spell_start(
    membership: Membership, applied: date, approved: date | None, first_money: date | None
) -> date | None:
    """The day from which a spell counts; None while what it needs has not happened.

    By application: the day applied when the first money came within the days allowed, else the day of
    the first receipt (rulebook 9.1).
    """
    if membership.start is Start.APPROVAL:
        return approved
    if membership.start is Start.FIRST_RECEIPT or first_money is None:
        return first_money
    allowed = membership.first_money_within_days
    if allowed is None or (first_money - applied).days <= allowed:
        return applied
    return first_money
