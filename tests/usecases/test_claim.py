"""Claims from the question to the voucher, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.funds import (
    BANK,
    PRICE,
    TODAY,
    add_people,
    money,
    on,
    problems,
    rows_of,
    stay,
    young_bytes,
)
from tests.usecases.refusals import code, refusal
from wangfund.domain.eligibility.assessment import Result
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.thai.period import Period
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.heir_shares import HeirShare
from wangfund.usecases.move_money import MoveMoney, move_money
from wangfund.usecases.paper_rows import vouchers_dated
from wangfund.usecases.pay_claim import ClaimPaid, PayClaim, pay_claim
from wangfund.usecases.request_claim import RequestClaim, assess_claim, request_claim
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.take_payment import TakePayment, take_payment
from wangfund.usecases.transfer_pool import TransferPool, transfer_pool
from wangfund.usecases.withdraw_claim import WithdrawClaim, withdraw_claim

_LEFT = date(2026, 11, 2)
_STAY = stay("0001", _LEFT, 3, date(2026, 11, 9))
_DEATH = RequestClaim("0002", "DEATH", {"event": "2026-11-08"}, date(2026, 11, 10))


def approved(books: Books, command: RequestClaim) -> int:
    claim, _ = request_claim(books, command)
    answer = decide_claim(books, DecideClaim(claim, "มติ 1/2569", on=command.claimed_on))
    assert answer.assessment.result is Result.PAY, answer.assessment
    return claim


def paid(
    books: Books, command: RequestClaim, out_of: str = "cash", day: date = date(2026, 11, 12)
) -> ClaimPaid:
    return pay_claim(books, PayClaim(approved(books, command), out_of, day))


def test_a_stay_is_asked_for_decided_and_paid(books: Books) -> None:
    before = money(books)
    done = paid(books, _STAY)
    assert (done.net_satang, done.setoff_satang, done.receipt, done.voucher.number) == (300_00, 0, None, 1)
    after = money(books)
    assert (before["1100"] - after["1100"], before["pool:welfare"] - after["pool:welfare"], after["5102"]) == (
        300_00, 300_00, 300_00,
    )  # fmt: skip
    assert rows_of(books, "SELECT payee, amount_satang FROM voucher") == [("นางมานี ทดสอบ1", 300_00)]
    assert rows_of(books, "SELECT state FROM claim") == [("paid",)]
    assert problems(books) == []


def test_assessing_changes_nothing_and_says_what_deciding_will(books: Books) -> None:
    before = books.path.read_bytes()
    answer = assess_claim(books, _STAY).assessment
    assert (answer.result, answer.gross_satang, answer.units) == (Result.PAY, 300_00, 3)
    assert books.path.read_bytes() == before
    claim, shown = request_claim(books, _STAY)
    assert shown.assessment == answer
    assert decide_claim(books, DecideClaim(claim, "มติ")).assessment == answer
    (kept,) = rows_of(books, "SELECT assessment, resolution, result, reason, rulebook_id FROM decision")
    assert kept[1:] == ("มติ", "PAY", "OK", 1)
    assert json.loads(kept[0])["steps"][0]["amount_satang"] == 300_00


def test_months_owed_are_set_off_with_a_receipt_and_covered(books: Books) -> None:
    before = money(books)
    done = paid(books, replace(_STAY, member_no="0025"))
    assert (done.setoff_satang, done.net_satang) == (PRICE, 300_00 - PRICE)
    assert done.receipt is not None and done.receipt.number == 1
    assert rows_of(books, "SELECT kind, amount_satang, first_month, last_month FROM receipt_line") == [
        ("setoff", PRICE, 202610, 202610)
    ]
    assert rows_of(
        books, "SELECT first_month, last_month, kind FROM coverage WHERE entry_id IS NOT NULL"
    ) == [(202610, 202610, "setoff")]
    after = money(books)
    assert before["1100"] - after["1100"] == 300_00 - PRICE
    # Gross out of welfare; what was set off comes back as any contribution does.
    assert after["pool:welfare"] - before["pool:welfare"] == -300_00 + 2400
    assert after["pool:reserve"] - before["pool:reserve"] == 300
    assert problems(books) == []


def test_a_month_paid_between_decision_and_payment_is_not_set_off_again(books: Books) -> None:
    claim = approved(books, replace(_STAY, member_no="0025"))
    take_payment(books, TakePayment("0025", PRICE, date(2026, 11, 11)))
    done = pay_claim(books, PayClaim(claim, "cash", date(2026, 11, 12)))
    assert (done.setoff_satang, done.net_satang, done.receipt) == (0, 300_00, None)
    assert rows_of(books, "SELECT gross_satang, net_satang FROM payment") == [(300_00, 300_00)]
    assert rows_of(books, "SELECT gross_satang, setoff_satang, net_satang FROM decision") == [
        (300_00, PRICE, 300_00 - PRICE)
    ]


def test_a_death_is_paid_to_the_heir_through_the_bank_and_ends_the_spell_the_day_after(books: Books) -> None:
    claim = approved(books, _DEATH)
    assert rows_of(books, "SELECT ended_on, cause, resolution FROM spell WHERE member_id = 2") == [
        ("2026-11-09", "died", "มติ 1/2569")
    ]
    pay = PayClaim(claim, "cash", date(2026, 11, 12))
    told = refusal(books, lambda: pay_claim(books, pay))
    assert (told.code, told.values["limit_satang"]) == ("CASH_LIMIT_EXCEEDED", 5_000_00)
    done = pay_claim(books, replace(pay, out_of=BANK))
    assert done.net_satang == 15_000_00
    assert rows_of(books, "SELECT payee FROM voucher") == [("ทายาท ทดสอบ",)]
    assert code(books, pay_claim, replace(pay, out_of=BANK)) == "CLAIM_ALREADY_PAID"
    assert problems(books) == []


def test_a_claim_waits_when_its_heir_is_not_named_until_a_resolution_names_one(books: Books) -> None:
    with books.write("test") as w:
        w.connection.exec_driver_sql("UPDATE member SET heir_name = NULL WHERE id = 2")
        w.commit()
    claim, asked = request_claim(books, _DEATH)
    assert asked.assessment.reason == "HEIR_RESOLUTION"
    assert code(books, pay_claim, PayClaim(claim, BANK, date(2026, 11, 12))) == "CLAIM_NOT_APPROVED"
    decide_claim(
        books, DecideClaim(claim, "มติ 1/2569", (HeirShare("นายทายาท ตามมติ"),), on=date(2026, 11, 12))
    )
    pay_claim(books, PayClaim(claim, BANK, date(2026, 11, 12), share=1))
    assert rows_of(books, "SELECT payee FROM payment") == [("นายทายาท ตามมติ",)]


def test_a_refusal_is_kept_with_its_reason_and_cannot_be_paid(books: Books) -> None:
    claim, _ = request_claim(books, stay("0001", _LEFT, 0, date(2026, 11, 9)))
    assert code(books, pay_claim, PayClaim(claim, "cash", TODAY)) == "CLAIM_NOT_APPROVED"
    assert decide_claim(books, DecideClaim(claim, "มติ")).assessment.reason == "NO_NIGHT"
    assert code(books, pay_claim, PayClaim(claim, "cash", TODAY)) == "CLAIM_NOT_APPROVED"
    assert code(books, decide_claim, DecideClaim(claim, "มติ")) == "CLAIM_ALREADY_DECIDED"
    assert rows_of(books, "SELECT result, reason, gross_satang FROM decision") == [("REFUSE", "NO_NIGHT", 0)]


def test_what_nobody_knows_leaves_a_claim_waiting_until_it_is_told(books: Books) -> None:
    (member,) = add_people(books, 1, 1, through=None)
    claim, _ = request_claim(books, replace(_STAY, member_no=f"{member:04d}"))
    assert decide_claim(books, DecideClaim(claim, "มติ")).assessment.reason == "FACT_MISSING"
    assert rows_of(books, "SELECT state FROM claim") == [("pending",)]
    with books.write("test") as w:
        w.connection.exec_driver_sql(
            f"INSERT INTO coverage SELECT 900, id, 201503, 202610, 'declared', starts_on, NULL, NULL, NULL, salt"
            f" FROM spell WHERE member_id = {member}"
        )
        w.connection.exec_driver_sql(f"UPDATE spell SET coverage_known = 1 WHERE member_id = {member}")
        w.commit()
    assert decide_claim(books, DecideClaim(claim, "มติ 2")).assessment.result is Result.PAY
    assert rows_of(books, "SELECT result FROM decision ORDER BY id") == [("PENDING",), ("PAY",)]
    pay_claim(books, PayClaim(claim, "cash", TODAY))
    assert problems(books) == []


def test_the_same_stay_twice_is_a_duplicate_until_the_first_is_taken_back_and_withdrawn(books: Books) -> None:
    done = paid(books, _STAY)
    claim, shown = request_claim(books, _STAY)
    assert shown.assessment.reason == "DUPLICATE"
    reverse_entry(books, ReverseEntry(done.entry_id, "จ่ายผิดคน"))
    # The money came back; what was decided stands until it is withdrawn.
    assert rows_of(books, "SELECT state FROM claim ORDER BY id") == [("approved",), ("requested",)]
    assert assess_claim(books, _STAY).assessment.reason == "DUPLICATE"
    withdraw_claim(books, WithdrawClaim(1, "ยื่นผิดคน"))
    assert decide_claim(books, DecideClaim(claim, "มติ")).assessment.result is Result.PAY
    assert pay_claim(books, PayClaim(claim, "cash", TODAY)).voucher.number == 2
    assert problems(books) == []


def test_payment_that_came_back_is_paid_again(books: Books) -> None:
    done = paid(books, _STAY)
    reverse_entry(books, ReverseEntry(done.entry_id, "ไม่มารับ"))
    again = pay_claim(books, PayClaim(1, "cash", TODAY))
    assert (again.net_satang, again.voucher.number) == (done.net_satang, 2)
    assert rows_of(books, "SELECT state FROM claim") == [("paid",)]
    assert problems(books) == []


def test_two_that_ask_for_the_same_event_are_decided_one_after_the_other(books: Books) -> None:
    first, _ = request_claim(books, _STAY)
    second, _ = request_claim(books, _STAY)
    assert decide_claim(books, DecideClaim(second, "มติ")).assessment.result is Result.PAY
    assert decide_claim(books, DecideClaim(first, "มติ")).assessment.reason == "DUPLICATE"


def test_a_set_off_taken_back_leaves_the_month_owed(books: Books) -> None:
    before = money(books)
    done = paid(books, replace(_STAY, member_no="0025"))
    reverse_entry(books, ReverseEntry(done.entry_id, "ผิด"))
    assert {k: v for k, v in money(books).items() if v} == {k: v for k, v in before.items() if v}
    again = take_payment(books, TakePayment("0025", PRICE, TODAY))
    assert again.first_month == Period(2026, 10)


def test_a_pool_too_small_refuses_says_how_much_and_the_first_decided_comes_first(books: Books) -> None:
    welfare = money(books)["pool:welfare"]
    transfer_pool(books, TransferPool(date(2026, 11, 5), welfare - 500_00, "welfare", "reserve", "มติ"))
    first = approved(books, _STAY)
    second = approved(books, replace(_STAY, member_no="0003"))
    told = refusal(books, lambda: pay_claim(books, PayClaim(second, "cash", TODAY)))
    assert (told.code, told.values["there_satang"], told.values["free_satang"], told.values["missing_satang"]) == (
        "POOL_SHORT", 500_00, 200_00, 100_00,
    )  # fmt: skip
    pay_claim(books, PayClaim(first, "cash", TODAY))
    told = refusal(books, lambda: pay_claim(books, PayClaim(second, "cash", TODAY)))
    assert (told.values["free_satang"], told.values["missing_satang"]) == (200_00, 100_00)


def test_an_empty_cash_box_cannot_pay(books: Books) -> None:
    move_money(books, MoveMoney(date(2026, 11, 5), 2_900_00, "cash", BANK, "เหรัญญิก"))
    assert code(books, pay_claim, PayClaim(approved(books, _STAY), "cash", TODAY)) == "MONEY_SHORT"


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (replace(_STAY, member_no="9999"), "MEMBER_UNKNOWN"), (replace(_STAY, benefit="LOTTERY"), "BENEFIT_UNKNOWN"),
        (replace(_STAY, facts={}), "FACTS_INVALID"), (replace(_STAY, facts={"event": "วันก่อน"}), "FACTS_INVALID"),
        (replace(_STAY, facts={**_STAY.facts, "colour": "red"}), "FACTS_INVALID"),
        (replace(_STAY, claimed_on=date(2026, 12, 25)), "DATE_IN_FUTURE"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_for(books: Books, command: RequestClaim, expected: str) -> None:
    assert code(books, request_claim, command) == expected
    assert code(books, assess_claim, command) == expected


def test_deciding_needs_a_claim_and_a_resolution(books: Books) -> None:
    claim, _ = request_claim(books, _STAY)
    assert code(books, decide_claim, DecideClaim(claim, " ")) == "RESOLUTION_MISSING"
    assert code(books, decide_claim, DecideClaim(77, "มติ")) == "CLAIM_UNKNOWN"
    assert code(books, pay_claim, PayClaim(77, "cash", TODAY)) == "CLAIM_UNKNOWN"
    assert code(books, pay_claim, PayClaim(claim, "cash", date(2026, 11, 21))) == "DATE_IN_FUTURE"
    assert code(books, pay_claim, PayClaim(claim, "cash", date(2026, 10, 1))) == "DATE_BEFORE_BOOKS"


def test_claims_are_numbered_within_the_year_they_came(young: Path) -> None:
    numbers = []
    for today in (date(2026, 12, 30), date(2027, 1, 4)):
        with open_fund(young, on(today)) as books:
            for member in ("0001", "0002"):
                request_claim(books, stay(member, date(2026, 12, 20), 2, today))
            numbers = rows_of(books, "SELECT fiscal_year, number FROM claim ORDER BY id")
            assert problems(books) == []
    assert numbers == [(2026, 1), (2026, 2), (2027, 1), (2027, 2)]


def test_a_claim_decided_after_death_is_still_the_members_event(young: Path) -> None:
    """9.11 rule 8: an event up to and including the day of death, claimed by the heir."""
    assert young.read_bytes() == young_bytes()
    with open_fund(young, on(TODAY)) as books:
        approved(books, _DEATH)
        last = stay("0002", date(2026, 11, 8), 2, date(2026, 11, 15))
        assert paid(books, last, day=TODAY).net_satang == 200_00
        late = stay("0002", date(2026, 11, 9), 1, date(2026, 11, 15))
        assert assess_claim(books, late).assessment.result is Result.REFUSE


def test_a_night_that_was_claimed_before_is_told_before_the_meeting_decides(books: Books) -> None:
    first = RequestClaim(
        "0001", "HOSP", {"event": "2026-11-08", "admitted": "2026-11-05"}, date(2026, 11, 10)
    )
    approved(books, first)
    again = replace(first, facts={"event": "2026-11-09", "admitted": "2026-11-07"})
    told = assess_claim(books, again).assessment
    assert (told.result, [finding.code for finding in told.findings]) == (Result.PAY, ["NIGHTS_SHARED"])
    after = replace(first, facts={"event": "2026-11-10", "admitted": "2026-11-08"})
    assert [finding.code for finding in assess_claim(books, after).assessment.findings] == []


def test_the_heirs_voucher_names_the_member_and_never_shows_her_number_as_his(books: Books) -> None:
    claim = approved(books, _DEATH)
    pay_claim(books, PayClaim(claim, BANK, date(2026, 11, 12)))
    (paper,) = vouchers_dated(books, date(2026, 11, 1), date(2026, 11, 30))
    (name,) = rows_of(books, "SELECT title || given_name || ' ' || family_name FROM member WHERE id = 2")[0]
    assert (paper.payee, paper.national_id) == ("ทายาท ทดสอบ", "")
    assert name in paper.lines[0].words
