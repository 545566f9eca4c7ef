"""What founding decides, without a window: months, rows, steps, drafts, places; every wrong key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.ui.scenes.welcome import FILLED
from wangfund.domain.profile import Bank, Officer, Village
from wangfund.thai.period import Period
from wangfund.ui.founding.rules_choice import rules_lines
from wangfund.ui.founding.state import LAST, FoundingState, home_for, read_row
from wangfund.ui.founding.summary import summary_lines
from wangfund.ui.founding.typed_month import typed_month
from wangfund.usecases.rulebook_choices import presets, rulebook_choice

TODAY = date(2026, 10, 30)
OCTOBER = Period(2026, 10)


def filled() -> FoundingState:
    return FoundingState.of_draft(FILLED.kept())


@pytest.mark.parametrize(
    "text",
    ["ต.ค. 2569", "ต.ค. 69", "ตุลาคม 2569", "10/2569", "10/69", "๑๐/๒๕๖๙", "2569-10", "2026-10", " 10/2569 "],
)
def test_a_month_is_read_in_every_style(text: str) -> None:
    assert typed_month(text).value == OCTOBER


@pytest.mark.parametrize(
    "text", ["13/2569", "00/2569", "ตุลา", "2569", "31/4/2569 x", "=1+1", "<b>", "😀", "9" * 10_000, "10/2300"]
)
def test_what_is_no_month_is_said_so(text: str) -> None:
    typed = typed_month(text)
    assert typed.value is None and typed.wrong


def test_a_month_to_come_and_an_empty_one_are_refused() -> None:
    late = typed_month("11/2569", latest=OCTOBER)
    assert late.finding is not None and late.finding.code == "BOOKS_FROM_FUTURE"
    assert typed_month("", required=True).wrong
    assert not typed_month("").wrong


def test_the_profile_is_as_typed() -> None:
    state = filled()
    profile = state.profile(TODAY)
    assert (profile.name, profile.books_from, profile.founded_on) == (
        "กองทุนสวัสดิการชุมชนตำบลทดสอบ",
        OCTOBER,
        date(2012, 2, 1),
    )
    assert profile.villages[0] == Village(1, "บ้านเหนือ", "นางแก้ว ทดลอง")
    assert profile.banks == (Bank("ธ.ก.ส. สาขาทดสอบ", "020-1-23456-7"),)
    assert profile.committee[0] == Officer("ประธาน", "นายสมมติ ทดลอง", date(2025, 1, 1), date(2028, 12, 31))
    told = dict(summary_lines(profile, "ระเบียบ"))
    assert told["หมู่บ้าน"].startswith("3 หมู่")
    assert all(state.findings(step, TODAY) == () for step in range(LAST))


def test_words_of_place_are_not_said_twice() -> None:
    state = filled()
    state.texts |= {"tambon": "ตำบลทดสอบ", "amphoe": "อำเภอเมือง", "province": "จังหวัดตัวอย่าง"}
    profile = state.profile(TODAY)
    assert (profile.tambon, profile.amphoe, profile.province) == ("ทดสอบ", "เมือง", "ตัวอย่าง")
    assert state.suggested_name == "กองทุนสวัสดิการชุมชนตำบลทดสอบ"


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("founded_on", "31/4/2555", "DATE_NO_SUCH_DAY"),
        ("founded_on", "1/1/2570", "DATE_FUTURE"),
        ("founded_on", "", "DATE_EMPTY"),
    ],
)
def test_a_wrong_first_step_is_not_left(text: str, value: str, code: str) -> None:
    state = filled()
    state.texts[text] = value
    assert [finding.code for finding in state.findings(0, TODAY)] == [code]


@pytest.mark.parametrize(
    ("books", "founded", "effective", "code"),
    [
        ("11/2569", "1/2/2555", None, "BOOKS_FROM_FUTURE"),
        ("1/2555", "1/2/2555", None, "BOOKS_BEFORE_FOUNDING"),
        ("1/2510", "1/2/2500", None, "BOOKS_FROM_TOO_OLD"),
        ("10/2552", "1/2/2550", date(2010, 1, 1), "BOOKS_BEFORE_RULES"),
        ("", "1/2/2555", None, "PERIOD_UNREADABLE"),
    ],
)
def test_the_first_month_must_make_sense(books: str, founded: str, effective: date | None, code: str) -> None:
    state = filled()
    state.texts |= {"books_from": books, "founded_on": founded}
    found = state.findings(1, TODAY, effective)
    assert [(f.code, f.field) for f in found] == [(code, "books_from")]


@pytest.mark.parametrize(
    ("name", "row", "code"),
    [
        ("villages", ("๑๔", "ก", ""), ""),
        ("villages", ("", "ก", ""), "NUMBER_EMPTY"),
        ("villages", ("100", "ก", ""), "NUMBER_OUT_OF_RANGE"),
        ("villages", ("หนึ่ง", "ก", ""), "NUMBER_UNREADABLE"),
        ("villages", ("4", "ก" * 10_000, ""), "TEXT_TOO_LONG"),
        ("villages", ("4", "😀", ""), "TEXT_UNPRINTABLE"),
        ("villages", ("4", "บ้าน & สวน", "\tก\nข"), ""),
        ("villages", ("4", "<b>ก</b>", ""), "TEXT_NOT_WORDS"),
        ("villages", ("4", "12345678901234", ""), "TEXT_WITHOUT_LETTERS"),
        ("villages", ("4", "ก", "31/4/2569"), "TEXT_WITHOUT_LETTERS"),
        ("banks", ("ธ.ก.ส. สาขาอื่น", "ออมทรัพย์"), "ACCOUNT_NO_ODD"),
        ("committee", ("กรรมการ", "=นาย ก", "", ""), "TEXT_NOT_WORDS"),
        ("villages", ("1", "ซ้ำ", ""), "VILLAGE_EXISTS"),
        ("banks", ("cash", ""), "BANK_NAME_TAKEN"),
        ("banks", ("=1+1", ""), "TEXT_WITHOUT_LETTERS"),
        ("banks", ("", "1"), "TEXT_EMPTY"),
        ("banks", ("ธ.ก.ส. สาขาทดสอบ", ""), "BANK_EXISTS"),
        ("committee", ("กรรมการ", "นาย ก", "31/4/2569", ""), "DATE_NO_SUCH_DAY"),
        ("committee", ("กรรมการ", "นาย ก", "1/1/2569", "1/1/2568"), "OFFICE_ENDS_BEFORE_START"),
        ("committee", ("ประธาน", "นายสมมติ ทดลอง", "", ""), "OFFICER_TWICE"),
        ("committee", ("", "นาย ก", "", ""), "TEXT_EMPTY"),
    ],
)  # fmt: skip
def test_a_row_is_added_or_says_why_not(name: str, row: tuple[str, ...], code: str) -> None:
    state = filled()
    before = list(state.rows[name])
    found = state.add_row(name, row)
    assert [finding.code for finding in found] == ([code] if code else [])
    assert (len(state.rows[name]) == len(before)) is bool(code)


def test_a_row_is_mended_in_its_place_and_villages_stand_in_order() -> None:
    state = filled()
    assert state.add_row("villages", ("12", "ไกล", "")) == ()
    assert state.add_row("villages", ("5", "ใกล้", "")) == ()
    assert [row[0] for row in state.rows["villages"]] == ["1", "2", "3", "5", "12"]
    assert state.suggested_moo() == "13"
    assert state.add_row("villages", ("2", "บ้านใต้ใหม่", ""), 1) == ()
    assert state.rows["villages"][1] == ("2", "บ้านใต้ใหม่", "")
    assert read_row("villages", ("๒", " ก  ข ", ""))[0] == ("2", "ก ข", "")


def test_without_a_village_or_a_place_it_does_not_go_on() -> None:
    state = FoundingState()
    assert [f.code for f in state.findings(2, TODAY)] == ["VILLAGES_NONE"]
    assert [f.code for f in state.findings(LAST, TODAY)] == ["PLACE_NOT_CHOSEN"]


def test_a_synchronised_folder_and_a_taken_name_are_refused_and_another_place_proposed(
    tmp_path: Path,
) -> None:
    cloud, here = tmp_path / "OneDrive", tmp_path / "เอกสาร"
    cloud.mkdir()
    here.mkdir()
    (here / "a.wangfund").touch()
    state = FoundingState(path=str(cloud / "a.wangfund"))
    assert [f.code for f in state.path_findings()] == ["FILE_SYNCED_FOLDER"]
    state.path = str(here / "a.wangfund")
    assert [f.code for f in state.path_findings()] == ["FILE_EXISTS"]
    assert home_for("a.wangfund", (cloud, here)) == here / "a 2.wangfund"
    assert home_for("a.wangfund", (cloud,)) is None


def test_a_draft_brings_everything_back_and_a_spoilt_one_nothing_wrong() -> None:
    state = filled()
    state.step, state.half["banks"] = 3, {"bank": "ออมสิน"}
    again = FoundingState.of_draft(state.kept())
    assert again.kept() == state.kept()
    assert FoundingState().is_blank and not again.is_blank
    spoilt = FoundingState.of_draft(
        {
            "step": 99,
            "texts": {"name": 1},
            "rows": {"villages": [["1"], "x", [1, 2, 3]]},
            "half": 3,
            "path": None,
        }
    )
    assert (spoilt.step, spoilt.rows["villages"], spoilt.path) == (LAST, [], "")


def test_presets_say_in_plain_words_what_they_are() -> None:
    first, *patterns = presets()
    assert (first.name, first.faults) == ("nasuk", ())
    assert len(patterns) == 2 and all(pattern.open_words and pattern.faults for pattern in patterns)
    lines = rules_lines(first)
    assert "ค่าสมัคร 20 บาท" in lines[0] and "รอสิทธิ 180 วัน" in lines[1]
    assert all("9999" not in line for pattern in patterns for line in rules_lines(pattern))
    assert rulebook_choice("nasuk") == first
