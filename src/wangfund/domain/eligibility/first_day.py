"""The day on which something that stands in the way of a benefit is gone, as far as the rules can say."""

from __future__ import annotations

import calendar
import math
from datetime import date

from wangfund.domain.eligibility.entitlement_room import year_after
from wangfund.domain.eligibility.position import Position
from wangfund.domain.errors import Finding
from wangfund.domain.rulebook.duration import plus_days, plus_months
from wangfund.domain.rulebook.model import Benefit, Condition, FactType, OncePer, Operator, Per

_LEAP_YEARS_APART = 8


def day_that_changes(finding: Finding, benefit: Benefit, position: Position) -> date | None:
    """The first day without this finding; None when no day is known (a debt, a death, once in a life)."""
    said = finding.values.get("first_day")
    if isinstance(said, str):
        return date.fromisoformat(said)
    event = position.event
    if finding.code == "NOT_MEMBER_AT_EVENT":
        return position.member.joined if position.member.joined > event else None
    if finding.code == "DUPLICATE":
        return _once_more(benefit, position)
    if benefit.pay_days is not None and finding.code == benefit.pay_days.reason and finding.field == "event":
        return next_pay_day(benefit, event)
    rule = benefit.exclusion
    if rule is not None and finding.code == rule.reason:
        return year_after(benefit.year, position) if rule.per is Per.YEAR else None
    for condition in benefit.conditions:
        if condition.reason == finding.code and condition.fact == finding.field:
            return _when_reached(condition, benefit, position)
    return None


def next_pay_day(benefit: Benefit, day: date) -> date:
    """The first pay day on or after a day; the day itself for a benefit paid on any day."""
    if benefit.pay_days is None or not benefit.pay_days.days:
        return day
    for year in range(day.year, min(day.year + _LEAP_YEARS_APART, date.max.year) + 1):
        for month, number in sorted(benefit.pay_days.days):
            if number <= calendar.monthrange(year, month)[1] and date(year, month, number) >= day:
                return date(year, month, number)
    return date.max


def _once_more(benefit: Benefit, position: Position) -> date | None:
    pers = {once.per for once in benefit.once}
    if OncePer.MEMBER in pers:
        return None
    return year_after(benefit.year, position) if OncePer.YEAR in pers else plus_days(position.event, 1)


def _when_reached(condition: Condition, benefit: Benefit, position: Position) -> date | None:
    """When a length that grows by itself reaches what a condition asks."""
    if condition.operator is not Operator.AT_LEAST:
        return None
    wanted, member = math.ceil(condition.number), position.member
    if condition.fact == "months_paid":
        return plus_months(position.event.replace(day=1), max(wanted - position.months_paid, 0))
    since = member.joined if condition.fact == "years" else None
    if condition.fact == "age":
        since = member.birth_date
    word = benefit.fact(condition.fact)
    if word is not None and word.type is FactType.YEARS_WITHOUT_CLAIM:
        since = max(member.joined, position.history.last_of(word.benefits) or date.min)
    return None if since is None else plus_months(since, 12 * wanted)
