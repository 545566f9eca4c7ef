"""The practice fund's members: how they come, pay in rounds and at the counter, and leave."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wangfund.domain.money import baht
from wangfund.thai.period import Period
from wangfund.usecases.end_membership import EndMembership, end_membership
from wangfund.usecases.enrol_many import OldMember, enrol_many
from wangfund.usecases.enrol_member import EnrolMember, enrol_member
from wangfund.usecases.practice.dues import Dues
from wangfund.usecases.practice.lives import Life
from wangfund.usecases.practice.scene import Member, Scene
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.take_payment import TakePayment, take_payment

_SKIP, _AHEAD, _FAR_AHEAD = 0.15, 0.012, 0.002


def old_members(scene: Scene) -> None:
    """Everyone who is a member when the books begin comes into them together."""
    old = [life for life in scene.lives if life.old]
    commands = [
        OldMember(
            title=life.person.title,
            given_name=life.person.given_name,
            family_name=life.person.family_name,
            moo=life.person.moo,
            joined_on=life.joined_on,
            paid_through=life.paid_through,
            cadence=life.cadence,
            national_id=life.person.national_id,
            birth_date=life.person.birth_date,
            house_no=life.person.house_no,
            phone=life.person.phone,
            heir_name=life.person.heir_name,
            heir_relation=life.person.heir_relation,
        )
        for life in old
    ]
    done = enrol_many(scene.books, commands, scene.who)
    for at, (life, number) in enumerate(zip(old, done.member_nos, strict=True)):
        start = Period.of(life.joined_on)
        dues = Dues(start, life.cadence, ((start, life.paid_through),))
        scene.members[at] = Member(done.first_member_id + at, number, dues)


def join(scene: Scene, at: int) -> None:
    """Somebody joins with the entry fee and the first contribution."""
    life = scene.lives[at]
    person = life.person
    cadence = scene.rules.cadence(life.cadence)
    assert cadence is not None
    command = EnrolMember(
        title=person.title,
        given_name=person.given_name,
        family_name=person.family_name,
        moo=person.moo,
        applied_on=life.joined_on,
        on=life.joined_on,
        cadence=life.cadence,
        national_id=person.national_id,
        birth_date=person.birth_date,
        house_no=person.house_no,
        phone=person.phone,
        heir_name=person.heir_name,
        heir_relation=person.heir_relation,
        amount_satang=cadence.amount_satang,
    )
    done = enrol_member(scene.books, command, scene.who)
    dues = Dues(Period.of(life.joined_on), life.cadence, ()).paid(scene.rules, cadence.amount_satang)
    scene.members[at] = Member(done.member_id, done.member_no, dues)
    scene.count("cash", cadence.amount_satang + scene.rules.entry_fee_satang)


def leave(scene: Scene, at: int, day: date) -> None:
    """Somebody leaves, dies, or is struck off by the meeting of the day."""
    life = scene.lives[at]
    assert life.leaves_on is not None
    resolution = scene.resolution(day) if life.cause == "lapsed" else ""
    command = EndMembership(scene.members[at].member_no, life.cause, life.leaves_on, resolution)
    end_membership(scene.books, command, scene.who)


def collect(scene: Scene, month: Period, day: date, moos: Sequence[int], short_moo: int = 0) -> int:
    """The villages' collectors return; the one of `short_moo` brings too little. Gives what is missing, in satang."""
    paid: dict[int, dict[int, int]] = {moo: {} for moo in moos}
    for at, member in scene.members.items():
        life = scene.lives[at]
        if life.person.moo not in paid or not _pays(life, month, day):
            continue
        asked = member.dues.asked(scene.rules, month)
        if not asked:
            continue
        late = life.late_payer and month != scene.span.last and not _owes_before(member.dues, month)
        if late and scene.rng.random() < _SKIP:
            continue
        amount = _ahead(scene, life, asked)
        paid[life.person.moo][member.member_id] = amount
        member.dues = member.dues.paid(scene.rules, amount)
    short = 0
    villages = []
    for moo, amounts in paid.items():
        total = sum(amounts.values())
        missing = min(baht(120), total // 2 // baht(10) * baht(10)) if moo == short_moo else 0
        villages.append(VillageRound(moo, amounts, total - missing))
        short += missing
    done = record_round(scene.books, RecordRound(month, day, villages), scene.who)
    scene.collected_satang += done.total_satang
    scene.count("cash", done.total_satang - short)
    return short


def pay_late(scene: Scene, month: Period, day: date) -> None:
    """Some who missed the round come to the counter with what they owe."""
    for at, member in scene.members.items():
        life = scene.lives[at]
        if life.late_payer and _pays(life, month, day) and scene.rng.random() < 0.4:
            asked = member.dues.asked(scene.rules, month)
            if asked:
                _at_the_counter(scene, at, asked, day)


def wrong_receipt(scene: Scene, month: Period, day: date) -> int:
    """A receipt is written for the wrong member; gives the entry that must be taken back."""
    at = _paid_up(scene, month)[0]
    command = TakePayment(scene.members[at].member_no, scene.rules.month_price_satang, day)
    entry = take_payment(scene.books, command, scene.who).entry_id
    scene.count("cash", scene.rules.month_price_satang)
    return entry


def take_back(scene: Scene, month: Period, day: date, entry: int) -> None:
    """The wrong receipt is taken back, and the one who had paid gets hers."""
    reason = scene.words.money["wrong_payer_reason"]
    reverse_entry(scene.books, ReverseEntry(entry, reason), scene.who)
    scene.count("cash", -scene.rules.month_price_satang)
    _at_the_counter(scene, _paid_up(scene, month)[1], scene.rules.month_price_satang, day)


def part_payment(scene: Scene, month: Period, day: date) -> None:
    """Somebody brings less than a month's price."""
    _at_the_counter(scene, _paid_up(scene, month)[2], baht(20), day)


def _paid_up(scene: Scene, month: Period) -> list[int]:
    """Members who pay by the month and will go on: who came first, first."""
    found = [
        at
        for at, member in scene.members.items()
        if (life := scene.lives[at]).pays_until is None
        and life.leaves_on is None
        and not life.late_payer
        and member.dues.asked(scene.rules, month) == 0
    ]
    return sorted(found, key=lambda at: (scene.lives[at].cadence != "M", at))


def _at_the_counter(scene: Scene, at: int, amount_satang: int, day: date) -> None:
    member = scene.members[at]
    take_payment(scene.books, TakePayment(member.member_no, amount_satang, day), scene.who)
    member.dues = member.dues.paid(scene.rules, amount_satang)
    scene.count("cash", amount_satang)


def _pays(life: Life, month: Period, day: date) -> bool:
    gone = life.leaves_on is not None and life.leaves_on <= day
    return not gone and (life.pays_until is None or month <= life.pays_until)


def _owes_before(dues: Dues, month: Period) -> bool:
    through = dues.through
    return through is None or through < month.plus(-1)


def _ahead(scene: Scene, life: Life, asked: int) -> int:
    """Now and then a monthly payer brings a quarter or a year at once."""
    if life.cadence != "M" or life.pays_until is not None or asked != scene.rules.month_price_satang:
        return asked
    chance = scene.rng.random()
    better = "Y" if chance < _FAR_AHEAD else "Q" if chance < _AHEAD else "M"
    cadence = scene.rules.cadence(better)
    return asked if cadence is None else cadence.amount_satang
