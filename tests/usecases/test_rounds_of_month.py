"""What the page of a month's collection reads, against what lies in the file."""

from __future__ import annotations

from datetime import date

import pytest

from tests.funds import (
    DECEMBER,
    NOVEMBER,
    OCTOBER,
    PRICE,
    TODAY,
    add_people,
    entries_where,
    money,
    problems,
    rows_of,
)
from wangfund.domain.errors import NotFound, Refused
from wangfund.store.books import Books
from wangfund.thai.period import Period
from wangfund.usecases.handover_slip import handover_slip
from wangfund.usecases.move_money import MoveMoney, move_money
from wangfund.usecases.payment_view import payment_view
from wangfund.usecases.print_sheets import count_sheets
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.round_papers import receipts_of_round
from wangfund.usecases.round_sheet import collection_sheet
from wangfund.usecases.round_view import round_view
from wangfund.usecases.rounds_of_month import rounds_in_month
from wangfund.usecases.take_payment import TakePayment, take_payment

_DAY = date(2026, 11, 5)


def post(books: Books, *villages: VillageRound) -> tuple[int, ...]:
    """Post rounds of November; gives their ids."""
    return record_round(books, RecordRound(NOVEMBER, _DAY, villages)).round_ids


def test_month_lists_every_village_with_what_is_due_and_what_came(books: Books) -> None:
    add_people(books, 2, 1, through=None)
    post(books, VillageRound(1, counted_satang=7 * PRICE), VillageRound(3, {17: 9000}, counted_satang=9100))
    month = rounds_in_month(books)
    assert (month.month, month.first_open, month.last, month.returned) == (NOVEMBER, NOVEMBER, NOVEMBER, 2)
    one, two, three = month.villages
    assert (one.times, one.due_satang, one.received_satang, one.over_satang) == (1, 0, 8 * PRICE, -PRICE)
    assert (two.times, two.members, two.payers_due, two.unknown, two.due_satang) == (0, 9, 8, 1, 8 * PRICE)
    assert (three.over_satang, three.payers_due, three.returned_on) == (100, 8, _DAY)
    for line in month.villages:
        assert line.due_satang == collection_sheet(books, line.moo, NOVEMBER).total_satang
        assert line.token == collection_sheet(books, line.moo, NOVEMBER).token
    assert (month.held, month.held_satang) == ((("ยายแก้ว", PRICE),), PRICE)


def test_month_that_is_not_open_is_the_nearest_open_one(books: Books) -> None:
    assert rounds_in_month(books, OCTOBER).month == NOVEMBER
    assert rounds_in_month(books, Period(2030, 1)).month == NOVEMBER


def test_printed_sheet_is_out_until_it_comes_back(books: Books) -> None:
    count_sheets(books, [collection_sheet(books, 2, NOVEMBER)], "เหรัญญิก")
    assert [v.printed for v in rounds_in_month(books).villages] == [False, True, False]
    assert rows_of(books, "SELECT paper, row_id FROM printing") == [("sheet", 202611002)]
    assert problems(books) == []


def test_money_with_collectors_goes_down_by_name_and_a_reversal_takes_it_away(books: Books) -> None:
    post(books, VillageRound(1, counted_satang=0), VillageRound(2, counted_satang=7 * PRICE))
    move_money(books, MoveMoney(_DAY, 5 * PRICE, "1400", "cash", "ยายแก้ว"))
    month = rounds_in_month(books)
    assert dict(month.held) == {"ยายแก้ว": 3 * PRICE, "ตาคำ": PRICE}
    assert month.held_satang == money(books)["1400"] == 4 * PRICE
    (short, other) = entries_where(books, "cash_difference")
    reverse_entry(books, ReverseEntry(other, "นับผิด"))
    assert dict(rounds_in_month(books).held) == {"ยายแก้ว": 3 * PRICE}
    assert short < other


