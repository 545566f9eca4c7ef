"""The people of a practice fund: composed, with valid numbers nobody has, in the shares of the plan."""

from collections import Counter
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.usecases.practice.funds import MEMBERS, TODAY, PracticeFund
from wangfund.domain.dues.coverage import arrears_months
from wangfund.store.coverage import coverage_of_many
from wangfund.store.members import members_on
from wangfund.thai.national_id import check
from wangfund.thai.period import Period
from wangfund.usecases.practice.people import Wanted, compose
from wangfund.usecases.practice.words import practice_words

WORDS = practice_words()
GIVEN = {
    *WORDS.given.older_men,
    *WORDS.given.older_women,
    *WORDS.given.younger_men,
    *WORDS.given.younger_women,
}
FAMILIES = {head + tail for head in WORDS.heads for tail in WORDS.tails}


def age(birth: date) -> int:
    return TODAY.year - birth.year - ((TODAY.month, TODAY.day) < (birth.month, birth.day))


def test_every_name_is_composed_from_the_words(fund: PracticeFund) -> None:
    titles = set(WORDS.titles.values())
    for title, given_name, family, heir in fund.rows(
        "SELECT title, given_name, family_name, heir_name FROM member"
    ):
        assert title in titles
        assert given_name in GIVEN
        assert family in FAMILIES
        assert heir.endswith(family)
    for (name,) in fund.rows("SELECT name FROM officer UNION SELECT collector FROM village"):
        assert name.partition(" ")[2] in FAMILIES


def test_national_ids_are_valid_unique_and_of_no_province(fund: PracticeFund) -> None:
    numbers = [number for (number,) in fund.rows("SELECT national_id FROM member")]
    assert len(set(numbers)) == len(numbers)
    assert all(check(number).code is None for number in numbers)
    assert all(number[1:3] == "99" for number in numbers)


def test_ages_and_cadences_are_in_the_shares_of_the_plan(fund: PracticeFund) -> None:
    with fund.books() as books, books.read() as r:
        ages = [age(m.birth_date) for m in members_on(r, TODAY) if m.birth_date is not None]
    assert len(ages) == MEMBERS
    assert sum(1 for years in ages if years < 18) == round(0.16 * MEMBERS)
    assert sum(1 for years in ages if years >= 60) == round(0.28 * MEMBERS)
    cadences = Counter(code for (code,) in fund.rows("SELECT cadence FROM member"))
    assert set(cadences) == set("MQHY")
    assert min(cadences.values()) >= MEMBERS // 20


def test_arrears_today_are_in_the_shares_of_the_plan(fund: PracticeFund) -> None:
    with fund.books() as books, books.read() as r:
        members = members_on(r, TODAY)
        covered = coverage_of_many(r, [m.spell_id for m in members])
    owed = [arrears_months(Period.of(m.starts_on), TODAY, covered.get(m.spell_id, [])) for m in members]
    assert sum(1 for months in owed if 1 <= months <= 2) == round(0.08 * MEMBERS)
    assert sum(1 for months in owed if 3 <= months <= 11) == round(0.04 * MEMBERS)
    assert sum(1 for months in owed if months >= 12) == round(0.02 * MEMBERS)


def test_everybody_is_born_before_joining_and_joins_before_leaving(fund: PracticeFund) -> None:
    rows = fund.rows(
        "SELECT m.birth_date, s.starts_on, s.ended_on FROM member m JOIN spell s ON s.member_id = m.id"
    )
    assert all(born < starts and (ended is None or starts < ended) for born, starts, ended in rows)
    assert {cause for (cause,) in fund.rows("SELECT DISTINCT cause FROM spell")} >= {None, "died", "lapsed"}


def test_every_village_has_members_and_a_collector(fund: PracticeFund) -> None:
    rows = fund.rows(
        "SELECT v.moo, v.collector, count(m.id) FROM village v LEFT JOIN member m ON m.village_id = v.id GROUP BY v.id"
    )
    assert [moo for moo, _, _ in rows] == list(range(1, 13))
    assert all(collector and members >= MEMBERS // 40 for _, collector, members in rows)


@given(st.integers(0, 60), st.integers(0, 10**6))
def test_composing_gives_one_person_for_each_wanted_whatever_the_number(number: int, seed: int) -> None:
    born = date(1990, 2, 28)
    wanted = [Wanted(born, woman=at % 2 == 0, entered_on=date(2020, 1, 1)) for at in range(number)]
    people = compose(WORDS, wanted, Random(seed))
    assert len(people) == number
    assert len({person.national_id for person in people}) == number
    assert all(person.woman == one.woman for person, one in zip(people, wanted, strict=True))
    assert all(1 <= person.moo <= 12 for person in people)
