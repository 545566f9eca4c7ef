from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.register.truth import TODAY, sheets_of
from wangfund.domain.errors import Severity
from wangfund.domain.register.grid import Cell, MergedArea, Sheet, column_letter, column_number
from wangfund.domain.register.member import RegisterReading, RegisterRow
from wangfund.domain.register.reading import ReadOptions, read_register

HEAD: tuple[Cell, ...] = ("เลขที่สมาชิก", "ชื่อ - สกุล", "เลขบัตรประชาชน", "วันเกิด", "บ้านเลขที่", "หมู่ที่", "วันที่สมัคร")
SOMCHAI: tuple[Cell, ...] = (12, "นายสมชาย ใจดี", "1234567890121", "1/5/2513", "9/1", 3, "1/1/2558")
MALEE: tuple[Cell, ...] = (13, "น.ส.มาลี ศรีสุข", "3100000000004", "3/2/2524", "10", 3, "1/1/2558")


def sheet(*rows: tuple[Cell, ...], name: str = "ทะเบียน", merged: tuple[MergedArea, ...] = ()) -> Sheet:
    width = max(len(row) for row in rows)
    return Sheet(name, tuple((*row, *(None,) * (width - len(row))) for row in rows), merged)


def read(
    *rows: tuple[Cell, ...], name: str = "ทะเบียน", options: ReadOptions | None = None
) -> RegisterReading:
    return read_register((sheet(*rows, name=name),), TODAY, options)


def codes(row: RegisterRow) -> list[str]:
    return [finding.code for finding in row.findings]


def changed(**cells: Cell) -> tuple[Cell, ...]:
    names = ("member_no", "name", "id", "birth", "house", "moo", "joined")
    return tuple(cells.get(name, SOMCHAI[place]) for place, name in enumerate(names))


def test_rows_when_heads_bands_totals_and_signatures_stand_between_then_only_people_are_members() -> None:
    reading = read(
        ("ทะเบียนสมาชิก ตำบลบ้านนาสุข",),
        HEAD,
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"),
        ("หมู่ที่ ๓ บ้านน้ำผึ้ง",),
        SOMCHAI,
        (None, "รวม", 1),
        HEAD,
        (14, None, None, None, None, None, None),
        MALEE,
        (None, "รวมทั้งสิ้น 2 คน"),
        (None, "ลงชื่อ ................................ ผู้จัดทำ"),
        (None, "(นายสมชาย ใจดี)"),
    )
    assert [(row.row, row.member.member_no) for row in reading.rows] == [(5, "0012"), (9, "0013")]
    assert {each.row: each.kind for each in reading.sheets[0].skipped} == {
        1: "title", 2: "head", 3: "numbered", 4: "band", 6: "total", 7: "head", 8: "numbered", 10: "total", 11: "note",
        12: "note",
    }  # fmt: skip


def test_rows_when_a_second_table_has_other_columns_then_its_own_head_counts() -> None:
    reading = read(HEAD, SOMCHAI, HEAD[::-1], MALEE[::-1])
    assert [row.member.national_id for row in reading.rows] == ["1234567890121", "3100000000004"]


def test_rows_when_a_lone_name_stands_in_the_list_then_it_waits_instead_of_vanishing() -> None:
    reading = read(HEAD, SOMCHAI, (None, "นางปราณี มั่นคง"))
    assert "ROW_ONLY_A_NAME" in codes(reading.rows[1])
    assert reading.rows[1].on_hold


def test_person_when_called_total_then_she_is_still_a_member() -> None:
    reading = read(HEAD, changed(name="รวม ใจดี"), changed(member_no=15, name="นางรวมพร ใจดี", id=None))
    assert [row.member.given_name for row in reading.rows] == ["รวม", "รวมพร"]


