"""What was paid before the program counts like a paid claim, posts no money, and comes in whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.funds import BANK, TODAY, add_people, money, on, problems, rows_of, stay, young_bytes
from tests.usecases.refusals import refusal
from wangfund.domain.eligibility.assessment import Assessment, Result
from wangfund.domain.past.told import PastReading, PastTold
from wangfund.domain.register.grid import Sheet
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.store.past_benefits import past_of_member
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.end_membership import EndMembership, end_membership
from wangfund.usecases.entitlements_today import entitlements_today
from wangfund.usecases.import_register import ImportRegister, import_register
from wangfund.usecases.info import fund_info
from wangfund.usecases.network_figures import network_figures
from wangfund.usecases.past_imports import past_imports
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.record_past_benefits import (
    RecordPastBenefits,
    keyed,
    preview_past_benefits,
    read_past_sheets,
    record_past_benefits,
    undo_past_benefits,
)
from wangfund.usecases.request_claim import RequestClaim, assess_claim, request_claim
from wangfund.usecases.undo_import import undo_import

LEFT = date(2026, 2, 5)
STAY = PastTold("0001", "HOSP", LEFT, 2026, 300_00, 3)


def record(books: Books, *told: PastTold) -> int:
    return record_past_benefits(books, RecordPastBenefits(PastReading(told)), "เหรัญญิก").batch


def found(books: Books, *told: PastTold) -> list[str]:
    """The codes of the last row's findings."""
    return [one.code for one in preview_past_benefits(books, PastReading(told)).rows[-1].findings]


def asked(books: Books, member_no: str, benefit: str, **facts: Any) -> Assessment:
    return assess_claim(books, RequestClaim(member_no, benefit, facts, TODAY)).assessment


def test_it_posts_no_money_and_the_file_is_whole(books: Books) -> None:
    before, was = money(books), fund_info(books)
    batch = record(books, STAY, replace(STAY, member_no="2", benefit="ผู้สูงอายุ", event=None, units=None))
    assert money(books) == before
    assert fund_info(books).members_now == was.members_now
    assert rows_of(books, "SELECT count(*) FROM entry WHERE kind <> 'opening'") == [(0,)]
    assert problems(books) == []
    assert rows_of(books, "SELECT member_id, benefit, event_on, year, gross_satang, units, once_key FROM past_benefit") == [
        (1, "HOSP", "2026-02-05", 2026, 30000, 3, "member 1:HOSP|2026-02-02|2026-02-05"),
        (2, "ELDER", None, 2026, 30000, 0, "member 2:ELDER|2026"),
    ]  # fmt: skip
    assert undo_past_benefits(books, batch) == 2
    assert problems(books) == []
    assert money(books) == before


def test_what_counts_is_gone_from_what_is_left_and_comes_back_when_taken_back(books: Books) -> None:
    before = entitlements_today(books, 1)
    batch = record(books, STAY)
    after = entitlements_today(books, 1)
    assert (before.used_satang, after.used_satang) == (0, 300_00)
    (hospital,) = [one for one in after.rows if one.benefit == "HOSP"]
    assert [room.left for room in hospital.rooms if room.per == "year"] == [17]
    undo_past_benefits(books, batch)
    assert entitlements_today(books, 1) == before


def test_the_same_event_is_refused_as_a_claim_by_whoever_asks(books: Books) -> None:
    record(books, STAY, PastTold("0002", "EDU", None, 2026, 500_00, key="P6|น้องดำ"))
    again = asked(books, "0001", "HOSP", event=LEFT.isoformat(), admitted="2026-02-02")
    assert (again.result, again.reason) == (Result.REFUSE, "DUPLICATE")
    assert again.findings[0].values["other_claim"] == "before/2026"
    other = asked(books, "0003", "EDU", event="2026-10-01", level="P6", child="น้องดำ", gpa=4, who="child")
    assert other.reason == "DUPLICATE"
    assert (
        asked(books, "0003", "EDU", event="2026-10-01", level="M3", child="น้องดำ", gpa=4, who="child").reason
        == "OK"
    )


