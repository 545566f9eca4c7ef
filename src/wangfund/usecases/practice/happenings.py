"""What happens to the members of a practice fund that the fund helps with: stays, births, deaths, and who asks when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from wangfund.usecases.practice.gifts import plan_gifts
from wangfund.usecases.practice.lives import LESSON_OWES, Life
from wangfund.usecases.practice.people import given_name
from wangfund.usecases.practice.planned import PlannedClaim
from wangfund.usecases.practice.span import Span, last_weekday, meeting_day, nth
from wangfund.usecases.practice.words import Words

_STAYS_A_YEAR, _BIRTHS_A_YEAR = 70 / 700, 8 / 700
_WAITING_DAYS = 185
_VISITED = 0.2
_APART_DAYS = 30
_QUARREL_DAYS = 110
_NIGHTS, _NIGHT_WEIGHTS = (1, 2, 3, 4, 5, 7, 12), (15, 30, 25, 12, 9, 6, 3)


def plan_claims(
    words: Words, span: Span, lives: Sequence[Life], members: int, rng: Random
) -> tuple[PlannedClaim, ...]:
    """Every claim up to today, by the day it is asked; those of a plan's rates and one for each lesson."""
    taken: dict[int, list[date]] = {}
    claims = [*_lessons(words, span, lives, taken), *_after_deaths(span, lives, rng)]
    years = len(span.months) / 12
    claims += _stays(span, lives, round(members * _STAYS_A_YEAR * years), taken, rng)
    claims += _births(words, span, lives, round(members * _BIRTHS_A_YEAR * years), rng)
    claims += _visits(words, claims, rng)
    claims += plan_gifts(words, span, lives, members, rng)
    return tuple(sorted((c for c in claims if c.claimed_on <= span.today), key=_by_day))


def _by_day(claim: PlannedClaim) -> tuple[date, int, str]:
    return claim.claimed_on, claim.life, claim.benefit


def _stay(
    life: int, left: date, nights: int, claimed_on: date, blemish: str = "", *papers: str
) -> PlannedClaim:
    told: dict[str, object] = {
        "admitted": (left - timedelta(days=nights)).isoformat(),
        "event": left.isoformat(),
    }
    if papers:
        told["missing_docs"] = list(papers)
    return PlannedClaim(life, "HOSP", told, claimed_on, blemish=blemish)


def _stays(
    span: Span, lives: Sequence[Life], number: int, taken: dict[int, list[date]], rng: Random
) -> list[PlannedClaim]:
    """Stays in hospital, three times as often for the old, never two of one member close together."""
    old_born = span.today.year - 55
    weights = [3 if life.person.birth_date.year <= old_born else 1 for life in lives]
    claims: list[PlannedClaim] = []
    for at in rng.choices(range(len(lives)), weights, k=number * 3):
        if len(claims) == number:
            break
        first = max(span.first.first_day, lives[at].joined_on + timedelta(days=_WAITING_DAYS))
        last = lives[at].may_claim_until(span)
        if last <= first:
            continue
        left = first + timedelta(days=rng.randrange((last - first).days))
        if any(abs((left - other).days) < _APART_DAYS for other in taken.get(at, ())):
            continue
        taken.setdefault(at, []).append(left)
        nights = rng.choices(_NIGHTS, _NIGHT_WEIGHTS)[0]
        claims.append(_stay(at, left, nights, left + timedelta(days=rng.randint(2, 35))))
    return claims


def _visits(words: Words, claims: Sequence[PlannedClaim], rng: Random) -> list[PlannedClaim]:
    """Somebody of the committee visits some of those who were in hospital, with a basket; the shop is paid."""
    shop = words.money["visit_shop"]
    visits: dict[tuple[int, int], int] = {}
    found = []
    for stay in claims:
        if stay.benefit != "HOSP" or stay.blemish or rng.random() >= _VISITED:
            continue
        year = visits[stay.life, stay.claimed_on.year] = visits.get((stay.life, stay.claimed_on.year), 0) + 1
        if year <= 2:
            told: dict[str, object] = {
                "event": stay.claimed_on.isoformat(),
                "value": rng.choice((150, 180, 200)),
            }
            found.append(PlannedClaim(stay.life, "VISIT", told, stay.claimed_on, payee=shop))
    return found