def test_village_when_only_in_sheet_name_or_band_or_by_name_then_it_is_found() -> None:
    head, row = HEAD[:5] + HEAD[6:], SOMCHAI[:5] + SOMCHAI[6:]
    villages = ReadOptions(villages={"บ้านนาสุข": 1})
    assert read(head, row, name="ม.3").rows[0].member.moo == 3
    assert read(head, row, name="7").rows[0].member.moo == 7
    assert read(head, ("ม.๔ บ้านทุ่งฝ้าย",), row, name="ม.3").rows[0].member.moo == 4
    assert read(head, row, name="บ้านนาสุข", options=villages).rows[0].member.moo == 1
    assert read(("รายชื่อสมาชิก บ้านนาสุข",), head, row, options=villages).rows[0].member.moo == 1
    assert codes(read(head, row).rows[0]) == ["MOO_MISSING"]
    assert codes(read(HEAD, ("หมู่ที่ 4",), SOMCHAI).rows[0]) == ["MOO_NOT_OF_BAND"]


def test_merged_house_when_it_spans_members_then_each_has_it_and_nobody_is_invented() -> None:
    rows = (HEAD, SOMCHAI, (*MALEE[:4], None, *MALEE[5:]), (None,))
    found = read_register((sheet(*rows, merged=(MergedArea(2, 5, 4, 5),)),), TODAY).rows
    assert [row.member.house_no for row in found] == ["9/1", "9/1"]


@pytest.mark.parametrize(
    ("field", "cell", "expected", "code"),
    [
        ("id", 1234567890121, "1234567890121", None),
        ("id", 1234567890121.0, "1234567890121", None),
        ("id", "1-2345-67890-12-1", "1234567890121", None),
        ("id", "๑๒๓๔๕๖๗๘๙๐๑๒๑", "1234567890121", None),
        ("id", "1234567890122", None, "ID_CHECK_DIGIT"),
        ("id", "12345678901234", None, "ID_LENGTH"),
        ("id", "1.23457E+12", None, "ID_CUT_BY_EXCEL"),
        ("id", 100000000012, None, "ID_LENGTH"),
        ("id", "-", None, "ID_MISSING"),
        ("id", True, None, "ID_MISSING"),
        ("id", date(2020, 1, 1), None, "ID_LENGTH"),
        ("birth", "31/4/2513", None, "DATE_NO_SUCH_DAY"),
        ("birth", "ก" * 10_000, None, "DATE_UNREADABLE"),
        ("birth", "1/5/1970", date(1970, 5, 1), "DATE_CE_YEAR"),
        ("birth", "1/5/2570", None, "DATE_FUTURE"),
        ("birth", "1/5/2300", None, "DATE_YEAR_UNCLEAR"),
        ("birth", "1/2/2483", None, "DATE_NEVER_EXISTED"),
        ("birth", date(2513, 5, 1), date(1970, 5, 1), None),
        ("birth", date(1970, 5, 1), date(1970, 5, 1), None),
        ("birth", date(2027, 5, 1), None, "DATE_FUTURE"),
        ("birth", 2513, None, "BIRTH_YEAR_ONLY"),
        ("birth", "พ.ศ. ๒๕๑๓", None, "BIRTH_YEAR_ONLY"),
        ("birth", 1052513, date(1970, 5, 1), None),
        ("birth", "ไม่ทราบ", None, "BIRTH_MISSING"),
        ("birth", "1/5/2430", None, "BIRTH_TOO_LONG_AGO"),
        ("joined", None, None, "JOINED_MISSING"),
        ("joined", "2558", None, "DATE_YEAR_ONLY"),
        ("joined", "1/1/80", None, "DATE_FUTURE"),
        ("joined", "1/1/2510", None, "JOINED_BEFORE_BORN"),
        ("house", date(2026, 10, 2), None, "HOUSE_IS_DATE"),
        ("house", "บ้านเลขที่ ๑๒ / ๓ ม.3", "12/3", None),
        ("house", 64, "64", None),
        ("house", "ก" * 60, None, "HOUSE_UNREADABLE"),
        ("house", "บ้านริมน้ำ", "บ้านริมน้ำ", "HOUSE_WITHOUT_NUMBER"),
        ("moo", "ม.๓", 3, None),
        ("moo", "หมู่ ที่ 3", 3, None),
        ("moo", "ไกลๆ", None, "MOO_UNREADABLE"),
        ("moo", 300, None, "MOO_UNREADABLE"),
        ("member_no", "๑๒", "0012", None),
        ("member_no", "นส-7", "นส-7", None),
        ("member_no", "٣", "٣", None),
        ("member_no", 12.5, None, "MEMBER_NO_UNREADABLE"),
        ("member_no", "9" * 400, None, "MEMBER_NO_UNREADABLE"),
    ],
)
def test_cell_when_mended_then_only_what_can_be_trusted_stays(
    field: str, cell: Cell, expected: object, code: str | None
) -> None:
    names = {"id": "national_id", "birth": "birth_date", "joined": "joined_on", "house": "house_no"}
    name = names.get(field, field)
    (row,) = read(HEAD, changed(**{field: cell})).rows
    assert getattr(row.member, name) == expected
    said = [finding for finding in row.findings if finding.field == name]
    assert [finding.code for finding in said] == ([code] if code else [])
    for finding in said:
        assert finding.values["row"] == 2
        assert finding.values["column"] == column_letter(
            ("member_no", "", "id", "birth", "house", "moo", "joined").index(field) + 1
        )


