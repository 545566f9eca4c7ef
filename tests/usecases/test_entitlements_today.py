"""What she may claim today agrees with what a claim would be told."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from tests.funds import OCTOBER, TODAY, add_people, on, stay
from wangfund.domain.eligibility.assessment import Result
from wangfund.store.books import Books
from wangfund.store.fund_file import open_for_reading
from wangfund.store.members import member_by_no
from wangfund.usecases.claim_facts import assess_facts
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.end_membership import EndMembership, end_membership
from wangfund.usecases.enrol_member import EnrolMember, enrol_member
from wangfund.usecases.entitlements_today import Claimable, Entitlement, entitlements_today
from wangfund.usecases.request_claim import request_claim


def of(books: Books, member_id: int, benefit: str) -> Entitlement:
    return next(one for one in entitlements_today(books, member_id).rows if one.benefit == benefit)


def test_a_good_member_may_claim_a_stay_today_and_a_claim_says_so_too(books: Books) -> None:
    found = of(books, 1, "HOSP")
    assert (found.claimable, found.first_day) == (Claimable.NOW, TODAY)
    with books.read() as r:
        m = member_by_no(r, "0001")
        assert m is not None
        facts = stay("0001", TODAY, 2, TODAY).facts
        assert assess_facts(r, m, "HOSP", facts, TODAY).assessment.result is Result.PAY


def test_one_who_waits_is_told_the_first_day_and_the_clause(books: Books) -> None:
    made = enrol_member(books, EnrolMember("นาย", "ใหม่", "จริง", 1, TODAY, TODAY, amount_satang=3000))
    found = of(books, made.member_id, "HOSP")
    assert (found.claimable, found.reason) == (Claimable.LATER, "WAITING")
    assert found.first_day == TODAY + timedelta(days=180)
    assert found.findings[0].clause


def test_what_a_claim_took_is_gone_from_what_is_left(books: Books) -> None:
    before = entitlements_today(books, 1)
    claim, _ = request_claim(books, stay("0001", date(2026, 11, 9), 3, date(2026, 11, 10)))
    decide_claim(books, DecideClaim(claim, "มติ 1/2569"))
    after = entitlements_today(books, 1)
    assert (before.used_satang, after.used_satang) == (0, 30_000)
    assert after.ceiling_satang == before.ceiling_satang > 0
    (year,) = [room for room in of(books, 1, "HOSP").rooms if room.per == "year"]
    assert (year.limit, year.left) == (20, 17)


def test_the_suspended_and_the_unknown_are_not_told_yes(books: Books) -> None:
    (late,) = add_people(books, 1, 1, through=OCTOBER.plus(-6))
    assert of(books, late, "HOSP").reason == "SUSPENDED"
    assert of(books, late, "HOSP").first_day is None
    (unknown,) = add_people(books, 1, 1, through=None)
    assert of(books, unknown, "HOSP").claimable is Claimable.UNKNOWN


def test_of_one_who_died_only_what_her_heir_may_claim_on_that_day(books: Books) -> None:
    end_membership(books, EndMembership("0002", "died", date(2026, 11, 10)))
    found = entitlements_today(books, 2)
    assert found.on == date(2026, 11, 10)
    assert [(one.benefit, one.claimable) for one in found.rows] == [("DEATH", Claimable.NOW)]


def test_of_one_who_left_nothing_can_be_claimed(books: Books) -> None:
    end_membership(books, EndMembership("0003", "resigned", TODAY))
    assert {one.reason for one in entitlements_today(books, 3).rows} == {"NOT_MEMBER_AT_EVENT"}


def test_everybody_of_a_busy_fund_is_answered_quickly_and_those_who_may_come_first(busy: Path) -> None:
    with open_for_reading(busy, on(date(2026, 12, 3))) as books:
        best = 1.0
        for member_id in range(1, 26):
            began = perf_counter()
            rows = entitlements_today(books, member_id).rows
            best = min(best, perf_counter() - began)
            ranks = [("now", "later", "unknown", "not").index(one.claimable) for one in rows]
            assert ranks == sorted(ranks)
    assert best < 0.03