_WRONG = {
    "PAST_MEMBER_UNKNOWN": replace(STAY, member_no="7777"),
    "PAST_BENEFIT_UNKNOWN": replace(STAY, benefit="ค่าปุ๋ย"),
    "PAST_DAY_MISSING": replace(STAY, event=None, year=None),
    "PAST_IN_FUTURE": replace(STAY, event=TODAY + timedelta(days=1)),
    "PAST_BEFORE_JOINING": replace(STAY, event=date(2015, 3, 9), year=2015),
    "PAST_AFTER_LEAVING": replace(STAY, member_no="0002", event=date(2026, 11, 9)),
    "PAST_NOTHING_PAID": replace(STAY, gross_satang=0),
    "PAST_UNITS_MISSING": replace(STAY, units=None),
    "PAST_NO_UNITS": replace(STAY, benefit="FUNERAL"),
    "PAST_KEY_UNREADABLE": replace(STAY, benefit="TRADITION", units=None, key="บุญบั้งไฟ"),
}


@pytest.mark.parametrize("code", sorted(_WRONG))
def test_a_row_that_cannot_be_is_refused_and_nothing_of_the_list_comes_in(books: Books, code: str) -> None:
    end_membership(books, EndMembership("0002", "resigned", date(2026, 11, 9)))
    assert code in found(books, _WRONG[code])
    refused = refusal(books, lambda: record(books, replace(STAY, member_no="0003"), _WRONG[code]))
    assert refused.code == "PAST_ROWS_WRONG"
    assert (refused.values["wrong"], refused.values["rows"]) == (1, 2)
    assert code in [finding.code for finding in refused.findings]


def test_the_day_before_leaving_and_the_joining_day_itself_are_right(books: Books) -> None:
    end_membership(books, EndMembership("0002", "resigned", date(2026, 11, 9)))
    assert found(books, replace(STAY, member_no="0002", event=date(2026, 11, 8))) == []
    assert found(books, replace(STAY, event=date(2015, 3, 10), year=2015)) == []
    assert found(books, replace(STAY, event=None, year=2015)) == []
    assert found(books, replace(STAY, event=None, year=2014)) == ["PAST_BEFORE_JOINING"]


def test_more_than_the_rules_give_is_said_and_taken(books: Books) -> None:
    assert found(books, replace(STAY, gross_satang=5_000_00)) == ["PAST_ABOVE_RULES"]
    assert record(books, replace(STAY, gross_satang=5_000_00)) == 1


@pytest.mark.parametrize("satang", [-5_00, 10_000_000_01, 99_999_999_900])
def test_an_amount_below_nothing_or_beyond_sense_is_refused_in_words(books: Books, satang: int) -> None:
    odd = replace(STAY, gross_satang=satang)
    assert found(books, odd) == ["PAST_AMOUNT_UNREADABLE"]
    assert refusal(books, lambda: record(books, odd)).code == "PAST_ROWS_WRONG"


def test_a_death_of_one_who_lives_is_said(books: Books) -> None:
    death = PastTold("0003", "DEATH", date(2026, 9, 8), 2026, 3_000_00)
    assert "PAST_OF_THE_LIVING" in found(books, death)
    end_membership(books, EndMembership("0003", "died", date(2026, 9, 8)))
    assert "PAST_OF_THE_LIVING" not in found(books, death)


def test_the_same_told_twice_is_refused_in_one_list_and_in_two(books: Books) -> None:
    assert found(books, STAY, STAY) == ["PAST_REPEATED"]
    vague = replace(STAY, event=None)
    assert found(books, vague, vague) == ["PAST_REPEATED"]
    assert found(books, vague, replace(vague, note="ครั้งที่สอง")) == []
    elder = PastTold("0001", "ELDER", None, 2025, 300_00)
    assert found(books, elder, replace(elder, gross_satang=200_00)) == ["PAST_REPEATED"]
    assert found(books, elder, replace(elder, year=2024)) == []
    batch = record(books, STAY, elder)
    assert found(books, STAY) == ["PAST_ALREADY"]
    assert found(books, elder) == ["PAST_ALREADY"]
    undo_past_benefits(books, batch)
    assert found(books, STAY) == []


def test_a_child_of_two_parents_is_told_once(books: Books) -> None:
    born = PastTold("0001", "BIRTH", date(2025, 5, 1), 2025, 500_00, key="เด็กชาย ก")
    assert found(books, born, replace(born, member_no="0002")) == ["PAST_REPEATED"]
    assert found(books, born, replace(born, key="เด็กชาย ข")) == []
    record(books, born)
    assert found(books, replace(born, member_no="0002")) == ["PAST_ALREADY"]


