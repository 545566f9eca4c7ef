"""A payment at the counter: cadences, parts of a month, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from tests.funds import BANK, NOVEMBER, TODAY, add_people, money, problems, rows_of
from tests.usecases.refusals import code, refusal
from wangfund.store.books import Books
from wangfund.thai.period import Period
from wangfund.usecases.end_membership import EndMembership, end_membership
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.round_sheet import collection_sheet
from wangfund.usecases.take_payment import TakePayment, take_payment


@pytest.mark.parametrize(
    ("amount", "cadence", "last"),
    [
        (3000, None, Period(2026, 11)), (3000, "M", Period(2026, 11)), (9000, None, Period(2027, 1)),
        (9000, "Q", Period(2027, 1)), (18000, "H", Period(2027, 4)), (36500, None, Period(2027, 10)),
        (36500, "Y", Period(2027, 10)), (73000, "Y", Period(2028, 10)), (36000, "M", Period(2027, 10)),
    ],
)  # fmt: skip
def test_a_cadences_amount_covers_its_months(
    books: Books, amount: int, cadence: str | None, last: Period
) -> None:
    paid = take_payment(books, TakePayment("0001", amount, TODAY, cadence))
    assert (paid.first_month, paid.last_month, paid.credit_satang) == (NOVEMBER, last, 0)
    assert paid.receipt.number == 1


def test_parts_of_a_month_stand_as_credit_until_they_cover_one(books: Books) -> None:
    first = take_payment(books, TakePayment("0001", 1000, TODAY))
    assert (first.first_month, first.credit_satang) == (None, 1000)
    second = take_payment(books, TakePayment("0001", 1500, TODAY))
    assert (second.first_month, second.credit_satang) == (None, 2500)
    row = next(row for row in collection_sheet(books, 1, NOVEMBER).rows if row.member_no == "0001")
    assert (row.credit_satang, row.total_satang) == (2500, 500)
    third = take_payment(books, TakePayment("0001", 500, TODAY))
    assert (third.first_month, third.last_month, third.credit_satang) == (NOVEMBER, NOVEMBER, 0)
    assert rows_of(books, "SELECT kind, amount_satang FROM receipt_line ORDER BY receipt_id") == [
        ("part_payment", 1000),
        ("part_payment", 1500),
        ("contribution", 500),
    ]
    # Contribution money at once, in the pools at once.
    assert money(books)["3100"] == -90_000_00 - 3000
    assert problems(books) == []


def test_credit_that_was_used_cannot_be_taken_back_before_its_month(books: Books) -> None:
    part = take_payment(books, TakePayment("0001", 1000, TODAY))
    whole = take_payment(books, TakePayment("0001", 2000, TODAY))
    assert whole.first_month == NOVEMBER
    assert code(books, reverse_entry, ReverseEntry(part.entry_id, "ผิด")) == "CREDIT_USED"
    reverse_entry(books, ReverseEntry(whole.entry_id, "ผิด"))
    reverse_entry(books, ReverseEntry(part.entry_id, "ผิด"))
    again = take_payment(books, TakePayment("0001", 1000, TODAY))
    assert (again.first_month, again.credit_satang) == (None, 1000)


def test_money_may_go_straight_to_the_bank(books: Books) -> None:
    take_payment(books, TakePayment("0001", 3000, TODAY, into=BANK))
    assert money(books)["1201"] == 100_000_00 + 3000
    take_payment(books, TakePayment("0001", 3000, TODAY, into="bank"))
    assert money(books)["1201"] == 100_000_00 + 6000


def test_a_number_may_be_told_without_its_zeros(books: Books) -> None:
    take_payment(books, TakePayment("1", 3000, TODAY))
    assert rows_of(books, "SELECT member_id FROM receipt") == [(1,)]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (TakePayment("0001", 0, TODAY), "AMOUNT_NOT_POSITIVE"),
        (TakePayment("0001", -3000, TODAY), "AMOUNT_NOT_POSITIVE"),
        (TakePayment("0001", 10**12, TODAY), "AMOUNT_TOO_LARGE"),
        (TakePayment("0001", 601 * 3000, TODAY, "M"), "AMOUNT_TOO_LARGE"),
        (TakePayment("0001", 3000, TODAY, "X"), "CADENCE_UNKNOWN"),
        (TakePayment("0001", 3000, TODAY, "Y"), "AMOUNT_NOT_OF_CADENCE"),
        (TakePayment("0001", 3000, date(2026, 11, 21)), "DATE_IN_FUTURE"),
        (TakePayment("0001", 3000, date(2026, 10, 31)), "DATE_BEFORE_BOOKS"),
        (TakePayment("9999", 3000, TODAY), "MEMBER_UNKNOWN"),
        (TakePayment("", 3000, TODAY), "MEMBER_UNKNOWN"),
        (TakePayment("0001", 3000, TODAY, into="ธนาคารอื่น"), "PLACE_UNKNOWN"),
    ],
)
def test_what_cannot_be_paid_is_refused_and_changes_nothing(
    books: Books, command: TakePayment, expected: str
) -> None:
    assert code(books, take_payment, command) == expected


def test_who_left_pays_no_more_and_is_told_since_when(books: Books) -> None:
    end_membership(books, EndMembership("0002", "resigned", date(2026, 11, 10)))
    take_payment(books, TakePayment("0002", 3000, date(2026, 11, 9)))
    told = refusal(books, lambda: take_payment(books, TakePayment("0002", 3000, date(2026, 11, 10))))
    assert (told.code, told.values["ended_on"], told.values["cause"]) == (
        "MEMBER_LEFT",
        "2026-11-10",
        "resigned",
    )


def test_unknown_coverage_must_be_told_first(books: Books) -> None:
    (member,) = add_people(books, 1, 1, through=None)
    assert code(books, take_payment, TakePayment(f"{member:04d}", 3000, TODAY)) == "COVERAGE_UNKNOWN"
