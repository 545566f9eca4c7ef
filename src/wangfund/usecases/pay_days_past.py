"""The pay days that have come: for each benefit paid on fixed days the last one, with what was paid already."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from wangfund.domain.eligibility.told_fact import asked_facts
from wangfund.domain.errors import Refused
from wangfund.domain.rulebook.model import Benefit, FactType, FactWord
from wangfund.store.books import Books, Reader
from wangfund.store.claims import all_claims
from wangfund.usecases.rules_in_force import rules_on

_YEARS_BACK = 4
"""A pay day on 29 February comes every four years."""


@dataclass(frozen=True, slots=True)
class PayDayPast:
    """A benefit and its last pay day; `paid` of how many it was paid already, for `paid_satang` handed over."""

    benefit: Benefit
    day: date
    paid: int
    paid_satang: int

    @property
    def each(self) -> tuple[FactWord, ...]:
        """What must be seen of each person: facts answered by yes or no that are not yes already."""
        asked = asked_facts(self.benefit)
        return tuple(word for word in asked if word.type is FactType.YES_NO and word.default is not True)

    @property
    def common(self) -> tuple[FactWord, ...]:
        """Facts that are told once for all of them."""
        asked = asked_facts(self.benefit)
        return tuple(word for word in asked if word.type is not FactType.YES_NO and word.default is None)


def pay_days_past(books: Books) -> tuple[PayDayPast, ...]:
    """The last pay day of each benefit, today's included, in the rulebook's order. Reads only.

    A day before the fund's first rules is left out: nothing can be decided for it.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    today = books.clock.today()
    with books.read() as r:
        rules = rules_on(r, today).rules
        claims = all_claims(r)
        found = []
        for benefit in rules.benefits:
            day = last_pay_day(benefit, today)
            of_day = _of_day(r, benefit.code, day) if day is not None else None
            if day is None or of_day is None:
                continue
            paid = [
                c for c in claims if c.benefit == benefit.code and c.event_on == day and c.state == "paid"
            ]
            found.append(PayDayPast(of_day, day, len(paid), sum(c.net_satang for c in paid)))
    return tuple(found)


def last_pay_day(benefit: Benefit, today: date) -> date | None:
    """The last pay day up to a day; None for a benefit that is paid on any day."""
    if benefit.pay_days is None:
        return None
    for year in range(today.year, today.year - _YEARS_BACK - 1, -1):
        for month, number in sorted(benefit.pay_days.days, reverse=True):
            if number <= calendar.monthrange(year, month)[1] and date(year, month, number) <= today:
                return date(year, month, number)
    return None


def _of_day(r: Reader, code: str, day: date) -> Benefit | None:
    """The benefit as the rules of its day have it, None where they do not pay it on that day."""
    try:
        benefit = rules_on(r, day).rules.benefit(code)
    except Refused:
        return None
    if benefit is None or benefit.pay_days is None or (day.month, day.day) not in benefit.pay_days.days:
        return None
    return benefit
