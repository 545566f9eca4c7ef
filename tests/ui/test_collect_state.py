"""A sheet being keyed, decided without a window: every key, every sum, every draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.funds import NOVEMBER, PRICE, add_people
from tests.thai.hostile import HOSTILE
from wangfund.domain.errors import Refused
from wangfund.store.books import Books
from wangfund.text.messages import known_codes
from wangfund.ui.collect.sheet_entry import Effect, SheetEntry
from wangfund.ui.collect.sheet_words import (
    cell_words,
    difference_words,
    line_words,
    post_why,
    post_words,
    posted_words,
    question_words,
)
from wangfund.ui.collect.state import CollectState, OpenSheet, check_day, draft_name, has_draft, open_sheet
from wangfund.ui.collect.village_rows import facts, totals, village_columns, village_mark
from wangfund.ui.drafts import Drafts
from wangfund.usecases.record_round import record_round
from wangfund.usecases.round_view import round_view
from wangfund.usecases.rounds_of_month import rounds_in_month
from wangfund.usecases.take_payment import TakePayment, take_payment

TODAY = date(2026, 11, 20)


@pytest.fixture
def entry(books: Books) -> SheetEntry:
    """Village 3: eight who owe this month, the ninth owes October too."""
    return SheetEntry(round_view(books, 3, NOVEMBER))


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    """Drafts of this test's own."""
    return Drafts(tmp_path / "drafts.json")


def keys(entry: SheetEntry, text: str) -> Effect:
    """Press keys; '\\n' is Enter, '<' Backspace, '^' up."""
    last = Effect.NOTHING
    for key in text:
        if key == "\n":
            last = entry.enter()
        elif key == "<":
            last = entry.rub_out()
        elif key == "^":
            last = entry.move(-1)
        else:
            last = entry.press(key)
    return last


def test_enter_on_every_line_writes_what_is_due_and_ends(entry: SheetEntry) -> None:
    assert keys(entry, "\n" * 8) is Effect.MOVED
    assert keys(entry, "\n") is Effect.FINISHED
    assert entry.payers == 9
    assert entry.recorded_satang == entry.due_satang == 10 * PRICE
    assert entry.blank == []
    assert entry.unpaid == []


def test_digits_and_enter_write_that_amount(entry: SheetEntry) -> None:
    keys(entry, "90\n๖๐\n45.50\n1,095\n")
    assert [entry.paid[line.row.member_id] for line in entry.lines[:4]] == [9000, 6000, 4550, 109500]


@pytest.mark.parametrize("text", ["0\n", "-", "−", "๐\n", "0.00\n"])
def test_zero_or_a_minus_writes_that_nobody_paid(entry: SheetEntry, text: str) -> None:
    keys(entry, text)
    assert entry.at == 1
    assert [line.no for line in entry.unpaid] == [1]
    assert cell_words(entry, entry.lines[0]) == "ขาด"


def test_plus_pays_another_month_ahead_at_each_press(entry: SheetEntry) -> None:
    keys(entry, "++")
    assert entry.proposed_satang == 3 * PRICE
    assert "พ.ย. 2569–ม.ค. 2570 (3 เดือน)" in line_words(entry).words
    keys(entry, "\n")
    assert entry.paid[entry.lines[0].row.member_id] == 3 * PRICE


def test_plus_for_ever_stops_at_what_can_be_paid(entry: SheetEntry) -> None:
    for _ in range(700):
        entry.press("+")
    assert entry.wrong is not None
    assert entry.wrong.code == "AMOUNT_TOO_LARGE"
    keys(entry, "\n")
    assert entry.paid == {} or entry.recorded_satang <= 600 * PRICE


def test_slash_goes_to_a_line_and_a_wrong_number_says_so(entry: SheetEntry) -> None:
    assert keys(entry, "/7\n") is Effect.MOVED
    assert entry.at == 6
    for wrong in ("/0\n", "/99\n", "/\n", "/12345678901234\n"):
        keys(entry, wrong)
        assert entry.at == 6
        assert entry.wrong is not None
        assert entry.wrong.code == "NUMBER_OUT_OF_RANGE"
        assert entry.give_up()


def test_up_goes_back_and_enter_there_keeps_what_was_written(entry: SheetEntry) -> None:
    keys(entry, "60\n\n^^\n")
    assert entry.paid[entry.lines[0].row.member_id] == 6000
    assert entry.at == 1
    keys(entry, "^^^^")
    assert entry.at == 0


def test_backspace_takes_a_digit_then_what_was_written(entry: SheetEntry) -> None:
    keys(entry, "65<0\n^")
    assert entry.paid[entry.lines[0].row.member_id] == 6000
    keys(entry, "<")
    assert entry.lines[0] in entry.blank
    assert keys(entry, "<") is Effect.NOTHING
    keys(entry, "\n")
    assert entry.paid[entry.lines[0].row.member_id] == PRICE


