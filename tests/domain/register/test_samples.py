from __future__ import annotations

import time
from collections import Counter

import pytest

from tests.domain.register.truth import TODAY, as_truth, member_part, sheets_of, truth_of
from wangfund.domain.errors import Severity
from wangfund.domain.register.plan import Action, ExistingMember, plan_import
from wangfund.domain.register.reading import read_register


@pytest.mark.parametrize(("name", "count"), [("clean", 700), ("villages", 234), ("messy", 260)])
def test_register_when_read_then_every_row_equals_its_truth(name: str, count: int) -> None:
    reading = read_register(sheets_of(name), TODAY)
    truth = truth_of(name)
    assert len(reading.rows) == len(truth["members"]) == count
    for row, expected in zip(reading.rows, truth["members"], strict=True):
        assert as_truth(row.member) == member_part(expected)
        assert expected.get("_row", row.row) == row.row
        assert expected.get("_sheet", row.sheet) == row.sheet


@pytest.mark.parametrize("name", ["clean", "villages", "messy"])
def test_register_when_read_then_exactly_the_problem_rows_wait(name: str) -> None:
    reading = read_register(sheets_of(name), TODAY)
    waiting = {
        (row.sheet, row.row, finding.field)
        for row in reading.rows
        for finding in row.findings
        if finding.severity is Severity.ERROR
    }
    assert waiting == {(each["sheet"], each["row"], each["field"]) for each in truth_of(name)["problems"]}


def test_messy_register_when_read_then_codes_tell_what_the_truth_tells() -> None:
    reading = read_register(sheets_of("messy"), TODAY)
    codes = {
        row.row: finding
        for row in reading.rows
        for finding in row.findings
        if finding.severity is Severity.ERROR
    }
    whys = {"no such day": "DATE_NO_SUCH_DAY", "check digit": "ID_CHECK_DIGIT", "not 13 digits": "ID_LENGTH"}
    for problem in truth_of("messy")["problems"]:
        finding = codes[problem["row"]]
        assert finding.code == whys.get(problem["why"], "ID_DUPLICATE")
        if finding.code == "ID_DUPLICATE":
            assert problem["why"] == f"same as member {finding.values['other_member_no']}"
        assert finding.values["value"]
        assert finding.values["sheet"] == "Sheet1"


def test_villages_register_when_read_then_layouts_and_ages_are_told() -> None:
    reading = read_register(sheets_of("villages"), TODAY)
    ages = [each["age_2569"] for each in truth_of("villages")["members"] if "age_2569" in each]
    told = [
        finding.values["age"]
        for row in reading.rows
        for finding in row.findings
        if finding.code == "AGE_NOT_BIRTH_DATE"
    ]
    assert told == ages
    assert {sheet.name: sheet.columns.get("member_no") for sheet in reading.sheets} == dict.fromkeys(
        (sheet.name for sheet in reading.sheets), "A"
    )
    assert Counter(sheet.header_row for sheet in reading.sheets).keys() == {1, 2, 4}
    zeros = sum(
        int(str(finding.values["count"]))
        for sheet in reading.sheets
        for finding in sheet.findings
        if finding.code == "PHONE_ZERO_RESTORED"
    )
    assert zeros > 20


def test_messy_register_when_read_then_two_row_head_is_understood() -> None:
    (sheet,) = read_register(sheets_of("messy"), TODAY).sheets
    assert sheet.header_row == 4
    assert sheet.columns == {
        "member_no": "B",
        "full_name": "C",
        "national_id": "D",
        "birth_date": "E",
        "house_no": "F",
        "moo": "G",
        "joined_on": "H",
        "note": "I",
    }
    kinds = Counter(skipped.kind for skipped in sheet.skipped)
    assert kinds["band"] == 12
    assert kinds["total"] == 13


@pytest.mark.parametrize("name", ["clean", "villages", "messy"])
def test_plan_when_the_same_file_comes_twice_then_nothing_changes(name: str) -> None:
    rows = read_register(sheets_of(name), TODAY).rows
    first = plan_import(rows, ())
    held = {row.row for row in rows if row.on_hold}
    assert all(
        (planned.action is Action.HOLD) == (planned.row.row in held and planned.row.on_hold)
        for planned in first
    )
    existing = [
        ExistingMember(number, planned.row.member)
        for number, planned in enumerate(first, start=1)
        if planned.action is Action.ADD
    ]
    second = plan_import(rows, existing)
    assert Counter(planned.action for planned in second) == Counter(
        Action.HOLD if planned.action is Action.HOLD else Action.SAME for planned in first
    )


@pytest.mark.parametrize("name", ["clean", "villages", "messy", "matrix"])
def test_sheets_when_read_then_fast_enough_for_a_weak_machine(name: str) -> None:
    sheets_of(name)
    started = time.perf_counter()
    read_register(sheets_of(name), TODAY)
    assert time.perf_counter() - started < 1.5
