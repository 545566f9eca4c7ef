"""A member at the counter with money in her hand: what she owes, what an amount would cover, where money may go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.dues.allocation import Allocation, allocate
from wangfund.domain.dues.coverage import Range, gaps, paid_through, to_ranges
from wangfund.domain.errors import Refused
from wangfund.domain.rulebook.model import Contribution
from wangfund.store.books import Books
from wangfund.store.coverage import coverage_of_many, credits_of
from wangfund.store.members import MemberRow, member_by_id
from wangfund.thai.period import Period
from wangfund.usecases.desk import desk_on
from wangfund.usecases.rounds_of_month import months_open

__all__ = ["Allocation", "Contribution", "MemberRow", "PaymentView", "payment_view"]


@dataclass(frozen=True, slots=True)
class PaymentView:
    """A member and her months. `owed` are the uncovered months up to and with today's; `banks` by name.

    `paid_through` None: nothing is covered, or nobody knows (`member.coverage_known`).
    """

    member: MemberRow
    village: str
    contribution: Contribution
    covered: tuple[Range, ...]
    owed: tuple[Range, ...]
    paid_through: Period | None
    credit_satang: int
    banks: tuple[str, ...]
    today: date
    first_open: Period

    @property
    def owed_months(self) -> int:
        """How many months she owes with this one."""
        return sum(first.months_until(last) + 1 for first, last in self.owed)

    def price_satang(self, months: int) -> int:
        """What some months cost one by one, less the part payment that waits."""
        return max(0, months * self.contribution.month_price_satang - self.credit_satang)

    def lay(self, amount_satang: int, cadence: str | None = None) -> Allocation:
        """What an amount would cover, as taking the payment will lay it.

        Raises:
            Refused: COVERAGE_UNKNOWN, and what an amount is refused for.
        """
        if not self.member.coverage_known:
            raise Refused("COVERAGE_UNKNOWN", {"member_no": self.member.member_no, "name": self.member.name})
        return allocate(
            amount_satang,
            Period.of(self.member.starts_on),
            self.covered,
            self.contribution,
            credit_satang=self.credit_satang,
            cadence=cadence,
        )


def payment_view(books: Books, member_id: int) -> PaymentView:
    """What the counter must know before it takes a member's money. Reads only.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    today = books.clock.today()
    with books.read() as r:
        m = member_by_id(r, member_id)
        desk = desk_on(r, today)
        covered = coverage_of_many(r, [m.spell_id]).get(m.spell_id, [])
        start, after = Period.of(m.starts_on), Period.of(today).plus(1)
        owed = to_ranges(gaps(start, after, covered)) if m.coverage_known and start < after else ()
        return PaymentView(
            m,
            next((v.name for v in desk.profile.villages if v.moo == m.moo), ""),
            desk.rulebook.rules.contribution,
            tuple(covered),
            owed,
            paid_through(covered) if m.coverage_known else None,
            credits_of(r, [m.spell_id]).get(m.spell_id, 0),
            tuple(name for _, name, _ in desk.open_banks),
            today,
            months_open(r, today)[0],
        )
