"""Members of long standing come into the books together, all or none."""

from dataclasses import replace
from datetime import date

import pytest

from tests.funds import NOVEMBER, OCTOBER, TODAY
from wangfund.domain.errors import FundError
from wangfund.store.books import Books
from wangfund.store.coverage import coverage_of_many
from wangfund.store.members import all_members, member_by_no
from wangfund.store.verify import verify
from wangfund.thai.period import Period
from wangfund.usecases.enrol_many import OldMember, enrol_many

ONE = OldMember("นาง", "สมใจ", "ทดสอบ", 1, date(2020, 5, 7), OCTOBER, national_id="1-2345-67890-12-1")
OTHER = OldMember("นาย", "สมชาย", "ทดสอบ", 2, date(2026, 10, 2), None)


def number_of_members(books: Books) -> int:
    with books.read() as r:
        return len(all_members(r))


def test_many_enter_with_numbers_spells_and_declared_months(books: Books) -> None:
    before = number_of_members(books)
    done = enrol_many(books, [ONE, replace(OTHER, member_no="9000"), OTHER])
    assert done.member_nos == (str(before + 1).zfill(4), "9000", "9001")
    with books.read() as r:
        first, known, last = (member_by_no(r, number) for number in done.member_nos)
        assert first is not None
        assert known is not None
        assert last is not None
        assert (first.id, first.spell_id) == (done.first_member_id, done.first_spell_id)
        assert first.national_id == "1234567890121"
        assert first.starts_on == date(2020, 5, 7)
        assert coverage_of_many(r, [first.spell_id, last.spell_id]) == {
            first.spell_id: [(Period(2020, 5), OCTOBER)]
        }
        assert first.coverage_known
        assert not last.coverage_known
        assert verify(r) == ()


def test_who_never_paid_is_known_to_owe_everything(books: Books) -> None:
    done = enrol_many(books, [replace(ONE, paid_through=Period(2020, 4))])
    with books.read() as r:
        m = member_by_no(r, done.member_nos[0])
        assert m is not None
        assert m.coverage_known
        assert coverage_of_many(r, [m.spell_id]) == {}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (replace(OTHER, given_name=" "), "NAME_MISSING"),
        (replace(OTHER, joined_on=date(2026, 11, 21)), "JOINED_IN_FUTURE"),
        (replace(OTHER, birth_date=date(2026, 11, 21)), "BIRTH_IN_FUTURE"),
        (replace(OTHER, cadence="W"), "CADENCE_UNKNOWN"),
        (replace(OTHER, moo=99), "VILLAGE_UNKNOWN"),
        (replace(OTHER, member_no="0001"), "MEMBER_NO_TAKEN"),
        (replace(OTHER, national_id="1234567890121"), "ID_TAKEN"),
        (replace(OTHER, national_id="1234567890122"), "ID_CHECK_DIGIT"),
        (replace(OTHER, national_id="12345"), "ID_LENGTH"),
    ],
)
def test_one_who_cannot_enter_keeps_all_out(books: Books, wrong: OldMember, code: str) -> None:
    before = number_of_members(books)
    with pytest.raises(FundError) as refused:
        enrol_many(books, [ONE, wrong])
    assert refused.value.code == code
    assert number_of_members(books) == before


def test_nobody_to_enter_changes_nothing(books: Books) -> None:
    before = number_of_members(books)
    assert enrol_many(books, []).member_nos == ()
    assert number_of_members(books) == before


def test_what_is_paid_ahead_is_declared_too(books: Books) -> None:
    done = enrol_many(books, [replace(ONE, joined_on=TODAY, paid_through=NOVEMBER.plus(5))])
    with books.read() as r:
        m = member_by_no(r, done.member_nos[0])
        assert m is not None
        assert coverage_of_many(r, [m.spell_id])[m.spell_id] == [(NOVEMBER, NOVEMBER.plus(5))]
