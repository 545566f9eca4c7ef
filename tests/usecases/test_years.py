"""Two fiscal years of books: numbers begin again, money does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.funds import BANK, PRICE, close, even_salt, on, problems, profile, rows_of
from wangfund.store.fund_file import open_fund
from wangfund.thai.period import Period
from wangfund.usecases.enrol_many import OldMember, enrol_many
from wangfund.usecases.found_fund import found_fund, rulebook_source
from wangfund.usecases.receive_money import ReceiveMoney, receive_money
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round
from wangfund.usecases.spend_money import SpendMoney, spend_money
from wangfund.usecases.take_payment import TakePayment, take_payment


@pytest.mark.parametrize(("starts", "turns"), [(1, Period(2027, 1)), (10, Period(2026, 10))])
def test_receipts_vouchers_and_rounds_are_numbered_anew_each_fiscal_year(
    tmp_path: Path, starts: int, turns: Period
) -> None:
    path = tmp_path / "a.wangfund"
    first = turns.plus(-2)
    who = profile(books_from=first, fiscal_year_starts=starts, receipts_per_book=3)
    with found_fund(path, on(first.first_day), who, rulebook_source("nasuk"), salt=even_salt()) as books:
        enrol_many(
            books,
            [OldMember("นาง", f"คน{n}", "ทดสอบ", 1, date(2020, 1, 1), first.plus(-1)) for n in range(5)],
        )
    for n in range(4):
        month = first.plus(n)
        with open_fund(path, on(month.last_day)) as books:
            record_round(books, RecordRound(month, month.last_day, [VillageRound(1)]))
            receive_money(books, ReceiveMoney(month.last_day, "3400", 1_000_00, BANK, "พม."))
            spend_money(books, SpendMoney(month.last_day, "5400", 10_00, "cash", "ร้าน"))
            close(books, month, "มติ")
    with open_fund(path, on(first.plus(4).first_day)) as books:
        years = [turns.year - 1 if starts == 1 else turns.year, turns.year if starts == 1 else turns.year + 1]
        for table, numbers in (("receipt", 12), ("voucher", 2), ("round", 2)):
            assert rows_of(
                books, f'SELECT fiscal_year, min(number), max(number), count(*) FROM "{table}" GROUP BY 1'
            ) == [(year, 1, numbers, numbers) for year in years]
        # Three leaves a book; the books begin anew each year too.
        assert rows_of(books, f"SELECT book, leaf FROM receipt WHERE fiscal_year = {years[1]} ORDER BY number LIMIT 4") == [
            (1, 1), (1, 2), (1, 3), (2, 1),
        ]  # fmt: skip
        (contributed,) = rows_of(books, "SELECT sum(credit_satang) FROM line WHERE account = '3100'")[0]
        assert contributed == 4 * 5 * PRICE
        assert problems(books) == []


def test_a_receipt_dated_back_takes_the_next_number_of_its_own_year(tmp_path: Path) -> None:
    path = tmp_path / "a.wangfund"
    december, january = date(2026, 12, 30), date(2027, 1, 5)
    with found_fund(path, on(january), profile(), rulebook_source("nasuk")) as books:
        enrol_many(books, [OldMember("นาง", "หนึ่ง", "ทดสอบ", 1, date(2020, 1, 1), Period(2026, 10))])
        numbers = [
            take_payment(books, TakePayment("0001", PRICE, day)).receipt
            for day in (december, january, december)
        ]
        assert [(n.fiscal_year, n.number) for n in numbers] == [(2026, 1), (2027, 1), (2026, 2)]
        assert problems(books) == []
