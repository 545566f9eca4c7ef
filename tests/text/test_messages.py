"""Every code the program can say has Thai words, and the words' fields are filled."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.codes_in_source import long_words, raised
from wangfund.domain.errors import Finding, Refused, Severity
from wangfund.text.messages import TABLES, fields_of, known_codes, lines_of_error, say, say_finding

# Constants that look like codes and are none: names of SQLite, of papers' own checks, of things never said alone.
NOT_SAID = {
    "ID_EMPTY", "NOT_YET", "UNKNOWN_COVERAGE", "TEXT_UNREADABLE",
    "MONTH_FOOTS", "YEAR_FOOTS", "PLACES_FOOT", "POOLS_FOOT", "LEDGER_FOOTS", "BENEFITS_FOOT",
    "RULEBOOK_TWICE",  # becomes PROFILE_TWICE before anybody hears it
}  # fmt: skip
KNOWN = set(known_codes())
THAI = re.compile("[ก-๙]")


def test_every_code_raised_in_the_source_has_words() -> None:
    silent = {f"{one.code} {one.where}" for one in raised() if one.code not in KNOWN}
    assert silent == set()


def test_every_word_that_looks_like_a_code_has_words_or_is_none() -> None:
    looks = {code for code in long_words() if not code.startswith("SQLITE_")}
    assert looks - KNOWN - NOT_SAID == set()


def test_source_is_read_at_all() -> None:
    assert len({one.code for one in raised()}) > 150


def test_fields_of_the_words_are_given_where_the_code_is_raised() -> None:
    unfilled = []
    for one in raised():
        variants = [table[one.code] for table in TABLES if one.code in table]
        # Read from an ID the words are said under another finding's values.
        if one.fields is None or not variants or one.where.startswith("national_id"):
            continue
        if not any(fields_of(*words) <= one.fields for words in variants):
            unfilled.append(f"{one.code} {one.where}")
    assert unfilled == []


@pytest.mark.parametrize("code", sorted(KNOWN))
def test_message_is_plain_thai_and_ends_without_a_stop(code: str) -> None:
    for table in TABLES:
        if code not in table:
            continue
        message, advice = table[code]
        assert THAI.search(message)
        assert not advice or THAI.search(advice) or advice[0] in "1234567890"
        for text in (message, advice):
            assert text == text.strip()
            assert not text.endswith(".") or text.endswith(("พ.ศ.", "ค.ศ.", "พอช."))
            assert "!" not in text
            assert "  " not in text


def test_say_writes_satang_as_baht_and_accounts_by_name() -> None:
    said = say("MONEY_SHORT", {"account": "1100", "there_satang": 500000, "missing_satang": 123450})
    assert said.message == "เงินสดในมือ มี 5,000.00 บาท ขาดอีก 1,234.50 บาท จึงไม่ได้จ่าย"


def test_say_writes_months_and_days_in_thai() -> None:
    closed = say("PERIOD_CLOSED", {"period": "2026-10", "first_open": "2026-11"})
    assert closed.message == "งวดตุลาคม 2569 ปิดแล้ว จึงไม่ได้บันทึก"
    future = say("DATE_IN_FUTURE", {"date": "2026-12-05", "today": "2026-11-20"})
    assert "5 ธ.ค. 2569" in future.message
    assert "20 พ.ย. 2569" in future.message


def test_say_writes_the_share_as_percent_and_the_lock_in_thai_time() -> None:
    assert (
        "ร้อยละ 21.5 ของ" in say("ADMIN_SHARE_EXCEEDED", {"share_permille": 215, "most_percent": 20}).message
    )
    locked = say(
        "FILE_LOCKED", {"path": "a", "who": "นก", "since": "2026-11-20T02:05:00+00:00", "process": 1}
    )
    assert "20 พ.ย. 2569 เวลา 09.05 น." in locked.message


def test_say_writes_an_earlier_claims_year_in_the_buddhist_era() -> None:
    assert "คำขอ 110/2569" in say("DUPLICATE", {"other_claim": "110/2026"}).message
    assert "คำขอ 110/2569" in say("DUPLICATE", {"other_claim": "110/2569"}).message


def test_a_missing_fact_of_the_register_is_named() -> None:
    said = say_finding(Finding("FACT_MISSING", "coverage", values={"label": ""}))
    assert said.message == "ยังไม่ทราบข้อมูลที่ระเบียบต้องใช้: ชำระแล้วถึงเดือนใด"


def test_say_writes_lengths_in_words() -> None:
    said = say("TIERS_GAP", {"first_to": "P2Y1D", "second_from": "P180D"})
    assert "2 ปี 1 วัน กับ 180 วัน" in said.message


def test_say_keeps_what_a_person_wrote_as_written() -> None:
    assert "«2026-10-26»" in say("DATE_FUTURE", {"value": "2026-10-26"}).message


def test_code_in_two_areas_is_said_by_the_fields_given() -> None:
    assert "ไฟล์กองทุน" in say("FILE_DAMAGED", {"path": "x.wangfund"}).message
    assert "Excel" in say("FILE_DAMAGED").advice
    assert "0.02 บาท" in say("POOLS_DIFFER", {"pools_satang": 1, "assets_satang": 2}).message
    assert "3 / 4" in say("POOLS_DIFFER", {"where": "ledger", "detail": "3 / 4"}).message


def test_unknown_code_is_shown_with_its_values() -> None:
    said = say("NEVER_HEARD_OF", {"amount_satang": 250, "name": "ก"})
    assert "NEVER_HEARD_OF" in said.message
    assert "2.50" in said.message
    assert said.advice


def test_missing_value_leaves_a_dash_and_never_breaks() -> None:
    assert "–" in say("MONEY_SHORT", {"account": "1100"}).message


def test_refusal_says_its_findings_once() -> None:
    finding = Finding(
        "COUNT_DIFFERS", values={"counted_satang": 1, "book_satang": 2, "difference_satang": -1}
    )
    alone = lines_of_error(Refused("COUNT_DIFFERS", finding.values, (finding,)))
    assert len(alone) == 2
    missing = Finding("PROFILE_MISSING_KEY", "name", "ข้อ 3", Severity.ERROR, {"path": "name", "line": 0})
    with_more = lines_of_error(Refused("PROFILE_INVALID", {"faults": 1}, (missing,)))
    assert with_more[-1].startswith("– [ข้อ 3] ยังไม่ได้บอก “name”")


def test_finding_lends_its_field_to_the_words() -> None:
    assert "อายุ" in say_finding(Finding("FACT_NOT_ASKED", "age")).message


@given(
    st.sampled_from(sorted(KNOWN)),
    st.dictionaries(
        st.sampled_from(
            ["path", "value", "account", "period", "date", "since", "from", "state", "amount_satang"]
        ),
        st.one_of(st.text(max_size=300), st.integers(-(10**18), 10**18), st.booleans(), st.none()),
    ),
)
def test_say_never_raises_whatever_the_values(code: str, values: dict[str, str | int | bool | None]) -> None:
    said = say(code, values)
    assert said.message
    assert "\n" not in said.line
