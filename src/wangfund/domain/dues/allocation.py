"""Which months a payment covers, and what stays as the member's credit.

Source: rulebook 9.11 rules 1 and 2. A payment is made of cadence amounts; it covers the oldest owed
months first and then goes ahead without holes. Less than a month's price stands as credit until the
credit reaches the price and covers a month.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import gcd

from wangfund.domain.dues.coverage import Indexes, Range, gap_numbers, merged, to_ranges
from wangfund.domain.errors import Refused, Values
from wangfund.domain.rulebook.model import Cadence, Contribution
from wangfund.thai.period import Period

MONTHS_CAP = 600
"""No payment covers more than fifty years: such an amount is a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """How an amount is made of cadence amounts: how many of each (none with 0), what is left over."""

    counts: tuple[tuple[str, int], ...]
    months: int
    rest_satang: int


@dataclass(frozen=True, slots=True)
class Allocation:
    """What a payment does: the months it covers oldest first, and the credit that stands after it.

    `pieces` are the cadence amounts it is made of; months covered by accumulated credit are in `months`
    and `ranges` but in no piece.
    """

    ranges: tuple[Range, ...]
    months: int
    credit_after_satang: int
    pieces: tuple[tuple[str, int], ...]


def allocate(
    amount_satang: int,
    start: Period,
    covered: Iterable[Range],
    contribution: Contribution,
    *,
    credit_satang: int = 0,
    cadence: str | None = None,
) -> Allocation:
    """Lay a payment over the months of a spell that starts in `start` and has `covered` already.

    `cadence` names the way of paying the clerk chose; None finds the composition with the most months.
    An amount below one month's price is a part payment: it covers nothing by itself.

    Raises:
        Refused: AMOUNT_NOT_POSITIVE; AMOUNT_NOT_PAYABLE (no cadence amounts and more than a part of a
            month left over, values month_price_satang); AMOUNT_TOO_LARGE (beyond MONTHS_CAP months);
            CADENCE_UNKNOWN; AMOUNT_NOT_OF_CADENCE (the amount is no multiple of the cadence chosen).
    """
    if amount_satang <= 0:
        raise Refused("AMOUNT_NOT_POSITIVE", {"amount_satang": amount_satang})
    pieces = _pieces_of(amount_satang, contribution, cadence)
    credit = credit_satang + pieces.rest_satang
    from_credit, credit_after = divmod(credit, contribution.month_price_satang)
    months = pieces.months + from_credit
    if months > MONTHS_CAP:
        raise Refused("AMOUNT_TOO_LARGE", {"amount_satang": amount_satang, "months": months})
    return Allocation(next_months(start, covered, months), months, credit_after, pieces.counts)


def next_months(start: Period, covered: Iterable[Range], months: int) -> tuple[Range, ...]:
    """The first `months` uncovered months of a spell: gaps oldest first, then ahead without holes."""
    if months <= 0:
        return ()
    have = merged(covered)
    ahead = max(start.index, have[-1][1] + 1 if have else 0)
    taken: list[tuple[int, int]] = []
    left = months
    for first, last in gap_numbers(start.index, ahead, have):
        if left == 0:
            break
        size = min(left, last - first + 1)
        taken.append((first, first + size - 1))
        left -= size
    if left:
        taken.append((ahead, ahead + left - 1))
    return to_ranges(_joined(taken))


def pieces_of(amount_satang: int, contribution: Contribution) -> Pieces | None:
    """The composition of an amount with the most months; None when too much would be left over.

    Among equals the one that leaves the least over, then the one of the fewest amounts:
    395 baht is 365 + 30, 730 is 2 × 365, 370 is 365 and 5 of credit.
    """
    return _best_pieces(amount_satang, contribution.cadences, contribution.month_price_satang)


def _pieces_of(amount_satang: int, contribution: Contribution, cadence: str | None) -> Pieces:
    price = contribution.month_price_satang
    dearest = max(one.amount_satang // one.months for one in contribution.cadences) + price
    if amount_satang > MONTHS_CAP * dearest:
        raise Refused("AMOUNT_TOO_LARGE", {"amount_satang": amount_satang, "months": MONTHS_CAP})
    if cadence is not None:
        return _of_cadence(amount_satang, contribution, cadence)
    found = pieces_of(amount_satang, contribution)
    if found is None:
        raise Refused("AMOUNT_NOT_PAYABLE", {"amount_satang": amount_satang, "month_price_satang": price})
    return found


def _of_cadence(amount_satang: int, contribution: Contribution, code: str) -> Pieces:
    chosen = contribution.cadence(code)
    if chosen is None:
        raise Refused("CADENCE_UNKNOWN", {"cadence": code})
    times, rest = divmod(amount_satang, chosen.amount_satang)
    if rest:
        asked = chosen.amount_satang
        values: Values = {"amount_satang": amount_satang, "cadence": code, "cadence_amount_satang": asked}
        raise Refused("AMOUNT_NOT_OF_CADENCE", values)
    return Pieces(((code, times),), times * chosen.months, 0)


@lru_cache(maxsize=512)
def _best_pieces(amount_satang: int, cadences: tuple[Cadence, ...], price_satang: int) -> Pieces | None:
    """Best composition by dynamic programming over the greatest common step of the amounts."""
    step = gcd(*(cadence.amount_satang for cadence in cadences))
    size = amount_satang // step
    best: list[tuple[int, int] | None] = [(0, 0)] + [None] * size  # months, −amounts used
    last = [-1] * (size + 1)
    costs = [(cadence.amount_satang // step, cadence.months) for cadence in cadences]
    for total in range(1, size + 1):
        for which, (cost, months) in enumerate(costs):
            before = best[total - cost] if cost <= total else None
            if before is None:
                continue
            candidate = (before[0] + months, before[1] - 1)
            if (now := best[total]) is None or candidate > now:
                best[total] = candidate
                last[total] = which
    lowest = max(0, -((price_satang - 1 - amount_satang) // step))
    choices = [(found, total) for total in range(lowest, size + 1) if (found := best[total]) is not None]
    if not choices:
        return None
    _, total = max(choices, key=lambda one: (one[0][0], one[1]))
    months = (best[total] or (0, 0))[0]
    rest = amount_satang - total * step
    counts = [0] * len(cadences)
    while total:
        counts[last[total]] += 1
        total -= costs[last[total]][0]
    used = tuple((cadence.code, times) for cadence, times in zip(cadences, counts, strict=True) if times)
    return Pieces(used, months, rest)


def _joined(taken: list[tuple[int, int]]) -> Indexes:
    joined: list[tuple[int, int]] = []
    for first, last in taken:
        if joined and first == joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return tuple(joined)
