"""What will become of each member of a practice fund: when she joins, how she pays, when and why she leaves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from wangfund.thai.period import Period
from wangfund.usecases.practice.people import Person, Wanted, compose
from wangfund.usecases.practice.span import FOUNDED, Span, meeting_day, years_before
from wangfund.usecases.practice.words import Words

MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12}
"""The cadences of the demo rulebook and the months each covers."""

_CADENCES, _CADENCE_WEIGHTS = "MQHY", (28, 29, 18, 25)
_CHILDREN, _ELDERS = 0.16, 0.28
_OWING, _SUSPENDED, _LAPSED = 0.08, 0.04, 0.02
_JOIN_A_YEAR, _DIE_A_YEAR, _LEAVE_A_YEAR, _LAPSE_A_YEAR = 0.04, 9 / 700, 4 / 700, 5 / 700
_LATE_PAYERS = 0.1
LESSON_OWES = 6
"""Months owed today by the suspended member whose arrears were once set off, and who was refused later."""
# Members of the first books joined at least this many months before them: nobody waits for rights.
_SETTLED_MONTHS = 7


@dataclass(frozen=True, slots=True)
class Life:
    """A member's life in the fund.

    `old` was a member before the books began and had paid through `paid_through`. `pays_until` is the last month
    she ever pays for (None: she goes on paying). `leaves_on` is the day of a death, else the first day without rights.
    """

    person: Person
    cadence: str
    joined_on: date
    old: bool
    paid_through: Period
    pays_until: Period | None
    leaves_on: date | None
    cause: str
    late_payer: bool

    def may_claim_until(self, span: Span) -> date:
        """The last day on which something may happen to her that the fund pays for."""
        last = span.last.last_day
        if self.leaves_on is not None:
            last = min(last, self.leaves_on - timedelta(days=1))
        if self.pays_until is not None:
            last = min(last, self.pays_until.last_day)
        return last


@dataclass(frozen=True, slots=True)
class _Fate:
    """A life before its person is known; `owes` months at the end or when she leaves, None for who pays.

    `early` joins in the first half of the span: the lesson of the one who is too new needs somebody.
    """

    birth_date: date
    old: bool
    owes: int | None = None
    leaves_on: date | None = None
    cause: str = ""
    early: bool = False


def plan_lives(words: Words, span: Span, members: int, rng: Random) -> tuple[Life, ...]:
    """The lives of all members ever: those of the first books first, then joiners by day; `members` are left today."""
    fates = [*_staying(span, members, rng), *_leaving(span, members, rng)]
    joined = [_joined_on(fate, span, rng) for fate in fates]
    wanted = [
        Wanted(fate.birth_date, rng.random() < 0.53, day) for fate, day in zip(fates, joined, strict=True)
    ]
    people = compose(words, wanted, rng)
    lives = [
        _life(fate, person, day, span, rng) for fate, person, day in zip(fates, people, joined, strict=True)
    ]
    return tuple(sorted(lives, key=lambda life: (not life.old, life.joined_on)))


def _staying(span: Span, members: int, rng: Random) -> list[_Fate]:
    """Who is a member today: ages and arrears in the shares of the plan."""
    joiners = min(members // 2, max(1, round(members * _JOIN_A_YEAR * _years(span))))
    children, elders = round(members * _CHILDREN), round(members * _ELDERS)
    ages = [rng.randint(1, 17) for _ in range(children)]
    ages += [60 + int(28 * rng.random() ** 1.6) for _ in range(elders)]
    ages += [rng.randint(18, 59) for _ in range(members - children - elders)]
    births = [_born(span.today, age, rng) for age in ages]
    settled = _settled_by(span) - timedelta(days=60)
    young = [at for at, born in enumerate(births) if born > settled]
    for at in young[joiners:]:
        births[at] = min(_born(span.today, 17, rng), settled)
    chosen = set(young[:joiners])
    others = [at for at in range(members) if at not in chosen]
    chosen.update(rng.sample(others, joiners - len(chosen)))
    eldest = min(chosen, key=lambda at: births[at])
    fates = [_Fate(born, at not in chosen, early=at == eldest) for at, born in enumerate(births)]
    old = [at for at in range(members) if at not in chosen]
    rng.shuffle(old)
    for share, fewest, most in ((_OWING, 1, 2), (_SUSPENDED, 3, 11), (_LAPSED, 12, 16)):
        for number in range(round(members * share)):
            at = old.pop()
            # The first of the suspended stands for two lessons, see happenings.py: long enough, not too long.
            owes = LESSON_OWES if number == 0 and share == _SUSPENDED else rng.randint(fewest, most)
            fates[at] = replace(fates[at], owes=owes)
    return fates


def _leaving(span: Span, members: int, rng: Random) -> list[_Fate]:
    """Who leaves before today: by death, by her own will, or lapsed by resolution."""
    years = _years(span)
    fates: list[_Fate] = []
    for _ in range(max(2, round(members * _DIE_A_YEAR * years))):
        day = _some_day(
            span.first.first_day + timedelta(days=20), span.last.last_day - timedelta(days=75), rng
        )
        age = rng.randint(30, 59) if rng.random() < 0.15 else rng.randint(62, 94)
        fates.append(_Fate(_born(day, age, rng), old=True, leaves_on=day, cause="died"))
    for _ in range(round(members * _LEAVE_A_YEAR * years)):
        day = _some_day(span.first.first_day + timedelta(days=20), span.last.last_day, rng)
        cause = rng.choice(("resigned", "moved"))
        fates.append(_Fate(_born(day, rng.randint(19, 70), rng), old=True, leaves_on=day, cause=cause))
    for _ in range(round(members * _LAPSE_A_YEAR * years)):
        month = rng.choice(span.months)
        born = _born(span.today, rng.randint(25, 70), rng)
        fates.append(_Fate(born, old=True, owes=13, leaves_on=meeting_day(month), cause="lapsed"))
    return fates


def _joined_on(fate: _Fate, span: Span, rng: Random) -> date:
    if not fate.old:
        first = max(span.first.first_day, fate.birth_date + timedelta(days=30))
        return _some_day(first, (span.part(0.5) if fate.early else span.last).last_day, rng)
    last = _settled_by(span)
    until = _pays_until(fate, span)
    if until is not None:
        last = min(last, until.first_day)
    first = min(max(FOUNDED, fate.birth_date + timedelta(days=30)), last)
    if rng.random() < 0.3:
        last = min(last, first + timedelta(days=180))
    return _some_day(first, last, rng)


def _life(fate: _Fate, person: Person, joined_on: date, span: Span, rng: Random) -> Life:
    cadence = rng.choices(_CADENCES, _CADENCE_WEIGHTS)[0]
    until = _pays_until(fate, span)
    late = until is None and fate.old and rng.random() < _LATE_PAYERS
    return Life(
        person=person,
        cadence=cadence,
        joined_on=joined_on,
        old=fate.old,
        paid_through=_declared(until, MONTHS[cadence], joined_on, span, rng),
        pays_until=until,
        leaves_on=fate.leaves_on,
        cause=fate.cause,
        late_payer=late,
    )


def _pays_until(fate: _Fate, span: Span) -> Period | None:
    """The last month paid for by somebody who ends up owing so many months."""
    if fate.owes is None:
        return None
    asked = span.last if fate.leaves_on is None else Period.of(fate.leaves_on).plus(-1)
    return asked.plus(-fate.owes)


def _declared(until: Period | None, step: int, joined_on: date, span: Span, rng: Random) -> Period:
    """Through which month an old member had paid; whole cadences on lead exactly to the month she pays until."""
    before = span.first.plus(-1)
    if until is None:
        return before.plus(rng.randrange(step))
    if until <= before:
        return max(until, Period.of(joined_on))
    return before.plus(before.months_until(until) % step)


def _settled_by(span: Span) -> date:
    return span.first.plus(-_SETTLED_MONTHS).first_day


def _years(span: Span) -> float:
    return len(span.months) / 12


def _born(day: date, age: int, rng: Random) -> date:
    """A birth date of somebody who is so many years old on a day."""
    return years_before(day, age) - timedelta(days=rng.randrange(360))


def _some_day(first: date, last: date, rng: Random) -> date:
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days)))
