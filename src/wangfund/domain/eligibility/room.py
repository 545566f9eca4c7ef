"""Cutting the portions of an amount to the room that a cap leaves."""

from __future__ import annotations

from collections.abc import Iterable

from wangfund.domain.eligibility.amount import Portion
from wangfund.domain.rulebook.model import Benefit


def rate_of(benefit: Benefit) -> int:
    """The price of one counted unit, in satang; 0 when the benefit counts none."""
    return next((part.amount_satang for part in benefit.parts if part.counted), 0)


def total(portions: Iterable[Portion]) -> int:
    """The portions together, in satang."""
    return sum(portion.amount_satang for portion in portions)


def units_of(portions: Iterable[Portion]) -> int:
    """The counted units of the portions."""
    return sum(portion.units for portion in portions if portion.counted)


def cut_units(portions: tuple[Portion, ...], room: int) -> tuple[Portion, ...]:
    """Leave at most `room` counted units."""
    left = max(room, 0)
    cut = []
    for portion in portions:
        if portion.counted:
            units = min(portion.units, left)
            left -= units
            cut.append(portion.of_units(units) if units < portion.units else portion)
        else:
            cut.append(portion)
    return tuple(cut)


def cut_amount(portions: tuple[Portion, ...], room_satang: int) -> tuple[Portion, ...]:
    """Leave at most so much money: counted portions lose whole units first, then the others, the last first.

    Source: rulebook 9.11 rule 10 (room 250 at 100 a night is 2 nights; at a birth the nights are cut,
    the child's part last).
    """
    over = total(portions) - max(room_satang, 0)
    if over <= 0:
        return portions
    cut = list(portions)
    for place in reversed(range(len(cut))):
        portion = cut[place]
        if over > 0 and portion.counted and portion.rate_satang:
            units = min(portion.units, -(-over // portion.rate_satang))
            cut[place] = portion.of_units(portion.units - units)
            over -= units * portion.rate_satang
    for place in reversed(range(len(cut))):
        portion = cut[place]
        if over > 0 and not portion.counted:
            less = min(portion.amount_satang, over)
            cut[place] = portion.of_amount(portion.amount_satang - less)
            over -= less
    return tuple(cut)
