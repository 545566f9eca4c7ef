"""A month of the practice fund: what happens on which day, acted out in the order of days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from wangfund.domain import accounts
from wangfund.domain.money import baht
from wangfund.thai.period import Period
from wangfund.usecases.close_month import CloseMonth, close_month
from wangfund.usecases.practice import claims, contributions, money, pay_days
from wangfund.usecases.practice.planned import PlannedClaim
from wangfund.usecases.practice.scene import Scene, Till
from wangfund.usecases.practice.span import (
    collection_days,
    last_weekday,
    meeting_day,
    next_weekday,
    nth,
    weekday,
)

_FLOAT = baht(3_000)
_SHORT_VILLAGE = 3


class Agenda:
    """Acts with their days; acts of one day in the order in which they were put down."""

    def __init__(self) -> None:
        self._acts: list[tuple[date, int, Callable[[], object]]] = []

    def on(self, day: date, act: Callable[..., object], *arguments: object) -> None:
        """Put an act down for a day."""
        self._acts.append((day, len(self._acts), partial(act, *arguments)))

    def run(self, scene: Scene) -> None:
        """Act everything out, with the clock on the day of each act."""
        for day, _, act in sorted(self._acts, key=lambda row: row[:2]):
            scene.clock.day = day
            act()


@dataclass(slots=True)
class Story:
    """What is planned, by month, and what waits between months."""

    joins: dict[Period, list[int]]
    leaves: dict[Period, list[tuple[date, int]]]
    asked: dict[Period, list[PlannedClaim]]
    desk: claims.ClaimDesk = field(default_factory=claims.ClaimDesk)
    counted: tuple[Period, Till] | None = None
    owed_by_collector: int = 0
    wrong_entry: int = 0


def story_of(scene: Scene, planned: Iterable[PlannedClaim]) -> Story:
    """Everything planned, put under its month."""
    story = Story({}, {}, {})
    for at, life in enumerate(scene.lives):
        if not life.old:
            story.joins.setdefault(Period.of(life.joined_on), []).append(at)
        if life.leaves_on is not None:
            # A death is told two days later.
            told = life.leaves_on + timedelta(days=2 if life.cause == "died" else 0)
            story.leaves.setdefault(Period.of(told), []).append((told, at))
    for claim in planned:
        story.asked.setdefault(Period.of(claim.claimed_on), []).append(claim)
    return story


def live_month(scene: Scene, story: Story, month: Period) -> None:
    """A whole month: joining, rounds, the meeting with its close and decisions, payments, costs, banking."""
    agenda = Agenda()
    for at in story.joins.get(month, ()):
        agenda.on(scene.lives[at].joined_on, contributions.join, scene, at)
    for day, at in story.leaves.get(month, ()):
        agenda.on(day, contributions.leave, scene, at, day)
    for claim in story.asked.get(month, ()):
        agenda.on(claim.claimed_on, claims.ask, scene, story.desk, claim)
    _rounds(agenda, scene, story, month)
    _meeting(agenda, scene, story, month)
    _other_money(agenda, scene, month)
    _lessons(agenda, scene, story, month)
    agenda.on(last_weekday(month), money.to_bank, scene, last_weekday(month))
    if month.month in {6, 12}:
        agenda.on(month.last_day, money.interest, scene, month.last_day)
    scene.collected_satang = 0
    agenda.run(scene)
    story.counted = (month, Till(scene.till.cash_satang, scene.till.bank_satang))


def begin_open_month(scene: Scene, story: Story) -> None:
    """Today's month: the one before is closed, claims come in, nothing is collected."""
    today = scene.span.today
    agenda = Agenda()
    day = min(meeting_day(scene.span.open_month), today)
    agenda.on(day, _close, scene, story, day)
    for claim in story.asked.get(scene.span.open_month, ()):
        agenda.on(claim.claimed_on, claims.ask, scene, story.desk, claim)
    agenda.run(scene)


