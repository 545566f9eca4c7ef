"""What a practice fund gives for good days and bad ones: schooling, traditions of a life, houses a storm has hit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from wangfund.usecases.practice.lives import Life
from wangfund.usecases.practice.people import given_name
from wangfund.usecases.practice.planned import PlannedClaim
from wangfund.usecases.practice.span import Span, nth
from wangfund.usecases.practice.words import Words

_SCHOOL_A_YEAR, _TRADITIONS_A_YEAR, _FIRES_A_YEAR, _STORM = 10 / 700, 7 / 700, 1 / 700, 9 / 700
_A_YEAR, _WAITING_DAYS = 370, 185
_LEVELS = ("P6", "M3", "M6", "UNI")
# About how old one is who finishes, or enters, at each level.
_AGES = {"P6": 12, "M3": 15, "M6": 18, "UNI": 18}


def plan_gifts(
    words: Words, span: Span, lives: Sequence[Life], members: int, rng: Random
) -> list[PlannedClaim]:
    """Schooling, traditions and disasters of the whole span, at least one of each."""
    years = len(span.months) / 12
    claims = _schooling(words, span, lives, max(1, round(members * _SCHOOL_A_YEAR * years)), rng)
    claims += _traditions(span, lives, max(1, round(members * _TRADITIONS_A_YEAR * years)), rng)
    claims += _disasters(words, span, lives, members, rng)
    return claims


def _schooling(
    words: Words, span: Span, lives: Sequence[Life], number: int, rng: Random
) -> list[PlannedClaim]:
    """Members who finish a school themselves, and grown members whose child does; each child once at a level."""
    claims: list[PlannedClaim] = []
    told_of: set[tuple[str, str]] = set()
    for at in rng.choices(range(len(lives)), k=number * 12):
        if len(claims) == number:
            break
        life = lives[at]
        level = rng.choice(_LEVELS)
        year = rng.randint(span.first.year, span.last.year)
        event = date(year, 7, 1) if level == "UNI" else date(year, 3, 31)
        age = year - life.person.birth_date.year
        if age == _AGES[level]:
            who, child = "member", f"{life.person.given_name} {life.person.family_name}"
        elif 32 <= age <= 52:
            own = given_name(words, rng, woman=rng.random() < 0.5)
            who, child = "child", f"{own} {life.person.family_name}"
        else:
            continue
        if not _may(span, life, event, _A_YEAR) or (level, child) in told_of:
            continue
        told_of.add((level, child))
        gpa = f"{rng.randint(350, 400) / 100:.2f}"
        told: dict[str, object] = {
            "event": event.isoformat(),
            "who": who,
            "level": level,
            "child": child,
            "gpa": gpa,
        }
        claims.append(PlannedClaim(at, "EDU", told, event + timedelta(days=rng.randint(5, 45))))
    return claims


def _traditions(span: Span, lives: Sequence[Life], number: int, rng: Random) -> list[PlannedClaim]:
    """Ordination and conscription of young men, weddings, a pilgrimage: each once in a life."""
    claims: list[PlannedClaim] = []
    had: set[int] = set()
    for at in rng.choices(range(len(lives)), k=number * 20):
        if len(claims) == number:
            break
        life = lives[at]
        event = _some_day(span, life, _A_YEAR, rng)
        kind = None if event is None else _kind(life, event.year, rng)
        if event is None or kind is None or at in had:
            continue
        had.add(at)
        told: dict[str, object] = {"event": event.isoformat(), "kind": kind}
        claims.append(PlannedClaim(at, "TRADITION", told, event + timedelta(days=rng.randint(2, 40))))
    return claims


def _kind(life: Life, year: int, rng: Random) -> str | None:
    age = year - life.person.birth_date.year
    if age >= 55:
        return "HAJJ" if rng.random() < 0.02 else None
    if not 20 <= age <= 45:
        return None
    if life.person.woman or age > 26:
        return "WEDDING"
    return rng.choice(("ORDAIN", "ORDAIN", "CONSCRIPT", "WEDDING"))


def _disasters(
    words: Words, span: Span, lives: Sequence[Life], members: int, rng: Random
) -> list[PlannedClaim]:
    """A fire now and then takes a whole house; once in the span a storm damages roofs in one month."""
    storm = nth(span.part(0.55), 16)
    hit = max(1, round(members * _STORM))
    fires = round(members * _FIRES_A_YEAR * len(span.months) / 12)
    days: list[date | None] = [storm] * hit + [None] * fires
    claims: list[PlannedClaim] = []
    houses: set[tuple[int, str]] = set()
    for day in days:
        for at in rng.sample(range(len(lives)), min(len(lives), 40)):
            life = lives[at]
            house = (life.person.moo, life.person.house_no)
            event = day or _some_day(span, life, _WAITING_DAYS, rng)
            if event is None or house in houses or not _may(span, life, event, _WAITING_DAYS):
                continue
            houses.add(house)
            text = words.money["house"].format(house=life.person.house_no, moo=life.person.moo)
            damage = "partial" if day is not None else "total"
            told: dict[str, object] = {"event": event.isoformat(), "damage": damage, "house": text}
            claims.append(PlannedClaim(at, "DISASTER", told, event + timedelta(days=rng.randint(2, 20))))
            break
    return claims


def _may(span: Span, life: Life, event: date, wait: int) -> bool:
    """Whether the books were kept by then, she had been a member so long, still is one, and owes nothing."""
    first = max(span.first.first_day, life.joined_on + timedelta(days=wait))
    return first <= event < life.may_claim_until(span) and not life.late_payer


def _some_day(span: Span, life: Life, wait: int, rng: Random) -> date | None:
    first = max(span.first.first_day, life.joined_on + timedelta(days=wait))
    last = life.may_claim_until(span)
    if last <= first or life.late_payer:
        return None
    return first + timedelta(days=rng.randrange((last - first).days))
