"""What is left of the limits over a benefit: its own caps, those it shares, and the yearly ceiling."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wangfund.domain.eligibility.position import Position
from wangfund.domain.eligibility.room import rate_of
from wangfund.domain.eligibility.year_of import next_year
from wangfund.domain.rulebook.model import Benefit, Cap, Per, Scope, YearBasis

CEILING = "ceiling"


class Measure(StrEnum):
    """What a limit counts."""

    UNITS = "units"
    TIMES = "times"
    SATANG = "satang"


@dataclass(frozen=True, slots=True)
class Room:
    """What is left under one limit on a day.

    `per` is the stretch ('event', 'year', 'life' …; 'ceiling' for the yearly ceiling over all benefits),
    `anew` the day from which a limit by the year has all its room again (None: never, or always).
    `limit` and `left` count units, times or satang.
    """

    clause: str
    per: str
    scope: Scope
    measure: Measure
    limit: int
    left: int
    benefits: tuple[str, ...]
    anew: date | None


def rooms_of(benefit: Benefit, position: Position) -> tuple[Room, ...]:
    """The benefit's limits in the order in which a claim meets them."""
    rulebook = position.rulebook
    rooms = [_of_cap(cap, benefit, position) for cap in rulebook.caps_of(benefit)]
    ceiling = rulebook.yearly_ceiling
    if ceiling is not None and benefit.cash and benefit.code not in ceiling.except_benefits:
        left = max(ceiling.amount_satang - position.history.cash_in_year(rulebook), 0)
        anew = year_after(ceiling.year, position)
        money = (Measure.SATANG, ceiling.amount_satang, left)
        rooms.append(Room(ceiling.clause, CEILING, Scope.MEMBER, *money, (), anew))
    return tuple(rooms)


def is_full(room: Room, benefit: Benefit) -> bool:
    """Whether a limit leaves nothing of this benefit: no time, no whole unit where all of it is counted."""
    all_counted = all(part.counted for part in benefit.parts)
    if room.measure is Measure.SATANG:
        return room.left < (max(rate_of(benefit), 1) if all_counted else 1)
    return room.left <= 0 and (room.measure is Measure.TIMES or all_counted)


def year_after(basis: YearBasis | None, position: Position) -> date:
    """The first day of the year after the day asked about, as the benefit counts years."""
    starts = position.rulebook.fiscal_year_starts
    return next_year(position.event, basis, joined=position.member.joined, fiscal_year_starts=starts)


def _of_cap(cap: Cap, benefit: Benefit, position: Position) -> Room:
    used = position.history.used(cap, benefit.year)
    if cap.times is not None:
        measure, limit, spent = Measure.TIMES, cap.times, used.times
    elif cap.units is not None:
        measure, limit, spent = Measure.UNITS, cap.units, used.units
    else:
        measure, limit, spent = Measure.SATANG, cap.amount_satang or 0, used.amount_satang
    anew = year_after(cap.year or benefit.year, position) if cap.per is Per.YEAR else None
    clause = cap.clause or benefit.clause
    left = max(limit - spent, 0)
    return Room(clause, cap.per.value, cap.scope, measure, limit, left, cap.benefits, anew)
