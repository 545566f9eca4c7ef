"""What a member may claim today: each benefit with its first day, why not yet, and what is left of its limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from wangfund.domain.eligibility.entitlement_room import CEILING
from wangfund.domain.eligibility.entitlements import Claimable, Entitlement, entitlements
from wangfund.domain.eligibility.related import looks_at_family
from wangfund.domain.errors import Refused
from wangfund.domain.rulebook.model import Heir
from wangfund.store.books import Books, Reader
from wangfund.store.members import MemberRow, member_by_id
from wangfund.usecases.claim_facts import member_facts
from wangfund.usecases.claim_history import family_history, own_history
from wangfund.usecases.rules_in_force import rules_on

__all__ = ["Claimable", "Entitlement", "EntitlementsToday", "entitlements_of", "entitlements_today"]


@dataclass(frozen=True, slots=True)
class EntitlementsToday:
    """A member's benefits, those she may claim now first, then by their first day, in the rulebook's order.

    `on` is the day asked about: today, and for one who died the day of death, when only what an heir claims is told.
    `to_heir` are the benefits paid to the heir she named. `ceiling_satang` is the most of a year over all benefits, 0 for none; `used_satang` what the year has used of it.
    """

    on: date
    rows: tuple[Entitlement, ...]
    ceiling_satang: int = 0
    used_satang: int = 0
    to_heir: frozenset[str] = frozenset()


def entitlements_today(books: Books, member_id: int) -> EntitlementsToday:
    """What a member may claim, from one moment of the file. Reads only.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    with books.read() as r:
        return entitlements_of(r, member_by_id(r, member_id), books.clock.today())


def entitlements_of(r: Reader, m: MemberRow, today: date) -> EntitlementsToday:
    """As `entitlements_today`, inside a read block. Reads only.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    died = m.ended_on - timedelta(days=1) if m.cause == "died" and m.ended_on is not None else None
    day = today if died is None else died
    try:
        rules = rules_on(r, day).rules
    except Refused:
        if died is None:
            raise
        # She died before the first rulebook of these books.
        return EntitlementsToday(day, ())
    history = own_history(r, m.id)
    if any(looks_at_family(rules, benefit) for benefit in rules.benefits):
        history += family_history(r, m.id)
    found = entitlements(rules, member_facts(r, m, day, rules), history, day)
    heirs = frozenset(benefit.code for benefit in rules.benefits if benefit.heir is Heir.NAMED)
    if died is not None:
        found = tuple(one for one in found if one.benefit in heirs)
    ceilings = [room for one in found for room in one.rooms if room.per == CEILING]
    limit, left = (ceilings[0].limit, ceilings[0].left) if ceilings else (0, 0)
    return EntitlementsToday(day, tuple(sorted(found, key=_order)), limit, limit - left, heirs)


_RANK = {Claimable.NOW: 0, Claimable.LATER: 1, Claimable.UNKNOWN: 2, Claimable.NOT: 3}


def _order(one: Entitlement) -> tuple[int, date]:
    return _RANK[one.claimable], one.first_day or date.max
