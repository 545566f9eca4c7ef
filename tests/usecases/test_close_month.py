"""Closing: counted, drafted, sealed; and what is refused ever after."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from tests.funds import (
    BANK,
    DECEMBER,
    NOVEMBER,
    PRICE,
    TODAY,
    close,
    money,
    on,
    problems,
    rows_of,
    young_bytes,
)
from tests.store.attack import raw
from tests.usecases.refusals import code, refusal
from wangfund.store.books import Books
from wangfund.store.errors import StoreError
from wangfund.store.fund_file import open_fund
from wangfund.store.ledger import balances_on
from wangfund.thai.period import Period
from wangfund.usecases.close_month import CloseMonth, close_month, seal_draft, take_back_draft
from wangfund.usecases.opening import Opening, bring_forward
from wangfund.usecases.receive_money import ReceiveMoney, receive_money
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.spend_money import SpendMoney, spend_money
from wangfund.usecases.take_payment import TakePayment, take_payment

_COUNT = CloseMonth(NOVEMBER, 3_000_00, {BANK: 100_000_00})
_DONE = replace(_COUNT, resolution="มติ 1/2569")


def test_a_draft_is_signed_and_sealed(books: Books) -> None:
    drafted = close_month(books, _COUNT)
    assert (drafted.fingerprint, drafted.findings) == ("", ())
    assert drafted.closing_satang == {"1100": 3_000_00, "1201": 100_000_00}
    printed = seal_draft(books, NOVEMBER, "มติ 1/2569")
    assert len(printed) == 14
    assert rows_of(books, "SELECT state, resolution, counted_on, closed_on FROM period") == [
        ("closed", "มติ 1/2569", "2026-11-20", "2026-11-20")
    ]
    assert problems(books) == []


def test_with_a_resolution_it_is_sealed_at_once(books: Books) -> None:
    printed = close_month(books, _DONE).fingerprint
    assert len(printed) == 14
    assert [row[0] for row in rows_of(books, "SELECT code FROM link ORDER BY no DESC LIMIT 2")] == [
        "month.closed",
        "month.drafted",
    ]


def test_two_funds_with_the_same_month_print_different_fingerprints(tmp_path: Path) -> None:
    prints = set()
    for amount in (PRICE, 2 * PRICE):
        path = tmp_path / f"{amount}.wangfund"
        path.write_bytes(young_bytes())
        with open_fund(path, on(TODAY)) as books:
            take_payment(books, TakePayment("0001", amount, TODAY))
            prints.add(close(books, NOVEMBER, "มติ"))
    assert len(prints) == 2


def test_differences_stay_in_the_draft_and_cannot_be_sealed(books: Books) -> None:
    off = CloseMonth(NOVEMBER, 2_999_50, {BANK: 100_000_01})
    found = close_month(books, off).findings
    assert [(f.code, f.values["difference_satang"]) for f in found] == [
        ("COUNT_DIFFERS", -50),
        ("BANK_DIFFERS", 1),
    ]
    assert code(books, close_month, replace(off, resolution="มติ")) == "COUNT_DIFFERS"
    assert refusal(books, lambda: seal_draft(books, NOVEMBER, "มติ")).code == "COUNT_DIFFERS"
    missing = close_month(books, replace(_COUNT, banks={})).findings
    assert [f.code for f in missing] == ["BANK_MISSING"]
    close_month(books, _DONE)
    assert problems(books) == []


def test_an_entry_after_the_count_makes_it_stale(books: Books) -> None:
    close_month(books, _COUNT)
    receive_money(books, ReceiveMoney(date(2026, 11, 1), "4200", 1, "cash", "ผู้ให้", pool="admin"))
    assert refusal(books, lambda: seal_draft(books, NOVEMBER, "มติ")).code == "COUNT_STALE"
    close(books, NOVEMBER)
    seal_draft(books, NOVEMBER, "มติ")
    assert problems(books) == []


def test_money_dated_after_the_day_counted_makes_the_count_stale(books: Books) -> None:
    """Cash is counted as of a day; the month's later money was not in it (9.11 rule 18)."""
    receive_money(books, ReceiveMoney(date(2026, 11, 12), "4200", 5_00, "cash", "ผู้ให้", pool="admin"))
    counted = replace(_DONE, counted_cash_satang=3_005_00, counted_on=date(2026, 11, 11))
    assert code(books, close_month, counted) == "COUNT_STALE"
    assert code(books, close_month, replace(counted, counted_on=date(1957, 1, 1))) == "COUNT_STALE"
    close_month(books, replace(counted, counted_on=date(2026, 11, 12)))
    assert problems(books) == []


