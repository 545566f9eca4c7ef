"""Acts of one `together` block stay together or not at all, each with its own links."""

from contextlib import suppress
from pathlib import Path

import pytest

from tests.funds import BANK, NOVEMBER, TODAY, on
from wangfund.domain.errors import Refused
from wangfund.store.books import Books
from wangfund.store.errors import StoreError
from wangfund.store.fund_file import open_for_reading, open_fund
from wangfund.store.ledger import count_entries, current_balances, moved, moved_by_seals
from wangfund.store.profile import add_villages, read_profile, village_ids
from wangfund.store.verify import verify
from wangfund.thai.period import Period
from wangfund.usecases.close_month import CloseMonth, close_month
from wangfund.usecases.move_money import MoveMoney, move_money
from wangfund.usecases.receive_money import ReceiveMoney, receive_money
from wangfund.usecases.spend_money import SpendMoney, spend_money
from wangfund.usecases.take_payment import TakePayment, take_payment


def entries(books: Books) -> int:
    with books.read() as r:
        return count_entries(r)


def codes(books: Books) -> list[str]:
    with books.read() as r:
        return [row[0] for row in r.connection.exec_driver_sql("SELECT code FROM link ORDER BY no")]


def pay(books: Books, member_no: str = "0001") -> None:
    take_payment(books, TakePayment(member_no, 3000, TODAY))


def test_acts_together_see_each_other_and_stay_at_the_end(books: Books) -> None:
    before = entries(books)
    with books.together():
        pay(books)
        assert entries(books) == before + 1
        move_money(books, MoveMoney(TODAY, 1000, "cash", BANK, "ผู้ทดสอบ"))
    assert entries(books) == before + 2
    assert codes(books)[-1] == "money.moved"
    assert "payment.taken" in codes(books)
    with books.read() as r:
        assert verify(r) == ()


def test_an_act_refused_inside_undoes_what_came_before_it(books: Books) -> None:
    before, links = entries(books), codes(books)
    with pytest.raises(Refused), books.together():
        pay(books)
        move_money(books, MoveMoney(TODAY, 10**9, "cash", BANK, "ผู้ทดสอบ"))
    assert entries(books) == before
    assert codes(books) == links


def test_a_refusal_that_is_passed_over_still_undoes_the_block(books: Books) -> None:
    before = entries(books)

    def acts() -> None:
        with books.together():
            pay(books)
            with pytest.raises(Refused):
                move_money(books, MoveMoney(TODAY, 10**9, "cash", BANK, "ผู้ทดสอบ"))

    with pytest.raises(RuntimeError):
        acts()
    assert entries(books) == before
    pay(books)
    assert entries(books) == before + 1


def test_a_block_inside_another_joins_it(books: Books) -> None:
    with books.together():
        pass
    before = entries(books)
    with books.together():
        pay(books)
        with books.together():
            pay(books)
        pay(books)
    assert entries(books) == before + 3


def test_what_is_refused_in_an_inner_block_undoes_the_outer_one(books: Books) -> None:
    before = entries(books)

    def acts() -> None:
        with books.together():
            pay(books)
            with suppress(Refused), books.together():
                raise Refused("ANY")
            pay(books)

    with pytest.raises(RuntimeError):
        acts()
    assert entries(books) == before


def test_a_block_broken_off_by_its_maker_leaves_nothing(young: Path) -> None:
    with open_fund(young, on(TODAY)) as books:
        before = entries(books)
        with pytest.raises(KeyboardInterrupt), books.together():
            pay(books)
            raise KeyboardInterrupt
        assert entries(books) == before


def test_books_that_may_not_be_written_refuse_before_anything(young: Path) -> None:
    with open_for_reading(young, on(TODAY)) as books, pytest.raises(StoreError), books.together():
        pass


def test_what_a_transaction_keeps_is_forgotten_when_it_is_written(books: Books) -> None:
    with books.together():
        with books.read() as r:
            assert len(read_profile(r).villages) == 3
        with books.write("register.imported") as w:
            assert len(read_profile(w).villages) == 3
            add_villages(w, [9])
            assert len(read_profile(w).villages) == 4
            assert 9 in village_ids(w)
            w.commit()
        with books.read() as r:
            assert len(read_profile(r).villages) == 4


def test_movement_by_seals_is_the_movement_of_the_entries(books: Books) -> None:
    receive_money(books, ReceiveMoney(TODAY, "4200", 50_000, "cash", "ผู้บริจาค", pool="reserve"))
    spend_money(books, SpendMoney(TODAY, "5400", 2_000, "cash", "ร้าน"))
    last = NOVEMBER.plus(2)
    with books.read() as r:
        balances = current_balances(r)
        plain = {(row.account, row.pool): row.balance_satang for row in moved(r, NOVEMBER, last)}
        assert moved_by_seals(r, NOVEMBER, last) == plain
    cash, bank = balances["1100", ""], balances["1201", ""]
    command = CloseMonth(NOVEMBER, cash, {BANK: bank}, resolution="ครั้งที่ 1/2569")
    books.clock = on(NOVEMBER.plus(1).first_day)
    close_month(books, command)
    take_payment(books, TakePayment("0002", 3000, NOVEMBER.plus(1).first_day))
    with books.read() as r:
        for first, until in (
            (NOVEMBER, NOVEMBER),
            (NOVEMBER, last),
            (NOVEMBER.plus(1), last),
            (Period(2026, 1), last),
        ):
            sealed = {key: satang for key, satang in moved_by_seals(r, first, until).items() if satang}
            months = moved(r, max(first, NOVEMBER), until)
            plain = {(row.account, row.pool): row.balance_satang for row in months}
            assert sealed == {key: satang for key, satang in plain.items() if satang}
