"""Arrears, suspension and reinstatement against a second implementation that walks every day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.eligibility.members import PAID_UP, decide, stay
from tests.domain.rulebook.nasuk import NASUK
from wangfund.domain.dues.allocation import allocate
from wangfund.domain.dues.coverage import Range
from wangfund.domain.eligibility.standing import Cause, Covering, reinstated_on
from wangfund.domain.money import baht
from wangfund.thai.period import Period

_FIRST = date(2022, 1, 1)


@dataclass
class Walker:
    """A member's life lived a day at a time, with month names in plain sets."""

    joined: date
    payments: dict[date, int]
    paid: set[str] = field(default_factory=set)
    reinstated: date | None = None

    def owed(self, day: date) -> list[str]:
        """The months from joining to the month before, less those paid."""
        months = []
        at = self.joined.replace(day=1)
        while at.strftime("%Y-%m") < day.strftime("%Y-%m"):
            if at.strftime("%Y-%m") not in self.paid:
                months.append(at.strftime("%Y-%m"))
            at = (at + timedelta(days=31)).replace(day=1)
        return months

    def pay(self, day: date, months: int) -> None:
        """Cover so many months, the oldest unpaid first."""
        before = len(self.owed(day))
        at = self.joined.replace(day=1)
        while months:
            if at.strftime("%Y-%m") not in self.paid:
                self.paid.add(at.strftime("%Y-%m"))
                months -= 1
            at = (at + timedelta(days=31)).replace(day=1)
        if before >= 3 > len(self.owed(day)):
            self.reinstated = day

    def answer_on(self, event: date) -> tuple[str, int]:
        """What the rules say of an event, and the months owed, walking every day up to it."""
        day = self.joined
        while day < event:
            if day in self.payments:
                self.pay(day, self.payments[day])
            day += timedelta(days=1)
        owed = len(self.owed(event))
        if (event - self.joined).days < 180:
            return "WAITING", owed
        if owed >= 12:
            return "LAPSED", owed
        if owed >= 3:
            return "SUSPENDED", owed
        if self.reinstated is not None and (event - self.reinstated).days < 30:
            return "REINSTATE_WAIT", owed
        return "OK", owed


@settings(max_examples=120)
@given(
    joined=st.integers(0, 400),
    pays=st.lists(st.tuples(st.integers(0, 900), st.sampled_from([1, 1, 2, 3, 6, 12])), max_size=12),
    event=st.integers(0, 1000),
)
def test_the_engine_agrees_with_walking_every_day(
    joined: int, pays: list[tuple[int, int]], event: int
) -> None:
    start = _FIRST + timedelta(days=joined)
    payments = {start + timedelta(days=days): months for days, months in pays}
    day = start + timedelta(days=event)
    reason, owed = Walker(start, payments).answer_on(day)

    covered: tuple[Range, ...] = ()
    coverings = []
    for paid_on in sorted(payments):
        amount = baht(30) * payments[paid_on]
        ranges = allocate(amount, Period.of(start), covered, NASUK.contribution).ranges
        covered += ranges
        coverings.append(Covering(paid_on, Cause.PAYMENT, ranges))
    member = replace(
        PAID_UP,
        joined=start,
        covered=tuple(one for covering in coverings if covering.day < day for one in covering.ranges),
        reinstated=reinstated_on(NASUK.membership, start, coverings, before=day),
    )
    answer = decide(stay(day, 3), member)
    assert (answer.reason, answer.arrears_months) == (reason, owed)
    if reason == "OK":
        assert answer.setoff_satang == baht(30) * owed