def test_balances_brought_forward_after_the_count_make_it_stale(books: Books) -> None:
    """They are dated before the month, and change every balance of it."""
    reverse_entry(books, ReverseEntry(1, "ยกมาผิด"))
    zero = CloseMonth(NOVEMBER, 0, {BANK: 0})
    close_month(books, zero)
    bring_forward(books, Opening(sources=(("3100", "welfare", 5), ("3400", "welfare", -5))))
    assert refusal(books, lambda: seal_draft(books, NOVEMBER, "มติ")).code == "COUNT_STALE"
    close_month(books, replace(zero, resolution="มติ"))
    assert problems(books) == []


def test_a_draft_can_be_taken_back(books: Books) -> None:
    close_month(books, _COUNT)
    take_back_draft(books, NOVEMBER)
    assert rows_of(books, "SELECT state, counted_on FROM period") == [("open", None)]
    assert rows_of(books, "SELECT count(*) FROM period_balance") == [(0,)]
    assert refusal(books, lambda: seal_draft(books, NOVEMBER, "มติ")).code == "NOT_DRAFTED"
    assert refusal(books, lambda: take_back_draft(books, NOVEMBER)).code == "NOT_DRAFTED"
    assert problems(books) == []


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (replace(_COUNT, month=Period(2026, 10)), "PERIOD_UNKNOWN"), (replace(_COUNT, month=DECEMBER), "PERIOD_UNKNOWN"),
        (replace(_COUNT, counted_on=date(2026, 11, 21)), "COUNTED_IN_FUTURE"), (replace(_COUNT, banks={"x": 1}), "PLACE_UNKNOWN"),
        (replace(_DONE, counted_cash_satang=-3_000_00), "COUNT_DIFFERS"),
    ],
)  # fmt: skip
def test_what_cannot_be_closed(books: Books, command: CloseMonth, expected: str) -> None:
    assert code(books, close_month, command) == expected


def test_months_close_in_order_and_only_once(young: Path) -> None:
    with open_fund(young, on(date(2027, 1, 5))) as books:
        take_payment(books, TakePayment("0001", PRICE, date(2027, 1, 4)))
        done = replace(_DONE, counted_cash_satang=3_000_00 + PRICE)
        for month in (DECEMBER, Period(2027, 1)):
            told = refusal(books, partial(close_month, books, replace(done, month=month)))
            assert (told.code, told.values["earlier"]) == ("EARLIER_MONTH_OPEN", "2026-11")
        close_month(books, _DONE)
        assert code(books, close_month, _DONE) == "PERIOD_CLOSED"
        assert refusal(books, lambda: seal_draft(books, NOVEMBER, "มติ")).code == "PERIOD_CLOSED"
        assert refusal(books, lambda: take_back_draft(books, NOVEMBER)).code == "PERIOD_CLOSED"
        close_month(books, replace(_DONE, month=DECEMBER))
        close_month(books, replace(done, month=Period(2027, 1)))
        assert problems(books) == []


def test_a_month_in_which_no_money_moved_is_closed_like_any_other(young: Path) -> None:
    with open_fund(young, on(date(2027, 2, 3))) as books:
        for month in (NOVEMBER, DECEMBER, Period(2027, 1)):
            assert close(books, month, "มติ")
        closed = rows_of(books, "SELECT month FROM period WHERE state = 'closed' ORDER BY month")
        assert closed == [(202611,), (202612,), (202701,)]
        assert problems(books) == []


