"""สมาชิก by sent keys: joining, coming back, mending, leaving, papers; what is wrong stays typed and nothing half is saved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from tests.funds import add_people
from tests.ui.typing import press, type_text, wait, wait_until
from wangfund.store.verify import verify
from wangfund.thai.period import Period
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.members.big_view import BigView
from wangfund.ui.members.counter_words import paid_fact, since_fact
from wangfund.ui.members.edit_dialog import EditDialog
from wangfund.ui.members.enrol_dialog import EnrolDialog
from wangfund.ui.members.grant_dialog import GrantDialog
from wangfund.ui.members.leave_dialog import LeaveDialog
from wangfund.ui.members.more_menu import entries
from wangfund.ui.members.page import MembersPage
from wangfund.ui.members.through_dialog import ThroughDialog
from wangfund.ui.papers.paper_dialog import PaperDialog
from wangfund.ui.widgets.text_field import TextField
from wangfund.usecases.find_members import list_members

ID = "1-1111-11111-11-9"


@pytest.fixture
def page(window: MainWindow) -> Iterator[MembersPage]:
    window.desk.turn_to("members")
    shown = window.desk.page
    assert isinstance(shown, MembersPage)
    wait_until(lambda: shown.table.current is not None)
    wait(60)
    yield shown
    assert window.place is not None
    with window.place.books.read() as r:
        assert list(verify(r)) == []


def key(
    page: MembersPage, which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    page.window().activateWindow()
    wait(5)
    focused: QWidget | None = page.focusWidget()
    press(page.search.edit if focused is None else focused, which, modifier)
    wait(5)


def dialog_of(page: MembersPage) -> QDialog:
    wait(10)
    found = [d for d in page.findChildren(QDialog) if d.isVisible()]
    assert len(found) == 1
    return found[0]


def here(dialog: QDialog) -> QWidget:
    found = dialog.focusWidget()
    assert found is not None
    return found


def enter(dialog: QDialog, text: str = "") -> None:
    """Type into the field that has the focus, and go on."""
    type_text(here(dialog), text)
    press(here(dialog), Qt.Key.Key_Return)


def retype(dialog: EnrolDialog | EditDialog, name: str, text: str) -> None:
    """Go to a field, empty it, type."""
    edit = dialog.form.fields[name].focusProxy()
    assert edit is not None
    edit.setFocus()
    press(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(edit, Qt.Key.Key_Delete)
    type_text(edit, text)


def to(page: MembersPage, number: str) -> None:
    """Look for a member."""
    page.search.edit.selectAll()
    type_text(page.search.edit, number)
    wait(60)


def members(window: MainWindow) -> int:
    assert window.place is not None
    return len(list_members(window.place.books))


def enrol(page: MembersPage, given: str = "ขวัญใจ", national_id: str = ID) -> EnrolDialog:
    """F2 and the application by keys alone, up to the last field."""
    key(page, Qt.Key.Key_F2)
    dialog = dialog_of(page)
    assert isinstance(dialog, EnrolDialog)
    enter(dialog)
    for text in (
        "น.ส.",
        given,
        "ใหม่จริง",
        national_id,
        "2/3/2520",
        "๒๗/๑",
        "2",
        "081-2345678",
        "นายทดสอบ",
        "บุตร",
    ):
        enter(dialog, text)
    for _ in range(5):
        enter(dialog)
    return dialog


def test_joining_by_keys_alone_gives_number_receipt_and_paper(window: MainWindow, page: MembersPage) -> None:
    before = members(window)
    dialog = enrol(page)
    assert dialog.money.words.startswith("ใบเสร็จ 50 บาท: ค่าสมัคร 20 + เงินสมทบ 30")
    enter(dialog)
    wait(100)
    assert members(window) == before + 1
    view = page.counter.view
    assert view is not None
    assert (view.member.name, view.member.house_no, view.member.phone) == (
        "นางสาวขวัญใจ ใหม่จริง",
        "27/1",
        "081-2345678",
    )
    assert page.table.current is not None
    assert page.table.current.id == view.member.id
    assert page.head.facts.text().startswith(f"รับสมาชิกแล้ว เลขที่ {view.member.member_no} ใบเสร็จ ")
    key(page, Qt.Key.Key_F7)
    wait(50)
    (paper,) = [d for d in window.findChildren(PaperDialog) if d.isVisible()]
    paper.reject()
    to(page, "0003")
    assert page.head.facts.text().endswith("หมู่บ้าน")


def test_joining_pressed_twice_is_one_member(window: MainWindow, page: MembersPage) -> None:
    before = members(window)
    dialog = enrol(page)
    dialog.submit()
    dialog.submit()
    wait(100)
    assert members(window) == before + 1


def test_what_is_wrong_is_said_beside_its_field_and_stays_typed(
    window: MainWindow, page: MembersPage
) -> None:
    before = members(window)
    dialog = enrol(page)
    wrong = {
        "given_name": "<b>มานี</b>",
        "family_name": "=1+1",
        "national_id": "12345678901234",
        "birth_date": "31/4/2520",
        "moo": "99",
        "amount_satang": "สามสิบ",
        "on": "1/12/2580",
        "house_no": "๒๗/๑<",
    }
    for name, text in wrong.items():
        retype(dialog, name, text)
    press(here(dialog), Qt.Key.Key_F9)
    wait(30)
    assert dialog.isVisible()
    assert members(window) == before
    for name, text in wrong.items():
        assert dialog.form.field(name).text == text
    for name in ("given_name", "family_name", "national_id", "moo", "house_no"):
        field = dialog.form.fields[name]
        assert isinstance(field, TextField) or hasattr(field, "below")
        assert getattr(field, "below").finding is not None  # noqa: B009
    right = {
        "given_name": "มานี",
        "family_name": "ใจจริง",
        "national_id": "",
        "birth_date": "30/4/2520",
        "moo": "2",
        "amount_satang": "๓๐",
        "on": "30/10/2569",
        "house_no": "27/1",
    }
    for name, text in right.items():
        retype(dialog, name, text)
    press(here(dialog), Qt.Key.Key_F9)
    wait(100)
    assert members(window) == before + 1


def test_a_refusal_of_the_books_stands_beside_its_field(window: MainWindow, page: MembersPage) -> None:
    before = members(window)
    dialog = enrol(page)
    retype(dialog, "amount_satang", "1,000,000")
    retype(dialog, "member_no", "0003")
    dialog.submit()
    wait(50)
    assert dialog.isVisible()
    found = dialog.number.below.finding
    assert found is not None
    assert found.code == "MEMBER_NO_TAKEN"
    retype(dialog, "member_no", "")
    dialog.submit()
    wait(50)
    found = dialog.amount.below.finding
    assert found is not None
    assert found.code == "AMOUNT_TOO_LARGE"
    assert members(window) == before
    dialog.reject()


def test_a_former_member_is_known_by_her_id_and_comes_back(window: MainWindow, page: MembersPage) -> None:
    dialog = enrol(page)
    dialog.submit()
    wait(100)
    assert page.counter.view is not None
    number = page.counter.view.member.member_no
    page.acts.leave("moved")
    leave = dialog_of(page)
    press(here(leave), Qt.Key.Key_F9)
    wait(100)
    before = members(window)
    key(page, Qt.Key.Key_F2)
    again = dialog_of(page)
    assert isinstance(again, EnrolDialog)
    retype(again, "national_id", ID)
    assert again.yes.text() == "รับกลับเข้าเป็นสมาชิก"
    assert again.person.given.text == "ขวัญใจ"
    press(here(again), Qt.Key.Key_F9)
    wait(100)
    assert members(window) == before
    assert page.head.facts.text().startswith(f"รับกลับเข้าเป็นสมาชิกแล้ว เลขที่ {number}")
    assert page.counter.view.member.ended_on is None


def test_what_is_half_typed_comes_back_after_a_power_cut(window: MainWindow, page: MembersPage) -> None:
    key(page, Qt.Key.Key_F2)
    dialog = dialog_of(page)
    assert isinstance(dialog, EnrolDialog)
    retype(dialog, "given_name", "ครึ่งทาง")
    wait(350)
    dialog._drafts = None  # the power goes: nobody gives anything up
    dialog.reject()
    wait(5)
    key(page, Qt.Key.Key_F2)
    again = dialog_of(page)
    assert isinstance(again, EnrolDialog)
    assert again.person.given.text == "ครึ่งทาง"
    again.reject()
    wait(5)
    key(page, Qt.Key.Key_F2)
    fresh = dialog_of(page)
    assert isinstance(fresh, EnrolDialog)
    assert fresh.person.given.text == ""
    fresh.reject()


def test_mending_a_telephone_and_a_name(page: MembersPage) -> None:
    to(page, "0003")
    assert page.counter.view is not None
    before = page.counter.view.member
    key(page, Qt.Key.Key_F3)
    dialog = dialog_of(page)
    assert isinstance(dialog, EditDialog)
    assert dialog.form.fields["reason"].isHidden()
    dialog.submit()
    wait(30)
    assert dialog.isVisible()  # nothing changed: said so
    retype(dialog, "phone", "0899999999")
    press(here(dialog), Qt.Key.Key_F9)
    wait(100)
    assert page.counter.view.member.phone == "0899999999"
    assert page.head.facts.text() == "แก้ไขแล้ว: โทรศัพท์"
    key(page, Qt.Key.Key_F3)
    dialog = dialog_of(page)
    assert isinstance(dialog, EditDialog)
    retype(dialog, "given_name", "ชื่อใหม่")
    assert not dialog.form.fields["reason"].isHidden()
    press(here(dialog), Qt.Key.Key_F9)
    wait(50)
    assert dialog.isVisible()
    retype(dialog, "reason", "เปลี่ยนชื่อ")
    press(here(dialog), Qt.Key.Key_F9)
    wait(100)
    after = page.counter.view.member
    assert (after.id, after.given_name, after.family_name) == (before.id, "ชื่อใหม่", before.family_name)


def test_a_death_is_recorded_then_a_claim_offered_or_it_is_taken_back(page: MembersPage) -> None:
    to(page, "0003")
    wanted: list[tuple[str, object]] = []
    page.go.connect(lambda name, argument: wanted.append((name, argument)))
    page.acts.do("leave:died")
    dialog = dialog_of(page)
    assert isinstance(dialog, LeaveDialog)
    press(here(dialog), Qt.Key.Key_F9)
    wait(100)
    view = page.counter.view
    assert view is not None
    assert view.member.cause == "died"
    assert page.head.facts.text().endswith("F6 ขอสวัสดิการ")
    key(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait(100)
    assert page.counter.view is not None
    assert page.counter.view.member.ended_on is None
    page.go.disconnect()
    page.go.connect(lambda name, argument: wanted.append((name, argument)))
    key(page, Qt.Key.Key_F6)
    key(page, Qt.Key.Key_F5)
    assert wanted == [("claims", {"member": view.member.id}), ("collect", {"member": view.member.id})]


def test_a_lapse_needs_a_resolution(page: MembersPage) -> None:
    to(page, "0003")
    page.acts.do("leave:lapsed")
    dialog = dialog_of(page)
    assert isinstance(dialog, LeaveDialog)
    dialog.submit()
    wait(20)
    assert dialog.isVisible()
    assert dialog.resolution.below.finding is not None
    dialog.resolution.set_text("มติ 11/2569")
    dialog.submit()
    wait(100)
    assert page.counter.view is not None
    assert page.counter.view.member.cause == "lapsed"


def test_months_are_spared_by_resolution(page: MembersPage) -> None:
    to(page, "0003")
    page.acts.do("grant:exempt")
    dialog = dialog_of(page)
    assert isinstance(dialog, GrantDialog)
    dialog.first.set_text("1/2572")
    dialog.last.set_text("12/2571")
    dialog.resolution.set_text("มติ 11/2569")
    dialog.submit()
    wait(20)
    assert dialog.last.below.finding is not None
    dialog.last.set_text("ธ.ค. 72")
    dialog.submit()
    wait(100)
    assert not [d for d in page.findChildren(QDialog) if d.isVisible()]
    assert page.head.facts.text() == "บันทึกการยกเว้นแล้ว"


def test_a_member_nobody_knew_about_is_told_of_at_the_counter(window: MainWindow, page: MembersPage) -> None:
    assert window.place is not None
    (member_id,) = add_people(window.place.books, 1, 1, through=None)
    page.load()
    wait(60)
    page.shown({"member": member_id})
    wait(60)
    view = page.counter.view
    assert view is not None and view.member.id == member_id
    assert not view.member.coverage_known
    assert "F10" in paid_fact(view).note
    key(page, Qt.Key.Key_F10)
    (menu,) = [m for m in page.findChildren(QMenu) if m.isVisible()]
    (entry,) = [a for a in menu.actions() if a.text().startswith("บอกเดือนที่ชำระแล้วถึง")]
    type_text(menu, entry.text().partition("\t")[2])
    wait(30)
    dialog = dialog_of(page)
    assert isinstance(dialog, ThroughDialog)
    for wrong in ("31/4/2569", "😀", "ก" * 10_000, "10/2999"):
        dialog.through.set_text(wrong)
        dialog.source.set_text("สมุดเล่ม 2 หน้า 14")
        dialog.submit()
        wait(30)
        assert dialog.isVisible()
        assert dialog.through.below.finding is not None, wrong
        assert dialog.through.text == wrong
    dialog.through.set_text("๙/๖๙")
    dialog.submit()
    wait(100)
    assert not [d for d in page.findChildren(QDialog) if d.isVisible()]
    after = page.counter.view
    assert after is not None
    assert (after.member.id, after.paid_through) == (member_id, Period(2026, 9))
    assert all(e.act != "through" for e in entries(after, compact=False))


def test_f10_opens_a_menu_that_is_walked_by_arrows(page: MembersPage) -> None:
    to(page, "0003")
    key(page, Qt.Key.Key_F10)
    (menu,) = [m for m in page.findChildren(QMenu) if m.isVisible()]
    press(menu, Qt.Key.Key_Return)
    wait(30)
    assert isinstance(dialog_of(page), EditDialog)
    dialog_of(page).reject()


def test_each_entry_of_the_menu_has_a_shown_key_and_a_thai_digit_chooses_too(page: MembersPage) -> None:
    to(page, "0003")
    key(page, Qt.Key.Key_F10)
    (menu,) = [m for m in page.findChildren(QMenu) if m.isVisible()]
    shown = {a.text().partition("\t")[2]: a.text().partition("\t")[0] for a in menu.actions() if a.text()}
    assert "" not in shown
    assert len(shown) == len([a for a in menu.actions() if a.text()])
    digit = next(key for key, words in shown.items() if words == "เสียชีวิต")
    type_text(menu, chr(ord("๐") + int(digit)))
    wait(30)
    dialog = dialog_of(page)
    assert isinstance(dialog, LeaveDialog)
    assert dialog.windowTitle().startswith("เสียชีวิต")
    dialog.reject()


def test_no_money_is_taken_from_one_who_died_and_it_is_said_why(page: MembersPage) -> None:
    to(page, "0003")
    wanted: list[str] = []
    page.go.connect(lambda name, _argument: wanted.append(name))
    assert page.counter.acts["receive"].isEnabled()
    assert not page.counter.why.isVisible()
    page.acts.do("leave:died")
    dialog = dialog_of(page)
    assert isinstance(dialog, LeaveDialog)
    died_on = dialog.on.text
    press(here(dialog), Qt.Key.Key_F9)
    wait(100)
    assert not page.counter.acts["receive"].isEnabled()
    assert page.counter.why.isVisible()
    key(page, Qt.Key.Key_F5)
    assert wanted == []
    assert page.head.facts.text().startswith("เสียชีวิตแล้ว")
    view = page.counter.view
    assert view is not None
    fact = since_fact(view)
    # The day she died, not the day after on which membership ends.
    assert died_on.startswith("30/10")
    assert (fact.name, fact.figure) == ("เสียชีวิต", "30 ต.ค. 2569")
    key(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait(100)
    assert page.counter.acts["receive"].isEnabled()


@pytest.mark.parametrize(
    ("act", "draft", "field"),
    [
        ("edit", "member.edit 0003", "phone"),
        ("leave:resigned", "member.resigned 0003", "resolution"),
        ("grant:exempt", "member.exempt 0003", "resolution"),
    ],
)
def test_every_form_of_a_member_comes_back_after_a_power_cut(
    window: MainWindow, page: MembersPage, act: str, draft: str, field: str
) -> None:
    assert window.place is not None
    drafts = window.place.drafts
    to(page, "0003")
    page.acts.do(act)
    dialog = dialog_of(page)
    assert isinstance(dialog, FormDialog)
    dialog.form.fields[field].setFocus()
    edit = here(dialog)
    press(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(edit, "0812345678")
    wait_until(lambda: drafts.kept(draft) is not None)
    dialog.close()
    wait(10)
    page.acts.do(act)
    again = dialog_of(page)
    assert isinstance(again, FormDialog)
    assert again.form.field(field).text == "0812345678"
    assert again.again.isVisible()
    again.reject()
    assert drafts.kept(draft) is None


def test_lists_are_walked_and_a_receipt_opened_by_enter(window: MainWindow, page: MembersPage) -> None:
    to(page, "0003")
    assert page.counter.claimable.isVisible()
    key(page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.counter.receipts.isVisible()
    assert page.counter.receipt is not None
    press(page.search.edit, Qt.Key.Key_Return)
    press(page.counter.receipts, Qt.Key.Key_Return)
    wait(50)
    (paper,) = [d for d in window.findChildren(PaperDialog) if d.isVisible()]
    paper.reject()


def test_the_members_own_view_says_what_she_may_claim(window: MainWindow, page: MembersPage) -> None:
    to(page, "0003")
    key(page, Qt.Key.Key_F8)
    (big,) = window.findChildren(BigView)
    assert big.isVisible()
    press(big, Qt.Key.Key_Escape)


def test_another_page_may_show_a_member(window: MainWindow, page: MembersPage) -> None:
    wanted = page._rows.rows[7].id
    window.desk.turn_to("members", {"member": wanted})
    wait(80)
    assert page.counter.view is not None
    assert page.counter.view.member.id == wanted


def test_walking_the_list_never_loads_the_word_list(
    page: MembersPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def breakable(text: str) -> str:
        asked.append(text)
        return text

    monkeypatch.setattr("wangfund.ui.widgets.label.breakable", breakable)
    for _ in range(40):
        press(page.search.edit, Qt.Key.Key_Down)
        wait(50)
    assert page.counter.view is not None
    assert asked == []


def test_who_was_renamed_stays_under_the_mark_though_the_search_was_for_the_old_name(
    page: MembersPage,
) -> None:
    assert page.table.current is not None
    before = page.table.current
    family = before.name.split()[-1]
    to(page, family)
    assert page.counter.view is not None
    before = page.table.current
    key(page, Qt.Key.Key_F3)
    dialog = dialog_of(page)
    assert isinstance(dialog, EditDialog)
    retype(dialog, "family_name", "นามใหม่จริง")
    retype(dialog, "reason", "เปลี่ยนนามสกุล")
    press(here(dialog), Qt.Key.Key_F9)
    wait(150)
    assert page.table.current is not None
    assert page.table.current.id == before.id
    assert page.counter.view.member.id == before.id
    assert page.head.facts.text().startswith("แก้ไขแล้ว")
