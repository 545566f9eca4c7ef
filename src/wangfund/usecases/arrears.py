"""Who owes what, village by village, on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.eligibility.standing import Status, standing_on
from wangfund.domain.papers.month_pack import VillageArrears
from wangfund.store.books import Reader
from wangfund.store.coverage import all_coverage
from wangfund.store.members import MemberRow, members_on
from wangfund.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class Owing:
    """A member's standing and months owed."""

    member: MemberRow
    status: Status
    owed_months: int


_STOPPED = frozenset({Status.SUSPENDED, Status.LAPSED})


def owing_on(r: Reader, desk: Desk, day: date, asked: date) -> tuple[Owing, ...]:
    """Everyone who is a member on a day, by village, house and name, with what is owed on the day asked. Reads only.

    Coverage is as it stood at the end of `day`, so that an old month's paper stays the same. `asked` is the same day
    (its month is not owed yet) or the day after (after a month's last day that month is owed). Months owed before an
    exemption that runs do not suspend (9.11 rule 7).
    """
    rules = desk.rulebook.rules.membership
    covered, exempt = all_coverage(r, day), all_coverage(r, day, "exempt")
    found = []
    for m in members_on(r, day):
        standing = standing_on(
            asked,
            rules,
            m.starts_on,
            covered.get(m.spell_id, []),
            coverage_known=m.coverage_known,
            exempt=exempt.get(m.spell_id, []),
        )
        found.append(Owing(m, standing.status, standing.arrears_months))
    return tuple(found)


def arrears_by_village(r: Reader, desk: Desk, day: date, asked: date) -> tuple[VillageArrears, ...]:
    """Each village's members by standing and what they owe, by village number; the days as in `owing_on`. Reads only."""
    price = desk.rulebook.rules.contribution.month_price_satang
    rows: dict[int, list[Owing]] = {v.moo: [] for v in desk.profile.villages}
    for owing in owing_on(r, desk, day, asked):
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
