"""What the page of claims reads: the list, one claim as stored, the answer while typing, the payment to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from tests.funds import BANK, PRICE, money, problems, rows_of, stay
from tests.usecases.refusals import code, refusal
from wangfund.domain.eligibility.assessment import Result
from wangfund.domain.errors import Refused
from wangfund.store.books import Books
from wangfund.usecases.amend_claim import AmendClaim, amend_claim
from wangfund.usecases.benefits_in_force import benefits_in_force
from wangfund.usecases.claim_answer import answer_claim
from wangfund.usecases.claim_view import claim_view
from wangfund.usecases.claims_list import claims_list
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.payment_offer import payment_offer
from wangfund.usecases.request_claim import RequestClaim, assess_claim, request_claim
from wangfund.usecases.request_form import request_form
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.take_payment import TakePayment, take_payment

ASKED = date(2026, 11, 9)
STAY = stay("0001", date(2026, 11, 2), 3, ASKED)
OWING = stay("0025", date(2026, 11, 2), 3, ASKED)


def entered(books: Books, command: RequestClaim, *, decided: bool = False) -> int:
    claim, _ = request_claim(books, command)
    if decided:
        decide_claim(books, DecideClaim(claim, "มติ 1/2569", on=command.claimed_on))
    return claim


def test_the_list_holds_every_claim_of_the_year_newest_first(books: Books) -> None:
    waiting = entered(books, STAY)
    approved = entered(books, OWING, decided=True)
    found = claims_list(books)
    assert [row.id for row in found.rows] == [approved, waiting]
    assert [(row.state, row.net_satang) for row in found.rows] == [("approved", 270_00), ("requested", 0)]
    rows = rows_of(books, "SELECT number, event_on, claimed_on FROM claim ORDER BY id DESC")
    assert [(row.number, row.event_on.isoformat(), row.claimed_on.isoformat()) for row in found.rows] == rows


def test_claims_that_wait_are_listed_in_any_year(books: Books) -> None:
    waiting = entered(books, STAY)
    paid = entered(books, OWING, decided=True)
    pay_claim(books, PayClaim(paid, "cash", date(2026, 11, 12)))
    year = rows_of(books, "SELECT DISTINCT fiscal_year FROM claim")[0][0]
    other = claims_list(books, year - 3)
    assert [row.id for row in other.rows] == [waiting]
    assert year in other.years


def test_the_answer_while_typing_is_what_is_stored_when_it_is_decided(books: Books) -> None:
    shown = answer_claim(books, OWING)
    assert shown.assessment == assess_claim(books, OWING).assessment
    claim = entered(books, OWING, decided=True)
    seen = claim_view(books, claim)
    assert seen.stored
    stored = seen.answer.assessment
    assert replace(stored, setoff=shown.assessment.setoff) == shown.assessment
    assert (stored.net_satang, stored.setoff.months) == (270_00, 1)
    assert seen.answer.checks == shown.checks


def test_what_was_decided_is_shown_although_the_register_changes(books: Books) -> None:
    claim = entered(books, OWING, decided=True)
    before = claim_view(books, claim).answer.assessment
    take_payment(books, TakePayment("0025", PRICE, date(2026, 11, 15)))
    assert claim_view(books, claim).answer.assessment == before
    assert (before.net_satang, payment_offer(books, claim).net_satang) == (270_00, 300_00)


def test_a_claim_that_waits_is_answered_as_of_now(books: Books) -> None:
    claim = entered(books, OWING)
    assert claim_view(books, claim).answer.assessment.net_satang == 270_00
    take_payment(books, TakePayment("0025", PRICE, date(2026, 11, 15)))
    seen = claim_view(books, claim)
    assert (seen.stored, seen.answer.assessment.net_satang) == (False, 300_00)


def test_a_paid_claim_shows_its_voucher_and_one_taken_back_says_so(books: Books) -> None:
    claim = entered(books, OWING, decided=True)
    name = claim_view(books, claim).payee
    done = pay_claim(books, PayClaim(claim, BANK, date(2026, 11, 12)))
    (paid,) = claim_view(books, claim).payments
    assert (paid.voucher_number, paid.payee, paid.net_satang, paid.setoff_satang) == (
        done.voucher.number,
        name,
        270_00,
        30_00,
    )
    reverse_entry(books, ReverseEntry(done.entry_id, "จ่ายผิดคน"))
    seen = claim_view(books, claim)
    assert (seen.payments[0].taken_back, seen.stored, seen.answer.assessment.net_satang) == (
        True,
        True,
        270_00,
    )
    assert seen.state in {"approved", "reversed"}


def test_the_offer_is_what_paying_does(books: Books) -> None:
    claim = entered(books, OWING, decided=True)
    entered(books, STAY, decided=True)
    offer = payment_offer(books, claim)
    there = money(books)
    assert dict(offer.places) == {"cash": there["1100"], BANK: there["1201"]}
    assert (offer.pool_satang, offer.ahead_satang, offer.promised_satang) == (
        there["pool:welfare"],
        0,
        570_00,
    )
    done = pay_claim(books, PayClaim(claim, "cash", date(2026, 11, 12)))
    assert (done.net_satang, done.setoff_satang) == (offer.net_satang, offer.setoff_satang)
    assert code(books, payment_offer, claim) == "CLAIM_ALREADY_PAID"


def test_a_claim_not_approved_has_no_offer(books: Books) -> None:
    assert code(books, payment_offer, entered(books, STAY)) == "CLAIM_NOT_APPROVED"


def test_papers_that_came_put_a_claim_right_and_its_number_stays(books: Books) -> None:
    waits = replace(STAY, facts={**STAY.facts, "missing_docs": ["ใบรับรองการนอนรักษาตัว"]})
    claim = entered(books, waits, decided=True)
    seen = claim_view(books, claim)
    assert (seen.state, seen.missing_papers) == ("pending", ("ใบรับรองการนอนรักษาตัว",))
    assert seen.answer.if_complete is not None
    assert seen.answer.if_complete.net_satang == 300_00
    amend_claim(books, AmendClaim(claim, "HOSP", STAY.facts))
    again = claim_view(books, claim)
    assert (again.number, again.answer.claimed_on, again.missing_papers) == (seen.number, ASKED, ())
    decide_claim(books, DecideClaim(claim, "มติ 2/2569"))
    assert claim_view(books, claim).state == "approved"
    assert problems(books) == []


def test_a_decided_claim_is_not_amended_and_wrong_facts_change_nothing(books: Books) -> None:
    waits, decided = entered(books, STAY), entered(books, OWING, decided=True)
    assert code(books, amend_claim, AmendClaim(decided, "HOSP", OWING.facts)) == "CLAIM_ALREADY_DECIDED"
    refused = refusal(books, lambda: amend_claim(books, AmendClaim(waits, "HOSP", {"event": "31/4/2569"})))
    assert [f.field for f in refused.findings] == ["event"]
    assert code(books, amend_claim, AmendClaim(waits, "NOPE", STAY.facts)) == "BENEFIT_UNKNOWN"
    assert code(books, amend_claim, AmendClaim(999, "HOSP", STAY.facts)) == "CLAIM_UNKNOWN"


def test_the_name_of_who_fetches_the_money_is_kept_and_decides_nothing(books: Books) -> None:
    named = replace(STAY, facts={**STAY.facts, "payee": "นายแทน ทดลอง"})
    assert assess_claim(books, named).assessment == assess_claim(books, STAY).assessment
    seen = claim_view(books, entered(books, named))
    assert (seen.payee, seen.payee_told) == ("นายแทน ทดลอง", "นายแทน ทดลอง")
    for wrong in ("ก" * 201, 7, ["ก"]):
        bad = replace(STAY, facts={**STAY.facts, "payee": wrong})
        assert refusal(books, partial(request_claim, books, bad)).findings[0].field == "payee"


def test_a_death_is_paid_to_the_heir_and_says_that_it_ends_the_membership(books: Books) -> None:
    died = RequestClaim("0002", "DEATH", {"event": "2026-11-08"}, date(2026, 11, 10))
    seen = claim_view(books, entered(books, died))
    assert (seen.payee, seen.ends_membership) == ("ทายาท ทดสอบ", True)


def test_this_years_claims_stand_beside_a_new_one(books: Books) -> None:
    entered(books, STAY, decided=True)
    later = stay("0001", date(2026, 11, 14), 2, date(2026, 11, 16))
    answer = answer_claim(books, later)
    assert [(one.gross_satang, one.units, one.state) for one in answer.year] == [(300_00, 3, "approved")]
    ceiling = next(step for step in answer.checks if step.code == "CHECK_CEILING")
    assert (ceiling.values["used_satang"], ceiling.values["total_satang"]) == (300_00, 500_00)
    last_year = answer_claim(books, stay("0001", date(2025, 11, 2), 3, date(2025, 11, 9)))
    assert last_year.year == ()


def test_a_full_year_says_when_it_begins_anew(books: Books) -> None:
    for day in (2, 6, 10):
        entered(
            books, stay("0001", date(2026, 1, day + 14), 9 if day > 2 else 2, date(2026, 1, 30)), decided=True
        )
    answer = answer_claim(books, stay("0001", date(2026, 11, 2), 3, ASKED))
    if answer.assessment.result is Result.REFUSE:
        assert answer.first_day == date(2027, 1, 1)
    else:
        assert answer.assessment.reason in {"OK", "CAPPED"}


def test_a_pay_day_missed_says_the_next_one(books: Books) -> None:
    answer = answer_claim(
        books, RequestClaim("0001", "DISABLED", {"event": "2026-11-05", "disability_card": True}, ASKED)
    )
    assert (answer.assessment.reason, answer.first_day) == ("WRONG_PAY_DAY", date(2026, 12, 3))


def test_the_future_is_refused(books: Books) -> None:
    with pytest.raises(Refused) as refused:
        answer_claim(books, replace(STAY, claimed_on=date(2026, 12, 1)))
    assert refused.value.code == "DATE_IN_FUTURE"


def test_the_request_form_masks_the_number_and_lists_every_paper(books: Books) -> None:
    waits = replace(STAY, facts={**STAY.facts, "missing_docs": ["ใบรับรองการนอนรักษาตัว"]})
    form = request_form(books, entered(books, waits))
    assert form.papers == (("ใบรับรองการนอนรักษาตัว", False),)
    assert [fact.name for fact in form.facts] == ["admitted", "event"]
    assert (form.approvers, form.by_resolution, form.decided) == (3, False, False)
    died = RequestClaim("0002", "DEATH", {"event": "2026-11-08"}, date(2026, 11, 10))
    assert request_form(books, entered(books, died)).by_resolution


def test_benefits_offered_are_those_in_force(books: Books) -> None:
    assert [one.code for one in benefits_in_force(books)][:2] == ["BIRTH", "HOSP"]


def test_reading_changes_nothing(books: Books) -> None:
    claim = entered(books, OWING, decided=True)
    before = books.path.read_bytes()
    claims_list(books)
    claim_view(books, claim)
    payment_offer(books, claim)
    request_form(books, claim)
    answer_claim(books, STAY)
    assert books.path.read_bytes() == before
