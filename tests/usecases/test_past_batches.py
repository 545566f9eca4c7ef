"""What came in before the program, as a list with what can be taken back; what a form asks; a member's history."""

from __future__ import annotations

from datetime import date

from tests.funds import stay
from wangfund.domain.past.told import PastReading, PastTold
from wangfund.store.books import Books
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.member_view import member_view
from wangfund.usecases.past_batches import past_batches, past_choices
from wangfund.usecases.past_imports import past_imports
from wangfund.usecases.record_past_benefits import (
    RecordPastBenefits,
    record_past_benefits,
    undo_past_benefits,
)
from wangfund.usecases.request_claim import request_claim

STAY = PastTold("0001", "HOSP", date(2026, 2, 5), 2026, 300_00, 3, note="เล่มเก่า")
YEAR = PastTold("0001", "FUNERAL", None, 2024, 500_00)


def test_past_batches_when_none_then_nothing(books: Books) -> None:
    assert past_batches(books) == ()


def test_batches_tell_what_they_hold_and_why_one_stays(books: Books) -> None:
    first = record_past_benefits(books, RecordPastBenefits(PastReading((STAY,)), "เก่า.xlsx"), "เหรัญญิก")
    second = record_past_benefits(
        books, RecordPastBenefits(PastReading((PastTold("0009", "HOSP", date(2026, 3, 5), 2026, 200_00, 2),)))
    )
    claim, _ = request_claim(books, stay("0001", date(2026, 11, 2), 3, date(2026, 11, 9)))
    decide_claim(books, DecideClaim(claim, "มติ 1/2569"))
    later, earlier = past_batches(books)
    assert (earlier.id, earlier.file_name, earlier.who) == (first.batch, "เก่า.xlsx", "เหรัญญิก")
    assert (earlier.rows, earlier.gross_satang, earlier.decisions) == (1, 300_00, 1)
    assert (later.id, later.file_name, later.decisions, later.undone) == (second.batch, "", 0, False)
    undo_past_benefits(books, second.batch)
    assert past_batches(books)[0].undone
    assert past_imports(books) == ()


def test_form_asks_what_the_by_law_counts(books: Books) -> None:
    choices = {choice.code: choice for choice in past_choices(books)}
    assert choices["HOSP"].unit == "night"
    assert choices["ELDER"].unit == choices["ELDER"].key == ""
    assert "ผู้เรียน" in choices["EDU"].key


def test_history_of_a_member_tells_what_she_was_paid_before(books: Books) -> None:
    record_past_benefits(books, RecordPastBenefits(PastReading((YEAR, STAY))))
    before = member_view(books, 1).before
    assert [(one.benefit_name, one.event_on, one.year, one.gross_satang, one.note) for one in before] == [
        ("นอนโรงพยาบาล", date(2026, 2, 5), 2026, 300_00, "เล่มเก่า"),
        ("เจ้าภาพงานศพหรือพวงหรีด", None, 2024, 500_00, ""),
    ]
    assert member_view(books, 2).before == ()