def _rounds(agenda: Agenda, scene: Scene, story: Story, month: Period) -> None:
    moos = range(1, len(scene.words.villages) + 1)
    half = len(moos) // 2
    first, second = collection_days(month)
    short_moo = _SHORT_VILLAGE if month == scene.span.part(0.6) else 0
    agenda.on(first, _round, scene, story, month, first, moos[:half], short_moo)
    agenda.on(second, _round, scene, story, month, second, moos[half:], 0)
    banked = next_weekday(second)
    agenda.on(banked, partial(money.to_bank, above_satang=_FLOAT), scene, banked)


def _round(scene: Scene, story: Story, month: Period, day: date, moos: Sequence[int], short_moo: int) -> None:
    story.owed_by_collector += contributions.collect(scene, month, day, moos, short_moo)


def _meeting(agenda: Agenda, scene: Scene, story: Story, month: Period) -> None:
    day = meeting_day(month)
    agenda.on(day, _close, scene, story, day)
    agenda.on(day, claims.decide, scene, story.desk, day)
    agenda.on(day, money.running_cost, scene, day, accounts.MEETINGS)
    paid = next_weekday(day)
    agenda.on(paid, claims.pay, scene, story.desk, paid)
    held = pay_days.pay_day_of(month)
    if held is not None:
        agenda.on(held[0], pay_days.hold, scene, *held)


def _close(scene: Scene, story: Story, day: date) -> None:
    """The month before is closed on what was counted at its end."""
    if story.counted is None:
        return
    month, till = story.counted
    command = CloseMonth(
        month,
        till.cash_satang,
        {scene.bank: till.bank_satang},
        counted_on=month.last_day,
        resolution=scene.resolution(day),
    )
    close_month(scene.books, command, scene.who)
    story.counted = None


def _other_money(agenda: Agenda, scene: Scene, month: Period) -> None:
    cost_day = weekday(nth(month, 20))
    account = accounts.STATIONERY if month.month % 2 else accounts.TRAVEL
    agenda.on(cost_day, money.running_cost, scene, cost_day, account)
    for number, share in enumerate((0.25, 0.55, 0.85), 1):
        if month == scene.span.part(share):
            agenda.on(weekday(nth(month, 22)), money.state_grant, scene, weekday(nth(month, 22)), number)
    if month.month == 3:
        agenda.on(weekday(nth(month, 15)), money.lao_grant, scene, weekday(nth(month, 15)))
    if month.month in {4, 10}:
        agenda.on(nth(month, 14), money.donation, scene, nth(month, 14))
    if month == scene.span.part(0.7):
        agenda.on(meeting_day(month), money.reserve_to_welfare, scene, meeting_day(month))


def _lessons(agenda: Agenda, scene: Scene, story: Story, month: Period) -> None:
    """Late payers at the counter, a part payment, a receipt and a transfer that come back, a collector who was short."""
    agenda.on(nth(month, 24), claims.come_back, scene, story.desk)
    agenda.on(nth(month, 21), contributions.pay_late, scene, month, nth(month, 21))
    if month == scene.span.part(0.3):
        agenda.on(nth(month, 19), contributions.part_payment, scene, month, nth(month, 19))
    if month == scene.span.part(0.4):
        agenda.on(nth(month, 17), _wrong_receipt, scene, story, month)
        agenda.on(nth(month, 18), _take_back, scene, story, month)
    if month == scene.span.part(0.6).plus(1):
        agenda.on(nth(month, 4), _hand_in, scene, story, nth(month, 4))


def _wrong_receipt(scene: Scene, story: Story, month: Period) -> None:
    story.wrong_entry = contributions.wrong_receipt(scene, month, nth(month, 17))


def _take_back(scene: Scene, story: Story, month: Period) -> None:
    contributions.take_back(scene, month, nth(month, 18), story.wrong_entry)


def _hand_in(scene: Scene, story: Story, day: date) -> None:
    if story.owed_by_collector:
        money.hand_in(scene, day, scene.collectors[_SHORT_VILLAGE - 1], story.owed_by_collector)
        story.owed_by_collector = 0
