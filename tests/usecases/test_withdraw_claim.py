"""A claim may be taken back until it is paid; its number stays and its room is free again."""

from __future__ import annotations

from datetime import date

from tests.usecases.refusals import code, refusal
from wangfund.store.books import Books
from wangfund.text.messages import say
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.request_claim import RequestClaim, request_claim
from wangfund.usecases.withdraw_claim import WithdrawClaim, withdraw_claim

_STAY = RequestClaim("0001", "HOSP", {"event": "2026-11-05", "admitted": "2026-11-02"}, date(2026, 11, 10))


def test_a_claim_approved_wrongly_is_withdrawn_and_the_right_one_is_paid(books: Books) -> None:
    wrong, _ = request_claim(books, _STAY)
    decide_claim(books, DecideClaim(wrong, "มติ 1", on=date(2026, 11, 12)))
    assert withdraw_claim(books, WithdrawClaim(wrong, "บันทึกวันผิด")) == 1
    assert code(books, withdraw_claim, WithdrawClaim(wrong, "อีกครั้ง")) == "CLAIM_STAYS"
    assert code(books, pay_claim, PayClaim(wrong, "cash", date(2026, 11, 12))) == "CLAIM_NOT_APPROVED"
    right, _ = request_claim(books, _STAY)
    assert (
        decide_claim(books, DecideClaim(right, "มติ 2", on=date(2026, 11, 12))).assessment.gross_satang
        == 300_00
    )
    pay_claim(books, PayClaim(right, "cash", date(2026, 11, 12)))
    stays = refusal(books, lambda: withdraw_claim(books, WithdrawClaim(right, "ไม่ขอรับ")))
    assert stays.code == "CLAIM_STAYS"
    assert "(จ่ายแล้ว)" in say(stays.code, stays.values).message


def test_a_withdrawal_says_why(books: Books) -> None:
    claim, _ = request_claim(books, _STAY)
    assert code(books, withdraw_claim, WithdrawClaim(claim, "  ")) == "REASON_MISSING"


def test_money_is_not_paid_before_the_event(books: Books) -> None:
    claim, _ = request_claim(books, _STAY)
    decide_claim(books, DecideClaim(claim, "มติ 1", on=date(2026, 11, 12)))
    assert code(books, pay_claim, PayClaim(claim, "cash", date(2026, 11, 4))) == "PAID_BEFORE_EVENT"


def test_money_is_not_paid_before_the_meeting_said_so(books: Books) -> None:
    claim, _ = request_claim(books, _STAY)
    decide_claim(books, DecideClaim(claim, "มติ 1", on=date(2026, 11, 16)))
    assert code(books, pay_claim, PayClaim(claim, "cash", date(2026, 11, 15))) == "PAID_BEFORE_DECISION"
    assert pay_claim(books, PayClaim(claim, "cash", date(2026, 11, 16))).net_satang == 300_00
