"""People who do not exist: names put together from common words, numbers no office has given to anybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from wangfund.thai.national_id import check_digit
from wangfund.usecases.practice.span import years_before
from wangfund.usecases.practice.words import Words

_ADULT = 15
_OLDER_BORN = 1985
# No province has the code 99, so no such number belongs to anybody.
_NO_PROVINCE = "99"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom to compose: born when, a woman or a man, and the day whose title she bears."""

    birth_date: date
    woman: bool
    entered_on: date


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up person as the register writes her down."""

    title: str
    given_name: str
    family_name: str
    woman: bool
    birth_date: date
    national_id: str
    moo: int
    house_no: str
    phone: str
    heir_name: str
    heir_relation: str


def compose(words: Words, wanted: Sequence[Wanted], rng: Random) -> tuple[Person, ...]:
    """One person for each wanted, in their order; those of one house share a family name."""
    homes = _homes(words, len(wanted), rng)
    ids = _national_ids(rng)
    people = [_person(words, one, home, next(ids), rng) for one, home in zip(wanted, homes, strict=True)]
    return tuple(people)


def full_name(words: Words, rng: Random, *, woman: bool, older: bool = True) -> str:
    """A grown person's name with title, for officers, collectors and heirs."""
    title = words.titles["married_woman"] if woman else words.titles["man"]
    return f"{title}{given_name(words, rng, woman=woman, older=older)} {family_name(words, rng)}"


def family_name(words: Words, rng: Random) -> str:
    """A family name of two words."""
    head, tail = rng.choice(words.heads), rng.choice(words.tails)
    return head + tail


@dataclass(frozen=True, slots=True)
class _Home:
    moo: int
    house_no: str
    family: str


def _homes(words: Words, people: int, rng: Random) -> list[_Home]:
    villages = len(words.villages)
    sizes = [1 + rng.random() for _ in range(villages)]
    whole = sum(sizes)
    homes: list[_Home] = []
    for at in range(villages):
        quota = round(people * sum(sizes[: at + 1]) / whole) - len(homes)
        number = 0
        for _ in range(max(0, quota)):
            if homes and homes[-1].moo == at + 1 and rng.random() < 0.55:
                homes.append(homes[-1])
                continue
            number += rng.randint(1, 3)
            house = f"{number}/{rng.randint(1, 4)}" if rng.random() < 0.15 else str(number)
            homes.append(_Home(at + 1, house, family_name(words, rng)))
    rng.shuffle(homes)
    return homes


def _person(words: Words, wanted: Wanted, home: _Home, number: str, rng: Random) -> Person:
    adult = wanted.birth_date <= years_before(wanted.entered_on, _ADULT)
    older = wanted.birth_date.year < _OLDER_BORN
    heir_woman = rng.random() < 0.5
    relation = rng.choice(("spouse", "child", "kin")) if adult else "parent"
    if relation == "spouse":
        heir_woman = not wanted.woman
    heir_title = words.titles["married_woman" if heir_woman else "man"]
    heir_given = given_name(words, rng, woman=heir_woman, older=older if relation == "spouse" else False)
    return Person(
        title=_title(words, adult=adult, woman=wanted.woman, married=older and rng.random() < 0.8),
        given_name=given_name(words, rng, woman=wanted.woman, older=older),
        family_name=home.family,
        woman=wanted.woman,
        birth_date=wanted.birth_date,
        national_id=number,
        moo=home.moo,
        house_no=home.house_no,
        phone=f"000-000-{rng.randrange(10_000):04d}" if rng.random() < 0.6 else "",
        heir_name=f"{heir_title}{heir_given} {home.family}",
        heir_relation=words.relations[relation],
    )


def _title(words: Words, *, adult: bool, woman: bool, married: bool) -> str:
    if not adult:
        return words.titles["girl" if woman else "boy"]
    if woman:
        return words.titles["married_woman" if married else "woman"]
    return words.titles["man"]


def given_name(words: Words, rng: Random, *, woman: bool, older: bool = False) -> str:
    """A given name of a woman or a man, of the older kind or the younger."""
    given = words.given
    if woman:
        return rng.choice(given.older_women if older else given.younger_women)
    return rng.choice(given.older_men if older else given.younger_men)


def _national_ids(rng: Random) -> Iterator[str]:
    """Different numbers with true check digits, without end."""
    given: set[str] = set()
    while True:
        first12 = f"{rng.choice('1358')}{_NO_PROVINCE}{rng.randrange(10**9):09d}"
        if first12 not in given:
            given.add(first12)
            yield f"{first12}{check_digit(first12)}"
