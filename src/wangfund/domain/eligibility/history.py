"""Earlier claims seen from one event, and what they have used of a cap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wangfund.domain.eligibility.facts import PastClaim, Whose
from wangfund.domain.eligibility.year_of import same_year
from wangfund.domain.rulebook.model import Cap, Per, Rulebook, Scope, YearBasis


@dataclass(frozen=True, slots=True)
class Used:
    """What earlier claims that count have used of a cap."""

    amount_satang: int
    units: int
    times: int


class History:
    """Earlier claims seen from one event: which fall in its year, and whose they are."""

    def __init__(
        self, claims: Sequence[PastClaim], event: date, joined: date, fiscal_year_starts: int
    ) -> None:
        self.claims = tuple(past for past in claims if past.counts)
        self.event = event
        self.joined = joined
        self.fiscal_year_starts = fiscal_year_starts
        self._cash: int | None = None
        self._by_year: dict[YearBasis | None, tuple[PastClaim, ...]] = {}

    def in_year(self, basis: YearBasis | None) -> tuple[PastClaim, ...]:
        """The claims that fall in the event's year."""
        found = self._by_year.get(basis)
        if found is None:
            found = tuple(past for past in self.claims if self._is_same_year(past, basis))
            self._by_year[basis] = found
        return found

    def over(self, per: Per, basis: YearBasis | None, key: str | None) -> tuple[PastClaim, ...]:
        """The claims of the same stretch as the event: of its key, year, or life; an event alone has none."""
        if per is Per.YEAR:
            return self.in_year(basis)
        if per is Per.LIFE:
            return self.claims
        if per is Per.KEY and key is not None:
            return tuple(past for past in self.claims if past.key == key)
        return ()

    def used(self, cap: Cap, basis: YearBasis | None, key: str | None = None) -> Used:
        """What is used of a cap already; a cap per event (or admission) has always all its room."""
        claims = self.over(cap.per, cap.year or basis, key)
        mine = [one for one in claims if one.benefit in cap.benefits and in_scope(one, cap.scope)]
        return Used(sum(one.gross_satang for one in mine), sum(one.units for one in mine), len(mine))

    def last_of(self, benefits: Sequence[str]) -> date | None:
        """The day of the member's last own claim of these benefits by the event; only a year known: its end."""
        days = [
            _day_of(past, self.event)
            for past in self.claims
            if past.whose is Whose.OWN and past.benefit in benefits
        ]
        return max((day for day in days if day <= self.event), default=None)

    def cash_in_year(self, rulebook: Rulebook) -> int:
        """The member's own gross of the event's year that counts towards the yearly ceiling, in satang.

        Worked out once: a history is seen under one rulebook.
        """
        ceiling = rulebook.yearly_ceiling
        if ceiling is None:
            return 0
        if self._cash is None:
            self._cash = sum(
                past.gross_satang
                for past in self.in_year(ceiling.year)
                if past.whose is Whose.OWN
                and past.benefit not in ceiling.except_benefits
                and _is_cash(rulebook, past)
            )
        return self._cash

    def _is_same_year(self, past: PastClaim, basis: YearBasis | None) -> bool:
        return same_year(
            past, self.event, basis, joined=self.joined, fiscal_year_starts=self.fiscal_year_starts
        )


def in_scope(past: PastClaim, scope: Scope) -> bool:
    """Whether an earlier claim is among those a rule of this scope looks at."""
    if scope is Scope.FUND:
        return True
    return past.whose is Whose.OWN or (scope is Scope.FAMILY and past.whose is Whose.FAMILY)


def _day_of(past: PastClaim, asked: date) -> date:
    """The event's day; with only its year known, the year's last day, or the day asked about in that year."""
    if past.event is not None:
        return past.event
    year = past.year or 0
    if year == asked.year:
        return asked
    return date(min(max(year, date.min.year), date.max.year), 12, 31)


def _is_cash(rulebook: Rulebook, past: PastClaim) -> bool:
    benefit = rulebook.benefit(past.benefit)
    return benefit is None or benefit.cash