def test_everybody_pays_leaves_what_was_written(entry: SheetEntry) -> None:
    keys(entry, "-60\n")
    assert entry.everybody_pays() == 7
    assert [line.no for line in entry.unpaid] == [1]
    assert entry.paid[entry.lines[1].row.member_id] == 6000
    assert entry.blank == []
    assert entry.everybody_pays() == 0


def test_amount_that_fits_no_whole_month_is_told_at_once_as_it_will_be_laid(entry: SheetEntry) -> None:
    keys(entry, "35")
    assert line_words(entry).words.endswith("35.00 จ่ายเดือน พ.ย. 2569 (1 เดือน) เหลือ 5.00 รวมกับครั้งหน้า")
    entry.give_up()
    keys(entry, "20")
    assert "ยังไม่ครบหนึ่งเดือน" in line_words(entry).words
    entry.give_up()
    owes = next(at for at, line in enumerate(entry.lines) if line.row.arrears_months)
    entry.go_to(owes)
    assert "ต.ค.–พ.ย. 2569 (2 เดือน)" in line_words(entry).words


@pytest.mark.parametrize("text", ["ก", "a", "😀", "<", "=", "\u200b", "x"])
def test_letter_is_pointed_out_and_writes_nothing(entry: SheetEntry, text: str) -> None:
    entry.press(text)
    assert entry.typed == ""
    assert entry.wrong is not None
    assert entry.wrong.code == "AMOUNT_UNREADABLE"
    assert line_words(entry).tone == "bad"
    # Of baht and satang it is not said that they must be whole.
    assert "จำนวนเต็ม" not in line_words(entry).words


def test_fourteen_digits_are_said_to_be_too_much_while_they_are_typed(entry: SheetEntry) -> None:
    keys(entry, "123456789012")
    said = line_words(entry)
    assert said.tone == "bad"
    assert "มากผิดปกติ" in said.words
    keys(entry, "34")
    # What was not taken is pointed out, and Enter writes nothing.
    assert entry.typed == "123456789012"
    assert entry.wrong is not None and entry.wrong.code == "AMOUNT_TOO_LARGE"
    keys(entry, "\n")
    assert (entry.at, entry.paid) == (0, {})
    entry.give_up()
    keys(entry, "/" + "9" * 14)
    assert entry.wrong is not None and entry.wrong.code == "NUMBER_OUT_OF_RANGE"


@pytest.mark.parametrize("text", ["...", "1.2.3", "0.001", "99999999999", "1,2", ","])
def test_digits_that_are_no_amount_stay_and_say_so(entry: SheetEntry, text: str) -> None:
    keys(entry, text + "\n")
    assert entry.at == 0
    assert entry.paid == {}
    assert entry.wrong is not None
    assert entry.wrong.code in known_codes()
    assert entry.typed


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([*"0123456789.,/+-*๕กx\n<^", *HOSTILE]), max_size=60))
def test_any_keys_keep_every_amount_payable_and_the_sums_true(entry: SheetEntry, pressed: list[str]) -> None:
    one = SheetEntry(entry.view)
    for key in pressed:
        keys(one, key)
        line_words(one)
        for line in one.lines:
            cell_words(one, line)
            amount = one.paid.get(line.row.member_id, 0)
            assert amount >= 0
            if amount:
                one.lay(line, amount)
        assert one.recorded_satang == sum(one.paid.values())
        assert len(one.typed) <= 12
        assert 0 <= one.at < len(one.lines)


def test_member_of_unknown_coverage_is_named_and_gives_nothing(books: Books) -> None:
    add_people(books, 2, 1, through=None)
    one = SheetEntry(round_view(books, 2, NOVEMBER))
    (line,) = one.unknown
    one.go_to(one.lines.index(line))
    assert "ยังไม่รู้ว่าชำระถึงเดือนใด" in line_words(one).words
    assert cell_words(one, line) == "ไม่รู้ยอด"
    for text in ("30\n", "+"):
        keys(one, text)
        assert one.wrong is not None
        assert one.wrong.code == "COVERAGE_UNKNOWN"
        one.give_up()
    keys(one, "\n")
    assert one.paid == {}
    one.everybody_pays()
    assert line.row.member_id not in one.paid
    assert one.blank == []


def test_empty_village_has_nothing_to_key(books: Books) -> None:
    view = round_view(books, 1, NOVEMBER)
    one = SheetEntry(view, again=True)
    record_round(books, _sheet(books, 1, "\n" * 8).command())
    one.renew(round_view(books, 1, NOVEMBER))
    assert one.lines == ()
    for key in "0/+-*ก\n<^":
        keys(one, key)
    assert line_words(one).words
    assert (one.payers, one.recorded_satang, one.proposed_satang) == (0, 0, None)


