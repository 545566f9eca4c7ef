"""The months owed that a benefit pays, recomputed when it is paid."""

from __future__ import annotations

from wangfund.domain.dues.coverage import Indexes, count, merged, overlap, to_ranges
from wangfund.domain.dues.due_dates import debt_on
from wangfund.domain.eligibility.assessment import NO_SET_OFF, SetOff
from wangfund.domain.eligibility.facts import ClaimFacts, MemberFacts
from wangfund.domain.rulebook.model import Benefit, Rulebook


def set_off(
    rulebook: Rulebook,
    benefit: Benefit,
    gross_satang: int,
    claim: ClaimFacts,
    member: MemberFacts,
    *,
    owed: Indexes | None = None,
) -> SetOff:
    """What is kept back from a gross: the months owed at the event less those covered since.

    Never more than the gross. A rest below a month's price becomes the member's credit. Nothing from a
    benefit in kind, or where the coverage is unknown. Paying a claim calls this again; the gross stays.
    `owed` are the months owed at the event where the caller knows them already.

    Source: rulebook 9.1 (1–2 months owed), 9.11 rules 4 and 9.
    """
    if not (rulebook.membership.set_off and benefit.cash and member.coverage_known) or gross_satang <= 0:
        return NO_SET_OFF
    if owed is None:
        covered = (*member.covered, *member.exempt)
        owed = debt_on(rulebook.membership, member.joined, claim.event, covered).months
    left = _without(owed, merged(member.paid_since)) if owed else ()
    if not left:
        return NO_SET_OFF
    price = rulebook.contribution.month_price_satang
    amount = min(count(left) * price, gross_satang)
    months, rest = divmod(amount, price)
    return SetOff(months, amount, to_ranges(_first(left, months)), rest)


def _without(months: Indexes, paid: Indexes) -> Indexes:
    kept: list[tuple[int, int]] = []
    for first, last in months:
        place = first
        for first_paid, last_paid in overlap(((first, last),), paid):
            if first_paid > place:
                kept.append((place, first_paid - 1))
            place = last_paid + 1
        if place <= last:
            kept.append((place, last))
    return tuple(kept)


def _first(months: Indexes, number: int) -> Indexes:
    taken = []
    left = number
    for first, last in months:
        if left <= 0:
            break
        size = min(left, last - first + 1)
        taken.append((first, first + size - 1))
        left -= size
    return tuple(taken)
