"""What the import page decides, without a window: choices, points, mending, drafts, columns, words."""

from __future__ import annotations

import gc
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.register.truth import REGISTERS, TODAY, sheets_of, truth_of
from tests.funds import books, register_sheet
from wangfund.domain.errors import Finding, Severity
from wangfund.domain.register.grid import Sheet
from wangfund.domain.register.matrix import read_matrix
from wangfund.domain.register.member import RegisterMember, RegisterRow
from wangfund.domain.register.plan import plan_import
from wangfund.domain.register.reading import RegisterReader
from wangfund.store.books import Books
from wangfund.thai.period import Period
from wangfund.ui.importing.acts import question_words
from wangfund.ui.importing.choices import Act, choices_of
from wangfund.ui.importing.columns import file_columns, given_of
from wangfund.ui.importing.finding_words import panel_words
from wangfund.ui.importing.grid_rows import GridMaker, counts_of
from wangfund.ui.importing.held_rows import held_rows
from wangfund.ui.importing.matrix_rows import has_matrix, matrix_grid, matrix_year
from wangfund.ui.importing.overlay import Overlay, overlay_of
from wangfund.ui.importing.page_words import file_facts, why_not
from wangfund.ui.importing.points import points_of
from wangfund.ui.importing.short_words import short
from wangfund.ui.importing.state import ImportState, Opened, Phase
from wangfund.ui.importing.tasks import do_import, open_file, read_again
from wangfund.ui.worker.progress import Cancelled, Progress
from wangfund.usecases.import_register import ImportRegister, import_register

__all__ = ["books"]

QUIET = Progress(lambda _words, _done, _total: None)


def opened(sheets: tuple[Sheet, ...], name: str = "ทะเบียน.xlsx") -> Opened:
    return Opened(Path(name), "ab" * 32, sheets)


def reading(books: Books, sheets: tuple[Sheet, ...]) -> ImportState:
    state = ImportState()
    state.take_file(opened(sheets), None, RegisterReader(sheets, books.clock.today()))
    read(books, state)
    return state


def read(books: Books, state: ImportState) -> None:
    assert state.reader is not None
    assert state.take_shown(read_again(books, state.reader, state.maker, state.overlay, {}, QUIET))
    assert not state.stale


def messy(books: Books) -> ImportState:
    """The messy register beside a fund of others: its numbers are made others, too."""
    (sheet,) = sheets_of("messy")
    rows = [list(row) for row in sheet.rows]
    for row in rows[6:]:
        if row[1] is not None and str(row[1]).strip():
            row[1] = f"น{row[1]}"
    return reading(books, (Sheet(sheet.name, tuple(tuple(row) for row in rows), sheet.merged),))


def test_messy_when_read_then_the_points_are_the_truths_problems(books: Books) -> None:
    state = messy(books)
    must = [(p.key[1], p.field) for p in state.points if p.must]
    assert must == [(problem["row"], problem["field"]) for problem in truth_of("messy")["problems"]]
    assert state.mark == (("Sheet1", 20), "birth_date")
    words = panel_words(state)
    assert (words.heading, words.written) == ("แถว 20 วันเกิด", "31/4/2536")
    assert words.foot == "จุดที่ 1 จาก 10"
    assert words.nexts[0] == "แถว 24 วันเกิด ไม่มีวันนี้ในปฏิทิน"


def test_choices_when_taken_one_by_one_then_nothing_waits(books: Books) -> None:
    state = messy(books)
    for _ in range(10):
        assert state.apply() is not None
        point = state.next_point()
        if point is not None:
            state.move_to(point.key, point.field)
        read(books, state)
    assert state.counts["hold"] == 0
    assert not any(point.must for point in state.points)
    # What a person left empty is not asked again.
    assert {p.finding.code for p in state.points} == {"ID_MISSING"}
    assert len(state.points) == 2


def test_hold_and_let_go_leave_the_row_as_it_was(books: Books) -> None:
    state = messy(books)
    before = state.row
    assert state.choose(3)
    assert state.apply() is not None
    read(books, state)
    assert state.choices[0].act is Act.LET_GO
    assert panel_words(state).why == "ท่านพักคนนี้ไว้ ยังไม่นำเข้า"
    assert not any(point.key == ("Sheet1", 20) for point in state.points)
    state.apply()
    read(books, state)
    assert state.row == before


