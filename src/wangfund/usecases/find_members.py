"""The list of members for searching, and how each stands today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from wangfund.domain.eligibility.standing import Cause, Covering, Standing, reinstated_on, standing_on
from wangfund.store.books import Books
from wangfund.store.coverage import coverage_of
from wangfund.store.member_lines import MemberLine, member_lines
from wangfund.usecases.rules_in_force import rules_on

__all__ = ["MemberLine", "list_members", "standings_today"]

_CAUSES = {
    "payment": Cause.PAYMENT,
    "setoff": Cause.SET_OFF,
    "exempt": Cause.EXEMPT,
    "waiver": Cause.WAIVER,
    "declared": Cause.WAIVER,
}


def list_members(books: Books) -> tuple[MemberLine, ...]:
    """Everyone ever, in the order of Thai names. Reads only."""
    with books.read() as r:
        return member_lines(r)


def standings_today(books: Books, lines: Sequence[MemberLine]) -> dict[int, Standing]:
    """The standing today of some members by id: for the few rows on a screen. Reads only.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    today = books.clock.today()
    found = {}
    with books.read() as r:
        rules = rules_on(r, today).rules.membership
        for m in lines:
            rows = coverage_of(r, m.spell_id)
            coverings = [
                Covering(row.covered_on, _CAUSES[row.kind], ((row.first_month, row.last_month),))
                for row in sorted(rows, key=lambda row: (row.covered_on, row.id))
            ]
            died = m.ended_on - timedelta(days=1) if m.cause == "died" and m.ended_on is not None else None
            found[m.id] = standing_on(
                today,
                rules,
                m.starts_on,
                [(row.first_month, row.last_month) for row in rows],
                left=m.ended_on,
                died=died,
                coverage_known=m.coverage_known,
                exempt=[(row.first_month, row.last_month) for row in rows if row.kind == "exempt"],
                reinstated=reinstated_on(rules, m.starts_on, coverings),
            )
    return found
