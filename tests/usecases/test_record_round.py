"""A village's money comes in: receipts, months, and every difference named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.funds import DECEMBER, NOVEMBER, OCTOBER, PRICE, add_people, money, on, problems, rows_of
from tests.usecases.refusals import code
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.thai.period import Period
from wangfund.usecases.enrol_member import EnrolMember, enrol_member
from wangfund.usecases.move_money import MoveMoney, move_money
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round
from wangfund.usecases.round_sheet import collection_sheet
from wangfund.usecases.take_payment import TakePayment, take_payment

_DAY = date(2026, 11, 5)


def round_of(*villages: VillageRound, month: Period = NOVEMBER, day: date = _DAY) -> RecordRound:
    return RecordRound(month, day, villages)


def covered(books: Books, member: int) -> list[tuple[object, ...]]:
    return rows_of(
        books,
        "SELECT first_month, last_month, kind FROM coverage c JOIN spell s ON s.id = c.spell_id"
        f" WHERE s.member_id = {member} AND reversed_by IS NULL ORDER BY first_month",
    )


def test_everyone_pays_what_is_due_when_nothing_else_is_said(books: Books) -> None:
    before = money(books)
    done = record_round(books, round_of(VillageRound(1), VillageRound(2), VillageRound(3)))
    assert (done.receipts, done.first_receipt, done.last_receipt) == (25, 1, 25)
    # The one who owed October pays it too.
    assert (done.total_satang, done.short_satang, done.over_satang) == (26 * PRICE, 0, 0)
    after = money(books)
    assert after["1100"] - before["1100"] == 26 * PRICE
    assert [after[f"pool:{p}"] - before[f"pool:{p}"] for p in ("welfare", "reserve", "admin")] == [
        26 * 2400, 26 * 300, 26 * 300,
    ]  # fmt: skip
    assert covered(books, 25)[-1] == (202610, 202611, "payment")
    assert problems(books) == []


def test_some_pay_ahead_some_nothing_and_one_owes_still(books: Books) -> None:
    done = record_round(books, round_of(VillageRound(3, {17: 36500, 18: 9000, 19: 0, 25: PRICE})))
    assert (done.receipts, done.total_satang) == (3, 36500 + 9000 + 3000)
    assert covered(books, 17)[-1] == (202611, 202710, "payment")
    assert covered(books, 18)[-1] == (202611, 202701, "payment")
    assert covered(books, 19)[-1] == (201503, 202610, "declared")
    # The oldest owed month first.
    assert covered(books, 25)[-1] == (202610, 202610, "payment")
    sheet = collection_sheet(books, 3, NOVEMBER)
    due = {row.member_id: row.total_satang for row in sheet.rows}
    assert (due[17], due[18], due[19], due[25]) == (0, 0, PRICE, PRICE)


def test_each_payer_has_one_entry_one_receipt_and_the_months_stand_on_it(books: Books) -> None:
    record_round(books, round_of(VillageRound(3, {25: 4 * PRICE})))
    assert rows_of(
        books, "SELECT kind, amount_satang, first_month, last_month FROM receipt_line ORDER BY line_no"
    ) == [
        ("contribution", PRICE, 202610, 202610),
        ("contribution", 3 * PRICE, 202611, 202701),
    ]
    assert rows_of(books, "SELECT payer, amount_satang, paid_through, number, book, leaf FROM receipt") == [
        ("นางมานี ทดสอบ3", 4 * PRICE, 202701, 1, 1, 1)
    ]
    assert rows_of(books, "SELECT count(*) FROM entry WHERE round_id IS NOT NULL") == [(1,)]


def test_cash_short_becomes_the_collectors_debt_and_every_receipt_stands(books: Books) -> None:
    before = money(books)
    done = record_round(books, round_of(VillageRound(2, counted_satang=8 * PRICE - 4500)))
    assert (done.receipts, done.short_satang) == (8, 4500)
    after = money(books)
    assert (after["1100"] - before["1100"], after["1400"]) == (8 * PRICE - 4500, 4500)
    assert rows_of(books, "SELECT who FROM entry WHERE kind = 'cash_difference'") == [("ตาคำ",)]
    move_money(books, MoveMoney(date(2026, 11, 6), 4500, "1400", "cash", "ตาคำ"))
    assert money(books)["1400"] == 0
    assert rows_of(books, "SELECT kind FROM entry ORDER BY id DESC LIMIT 1") == [("hand_in",)]
    assert problems(books) == []


def test_cash_over_is_a_difference_until_explained(books: Books) -> None:
    done = record_round(books, round_of(VillageRound(1, counted_satang=8 * PRICE + 75)))
    assert (done.over_satang, money(books)["5700"], money(books)["1400"]) == (75, -75, 0)


def test_nothing_counted_at_all_leaves_the_whole_round_with_the_collector(books: Books) -> None:
    record_round(books, round_of(VillageRound(1, counted_satang=0)))
    assert money(books)["1400"] == 8 * PRICE


def test_a_double_press_posts_once(books: Books) -> None:
    token = collection_sheet(books, 1, NOVEMBER).token
    first = record_round(books, round_of(VillageRound(1, {1: PRICE}, token=token)))
    stands = (money(books), rows_of(books, "SELECT count(*) FROM entry"))
    again = record_round(books, round_of(VillageRound(1, {1: PRICE}, token=token)))
    assert (first.receipts, first.already) == (1, 0)
    assert (again.receipts, again.already, again.round_ids) == (0, 1, ())
    assert (money(books), rows_of(books, "SELECT count(*) FROM entry")) == stands


def test_a_press_repeated_after_reopening_posts_once(young: Path) -> None:
    for _ in range(2):
        with open_fund(young, on(_DAY)) as books:
            record_round(books, round_of(VillageRound(2, {9: PRICE}, token="แผ่นนี้")))
            assert rows_of(books, "SELECT count(*) FROM receipt") == [(1,)]


def test_everyone_paid_told_twice_posts_once_and_takes_no_cash_for_over(books: Books) -> None:
    told = round_of(VillageRound(1, counted_satang=8 * PRICE), VillageRound(2))
    record_round(books, told)
    before = books.path.read_bytes()
    again = record_round(books, told)
    assert (again.receipts, again.over_satang, again.already, again.round_ids) == (0, 0, 2, ())
    assert books.path.read_bytes() == before


def test_two_sheets_of_one_village_in_one_go_see_each_other(books: Books) -> None:
    done = record_round(
        books, round_of(VillageRound(1, {1: PRICE}), VillageRound(2, {9: PRICE}), VillageRound(1, {1: PRICE}))
    )
    assert (done.receipts, len(done.round_ids)) == (3, 3)
    assert covered(books, 1)[-2:] == [(202611, 202611, "payment"), (202612, 202612, "payment")]
    assert problems(books) == []


def test_a_villages_second_sheet_of_a_month_has_its_own_token_and_number(books: Books) -> None:
    first = collection_sheet(books, 1, NOVEMBER)
    assert collection_sheet(books, 1, NOVEMBER).token == first.token
    record_round(books, round_of(VillageRound(1, {1: PRICE})))
    second = collection_sheet(books, 1, NOVEMBER)
    assert second.token != first.token
    record_round(books, round_of(VillageRound(1, {2: PRICE})))
    assert rows_of(books, "SELECT number, fiscal_year, month FROM round ORDER BY id") == [
        (1, 2026, 202611),
        (2, 2026, 202611),
    ]
    assert problems(books) == []


def test_a_round_for_one_month_brought_in_later_bears_the_day_it_came(books: Books) -> None:
    record_round(books, round_of(VillageRound(1), month=OCTOBER, day=date(2026, 11, 3)))
    record_round(books, round_of(VillageRound(3), month=OCTOBER, day=date(2026, 11, 3)))
    assert rows_of(books, "SELECT DISTINCT date, month FROM entry WHERE round_id IS NOT NULL") == [
        ("2026-11-03", 202611)
    ]
    # October was paid by all but one.
    assert rows_of(books, "SELECT count(*) FROM receipt") == [(1,)]


def test_cadences_ask_their_own_amounts(books: Books) -> None:
    asked = {"M": 3000, "Q": 9000, "H": 18000, "Y": 36500}
    people = {cadence: add_people(books, 1, 1, cadence=cadence)[0] for cadence in asked}
    due = {row.member_id: row.total_satang for row in collection_sheet(books, 1, NOVEMBER).rows}
    assert {cadence: due[member] for cadence, member in people.items()} == asked
    record_round(books, round_of(VillageRound(1, {people[c]: asked[c] for c in asked})))
    assert [covered(books, people[c])[-1][1] for c in asked] == [202611, 202701, 202704, 202710]


def test_a_member_nobody_knows_the_coverage_of_is_asked_nothing_and_pays_nothing(books: Books) -> None:
    (member,) = add_people(books, 1, 1, through=None)
    row = next(row for row in collection_sheet(books, 1, NOVEMBER).rows if row.member_id == member)
    assert (row.total_satang, row.coverage_known) == (0, False)
    assert record_round(books, round_of(VillageRound(1))).receipts == 8
    assert code(books, record_round, round_of(VillageRound(1, {member: PRICE}))) == "COVERAGE_UNKNOWN"


def test_who_joined_this_month_and_paid_is_asked_nothing_more(books: Books) -> None:
    enrol_member(
        books, EnrolMember("นาย", "ใหม่", "จริง", 1, date(2026, 11, 4), date(2026, 11, 4), amount_satang=PRICE)
    )
    take_payment(books, TakePayment("0001", PRICE, date(2026, 11, 4)))
    assert record_round(books, round_of(VillageRound(1))).receipts == 7


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (round_of(VillageRound(9)), "VILLAGE_UNKNOWN"),
        (round_of(VillageRound(1, {9: PRICE})), "NOT_ON_SHEET"),
        (round_of(VillageRound(1, {999: PRICE})), "NOT_ON_SHEET"),
        (round_of(VillageRound(1, {1: -PRICE})), "AMOUNT_NOT_POSITIVE"),
        (round_of(VillageRound(1, {1: 10**13})), "AMOUNT_TOO_LARGE"),
        (round_of(VillageRound(1, counted_satang=-1)), "AMOUNT_NOT_POSITIVE"),
        (round_of(VillageRound(1), day=date(2026, 11, 21)), "DATE_IN_FUTURE"),
        (round_of(VillageRound(1), day=date(2026, 10, 31)), "DATE_BEFORE_BOOKS"),
        (round_of(VillageRound(1), month=Period(2027, 1)), "ROUND_MONTH_AHEAD"),
        # One bad village takes the good one back with it.
        (round_of(VillageRound(1), VillageRound(9)), "VILLAGE_UNKNOWN"),
    ],
)
def test_a_round_that_cannot_be_leaves_nothing(books: Books, command: RecordRound, expected: str) -> None:
    assert code(books, record_round, command) == expected


def test_next_months_round_may_be_collected_ahead(books: Books) -> None:
    done = record_round(books, round_of(VillageRound(1), month=DECEMBER))
    assert (done.receipts, done.total_satang) == (8, 16 * PRICE)
