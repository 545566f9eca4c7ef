"""Heirs by resolution: named, cut by parts to the satang, a voucher each, every share once."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.funds import TODAY, money, problems, rows_of
from tests.usecases.refusals import refusal
from wangfund.domain.eligibility.assessment import Result
from wangfund.domain.money import split_by_parts
from wangfund.store.books import Books
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.heir_shares import HeirShare
from wangfund.usecases.paper_rows import vouchers_dated
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.request_claim import RequestClaim, request_claim
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry

_DEATH = RequestClaim(
    "0002", "DEATH", {"event": "2026-11-08", "payee_is_beneficiary": False}, date(2026, 11, 10)
)
_THREE = (HeirShare("นางกอ ใจดี", "บุตร"), HeirShare("นายขอ ใจดี", "บุตร"), HeirShare("นางสาวคอ ใจดี", "หลาน"))


def decided(books: Books, heirs: tuple[HeirShare, ...] = _THREE) -> tuple[int, int]:
    claim, asked = request_claim(books, _DEATH)
    assert asked.assessment.result is Result.PENDING
    answer = decide_claim(books, DecideClaim(claim, "มติ 1/2569", heirs)).assessment
    assert answer.result is Result.PAY
    return claim, answer.gross_satang


def test_claim_that_waits_for_heirs_is_paid_in_shares_that_add_up(books: Books) -> None:
    before = money(books)["pool:welfare"]
    claim, gross = decided(books)
    paid = [pay_claim(books, PayClaim(claim, "ธ.ก.ส. นาสุข", TODAY, share=n)) for n in (2, 1, 3)]
    setoff = sum(p.setoff_satang for p in paid)
    assert sum(p.net_satang + p.setoff_satang for p in paid) == gross
    nets = sorted(p.net_satang for p in paid)
    assert nets[-1] - nets[0] <= 2
    assert rows_of(books, f"SELECT state FROM claim WHERE id = {claim}") == [("paid",)]
    assert len({p.voucher.number for p in paid}) == 3
    assert {v.payee for v in vouchers_dated(books, TODAY, TODAY)} == {heir.name for heir in _THREE}
    assert before - money(books)["pool:welfare"] >= gross - setoff
    assert not problems(books)


def test_each_share_is_paid_once_and_only_those_named(books: Books) -> None:
    claim, _ = decided(books)
    pay_claim(books, PayClaim(claim, "ธ.ก.ส. นาสุข", TODAY, share=1))
    for share, code in (
        (1, "SHARE_PAID"),
        (0, "SHARE_NOT_NAMED"),
        (4, "SHARE_NOT_NAMED"),
        (-1, "SHARE_NOT_NAMED"),
    ):
        command = PayClaim(claim, "ธ.ก.ส. นาสุข", TODAY, share=share)
        assert refusal(books, partial(pay_claim, books, command)).code == code
    assert rows_of(books, f"SELECT state FROM claim WHERE id = {claim}") == [("approved",)]


def test_share_taken_back_is_paid_again_and_no_more(books: Books) -> None:
    claim, gross = decided(books)
    paid = [pay_claim(books, PayClaim(claim, "ธ.ก.ส. นาสุข", TODAY, share=n)) for n in (1, 2)]
    reverse_entry(books, ReverseEntry(paid[1].entry_id, "จ่ายผิดคน"))
    pay_claim(books, PayClaim(claim, "ธ.ก.ส. นาสุข", TODAY, share=2))
    pay_claim(books, PayClaim(claim, "ธ.ก.ส. นาสุข", TODAY, share=3))
    standing = f"SELECT sum(gross_satang) FROM payment WHERE claim_id = {claim} AND reversed_by IS NULL"
    assert rows_of(books, standing) == [(gross,)]
    assert not problems(books)


@pytest.mark.parametrize(
    ("heirs", "code"),
    [
        ((HeirShare("  "),), "HEIR_UNNAMED"),
        ((HeirShare("ก"), HeirShare(" ก ")), "HEIR_TWICE"),
        ((HeirShare("ก", parts=0),), "HEIR_WITHOUT_PART"),
    ],
)
def test_heirs_that_cannot_be_are_refused(books: Books, heirs: tuple[HeirShare, ...], code: str) -> None:
    claim, _ = request_claim(books, _DEATH)
    assert refusal(books, lambda: decide_claim(books, DecideClaim(claim, "มติ", heirs))).code == code


def test_heirs_where_nobody_asked_for_them_are_refused(books: Books) -> None:
    claim, _ = request_claim(
        books, RequestClaim("0002", "DEATH", {"event": "2026-11-08"}, date(2026, 11, 10))
    )
    command = DecideClaim(claim, "มติ", _THREE)
    assert refusal(books, lambda: decide_claim(books, command)).code == "HEIRS_NOT_ASKED"


@pytest.mark.parametrize(
    ("day", "code"), [(date(2026, 11, 9), "MEETING_BEFORE_CLAIM"), (date(2026, 11, 21), "DATE_IN_FUTURE")]
)
def test_meeting_is_on_a_day_it_can_have_been(books: Books, day: date, code: str) -> None:
    claim, _ = request_claim(books, _DEATH)
    command = DecideClaim(claim, "มติ", _THREE, on=day)
    assert refusal(books, lambda: decide_claim(books, command)).code == code
    decide_claim(books, DecideClaim(claim, "มติ", _THREE, on=date(2026, 11, 12)))
    assert rows_of(books, "SELECT decided_on FROM decision") == [("2026-11-12",)]


@given(st.integers(0, 10**9), st.lists(st.integers(0, 50), min_size=1, max_size=9).filter(any))
def test_parts_add_up_and_keep_their_order_of_size(amount: int, parts: list[int]) -> None:
    cut = split_by_parts(amount, parts)
    assert sum(cut) == amount
    assert min(cut) >= 0
    for at, part in enumerate(parts):
        assert abs(cut[at] - amount * part / sum(parts)) <= len(parts)