def test_a_closed_month_is_refused_by_every_act_and_by_the_file(books: Books) -> None:
    take_payment(books, TakePayment("0001", PRICE, date(2026, 11, 3)))
    close(books, NOVEMBER, "มติ")
    for act in (
        lambda: take_payment(books, TakePayment("0002", PRICE, TODAY)),
        lambda: record_round(books, RecordRound(NOVEMBER, TODAY, [VillageRound(1)])),
        lambda: receive_money(books, ReceiveMoney(TODAY, "3400", 1, "cash", "x")),
        lambda: spend_money(books, SpendMoney(TODAY, "5400", 1, "cash", "x", resolution="มติ")),
        lambda: reverse_entry(books, ReverseEntry(2, "ผิด")),
    ):
        told = refusal(books, act)
        assert (told.code, told.values["first_open"]) == ("PERIOD_CLOSED", "2026-12")
    assert refusal(books, lambda: bring_forward(books, Opening(cash_satang=5))).code == "OPENING_TOO_LATE"
    with raw(books.path) as connection:
        connection.execute("BEGIN")
        connection.execute(
            "INSERT INTO entry (id, date, month, kind, state, salt) VALUES (900, '2026-11-20', 202611, 'grant', 'draft', zeroblob(16))"
        )
        connection.execute(
            "INSERT INTO line VALUES (900, 1, '1100', NULL, 1, 0), (900, 2, '3400', 'welfare', 0, 1)"
        )
        with pytest.raises(sqlite3.IntegrityError, match="entry_period_open"):
            connection.execute("UPDATE entry SET state = 'posted' WHERE id = 900")


def test_the_guard_speaks_where_the_use_case_forgets(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    close(books, NOVEMBER, "มติ")
    monkeypatch.setattr("wangfund.usecases.take_payment.require_open", lambda *_: None)
    told = refusal(books, lambda: take_payment(books, TakePayment("0001", PRICE, TODAY)))
    assert isinstance(told, StoreError)
    assert (told.code, told.values["guard"]) == ("GUARD_REFUSED", "entry_period_open")


def test_opening_and_closing_of_every_month_join(young: Path) -> None:
    months = [NOVEMBER.plus(n) for n in range(6)]
    for month in months:
        with open_fund(young, on(month.last_day)) as books:
            record_round(books, RecordRound(month, month.last_day, [VillageRound(1), VillageRound(2)]))
            close(books, month, "มติ")
    with open_fund(young, on(date(2027, 5, 2))) as books:
        rows = rows_of(
            books,
            "SELECT p.month, account || pool, moved_debit_satang - moved_credit_satang, balance_satang"
            " FROM period_balance b JOIN period p ON p.id = b.period_id ORDER BY p.month",
        )
        standing: dict[str, int] = {}
        for month, key, moved, balance in rows:
            if month > NOVEMBER.code:
                assert standing.get(key, 0) + moved == balance
            standing[key] = balance
        assert standing["1100"] == money(books)["1100"] == 3_000_00 + 6 * 16 * PRICE
        assert problems(books) == []


def test_cash_counted_after_the_month_is_held_against_the_book_of_that_day(young: Path) -> None:
    with open_fund(young, on(date(2026, 12, 5))) as books:
        receive_money(books, ReceiveMoney(date(2026, 11, 10), "4900", 500_00, "cash", "ผู้ให้"))
        receive_money(books, ReceiveMoney(date(2026, 12, 3), "4900", 70_00, "cash", "ผู้ให้"))
        with books.read() as r:
            cash = balances_on(r, date(2026, 12, 5)).get(("1100", ""), 0)
            bank = balances_on(r, date(2026, 11, 30)).get(("1201", ""), 0)
        count = CloseMonth(NOVEMBER, cash, {BANK: bank}, counted_on=date(2026, 12, 5))
        assert close_month(books, count).findings == ()
        receive_money(books, ReceiveMoney(date(2026, 12, 4), "4900", 1_00, "cash", "ผู้ให้"))
        assert refusal(books, lambda: seal_draft(books, NOVEMBER, "มติ 1")).code == "COUNT_STALE"
        again = close_month(books, replace(count, counted_cash_satang=cash + 1_00, resolution="มติ 1"))
        assert again.fingerprint
