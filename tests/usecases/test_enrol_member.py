"""Joining: the fee, the first contribution, the day membership counts from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.funds import PRICE, TODAY, money, problems, rows_of
from tests.usecases.refusals import code
from wangfund.store.books import Books
from wangfund.usecases.end_membership import EndMembership, end_membership
from wangfund.usecases.enrol_member import EnrolMember, enrol_member

_APPLIED = date(2026, 11, 10)
_NEW = EnrolMember(
    "นางสาว",
    "ขวัญใจ",
    "ใหม่จริง",
    2,
    _APPLIED,
    date(2026, 11, 12),
    amount_satang=PRICE,
    national_id="1-1111-11111-11-9",
)


def test_a_new_member_has_a_number_a_spell_and_a_receipt_with_the_fee(books: Books) -> None:
    before = money(books)
    made = enrol_member(books, _NEW)
    assert (made.member_no, made.starts_on) == ("0026", _APPLIED)
    assert made.receipt is not None and made.receipt.number == 1
    assert rows_of(
        books, "SELECT kind, amount_satang, first_month, last_month FROM receipt_line ORDER BY line_no"
    ) == [
        ("entry_fee", 2000, None, None),
        ("contribution", PRICE, 202611, 202611),
    ]
    after = money(books)
    assert after["1100"] - before["1100"] == 2000 + PRICE
    assert (after["4100"], after["pool:admin"] - before["pool:admin"]) == (-2000, 2000 + 300)
    assert problems(books) == []


def test_money_more_than_thirty_days_after_the_application_starts_the_membership(books: Books) -> None:
    made = enrol_member(books, replace(_NEW, applied_on=date(2026, 10, 1)))
    assert made.starts_on == date(2026, 11, 12)


def test_a_fee_alone_makes_a_member_who_owes_the_month(books: Books) -> None:
    enrol_member(books, replace(_NEW, amount_satang=0))
    assert rows_of(books, "SELECT count(*) FROM coverage WHERE kind = 'payment'") == [(0,)]
    assert rows_of(books, "SELECT coverage_known FROM spell ORDER BY id DESC LIMIT 1") == [(1,)]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"given_name": " "}, "NAME_MISSING"),
        ({"moo": 7}, "VILLAGE_UNKNOWN"),
        ({"cadence": "X"}, "CADENCE_UNKNOWN"),
        ({"member_no": "0003"}, "MEMBER_NO_TAKEN"),
        ({"member_no": "3"}, "MEMBER_NO_TAKEN"),
        ({"national_id": "1-1111-11111-11-8"}, "ID_CHECK_DIGIT"),
        ({"national_id": "123"}, "ID_LENGTH"),
        ({"birth_date": date(2026, 12, 1)}, "BIRTH_IN_FUTURE"),
        ({"applied_on": date(2026, 11, 21)}, "APPLIED_IN_FUTURE"),
        ({"on": date(2026, 11, 21)}, "DATE_IN_FUTURE"),
        ({"amount_satang": 0, "fee": False}, "FIRST_MONEY_MISSING"),
        ({"amount_satang": -PRICE}, "AMOUNT_NOT_POSITIVE"),
        ({"amount_satang": 10**9}, "AMOUNT_TOO_LARGE"),
        ({"into": "ที่อื่น"}, "PLACE_UNKNOWN"),
    ],
)
def test_what_cannot_be_joined_is_refused_and_changes_nothing(
    books: Books, change: dict[str, object], expected: str
) -> None:
    assert code(books, enrol_member, replace(_NEW, **change)) == expected  # type: ignore[arg-type]


def test_one_person_is_not_two_members(books: Books) -> None:
    enrol_member(books, _NEW)
    assert code(books, enrol_member, _NEW) == "ID_TAKEN"


def test_leaving_has_a_day_and_a_cause(books: Books) -> None:
    assert end_membership(books, EndMembership("0001", "resigned", TODAY)) == TODAY
    assert end_membership(books, EndMembership("0002", "died", date(2026, 11, 10))) == date(2026, 11, 11)
    for command, expected in (
        (EndMembership("0001", "resigned", TODAY), "ALREADY_LEFT"),
        (EndMembership("0003", "lapsed", TODAY), "RESOLUTION_MISSING"),
        (EndMembership("0003", "bored", TODAY), "CAUSE_UNKNOWN"),
        (EndMembership("0003", "resigned", date(2026, 12, 1)), "DATE_IN_FUTURE"),
        (EndMembership("0003", "resigned", date(2000, 1, 1)), "NOT_YET_MEMBER"),
        (EndMembership("9999", "resigned", TODAY), "MEMBER_UNKNOWN"),
    ):
        assert code(books, end_membership, command) == expected
    assert problems(books) == []
