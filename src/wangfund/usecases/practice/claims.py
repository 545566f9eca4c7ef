"""The practice fund's claims: asked for at the desk, decided by the meeting, paid the day after."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from wangfund.domain.eligibility.assessment import Result
from wangfund.domain.money import baht
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.practice.happenings import PlannedClaim
from wangfund.usecases.practice.scene import Scene
from wangfund.usecases.request_claim import RequestClaim, request_claim

_SMALL = baht(1_500)


@dataclass(slots=True)
class ClaimDesk:
    """Claims that wait: asked and not decided, and approved and not paid, with the net decided."""

    asked: list[tuple[int, PlannedClaim]] = field(default_factory=list)
    approved: list[tuple[int, PlannedClaim, int]] = field(default_factory=list)


def ask(scene: Scene, desk: ClaimDesk, claim: PlannedClaim) -> None:
    """A claim is entered under its number."""
    member = scene.members[claim.life]
    command = RequestClaim(member.member_no, claim.benefit, claim.told, claim.claimed_on)
    claim_id, _ = request_claim(scene.books, command, scene.who)
    desk.asked.append((claim_id, claim))


def decide(scene: Scene, desk: ClaimDesk, day: date) -> None:
    """The meeting decides all that was asked."""
    asked, desk.asked = desk.asked, []
    for claim_id, claim in asked:
        answer = decide_claim(scene.books, DecideClaim(claim_id, scene.resolution(day)), scene.who).assessment
        if answer.result is Result.PAY:
            desk.approved.append((claim_id, claim, answer.net_satang))


def pay(scene: Scene, desk: ClaimDesk, day: date) -> None:
    """What was approved is paid; the claim that is to stay a promise is left."""
    approved, desk.approved = desk.approved, []
    for claim_id, claim, net_satang in approved:
        if claim.blemish == "unpaid":
            desk.approved.append((claim_id, claim, net_satang))
            continue
        life, member = scene.lives[claim.life], scene.members[claim.life]
        dead = life.cause == "died" and life.leaves_on is not None and life.leaves_on < day
        payee = life.person.heir_name if dead else ""
        place = scene.place_for(net_satang, _SMALL)
        done = pay_claim(scene.books, PayClaim(claim_id, place, day, payee), scene.who)
        scene.count(place, -done.net_satang)
        if done.setoff_satang:
            member.dues = member.dues.set_off(done.setoff_satang // scene.rules.month_price_satang)