def _sheet(books: Books, moo: int, text: str, counted: str = "") -> OpenSheet:
    sheet = OpenSheet(SheetEntry(round_view(books, moo, NOVEMBER)), TODAY, counted)
    keys(sheet.entry, text)
    return sheet


def test_difference_is_not_told_before_all_is_written_and_counted(books: Books) -> None:
    sheet = _sheet(books, 3, "\n" * 3)
    said, clue = difference_words(sheet.entry, 100)
    assert (said.words, said.tone, clue) == ("ยังบันทึกไม่ครบ เหลือ 6 คน", "ink2", "")
    assert post_why(sheet.entry, 100) == "ยังไม่ได้บันทึก 6 คน เริ่มที่ลำดับ 4"
    keys(sheet.entry, "\n" * 6)
    assert difference_words(sheet.entry, None)[0].words == "ยังไม่ได้นับเงิน"
    assert "นับเงิน" in post_why(sheet.entry, None)
    assert difference_words(sheet.entry, 10 * PRICE)[0] == ("ตรงกัน", "ok", "")


def test_money_over_points_at_whoever_is_written_as_not_paying(books: Books) -> None:
    sheet = _sheet(books, 3, "\n-" + "\n" * 6 + "-")
    entry = sheet.entry
    said, clue = difference_words(entry, entry.recorded_satang + PRICE)
    assert (said.words, said.tone, said.figure) == ("เงินเกินอยู่", "warn", "30.00")
    assert clue == "อาจบันทึกว่าขาด ทั้งที่จ่ายแล้ว ลองดูลำดับ 9"
    _, clue = difference_words(entry, entry.recorded_satang + 3 * PRICE)
    assert "ทุกคนรวมกัน" in clue
    assert post_why(entry, entry.recorded_satang + PRICE) == "ถ้าหาไม่พบ ลงเป็นเงินสดเกิน 30.00"


def test_money_short_says_so_and_swapped_digits_are_pointed_at(books: Books) -> None:
    sheet = _sheet(books, 3, "210\n" + "\n" * 8)
    entry = sheet.entry
    said, clue = difference_words(entry, entry.recorded_satang - 9000)
    assert (said.words, said.figure) == ("เงินขาดอยู่", "90.00")
    assert clue == "อาจพิมพ์ตัวเลขสลับกัน ลองดูลำดับ 1"
    _, many = difference_words(entry, entry.recorded_satang - PRICE)
    assert many == "อาจมีหนึ่งคนที่บันทึกว่าจ่าย ทั้งที่ยังไม่ได้จ่าย"
    _, none = difference_words(entry, entry.recorded_satang - 777)
    assert "นับเงินใหม่" in none
    assert "ผู้เก็บต้องนำมาส่งอีก 30.00" in post_why(entry, entry.recorded_satang - PRICE)
    asked = question_words(entry, entry.recorded_satang - PRICE, "20 พ.ย. 2569").splitlines()
    assert "ขาด 30.00 บาท" in asked[3]
    assert asked[4].startswith("จะลงว่า") and "ยังไม่ส่ง" in asked[4]


def test_command_names_payers_only_under_the_sheets_token(books: Books) -> None:
    sheet = _sheet(books, 3, "-" + "\n" * 8, "270")
    command = sheet.command()
    (village,) = command.villages
    assert village.token == sheet.entry.view.sheet.token
    assert village.paid is not None
    assert sheet.entry.lines[0].row.member_id not in village.paid
    assert (len(village.paid), village.counted_satang) == (8, 27000)
    done = record_round(books, command)
    assert "ออกใบเสร็จ 8 ใบ เลขที่ 1–8 รวม 270.00" in posted_words(done)
    again = record_round(books, command)
    assert posted_words(again) == "ใบนี้บันทึกไว้แล้ว ไม่ได้ลงซ้ำ"


def test_sheet_on_which_nobody_paid_can_be_posted(books: Books) -> None:
    sheet = _sheet(books, 3, "-" * 9, "0")
    assert post_words(sheet.entry) == "บันทึกว่าไม่มีใครจ่าย"
    done = record_round(books, sheet.command())
    assert len(done.round_ids) == 1
    assert posted_words(done) == "บันทึกแล้ว รอบนี้ไม่มีใครจ่าย"


@pytest.mark.parametrize("text", ["", "abc", "-5", "๑๒๓x", "9" * 14, "10" * 5000])
def test_count_that_is_no_amount_is_none(books: Books, text: str) -> None:
    sheet = _sheet(books, 3, "", text)
    assert sheet.counted_satang is None


