"""One member as the counter sees her: who she is, through when she has paid, her receipts and claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from wangfund.domain.dues.coverage import Range, gaps, paid_through, to_ranges
from wangfund.domain.eligibility.standing import Standing
from wangfund.domain.papers.month_pack import ClaimWaiting
from wangfund.store.books import Books
from wangfund.store.claims import claims_of_member
from wangfund.store.coverage import coverage_of
from wangfund.store.members import MemberRow, member_by_id
from wangfund.store.past_benefits import past_of_member
from wangfund.store.receipts import ReceiptRow, receipts_of_member
from wangfund.thai.period import Period
from wangfund.usecases.desk import desk_on
from wangfund.usecases.standing_today import standing_today

__all__ = ["ClaimWaiting", "MemberRow", "MemberView", "PaidBefore", "ReceiptRow", "member_view"]


@dataclass(frozen=True, slots=True)
class PaidBefore:
    """A benefit she was paid before the program; `event_on` None: only its year (C.E.) is known."""

    id: int
    benefit_name: str
    event_on: date | None
    year: int
    gross_satang: int
    note: str


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member today. `owed` are the uncovered months before today's, `owed_satang` what they cost.

    `paid_through` None: nothing is covered, or nobody knows. Receipts, claims and what was paid `before` the
    program are newest first; a claim's state is what it is now. `membership_months` are completed ones, of the spell that matters.
    """

    member: MemberRow
    village: str
    standing: Standing
    age: int | None
    paid_through: Period | None
    owed: tuple[Range, ...]
    owed_satang: int
    membership_months: int
    receipts: tuple[ReceiptRow, ...]
    claims: tuple[ClaimWaiting, ...]
    before: tuple[PaidBefore, ...] = ()


def member_view(books: Books, member_id: int) -> MemberView:
    """Everything the counter asks first, from one moment of the file. Reads only.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    today = books.clock.today()
    with books.read() as r:
        m = member_by_id(r, member_id)
        desk = desk_on(r, today)
        rules = desk.rulebook.rules
        rows = coverage_of(r, m.spell_id)
        covered = [(row.first_month, row.last_month) for row in rows]
        standing = standing_today(m, rows, rules.membership, today)
        until = today if m.ended_on is None else min(today, m.ended_on)
        owed = to_ranges(gaps(Period.of(m.starts_on), Period.of(until), covered)) if m.coverage_known else ()
        months = sum(first.months_until(last) + 1 for first, last in owed)
        names = {benefit.code: benefit.name for benefit in rules.benefits}
        return MemberView(
            member=m,
            village=next((v.name for v in desk.profile.villages if v.moo == m.moo), ""),
            standing=standing,
            age=None if m.birth_date is None else _years(m.birth_date, _last_day(m, today)),
            paid_through=paid_through(covered) if m.coverage_known else None,
            owed=owed,
            owed_satang=months * rules.contribution.month_price_satang,
            membership_months=_months(m.starts_on, until),
            receipts=tuple(reversed(receipts_of_member(r, m.id))),
            claims=tuple(
                ClaimWaiting(
                    c.fiscal_year,
                    c.number,
                    m.member_no,
                    m.name,
                    c.benefit,
                    names.get(c.benefit, c.benefit),
                    c.event_on,
                    c.claimed_on,
                    c.state,
                    c.net_satang,
                )
                for c in reversed(claims_of_member(r, m.id))
            ),
            before=tuple(
                PaidBefore(
                    row.id,
                    names.get(row.benefit, row.benefit),
                    row.event_on,
                    row.year,
                    row.gross_satang,
                    row.note,
                )
                for row in sorted(
                    past_of_member(r, m.id), key=lambda p: (p.year, p.event_on or date.min), reverse=True
                )
            ),
        )


def _last_day(m: MemberRow, today: date) -> date:
    """Today, for one who died the day she died."""
    return m.ended_on - timedelta(days=1) if m.cause == "died" and m.ended_on is not None else today


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _months(since: date, until: date) -> int:
    return max(0, (until.year - since.year) * 12 + until.month - since.month - (until.day < since.day))