@pytest.mark.parametrize(
    ("name", "parts", "found"),
    [
        ("น.ส. กตัญญู  ณ นคร", ("นางสาว", "กตัญญู", "ณ นคร"), []),
        ("สมชาย", (None, "สมชาย", None), ["TITLE_MISSING", "FAMILY_NAME_MISSING"]),
        ("=HYPERLINK(\"http://x\") ก", None, ["NAME_ODD_LETTERS"]),
        ("<b>สมชาย</b> ใจดี", None, ["NAME_ODD_LETTERS"]),
        ("นายสมชาย😀 ใจดี", ("นาย", "สมชาย😀", "ใจดี"), ["NAME_ODD_LETTERS"]),
        ("ก" * 10_000, (None, None, None), ["NAME_TOO_LONG"]),
        ("นาย\u200bเเดง\nนํ้าใส", ("นาย", "แดง", "น้ำใส"), []),
    ],
)  # fmt: skip
def test_name_when_hostile_then_it_stays_text_and_is_pointed_out(
    name: str, parts: tuple[str | None, ...] | None, found: list[str]
) -> None:
    (row,) = read(HEAD, changed(name=name)).rows
    if parts is not None:
        assert (row.member.title, row.member.given_name, row.member.family_name) == parts
    assert [code for code in codes(row) if code != "TITLE_MISSING" or code in found] == found


def with_standing(status: Cell, left: Cell, note: Cell) -> RegisterRow:
    head = (*HEAD, "สถานะ", "วันที่พ้นสภาพ", "หมายเหตุ")
    return read(head, (*SOMCHAI, status, left, note)).rows[0]


@pytest.mark.parametrize(
    ("cells", "expected", "found"),
    [
        ((None, None, None), ("ปกติ", None), []),
        (("ปกติ", None, "ผู้พิการ"), ("ปกติ", None), []),
        (("ตาย", "1/2/2568", None), ("เสียชีวิต", date(2025, 2, 1)), []),
        ((None, None, "ตาย 25 ต.ค. 69"), ("เสียชีวิต", date(2026, 10, 25)), []),
        ((None, None, "ลาออกเมื่อวันที่ ๒๙/๙/๒๕๖๔"), ("ลาออก", date(2021, 9, 29)), []),
        ((None, None, "ลาออก (29/9/2564)"), ("ลาออก", date(2021, 9, 29)), []),
        ((None, None, "ตาย"), ("เสียชีวิต", None), ["LEFT_DATE_MISSING"]),
        ((None, None, "ตาย 31/4/2565"), ("เสียชีวิต", None), ["DATE_NO_SUCH_DAY"]),
        ((None, None, "สามีเสียชีวิต 1/1/2560"), ("ปกติ", None), ["NOTE_MENTIONS_LEAVING"]),
        (("ปกติ", "1/2/2568", None), ("ปกติ", date(2025, 2, 1)), ["STATUS_AND_DATE_DISAGREE"]),
        (("ปกติ", None, "ลาออก 1/2/2568"), ("ลาออก", date(2025, 2, 1)), ["STATUS_AND_NOTE_DISAGREE"]),
        ((None, "1/2/2568", None), ("พ้นสภาพ", date(2025, 2, 1)), []),
        (("สมรส", None, None), (None, None), ["STATUS_UNKNOWN"]),
        (("ลาออก", "1/2/2550", None), ("ลาออก", None), ["LEFT_BEFORE_JOINED"]),
    ],
)
def test_standing_when_said_in_any_column_then_it_is_read_or_waits(
    cells: tuple[Cell, Cell, Cell], expected: tuple[str | None, date | None], found: list[str]
) -> None:
    row = with_standing(*cells)
    assert (row.member.status, row.member.left_on) == expected
    assert codes(row) == found