def test_what_the_program_has_a_claim_of_is_refused_unless_it_was_refused(books: Books) -> None:
    claim, _ = request_claim(books, stay("0001", date(2026, 11, 4), 3, TODAY))
    row = replace(STAY, event=date(2026, 11, 4))
    assert found(books, row) == ["PAST_CLAIMED"]
    assert refusal(books, lambda: record(books, row)).code == "PAST_ROWS_WRONG"
    decide_claim(books, DecideClaim(claim, "มติ 1"))
    assert found(books, row) == ["PAST_CLAIMED"]
    waits = stay("0002", date(2026, 11, 4), 0, TODAY)
    refused, _ = request_claim(books, waits)
    decide_claim(books, DecideClaim(refused, "มติ 1"))
    assert found(books, replace(row, member_no="0002")) == []


def test_a_batch_on_which_was_decided_stays(books: Books) -> None:
    first = record(books, STAY)
    other = record(books, replace(STAY, member_no="0009"))
    claim, _ = request_claim(books, stay("0001", date(2026, 11, 4), 3, TODAY))
    decide_claim(books, DecideClaim(claim, "มติ 1"))
    assert refusal(books, lambda: undo_past_benefits(books, first)).code == "PAST_DECIDED_ON"
    assert undo_past_benefits(books, other) == 1
    assert refusal(books, lambda: undo_past_benefits(books, other)).code == "BATCH_ALREADY_UNDONE"
    assert refusal(books, lambda: undo_past_benefits(books, 99)).code == "BATCH_UNKNOWN"
    later = record(books, replace(STAY, event=date(2026, 6, 1)))
    assert undo_past_benefits(books, later) == 1


def test_imports_and_past_benefits_are_taken_back_each_by_its_own_verb(books: Books) -> None:
    sheet = Sheet(
        "ก",
        (
            ("เลขที่สมาชิก", "ชื่อ", "นามสกุล", "หมู่ที่", "วันที่เป็นสมาชิก"),
            ("0901", "กล้า", "ใหม่", 1, date(2020, 1, 5)),
        ),
    )
    came = import_register(books, ImportRegister([sheet], "ก.xlsx", "00" * 32)).batch
    assert came is not None
    batch = record(books, replace(STAY, member_no="0901"))
    assert [one.id for one in past_imports(books)] == [came]
    assert refusal(books, lambda: undo_import(books, batch)).code == "BATCH_UNKNOWN"
    assert refusal(books, lambda: undo_past_benefits(books, came)).code == "BATCH_UNKNOWN"
    assert refusal(books, lambda: undo_import(books, came)).code == "BATCH_IN_USE"
    undo_past_benefits(books, batch)
    undo_import(books, came)
    assert problems(books) == []


def test_a_list_from_a_spreadsheet_comes_in_as_read(books: Books) -> None:
    sheet = Sheet(
        "เก่า",
        (
            ("เลขที่สมาชิก", "เรื่อง", "วันที่", "ปี", "จำนวนเงิน", "คืน", "หมายเหตุ"),
            (1, "นอนโรงพยาบาล", "5/2/2569", None, 300, 3, "เดิม"),
            ("๒", "ผู้สูงอายุ", None, 2568, "300.-", None, None),
        ),
    )
    reading = read_past_sheets(books, [sheet])
    preview = preview_past_benefits(books, reading)
    assert (preview.wrong, preview.gross_satang) == (0, 600_00)
    done = record_past_benefits(books, RecordPastBenefits(reading, "เก่า.xlsx", "11" * 32))
    assert (done.rows, done.gross_satang) == (2, 600_00)
    with books.read() as r:
        assert [(row.benefit, row.note) for row in past_of_member(r, 1)] == [("HOSP", "เดิม")]
    empty = read_past_sheets(books, [Sheet("ว่าง", (sheet.rows[0],))])
    assert (
        refusal(books, lambda: record_past_benefits(books, RecordPastBenefits(empty))).code
        == "PAST_NOTHING_TOLD"
    )
    none = read_past_sheets(books, [Sheet("อื่น", (("ก", "ข"),))])
    assert (
        refusal(books, lambda: record_past_benefits(books, RecordPastBenefits(none))).code
        == "PAST_TABLE_NOT_FOUND"
    )


# ---- counted like claims paid by the program

_STAYS = st.tuples(st.just("HOSP"), st.integers(0, 300), st.integers(1, 14))
_OTHERS = st.tuples(
    st.sampled_from(["DISASTER", "TRADITION", "EDU", "VISIT"]), st.integers(0, 300), st.integers(0, 3)
)


