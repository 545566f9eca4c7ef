"""Rounds, the counter, other money, reversal, closing: each command on a real file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.cli.commands_run import Typed
from tests.funds import BANK
from wangfund.store.sqlite_header import read_header

NOVEMBER = ("--period", "2569-11")


def test_collect_posts_what_is_due_of_one_village(typed: Typed, young: Path) -> None:
    found = typed.json("collect", young, *NOVEMBER, "--village", "1", "--pay", "due", "--on", "5/11/2569")
    assert (found["receipts"], found["total_satang"], found["round"]) == (8, 24000, 1)
    assert found["seconds"] >= 0


def test_collect_of_all_villages_gives_each_round(typed: Typed, young: Path) -> None:
    found = typed.json("collect", young, "--period", "2026-11", "--village", "all", "--pay", "due")
    assert found["round"] == [1, 2, 3]
    assert found["receipts"] == 25
    assert found["total_satang"] == 26 * 3000
    again = typed.json("collect", young, "--period", "2026-11", "--village", "all", "--pay", "due")
    assert (again["receipts"], again["total_satang"]) == (0, 0)


def test_collect_with_some_behind_ahead_and_short(typed: Typed, young: Path) -> None:
    found = typed.json(
        "collect", young, *NOVEMBER, "--village", "2", "--pay", "due",
        "--except", "0009", "0010", "--pays", "0011=365", "๐๐๑๒=60", "--counted-cash", "500",
    )  # fmt: skip
    assert found["total_satang"] == 4 * 3000 + 36500 + 6000
    assert found["short_satang"] == found["total_satang"] - 50000
    typed.json("move", young, "--amount", "45", "--from", "1400", "--to", "cash", "--who", "ตาคำ")
    info = typed.json("info", young)
    assert info["balances_satang"]["other"] == 0


def test_collect_typed_twice_posts_once_whatever_was_changed(typed: Typed, young: Path) -> None:
    words = ("collect", young, *NOVEMBER, "--village", "2", "--pay", "due", "--pays", "0011=365")
    assert typed.json(*words)["receipts"] == 8
    before = young.read_bytes()
    typed.refused("ROUND_CAME_BEFORE", *words)
    assert young.read_bytes() == before
    assert typed.json(*words, "--again")["total_satang"] == 36500
    without = (
        "collect",
        young,
        *NOVEMBER,
        "--village",
        "1",
        "--pay",
        "due",
        "--except",
        "0001",
        "--counted-cash",
        "300",
    )
    assert typed.json(*without)["over_satang"] == 9000
    again = typed.json(*without)
    assert (again["round"], again["over_satang"]) == (None, 0)
    assert typed.json("info", young)["pools_satang"]["admin"] >= 9000


def test_collect_with_a_stranger_posts_nothing(typed: Typed, young: Path) -> None:
    before = young.read_bytes()
    words = ("collect", young, *NOVEMBER, "--village", "1", "--pay", "due")
    typed.refused("MEMBER_NOT_ON_SHEET", *words, "--except", "9999")
    typed.refused("VILLAGE_UNKNOWN", "collect", young, *NOVEMBER, "--village", "44", "--pay", "due")
    typed.refused(
        "ROUND_MONTH_AHEAD", "collect", young, "--period", "2570-03", "--village", "1", "--pay", "due"
    )
    assert young.read_bytes() == before


def test_pay_says_receipt_and_months(typed: Typed, young: Path) -> None:
    found = typed.json("pay", young, "--member", "๐๐๐๑", "--amount", "๓๖๕", "--cadence", "y")
    assert found["receipt"] == 1
    assert found["covers"] == {"from": "2026-11", "to": "2027-10"}
    part = typed.json("pay", young, "--member", "0002", "--amount", "12.50")
    assert part["covers"] == {"from": None, "to": None}
    assert part["credit_satang"] == 1250


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("MEMBER_UNKNOWN", ("--member", "9999", "--amount", "30")),
        ("AMOUNT_NOT_POSITIVE", ("--member", "0001", "--amount", "-30")),
        ("AMOUNT_NOT_POSITIVE", ("--member", "0001", "--amount", "0")),
        ("AMOUNT_NOT_OF_CADENCE", ("--member", "0001", "--amount", "100", "--cadence", "Y")),
        ("CADENCE_UNKNOWN", ("--member", "0001", "--amount", "30", "--cadence", "X")),
        ("DATE_IN_FUTURE", ("--member", "0001", "--amount", "30", "--date", "2569-12-31")),
        ("DATE_BEFORE_BOOKS", ("--member", "0001", "--amount", "30", "--date", "2569-01-31")),
        ("PLACE_UNKNOWN", ("--member", "0001", "--amount", "30", "--to", "ธนาคารอื่น")),
    ],
)
def test_pay_refused_changes_nothing(typed: Typed, young: Path, code: str, words: tuple[str, ...]) -> None:
    before = young.read_bytes()
    typed.refused(code, "pay", young, *words)
    assert young.read_bytes() == before


def test_receive_spend_and_move_give_entry_and_paper(typed: Typed, young: Path) -> None:
    grant = typed.json(
        "receive", young, "--date", "2569-11-10", "--account", "3400", "--amount", "50,000", "--to", BANK,
        "--who", "พอช.", "--resolution", "มติ 1/2569",
    )  # fmt: skip
    assert grant["receipt"] == 1
    paid = typed.json(
        "spend", young, "--date", "2026-11-11", "--account", "5400", "--amount", "120.50", "--from", "cash",
        "--who", "ร้านเครื่องเขียน",
    )  # fmt: skip
    assert paid["voucher"] == 1
    moved = typed.json(
        "move", young, "--date", "2569-11-12", "--amount", "500", "--from", "cash", "--to", BANK
    )
    assert moved["entry"] > paid["entry"] > grant["entry"]
    info = typed.json("info", young)["balances_satang"]
    assert info["cash"] == 300000 - 12050 - 50000
    assert info["bank"] == 10000000 + 5000000 + 50000


def test_other_money_refused_says_what_to_use(typed: Typed, young: Path) -> None:
    money = ("--amount", "10", "--who", "ก")
    typed.refused("ACCOUNT_NOT_FOR_RECEIPT", "receive", young, *money, "--account", "3100", "--to", "cash")
    typed.refused("ACCOUNT_NOT_FOR_EXPENSE", "spend", young, *money, "--account", "5104", "--from", "cash")
    typed.refused(
        "WHO_MISSING", "spend", young, "--amount", "1", "--who", " ", "--account", "5400", "--from", "cash"
    )
    spend = ("spend", young, "--who", "ก", "--account", "5400", "--from", "cash")
    typed.refused("MONEY_SHORT", *spend, "--amount", "4999")
    typed.refused("AMOUNT_TOO_LARGE", *spend, "--amount", "99999999999")
    typed.refused("SAME_PLACE", "move", young, "--amount", "1", "--from", "cash", "--to", "cash")
    typed.misused("--from และ --to", "move", young, "--amount", "1", "--from", "cash")


def test_transfer_between_pools_needs_a_resolution(typed: Typed, young: Path) -> None:
    pools = typed.json("info", young)["pools_satang"]
    words = ("transfer", young, "--amount", "100", "--from", "welfare", "--to", "reserve")
    typed.refused("RESOLUTION_MISSING", *words, "--resolution", " ")
    typed.json(*words, "--resolution", "มติ 2/2569")
    after = typed.json("info", young)["pools_satang"]
    assert after["reserve"] - pools["reserve"] == 10000 == pools["welfare"] - after["welfare"]


def test_reverse_takes_an_entry_back_once(typed: Typed, young: Path) -> None:
    before = typed.json("info", young)
    entry = typed.json("pay", young, "--member", "0001", "--amount", "30")["entry"]
    found = typed.json("reverse", young, entry, "--reason", "เก็บผิดคน")
    assert found["entry"] == entry + 1
    assert typed.json("info", young)["balances_satang"] == before["balances_satang"]
    typed.refused("ALREADY_REVERSED", "reverse", young, entry, "--reason", "อีก")
    typed.refused("REVERSAL_STAYS", "reverse", young, entry + 1, "--reason", "อีก")
    typed.refused("ENTRY_UNKNOWN", "reverse", young, 999, "--reason", "อีก")
    typed.refused("REASON_MISSING", "reverse", young, 1, "--reason", " ")


def test_close_drafts_with_differences_then_seals_by_resolution(typed: Typed, young: Path) -> None:
    wrong = typed("close", young, *NOVEMBER, "--counted-cash", "2,990", "--bank", f"{BANK}=100000", "--json")
    assert wrong.code == 1
    assert wrong.json["fingerprint"] is None
    assert wrong.json["closing_satang"] == {"cash": 300000, "bank": 10000000, "total": 10300000}
    assert "[COUNT_DIFFERS]" in wrong.err
    words = ("close", young, *NOVEMBER, "--counted-cash", "3000", "--bank", f"{BANK}=100000")
    assert typed.json(*words)["fingerprint"] is None
    typed.refused("COUNT_DIFFERS", *words[:5], "1", *words[6:], "--resolution", "มติ")
    sealed = typed.json(*words, "--resolution", "มติ 9/2569", today=date(2026, 12, 2))
    assert len(sealed["fingerprint"]) == 14
    assert typed.json("verify", young, "--fingerprint", sealed["fingerprint"])["fingerprint"]["match"] is True
    late = ("pay", young, "--member", "0001", "--amount", "30", "--date", "2569-11-30")
    said = typed.refused("PERIOD_CLOSED", *late, today=date(2026, 12, 2))
    assert "งวดพฤศจิกายน 2569" in said.err
    typed.refused("PERIOD_CLOSED", *words, "--resolution", "อีก", today=date(2026, 12, 3))


def test_close_take_back_opens_the_month_again(typed: Typed, young: Path) -> None:
    typed.refused("NOT_DRAFTED", "close", young, *NOVEMBER, "--take-back")
    typed.json("close", young, *NOVEMBER, "--counted-cash", "3000", "--bank", f"{BANK}=100000")
    assert typed.json("close", young, *NOVEMBER, "--take-back")["period"] == "2026-11"
    typed.misused("--counted-cash", "close", young, *NOVEMBER)
    typed.refused("PERIOD_UNKNOWN", "close", young, "--period", "2560-01", "--counted-cash", "0")


def test_schema_is_what_the_file_says(typed: Typed, young: Path) -> None:
    assert typed.json("info", young)["schema"] == read_header(young).schema
