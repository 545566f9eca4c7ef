"""The rulebook that speaks on a day, as read from the fund's file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from wangfund.domain.errors import Refused
from wangfund.domain.rulebook.model import Rulebook
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.store.books import Reader
from wangfund.store.rulebooks import RulebookRow, rulebook_rows

parsed = lru_cache(16)(parse_rulebook)


@dataclass(frozen=True, slots=True)
class AdoptedRulebook:
    """A version with its id in the file."""

    id: int
    rules: Rulebook


def all_rulebooks(r: Reader) -> tuple[AdoptedRulebook, ...]:
    """Every version the fund adopted, by effective date. Reads only."""
    return tuple(AdoptedRulebook(row.id, parsed(row.source)) for row in rulebook_rows(r))


def rules_on(r: Reader, day: date) -> AdoptedRulebook:
    """The version in force on a day: the last one effective on or before it. Reads only.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    chosen: RulebookRow | None = None
    for row in rulebook_rows(r):
        if row.effective_from <= day:
            chosen = row
    if chosen is None:
        raise Refused("NO_RULE_IN_FORCE", {"day": day.isoformat()})
    return AdoptedRulebook(chosen.id, parsed(chosen.source))