def test_round_view_has_the_receipts_of_every_time_and_marks_the_voided(books: Books) -> None:
    first = round_view(books, 3, NOVEMBER)
    assert not first.posted
    assert set(first.standings) == {r.member_id for r in first.sheet.rows}
    post(books, VillageRound(3, {17: PRICE}, PRICE, first.sheet.token))
    post(books, VillageRound(3, {18: PRICE}, PRICE, "another"))
    (wrong,) = entries_where(books, "contribution", member_id=17)
    reverse_entry(books, ReverseEntry(wrong, "เก็บผิดคน"))
    view = round_view(books, 3, NOVEMBER)
    assert [[(r.member_id, r.voided) for r in p.receipts] for p in view.posted] == [
        [(17, True)],
        [(18, False)],
    ]
    assert view.sheet.token not in {first.sheet.token, "another"}
    assert view.standings[18].covered[-1][1] == NOVEMBER


def test_round_view_of_no_village_is_refused(books: Books) -> None:
    with pytest.raises(NotFound) as refused:
        round_view(books, 99, NOVEMBER)
    assert refused.value.code == "VILLAGE_UNKNOWN"


def test_slip_says_what_the_file_says_and_shows_only_a_count_that_fits(books: Books) -> None:
    (one,) = post(books, VillageRound(1, counted_satang=7 * PRICE))
    slip = handover_slip(books, one, {10_000: 2, 1_000: 1, 25: 0})
    row = rows_of(books, "SELECT min(number), max(number), count(*), sum(amount_satang) FROM receipt")[0]
    assert (slip.first_receipt, slip.last_receipt, slip.payers, slip.recorded_satang) == row
    assert (slip.counted_satang, slip.over_satang) == (7 * PRICE, -PRICE)
    assert slip.counts == ((10_000, 2), (1_000, 1))
    assert (slip.moo, slip.village, slip.collector, slip.treasurer) == (
        1,
        "บ้านเหนือ",
        "ยายแก้ว",
        "นางตัวอย่าง ทดลอง",
    )
    assert handover_slip(books, one, {10_000: 1}).counts == ()
    assert handover_slip(books, one).counts == ()
    with pytest.raises(NotFound) as refused:
        handover_slip(books, 999)
    assert refused.value.code == "ROUND_UNKNOWN"


def test_slip_of_a_round_nobody_paid_has_no_receipts(books: Books) -> None:
    (one,) = post(books, VillageRound(1, {}, 0, "token"))
    slip = handover_slip(books, one)
    assert (slip.payers, slip.first_receipt, slip.last_receipt, slip.voided) == (0, 0, 0, 0)


def test_receipts_of_a_round_are_its_own_and_no_others(books: Books) -> None:
    take_payment(books, TakePayment("0020", PRICE, _DAY))
    (one,) = post(books, VillageRound(1))
    papers = receipts_of_round(books, [one])
    assert [p.number for p in papers] == list(range(2, 10))
    assert receipts_of_round(books, []) == ()


def test_payment_view_lays_an_amount_as_taking_it_does(books: Books) -> None:
    view = payment_view(books, 25)
    assert (view.owed_months, view.price_satang(2), view.banks[0]) == (2, 6000, "ธ.ก.ส. นาสุข")
    laid = view.lay(6500)
    done = take_payment(books, TakePayment("0025", 6500, TODAY))
    assert (done.first_month, done.last_month) == (laid.ranges[0][0], laid.ranges[-1][1])
    assert done.credit_satang == laid.credit_after_satang == 500
    after = payment_view(books, 25)
    assert (after.owed_months, after.credit_satang, after.price_satang(1)) == (0, 500, 2500)
    assert after.paid_through == NOVEMBER < DECEMBER


def test_payment_view_of_unknown_coverage_takes_nothing(books: Books) -> None:
    (member,) = add_people(books, 2, 1, through=None)
    view = payment_view(books, member)
    assert (view.owed, view.paid_through) == ((), None)
    with pytest.raises(Refused) as refused:
        view.lay(PRICE)
    assert refused.value.code == "COVERAGE_UNKNOWN"
