"""The benefit's own conditions, amount and caps, and the yearly ceiling: steps 8 and 9 of the decision."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from wangfund.domain.eligibility.amount import BelowTiers, Portion, portions_of
from wangfund.domain.eligibility.assessment import Step
from wangfund.domain.eligibility.entitlement import missing_fact
from wangfund.domain.eligibility.fact_book import FactBook, Missing
from wangfund.domain.eligibility.history import in_scope
from wangfund.domain.eligibility.position import Position
from wangfund.domain.eligibility.room import cut_amount, cut_units, total, units_of
from wangfund.domain.errors import Finding, Severity, Value, Values
from wangfund.domain.money import SATANG_PER_BAHT
from wangfund.domain.rulebook.model import (
    Benefit,
    Cap,
    Condition,
    FactType,
    Operator,
    PartKind,
    Per,
    Scope,
)


@dataclass(frozen=True, slots=True)
class Gross:
    """The decided gross with its working. `reason` OK, CAPPED, TOP_UP or CAPPED_ANNUAL; notes explain it."""

    amount_satang: int
    units: int
    reason: str
    steps: tuple[Step, ...]
    notes: tuple[Finding, ...]


def condition_findings(book: FactBook) -> tuple[Finding, ...]:
    """The benefit's pay day and own conditions that fail, in the rulebook's order."""
    benefit = book.benefit
    found = []
    event = book.claim.event
    pay_days = benefit.pay_days
    if pay_days is not None and (event.month, event.day) not in pay_days.days:
        wanted = ", ".join(f"{month:02d}-{day:02d}" for month, day in pay_days.days)
        values = {"event": event.isoformat(), "pay_days": wanted, **_own_words(pay_days.says)}
        found.append(Finding(pay_days.reason, "event", pay_days.clause or benefit.clause, values=values))
    for condition in benefit.conditions:
        holds = book.holds(condition)
        clause = condition.clause or benefit.clause
        if isinstance(holds, Missing):
            found.append(missing_fact(holds.fact, clause, benefit))
        elif not holds:
            said = _condition_values(condition, book)
            found.append(Finding(condition.reason, condition.fact, clause, values=said))
    return tuple(found)


def gross_of(book: FactBook) -> Gross | Finding:
    """The gross after sharing, own caps, top-up and yearly ceiling, or the finding that refuses or suspends it.

    Source: rulebook 9.3 steps 8 and 9, 9.11 rule 10.
    """
    benefit = book.benefit
    portions = portions_of(benefit.parts, book)
    if isinstance(portions, Missing):
        return missing_fact(portions.fact, benefit.clause, benefit)
    if isinstance(portions, BelowTiers):
        return _below(portions, book)
    if total(portions) == 0:
        return Finding("NO_AMOUNT", clause=benefit.clause)
    steps = [_part_step(portion, benefit) for portion in portions if portion.amount_satang]
    working = _Working(book, portions, steps)
    refused = working.share() if benefit.shared_by else None
    for cap in book.position.rulebook.caps_of(benefit):
        refused = refused or working.cap(cap)
    refused = refused or working.exclude() or working.ceiling()
    if refused is not None:
        return refused
    amount = total(working.portions)
    return Gross(
        amount, units_of(working.portions), working.reason, tuple(working.steps), tuple(working.notes)
    )


class _Working:
    """The portions as they are cut, one rule after the other."""

    def __init__(self, book: FactBook, portions: tuple[Portion, ...], steps: list[Step]) -> None:
        self.book = book
        self.position: Position = book.position
        self.portions = portions
        self.steps = steps
        self.notes: list[Finding] = []
        self.reason = "OK"

    def share(self) -> Finding | None:
        """Divide the amount among those who share it, in whole satang; the remainder stays in the fund."""
        benefit = self.book.benefit
        sharers = self.book.whole(benefit.shared_by)
        if isinstance(sharers, Missing):
            return missing_fact(sharers.fact, benefit.clause, benefit)
        before = total(self.portions)
        self.portions = cut_amount(self.portions, before // max(sharers, 1))
        less = before - total(self.portions)
        if less:
            values: Values = {"fact": benefit.shared_by, "sharers": sharers}
            self.steps.append(Step("SHARED", values, benefit.clause, -less))
        return None if total(self.portions) else Finding("NO_AMOUNT", clause=benefit.clause)

    def cap(self, cap: Cap) -> Finding | None:
        """Cut to what a cap leaves; CAP_REACHED when it leaves nothing."""
        benefit = self.book.benefit
        used = self.position.history.used(cap, benefit.year, self.book.claim.key)
        clause = cap.clause or benefit.clause
        values: dict[str, Value] = {"per": cap.per.value, "unit": benefit.unit}
        if cap.times is not None:
            values |= {"limit_times": cap.times, "used_times": used.times}
            return None if used.times < cap.times else Finding("CAP_REACHED", clause=clause, values=values)
        if cap.units is not None:
            room = cap.units - used.units
            values |= {
                "limit_units": cap.units,
                "used_units": used.units,
                "asked_units": units_of(self.portions),
            }
            cut = cut_units(self.portions, room)
            values["paid_units"] = units_of(cut)
        else:
            limit = cap.amount_satang or 0
            values |= {
                "limit_satang": limit,
                "used_satang": used.amount_satang,
                "asked_satang": total(self.portions),
            }
            cut = cut_amount(self.portions, limit - used.amount_satang)
            values["paid_satang"] = total(cut)
        return self._take(cut, "CAPPED", "CAP_REACHED", clause, values)

    def exclude(self) -> Finding | None:
        """Take away what other benefits of the same stretch exclude, or top them up."""
        benefit = self.book.benefit
        rule = benefit.exclusion
        if rule is None:
            return None
        if rule.per in {Per.EVENT, Per.ADMISSION}:
            event = self.position.event
            stretch = tuple(past for past in self.position.history.claims if past.event == event)
        else:
            stretch = self.position.history.over(rule.per, benefit.year, self.book.claim.key)
        scope = Scope.FUND if rule.per is Per.KEY else Scope.MEMBER
        others = [past for past in stretch if past.benefit in rule.benefits and in_scope(past, scope)]
        if not others:
            return None
        got = sum(past.gross_satang for past in others)
        values: dict[str, Value] = {"others": ", ".join(rule.benefits), "others_satang": got}
        values |= {"up_to_satang": rule.up_to_satang, "stretch": rule.per.value, **_own_words(rule.says)}
        room = rule.up_to_satang - got if rule.top_up else 0
        cut = cut_amount(self.portions, room)
        return self._take(cut, "TOP_UP", rule.reason, rule.clause or benefit.clause, values)

    def ceiling(self) -> Finding | None:
        """Cut to what the yearly ceiling leaves."""
        benefit, rulebook = self.book.benefit, self.position.rulebook
        ceiling = rulebook.yearly_ceiling
        if ceiling is None or not benefit.cash or benefit.code in ceiling.except_benefits:
            return None
        used = self.position.history.cash_in_year(rulebook)
        cut = cut_amount(self.portions, ceiling.amount_satang - used)
        values: dict[str, Value] = {
            "limit_satang": ceiling.amount_satang,
            "used_satang": used,
            "room_satang": max(ceiling.amount_satang - used, 0),
            "asked_satang": total(self.portions),
            "paid_satang": total(cut),
        }
        return self._take(cut, "CAPPED_ANNUAL", "ANNUAL_CAP_REACHED", ceiling.clause, values)

    def _take(
        self, cut: tuple[Portion, ...], reason: str, refusal: str, clause: str, values: Values
    ) -> Finding | None:
        left = total(cut)
        less = total(self.portions) - left
        if left == 0:
            return Finding(refusal, clause=clause, values=values)
        if less:
            self.portions = cut
            self.reason = reason
            self.steps.append(Step(reason, values, clause, -less))
            self.notes.append(Finding(reason, clause=clause, severity=Severity.NOTE, values=values))
        return None


_CODE_OF_BOUND = {
    "percent": "AMOUNT_PERCENT",
    "floor_satang": "AMOUNT_PER_YEAR_FLOOR",
    "ceiling_satang": "AMOUNT_PER_YEAR_CEILING",
}


def _part_step(portion: Portion, benefit: Benefit) -> Step:
    values: dict[str, Value] = {**portion.values, "unit": benefit.unit if portion.counted else ""}
    code = next(
        (_CODE_OF_BOUND[word] for word in _CODE_OF_BOUND if word in values), "AMOUNT_" + portion.kind.name
    )
    if portion.kind is PartKind.PER_UNIT:
        values["units"] = portion.units
    return Step(code, values, portion.clause or benefit.clause, portion.amount_satang)


def _below(below: BelowTiers, book: FactBook) -> Finding:
    event, joined = book.claim.event, book.position.member.joined
    values: dict[str, Value] = {
        "joined": joined.isoformat(),
        "event": event.isoformat(),
        "days": (event - joined).days,
        "waiting_days": 0,
        "min_years": 0,
    }
    if below.first_day is not None:
        values["first_day"] = below.first_day.isoformat()
    return Finding(below.reason, "event", below.clause or book.benefit.clause, values=values)


def _condition_values(condition: Condition, book: FactBook) -> Values:
    """What was told and what the rule wants of it, money in baht, choices by their own words."""
    value = book.value(condition.fact)
    word = book.benefit.fact(condition.fact)
    told: Value = value if isinstance(value, (int, str)) else str(value)
    wanted: Value = _number(condition.number)
    if condition.operator is Operator.IS:
        wanted = condition.yes
    elif word is not None and word.type is FactType.BAHT:
        told, wanted = (
            _number(Decimal(str(value)) / SATANG_PER_BAHT),
            _number(condition.number / SATANG_PER_BAHT),
        )
    elif condition.operator is Operator.ONE_OF:
        names = {} if word is None else dict(word.choices)
        told = names.get(str(told), told)
        wanted = ", ".join(names.get(one, one) for one in condition.wanted)
    return {
        "fact": condition.fact,
        "label": "" if word is None else word.label,
        "told": told,
        "event": book.claim.event.isoformat(),
        "operator": condition.operator.value,
        "wanted": wanted,
        **_own_words(condition.says),
    }


def _number(number: Decimal) -> int | str:
    return int(number) if number == int(number) else f"{number.normalize():f}"


def _own_words(says: str) -> Values:
    """The by-law's own words to the one refused, where it has some."""
    return {"says": says} if says else {}
