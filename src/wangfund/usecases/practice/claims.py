"""The practice fund's claims: asked for at the desk, decided by the meeting, paid the day after."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from wangfund.domain.eligibility.assessment import Result
from wangfund.domain.money import baht
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.heir_shares import HeirShare
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.practice.people import given_name
from wangfund.usecases.practice.planned import PlannedClaim
from wangfund.usecases.practice.scene import Scene
from wangfund.usecases.request_claim import RequestClaim, request_claim
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry

_SMALL = baht(1_500)
_HEIR_PARTS = (2, 1, 1)


@dataclass(frozen=True, slots=True)
class Approved:
    """A claim that is to be paid: its id, the net decided, and how many heirs share it (0: nobody does)."""

    claim_id: int
    claim: PlannedClaim
    net_satang: int
    heirs: int = 0


@dataclass(frozen=True, slots=True)
class Returned:
    """A payment whose money will come back: its entry, and from where it was paid."""

    approved: Approved
    entry_id: int
    place: str


@dataclass(slots=True)
class ClaimDesk:
    """Claims that wait: asked and not decided, for the heirs to agree, approved and not paid, and money coming back."""

    asked: list[tuple[int, PlannedClaim]] = field(default_factory=list)
    quarrels: list[tuple[int, PlannedClaim]] = field(default_factory=list)
    approved: list[Approved] = field(default_factory=list)
    returned: list[Returned] = field(default_factory=list)


def ask(scene: Scene, desk: ClaimDesk, claim: PlannedClaim) -> None:
    """A claim is entered under its number."""
    member = scene.members[claim.life]
    command = RequestClaim(member.member_no, claim.benefit, claim.told, claim.claimed_on)
    claim_id, _ = request_claim(scene.books, command, scene.who)
    desk.asked.append((claim_id, claim))


def decide(scene: Scene, desk: ClaimDesk, day: date) -> None:
    """The meeting decides all that was asked, and names the heirs over whom there was a quarrel at the last one."""
    quarrels, desk.quarrels = desk.quarrels, []
    for claim_id, claim in quarrels:
        heirs = _heirs(scene, claim)
        command = DecideClaim(claim_id, scene.resolution(day), heirs)
        answer = decide_claim(scene.books, command, scene.who).assessment
        desk.approved.append(Approved(claim_id, claim, answer.net_satang, len(heirs)))
    asked, desk.asked = desk.asked, []
    for claim_id, claim in asked:
        answer = decide_claim(scene.books, DecideClaim(claim_id, scene.resolution(day)), scene.who).assessment
        if answer.result is Result.PAY:
            desk.approved.append(Approved(claim_id, claim, answer.net_satang))
        elif claim.blemish == "heirs" and answer.reason == "HEIR_RESOLUTION":
            desk.quarrels.append((claim_id, claim))


def pay(scene: Scene, desk: ClaimDesk, day: date) -> None:
    """What was approved is paid; the claim that is to stay a promise is left."""
    approved, desk.approved = desk.approved, []
    for one in approved:
        if one.claim.blemish == "unpaid":
            desk.approved.append(one)
        elif one.heirs:
            for share in range(1, one.heirs + 1):
                _pay(scene, one, PayClaim(one.claim_id, scene.bank, day, share=share))
        else:
            life = scene.lives[one.claim.life]
            dead = life.cause == "died" and life.leaves_on is not None and life.leaves_on < day
            payee = one.claim.payee or (life.person.heir_name if dead else "")
            place = scene.bank if one.claim.blemish == "returned" else scene.place_for(one.net_satang, _SMALL)
            entry = _pay(scene, one, PayClaim(one.claim_id, place, day, payee))
            if one.claim.blemish == "returned":
                desk.returned.append(Returned(one, entry, place))


def come_back(scene: Scene, desk: ClaimDesk) -> None:
    """A transfer that the bank could not hand over comes back; it is paid again with the next ones."""
    returned, desk.returned = desk.returned, []
    for one in returned:
        reason = scene.words.money["returned_reason"]
        reverse_entry(scene.books, ReverseEntry(one.entry_id, reason), scene.who)
        scene.count(one.place, one.approved.net_satang)
        desk.approved.append(replace(one.approved, claim=replace(one.approved.claim, blemish="")))


def _pay(scene: Scene, one: Approved, command: PayClaim) -> int:
    if command.out_of == scene.bank:
        command = replace(command, slip=slip_of(command.on, one.claim_id + command.share))
    done = pay_claim(scene.books, command, scene.who)
    scene.count(command.out_of, -done.net_satang)
    if done.setoff_satang:
        member = scene.members[one.claim.life]
        member.dues = member.dues.set_off(done.setoff_satang // scene.rules.month_price_satang)
    return done.entry_id


def slip_of(day: date, number: int) -> str:
    """What a bank's slip of a transfer or withdrawal is numbered."""
    return f"T{day:%y%m%d}-{number:04d}"


def _heirs(scene: Scene, claim: PlannedClaim) -> tuple[HeirShare, ...]:
    """The heir she had named and two children of hers, by parts."""
    person = scene.lives[claim.life].person
    titles, child = scene.words.titles, scene.words.relations["child"]
    son = f"{titles['man']}{given_name(scene.words, scene.rng, woman=False)} {person.family_name}"
    daughter = f"{titles['woman']}{given_name(scene.words, scene.rng, woman=True)} {person.family_name}"
    named = (
        (person.heir_name, person.heir_relation),
        (son, child),
        (daughter, child),
    )
    seen: dict[str, HeirShare] = {}
    for (name, relation), parts in zip(named, _HEIR_PARTS, strict=True):
        seen.setdefault(name, HeirShare(name, relation, parts))
    return tuple(seen.values())
