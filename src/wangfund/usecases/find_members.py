"""The list of members for searching, and how each stands today."""

from __future__ import annotations

from collections.abc import Sequence

from wangfund.domain.eligibility.standing import Standing
from wangfund.store.books import Books
from wangfund.store.coverage import coverage_of
from wangfund.store.member_lines import MemberLine, member_lines
from wangfund.usecases.rules_in_force import rules_on
from wangfund.usecases.standing_today import standing_today

__all__ = ["MemberLine", "list_members", "standings_today"]


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
    with books.read() as r:
        rules = rules_on(r, today).rules.membership
        return {m.id: standing_today(m, coverage_of(r, m.spell_id), rules, today) for m in lines}