def _births(words: Words, span: Span, lives: Sequence[Life], number: int, rng: Random) -> list[PlannedClaim]:
    able = [at for at, life in enumerate(lives) if 22 <= span.today.year - life.person.birth_date.year <= 42]
    claims = []
    for at in rng.sample(able, min(number, len(able))):
        life = lives[at]
        first = max(span.first.first_day, life.joined_on + timedelta(days=_WAITING_DAYS))
        last = life.may_claim_until(span)
        if last <= first:
            continue
        born = first + timedelta(days=rng.randrange((last - first).days))
        told: dict[str, object] = {
            "event": born.isoformat(),
            "live": 1,
            "mother_is_member": life.person.woman,
            "nights": rng.randint(1, 4) if life.person.woman else 0,
            "child": f"{given_name(words, rng, woman=rng.random() < 0.5)} {life.person.family_name}",
        }
        claims.append(PlannedClaim(at, "BIRTH", told, born + timedelta(days=rng.randint(3, 40))))
    return claims


def _after_deaths(span: Span, lives: Sequence[Life], rng: Random) -> list[PlannedClaim]:
    """A wreath and the death benefit for each death; over one the heirs quarrel until a second meeting names them."""
    deaths = sorted(
        (life.leaves_on, at) for at, life in enumerate(lives) if life.cause == "died" and life.leaves_on
    )
    settled = [death for death in deaths if death[0] <= span.last.last_day - timedelta(days=_QUARREL_DAYS)]
    fought_over = (settled or deaths)[-1]
    claims = []
    for died, at in deaths:
        told: dict[str, object] = {"event": died.isoformat()}
        quarrel = (died, at) == fought_over
        claims.append(
            PlannedClaim(at, "FUNERAL", told, died + timedelta(days=rng.randint(6, 14)), to_heir=True)
        )
        asked = died + timedelta(days=rng.randint(15, 35))
        if quarrel:
            told = {**told, "payee_is_beneficiary": False}
        claims.append(PlannedClaim(at, "DEATH", told, asked, blemish="heirs" if quarrel else ""))
    return claims


def _lessons(
    words: Words, span: Span, lives: Sequence[Life], taken: dict[int, list[date]]
) -> list[PlannedClaim]:
    """One claim for each lesson.

    One is late, one made twice, one without its papers, one approved and unpaid, one undecided; of somebody who
    owes, one is paid with a set-off and a later one refused; and one is of somebody too new.
    """
    steady = [
        at
        for at, life in enumerate(lives)
        if life.old and life.pays_until is None and life.leaves_on is None and not life.late_payer
    ]
    late, twice, paperless, unpaid, waiting = (steady[len(steady) * part // 5] for part in range(5))
    early = nth(span.part(0.2), 12)
    middle = nth(span.part(0.5), 1)
    last_meeting = meeting_day(span.last)
    before = last_meeting - timedelta(days=12)
    claims = [
        _stay(late, early, 3, early + timedelta(days=110), "late"),
        _stay(late, middle, 5, middle + timedelta(days=8), "returned"),
        _stay(twice, middle, 2, middle + timedelta(days=4), "first of two"),
        _stay(twice, middle, 2, middle + timedelta(days=45), "twice"),
        _stay(
            paperless,
            before,
            4,
            before + timedelta(days=5),
            "paperless",
            words.money["missing_paper"],
        ),
        _stay(unpaid, before, 2, before + timedelta(days=6), "unpaid"),
        _stay(waiting, last_meeting + timedelta(days=3), 3, last_weekday(span.last), "waiting"),
    ]
    taken.update(
        {at: [early, middle, before, last_meeting] for at in (late, twice, paperless, unpaid, waiting)}
    )
    owing = span.last.plus(-LESSON_OWES)
    for at, life in enumerate(lives):
        if life.leaves_on is None and life.pays_until == owing:
            taken[at] = [nth(owing.plus(3), 3), nth(span.last, 2)]
            claims.append(_stay(at, nth(owing.plus(3), 3), 4, nth(owing.plus(3), 7), "set off"))
            claims.append(_stay(at, nth(span.last, 2), 2, nth(span.last, 7), "suspended"))
            break
    for at, life in enumerate(lives):
        left = life.joined_on + timedelta(days=40)
        if not life.old and left + timedelta(days=10) <= last_meeting:
            claims.append(_stay(at, left, 2, left + timedelta(days=7), "too new"))
            break
    return claims
