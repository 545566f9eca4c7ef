"""Whether one benefit's rule makes sense: kind, caps, facts, waiting, money limits."""

from __future__ import annotations

from collections.abc import Iterator

from wangfund.domain.errors import Finding, Severity, Value
from wangfund.domain.rulebook.check_facts import check_facts
from wangfund.domain.rulebook.check_parts import check_parts
from wangfund.domain.rulebook.check_reasons import check_reasons
from wangfund.domain.rulebook.check_tiers import check_tiers
from wangfund.domain.rulebook.model import (
    AmountPart,
    Benefit,
    OncePer,
    PartKind,
    Per,
    Rulebook,
    Waiting,
)

_DAYS_IN_YEAR = 365
_MANY_YEARS = 50


def check_benefit(rulebook: Rulebook, benefit: Benefit) -> Iterator[Finding]:
    """Every fault of one benefit, errors and warnings."""
    where = f"benefits.{benefit.code}"
    if benefit.codi_kind is None and benefit.cash:
        yield Finding("NO_CODI_KIND", f"{where}.codi_kind", benefit.clause, values={"benefit": benefit.code})
    waiting = {
        Waiting.STANDARD: rulebook.membership.waiting_days,
        Waiting.OWN: benefit.wait.length.about_days,
        Waiting.NONE: 0,
    }[benefit.waiting]
    if 0 < benefit.min_years * _DAYS_IN_YEAR < waiting:
        values = {"min_years": benefit.min_years, "waiting_days": waiting}
        yield Finding("MIN_YEARS_BELOW_WAITING", f"{where}.min_years", benefit.clause, values=values)
    yield from check_facts(benefit)
    yield from check_reasons(benefit)
    yield from check_tiers(rulebook, benefit)
    yield from check_parts(benefit)
    yield from _caps(rulebook, benefit)
    yield from _times(benefit)
    yield from _unsaid(rulebook, benefit)
    yield from _money(rulebook, benefit)


def most_payable(rulebook: Rulebook, benefit: Benefit) -> int:
    """About the most one event can pay, in satang, before the yearly ceiling.

    Parts that always count are added; of those with a `when` only the largest, since they mostly exclude
    each other. Units without a cap count once.
    """
    caps = rulebook.caps_of(benefit)
    units = min((cap.units for cap in caps if cap.units is not None), default=1)
    always = sum(_most(part, units) for part in benefit.parts if part.when is None)
    most = always + max((_most(part, units) for part in benefit.parts if part.when is not None), default=0)
    moneys = [cap.amount_satang for cap in caps if cap.amount_satang is not None]
    return min([most, *moneys])


def _most(part: AmountPart, units: int) -> int:
    if part.kind is PartKind.TIERS:
        return max((tier.amount_satang for tier in part.tiers), default=0)
    if part.kind is PartKind.CHOICE:
        return max((amount for _, amount in part.options), default=0)
    if part.kind is PartKind.PER_YEAR:
        return part.ceiling_satang or max(part.amount_satang * _MANY_YEARS, part.floor_satang)
    return part.amount_satang * (units if part.counted else 1)


def _caps(rulebook: Rulebook, benefit: Benefit) -> Iterator[Finding]:
    """A cap that not even one unit fits under, or that counts units the benefit does not have."""
    own = f"benefits.{benefit.code}.caps"
    places = [f"{own}[{place}]" for place in range(len(benefit.caps))]
    places += [
        f"shared_caps[{place}]"
        for place, cap in enumerate(rulebook.shared_caps)
        if benefit.code in cap.benefits
    ]
    rates = [part.amount_satang for part in benefit.parts if part.counted]
    one = max(rates, default=1)
    for where, cap in zip(places, rulebook.caps_of(benefit), strict=True):
        clause = cap.clause or benefit.clause
        values: dict[str, Value] = {"benefit": benefit.code, "per": cap.per.value, "unit_satang": one}
        if cap.per is Per.KEY and not any(once.per is OncePer.KEY for once in benefit.once):
            yield Finding("CAP_WITHOUT_KEY", where, clause, values=values)
        if cap.units is not None and not rates:
            yield Finding("CAP_WITHOUT_UNIT", where, clause, values=values)
        if cap.units == 0 or cap.times == 0 or (cap.amount_satang is not None and cap.amount_satang < one):
            yield Finding("CAP_BELOW_UNIT", where, clause, values=values)
    ceiling = rulebook.yearly_ceiling
    if ceiling is not None and benefit.code not in ceiling.except_benefits and ceiling.amount_satang < one:
        values = {"benefit": benefit.code, "per": Per.YEAR.value, "unit_satang": one}
        yield Finding("CAP_BELOW_UNIT", "yearly_ceiling.amount_baht", ceiling.clause, values=values)
    if rates and not benefit.unit:
        yield Finding("UNIT_UNNAMED", f"benefits.{benefit.code}.unit", benefit.clause)


def _times(benefit: Benefit) -> Iterator[Finding]:
    """Counted units that would be shared out, and pay days that a once-a-year rule leaves dead."""
    where = f"benefits.{benefit.code}"
    values: dict[str, Value] = {"benefit": benefit.code}
    if benefit.shared_by and any(part.counted for part in benefit.parts):
        yield Finding("SHARED_WITH_UNITS", f"{where}.shared_by", benefit.clause, values=values)
    days = 0 if benefit.pay_days is None else len(set(benefit.pay_days.days))
    yearly = next((place for place, once in enumerate(benefit.once) if once.per is OncePer.YEAR), None)
    if days > 1 and yearly is not None:
        said = {**values, "days": days}
        yield Finding(
            "PAY_DAYS_BEYOND_ONCE", f"{where}.once[{yearly}]", benefit.clause, Severity.WARNING, said
        )


def _unsaid(rulebook: Rulebook, benefit: Benefit) -> Iterator[Finding]:
    where = f"benefits.{benefit.code}"
    values = {"benefit": benefit.code}
    if not benefit.clause:
        yield Finding("NO_CLAUSE", where, "", Severity.WARNING, values)
    has_deadline = benefit.deadline_days is not None or rulebook.leaves_open(f"{where}.deadline_days")
    if not has_deadline and benefit.pay_days is None and benefit.cash:
        yield Finding("NO_DEADLINE", f"{where}.deadline_days", benefit.clause, Severity.WARNING, values)
    if benefit.year is None and not rulebook.leaves_open(f"{where}.year"):
        yield Finding("YEAR_BASIS_UNSAID", f"{where}.year", benefit.clause, Severity.WARNING, values)


def _money(rulebook: Rulebook, benefit: Benefit) -> Iterator[Finding]:
    where = f"benefits.{benefit.code}"
    limits = rulebook.limits
    most = most_payable(rulebook, benefit)
    values: dict[str, Value] = {"benefit": benefit.code, "most_satang": most}
    by_resolution = limits.above_by_resolution or benefit.by_resolution or rulebook.leaves_open("limits")
    if most > limits.approval_limit_satang and not by_resolution:
        said = {**values, "limit_satang": limits.approval_limit_satang}
        yield Finding("NO_RESOLUTION_ABOVE_LIMIT", where, benefit.clause, Severity.WARNING, said)
    by_bank = benefit.bank_above_cash_limit or rulebook.leaves_open("limits.cash")
    if benefit.cash and most > limits.cash_payment_max_satang and not by_bank:
        said = {**values, "limit_satang": limits.cash_payment_max_satang}
        yield Finding("ABOVE_CASH_LIMIT", where, benefit.clause, Severity.WARNING, said)
