"""A pay day: everybody whom a benefit of that day is for, listed, decided and paid together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from wangfund.domain.eligibility.assessment import Assessment, Result
from wangfund.domain.errors import FundError, NotFound, Refused
from wangfund.domain.posting import Numbered
from wangfund.domain.rulebook.model import Benefit
from wangfund.store.books import Books
from wangfund.store.claims import all_claims, paid_of_claims
from wangfund.store.ledger import current_balances
from wangfund.store.members import members_on
from wangfund.usecases.approval import MEETING
from wangfund.usecases.claim_facts import assess_facts
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.desk import desk_on
from wangfund.usecases.money_held import require_money
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.request_claim import RequestClaim, request_claim, require_not_future
from wangfund.usecases.withdraw_claim import WithdrawClaim, withdraw_claim

Told = Callable[[int, int], None]
"""Hears how many of how many are done."""


@dataclass(frozen=True, slots=True)
class PayDayRow:
    """A member and what the rules say to her on the day; `given` is what was set off and handed over already."""

    member_id: int
    member_no: str
    name: str
    moo: int
    house_no: str
    assessment: Assessment
    given: tuple[int, int] | None = None

    @property
    def setoff_satang(self) -> int:
        """What was, or would be, set off."""
        return self.assessment.setoff_satang if self.given is None else self.given[0]

    @property
    def net_satang(self) -> int:
        """What was, or would be, handed over."""
        return self.assessment.net_satang if self.given is None else self.given[1]


@dataclass(frozen=True, slots=True)
class PayDayList:
    """Those who are paid, by village, house and number; and those who are not though the benefit's own conditions hold.

    Amounts are satang: `gross_satang` what is given, `net_satang` what is handed over.
    """

    benefit: Benefit
    day: date
    paid: tuple[PayDayRow, ...]
    refused: tuple[PayDayRow, ...]

    @property
    def gross_satang(self) -> int:
        """What the day costs the pool."""
        return sum(row.assessment.gross_satang for row in self.paid)

    @property
    def net_satang(self) -> int:
        """What is handed over."""
        return sum(row.assessment.net_satang for row in self.paid)


@dataclass(frozen=True, slots=True)
class PayDay:
    """Whom to pay on a day: `members` by id, `facts` said of each, `excluded` a reason by id.

    `event` is the pay day itself, `on` the day the money is handed over; `slip`, `payer` and `reason` as in `PayClaim`.
    """

    benefit: str
    event: date
    on: date
    resolution: str
    out_of: str
    members: Sequence[int]
    facts: Mapping[str, object] = field(default_factory=dict)
    excluded: Mapping[int, str] = field(default_factory=dict)
    slip: str = ""
    payer: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PayDayPaid:
    """What was handed over to whom, in the order of the list: (member id, voucher, net satang)."""

    paid: tuple[tuple[int, Numbered, int], ...]
    set_aside: int

    @property
    def net_satang(self) -> int:
        """What was handed over."""
        return sum(net for _, _, net in self.paid)


def pay_day_list(
    books: Books,
    benefit_code: str,
    day: date,
    facts: Mapping[str, object] | None = None,
    told: Told | None = None,
    asked_on: date | None = None,
) -> PayDayList:
    """Everybody who is a member on a day, asked as if each claimed the benefit that day. Reads only.

    `asked_on` is the day the claims would be handed in (None: the pay day itself), which is the day they are paid:
    what is owed then is set off.

    Raises:
        Refused: BENEFIT_UNKNOWN, NOT_A_PAY_DAY when the benefit is not paid on fixed days or not on this one.
    """
    with books.read() as r:
        rules = desk_on(r, day).rulebook.rules
        benefit = rules.benefit(benefit_code)
        if benefit is None:
            known = ", ".join(one.code for one in rules.benefits)
            raise Refused("BENEFIT_UNKNOWN", {"benefit": benefit_code[:60], "known": known})
        if benefit.pay_days is None or (day.month, day.day) not in benefit.pay_days.days:
            raise Refused("NOT_A_PAY_DAY", {"benefit": benefit.name, "date": day.isoformat()})
        own = {condition.reason for condition in benefit.conditions}
        paid, refused = [], []
        everybody = members_on(r, day)
        sums = paid_of_claims(r)
        given = {
            claim.member_id: (sums[claim.id][0] - sums[claim.id][1], sums[claim.id][1])
            for claim in all_claims(r)
            if claim.id in sums and claim.benefit == benefit_code and claim.event_on == day
        }
        for done, m in enumerate(everybody):
            if told is not None and done % 50 == 0:
                told(done, len(everybody))
            answer = assess_facts(
                r, m, benefit_code, {**(facts or {}), "event": day.isoformat()}, asked_on or day
            ).assessment
            row = PayDayRow(m.id, m.member_no, m.name, m.moo, m.house_no or "", answer, given.get(m.id))
            if answer.result is Result.PAY and answer.gross_satang:
                paid.append(row)
            elif own.isdisjoint(finding.code for finding in answer.findings):
                refused.append(row)
    return PayDayList(benefit, day, tuple(paid), tuple(refused))


def pay_day(books: Books, command: PayDay, who: str = "", told: Told | None = None) -> PayDayPaid:
    """Ask, decide and pay for everybody chosen, with a voucher each: all of them or nobody. Writes.

    Whoever is excluded has her claim entered and withdrawn with the reason, so that it is seen and can be asked again.

    Raises:
        Refused: NOBODY_CHOSEN, EXCLUDED_AND_CHOSEN, RESOLUTION_MISSING, MONEY_SHORT for the sum of all, and what a
            single claim is refused for (values name the member); CLAIM_NOT_APPROVED when the rules say no to one.
    """
    if not command.members:
        raise Refused("NOBODY_CHOSEN")
    both = set(command.members) & command.excluded.keys()
    if both:
        raise Refused("EXCLUDED_AND_CHOSEN", {"member": min(both)})
    if not command.resolution.strip():
        raise Refused("RESOLUTION_MISSING", {"act": "claim.decided"})
    require_not_future(books, command.on)
    with books.read() as r:
        by_id = {m.id: m for m in members_on(r, command.event)}
        place = desk_on(r, command.on).place(command.out_of)
        balances = current_balances(r)
        total = 0
        for member_id in command.members:
            if member_id not in by_id:
                raise NotFound("MEMBER_UNKNOWN", {"member_no": str(member_id)})
            told_facts = {**command.facts, "event": command.event.isoformat()}
            total += assess_facts(
                r, by_id[member_id], command.benefit, told_facts, command.on
            ).assessment.net_satang
        if total:
            require_money(balances, place, total)
    paid: list[tuple[int, Numbered, int]] = []
    facts = {**command.facts, "event": command.event.isoformat()}
    with books.together():
        for member_id, reason in command.excluded.items():
            if member_id not in by_id:
                raise NotFound("MEMBER_UNKNOWN", {"member_no": str(member_id)})
            asked = RequestClaim(by_id[member_id].member_no, command.benefit, facts, command.on)
            claim_id, _ = request_claim(books, asked, who)
            withdraw_claim(books, WithdrawClaim(claim_id, reason), who)
        for done, member_id in enumerate(command.members):
            if told is not None:
                told(done, len(command.members))
            m = by_id[member_id]
            try:
                claim_id, _ = request_claim(
                    books, RequestClaim(m.member_no, command.benefit, facts, command.on), who
                )
                decide_claim(books, DecideClaim(claim_id, command.resolution, by=MEETING), who)
                given = pay_claim(books, _payment(claim_id, command), who)
            except FundError as error:
                error.values = {"member_no": m.member_no, "member": m.name, **error.values}
                raise
            paid.append((member_id, given.voucher, given.net_satang))
    return PayDayPaid(tuple(paid), len(command.excluded))


def _payment(claim_id: int, command: PayDay) -> PayClaim:
    return PayClaim(
        claim_id,
        command.out_of,
        command.on,
        slip=command.slip,
        payer=command.payer,
        reason=command.reason,
    )