def facts_of(benefit: str, day: date, number: int, who: str) -> dict[str, object]:
    facts: dict[str, object] = {"event": day.isoformat()}
    if benefit == "HOSP":
        facts["admitted"] = (day - timedelta(days=number)).isoformat()
    elif benefit == "DISASTER":
        facts |= {"damage": "total" if number == 3 else "partial", "house": f"บ้าน {who}"}
    elif benefit == "TRADITION":
        facts["kind"] = ("ORDAIN", "HAJJ", "WEDDING", "CONSCRIPT")[number]
    elif benefit == "EDU":
        facts |= {
            "level": ("P6", "M3", "M6", "UNI")[number],
            "child": f"บุตร {who}",
            "gpa": 4,
            "who": "child",
        }
    elif benefit == "VISIT":
        facts["value"] = 50 * number + 50
    return facts


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.one_of(_STAYS, _OTHERS), max_size=9),
    st.tuples(st.integers(301, 320), st.integers(1, 14), st.integers(0, 3)),
)
def test_past_benefits_leave_the_same_room_as_claims_paid_by_the_program(
    happened: list[tuple[str, int, int]], probe: tuple[int, int, int]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "young.wangfund"
        path.write_bytes(young_bytes())
        with open_fund(path, on(TODAY)) as books:
            before = []
            for benefit, after, number in happened:
                day = date(2026, 1, 1) + timedelta(days=after)
                facts = facts_of(benefit, day, number, "ข")
                claim, _ = request_claim(books, RequestClaim("0002", benefit, facts, day + timedelta(days=5)))
                given_ = decide_claim(books, DecideClaim(claim, "มติ 1"))
                answer = given_.assessment
                if answer.result is not Result.PAY:
                    continue
                pay_claim(books, PayClaim(claim, BANK, TODAY))
                key = given_.once_key or ":"
                before.append(
                    PastTold(
                        "0001",
                        benefit,
                        day,
                        2026,
                        answer.gross_satang,
                        answer.units or None,
                        key.partition(":")[2].replace("ข", "ก"),
                        f"{claim}",
                    )
                )
            if before:
                record(books, *before)
            one, other = entitlements_today(books, 1), entitlements_today(books, 2)
            assert (one.used_satang, one.ceiling_satang) == (other.used_satang, other.ceiling_satang)
            assert [(row.benefit, row.rooms) for row in one.rows] == [
                (row.benefit, row.rooms) for row in other.rows
            ]
            after, nights, number = probe
            day = date(2026, 1, 1) + timedelta(days=after)
            for benefit in ("HOSP", "DISASTER", "TRADITION", "EDU", "VISIT"):
                amount = nights if benefit == "HOSP" else number
                hers = asked(books, "0001", benefit, **facts_of(benefit, day, amount, "ก"))
                theirs = asked(books, "0002", benefit, **facts_of(benefit, day, amount, "ข"))
                assert (hers.result, hers.reason, hers.gross_satang, hers.units, hers.steps) == (
                    theirs.result,
                    theirs.reason,
                    theirs.gross_satang,
                    theirs.units,
                    theirs.steps,
                )


def test_a_year_alone_fills_that_year_and_no_other(books: Books) -> None:
    (person,) = add_people(books, 1, 1, starts_on=date(2020, 1, 1))
    number = rows_of(books, f"SELECT member_no FROM member WHERE id = {person}")[0][0]
    rows = [PastTold(number, "HOSP", None, 2026, 1_000_00, 10, note=f"{n}") for n in (1, 2)]
    record_past_benefits(
        books, RecordPastBenefits(PastReading((*rows, *keyed(replace(rows[0], year=2025)).rows)))
    )
    full = asked(books, number, "HOSP", event="2026-11-10", admitted="2026-11-08")
    assert full.reason == "CAP_REACHED"
    (hospital,) = [one for one in entitlements_today(books, person).rows if one.benefit == "HOSP"]
    assert [room.left for room in hospital.rooms if room.per == "year"] == [0]


def test_what_was_paid_before_adds_up_by_kind_for_the_province_and_stands_in_no_month_of_the_books(
    books: Books,
) -> None:
    record(books, STAY, PastTold("0002", "HOSP", date(2025, 3, 5), 2025, 200_00, 2))
    record(books, PastTold("0003", "ELDER", None, 2024, 500_00))
    book = network_figures(books, TODAY)
    assert [(one.month.iso, one.account, one.cases, one.satang) for one in book.before] == [
        ("2024-01", "5103", 1, 500_00),
        ("2025-03", "5102", 1, 200_00),
        ("2026-02", "5102", 1, 300_00),
    ]
    assert book.benefits == ()
    assert network_figures(books, date(2026, 11, 1)).before == book.before
