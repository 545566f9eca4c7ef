"""Benefits, steps, limits and conditions added to a draft and taken from it: in its text, and through sent keys."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.funds import young_bytes
from tests.ui.hands import Calendar, Hands
from tests.ui.test_bylaw_page import (
    TODAY,
    begin,
    choose_other,
    place_of,
    settled,
    shut,
    to_row,
    window_on,
)
from wangfund.domain.errors import Severity
from wangfund.domain.rulebook.check import check_rulebook
from wangfund.domain.rulebook.duration import Duration
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.ui.bylaw import reshape
from wangfund.ui.bylaw.add_dialogs import CapDialog, ConditionDialog, LikeDialog, TierDialog
from wangfund.ui.bylaw.page import BylawPage
from wangfund.ui.frame.choose_file import forget_folders
from wangfund.ui.frame.question import Question
from wangfund.ui.start import dress_application
from wangfund.usecases.found_fund import rulebook_source

F2, F9, DEL, ESC = Qt.Key.Key_F2, Qt.Key.Key_F9, Qt.Key.Key_Delete, Qt.Key.Key_Escape
SOURCE = rulebook_source("nasuk")
RULES = parse_rulebook(SOURCE)


def at(code: str) -> int:
    """Where a benefit stands."""
    return reshape.place_of(RULES, code)[0]


def errors(text: str) -> set[str]:
    """What the checker refuses, failing examples aside."""
    found = check_rulebook(parse_rulebook(text))
    return {one.code for one in found if one.severity is Severity.ERROR} - {"EXAMPLE_FAILS"}


@pytest.mark.parametrize("name", ["nasuk", "daily_baht_caps", "daily_baht_tiers"])
def test_benefit_after_the_pattern_of_any_other_is_sound(name: str) -> None:
    source = rulebook_source(name)
    rules = parse_rulebook(source)
    before = errors(source)
    taken = frozenset(one.code for one in rules.benefits)
    for n, benefit in enumerate(rules.benefits):
        text, code = reshape.like(source, n, "ของใหม่ <b>", "ข้อ 99", taken)
        made = parse_rulebook(text).benefit(code)
        assert made is not None
        assert (made.name, made.clause, made.examples) == ("ของใหม่ <b>", "ข้อ 99", ())
        amounts = [(one.kind, one.amount_satang, one.options) for one in benefit.parts]
        assert [(one.kind, one.amount_satang, one.options) for one in made.parts] == amounts
        assert [cap.amount_satang for cap in made.caps] == [cap.amount_satang for cap in benefit.caps]
        assert errors(text) <= before, benefit.code


def test_every_benefit_taken_out_leaves_a_rulebook_that_stands() -> None:
    for n, benefit in enumerate(RULES.benefits):
        text = reshape.taken_out(SOURCE, n)
        assert parse_rulebook(text).benefit(benefit.code) is None
        assert not errors(text), benefit.code


def test_every_part_that_is_offered_can_be_taken_out() -> None:
    for benefit in RULES.benefits:
        for part in reshape.parts_of(RULES, benefit.code):
            text = reshape.without(SOURCE, part)
            assert text != SOURCE
            parse_rulebook(text)


def test_step_added_begins_where_the_one_before_it_ends_and_is_taken_out_again() -> None:
    text = reshape.with_tier(SOURCE, at("ELDER"), reshape.NewTier(0, Duration(years=20), 800_50))
    elder = parse_rulebook(text).benefit("ELDER")
    assert elder is not None
    before, last = elder.parts[0].tiers[-2:]
    assert (before.end, last.start, last.end, last.amount_satang) == (
        Duration(years=20),
        Duration(years=20),
        None,
        800_50,
    )
    assert not errors(text)
    part = next(one for one in reshape.parts_of(parse_rulebook(text), "ELDER") if "tiers" in one.path)
    again = parse_rulebook(reshape.without(text, part)).benefit("ELDER")
    assert again == RULES.benefit("ELDER")


def test_limit_and_condition_are_read_as_meant() -> None:
    text = reshape.with_cap(SOURCE, at("FUNERAL"), reshape.NewCap("year", "baht", 1_000_00))
    text = reshape.with_condition(
        text, at("FUNERAL"), reshape.NewCondition("age", "at_least", Decimal("18.5"), "ต้องโตแล้ว")
    )
    funeral = parse_rulebook(text).benefit("FUNERAL")
    assert funeral is not None
    assert funeral.caps[-1].amount_satang == 1_000_00
    assert (funeral.conditions[-1].number, funeral.conditions[-1].says) == (Decimal("18.5"), "ต้องโตแล้ว")
    assert not errors(text)


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    forget_folders()
    dress_application(qapp)
    fund = tmp_path / "ระเบียบ.wangfund"
    fund.write_bytes(young_bytes())
    made = Hands(window_on(fund, tmp_path, Calendar(TODAY), qapp))
    made.at()
    yield made
    shut(made.window)


def rows(page: BylawPage) -> list[str]:
    """The keys of the table's rows."""
    return [row.key for row in page.state.rows()]


