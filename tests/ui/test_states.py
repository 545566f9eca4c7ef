"""What the pages decide, without a window: tasks of the day, the counter's words, ages of backups, preferences."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.funds import BANK, OCTOBER, TODAY, on
from tests.ui.windows import CLOCK, practice_file
from wangfund.domain.eligibility.standing import Standing, Status
from wangfund.store.books import Books
from wangfund.store.fund_file import open_for_reading
from wangfund.thai.period import Period
from wangfund.ui.frame.status import backup_age
from wangfund.ui.home.state import (
    HomeState,
    arrears_lines,
    cash_bar,
    chart_words,
    coming_lines,
    money_lines,
    promise_lines,
    tasks_of,
)
from wangfund.ui.members import counter_words as say
from wangfund.ui.members.state import MembersState, found_words, help_words
from wangfund.ui.preferences import PreferenceFile, Preferences
from wangfund.ui.theme.sizes import FACTORS
from wangfund.ui.words import length_of, standing_mark
from wangfund.usecases.find_members import list_members, standings_today
from wangfund.usecases.home_view import HomeArrears, HomeView, home_arrears, home_view
from wangfund.usecases.info import fund_info
from wangfund.usecases.member_view import member_view
from wangfund.usecases.take_payment import TakePayment, take_payment

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


@pytest.fixture
def view(books: Books) -> HomeView:
    return home_view(books)


def test_home_money_is_what_info_says(books: Books, view: HomeView) -> None:
    info = fund_info(books)
    assert view.total_satang == info.cash_satang + info.bank_satang + info.other_satang
    assert [line.figure for line in money_lines(view)] == ["100,000.00", "3,000.00"]
    assert money_lines(view)[0].words == BANK
    assert view.members_now == info.members_now


def test_home_money_moves_with_a_payment(books: Books, view: HomeView) -> None:
    take_payment(books, TakePayment("0001", 3_000, TODAY))
    after = home_view(books)
    assert after.total_satang - view.total_satang == 3_000
    assert after.bars[-1].received_satang - view.bars[-1].received_satang == 3_000
    assert chart_words(after)[0] != chart_words(view)[0]


def test_home_tasks_name_the_rounds_still_out_and_the_backup(view: HomeView) -> None:
    tasks = tasks_of(view, None, NOW)
    assert [task.page for task in tasks] == ["collect", "backup"]
    assert "3 หมู่บ้าน" in tasks[0].what
    assert [task.page for task in tasks_of(view, NOW, NOW)] == ["collect"]


@pytest.mark.parametrize(
    ("draft", "page", "argument", "words"),
    [
        ("collect/2569-10/9", "collect", {"moo": 9, "month": Period(2026, 10)}, "ใบเก็บเงิน หมู่ 9"),
        ("collect/counter", "collect", None, "การรับเงินที่โต๊ะ"),
        ("collect/hand-in", "collect", None, "การรับเงินจากผู้เก็บ"),
        ("books.spend", "books", None, "รายการบัญชี"),
        ("books.reverse 12", "books", None, "รายการบัญชี"),
        ("decide 7", "claims", None, "มติของคำขอสวัสดิการ"),
        ("pay 7 0", "claims", None, "การจ่ายสวัสดิการ"),
        ("payday 2026-12", "claims", None, "รอบจ่ายสวัสดิการ"),
        ("heirs 7", "claims", None, "ส่วนแบ่งของผู้รับผลประโยชน์"),
        ("member.new", "members", None, "ใบสมัครสมาชิก"),
        ("member.edit 0012", "members", "0012", "การแก้ไขทะเบียน เลขที่ 0012"),
        ("member.died 0012", "members", "0012", "เรื่องของสมาชิก เลขที่ 0012"),
        ("past:0012", "members", "0012", "สวัสดิการก่อนใช้โปรแกรม เลขที่ 0012"),
        ("settings.fund", "settings", "fund", "ข้อมูลกองทุน"),
        ("settings.officer 3", "settings", "committee", "คณะกรรมการ"),
        ("settings.village", "settings", "villages", "หมู่บ้าน"),
        ("settings.bank 1111", "settings", "banks", "บัญชีธนาคาร"),
        ("settings.opening", "settings", "opening", "ยอดยกมา"),
    ],
)
def test_home_leads_back_to_what_is_half_typed(
    view: HomeView, draft: str, page: str, argument: object, words: str
) -> None:
    found = next(task for task in tasks_of(view, NOW, NOW, half_typed=[draft]) if task.icon == "pencil")
    assert (found.page, found.argument, found.facts) == (page, argument, words)


def test_home_tasks_of_a_busy_fund_name_the_draft_and_the_claim(busy: Path) -> None:
    with open_for_reading(busy, on(date(2027, 1, 4))) as books:
        tasks = tasks_of(home_view(books), NOW, NOW)
    assert tasks[0].page == "close"
    assert "ธันวาคม 2569" in tasks[0].what
    assert "claims" in [task.page for task in tasks]


def test_home_names_the_cash_box_over_its_limit(view: HomeView) -> None:
    full = cash_bar(replace(view, cash_satang=view.cash_limit_satang + 1))
    assert full is not None
    assert full.over
    assert full.share == 1.0
    assert cash_bar(replace(view, cash_limit_satang=0)) is None
    usual = cash_bar(view)
    assert usual is not None
    assert 0 < usual.share < 1


def test_home_promises_stand_beside_the_balance(view: HomeView) -> None:
    assert [line.words for line in promise_lines(view)] == ["ผูกพันไว้แล้ว"]
    held = promise_lines(replace(view, collectors_satang=159_000))
    assert (held[0].words, held[0].figure) == ("อยู่กับผู้เก็บ ยังไม่ส่ง", "1,590.00")


def test_home_arrears_count_everyone_once(books: Books) -> None:
    arrears = home_arrears(books)
    assert arrears.owing == 1
    assert [line.figure for line in arrears_lines(arrears)] == ["1 คน"]
    assert arrears_lines(HomeArrears(0, 0, 0, 0, 3)) == ()


def test_home_coming_gives_way_to_what_is_not_right(view: HomeView) -> None:
    assert len(coming_lines(view)) == 3
    assert len(coming_lines(view, HomeArrears(1, 1, 1, 1, 3))) == 1


def test_home_state_keeps_the_mark_among_fewer_tasks(view: HomeView) -> None:
    state = HomeState(chosen=5)
    state.take(view, None, NOW, wrote=False)
    assert state.chosen == 1
    assert not state.stale


def test_standings_in_the_list_and_at_the_counter_agree(tmp_path: Path) -> None:
    with open_for_reading(practice_file(tmp_path), CLOCK) as books:
        lines = list_members(books)
        listed = standings_today(books, lines)
        assert len(lines) > 50
        for m in lines:
            assert member_view(books, m.id).standing == listed[m.id]


def test_members_are_listed_in_the_order_of_thai_names(tmp_path: Path) -> None:
    from wangfund.thai.sort_key import thai_key

    with open_for_reading(practice_file(tmp_path), CLOCK) as books:
        names = [thai_key(m.name.removeprefix(m.title)) for m in list_members(books)]
    assert names == sorted(names)


def test_counter_says_who_owes_what(books: Books) -> None:
    late = member_view(books, 25)
    fact = say.paid_fact(late)
    assert fact.figure == "กันยายน 2569"
    assert "ต.ค. 2569" in fact.note
    assert "30 บาท" in fact.note
    assert fact.tone == "warn"
    assert say.standing_of(late).words == "ค้าง 1 เดือน"
    good = member_view(books, 1)
    assert say.paid_fact(good).tone == "ok"
    assert "เลขที่ 0001" in say.who_line(good)


def test_counter_shows_todays_receipt_first(books: Books) -> None:
    take_payment(books, TakePayment("0025", 6_000, TODAY))
    view = member_view(books, 25)
    assert say.receipt_what(view.receipts[0]) == "เงินสมทบ ต.ค.–พ.ย. 2569"
    assert say.receipt_amount(view.receipts[0]) == "60.00"
    assert view.paid_through == Period(2026, 11)
    assert say.standing_of(view).words == "ปกติ"


def test_counter_of_one_who_left_says_when_and_why(busy: Path) -> None:
    with open_for_reading(busy, on(date(2026, 12, 3))) as books:
        died = member_view(books, 23)
        claims = [say.claim_mark(c).words for c in member_view(books, 25).claims]
    assert say.since_fact(died).name == "เสียชีวิต"
    assert say.standing_of(died).words == "เสียชีวิต"
    assert claims


@pytest.mark.parametrize("status", list(Status))
def test_every_standing_has_icon_and_word(status: Status) -> None:
    mark = standing_mark(Standing(status, 2), "moved")
    assert mark.icon
    assert mark.words


def test_length_of_membership_in_words() -> None:
    assert [length_of(n) for n in (0, 7, 12, 103)] == ["0 เดือน", "7 เดือน", "1 ปี", "8 ปี 7 เดือน"]


def test_members_state_asks_only_for_standings_it_lacks(books: Books) -> None:
    state = MembersState()
    state.take(list_members(books))
    asked: list[int] = []

    def ask(lines: object) -> dict[int, Standing]:
        assert isinstance(lines, list)
        asked.extend(m.id for m in lines)
        return standings_today(books, lines)

    state.prepare(state.search.rows[:5], ask)
    state.prepare(state.search.rows[:6], ask)
    assert len(asked) == len(set(asked)) == 6
    assert state.mark(state.search.rows[0]).words
    found = state.look("ไม่มีคนนี้")
    assert found_words(found, len(state.search.rows)) == "พบ 0 คน"
    assert "ไม่พบ" in help_words(found)
    assert state.facts == "25 คน · 3 หมู่บ้าน"


@pytest.mark.parametrize(
    ("hours", "unsaved", "tone"),
    [(0.5, False, "ok"), (0.5, True, "warn"), (20, False, "ok"), (25, False, "bad"), (24 * 9, False, "bad")],
)
def test_backup_age_turns_red_after_a_day(hours: float, unsaved: bool, tone: str) -> None:
    age = backup_age(NOW - timedelta(hours=hours), NOW, unsaved=unsaved)
    assert age.tone == tone
    assert age.words
    assert age.short


def test_backup_that_was_never_made_is_red() -> None:
    assert backup_age(None, NOW).tone == "bad"


def test_preferences_come_back_as_they_were_kept(tmp_path: Path) -> None:
    file = PreferenceFile(tmp_path / "deep" / "window.json")
    backup = tmp_path / "b.wangfund"
    backup.write_bytes(b"x")
    fund = tmp_path / "กองทุน.wangfund"
    kept = Preferences(percent=140, ground="dark").opened(fund).backed_up(fund, NOW, backup)
    file.save(kept)
    assert file.load() == kept
    assert file.load().last_backup(fund) == NOW
    backup.unlink()
    assert file.load().last_backup(fund) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"percent": 7000, "ground": "pink", "recent": [1, null], "backups": {"a": {"at": "x"}}}',
        "\x00",
    ],
)
def test_preferences_that_are_damaged_are_as_if_there_were_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "window.json"
    path.write_text(text, encoding="utf-8")
    assert PreferenceFile(path).load() == Preferences()


def test_preferences_that_cannot_be_written_do_not_stop_anyone(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    PreferenceFile(blocked / "window.json").save(Preferences())


def test_preferences_hold_nothing_of_the_fund(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    PreferenceFile(path).save(Preferences().opened(tmp_path / "a.wangfund"))
    assert set(json.loads(path.read_text(encoding="utf-8"))) == {
        "percent",
        "ground",
        "recent",
        "backup_folders",
        "backups",
    }
    assert FACTORS[0] == 100
    assert Period.of(TODAY) > OCTOBER
