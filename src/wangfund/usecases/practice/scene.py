"""The practice fund while it is being lived through: its books, its people so far, and the money as counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from wangfund.domain.rulebook.model import Contribution
from wangfund.store.books import Books
from wangfund.thai.period import Period
from wangfund.usecases.practice.clock import PracticeClock
from wangfund.usecases.practice.dues import Dues
from wangfund.usecases.practice.lives import Life
from wangfund.usecases.practice.span import Span
from wangfund.usecases.practice.words import Words


@dataclass(slots=True)
class Member:
    """A life that has begun: its ids in the file and what was paid."""

    member_id: int
    member_no: str
    dues: Dues


@dataclass(slots=True)
class Till:
    """The money as a treasurer counts it, in satang: the cash box and the bank book."""

    cash_satang: int = 0
    bank_satang: int = 0


@dataclass(slots=True)
class Scene:
    """Everything the acts of a month need.

    `cards` are the lives, by place, of those with a disability card; `members` holds the lives that have begun, by their place in `lives`; `collectors` are in the order of villages;
    `who` is the treasurer at the desk.
    """

    books: Books
    clock: PracticeClock
    words: Words
    span: Span
    rules: Contribution
    lives: Sequence[Life]
    size: int
    who: str
    collectors: Sequence[str]
    rng: Random
    cards: frozenset[int] = frozenset()
    members: dict[int, Member] = field(default_factory=dict)
    till: Till = field(default_factory=Till)
    collected_satang: int = 0
    meetings: dict[int, int] = field(default_factory=dict)

    @property
    def bank(self) -> str:
        """The fund's bank by name."""
        return self.words.fund["bank_name"]

    def resolution(self, day: date) -> str:
        """What the meeting of a day is called in the minutes; the same on the same day."""
        month = Period.of(day)
        number = self.meetings.get(month.index)
        if number is None:
            held = sum(1 for index in self.meetings if Period.from_index(index).be_year == month.be_year)
            number = self.meetings[month.index] = held + 1
        return self.words.money["resolution"].format(number=number, year=month.be_year)

    def place_for(self, amount_satang: int, cash_limit_satang: int) -> str:
        """Where a payment comes from: the cash box when it is small and there, else the bank."""
        small = amount_satang <= min(cash_limit_satang, self.till.cash_satang)
        return "cash" if small else self.bank

    def count(self, place: str, change_satang: int) -> None:
        """Money came into a place (above zero) or left it."""
        if place == "cash":
            self.till.cash_satang += change_satang
        else:
            self.till.bank_satang += change_satang