def test_half_keyed_sheet_comes_back_after_a_power_cut(books: Books, drafts: Drafts, tmp_path: Path) -> None:
    sheet, _ = open_sheet(round_view(books, 3, NOVEMBER), drafts)
    keys(sheet.entry, "60\n-\n")
    sheet.counted, sheet.pieces, sheet.on = "90", '{"5000": "1"}', date(2026, 11, 18)
    drafts.keep(sheet.name, sheet.draft())
    after = Drafts(tmp_path / "drafts.json")
    again, changed = open_sheet(round_view(books, 3, NOVEMBER), after)
    assert changed == []
    assert again.entry.paid == sheet.entry.paid
    assert (again.entry.at, again.counted, again.pieces, again.on) == (3, "90", '{"5000": "1"}', sheet.on)
    line = rounds_in_month(books, NOVEMBER).villages[2]
    assert has_draft(line, NOVEMBER, after)
    assert village_mark(line, half=True).words == "พิมพ์ค้างไว้"


def test_line_whose_due_changed_since_must_be_keyed_again(books: Books, drafts: Drafts) -> None:
    sheet, _ = open_sheet(round_view(books, 3, NOVEMBER), drafts)
    keys(sheet.entry, "\n" * 9)
    drafts.keep(sheet.name, sheet.draft())
    take_payment(books, TakePayment(sheet.entry.lines[0].row.member_no, PRICE, TODAY))
    again, changed = open_sheet(round_view(books, 3, NOVEMBER), drafts)
    assert [line.no for line in changed] == [1]
    assert again.entry.paid.keys() == sheet.entry.paid.keys() - {sheet.entry.lines[0].row.member_id}
    assert [line.no for line in sheet.entry.renew(round_view(books, 3, NOVEMBER))] == [1]
    assert again.entry.blank == []


def test_draft_of_a_sheet_posted_meanwhile_is_dropped(books: Books, drafts: Drafts) -> None:
    sheet, _ = open_sheet(round_view(books, 3, NOVEMBER), drafts)
    keys(sheet.entry, "\n" * 9)
    drafts.keep(sheet.name, sheet.draft())
    record_round(books, sheet.command())
    view = round_view(books, 3, NOVEMBER)
    again, _ = open_sheet(view, drafts)
    assert again.entry.paid == {}
    assert drafts.kept(sheet.name) is None
    assert again.entry.again


@pytest.mark.parametrize(
    "draft",
    [
        {"paid": "x"},
        {"paid": {"a": [1, 1]}},
        {"paid": {"17": [1]}},
        {"paid": {"17": ["3000", 3000]}},
        {"paid": {"17": [-5, 3000]}},
        {"paid": {"99999": [3000, 3000]}},
        {"paid": {"17": [True, 3000]}},
        {"at": 999, "on": "yesterday", "counted": 5, "pieces": ["x"]},
        {"at": None, "on": "2999-01-01"},
    ],
)
def test_damaged_draft_is_let_be(books: Books, drafts: Drafts, draft: dict[str, object]) -> None:
    view = round_view(books, 3, NOVEMBER)
    drafts.keep(draft_name(NOVEMBER, 3), {"token": view.sheet.token, **draft})
    sheet, _ = open_sheet(view, drafts)
    assert sheet.entry.paid == {}
    assert sheet.entry.at in range(len(sheet.entry.lines))
    assert sheet.on <= TODAY


def test_day_must_be_neither_to_come_nor_in_a_closed_month() -> None:
    assert check_day(date(2026, 11, 1), NOVEMBER, TODAY) == date(2026, 11, 1)
    for day, code in ((date(2026, 11, 21), "DATE_IN_FUTURE"), (date(2026, 10, 31), "PERIOD_CLOSED")):
        with pytest.raises(Refused) as refused:
            check_day(day, NOVEMBER, TODAY)
        assert refused.value.code == code


@pytest.fixture
def marks(books: Books) -> Iterator[list[str]]:
    """Village 1 equal, 2 short, 3 not back."""
    record_round(books, _sheet(books, 1, "\n" * 8, "240").command())
    record_round(books, _sheet(books, 2, "\n" * 8, "200").command())
    month = rounds_in_month(books, NOVEMBER)
    yield [village_mark(v, half=False).words for v in month.villages]


def test_villages_say_who_is_back_and_what_is_short(books: Books, marks: list[str]) -> None:
    assert marks == ["ส่งแล้ว 20 พ.ย.", "ขาด 40", "ยังไม่พิมพ์ใบ"]
    month = rounds_in_month(books, NOVEMBER)
    assert facts(month) == "รอบเดือนพฤศจิกายน 2569 · รออีก 1 หมู่บ้าน"
    assert totals(month) == ("กลับมาแล้ว 2 จาก 3 หมู่", "300.00", "480.00")
    assert [c.heading for c in village_columns(lambda _v: False, roomy=False)][:2] == ["หมู่", "หมู่บ้าน"]


def test_state_of_a_young_fund_knows_nothing_yet() -> None:
    state = CollectState()
    assert (state.month, state.sheet, state.posted) == (None, None, None)
