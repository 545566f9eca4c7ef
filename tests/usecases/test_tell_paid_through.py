"""A member nobody knew about is told of once, with where it is known from; then she pays like everybody."""

from __future__ import annotations

import pytest

from tests.funds import NOVEMBER, OCTOBER, TODAY, add_people, money, problems
from tests.usecases.refusals import code, refusal
from wangfund.store.books import Books
from wangfund.store.coverage import coverage_of
from wangfund.store.members import MemberRow, member_by_id
from wangfund.thai.period import Period
from wangfund.usecases.end_membership import EndMembership, end_membership
from wangfund.usecases.member_view import member_view
from wangfund.usecases.take_payment import TakePayment, take_payment
from wangfund.usecases.tell_paid_through import TellPaidThrough, tell_paid_through


def unknown(books: Books) -> MemberRow:
    (member_id,) = add_people(books, 1, 1, through=None)
    with books.read() as r:
        return member_by_id(r, member_id)


def test_told_of_she_can_pay_and_no_money_moves_by_being_told(books: Books) -> None:
    m, before = unknown(books), money(books)
    assert code(books, take_payment, TakePayment(m.member_no, 3000, TODAY)) == "COVERAGE_UNKNOWN"
    tell_paid_through(books, TellPaidThrough(m.member_no, OCTOBER, "  สมุดเล่ม 2   หน้า 14 "))
    assert money(books) == before
    view = member_view(books, m.id)
    assert (view.paid_through, view.owed) == (OCTOBER, ())
    with books.read() as r:
        (row,) = coverage_of(r, m.spell_id)
    assert (row.first_month, row.last_month) == (Period.of(m.starts_on), OCTOBER)
    take_payment(books, TakePayment(m.member_no, 3000, TODAY))
    assert member_view(books, m.id).paid_through == NOVEMBER
    assert problems(books) == []


def test_never_paid_is_the_month_before_joining(books: Books) -> None:
    m = unknown(books)
    tell_paid_through(books, TellPaidThrough(m.member_no, Period.of(m.starts_on).plus(-1), "สมุด"))
    view = member_view(books, m.id)
    assert view.paid_through is None
    assert view.owed[0][0] == Period.of(m.starts_on)
    assert problems(books) == []


@pytest.mark.parametrize(
    ("months", "source", "wanted", "field"),
    [
        (0, "   ", "SOURCE_MISSING", "source"),
        (25, "สมุด", "PAID_THROUGH_TOO_FAR", "through"),
        (-2400, "สมุด", "MONTHS_BEFORE_JOINING", "through"),
    ],
)
def test_what_is_told_wrongly_is_refused_beside_its_field(
    books: Books, months: int, source: str, wanted: str, field: str
) -> None:
    m = unknown(books)
    command = TellPaidThrough(m.member_no, Period.of(TODAY).plus(months), source)
    told = refusal(books, lambda: tell_paid_through(books, command))
    assert (told.code, told.findings[0].field) == (wanted, field)


def test_it_is_told_once_and_never_of_one_who_left(books: Books) -> None:
    m = unknown(books)
    assert code(books, tell_paid_through, TellPaidThrough("0001", OCTOBER, "สมุด")) == "COVERAGE_KNOWN"
    tell_paid_through(books, TellPaidThrough(m.member_no, OCTOBER, "สมุด"))
    again = TellPaidThrough(m.member_no, NOVEMBER, "สมุด")
    assert code(books, tell_paid_through, again) == "COVERAGE_KNOWN"
    gone = unknown(books)
    end_membership(books, EndMembership(gone.member_no, "resigned", TODAY))
    assert code(books, tell_paid_through, TellPaidThrough(gone.member_no, OCTOBER, "สมุด")) == "MEMBER_LEFT"
