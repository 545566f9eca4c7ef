"""ตั้งค่า by sent keys: each section changed and found again in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.funds import problems
from tests.ui.clipping import clipped
from tests.ui.typing import press, type_text, wait, wait_until
from wangfund.domain.errors import FundError
from wangfund.domain.profile import Profile
from wangfund.store.profile import read_profile
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.keys import Key
from wangfund.ui.settings.backup_section import BackupSection
from wangfund.ui.settings.committee_section import CommitteeSection
from wangfund.ui.settings.fund_section import FundSection
from wangfund.ui.settings.look_section import LookSection
from wangfund.ui.settings.opening_section import OpeningDialog
from wangfund.ui.settings.page import SettingsPage
from wangfund.ui.widgets.banner import Banner
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.settings_view import settings_view

ENTER, F2, F3, F9, F10 = (
    Qt.Key.Key_Return,
    Qt.Key.Key_F2,
    Qt.Key.Key_F3,
    Qt.Key.Key_F9,
    Qt.Key.Key_F10,
)
FUND, COMMITTEE, VILLAGES, BANKS, OPENING, _RULES, BACKUP, LOOK, ABOUT = range(9)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def settle() -> None:
    """Let a chain of answers arrive: each turn runs everything that is due, however slow the machine."""
    for _ in range(4):
        wait(5)


def key(which: Qt.Key) -> None:
    press(focus(), which)
    settle()


def again(window: MainWindow) -> None:
    """The dialog is gone; offscreen nobody gives the window its keys back."""
    settle()
    window.activateWindow()
    settle()


def say(*texts: str) -> None:
    for text in texts:
        type_text(focus(), text)
        key(ENTER)


def settings(window: MainWindow, section: int) -> SettingsPage:
    """Ctrl 9, arrows down to a section, Enter."""
    window.activateWindow()
    wait_until(lambda: QApplication.focusWidget() is not None)
    press(focus(), Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    settle()
    page = window.desk.page
    assert isinstance(page, SettingsPage)
    for _ in range(ABOUT):
        press(page.table, Qt.Key.Key_Up)
    for _ in range(section):
        press(page.table, Qt.Key.Key_Down)
    press(page.table, ENTER)
    settle()
    return page


def dialog(page: QWidget) -> QDialog:
    (found,) = [d for d in page.findChildren(QDialog) if d.isVisible()]
    return found


def in_file(window: MainWindow) -> Profile:
    assert window.place is not None
    with window.place.books.read() as r:
        return read_profile(r, window.place.clock.today())


def sound(window: MainWindow) -> bool:
    assert window.place is not None
    return problems(window.place.books) == []


def test_the_profile_is_changed_by_keys_and_every_page_hears(window: MainWindow) -> None:
    page = settings(window, FUND)
    section = page.section
    assert isinstance(section, FundSection)
    edit = section.naming.fields["name"]
    edit.setFocus()
    focus().selectAll()  # type: ignore[attr-defined]
    type_text(focus(), "กองทุนใหม่ & เพื่อน 1+1")
    key(F9)
    settle()
    assert in_file(window).name == "กองทุนใหม่ & เพื่อน 1+1"
    assert window.place is not None and window.place.profile.name == "กองทุนใหม่ & เพื่อน 1+1"
    assert "บันทึก" in page.head.facts.text()
    assert window.place.drafts.kept("settings.fund") is None
    assert sound(window)


@pytest.mark.parametrize(
    "wrong", ["", "😀", "ก" * 10_000, "12345678901234", "๑๒๓", "31/4/2569", "<b>ก</b>", "=ก1+1"]
)
def test_a_wrong_name_is_not_saved_and_stays_as_typed(window: MainWindow, wrong: str) -> None:
    page = settings(window, FUND)
    before = in_file(window)
    section = page.section
    assert isinstance(section, FundSection)
    section.naming.field("name").set_text(wrong)
    section.save()
    settle()
    assert in_file(window) == before
    assert section.naming.field("name").text == wrong


def test_villages_are_added_and_one_with_members_is_never_taken_out(window: MainWindow) -> None:
    page = settings(window, VILLAGES)
    before = in_file(window).villages
    key(F2)
    settle()
    dialog(page)
    key(ENTER)
    say("บ้านใหม่", "นายเก็บ ทดสอบ")
    again(window)
    assert in_file(window).villages[-1].name == "บ้านใหม่"
    key(Qt.Key.Key_Delete)
    settle()
    dialog(page).accept()
    settle()
    assert len(in_file(window).villages) == len(before) + 1
    again(window)
    assert [banner for banner in page.findChildren(Banner) if banner.isVisible()]
    window.desk.turn_to("settings", "backup")
    settle()
    assert not [banner for banner in page.findChildren(Banner) if banner.isVisible()]
    assert sound(window)


def test_a_bank_is_added_and_closed_and_one_with_money_stays(window: MainWindow) -> None:
    page = settings(window, BANKS)
    key(F2)
    settle()
    say("ออมสิน ทดสอบ", "1-2")
    again(window)
    assert [bank.name for bank in in_file(window).banks][-1] == "ออมสิน ทดสอบ"
    for _ in range(3):
        press(page.section.table, Qt.Key.Key_Down)  # type: ignore[attr-defined]
    key(F10)
    settle()
    dialog(page)
    key(F9)
    again(window)
    assert in_file(window).banks[-1].closed_on is not None
    for _ in range(3):
        press(page.section.table, Qt.Key.Key_Up)  # type: ignore[attr-defined]
    key(F10)
    settle()
    asked = dialog(page)
    key(F9)
    settle()
    assert in_file(window).banks[0].closed_on is None
    assert asked.isVisible()
    asked.reject()
    assert sound(window)


def test_the_committee_changes_and_whoever_is_at_the_desk_signs(window: MainWindow) -> None:
    page = settings(window, COMMITTEE)
    assert window.place is not None
    key(F2)
    settle()
    say("ที่ปรึกษา", "นายใหม่ ทดลอง", "1/1/2569", "")
    settle()
    assert "นายใหม่ ทดลอง" in [officer.name for officer in in_file(window).committee]
    section = page.section
    assert isinstance(section, CommitteeSection)
    section.desk.set_text("นายใหม่ ทดลอง")
    section.desk._on_chosen()
    assert (window.place.who, window.place.post) == ("นายใหม่ ทดลอง", "ที่ปรึกษา")
    settle()
    assert sound(window)


def test_balances_are_brought_forward_once_with_their_difference_shown(window: MainWindow) -> None:
    page = settings(window, OPENING)
    assert window.place is not None
    # The practice fund has closed months: it says why not, and the key does nothing.
    assert not page.section.acts[Key.RECEIVE].isEnabled()
    key(Qt.Key.Key_F5)
    assert not [d for d in page.findChildren(QDialog) if d.isVisible()]


def test_opening_by_keys_on_a_young_fund(window: MainWindow, young: Path) -> None:
    window.open_fund(young)
    wait_until(lambda: window.place is not None and window.place.path == young and window.desk.isVisible())
    assert window.place is not None
    books = window.place.books
    with books.read() as r:
        (entry,) = r.connection.exec_driver_sql("SELECT id FROM entry WHERE kind = 'opening'").one()
    reverse_entry(books, ReverseEntry(entry, "ลงผิด"))
    page = settings(window, OPENING)
    settle()
    key(Qt.Key.Key_F5)
    settle()
    form = dialog(page)
    assert isinstance(form, OpeningDialog)
    say("3,000")
    type_text(focus(), "๑๐๐,๐๐๐")
    assert form.sums.money_satang == 103_000_00
    assert "103,000.00" in form.difference.text()
    form.form.field("pool:welfare").set_text("1")
    key(F9)
    settle()
    assert form.isVisible()
    form.form.field("pool:welfare").set_text("")
    press(form, F9)
    settle()
    assert settings_view(books).opening == "OPENING_TWICE"
    assert "ลงยอดยกมาแล้ว" in page.head.facts.text()
    assert sound(window)
    window.place.wrote = False


def test_a_backup_is_made_listed_and_put_back_keeping_what_it_replaces(
    window: MainWindow, fund: Path
) -> None:
    page = settings(window, BACKUP)
    section = page.section
    assert isinstance(section, BackupSection)
    key(F9)
    settle()
    assert len(section.rows.rows) == 1
    assert "ตรวจแล้ว" in section.rows.columns[1].text(section.rows.rows[0])
    assert window.place is not None
    from wangfund.domain.profile import Village
    from wangfund.usecases.change_villages import add_village

    villages = in_file(window).villages
    add_village(window.place.books, Village(77, "หลังสำรอง"))
    key(F10)
    settle()
    asked = dialog(page)
    press(focus(), Qt.Key.Key_Escape)
    settle()
    assert in_file(window).villages != villages
    assert not asked.isVisible()
    section.ask_restore()
    settle()
    dialog(page).accept()
    wait_until(lambda: window.place is not None and window.desk.page is not page)
    settle()
    assert in_file(window).villages == villages
    kept = list(fund.parent.glob("*.before-restore-*"))
    assert len(kept) == 1
    assert window.desk.page.findChildren(Banner)
    assert sound(window)


def test_a_backup_that_is_damaged_is_refused_and_the_fund_stands(window: MainWindow, fund: Path) -> None:
    page = settings(window, BACKUP)
    section = page.section
    assert isinstance(section, BackupSection)
    key(F9)
    settle()
    (line,) = section.rows.rows
    with line.path.open("r+b") as file:
        file.seek(line.size // 2)
        file.write(b"\xff" * 4096)
    before = in_file(window)
    assert window.place is not None
    window.place.wants_restore.emit(line.path)
    wait_until(lambda: window.place is not None and window.desk.page is not page)
    settle()
    assert in_file(window) == before
    assert not list(fund.parent.glob("*.before-restore-*"))
    assert window.desk.page.findChildren(Banner)


def test_the_look_is_chosen_and_the_page_stays(window: MainWindow) -> None:
    page = settings(window, LOOK)
    section = page.section
    assert isinstance(section, LookSection)
    section.percent.set_text("140")
    section.percent._on_chosen()
    wait_until(lambda: window.theme.percent == 140)
    page = window.desk.page  # type: ignore[assignment]
    assert isinstance(page, SettingsPage)
    section = page.section
    assert isinstance(section, LookSection)
    section.ground.set_text("contrast")
    section.ground._on_chosen()
    wait_until(lambda: str(window.theme.ground) == "contrast")
    window.set_look(percent=100, ground="")
    settle()
    assert window.place is not None and window.place.preferences.ground == ""


def test_the_file_is_verified_and_its_month_named(window: MainWindow) -> None:
    page = settings(window, ABOUT)
    key(F10)
    settle()
    section = page.section
    assert "ครบถ้วน" in section.result.words  # type: ignore[attr-defined]
    assert clipped(window) == []


def test_a_fund_open_for_reading_can_change_nothing(window: MainWindow, fund: Path) -> None:
    window.open_fund(fund, reading=True)
    wait_until(lambda: window.place is not None and window.place.books.readonly is not None)
    wait_until(window.desk.isVisible)
    page = settings(window, VILLAGES)
    before = in_file(window)
    for which in (F2, F3, Qt.Key.Key_Delete):
        key(which)
    assert not [d for d in page.findChildren(QDialog) if d.isVisible()]
    assert in_file(window) == before
    assert issubclass(FundError, Exception)


def test_half_typed_fund_is_told_comes_back_and_can_be_given_up(window: MainWindow) -> None:
    page = settings(window, FUND)
    section = page.section
    assert isinstance(section, FundSection)
    assert window.place is not None
    drafts = window.place.drafts
    phone = section.form.field("phone")
    before = phone.text
    assert not section.acts[Key.MORE].isVisible()
    section.form.fields["phone"].setFocus()
    focus().selectAll()  # type: ignore[attr-defined]
    type_text(focus(), "02-000")
    # Read again within the moment before it is kept: no letter is lost.
    section.show_view(settings_view(window.place.books))
    assert phone.text == "02-000"
    assert (drafts.kept("settings.fund") or {}).get("phone") == "02-000"
    assert section.again.isVisible()
    assert section.acts[Key.MORE].isVisible()
    key(F10)
    assert phone.text == before
    assert drafts.kept("settings.fund") is None
    assert not section.again.isVisible()
    assert not section.acts[Key.MORE].isEnabled()
    assert in_file(window).phone == before


def test_typed_back_to_what_is_saved_leaves_no_draft(window: MainWindow) -> None:
    page = settings(window, FUND)
    section = page.section
    assert isinstance(section, FundSection)
    assert window.place is not None
    drafts = window.place.drafts
    section.form.fields["phone"].setFocus()
    edit = focus()
    before = section.form.field("phone").text
    type_text(edit, "5")
    wait_until(lambda: drafts.kept("settings.fund") is not None)
    press(edit, Qt.Key.Key_Backspace)
    wait_until(lambda: drafts.kept("settings.fund") is None)
    assert section.form.field("phone").text == before


@pytest.mark.parametrize(
    ("section", "opened_by", "name"),
    [
        (COMMITTEE, F2, "settings.officer"),
        (VILLAGES, F2, "settings.village"),
        (VILLAGES, F3, "settings.village 1"),
        (BANKS, F2, "settings.bank"),
    ],
)
def test_a_half_typed_row_survives_a_power_cut(
    window: MainWindow, section: int, opened_by: Qt.Key, name: str
) -> None:
    page = settings(window, section)
    assert window.place is not None
    drafts = window.place.drafts
    key(opened_by)
    field = list(dialog(page).form.fields)[1]  # type: ignore[attr-defined]
    dialog(page).form.fields[field].setFocus()  # type: ignore[attr-defined]
    focus().selectAll()  # type: ignore[attr-defined]
    type_text(focus(), "ครึ่งเดียว")
    wait_until(lambda: drafts.kept(name) is not None)
    dialog(page).close()
    again(window)
    page.table.setFocus()
    page.section.begin()
    key(opened_by)
    assert dialog(page).form.field(field).text == "ครึ่งเดียว"  # type: ignore[attr-defined]
    key(Qt.Key.Key_Escape)
    assert drafts.kept(name) is None
