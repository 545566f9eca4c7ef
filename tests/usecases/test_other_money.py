"""Money received, spent, moved and given from pool to pool; and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.funds import BANK, TODAY, money, problems, rows_of
from tests.usecases.refusals import code, refusal
from wangfund.domain.errors import Refused
from wangfund.store.books import Books
from wangfund.thai.period import Period
from wangfund.usecases.admin_share import admin_share
from wangfund.usecases.desk import desk_on
from wangfund.usecases.move_money import MoveMoney, move_money
from wangfund.usecases.opening import Opening, bring_forward
from wangfund.usecases.receive_money import ReceiveMoney, receive_money
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.spend_money import SpendMoney, spend_money
from wangfund.usecases.transfer_pool import TransferPool, transfer_pool

_GRANT = ReceiveMoney(TODAY, "3400", 10_000_00, BANK, "พม.", "สมทบปี 2569", "มติ 1/2569")
_PAPER = SpendMoney(TODAY, "5400", 100_00, "cash", "ร้านค้า", "กระดาษ")
_DEPOSIT = MoveMoney(TODAY, 1_000_00, "cash", BANK, "เหรัญญิก")
_TRANSFER = TransferPool(TODAY, 500_00, "welfare", "reserve", "มติ 2/2569")


@pytest.mark.parametrize(
    ("account", "kind", "pools"),
    [
        ("3300", "grant", {"welfare": 1000}), ("3400", "grant", {"welfare": 1000}), ("3500", "grant", {"welfare": 1000}),
        ("4300", "interest", {"reserve": 1000}), ("4900", "other_income", {"welfare": 1000}),
        ("4200", "donation", {"welfare": 1000}),
    ],
)  # fmt: skip
def test_each_source_goes_to_its_pools_with_a_receipt(
    books: Books, account: str, kind: str, pools: dict[str, int]
) -> None:
    before = money(books)
    made = receive_money(books, replace(_GRANT, account=account, amount_satang=1000))
    after = money(books)
    assert {p: after[f"pool:{p}"] - before[f"pool:{p}"] for p in pools} == pools
    assert after["1201"] - before["1201"] == 1000
    assert rows_of(books, f"SELECT kind FROM entry WHERE id = {made.entry_id}") == [(kind,)]
    assert made.receipt is not None and made.voucher is None
    assert problems(books) == []


def test_a_donor_may_say_for_which_pool(books: Books) -> None:
    before = money(books)["pool:admin"]
    receive_money(books, ReceiveMoney(TODAY, "4200", 777, "cash", "ผู้ให้", pool="admin"))
    assert money(books)["pool:admin"] - before == 777


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"amount_satang": 0}, "AMOUNT_NOT_POSITIVE"), ({"amount_satang": 10**12}, "AMOUNT_TOO_LARGE"),
        ({"account": "3100"}, "ACCOUNT_NOT_FOR_RECEIPT"), ({"account": "5400"}, "ACCOUNT_NOT_FOR_RECEIPT"),
        ({"who": "  "}, "WHO_MISSING"), ({"pool": "secret"}, "POOL_UNKNOWN"), ({"into": "ไหน"}, "PLACE_UNKNOWN"),
        ({"on": date(2026, 12, 1)}, "DATE_IN_FUTURE"), ({"on": date(2020, 1, 1)}, "DATE_BEFORE_BOOKS"),
    ],
)  # fmt: skip
def test_what_cannot_be_received(books: Books, change: dict[str, object], expected: str) -> None:
    assert code(books, receive_money, replace(_GRANT, **change)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"amount_satang": -5}, "AMOUNT_NOT_POSITIVE"), ({"account": "5101"}, "ACCOUNT_NOT_FOR_EXPENSE"),
        ({"account": "1100"}, "ACCOUNT_NOT_FOR_EXPENSE"), ({"who": ""}, "WHO_MISSING"),
        ({"amount_satang": 3_000_01}, "MONEY_SHORT"), ({"pool": "x"}, "POOL_UNKNOWN"), ({"out_of": "x"}, "PLACE_UNKNOWN"),
        ({"on": date(2026, 12, 1)}, "DATE_IN_FUTURE"),
    ],
)  # fmt: skip
def test_what_cannot_be_spent(books: Books, change: dict[str, object], expected: str) -> None:
    assert code(books, spend_money, replace(_PAPER, **change)) == expected  # type: ignore[arg-type]


def test_running_costs_above_a_fifth_of_the_years_receipts_need_a_resolution(books: Books) -> None:
    # Brought forward is no receipt of this year: nothing was received yet.
    assert code(books, spend_money, _PAPER) == "ADMIN_SHARE_EXCEEDED"
    receive_money(books, replace(_GRANT, amount_satang=1_000_00))
    spend_money(books, replace(_PAPER, amount_satang=200_00))
    told = refusal(books, lambda: spend_money(books, replace(_PAPER, amount_satang=1)))
    assert (told.code, told.values["share_permille"], told.values["most_percent"]) == (
        "ADMIN_SHARE_EXCEEDED",
        200,
        20,
    )
    spend_money(books, replace(_PAPER, amount_satang=50_00, resolution="มติ 3/2569"))
    assert code(books, spend_money, replace(_PAPER, amount_satang=1)) == "ADMIN_SHARE_EXCEEDED"
    # Charged to another pool it is no running cost of the admin pool, but then a meeting must have said so.
    other = replace(_PAPER, amount_satang=1_00, pool="reserve")
    assert code(books, spend_money, other) == "RESOLUTION_MISSING"
    assert spend_money(books, replace(other, resolution="มติ 4/2569")).findings == ()
    assert problems(books) == []


def test_a_reversed_cost_makes_room_again(books: Books) -> None:
    receive_money(books, replace(_GRANT, amount_satang=1_000_00))
    spent = spend_money(books, replace(_PAPER, amount_satang=200_00))
    reverse_entry(books, ReverseEntry(spent.entry_id, "ยกเลิก"))
    spend_money(books, replace(_PAPER, amount_satang=200_00))


def test_money_moves_both_ways_and_never_out_of_nothing(books: Books) -> None:
    move_money(books, _DEPOSIT)
    assert (money(books)["1100"], money(books)["1201"]) == (2_000_00, 101_000_00)
    move_money(books, replace(_DEPOSIT, out_of=BANK, into="cash"))
    for change, expected in (
        ({"amount_satang": 3_000_01}, "MONEY_SHORT"), ({"into": "cash"}, "SAME_PLACE"),
        ({"amount_satang": 0}, "AMOUNT_NOT_POSITIVE"), ({"out_of": "1400"}, "MONEY_SHORT"), ({"into": "x"}, "PLACE_UNKNOWN"),
        ({"on": date(2027, 1, 1)}, "DATE_IN_FUTURE"),
    ):  # fmt: skip
        assert code(books, move_money, replace(_DEPOSIT, **change)) == expected
    told = refusal(books, lambda: move_money(books, replace(_DEPOSIT, amount_satang=3_500_00)))
    assert (told.values["there_satang"], told.values["missing_satang"]) == (3_000_00, 500_00)


def test_a_pool_gives_to_another_by_resolution_and_no_cash_moves(books: Books) -> None:
    before = money(books)
    transfer_pool(books, _TRANSFER)
    after = money(books)
    assert (after["1100"], after["1201"]) == (before["1100"], before["1201"])
    assert (
        after["pool:welfare"] - before["pool:welfare"],
        after["pool:reserve"] - before["pool:reserve"],
    ) == (-500_00, 500_00)
    for change, expected in (
        ({"resolution": " "}, "RESOLUTION_MISSING"), ({"to_pool": "welfare"}, "SAME_PLACE"),
        ({"to_pool": "x"}, "POOL_UNKNOWN"), ({"amount_satang": 99_000_000_00}, "POOL_EMPTY"),
    ):  # fmt: skip
        assert code(books, transfer_pool, replace(_TRANSFER, **change)) == expected
    assert problems(books) == []


def test_balances_are_brought_forward_once(books: Books) -> None:
    assert code(books, bring_forward, Opening(cash_satang=1)) == "OPENING_TWICE"
    (entry,) = rows_of(books, "SELECT id FROM entry WHERE kind = 'opening'")[0]
    reverse_entry(books, ReverseEntry(entry, "ยอดยกมาผิด"))
    assert {name: v for name, v in money(books).items() if v} == {}
    assert code(books, bring_forward, Opening()) == "OPENING_EMPTY"
    made = bring_forward(
        books,
        Opening(
            cash_satang=100_00, banks={BANK: 900_00}, sources=(("3100", "", 700_00), ("3400", "welfare", 500_00), ("5104", "welfare", 300_00)),
            pools={"welfare": 600_00, "reserve": 300_00, "admin": 100_00},
        ),
    )  # fmt: skip
    assert made.difference_satang == 100_00
    after = money(books)
    assert [after[f"pool:{p}"] for p in ("welfare", "reserve", "admin")] == [600_00, 300_00, 100_00]
    assert (after["3900"], after["5104"], after["3100"]) == (-100_00, 300_00, -700_00)
    assert problems(books) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Opening(sources=(("1100", "", 5),)), "ACCOUNT_UNKNOWN"), (Opening(sources=(("9999", "", 5),)), "ACCOUNT_UNKNOWN"),
        (Opening(sources=(("3100", "x", 5),)), "POOL_UNKNOWN"), (Opening(banks={"x": 5}), "PLACE_UNKNOWN"),
        (Opening(cash_satang=5, pools={"welfare": 4}), "POOLS_DIFFER"), (Opening(cash_satang=5, pools={"x": 5}), "POOL_UNKNOWN"),
    ],
)  # fmt: skip
def test_what_cannot_be_brought_forward(books: Books, change: Opening, expected: str) -> None:
    (entry,) = rows_of(books, "SELECT id FROM entry WHERE kind = 'opening'")[0]
    reverse_entry(books, ReverseEntry(entry, "ใหม่"))
    assert code(books, bring_forward, change) == expected


def test_a_refusal_is_an_error_the_program_knows(books: Books) -> None:
    assert isinstance(refusal(books, lambda: spend_money(books, replace(_PAPER, who=""))), Refused)


def test_an_expense_near_the_ceiling_is_paid_with_a_warning(books: Books) -> None:
    receive_money(books, replace(_GRANT, account="4900", into="cash"))
    with books.read() as r:
        costs, receipts = admin_share(r, desk_on(r, TODAY), Period.of(TODAY))
    near = receipts * 16 // 100 - costs
    done = spend_money(books, replace(_PAPER, amount_satang=near))
    assert [finding.code for finding in done.findings] == ["ADMIN_SHARE_NEAR"]


def test_an_expense_neither_empties_a_pool_nor_leaves_the_box_above_the_limit(books: Books) -> None:
    receive_money(books, replace(_GRANT, account="4900", amount_satang=900_000_00))
    admin = money(books)["pool:admin"]
    by_bank = replace(_PAPER, out_of=BANK, resolution="มติ 5/2569")
    assert code(books, spend_money, replace(by_bank, amount_satang=admin + 1)) == "POOL_EMPTY"
    assert code(books, spend_money, replace(_PAPER, amount_satang=5_000_01)) == "CASH_LIMIT_EXCEEDED"
    spend_money(books, replace(by_bank, amount_satang=admin))
    assert money(books)["pool:admin"] == 0