def test_left_out_row_becomes_a_band_and_comes_back(books: Books) -> None:
    state = messy(books)
    state.move_to(("Sheet1", 112), "national_id")
    words = panel_words(state)
    assert [pair.place for pair in words.pair] == ["แถว 7", "แถว 112"]
    assert state.choose(2)
    state.apply()
    read(books, state)
    row = state.row
    assert row is not None
    assert row.left_out
    assert "ตัดแถวนี้ออก" in row.band
    assert state.counts["all"] == 259
    state.apply()
    read(books, state)
    assert state.counts["all"] == 260


@pytest.mark.parametrize(
    "text",
    [
        "abc", "๓๑/๔/๒๕๓๖", "31/4/2536", "30/4/2570", "12345678901234", "😀😀", "<b>1</b>", "=1+1", "ก" * 10_000,
        "บรรทัดหนึ่ง\nบรรทัดสอง\tสาม", "'; DROP TABLE member; --", "\x00\x07", "29/2/2567 ค.ศ.",
    ],
)  # fmt: skip
def test_hostile_text_in_a_cell_is_a_finding_and_never_a_day(books: Books, text: str) -> None:
    state = messy(books)
    state.type_in(text)
    read(books, state)
    row = state.row
    assert row is not None
    assert row.planned is not None
    assert row.planned.row.member.birth_date is None
    assert state.open_finding is not None
    assert panel_words(state).why
    assert len(panel_words(state).written) <= 10_000


@pytest.mark.parametrize("name", ["<b>หนา</b> =1+1", "=HYPERLINK(1)", "😀 ยิ้ม"])
def test_name_that_is_markup_or_a_formula_is_pointed_out(books: Books, name: str) -> None:
    state = messy(books)
    state.move_to(("Sheet1", 10), "full_name")
    assert state.type_in(name)
    read(books, state)
    assert state.open_finding is not None
    assert state.open_finding.code == "NAME_ODD_LETTERS"


@pytest.mark.parametrize(
    ("text", "day"), [("๓๐/๔/๒๕๓๖", "1993-04-30"), ("30 เม.ย. 36", "1993-04-30"), ("30/4/1993", "1993-04-30")]
)
def test_day_in_any_style_mends_the_cell(books: Books, text: str, day: str) -> None:
    state = messy(books)
    assert state.type_in(text)
    read(books, state)
    row = state.row
    assert row is not None
    assert row.planned is not None
    assert str(row.planned.row.member.birth_date) == day
    assert row.action == "add"


def test_typing_what_stood_there_changes_nothing_and_the_files_own_text_takes_the_mend_away(
    books: Books,
) -> None:
    state = messy(books)
    state.move_to(("Sheet1", 10), "house_no")
    before = state.overlay
    text = state.edit_text()
    assert text
    assert not state.type_in(text)
    assert state.overlay is before
    assert state.type_in("99/1")
    read(books, state)
    assert state.edit_text() == "99/1"
    assert state.type_in(text)
    read(books, state)
    assert dict(state.overlay.fixes) == {}


def test_status_typed_keeps_the_day_read_from_the_remark(books: Books) -> None:
    state = messy(books)
    died = next(
        row for row in state.rows if row.planned is not None and row.planned.row.member.status == "เสียชีวิต"
        and row.action == "add"
    )  # fmt: skip
    assert died.planned is not None
    day = died.planned.row.member.left_on
    state.move_to(died.key, "status")
    assert state.type_in("ลาออก")
    read(books, state)
    assert state.row is not None
    assert state.row.planned is not None
    assert state.row.planned.row.member.left_on == day
    assert state.type_in("ปกติ")
    read(books, state)
    assert state.row.planned is not None
    assert (state.row.planned.row.member.status, state.row.planned.row.member.left_on) == ("ปกติ", None)


