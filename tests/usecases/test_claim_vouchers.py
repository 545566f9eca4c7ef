"""What a claim's voucher says: it adds up, names everybody whose hand was in it, and the month's paper counts claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.funds import BANK, NOVEMBER, PRICE, TODAY, on, problems, stay, young_bytes
from tests.usecases.test_claim_thief import HEIRS, OTHERS, PAID_ON, STAY, approved, share
from wangfund.domain.papers.voucher_paper import VoucherPaper
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.text.paper_words import step_words, voucher_line_words
from wangfund.usecases.month_pack import month_pack
from wangfund.usecases.network_figures import network_figures
from wangfund.usecases.paper_rows import vouchers_dated
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.take_payment import TakePayment, take_payment


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    path = tmp_path / "fund.wangfund"
    path.write_bytes(young_bytes())
    with open_fund(path, on(TODAY)) as made:
        yield made
        assert problems(made) == []


def vouchers(books: Books) -> tuple[VoucherPaper, ...]:
    papers = vouchers_dated(books, NOVEMBER.first_day, NOVEMBER.last_day)
    for paper in papers:
        assert sum(line.amount_satang for line in paper.lines) == paper.amount_satang
        assert sum(step.amount_satang for step in paper.steps) == paper.amount_satang
    return papers


def test_vouchers_of_heirs_each_add_up_to_their_share(books: Books) -> None:
    claim = approved(books, OTHERS, heirs=HEIRS)
    paid = [pay_claim(books, share(claim, number)) for number in (1, 2, 3)]
    papers = vouchers(books)
    assert [paper.amount_satang for paper in papers] == [one.net_satang for one in paid]
    assert sum(paper.lines[0].amount_satang for paper in papers) == 15_000_00
    assert "ส่วนที่ 2 จาก 3" in voucher_line_words(papers[1].lines[0])[0]
    assert step_words(papers[1].steps[-1]) == "ส่วนของทายาทคนอื่น ผู้รับเงินได้ 1 ใน 3 ส่วน"


def test_voucher_adds_up_when_the_months_owed_were_paid_meanwhile(books: Books) -> None:
    claim = approved(books, stay("0025", date(2026, 11, 2), 3, date(2026, 11, 9)))
    take_payment(books, TakePayment("0025", PRICE, date(2026, 11, 11)))
    assert pay_claim(books, PayClaim(claim, "cash", PAID_ON)).setoff_satang == 0
    (paper,) = vouchers(books)
    assert (paper.amount_satang, len(paper.lines)) == (300_00, 1)
    assert "step:SET_OFF" not in {step.code for step in paper.steps}


def test_voucher_says_the_days_the_slip_and_every_hand(books: Books) -> None:
    claim = approved(books, STAY, approver="นายหนึ่ง ทดสอบ, นางสอง ทดสอบ")
    pay = PayClaim(claim, BANK, PAID_ON, slip="T-77", payer="นางสอง ทดสอบ", reason="อยู่คนเดียว")
    pay_claim(books, replace(pay, proxy="นายหลาน ทดสอบ", proxy_papers="ใบมอบฉันทะ"))
    (paper,) = vouchers(books)
    assert voucher_line_words(paper.lines[0], "night")[1] == "30 ต.ค. 2569–2 พ.ย. 2569"
    assert (paper.slip, paper.payer, paper.proxy, paper.proxy_papers) == (
        "T-77",
        "นางสอง ทดสอบ",
        "นายหลาน ทดสอบ",
        "ใบมอบฉันทะ",
    )
    assert (paper.approvers, paper.approver_names) == (3, ("นายหนึ่ง ทดสอบ", "นางสอง ทดสอบ"))
    assert paper.one_hand_reason == "อยู่คนเดียว"
    (line,) = month_pack(books, NOVEMBER).paid
    assert line.one_hand == "นางสอง ทดสอบ: อยู่คนเดียว"


def test_what_a_meeting_approved_is_not_signed_by_the_village(books: Books) -> None:
    pay_claim(books, PayClaim(approved(books, STAY, by="meeting"), "cash", PAID_ON))
    (paper,) = vouchers(books)
    assert (paper.approvers, paper.approver_names) == (0, ("นายสมมติ ทดลอง",))
    (line,) = month_pack(books, NOVEMBER).paid
    assert line.one_hand == ""


def test_heirs_who_share_one_death_are_one_case(books: Books) -> None:
    claim = approved(books, OTHERS, heirs=HEIRS)
    for number in (1, 2, 3):
        pay_claim(books, share(claim, number))
    pack = month_pack(books, NOVEMBER)
    assert [(line.account, line.month_cases, line.month_satang) for line in pack.benefits] == [
        ("5104", 1, 15_000_00)
    ]
    assert len(pack.paid) == 3
    figures = network_figures(books, TODAY)
    assert [(one.cases, one.satang) for one in figures.benefits] == [(1, 15_000_00)]
