"""Somebody at the desk who wants more money out of a claim than was decided, or for somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.funds import BANK, PRICE, TODAY, money, on, problems, rows_of, stay, young_bytes
from tests.usecases.refusals import code, refusal
from wangfund.domain.eligibility.assessment import Result
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.usecases.approval_sheet import approval_sheet
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.end_membership import EndMembership, end_membership
from wangfund.usecases.heir_shares import HeirShare
from wangfund.usecases.info import fund_info
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.payment_offer import payment_offer
from wangfund.usecases.request_claim import RequestClaim, request_claim
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.withdraw_claim import WithdrawClaim, withdraw_claim

PAID_ON = date(2026, 11, 12)
STAY = stay("0001", date(2026, 11, 2), 3, date(2026, 11, 9))
DEATH = RequestClaim("0025", "DEATH", {"event": "2026-11-08"}, date(2026, 11, 10))
OTHERS = replace(DEATH, facts={"event": "2026-11-08", "payee_is_beneficiary": False})
HEIRS = (HeirShare("นางกอ ทดสอบ", "บุตร"), HeirShare("นายขอ ทดสอบ", "บุตร"), HeirShare("นายคอ ทดสอบ", "หลาน"))


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    path = tmp_path / "fund.wangfund"
    path.write_bytes(young_bytes())
    with open_fund(path, on(TODAY)) as made:
        yield made
        assert problems(made) == []


def approved(books: Books, command: RequestClaim, **told: object) -> int:
    claim, _ = request_claim(books, command)
    answer = decide_claim(books, DecideClaim(claim, "มติ 1/2569", **{"on": command.claimed_on, **told}))  # type: ignore[arg-type]
    assert answer.assessment.result is Result.PAY, answer.assessment
    return claim


def share(claim: int, number: int) -> PayClaim:
    return PayClaim(claim, BANK, PAID_ON, share=number)


def test_claim_of_which_one_heir_has_her_share_is_not_withdrawn_and_asked_again(books: Books) -> None:
    claim = approved(books, OTHERS, heirs=HEIRS)
    first = pay_claim(books, share(claim, 1))
    assert code(books, withdraw_claim, WithdrawClaim(claim, "ยื่นใหม่")) == "CLAIM_PART_PAID"
    again, _ = request_claim(books, OTHERS)
    assert decide_claim(books, DecideClaim(again, "มติ 2/2569")).assessment.reason == "DUPLICATE"
    reverse_entry(books, ReverseEntry(first.entry_id, "โอนไม่สำเร็จ"))
    withdraw_claim(books, WithdrawClaim(claim, "ยื่นใหม่"))
    assert rows_of(books, "SELECT state FROM claim ORDER BY id") == [("withdrawn",), ("refused",)]


def test_promise_is_what_is_still_to_be_paid(books: Books) -> None:
    claim = approved(books, OTHERS, heirs=HEIRS)
    whole = fund_info(books).promises
    assert (whole.approved_unpaid_cases, whole.approved_unpaid_satang) == (1, 15_000_00 - PRICE)
    first = pay_claim(books, share(claim, 1))
    rest = fund_info(books).promises
    assert rest.approved_unpaid_cases == 1
    assert rest.approved_unpaid_satang == whole.approved_unpaid_satang - first.net_satang
    offer = payment_offer(books, claim, 2)
    assert offer.promised_satang == rest.approved_unpaid_satang
    there = -sum(satang for name, satang in money(books).items() if name == "pool:welfare") * -1
    gross_left = 15_000_00 - first.net_satang - first.setoff_satang
    assert approval_sheet(books).pool_satang == there - gross_left


def test_payment_that_came_back_is_promised_again(books: Books) -> None:
    done = pay_claim(books, PayClaim(approved(books, STAY), "cash", PAID_ON))
    assert fund_info(books).promises.approved_unpaid_satang == 0
    reverse_entry(books, ReverseEntry(done.entry_id, "โอนไม่สำเร็จ"))
    assert fund_info(books).promises.approved_unpaid_satang == 300_00


def test_those_who_come_first_need_only_what_is_still_to_be_paid(books: Books) -> None:
    claim = approved(books, OTHERS, heirs=HEIRS)
    later = approved(books, STAY, on=PAID_ON)
    assert payment_offer(books, later).ahead_satang == 15_000_00
    first = pay_claim(books, share(claim, 1))
    assert payment_offer(books, later).ahead_satang == 15_000_00 - first.net_satang - first.setoff_satang


def test_set_off_of_a_share_that_came_back_is_taken_again_and_once(books: Books) -> None:
    claim = approved(books, OTHERS, heirs=HEIRS)
    first = pay_claim(books, share(claim, 1))
    assert first.setoff_satang == PRICE
    pay_claim(books, share(claim, 2))
    reverse_entry(books, ReverseEntry(first.entry_id, "โอนไม่สำเร็จ"))
    third = pay_claim(books, share(claim, 3))
    again = pay_claim(books, share(claim, 1))
    assert (third.setoff_satang, again.setoff_satang) == (PRICE, 0)
    assert rows_of(
        books,
        "SELECT sum(gross_satang), sum(gross_satang - net_satang) FROM payment WHERE reversed_by IS NULL",
    ) == [(15_000_00, PRICE)]
    assert rows_of(books, "SELECT count(*) FROM coverage WHERE kind = 'setoff' AND reversed_by IS NULL") == [
        (1,)
    ]


def test_heir_changed_in_the_register_after_the_meeting_changes_nobody_paid(books: Books) -> None:
    claim = approved(books, DEATH)
    with books.write("test") as w:
        w.connection.exec_driver_sql("UPDATE member SET heir_name = 'นายโจร ทดสอบ' WHERE member_no = '0025'")
        w.commit()
    assert code(books, pay_claim, PayClaim(claim, BANK, PAID_ON, "นายโจร ทดสอบ")) == "PAYEE_CHANGED"
    pay_claim(books, PayClaim(claim, BANK, PAID_ON))
    assert rows_of(books, "SELECT payee FROM voucher") == [("ทายาท ทดสอบ",)]


def test_payee_typed_at_the_payment_is_whom_the_decision_means(books: Books) -> None:
    claim = approved(books, STAY)
    (name,) = rows_of(books, "SELECT title || given_name || ' ' || family_name FROM member WHERE id = 1")[0]
    assert code(books, pay_claim, PayClaim(claim, "cash", PAID_ON, "นายโจร ทดสอบ")) == "PAYEE_CHANGED"
    pay_claim(books, PayClaim(claim, "cash", PAID_ON, name.removeprefix("นาง")))
    assert rows_of(books, "SELECT payee FROM payment") == [(name,)]


def test_heir_of_the_resolution_cannot_be_somebody_else_at_the_payment(books: Books) -> None:
    claim = approved(books, OTHERS, heirs=HEIRS)
    assert code(books, pay_claim, replace(share(claim, 1), payee="นายโจร ทดสอบ")) == "PAYEE_CHANGED"


@pytest.mark.parametrize("payee", ["นายโจร ทดสอบ", "ทายาทโจร ทดสอบ"])
def test_death_that_somebody_else_than_the_named_heir_fetches_waits_for_the_heirs(
    books: Books, payee: str
) -> None:
    claim, answer = request_claim(books, replace(DEATH, facts={"event": "2026-11-08", "payee": payee}))
    assert answer.assessment.reason == "HEIR_RESOLUTION"
    assert decide_claim(books, DecideClaim(claim, "มติ")).assessment.result is Result.PENDING


def test_death_without_a_named_heir_waits_for_the_heirs(books: Books) -> None:
    with books.write("test") as w:
        w.connection.exec_driver_sql("UPDATE member SET heir_name = NULL")
        w.commit()
    _, answer = request_claim(books, DEATH)
    assert answer.assessment.reason == "HEIR_RESOLUTION"
    assert answer.assessment.gross_satang == 15_000_00


def test_the_dead_are_not_paid_but_their_heir(books: Books) -> None:
    claim = approved(books, STAY)
    (name,) = rows_of(books, "SELECT title || given_name || ' ' || family_name FROM member WHERE id = 1")[0]
    end_membership(books, EndMembership("0001", "died", date(2026, 11, 11)))
    assert code(books, pay_claim, PayClaim(claim, "cash", PAID_ON, name)) == "PAYEE_CHANGED"
    pay_claim(books, PayClaim(claim, "cash", PAID_ON))
    assert rows_of(books, "SELECT payee FROM voucher") == [("ทายาท ทดสอบ",)]


def test_one_who_fetches_the_money_for_another_shows_papers(books: Books) -> None:
    claim = approved(books, STAY)
    fetched = PayClaim(claim, "cash", PAID_ON, proxy="นายหลาน ทดสอบ")
    assert code(books, pay_claim, fetched) == "PROXY_WITHOUT_PAPERS"
    pay_claim(books, replace(fetched, proxy_papers="ใบมอบฉันทะ สำเนาบัตร"))
    assert rows_of(books, "SELECT proxy, proxy_papers FROM payment") == [
        ("นายหลาน ทดสอบ", "ใบมอบฉันทะ สำเนาบัตร")
    ]
    assert rows_of(books, "SELECT count(*) FROM payment WHERE payee = 'นายหลาน ทดสอบ'") == [(0,)]


def test_one_who_approved_pays_only_with_a_reason(books: Books) -> None:
    claim = approved(books, STAY, approver="นายกรรมการ ทดสอบ, นางตัวอย่าง  ทดลอง")
    pay = PayClaim(claim, "cash", PAID_ON)
    assert refusal(books, lambda: pay_claim(books, pay)).values["payer"] == "นางตัวอย่าง ทดลอง"
    assert code(books, pay_claim, replace(pay, payer="กรรมการ ทดสอบ")) == "APPROVER_PAYS"
    pay_claim(books, replace(pay, reason="เหรัญญิกคนเดียวที่อยู่"))
    assert rows_of(books, "SELECT payer, one_hand_reason FROM payment") == [
        ("นางตัวอย่าง ทดลอง", "เหรัญญิกคนเดียวที่อยู่")
    ]


def test_meeting_is_signed_by_its_chairman_and_another_may_pay(books: Books) -> None:
    claim = approved(books, DEATH)
    assert rows_of(books, "SELECT approver FROM decision") == [("นายสมมติ ทดลอง",)]
    assert code(books, pay_claim, PayClaim(claim, BANK, PAID_ON, payer="นายสมมติ ทดลอง")) == "APPROVER_PAYS"
    pay_claim(books, PayClaim(claim, BANK, PAID_ON, slip="T-0091"))
    assert rows_of(books, "SELECT slip, one_hand_reason FROM payment") == [("T-0091", None)]


def test_village_committee_approves_no_more_than_the_rules_let_it(books: Books) -> None:
    claim, _ = request_claim(books, DEATH)
    told = DecideClaim(claim, "กรรมการหมู่ 3", by="committee")
    assert refusal(books, lambda: decide_claim(books, told)).values["limit_satang"] == 1_000_00
    small, _ = request_claim(books, STAY)
    decide_claim(books, DecideClaim(small, "กรรมการหมู่ 1", by="committee"))
    assert rows_of(books, "SELECT state FROM claim ORDER BY id") == [("requested",), ("approved",)]


def test_meeting_says_no_to_what_the_rules_would_pay_and_nothing_can_be_paid(books: Books) -> None:
    claim, _ = request_claim(books, STAY)
    said = decide_claim(books, DecideClaim(claim, "มติ 1/2569", refuse="ใบรับรองไม่ตรงกับโรงพยาบาล"))
    assert (said.assessment.result, said.assessment.reason) == (Result.REFUSE, "REFUSED_BY_MEETING")
    assert rows_of(books, "SELECT state FROM claim") == [("refused",)]
    assert rows_of(books, "SELECT gross_satang, net_satang, units FROM decision") == [(0, 0, 0)]
    assert code(books, pay_claim, PayClaim(claim, "cash", PAID_ON)) == "CLAIM_NOT_APPROVED"
    again, _ = request_claim(books, STAY)
    assert decide_claim(books, DecideClaim(again, "มติ 2/2569")).assessment.result is Result.PAY


def test_meeting_says_no_to_what_waits_and_a_refusal_of_the_rules_stays_theirs(books: Books) -> None:
    claim, _ = request_claim(books, OTHERS)
    no = DecideClaim(claim, "มติ 1/2569", HEIRS, refuse="ไม่มีผู้นำหลักฐานมา")
    assert decide_claim(books, no).assessment.reason == "REFUSED_BY_MEETING"
    assert rows_of(books, "SELECT count(*) FROM spell WHERE ended_on IS NOT NULL") == [(0,)]
    night, _ = request_claim(books, stay("0001", date(2026, 11, 2), 0, date(2026, 11, 9)))
    decided = decide_claim(books, DecideClaim(night, "มติ", refuse="เหตุผลอื่น"))
    assert decided.assessment.reason == "NO_NIGHT"


def test_death_on_another_day_than_the_register_says_is_told_apart(books: Books) -> None:
    end_membership(books, EndMembership("0025", "died", date(2026, 11, 9)))
    wrong = refusal(books, lambda: request_claim(books, DEATH))
    assert [(one.code, one.field) for one in wrong.findings] == [("DEATH_DAY_DIFFERS", "event")]
    _, answer = request_claim(books, replace(DEATH, facts={"event": "2026-11-09"}))
    assert answer.assessment.result is Result.PAY