def test_another_file_of_the_fund_shows_both_who_share_a_number(books: Books) -> None:
    import_register(books, ImportRegister([register_sheet("กล้า", "ขวัญ")], "ก.xlsx", "cd" * 32))
    state = reading(books, (register_sheet("มะลิ", "ขวัญ"),))
    state.move_to(("ทะเบียน", 2), "member_no")
    words = panel_words(state)
    assert [pair.name for pair in words.pair] == ["กล้า นำเข้า", "มะลิ นำเข้า"]
    assert state.counts["same"] == 1
    state.apply()
    read(books, state)
    assert state.counts["add"] == 1


def test_draft_when_read_back_then_everything_stands_as_it_was(books: Books) -> None:
    state = messy(books)
    state.type_in("30/4/2536")
    state.move_to(("Sheet1", 24), "birth_date")
    state.choose(3)
    state.apply()
    state.month, state.coverage, state.show = Period(2026, 9), "paid", "hold"
    kept = json.loads(json.dumps(state.to_draft()))
    again = ImportState()
    assert state.file is not None
    assert again.take_file(state.file, kept, RegisterReader(state.file.sheets, TODAY))
    assert again.overlay == state.overlay
    assert (again.mark, again.show, again.coverage, again.month) == (
        (("Sheet1", 24), "birth_date"), "hold", "paid", Period(2026, 9),
    )  # fmt: skip


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=6), inside, max_size=4),
    max_leaves=12,
)
NAMES = st.sampled_from(
    [
        "fixes",
        "columns",
        "heads",
        "unwanted",
        "held",
        "left_out",
        "accepted",
        "mark",
        "show",
        "month",
        "coverage",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(NAMES, JSON, max_size=6))
def test_damaged_draft_is_dropped_piece_by_piece_and_never_raises(kept: dict[str, Any]) -> None:
    overlay_of(kept).options({})
    state = ImportState()
    sheets = (register_sheet("ก"),)
    state.take_file(opened(sheets), kept, RegisterReader(sheets, TODAY))
    assert state.reader is not None
    state.reader.read(state.overlay.options({}))
    assert overlay_of(json.loads(json.dumps(state.overlay.to_draft()))) == state.overlay


def test_columns_when_told_then_only_what_differs_is_said() -> None:
    (sheet,) = sheets_of("messy")
    columns = file_columns(sheet, None, {})
    assert [c.letter for c in columns] == list("ABCDEFGHI")
    assert columns[3].meaning == "national_id"
    meanings = {c.letter: c.meaning for c in columns}
    assert given_of(sheet, None, meanings) == {}
    given = given_of(sheet, None, {**meanings, "D": "", "I": "phone"})
    assert given == {"phone": "I", "national_id": "", "note": ""}
    assert {c.letter: c.meaning for c in file_columns(sheet, None, given)} == {
        **meanings,
        "D": "",
        "I": "phone",
    }


def test_every_error_has_choices_that_change_something_and_short_words() -> None:
    row = RegisterRow("ก", 3, RegisterMember(member_no="0001", status="เสียชีวิต"))
    codes = ["DATE_NO_SUCH_DAY", "ID_DUPLICATE", "ROW_REPEATED", "STATUS_UNKNOWN", "LEFT_IN_FUND", "NAME_MISSING",
             "STATUS_AND_NOTE_DISAGREE", "STATUS_AND_DATE_DISAGREE", "LEFT_DATE_MISSING", "POSSIBLY_SAME_PERSON",
             "MEMBER_NO_DUPLICATE", "MEMBER_NO_CHANGES", "MOO_NOT_OF_BAND", "JOINED_BEFORE_BORN", "ROW_HELD",
             "MATCHED_TWICE", "ROW_ONLY_A_NAME", "NOTE_MENTIONS_LEAVING", "HOUSE_IS_DATE"]  # fmt: skip
    for code in codes:
        finding = Finding(
            code, "birth_date", "", Severity.ERROR, {"suggestion": "1/2", "known_member_no": "0007"}
        )
        choices = choices_of(finding, row)
        assert 1 <= len(choices) <= 4
        for choice in choices:
            changed = Overlay().chosen(choice, ("ก", 3), "birth_date", code)
            assert choice.act in {Act.EDIT, Act.LET_GO} or changed != Overlay()
        assert short(code)
    assert choices_of(Finding("ID_LENGTH", "national_id", values={"suggestion": "0123"}), row)[0].fixes == {
        "national_id": "0123"
    }


def test_filters_count_what_they_show(books: Books) -> None:
    state = messy(books)
    for name, count in state.counts.items():
        if name == "left_out":
            continue
        state.show = name
        assert sum(bool(row.action) for row in state.filtered()) == count
    state.show = "all"
    assert any(row.band for row in state.filtered())
    state.filter_by("hold")
    assert not any(row.band for row in state.filtered())
    state.filter_by("hold")
    assert state.show == "all"


def test_question_says_how_many_wait_through_when_and_what_villages_come(books: Books) -> None:
    state = messy(books)
    _, sentence, verb = question_words(state)
    assert sentence.startswith("เพิ่ม 250 คน พักไว้ 10 คน · ยังไม่ทราบว่าชำระถึงเดือนใด")
    assert "หมู่ 4, 5" in sentence
    assert verb == "นำเข้า 250 คน"
    state.coverage, state.month = "paid", Period(2026, 9)
    assert "ทุกคนชำระแล้วถึงกันยายน 2569" in question_words(state)[1]
    assert why_not(state, readonly=True)
    assert why_not(state, readonly=False) == ""
    assert "ยังไม่มีอะไรถูกบันทึก" in file_facts(state)


def test_matrix_when_read_then_its_year_is_found_and_a_doubtful_cell_is_marked() -> None:
    sheets = sheets_of("matrix")
    assert has_matrix(sheets)
    assert matrix_year(sheets) == 2568
    assert not has_matrix(sheets_of("clean"))
    spoiled = [list(row) for row in sheets[0].rows]
    spoiled[4][3] = "สามสิบ"
    matrix = read_matrix([Sheet(sheets[0].name, tuple(tuple(row) for row in spoiled))], 2025)
    rows = matrix_grid(matrix)
    assert counts_of(rows)["hold"] == 1
    held = next(row for row in rows if row.action == "hold")
    state = ImportState(phase=Phase.MATRIX, matrix=matrix, matrix_rows=rows)
    state.mark = (
        held.key,
        next(c.field for c, cell in zip(state.columns, held.cells, strict=True) if cell.tone),
    )
    assert panel_words(state).written == "สามสิบ"
    (line,) = held_rows([row for row in matrix.rows if row.on_hold])
    assert "สามสิบ" in line.why


def test_grid_when_made_again_keeps_the_rows_nothing_happened_to() -> None:
    sheets = sheets_of("messy")
    reader, maker = RegisterReader(sheets, TODAY), GridMaker()
    first = reader.read()
    made = maker.make(sheets, first.sheets, plan_import(first.rows, ()), {}, frozenset())[1]
    overlay = Overlay().with_cells(("Sheet1", 20), {"birth_date": "30/4/2536"})
    second = reader.read(overlay.options({}))
    again = maker.make(sheets, second.sheets, plan_import(second.rows, ()), overlay.fixes, frozenset())
    changed = [new.key[1] for old, new in zip(made, again[1], strict=True) if old is not new and new.action]
    assert changed == [20]
    assert not any(p.key == ("Sheet1", 20) for p in points_of(again[1], again[0], frozenset(), frozenset()))


def test_reading_when_asked_to_stop_then_stops(books: Books) -> None:
    sheets = sheets_of("clean")
    told: list[int] = []
    progress = Progress(lambda _words, done, _total: told.append(done))
    progress.stop()
    with pytest.raises(Cancelled):
        read_again(books, RegisterReader(sheets, TODAY), GridMaker(), Overlay(), {}, progress)
    with pytest.raises(Cancelled):
        open_file(REGISTERS / "clean.xlsx", progress)
    assert told == []


def test_importing_never_lets_a_collection_of_garbage_stop_the_window(books: Books) -> None:
    # Measured with 20,000 rows in hand: 263 ms in which no thread answers.
    sheets = sheets_of("clean")
    collecting: list[bool] = []
    progress = Progress(lambda _words, _done, _total: collecting.append(gc.isenabled()))
    done, _ = do_import(books, ImportRegister(sheets, "clean.xlsx", "ab" * 32), "", progress)
    assert done.batch is not None
    assert collecting and not any(collecting)
    assert gc.isenabled()