def test_by_keys_a_benefit_comes_and_another_goes(hands: Hands) -> None:
    page = begin(hands)
    to_row(hands, page, "HOSP")
    hands.key(F2)
    dialog = hands.modal(LikeDialog)
    hands.key(F9)
    assert dialog.isVisible()
    hands.say("นอนสถานพักฟื้น")
    hands.write("ข้อ 15.9")
    hands.key(F9)
    hands.alone()
    settled(hands, page)
    assert rows(page)[rows(page).index("HOSP") + 1] == "HOSP_2"
    row = next(row for row in page.state.rows() if row.key == "HOSP_2")
    assert (row.name, row.clause, row.was, row.now) == ("นอนสถานพักฟื้น", "15.9", "–", "คืนละ 100")
    to_row(hands, page, "HOSP_2")
    hands.key(DEL)
    hands.modal(Question)
    hands.key(ESC)
    hands.alone()
    assert "HOSP_2" in rows(page)
    hands.key(DEL)
    hands.yes()
    settled(hands, page)
    assert "HOSP_2" not in rows(page)
    kept = place_of(hands).drafts.kept("bylaw")
    assert kept is not None and page.state.draft is not None and kept["text"] == page.state.draft.text


def test_by_keys_a_step_a_limit_and_a_condition(hands: Hands) -> None:
    page = begin(hands)
    to_row(hands, page, "ELDER")
    choose_other(hands, page, "เพิ่มขั้น")
    tier = hands.modal(TierDialog)
    hands.say("5")
    hands.write("700")
    hands.key(F9)
    assert tier.isVisible() and tier.start.below.finding is not None
    tier.start.setFocus()
    hands.retype("๒๐ ปี")
    hands.key(F9)
    hands.alone()
    settled(hands, page)
    row = next(row for row in page.state.rows() if row.key == "ELDER")
    assert row.now == "200 … 700"
    choose_other(hands, page, "เพิ่มเพดาน")
    cap = hands.modal(CapDialog)
    cap.satang.setFocus()
    hands.write("1500")
    hands.key(F9)
    hands.alone()
    settled(hands, page)
    choose_other(hands, page, "เพิ่มเงื่อนไข")
    condition = hands.modal(ConditionDialog)
    condition.number.setFocus()
    hands.write("61")
    hands.key(F9)
    hands.alone()
    settled(hands, page)
    assert page.state.rules is not None
    elder = page.state.rules.benefit("ELDER")
    assert elder is not None
    assert elder.caps[-1].amount_satang == 1_500_00
    assert elder.conditions[-1].says == "อายุต้องตั้งแต่ 61"
    choose_other(hands, page, "ตัดเงื่อนไข อายุตั้งแต่ 61 ปี")
    settled(hands, page)
    again = page.state.rules.benefit("ELDER")
    assert again is not None and len(again.conditions) == len(elder.conditions) - 1


def test_rows_that_are_no_benefit_are_not_taken_out(hands: Hands) -> None:
    page = begin(hands)
    hands.key(DEL)
    hands.key(F2)
    assert QApplication.activeModalWidget() is None
    assert page.state.draft is not None
