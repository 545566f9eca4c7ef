"""Coming back by a new spell, and a leaving that is taken back on its own day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.funds import PRICE, TODAY, on, problems, rows_of, stay
from tests.usecases.refusals import code, refusal
from wangfund.domain.eligibility.assessment import Result
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.thai.period import Period
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.end_membership import EndMembership, end_membership
from wangfund.usecases.enrol_member import EnrolMember, enrol_member
from wangfund.usecases.member_view import member_view
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.rejoin_member import RejoinMember, rejoin_member
from wangfund.usecases.request_claim import RequestClaim, assess_claim, request_claim
from wangfund.usecases.undo_leaving import undo_leaving

_AGAIN = EnrolMember("", "", "", 0, TODAY, TODAY, amount_satang=PRICE, house_no="77")
_LEFT = EndMembership("0001", "resigned", date(2026, 11, 9))


def again(**changes: Any) -> RejoinMember:
    return RejoinMember("0001", replace(_AGAIN, **changes))


def test_a_former_member_comes_back_by_a_new_spell_with_her_number(books: Books) -> None:
    end_membership(books, _LEFT)
    made = rejoin_member(books, again())
    assert (made.member_no, made.starts_on, made.member_id) == ("0001", TODAY, 1)
    assert rows_of(books, "SELECT starts_on, ended_on, cause FROM spell WHERE member_id = 1 ORDER BY id") == [
        ("2015-03-10", "2026-11-09", "resigned"),
        (TODAY.isoformat(), None, None),
    ]
    view = member_view(books, 1)
    assert view.member.house_no == "77"
    assert view.member.given_name == "มานี"
    assert view.paid_through == Period.of(TODAY)
    assert view.membership_months == 0
    assert [line.kind for line in view.receipts[0].lines] == ["entry_fee", "contribution"]
    assert problems(books) == []


def test_what_happened_before_she_left_is_judged_and_paid_by_the_spell_of_its_day(books: Books) -> None:
    _stay = stay("0025", date(2026, 11, 5), 3, date(2026, 11, 8))
    claim, asked = request_claim(books, _stay)
    assert asked.assessment.setoff_satang == PRICE
    decide_claim(books, DecideClaim(claim, "มติ 1", on=date(2026, 11, 8)))
    end_membership(books, EndMembership("0025", "resigned", date(2026, 11, 9)))
    rejoin_member(books, RejoinMember("0025", _AGAIN))
    later = stay("0025", date(2026, 11, 8), 1, TODAY)
    assert assess_claim(books, later).assessment.result is Result.PAY
    out = assess_claim(books, stay("0025", date(2026, 11, 9), 1, TODAY)).assessment
    assert out.reason == "NOT_MEMBER_AT_EVENT"
    assert assess_claim(books, stay("0025", TODAY, 1, TODAY)).assessment.reason == "WAITING"
    paid = pay_claim(books, PayClaim(claim, "cash", TODAY))
    assert (paid.setoff_satang, paid.net_satang) == (PRICE, 300_00 - PRICE)
    covers = "SELECT s.ended_on FROM coverage c JOIN spell s ON s.id = c.spell_id WHERE c.kind = 'setoff'"
    assert rows_of(books, covers) == [("2026-11-09",)]
    assert problems(books) == []


@pytest.mark.parametrize(
    ("change", "expected", "field"),
    [
        ({"applied_on": date(2026, 11, 1), "on": date(2026, 11, 8)}, "REJOIN_TOO_EARLY", "applied_on"),
        ({"applied_on": date(2026, 11, 21)}, "APPLIED_IN_FUTURE", "applied_on"),
        ({"on": date(2026, 11, 21)}, "DATE_IN_FUTURE", "on"),
        ({"fee": False, "amount_satang": 0}, "FIRST_MONEY_MISSING", "amount_satang"),
        ({"amount_satang": -PRICE}, "AMOUNT_NOT_POSITIVE", "amount_satang"),
        ({"into": "ไม่มี"}, "PLACE_UNKNOWN", "into"),
        ({"phone": "<b>"}, "PHONE_NOT_DIGITS", "phone"),
    ],
)
def test_coming_back_is_refused_beside_the_field(
    books: Books, change: dict[str, Any], expected: str, field: str
) -> None:
    end_membership(books, _LEFT)
    why = refusal(books, lambda: rejoin_member(books, again(**change)))
    assert (why.code, why.findings[0].field) == (expected, field)


def test_who_is_a_member_or_has_died_does_not_come_back(books: Books) -> None:
    assert code(books, rejoin_member, again()) == "ALREADY_MEMBER"
    end_membership(books, EndMembership("0001", "died", date(2026, 11, 9)))
    assert code(books, rejoin_member, again()) == "MEMBER_DIED"
    assert code(books, rejoin_member, RejoinMember("9999", _AGAIN)) == "MEMBER_UNKNOWN"


def test_coming_back_twice_is_refused(books: Books) -> None:
    end_membership(books, _LEFT)
    rejoin_member(books, again())
    assert code(books, rejoin_member, again()) == "ALREADY_MEMBER"


def test_a_former_members_id_does_not_make_a_second_member(books: Books) -> None:
    new = EnrolMember("นาย", "ใหม่", "จริง", 1, TODAY, TODAY, national_id="1111111111119")
    made = enrol_member(books, new)
    end_membership(books, EndMembership(made.member_no, "moved", TODAY))
    why = refusal(books, lambda: enrol_member(books, new))
    assert (why.code, why.findings[0].field) == ("ID_TAKEN", "national_id")
    assert rejoin_member(books, RejoinMember(made.member_no, new)).member_id == made.member_id


def test_a_leaving_of_today_is_taken_back(books: Books) -> None:
    end_membership(books, _LEFT)
    assert undo_leaving(books, "0001") == "resigned"
    assert rows_of(books, "SELECT ended_on, cause FROM spell WHERE member_id = 1") == [(None, None)]
    assert code(books, undo_leaving, "0001") == "NOT_LEFT"
    assert problems(books) == []


def test_a_leaving_stays_when_a_claim_rests_on_it_or_the_day_is_over(books: Books) -> None:
    end_membership(books, EndMembership("0002", "died", date(2026, 11, 10)))
    request_claim(books, RequestClaim("0002", "DEATH", {"event": "2026-11-10"}, TODAY))
    assert code(books, undo_leaving, "0002") == "LEAVING_STAYS"
    end_membership(books, _LEFT)
    path = books.path
    books.close()
    with open_fund(path, on(date(2026, 11, 21))) as later:
        assert code(later, undo_leaving, "0001") == "LEAVING_STAYS"
