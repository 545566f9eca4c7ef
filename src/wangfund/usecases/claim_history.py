"""What was given before a claim: the member's own, her household's and others' for the same event, from either side of the books."""

from __future__ import annotations

from collections.abc import Iterable

from wangfund.domain.eligibility.facts import PastClaim, Whose
from wangfund.domain.eligibility.related import looks_at_event, looks_at_family
from wangfund.domain.rulebook.model import Benefit, Rulebook
from wangfund.store.books import Reader
from wangfund.store.claims import (
    ClaimRow,
    claims_of_member,
    claims_of_members,
    claims_with_key,
    claims_with_mark,
)
from wangfund.store.members import household_of
from wangfund.store.past_benefits import (
    PastBenefitRow,
    past_of_member,
    past_of_members,
    past_with_key,
    past_with_mark,
)

COUNTING = frozenset({"approved", "paid"})
PAID_BEFORE = "before"
"""The word before the year in the reference of a benefit paid before the books, as a claim's is 'number/year'."""


def own_history(r: Reader, member_id: int, but: int = 0) -> tuple[PastClaim, ...]:
    """What the member was given, before the books and in them, without claim `but`. Reads only."""
    return (
        *(past_benefit(row, Whose.OWN) for row in past_of_member(r, member_id)),
        *(past_claim(row, Whose.OWN) for row in claims_of_member(r, member_id) if row.id != but),
    )


def family_history(r: Reader, member_id: int) -> tuple[PastClaim, ...]:
    """What others of her household were given. Reads only."""
    house = household_of(r, member_id)
    if not house:
        return ()
    return (
        *(past_benefit(row, Whose.FAMILY) for row in past_of_members(r, house)),
        *(past_claim(row, Whose.FAMILY) for row in claims_of_members(r, house)),
    )


def history_before(
    r: Reader,
    member_id: int,
    rules: Rulebook | None,
    benefit: Benefit,
    once_key: str | None,
    event_key: str | None,
    but: int = 0,
) -> tuple[PastClaim, ...]:
    """Everything that a claim of this benefit is weighed against, claim `but` itself left out. Reads only.

    `once_key` is the key under which the file lets one claim count, `event_key` the event's own name.
    """
    found = own_history(r, member_id, but)
    seen = {member_id}
    if rules is not None and looks_at_family(rules, benefit):
        found += family_history(r, member_id)
        seen.update(household_of(r, member_id))
    claims: dict[int, ClaimRow] = {}
    before: dict[int, PastBenefitRow] = {}
    if once_key is not None and once_key.startswith("fund:"):
        _keep(claims, before, claims_with_key(r, once_key), past_with_key(r, once_key))
    if rules is not None and event_key is not None and looks_at_event(rules, benefit):
        _keep(claims, before, claims_with_mark(r, event_key), past_with_mark(r, event_key))
    return (
        *found,
        *(past_benefit(row, Whose.OTHER) for row in before.values() if row.member_id not in seen),
        *(past_claim(row, Whose.OTHER) for row in claims.values() if row.member_id not in seen),
    )


def past_claim(row: ClaimRow, whose: Whose) -> PastClaim:
    """A claim as the history of another sees it."""
    return PastClaim(
        row.benefit,
        row.gross_satang,
        row.units,
        _mark(row.once_key),
        row.event_on,
        None,
        whose,
        row.state in COUNTING,
        f"{row.number}/{row.fiscal_year}",
    )


def past_benefit(row: PastBenefitRow, whose: Whose) -> PastClaim:
    """A benefit paid before the books as the history of a claim sees it: it counts like a paid claim."""
    return PastClaim(
        row.benefit,
        row.gross_satang,
        row.units,
        _mark(row.once_key),
        row.event_on,
        None if row.event_on is not None else row.year,
        whose,
        counts=True,
        ref=f"{PAID_BEFORE}/{row.year}",
    )


def _mark(once_key: str | None) -> str | None:
    return None if once_key is None else once_key.partition(":")[2]


def _keep(
    claims: dict[int, ClaimRow],
    before: dict[int, PastBenefitRow],
    more_claims: Iterable[ClaimRow],
    more_before: Iterable[PastBenefitRow],
) -> None:
    claims.update((row.id, row) for row in more_claims)
    before.update((row.id, row) for row in more_before)
