"""A register read again while it is mended: only what was touched is read anew, and the answer is the same."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.register.truth import TODAY, sheets_of
from wangfund.domain.errors import Severity
from wangfund.domain.register.put_right import put_right
from wangfund.domain.register.reading import ReadOptions, RegisterReader, read_register

SHEETS = sheets_of("messy")
SHEET = SHEETS[0].name
ROWS = st.integers(7, 29)
TEXTS = st.one_of(
    st.none(), st.sampled_from(["30/4/2536", "31/4/2536", "1781394268914", "นาย ก ข", "=1+1", "๑๒", "😀"])
)
FIELDS = st.sampled_from(
    ["birth_date", "national_id", "full_name", "house_no", "status", "left_on", "moo", "phone"]
)
FIXES = st.dictionaries(st.tuples(st.just(SHEET), ROWS, FIELDS), TEXTS, max_size=4)
PLACES = st.frozensets(st.tuples(st.just(SHEET), ROWS), max_size=2)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(FIXES, PLACES, PLACES), min_size=1, max_size=4))
def test_reader_when_mended_step_by_step_then_as_if_read_at_once(
    steps: list[
        tuple[dict[tuple[str, int, str], str | None], frozenset[tuple[str, int]], frozenset[tuple[str, int]]]
    ],
) -> None:
    reader = RegisterReader(SHEETS, TODAY)
    for fixes, held, left_out in steps:
        options = ReadOptions(fixes=fixes, held=held, left_out=left_out)
        assert reader.read(options) == read_register(SHEETS, TODAY, options)


def test_reader_when_the_columns_change_then_reads_by_them() -> None:
    reader = RegisterReader(SHEETS, TODAY)
    first = reader.read()
    options = ReadOptions(columns={SHEET: {"national_id": "", "phone": "I"}})
    changed = reader.read(options)
    assert changed == read_register(SHEETS, TODAY, options)
    assert all(row.member.national_id is None for row in changed.rows)
    assert dict(changed.sheets[0].columns)["phone"] == "I"
    assert reader.read() == first


def test_reader_when_a_head_is_pointed_at_then_its_texts_tell_the_columns() -> None:
    options = ReadOptions(heads={SHEET: 4})
    assert read_register(SHEETS, TODAY, options) == read_register(SHEETS, TODAY)
    nowhere = read_register(SHEETS, TODAY, ReadOptions(heads={SHEET: 9_999}))
    assert [finding.code for finding in nowhere.findings] == ["REGISTER_NOT_FOUND"]
    told = ReadOptions(heads={SHEET: 6}, columns={SHEET: {"full_name": "C", "member_no": "B"}})
    assert {row.row for row in read_register(SHEETS, TODAY, told).rows} >= {7, 8, 9}


def test_reader_when_a_sheet_is_unwanted_then_it_gives_no_row_and_says_so() -> None:
    reading = read_register(SHEETS, TODAY, ReadOptions(unwanted=frozenset({SHEET})))
    assert reading.rows == ()
    assert [finding.code for finding in reading.sheets[0].findings] == ["SHEET_NOT_WANTED"]


def test_row_when_held_then_it_waits_and_when_left_out_it_is_no_row() -> None:
    options = ReadOptions(held=frozenset({(SHEET, 7)}), left_out=frozenset({(SHEET, 8)}))
    reading = read_register(SHEETS, TODAY, options)
    assert reading.rows[0].on_hold
    assert reading.rows[0].findings[-1].code == "ROW_HELD"
    assert {row.row for row in reading.rows[:3]} == {7, 9, 10}
    assert (8, "left_out") in {(each.row, each.kind) for each in reading.sheets[0].skipped}
    assert reading.sheets[0].rows == 259


def test_double_when_the_first_is_left_out_then_the_second_is_well() -> None:
    reading = read_register(SHEETS, TODAY, ReadOptions(left_out=frozenset({(SHEET, 7)})))
    row = next(row for row in reading.rows if row.row == 112)
    assert not row.on_hold
    assert row.member.national_id == "1781394268914"


def test_cell_when_emptied_by_hand_then_the_row_goes_on_without_it() -> None:
    fixes = {(SHEET, 20, "birth_date"): None, (SHEET, 122, "national_id"): None}
    reading = read_register(SHEETS, TODAY, ReadOptions(fixes=fixes))
    for row in reading.rows:
        if row.row in {20, 122}:
            assert [finding.severity for finding in row.findings] == [Severity.WARNING]


def test_name_when_typed_whole_then_it_is_taken_apart() -> None:
    reading = read_register(SHEETS, TODAY, ReadOptions(fixes={(SHEET, 7, "full_name"): "น.ส.แมะซง สุขใจ"}))
    member = reading.rows[0].member
    assert (member.title, member.given_name, member.family_name) == ("นางสาว", "แมะซง", "สุขใจ")


def test_reader_when_asked_then_tells_how_far_it_is() -> None:
    heard: list[tuple[int, int]] = []
    RegisterReader(SHEETS, TODAY).read(None, lambda done, total: heard.append((done, total)))
    assert heard[0] == (0, 260)
    assert len(heard) == 13


def test_put_right_when_the_program_worked_a_value_out_then_names_its_field() -> None:
    rows = {row.row: row for row in read_register(SHEETS, TODAY).rows}
    assert any("birth_date" in put_right(row) for row in rows.values())
    assert all("national_id" not in put_right(row) for row in rows.values())
    died = next(row for row in rows.values() if row.member.status == "เสียชีวิต")
    assert {"status", "left_on"} <= put_right(died)
    assert "status" not in put_right(died, frozenset({"status"}))
    clean = read_register(sheets_of("clean"), TODAY).rows
    assert all(put_right(row) == frozenset() for row in clean)


def test_put_right_when_a_name_has_its_title_short_then_it_is_told() -> None:
    row = read_register(SHEETS, TODAY).rows[0]
    short = replace(row, cells={**row.cells, "full_name": "น.ส.แมะซง ทองคำ"})
    whole = replace(row, cells={**row.cells, "full_name": "นางสาวแมะซง  ทองคำ"})
    assert "given_name" in put_right(short)
    assert "given_name" not in put_right(whole)