@pytest.mark.parametrize(
    ("cell", "expected", "found"),
    [
        (812345678, "0812345678", []),
        ("081-234-5678", "0812345678", []),
        ("+66 81 234 5678", "0812345678", []),
        ("๐๘๑๒๓๔๕๖๗๘", "0812345678", []),
        ("0812345678, 0898765432", "0812345678", ["PHONE_SEVERAL"]),
        (53123456, "053123456", []),
        ("12345", None, ["PHONE_UNREADABLE"]),
        ("ไม่มี", None, []),
    ],
)
def test_phone_when_a_zero_or_more_is_lost_then_it_never_holds_the_row(
    cell: Cell, expected: str | None, found: list[str]
) -> None:
    (row,) = read((*HEAD, "โทร"), (*SOMCHAI, cell)).rows
    assert row.member.phone == expected
    assert codes(row) == found
    assert not row.on_hold


def test_numbers_when_doubled_in_the_file_then_the_later_row_waits() -> None:
    other = changed(member_no=12, name="นายวิชัย ทองคำ", id="3100000000004")
    third = changed(member_no=99, name="นางปราณี มั่นคง")
    reading = read(HEAD, SOMCHAI, other, third, SOMCHAI)
    assert [codes(row) for row in reading.rows] == [
        [],
        ["MEMBER_NO_DUPLICATE"],
        ["ID_DUPLICATE"],
        ["ROW_REPEATED"],
    ]
    assert [row.member.member_no for row in reading.rows] == ["0012", None, "0099", "0012"]
    assert reading.rows[2].findings[0].values["other_row"] == 2


def test_sequence_when_it_begins_again_on_every_sheet_then_it_is_no_member_number() -> None:
    head = ("ลำดับ", *HEAD[1:])
    first = sheet(head, (1, *SOMCHAI[1:]), name="ม.1")
    second = sheet(head, (1, *MALEE[1:]), name="ม.2")
    reading = read_register((first, second), TODAY)
    assert [row.member.member_no for row in reading.rows] == [None, None]
    assert "MEMBER_NO_TO_BE_GIVEN" in {finding.code for each in reading.sheets for finding in each.findings}
    assert not any(row.on_hold for row in reading.rows)


def test_columns_when_given_by_a_person_then_they_go_before_the_guess() -> None:
    rows = (("ก", "ข", "ค", "ง"), ("นายสมชาย ใจดี", "9/1", 12, "1/1/2558"))
    assert [each.code for each in read(*rows).findings] == ["REGISTER_NOT_FOUND"]
    columns = {"full_name": "A", "house_no": "B", "member_no": "C", "joined_on": "D"}
    reading = read(*rows, options=ReadOptions(columns={"ทะเบียน": columns}))
    assert reading.rows[-1].member.member_no == "0012"
    swapped = ReadOptions(columns={"ทะเบียน": {"house_no": "F", "moo": ""}})
    (row,) = read(HEAD, SOMCHAI, options=swapped).rows
    assert (row.member.house_no, row.member.moo) == ("3", None)


