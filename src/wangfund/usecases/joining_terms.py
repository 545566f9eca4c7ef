"""What a form of joining must know before anything is typed: villages, ways to pay, where money is kept, the number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.dues.allocation import allocate
from wangfund.domain.dues.coverage import Range
from wangfund.domain.eligibility.standing import spell_start
from wangfund.domain.rulebook.model import Cadence, Rulebook
from wangfund.store.books import Books
from wangfund.store.members import member_by_id, next_member_no
from wangfund.thai.period import Period
from wangfund.usecases.desk import desk_on
from wangfund.usecases.person_facts import PersonFacts, facts_of


@dataclass(frozen=True, slots=True)
class FirstMoney:
    """What the first money will do: the day membership counts from, the fee, and the months it covers."""

    starts_on: date
    fee_satang: int
    amount_satang: int
    ranges: tuple[Range, ...]

    @property
    def total_satang(self) -> int:
        """What the receipt will say."""
        return self.fee_satang + self.amount_satang


@dataclass(frozen=True, slots=True)
class JoiningTerms:
    """The rules of today as joining needs them; villages as (number, name), places as the names of the banks."""

    today: date
    rules: Rulebook
    villages: tuple[tuple[int, str], ...]
    banks: tuple[str, ...]
    next_no: str

    @property
    def cadences(self) -> tuple[Cadence, ...]:
        """The ways to pay."""
        return self.rules.contribution.cadences

    @property
    def fee_satang(self) -> int:
        """The entry fee."""
        return self.rules.contribution.entry_fee_satang

    def village(self, moo: int) -> str | None:
        """A village's name, None where the fund has no such village."""
        return next((name for number, name in self.villages if number == moo), None)

    def price_of(self, cadence: str) -> int:
        """What one payment of a cadence is, in satang; a month's price for one that is not known."""
        found = self.rules.contribution.cadence(cadence)
        return self.rules.contribution.month_price_satang if found is None else found.amount_satang

    def first_money(self, applied_on: date, on: date, amount_satang: int, *, fee: bool) -> FirstMoney | None:
        """What the first money would do; None when there is none and membership waits for it.

        Raises:
            Refused: what an amount is refused for (see `allocate`).
        """
        fee_satang = self.fee_satang if fee else 0
        money = on if fee_satang or amount_satang else None
        starts = spell_start(self.rules.membership, applied_on, on, money)
        if starts is None:
            return None
        ranges: tuple[Range, ...] = ()
        if amount_satang:
            ranges = allocate(amount_satang, Period.of(starts), (), self.rules.contribution).ranges
        return FirstMoney(starts, fee_satang, amount_satang, ranges)


def joining_terms(books: Books) -> JoiningTerms:
    """What joining asks for today. Reads only.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    today = books.clock.today()
    with books.read() as r:
        desk = desk_on(r, today)
        return JoiningTerms(
            today,
            desk.rulebook.rules,
            tuple((v.moo, v.name) for v in desk.profile.villages),
            tuple(name for _, name, _ in desk.open_banks),
            next_member_no(r),
        )


def register_facts_of(books: Books, member_id: int) -> PersonFacts:
    """What the register says of somebody, to begin a form with. Reads only."""
    with books.read() as r:
        return facts_of(member_by_id(r, member_id))
