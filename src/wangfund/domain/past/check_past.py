"""What one row of benefits paid before the program says that cannot be, by the rules and the member's years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from wangfund.domain.errors import Finding, Severity, Values
from wangfund.domain.past.read_past import MOST_SATANG
from wangfund.domain.past.told import PastTold
from wangfund.domain.rulebook.check_benefit import most_payable
from wangfund.domain.rulebook.model import Benefit, Heir, OncePer, Rulebook, YearBasis
from wangfund.thai.money_text import format_baht


@dataclass(frozen=True, slots=True)
class Stay:
    """One stretch of membership: from its first day to the first day without rights (None: it goes on)."""

    starts_on: date
    ended_on: date | None


def life_findings(benefit: Benefit, stays: Sequence[Stay]) -> Iterator[Finding]:
    """As warning PAST_OF_THE_LIVING: paid for a death, of one who is a member still; it would stand in her heir's way."""
    if benefit.heir is Heir.NAMED and any(one.ended_on is None for one in stays):
        yield Finding(
            "PAST_OF_THE_LIVING", "member_no", benefit.clause, Severity.WARNING, {"benefit": benefit.name}
        )


def when_findings(told: PastTold, stays: Sequence[Stay], today: date) -> Iterator[Finding]:
    """PAST_DAY_MISSING, PAST_IN_FUTURE, PAST_BEFORE_JOINING, PAST_AFTER_LEAVING.

    A year alone is right when any day of it lies in a stretch.
    """
    first = told.event or (None if told.year is None else date(told.year, 1, 1))
    if first is None or told.year is None:
        if not any(finding.field in {"event", "year"} for finding in told.findings):
            yield Finding("PAST_DAY_MISSING", "event")
        return
    last = told.event or date(told.year, 12, 31)
    if first > today:
        yield Finding(
            "PAST_IN_FUTURE", "event", values={"date": first.isoformat(), "today": today.isoformat()}
        )
    elif any(one.starts_on <= last and (one.ended_on is None or first < one.ended_on) for one in stays):
        return
    elif last < min(one.starts_on for one in stays):
        joined = min(one.starts_on for one in stays)
        yield Finding("PAST_BEFORE_JOINING", "event", values={"joined": joined.isoformat()})
    else:
        left = max(one.ended_on for one in stays if one.ended_on is not None and one.ended_on <= first)
        yield Finding("PAST_AFTER_LEAVING", "event", values={"left": left.isoformat()})


def amount_findings(told: PastTold, benefit: Benefit, rules: Rulebook) -> Iterator[Finding]:
    """PAST_DAY_NEEDED, PAST_NOTHING_PAID, PAST_UNITS_MISSING, PAST_NO_UNITS; as warning PAST_ABOVE_RULES.

    PAST_AMOUNT_UNREADABLE where the amount is below nothing or beyond sense.
    """
    caps = rules.caps_of(benefit)
    bases = {cap.year or benefit.year for cap in caps} | {benefit.year}
    by_day = any(once.per is OncePer.DAY for once in benefit.once)
    if told.event is None and told.year is not None and (by_day or YearBasis.ANNIVERSARY in bases):
        yield Finding("PAST_DAY_NEEDED", "event", benefit.clause)
    if told.gross_satang is not None and not 0 <= told.gross_satang <= MOST_SATANG:
        yield Finding("PAST_AMOUNT_UNREADABLE", "amount", values={"value": format_baht(told.gross_satang)})
        return
    if told.gross_satang == 0 and benefit.cash:
        yield Finding("PAST_NOTHING_PAID", "amount")
    counted = bool(benefit.parts) and all(part.counted for part in benefit.parts)
    if counted and not told.units and not any(finding.field == "units" for finding in told.findings):
        yield Finding("PAST_UNITS_MISSING", "units", benefit.clause, values={"unit": benefit.unit})
    if told.units and not any(part.counted for part in benefit.parts):
        yield Finding("PAST_NO_UNITS", "units", benefit.clause, values={"benefit": benefit.name})
    most = max(most_payable(rules, benefit), _in_units(told, benefit))
    if told.gross_satang is not None and most and told.gross_satang > most:
        values: Values = {"benefit": benefit.name, "limit_satang": most}
        yield Finding("PAST_ABOVE_RULES", "amount", benefit.clause, Severity.WARNING, values)


def _in_units(told: PastTold, benefit: Benefit) -> int:
    """What so many units cost where nothing limits them."""
    return sum(part.amount_satang * (told.units or 0) for part in benefit.parts if part.counted)
