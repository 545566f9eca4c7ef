"""What the settings say and decide, without a window."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.funds import TODAY
from wangfund.store.books import Books
from wangfund.store.settings import BankRow, OfficerRow
from wangfund.thai.period import Period
from wangfund.ui.preferences import PreferenceFile, Preferences
from wangfund.ui.settings.about_section import verified_words
from wangfund.ui.settings.fund_section import fast_lines, texts_of
from wangfund.ui.settings.state import (
    SECTIONS,
    SettingsState,
    backup_words,
    bank_mark,
    difference_words,
    office_mark,
    office_words,
    opening_finding,
    pools_words,
    restore_words,
    section_lines,
    sums_of,
)
from wangfund.ui.welcome.moving import locked_words
from wangfund.usecases.backup_list import BackupLine
from wangfund.usecases.settings_view import settings_view
from wangfund.usecases.take_payment import TakePayment, take_payment
from wangfund.usecases.verify_fund import verify_fund

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def test_a_backup_is_told_in_words() -> None:
    line = BackupLine(Path("a"), NOW - timedelta(minutes=48), 1, "กองทุน ก", 700, Period(2026, 9))
    assert " · ".join(backup_words(line, NOW)) == "วันนี้ 08.12 น. · ตรวจแล้ว · ปิดงวดถึง ก.ย. 2569 · 700 คน"
    young = BackupLine(Path("a"), NOW - timedelta(days=1), 1, "กองทุน ก", 7)
    assert backup_words(young, NOW) == ("เมื่อวาน 09.00 น.", "ตรวจแล้ว · ยังไม่ปิดงวดใด · 7 คน")
    bad = BackupLine(Path("a"), None, 0, trouble="FILE_DAMAGED")
    assert backup_words(bad, NOW) == ("ไม่ทราบเวลา", "เปิดอ่านไม่ได้ อย่าใช้สำเนานี้")
    assert "ระวัง: สำเนานี้เป็นของ กองทุน ก" in restore_words(line, NOW, "กองทุน ข")
    assert "ระวัง" not in restore_words(line, NOW, "กองทุน ก")


@pytest.mark.parametrize(
    ("since", "until", "words", "mark"),
    [
        (None, None, "–", "อยู่ในวาระ"),
        (date(2026, 12, 1), None, "1 ธ.ค. 69 – …", "ยังไม่เริ่ม"),
        (None, date(2026, 11, 20), "… – 20 พ.ย. 69", "อยู่ในวาระ"),
        (date(2026, 1, 1), date(2026, 11, 19), "1 ม.ค. 69 – 19 พ.ย. 69", "พ้นแล้ว"),
    ],
)
def test_an_office_has_a_first_and_a_last_day(
    since: date | None, until: date | None, words: str, mark: str
) -> None:
    row = OfficerRow(1, "เหรัญญิก", "ก", since, until)
    assert (office_words(row), office_mark(row, TODAY).words) == (words, mark)


def test_a_closed_bank_says_since_when() -> None:
    assert bank_mark(BankRow(1, "ก", "", "1201", None, 0, 0, 0)).words == "ใช้อยู่"
    assert bank_mark(BankRow(1, "ก", "", "1201", TODAY, 0, 0, 0)).words == "ปิด 20 พ.ย. 2569"


def test_sections_claim_nothing_before_the_fund_is_read(books: Books) -> None:
    unread = section_lines(None, "ยังไม่เคยสำรอง", "ตัวอักษร 100 %")
    assert [line.name for line in unread] == [section.name for section in SECTIONS]
    assert [line.fact for line in unread[:5]] == [""] * 5
    read = {line.name: line.fact for line in section_lines(settings_view(books), "", "")}
    assert (read["villages"], read["committee"], read["opening"]) == ("3 หมู่", "2 คนอยู่ในวาระ", "ลงแล้ว")


def test_only_a_section_that_is_one_is_turned_to() -> None:
    state = SettingsState()
    for argument in (None, 3, "<b>", {"kind": "x"}):
        state.turn_to(argument)
        assert state.section == "fund"
    state.turn_to("banks")
    assert state.section == "banks"


def test_what_is_fast_is_shown_with_its_reason(books: Books) -> None:
    assert [line[0] for line in fast_lines(settings_view(books))] == ["บัญชีเริ่ม"]
    take_payment(books, TakePayment("0001", 3000, TODAY))
    view = settings_view(books)
    assert [line[0] for line in fast_lines(view)] == ["บัญชีเริ่ม", "ปีบัญชี"]
    assert texts_of(view.profile)["founded_on"] == "1/1/2555"


def test_opening_sums_name_the_difference_and_where_to_look() -> None:
    even = sums_of([100_00, 50_00, None], [200_00], [50_00], [None, None, None])
    assert (even.difference_satang, even.pools_satang, difference_words(even)[0]) == (0, None, "ตรงกัน")
    assert opening_finding(even) is None
    more = sums_of([100_00], [None], [None], [80_00, 20_00, None])
    assert difference_words(more) == ("เงินมากกว่าที่มา 100.00 จะลงเป็นผลต่างยกมา", "warn")
    assert pools_words(more)[1] == "ok"
    lacking = sums_of([100_00], [130_00], [None], [80_00, None])
    assert "น้อยกว่า" in difference_words(lacking)[0]
    assert pools_words(lacking) == ("รวมกองเงิน 80.00 ขาดอยู่ 20.00", "bad")
    found = opening_finding(lacking)
    assert found is not None and found.code == "POOLS_DIFFER"
    nothing = opening_finding(sums_of([None], [None], [None], [None]))
    assert nothing is not None and nothing.code == "OPENING_EMPTY"


def test_verifying_says_what_it_found(books: Books) -> None:
    words, details = verified_words(verify_fund(books))
    assert "ครบถ้วน" in words and "รายการ" in details


def test_a_lock_tells_machine_person_and_time() -> None:
    words = locked_words({"machine": "OFFICE-PC", "user": "nok", "since": "2026-11-20T02:05:00+00:00"})
    assert words.startswith(
        "เครื่อง OFFICE-PC (ผู้ใช้ nok) เปิดกองทุนนี้ทำงานอยู่ตั้งแต่ 20 พ.ย. 2569 เวลา 09.05 น.".replace(
            "อยู่ตั้งแต่", "อยู่ ตั้งแต่"
        )
    )
    assert locked_words({}).startswith("มีผู้อื่น เปิด")


def test_where_backups_go_is_kept(tmp_path: Path) -> None:
    fund = tmp_path / "a.wangfund"
    file = PreferenceFile(tmp_path / "window.json")
    file.save(Preferences().backs_up_into(fund, tmp_path / "usb"))
    assert file.load().backup_folder(fund) == tmp_path / "usb"
