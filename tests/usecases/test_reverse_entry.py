"""Taking back: every kind of entry, and all that came with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.funds import DECEMBER, PRICE, TODAY, busy_bytes, close, money, on, problems, rows_of
from tests.usecases.refusals import code
from wangfund.domain.errors import FundError
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.store.tables.money import ENTRY_KINDS
from wangfund.thai.period import Period
from wangfund.usecases.opening import Opening, bring_forward
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.round_sheet import collection_sheet
from wangfund.usecases.take_payment import TakePayment, take_payment


def _without(found: dict[str, int]) -> dict[str, int]:
    return {name: amount for name, amount in found.items() if amount}


def test_the_busy_fund_has_an_entry_of_every_kind(busy: Path) -> None:
    with open_fund(busy, on(date(2026, 12, 3))) as books:
        kinds = {row[0] for row in rows_of(books, "SELECT DISTINCT kind FROM entry")}
    # Interest and other income differ from a grant by their account alone.
    assert kinds == set(ENTRY_KINDS) - {"interest", "other_income"}


def test_posting_and_taking_back_leaves_every_balance_as_it_was(tmp_path: Path) -> None:
    """Each entry of a fund that can be taken back is, each from the same state; all accounts and pools are as before it."""
    path = tmp_path / "busy.wangfund"
    path.write_bytes(busy_bytes())
    with open_fund(path, on(date(2026, 12, 3))) as books:
        entries = rows_of(books, "SELECT id, kind FROM entry ORDER BY id")
    taken: set[str] = set()
    for entry, kind in entries:
        path.write_bytes(busy_bytes())
        with open_fund(path, on(date(2026, 12, 3))) as books:
            before = money(books)
            moved = rows_of(
                books,
                f"SELECT account, pool, debit_satang - credit_satang FROM line WHERE entry_id = {entry}",
            )
            try:
                back = reverse_entry(books, ReverseEntry(entry, "ทดลอง"))
            except FundError as refused:
                assert refused.code in {
                    "REVERSAL_STAYS",
                    "ALREADY_REVERSED",
                    "MONEY_SHORT",
                    "CREDIT_USED",
                    "OPENING_TOO_LATE",
                }, entry
                continue
            for account, pool, satang in moved:
                before[account] = before.get(account, 0) - satang
                if pool:
                    before[f"pool:{pool}"] += satang
            assert _without(money(books)) == _without(before)
            assert rows_of(books, f"SELECT reverses_id, reason, date FROM entry WHERE id = {back}") == [
                (entry, "ทดลอง", "2026-12-03")
            ]
            assert (
                rows_of(books, f"SELECT 1 FROM coverage WHERE entry_id = {entry} AND reversed_by IS NULL")
                == []
            )
            assert problems(books) == []
            assert code(books, reverse_entry, ReverseEntry(entry, "อีกครั้ง")) == "ALREADY_REVERSED"
            assert code(books, reverse_entry, ReverseEntry(back, "กลับไป")) == "REVERSAL_STAYS"
            taken.add(kind)
    assert taken >= {
        "contribution", "grant", "donation", "expense", "bank_transfer", "benefit", "pool_transfer", "cash_difference",
    }  # fmt: skip


def test_months_taken_back_are_owed_again_and_the_number_stays(books: Books) -> None:
    paid = take_payment(books, TakePayment("0001", 3 * PRICE, TODAY))
    before = collection_sheet(books, 1, Period(2026, 11)).rows[0]
    reverse_entry(books, ReverseEntry(paid.entry_id, "เก็บผิดคน"))
    after = collection_sheet(books, 1, Period(2026, 11)).rows[0]
    assert (before.total_satang, after.total_satang) == (0, PRICE)
    # The void receipt keeps its number; the next one goes on.
    assert rows_of(books, "SELECT number FROM receipt") == [(1,)]
    again = take_payment(books, TakePayment("0001", PRICE, TODAY))
    assert (again.receipt.number, again.first_month) == (2, Period(2026, 11))
    assert problems(books) == []


def test_a_hole_left_by_a_reversal_is_paid_before_anything_ahead(books: Books) -> None:
    november = take_payment(books, TakePayment("0001", PRICE, TODAY))
    take_payment(books, TakePayment("0001", PRICE, TODAY))
    reverse_entry(books, ReverseEntry(november.entry_id, "ผิด"))
    again = take_payment(books, TakePayment("0001", 2 * PRICE, TODAY))
    assert (again.first_month, again.last_month) == (Period(2026, 11), Period(2027, 1))
    assert rows_of(
        books, "SELECT first_month, last_month FROM coverage WHERE entry_id = (SELECT max(id) FROM entry)"
    ) == [
        (202611, 202611),
        (202701, 202701),
    ]
    assert problems(books) == []


def test_a_wrong_receipt_of_a_closed_month_is_taken_back_today(busy: Path) -> None:
    with open_fund(busy, on(date(2026, 12, 3))) as books:
        (entry,) = rows_of(books, "SELECT min(id) FROM entry WHERE kind = 'contribution'")[0]
        fingerprints = rows_of(books, "SELECT head_hash FROM period WHERE id = 1")
        reverse_entry(books, ReverseEntry(entry, "ออกผิดชื่อ"))
        assert rows_of(books, "SELECT head_hash FROM period WHERE id = 1") == fingerprints
        assert problems(books) == []
        close(books, DECEMBER, "มติ 9/2569")
        assert problems(books) == []


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (ReverseEntry(1, " "), "REASON_MISSING"),
        (ReverseEntry(999, "x"), "ENTRY_UNKNOWN"),
        (ReverseEntry(0, "x"), "ENTRY_UNKNOWN"),
        (ReverseEntry(-1, "x"), "ENTRY_UNKNOWN"),
    ],
)
def test_what_cannot_be_taken_back(books: Books, command: ReverseEntry, expected: str) -> None:
    assert code(books, reverse_entry, command) == expected


def test_money_that_has_left_cannot_be_taken_back(books: Books) -> None:
    record_round(books, RecordRound(Period(2026, 11), TODAY, [VillageRound(1)]))
    (opening,) = rows_of(books, "SELECT id FROM entry WHERE kind = 'opening'")[0]
    take_payment(books, TakePayment("0010", PRICE, TODAY))
    reverse_entry(books, ReverseEntry(opening, "ผิด"))
    (first,) = rows_of(books, "SELECT min(id) FROM entry WHERE kind = 'contribution'")[0]
    reverse_entry(books, ReverseEntry(first, "ผิด"))
    assert money(books)["1100"] == 8 * PRICE


def test_what_was_brought_forward_is_taken_back_on_its_own_day_and_brought_again(young: Path) -> None:
    with open_fund(young, on(TODAY)) as books:
        (opening,) = rows_of(books, "SELECT id, date FROM entry WHERE kind = 'opening'")
        back = reverse_entry(books, ReverseEntry(opening[0], "ยอดธนาคารพิมพ์ผิด"))
        assert rows_of(books, f"SELECT date, kind FROM entry WHERE id = {back}") == [(opening[1], "reversal")]
        assert _without(money(books)) == {}
        bring_forward(books, Opening(cash_satang=100_00, sources=(("3100", "", 100_00),)))
        assert money(books)["1100"] == 100_00
        assert problems(books) == []
