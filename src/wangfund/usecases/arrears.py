"""Who owes what, village by village, at the end of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from wangfund.domain.dues.coverage import count, gaps
from wangfund.domain.eligibility.standing import Status, standing_on
from wangfund.domain.papers.month_pack import VillageArrears
from wangfund.store.books import Reader
from wangfund.store.coverage import all_coverage
from wangfund.store.members import MemberRow, members_on
from wangfund.thai.period import Period
from wangfund.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class Owing:
    """A member's standing and months owed on a day, the day's own month counted once it is over."""

    member: MemberRow
    status: Status
    owed_months: int


_STOPPED = frozenset({Status.SUSPENDED, Status.LAPSED})


def owing_on(r: Reader, desk: Desk, day: date) -> tuple[Owing, ...]:
    """Everyone who is a member on a day, by village, house and name, with what is owed at the day's end. Reads only.

    Coverage is as it stood at that day's end, so that an old month's paper stays the same.
    """
    rules = desk.rulebook.rules.membership
    covered = all_coverage(r, day)
    next_day = day + timedelta(days=1)
    found = []
    for m in members_on(r, day):
        months = covered.get(m.spell_id, [])
        standing = standing_on(next_day, rules, m.starts_on, months, coverage_known=m.coverage_known)
        owed = count(gaps(Period.of(m.starts_on), Period.of(next_day), months)) if m.coverage_known else 0
        found.append(Owing(m, standing.status, owed))
    return tuple(found)


def arrears_by_village(r: Reader, desk: Desk, day: date) -> tuple[VillageArrears, ...]:
    """Each village's members by standing and what they owe at a day's end, by village number. Reads only."""
    price = desk.rulebook.rules.contribution.month_price_satang
    rows: dict[int, list[Owing]] = {v.moo: [] for v in desk.profile.villages}
    for owing in owing_on(r, desk, day):
        rows.setdefault(owing.member.moo, []).append(owing)
    names = {v.moo: v.name for v in desk.profile.villages}
    return tuple(
        VillageArrears(
            moo,
            names.get(moo, ""),
            len(people),
            sum(1 for p in people if p.owed_months and p.status not in _STOPPED),
            sum(1 for p in people if p.status is Status.SUSPENDED),
            sum(1 for p in people if p.status is Status.LAPSED),
            sum(1 for p in people if not p.member.coverage_known),
            sum(p.owed_months for p in people),
            sum(p.owed_months for p in people) * price,
        )
        for moo, people in sorted(rows.items())
    )
