"""What must be true before a month is closed, held against SQL written by hand and against the closing verb."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.funds import BANK, DECEMBER, NOVEMBER, PRICE, TODAY, close, on, rows_of, stay, work_in_november
from tests.store.attack import tamper
from tests.usecases.refusals import refusal
from wangfund.domain.papers.cash_count import PIECES
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.thai.period import Period
from wangfund.usecases.close_checklist import close_checklist
from wangfund.usecases.close_month import CloseMonth, close_month, seal_draft, take_back_draft
from wangfund.usecases.count_sheet import CountSheet, count_sheet
from wangfund.usecases.month_pack import month_pack
from wangfund.usecases.months_to_close import due_month, months_to_close
from wangfund.usecases.move_money import MoveMoney, move_money
from wangfund.usecases.receive_money import ReceiveMoney, receive_money
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round
from wangfund.usecases.request_claim import request_claim
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.spend_money import SpendMoney, spend_money
from wangfund.usecases.take_payment import TakePayment, take_payment

_COUNT = CloseMonth(NOVEMBER, 3_000_00, {BANK: 100_000_00})


def test_a_village_without_a_sheet_back_is_missing_until_it_is_posted(books: Books) -> None:
    before = close_checklist(books, NOVEMBER)
    assert [(v.moo, v.missing, v.asked_satang, v.people) for v in before.villages] == [
        (1, True, 8 * PRICE, 8),
        (2, True, 8 * PRICE, 8),
        (3, True, 10 * PRICE, 9),
    ]
    record_round(
        books, RecordRound(NOVEMBER, TODAY, [VillageRound(1), VillageRound(2, counted_satang=7 * PRICE)])
    )
    after = close_checklist(books, NOVEMBER)
    assert [(v.returned_on, v.missing, v.counted_satang) for v in after.villages] == [
        (TODAY, False, 8 * PRICE),
        (TODAY, False, 7 * PRICE),
        (None, True, 0),
    ]
    assert after.collectors_satang == PRICE


def test_a_village_that_owes_nothing_is_not_missing(books: Books) -> None:
    for member in range(1, 9):
        take_payment(books, TakePayment(f"{member:04d}", PRICE, TODAY))
    assert [v.missing for v in close_checklist(books, NOVEMBER).villages] == [False, True, True]


def test_numbers_and_cancelled_papers_are_those_in_the_file(books: Books) -> None:
    work_without_closing(books)
    (wrong,) = [row[0] for row in rows_of(books, "SELECT min(entry_id) FROM receipt")]
    reverse_entry(books, ReverseEntry(wrong, "เก็บผิดคน"))
    found = close_checklist(books, NOVEMBER)
    for run, table in zip(found.papers, ("receipt", "voucher"), strict=True):
        assert (run.count, run.first, run.last, run.amount_satang) == rows_of(
            books, f"SELECT count(*), min(number), max(number), sum(amount_satang) FROM {table}"
        )[0]
        assert run.missing == ()
    assert [v.reason for v in found.voids] == ["เก็บผิดคน"]


def test_a_number_that_is_gone_is_named(books: Books) -> None:
    work_without_closing(books)
    tamper(books.path, "DELETE FROM receipt WHERE number IN (2, 5)")
    receipts, vouchers = close_checklist(books, NOVEMBER).papers
    assert (receipts.missing, vouchers.missing) == ((2, 5), ())


def work_without_closing(books: Books) -> None:
    """Rounds, a gift, paper, a deposit and a withdrawal."""
    record_round(books, RecordRound(NOVEMBER, date(2026, 11, 5), [VillageRound(1), VillageRound(2)]))
    receive_money(books, ReceiveMoney(date(2026, 11, 6), "4200", 500_00, "cash", "ผู้ให้", pool="admin"))
    spend_money(books, SpendMoney(date(2026, 11, 7), "5400", 120_00, "cash", "ร้าน", resolution="มติ"))
    move_money(books, MoveMoney(date(2026, 11, 8), 1_000_00, "cash", BANK, "เหรัญญิก"))
    move_money(books, MoveMoney(date(2026, 11, 9), 200_00, BANK, "cash", "เหรัญญิก"))


def test_the_box_by_the_books_is_what_closing_compares_with(books: Books) -> None:
    work_without_closing(books)
    found = close_checklist(books, NOVEMBER)
    cash, bank = found.cash, found.banks[0].book
    assert (cash.opening_satang, cash.received_satang, cash.paid_satang) == (
        3_000_00,
        16 * PRICE + 500_00,
        120_00,
    )
    assert (cash.taken_out_satang, cash.put_in_satang, cash.after_satang) == (1_000_00, 200_00, 0)
    assert (bank.put_in_satang, bank.taken_out_satang, bank.expected_satang) == (1_000_00, 200_00, 100_800_00)
    told = close_month(books, CloseMonth(NOVEMBER, cash.expected_satang, {BANK: bank.expected_satang}))
    assert told.findings == ()
    by_hand = rows_of(books, "SELECT sum(debit_satang - credit_satang) FROM line WHERE account = '1100'")[0][
        0
    ]
    assert cash.expected_satang == by_hand


def test_cash_counted_in_the_next_month_is_compared_as_of_that_day(young: Path) -> None:
    with open_fund(young, on(date(2026, 12, 5))) as books:
        receive_money(books, ReceiveMoney(date(2026, 11, 10), "4900", 500_00, "cash", "ผู้ให้"))
        receive_money(books, ReceiveMoney(date(2026, 12, 3), "4900", 70_00, "cash", "ผู้ให้"))
        found = close_checklist(books, NOVEMBER)
        assert (found.counted_on, found.cash.after_satang) == (date(2026, 12, 5), 70_00)
        assert found.cash.expected_satang == 3_570_00
        count = CloseMonth(NOVEMBER, 3_570_00, {BANK: 100_000_00}, found.counted_on)
        assert close_month(books, count).findings == ()
        as_of_month = close_checklist(books, NOVEMBER, NOVEMBER.last_day)
        assert (as_of_month.cash.expected_satang, as_of_month.uncounted) == (3_500_00, False)
        assert close_checklist(books, NOVEMBER, date(2026, 11, 9)).uncounted


def test_entries_taken_back_are_no_clue(books: Books) -> None:
    take_payment(books, TakePayment("0001", PRICE, TODAY))
    (entry,) = rows_of(books, "SELECT entry_id FROM receipt")[0]
    assert [m.entry_id for m in close_checklist(books, NOVEMBER).cash.moves] == [entry]
    reverse_entry(books, ReverseEntry(entry, "ผิด"))
    assert close_checklist(books, NOVEMBER).cash.moves == ()


def test_a_draft_is_told_and_money_after_it_makes_it_stale(books: Books) -> None:
    close_month(books, _COUNT)
    drafted = close_checklist(books, NOVEMBER)
    assert (drafted.state, drafted.drafted_cash_satang, drafted.stale) == ("draft", 3_000_00, False)
    assert drafted.banks[0].stated_satang == 100_000_00
    receive_money(books, ReceiveMoney(TODAY, "4200", 1_00, "cash", "ผู้ให้", pool="admin"))
    assert close_checklist(books, NOVEMBER).stale
    assert refusal(books, lambda: seal_draft(books, NOVEMBER, "มติ")).code == "COUNT_STALE"
    take_back_draft(books, NOVEMBER)
    again = close_checklist(books, NOVEMBER)
    assert (again.state, again.drafted_cash_satang, again.stale) == ("open", None, False)


def test_claims_that_wait_are_named_with_their_state(books: Books) -> None:
    claim, _ = request_claim(books, stay("0009", date(2026, 11, 2), 3, date(2026, 11, 9)))
    (found,) = close_checklist(books, NOVEMBER).claims
    assert (found.claim_id, found.state, found.member_no) == (claim, "requested", "0009")


def test_what_was_paid_is_what_the_pack_shows(books: Books) -> None:
    work_in_november(books)
    found, pack = close_checklist(books, NOVEMBER), month_pack(books, NOVEMBER)
    assert (found.paid_claims, found.paid_satang) == (
        len(pack.paid),
        sum(line.month_satang for line in pack.benefits),
    )
    assert found.state == "closed"


def test_the_month_due_is_the_first_that_has_ended_or_has_a_draft(books: Books, young: Path) -> None:
    assert months_to_close(books).due is None
    close_month(books, _COUNT)
    assert months_to_close(books).due == NOVEMBER
    assert due_month(((NOVEMBER, "open"),), date(2026, 11, 30)) == NOVEMBER
    assert due_month(((NOVEMBER, "open"), (DECEMBER, "open")), date(2026, 12, 1)) == NOVEMBER
    assert due_month((), TODAY) is None


def test_months_without_money_are_open_and_closed_ones_keep_their_fingerprint(young: Path) -> None:
    with open_fund(young, on(date(2027, 1, 5))) as books:
        printed = close(books, NOVEMBER, "มติ 1/2569")
        found = months_to_close(books)
        assert found.open_months == ((DECEMBER, "open"), (Period(2027, 1), "open"))
        (closed,) = found.closed
        assert (closed.month, closed.fingerprint, closed.resolution) == (NOVEMBER, printed, "มติ 1/2569")
        assert month_pack(books, NOVEMBER).fingerprint == printed
        later = close_checklist(books, Period(2027, 1))
        assert (later.earlier, later.cash.expected_satang) == (DECEMBER, 3_000_00)


def test_the_sheet_of_the_count_has_the_books_of_that_day(books: Books) -> None:
    work_without_closing(books)
    sheet = count_sheet(
        books, CountSheet(NOVEMBER, {100_000: 3, 25: 1}, TODAY, "16.05", "  นางตัวอย่าง   ทดลอง", "ผู้เห็น")
    )
    book = close_checklist(books, NOVEMBER).cash
    assert [line.piece_satang for line in sheet.lines] == list(PIECES)
    assert (sheet.counted_satang, sheet.expected_satang) == (3_000_25, book.expected_satang)
    assert sheet.difference_satang == 3_000_25 - book.expected_satang
    assert sheet.expected_satang == (
        sheet.opening_satang + sheet.received_satang - sheet.paid_satang - sheet.put_in_banks_satang
        + sheet.taken_from_banks_satang + sheet.after_satang
    )  # fmt: skip
    assert (sheet.counter.name, sheet.counter.role, sheet.witness.role) == ("นางตัวอย่าง ทดลอง", "เหรัญญิก", "")


@pytest.mark.parametrize("counts", [{300: 1}, {100_000: -1}, {0: 5}])
def test_what_is_no_money_is_not_put_on_the_sheet(books: Books, counts: dict[int, int]) -> None:
    told = refusal(books, lambda: count_sheet(books, CountSheet(NOVEMBER, counts, TODAY)))
    assert told.code == "COUNT_PIECE_WRONG"


def test_a_count_to_come_is_refused(books: Books) -> None:
    told = refusal(books, lambda: count_sheet(books, CountSheet(NOVEMBER, {}, date(2026, 11, 21))))
    assert told.code == "COUNTED_IN_FUTURE"
