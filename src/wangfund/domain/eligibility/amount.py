"""What a benefit amounts to before caps: its parts, each with the clause it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.eligibility.fact_book import FactBook, Missing
from wangfund.domain.errors import Value, Values
from wangfund.domain.rulebook.duration import plus_months
from wangfund.domain.rulebook.model import AmountPart, PartKind, Tier, TierBase

_WHOLE = 100
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Portion:
    """One part of the amount. A counted portion is `units` × `rate_satang` and is cut by whole units."""

    kind: PartKind
    clause: str
    amount_satang: int
    values: Values
    counted: bool = False
    units: int = 0
    rate_satang: int = 0

    def of_units(self, units: int) -> Portion:
        """The same portion for fewer units."""
        amount = units * self.rate_satang
        return Portion(self.kind, self.clause, amount, self.values, self.counted, units, self.rate_satang)

    def of_amount(self, amount_satang: int) -> Portion:
        """The same portion cut to an amount."""
        return Portion(self.kind, self.clause, amount_satang, self.values)


@dataclass(frozen=True, slots=True)
class BelowTiers:
    """The years reach no tier yet: the reason the table names, and the day they will (None: never)."""

    reason: str
    clause: str
    first_day: date | None


def portions_of(parts: tuple[AmountPart, ...], book: FactBook) -> tuple[Portion, ...] | Missing | BelowTiers:
    """The portions of every part whose `when` holds, in the rulebook's order.

    Missing or BelowTiers as soon as one part cannot be worked out.
    """
    portions = []
    for part in parts:
        if part.when is not None:
            holds = book.holds(part.when)
            if isinstance(holds, Missing):
                return holds
            if not holds:
                continue
        portion = _portion(part, book)
        if not isinstance(portion, Portion):
            return portion
        portions.append(portion)
    return tuple(portions)


def _portion(part: AmountPart, book: FactBook) -> Portion | Missing | BelowTiers:
    if part.kind is PartKind.TIERS:
        return _by_tiers(part, book)
    if part.kind is PartKind.CHOICE:
        choice = book.choice(part.fact, tuple(name for name, _ in part.options))
        if isinstance(choice, Missing):
            return choice
        values: Values = {"fact": part.fact, "choice": choice}
        return Portion(part.kind, part.clause, dict(part.options)[choice], values)
    if part.kind is PartKind.PER_YEAR:
        return _by_years(part, book)
    if part.kind is PartKind.FIXED:
        return Portion(part.kind, part.clause, part.amount_satang, {})
    told = book.whole(part.fact)
    if isinstance(told, Missing):
        return told
    told = max(told, 0)
    if part.kind is PartKind.ACTUAL:
        values = {"fact": part.fact, "actual_satang": told, "up_to_satang": part.amount_satang}
        if part.percent != _WHOLE:
            values = {**values, "percent": part.percent}
        return Portion(part.kind, part.clause, min(told * part.percent // _WHOLE, part.amount_satang), values)
    values = {"fact": part.fact, "units": told, "rate_satang": part.amount_satang}
    amount = told * part.amount_satang
    return Portion(part.kind, part.clause, amount, values, part.counted, told, part.amount_satang)


def _by_years(part: AmountPart, book: FactBook) -> Portion | Missing:
    """A rate for each completed year beyond `above`, between floor and ceiling."""
    if part.by is TierBase.PAID:
        months = book.whole("months_paid")
        years = months if isinstance(months, Missing) else months // _MONTHS
    else:
        years = book.whole("years" if part.by is TierBase.MEMBERSHIP else "age")
    if isinstance(years, Missing):
        return years
    counted = max(years - part.above, 0)
    values: dict[str, Value] = {"years": counted, "rate_satang": part.amount_satang}
    amount = counted * part.amount_satang
    if amount < part.floor_satang:
        amount = values["floor_satang"] = part.floor_satang
    elif part.ceiling_satang and amount > part.ceiling_satang:
        amount = values["ceiling_satang"] = part.ceiling_satang
    return Portion(part.kind, part.clause, amount, values)


def _by_tiers(part: AmountPart, book: FactBook) -> Portion | Missing | BelowTiers:
    """The tier whose length is complete on the event's day and whose end is not."""
    member = book.position.member
    if part.by is TierBase.PAID:
        return _by_months_paid(part, book)
    base = member.joined if part.by is TierBase.MEMBERSHIP else member.birth_date
    if base is None:
        return Missing("birth_date")
    event = book.claim.event
    upcoming = None
    for tier in part.tiers:
        starts = tier.start.after(base)
        if starts > event:
            upcoming = starts if upcoming is None else min(starts, upcoming)
        elif tier.end is None or event < tier.end.after(base):
            return _of_tier(tier, part)
    return _below(part, upcoming)


def _by_months_paid(part: AmountPart, book: FactBook) -> Portion | Missing | BelowTiers:
    """The tier reached by the months lived through and covered; the next one comes if every month is paid."""
    months = book.whole("months_paid")
    if isinstance(months, Missing):
        return months
    for tier in part.tiers:
        if tier.start.normal[0] <= months and (tier.end is None or months < tier.end.normal[0]):
            return _of_tier(tier, part)
    lacking = min((n for tier in part.tiers if (n := tier.start.normal[0] - months) > 0), default=None)
    upcoming = None if lacking is None else plus_months(book.claim.event.replace(day=1), lacking)
    return _below(part, upcoming)


def _of_tier(tier: Tier, part: AmountPart) -> Portion:
    return Portion(part.kind, tier.clause or part.clause, tier.amount_satang, _tier_values(tier, part))


def _below(part: AmountPart, upcoming: date | None) -> BelowTiers:
    """Before the first tier (or in a gap) the next one is to come; after the last there is none."""
    return BelowTiers((part.below or "WAITING") if upcoming else "NO_TIER", part.clause, upcoming)


def _tier_values(tier: Tier, part: AmountPart) -> Values:
    return {"by": part.by.value, "from": tier.start.iso, "to": "" if tier.end is None else tier.end.iso}
