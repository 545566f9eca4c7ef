"""The practice fund's pay days: the old on their day and the disabled on theirs, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from wangfund.domain.eligibility.assessment import Result
from wangfund.store.members import member_by_id
from wangfund.thai.period import Period
from wangfund.usecases.claim_facts import assess_facts
from wangfund.usecases.pay_day import PayDay, pay_day
from wangfund.usecases.practice.claims import slip_of
from wangfund.usecases.practice.lives import Life
from wangfund.usecases.practice.scene import Scene
from wangfund.usecases.practice.span import years_before

PAY_DAYS: Mapping[int, tuple[int, str]] = {4: (13, "ELDER"), 12: (3, "DISABLED")}
"""The day and the benefit of the months that have one."""

_CARD = {"disability_card": True}
_OLD = 60


def pay_day_of(month: Period) -> tuple[date, str] | None:
    """The pay day of a month and its benefit, None for most months."""
    found = PAY_DAYS.get(month.month)
    return None if found is None else (date(month.year, month.month, found[0]), found[1])


def hold(scene: Scene, day: date, benefit: str) -> None:
    """Everybody whom the benefit of the day is for gets it from the bank's money, with a voucher each.

    Only those are asked about whom somebody would bring: the old, and those with a card.
    """
    facts = _CARD if benefit == "DISABLED" else {}
    told = {**facts, "event": day.isoformat()}
    chosen: dict[int, int] = {}
    months: dict[int, int] = {}
    with scene.books.read() as r:
        for at, member in scene.members.items():
            life = scene.lives[at]
            gone = life.leaves_on is not None and life.leaves_on <= day
            asked = at in scene.cards if benefit == "DISABLED" else is_old(life, day)
            if gone or not asked:
                continue
            answer = assess_facts(r, member_by_id(r, member.member_id), benefit, told, day).assessment
            if answer.result is Result.PAY:
                chosen[member.member_id] = at
                months[at] = answer.setoff_satang // scene.rules.month_price_satang
    if not chosen:
        return
    command = PayDay(benefit, day, day, scene.resolution(day), scene.bank, list(chosen), facts)
    command = replace(command, slip=slip_of(day, len(chosen)))
    done = pay_day(scene.books, command, scene.who)
    scene.count(scene.bank, -done.net_satang)
    for at, owed in months.items():
        if owed:
            scene.members[at].dues = scene.members[at].dues.set_off(owed)


def is_old(life: Life, day: date) -> bool:
    """Whether somebody is sixty on a day."""
    return life.person.birth_date <= years_before(day, _OLD)
