"""The question the other way round: what may this member claim today, what from when, what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from wangfund.domain.eligibility.entitlement import not_member, paid_by_kind, standing, waiting
from wangfund.domain.eligibility.entitlement_room import CEILING, Measure, Room, is_full, rooms_of
from wangfund.domain.eligibility.fact_book import FactBook
from wangfund.domain.eligibility.facts import ClaimFacts, MemberFacts, PastClaim
from wangfund.domain.eligibility.first_day import day_that_changes, next_pay_day
from wangfund.domain.eligibility.own_rules import Gross, condition_findings, gross_of
from wangfund.domain.eligibility.position import Position
from wangfund.domain.eligibility.room import rate_of
from wangfund.domain.errors import Finding, Severity, Value
from wangfund.domain.rulebook.check_benefit import most_payable
from wangfund.domain.rulebook.model import WORKED_OUT, Benefit, FactType, PartKind, Rulebook, TierBase
from wangfund.thai.period import Period

_MOST_STEPS = 12
_LAST_PERIOD = Period(9999, 12)


class Claimable(StrEnum):
    """Whether an event of today could be claimed: now, from a later day, not, or a fact is not known."""

    NOW = "now"
    LATER = "later"
    NOT = "not"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Entitlement:
    """One benefit as it stands for one member on a day.

    `reason` is OK or the code of what stands in the way first, `findings` all that stands in the way
    today, in the order of decision. `first_day`: the first day whose events could be paid if she keeps
    paying (today when NOW, None when no day is known). `amount_satang` is what an event of that day would
    pay, None where it depends on what the claim tells; then `up_to_satang` is about the most. `rises_on`
    and `rises_to_satang` tell the next step of a table. `asks` are the facts a claim must tell.
    """

    benefit: str
    name: str
    clause: str
    claimable: Claimable
    reason: str
    findings: tuple[Finding, ...]
    first_day: date | None
    amount_satang: int | None
    up_to_satang: int
    unit: str
    rate_satang: int
    rises_on: date | None
    rises_to_satang: int | None
    rooms: tuple[Room, ...]
    asks: tuple[str, ...]
    documents: tuple[str, ...]
    deadline_days: int | None


def entitlements(
    rulebook: Rulebook, member: MemberFacts, history: Sequence[PastClaim], today: date
) -> tuple[Entitlement, ...]:
    """Every benefit of the rulebook, in its order, for one member as she stands before an event of today.

    A later day is reckoned as if every month from now on were paid; what stands in the way today by
    arrears alone has no day (the finding tells what is owed, and the day rights would return if paid now).
    Pure and total, as `assess` is.
    """
    now = Position(rulebook, member, today, history)
    later: dict[date, Position] = {today: now}
    paying = replace(member, covered=(*member.covered, (Period.of(today), _LAST_PERIOD)), reinstated=None)

    def position_on(day: date) -> Position:
        if day not in later:
            later[day] = Position(rulebook, paying, day, history)
        return later[day]

    found = []
    for benefit in rulebook.benefits:
        told = _depends_on_the_claim(benefit)
        first = there = _look(benefit, now, told=told, judge_standing=True)
        for _ in range(_MOST_STEPS):
            day = _next_day(there.refusals, benefit, there.position) if there.refusals else None
            if day is None:
                break
            there = _look(benefit, position_on(day), told=told, judge_standing=False)
        found.append(_told(benefit, first, there))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Sight:
    """A benefit looked at from one day: what stands in the way, the limits, the amount where it is known."""

    position: Position
    refusals: tuple[Finding, ...]
    rooms: tuple[Room, ...]
    amount_satang: int | None


def _told(benefit: Benefit, now: _Sight, then: _Sight) -> Entitlement:
    first_day = None if then.refusals else then.position.event
    amount = then.amount_satang
    rises_on, rises_to = _next_step(benefit, then.position, amount)
    return Entitlement(
        benefit=benefit.code,
        name=benefit.name,
        clause=benefit.clause,
        claimable=_claimable(now.refusals, first_day),
        reason=now.refusals[0].code if now.refusals else "OK",
        findings=now.refusals,
        first_day=first_day,
        amount_satang=amount,
        up_to_satang=_up_to(benefit, now) if amount is None else amount,
        unit=benefit.unit,
        rate_satang=rate_of(benefit),
        rises_on=rises_on,
        rises_to_satang=rises_to,
        rooms=now.rooms,
        asks=tuple([word.name for word in benefit.facts if word.type not in WORKED_OUT]),
        documents=benefit.documents,
        deadline_days=benefit.deadline_days,
    )


def _claimable(refusals: tuple[Finding, ...], first_day: date | None) -> Claimable:
    if not refusals:
        return Claimable.NOW
    if refusals[0].severity is Severity.WARNING:
        return Claimable.UNKNOWN
    return Claimable.NOT if first_day is None else Claimable.LATER


def _book(benefit: Benefit, position: Position) -> FactBook:
    return FactBook(benefit, ClaimFacts(benefit.code, position.event, position.event), position)


def _look(benefit: Benefit, position: Position, *, told: bool, judge_standing: bool) -> _Sight:
    """What an event of that day would meet, facts that only a claim can tell (`told`) left aside."""
    rooms = rooms_of(benefit, position)
    effective = position.rulebook.effective_from
    if position.event < effective:
        values = {"event": position.event.isoformat(), "first_day": effective.isoformat()}
        return _Sight(position, (Finding("NO_RULE_IN_FORCE", "event", values=values),), rooms, None)
    book = _book(benefit, position)
    outside = not_member(book.claim, position)
    found = [paid_by_kind(benefit, position), outside]
    if outside is None:
        found.append(waiting(benefit, position))
        if judge_standing:
            found.append(standing(benefit, book.claim, position))
    found += [one for one in condition_findings(book) if not _is_told(one.field, benefit)]
    refusals = tuple([one for one in found if one is not None])
    gross = None if told else gross_of(book)
    if not refusals:
        full = _full(benefit, rooms)
        if full is None and isinstance(gross, Finding):
            full = gross
        refusals = () if full is None else (full,)
    return _Sight(position, refusals, rooms, gross.amount_satang if isinstance(gross, Gross) else None)


def _full(benefit: Benefit, rooms: tuple[Room, ...]) -> Finding | None:
    for room in rooms:
        if is_full(room, benefit):
            code = "ANNUAL_CAP_REACHED" if room.per == CEILING else "CAP_REACHED"
            values: dict[str, Value] = {
                "per": room.per,
                f"limit_{room.measure.value}": room.limit,
                "unit": benefit.unit,
            }
            if room.anew is not None:
                values["first_day"] = room.anew.isoformat()
            return Finding(code, clause=room.clause, values=values)
    return None


def _next_day(refusals: tuple[Finding, ...], benefit: Benefit, position: Position) -> date | None:
    """The day on which all that stands in the way may be gone; None when no day is known for one of them."""
    days = [day_that_changes(refusal, benefit, position) for refusal in refusals]
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return None
    latest = max(known)
    return latest if latest > position.event else None


def _is_told(fact: str, benefit: Benefit) -> bool:
    """Whether a fact comes from the claim, or is worked out from what the claim tells."""
    word = benefit.fact(fact)
    return word is not None and word.type is not FactType.YEARS_WITHOUT_CLAIM


def _depends_on_the_claim(benefit: Benefit) -> bool:
    facts = [part.fact for part in benefit.parts] + [benefit.shared_by]
    facts += [part.when.fact for part in benefit.parts if part.when is not None]
    is_of_who = len(benefit.who) > 1 and "who" in facts
    return is_of_who or any(_is_told(fact, benefit) for fact in facts if fact)


def _up_to(benefit: Benefit, now: _Sight) -> int:
    most = most_payable(now.position.rulebook, benefit)
    for room in now.rooms:
        if room.measure is Measure.SATANG:
            most = min(most, room.left)
        elif room.measure is Measure.UNITS and all(part.counted for part in benefit.parts):
            most = min(most, room.left * rate_of(benefit))
        elif room.left <= 0 and room.measure is Measure.TIMES:
            most = 0
    return most


def _next_step(benefit: Benefit, position: Position, amount: int | None) -> tuple[date | None, int | None]:
    """The next day on which a table pays more, and what it pays then."""
    if amount is None:
        return None, None
    member, event = position.member, position.event
    days = []
    for part in benefit.parts:
        base = {TierBase.MEMBERSHIP: member.joined, TierBase.AGE: member.birth_date}.get(part.by)
        if part.kind is PartKind.TIERS and base is not None:
            days += [start for tier in part.tiers if (start := tier.start.after(base)) > event]
    for day in sorted(days):
        paid_on = next_pay_day(benefit, day)
        there = Position(position.rulebook, member, paid_on, ())
        more = gross_of(_book(benefit, there))
        if not isinstance(more, Finding) and more.amount_satang > amount:
            return paid_on, more.amount_satang
    return None, None