def test_fixes_when_typed_in_the_grid_then_the_row_is_read_again_with_them() -> None:
    rows = (HEAD, changed(birth="31/4/2513", joined=None, name="สมชาย ใจดี"))
    fixes: dict[tuple[str, int, str], Cell] = {
        ("ทะเบียน", 2, "birth_date"): "30/4/2513",
        ("ทะเบียน", 2, "joined_on"): "๑ ม.ค. ๒๕๕๘",
        ("ทะเบียน", 2, "title"): "นาย",
        ("ทะเบียน", 2, "family_name"): "ใจดีมาก",
    }
    assert read(*rows).rows[0].on_hold
    (row,) = read(*rows, options=ReadOptions(fixes=fixes)).rows
    assert not row.findings
    assert row.member.birth_date == date(1970, 4, 30)
    assert (row.member.title, row.member.given_name, row.member.family_name) == ("นาย", "สมชาย", "ใจดีมาก")
    again = ReadOptions(fixes={("ทะเบียน", 2, "birth_date"): "31/6/2513"}, defaults={"joined_on": "1/1/2558"})
    assert codes(read(*rows, options=again).rows[0]) == ["DATE_NO_SUCH_DAY", "TITLE_MISSING"]


def test_sheets_when_hidden_or_a_matrix_or_a_letter_then_they_are_passed_over_and_named() -> None:
    hidden = replace(sheet(HEAD, SOMCHAI, name="เก่า"), hidden=True)
    letter = sheet(("เรียน คณะกรรมการ",), name="จดหมาย")
    reading = read_register((hidden, letter, *sheets_of("matrix")), TODAY)
    assert [finding.code for each in reading.sheets for finding in each.findings] == [
        "SHEET_HIDDEN", "SHEET_NOT_REGISTER", "SHEET_IS_MATRIX",
    ]  # fmt: skip
    assert reading.rows == ()


def test_heir_when_heads_are_grouped_then_its_name_and_phone_are_not_the_members() -> None:
    top = (*HEAD, "โทรศัพท์", "ผู้รับผลประโยชน์", None, None)
    below = (*(None,) * 8, "ชื่อ-สกุล", "ความสัมพันธ์", "โทรศัพท์")
    row = (*SOMCHAI, "0812345678", "น.ส.มาลี ใจดี", "บุตร", "0899999999")
    for merged in ((MergedArea(1, 9, 1, 11),), ()):
        (found,) = read_register((sheet(top, below, row, merged=merged),), TODAY).rows
        member = found.member
        assert (member.given_name, member.phone) == ("สมชาย", "0812345678")
        assert (member.heir_name, member.heir_relation) == ("นางสาวมาลี ใจดี", "บุตร")


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(15)), st.integers(0, 3))
def test_register_when_columns_are_shuffled_and_others_added_then_members_are_the_same(
    order: list[int], extra: int
) -> None:
    (clean,) = sheets_of("clean")
    few = replace(clean, rows=clean.rows[:40])
    moved = replace(
        few,
        rows=tuple(
            (*("ค่าสมัคร" if not n else 20,) * extra, *(row[i] for i in order))
            for n, row in enumerate(few.rows)
        ),
    )
    expected = read_register((few,), TODAY)
    found = read_register((moved,), TODAY)
    assert [row.member for row in found.rows] == [row.member for row in expected.rows]
    assert len(found.rows) == 39


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.none(), st.text(max_size=20), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(),
                st.sampled_from([*HEAD, "รวม", "หมู่ที่ 1", "ชื่อ", "ที่อยู่", "๙" * 30, "²", "٣", "\ud800"]),
            ),
            min_size=7, max_size=7,
        ),
        max_size=12,
    )
)  # fmt: skip
def test_reading_when_anything_stands_in_the_cells_then_it_never_raises(rows: list[list[Cell]]) -> None:
    grid = Sheet("ม.1", (HEAD, SOMCHAI, *(tuple(row) for row in rows)))
    for row in read_register((grid,), TODAY).rows:
        for finding in row.findings:
            assert finding.severity in Severity
            assert {"sheet", "row", "column", "value"} <= finding.values.keys()


@given(st.integers(1, 16384))
def test_column_letter_when_read_back_then_it_is_the_same(column: int) -> None:
    assert column_number(column_letter(column)) == column
