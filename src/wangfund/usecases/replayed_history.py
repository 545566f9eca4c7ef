"""What had been given before each claim of a replay: what the new rules gave so far, and what was paid before the books."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wangfund.domain.eligibility.facts import PastClaim, Whose
from wangfund.domain.eligibility.related import looks_at_event, looks_at_family
from wangfund.domain.rulebook.model import Benefit, Rulebook
from wangfund.store.books import Reader
from wangfund.store.claims import ClaimRow
from wangfund.store.members import household_of
from wangfund.store.past_benefits import all_past
from wangfund.usecases.claim_history import past_benefit, past_claim

_Given = tuple[int, PastClaim]
"""Whose it is, and what she was given, as her own."""


class ReplayedHistory:
    """Begins with what was paid before the books and grows by `add`; answers as `history_before` does for real claims."""

    def __init__(self, r: Reader) -> None:
        self._r = r
        self._of_member: dict[int, list[_Given]] = {}
        self._of_key: dict[str, list[_Given]] = {}
        self._of_mark: dict[str, list[_Given]] = {}
        self._houses: dict[int, Sequence[int]] = {}
        for row in all_past(r):
            self._keep(row.member_id, row.once_key, past_benefit(row, Whose.OWN))

    def add(self, row: ClaimRow, once_key: str | None, gross_satang: int, units: int) -> None:
        """A claim came to something under the new rules: it counts for those after it."""
        mark = None if once_key is None else once_key.partition(":")[2]
        given = replace(
            past_claim(row, Whose.OWN), gross_satang=gross_satang, units=units, key=mark, counts=True
        )
        self._keep(row.member_id, once_key, given)

    def before(
        self, member_id: int, rules: Rulebook, benefit: Benefit, once_key: str | None, event_key: str | None
    ) -> tuple[PastClaim, ...]:
        """Everything a claim of this benefit is weighed against. Reads only."""
        found = [given for _, given in self._of_member.get(member_id, ())]
        seen = {member_id}
        if looks_at_family(rules, benefit):
            for other in self._house(member_id):
                seen.add(other)
                found += [replace(given, whose=Whose.FAMILY) for _, given in self._of_member.get(other, ())]
        others: list[_Given] = []
        if once_key is not None and once_key.startswith("fund:"):
            others += self._of_key.get(once_key, ())
        if event_key is not None and looks_at_event(rules, benefit):
            others += [one for one in self._of_mark.get(event_key, ()) if one not in others]
        found += [replace(given, whose=Whose.OTHER) for other, given in others if other not in seen]
        return tuple(found)

    def _house(self, member_id: int) -> Sequence[int]:
        if member_id not in self._houses:
            self._houses[member_id] = household_of(self._r, member_id)
        return self._houses[member_id]

    def _keep(self, member_id: int, once_key: str | None, given: PastClaim) -> None:
        self._of_member.setdefault(member_id, []).append((member_id, given))
        if once_key is not None:
            self._of_key.setdefault(once_key, []).append((member_id, given))
            self._of_mark.setdefault(once_key.partition(":")[2], []).append((member_id, given))
