"""The benefits a member can ask for today."""

from __future__ import annotations

from wangfund.domain.rulebook.model import Benefit
from wangfund.store.books import Books
from wangfund.usecases.rules_in_force import all_rulebooks, rules_on


def benefits_in_force(books: Books) -> tuple[Benefit, ...]:
    """Those of the rulebook in force today, in its order, that the newest version still knows. Reads only.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    with books.read() as r:
        rules = rules_on(r, books.clock.today()).rules
        newest = max(all_rulebooks(r), key=lambda book: book.rules.effective_from).rules
    return tuple(benefit for benefit in rules.benefits if newest.benefit(benefit.code) is not None)
