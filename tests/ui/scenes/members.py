"""สมาชิก."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from tests.ui.scenes.scene import Scene, settle
from tests.ui.typing import press
from wangfund.domain.eligibility.standing import Status
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.members.edit_dialog import EditDialog
from wangfund.ui.members.enrol_dialog import EnrolDialog
from wangfund.ui.members.page import MembersPage
from wangfund.usecases.find_members import standings_today


def _members(window: MainWindow) -> QWidget:
    window.desk.turn_to("members")
    return window


def _members_found(window: MainWindow) -> QWidget:
    window.desk.turn_to("members", "ศรี")
    return window


def _members_slip(window: MainWindow) -> QWidget:
    window.desk.turn_to("members", "lkp")
    return window


def _members_nobody(window: MainWindow) -> QWidget:
    window.desk.turn_to("members", "ไม่มีใครชื่อนี้")
    return window


def _page(window: MainWindow, text: str = "0012") -> MembersPage:
    window.desk.show_cover(None)
    window.desk.turn_to("members", text)
    settle(window)
    page = window.desk.page
    assert isinstance(page, MembersPage)
    return page


def _member_detail(window: MainWindow) -> QWidget:
    page = _page(window)
    press(page.search.edit, Qt.Key.Key_Return)
    page.counter.show_list("receipts")
    return window


def _member_claims(window: MainWindow) -> QWidget:
    page = _page(window)
    press(page.search.edit, Qt.Key.Key_Return)
    page.counter.show_list("claims")
    return window


def _detail_of(text: str) -> Callable[[MainWindow], QWidget]:
    def shown(window: MainWindow) -> QWidget:
        page = _page(window, text)
        page.counter.show_list("claimable")
        press(page.search.edit, Qt.Key.Key_Return)
        return window

    return shown


def _with_standing(*wanted: Status) -> Callable[[MainWindow], QWidget]:
    def shown(window: MainWindow) -> QWidget:
        page = _page(window, "")
        assert window.place is not None
        rows = [m for m in page._rows.rows if m.ended_on is None]
        found = standings_today(window.place.books, rows)
        number = next(m.member_no for m in rows if found[m.id].status in wanted)
        return _detail_of(number)(window)

    return shown


def _left(cause: str) -> Callable[[MainWindow], QWidget]:
    def shown(window: MainWindow) -> QWidget:
        page = _page(window, "")
        number = next(m.member_no for m in page._rows.rows if m.cause == cause)
        return _detail_of(number)(window)

    return shown


def _member_big(window: MainWindow) -> QWidget:
    page = _page(window)
    page.show_big()
    return window


def _dialog(window: MainWindow) -> QDialog:
    settle(window)
    return next(d for d in window.findChildren(QDialog) if d.isVisible())


def _enrol(window: MainWindow) -> QWidget:
    _page(window).acts.new()
    return _dialog(window)


def _enrol_filled(window: MainWindow) -> QWidget:
    page = _page(window)
    line = next(m for m in page._rows.rows if m.ended_on is None)
    page.acts.new()
    dialog = _dialog(window)
    assert isinstance(dialog, EnrolDialog)
    given, _, family = line.name.removeprefix(line.title).partition(" ")
    for name, text in (
        ("title", "น.ส."),
        ("given_name", given),
        ("family_name", family),
        ("national_id", "1-1111-11111-11-9"),
        ("birth_date", "2/3/2520"),
        ("house_no", "๒๗/๑"),
        ("moo", "5"),
        ("phone", "081-234-5678"),
        ("heir_name", "นายวิชัย จันทร์หอม"),
        ("heir_relation", "บุตร"),
    ):
        dialog.form.field(name).set_text(text)
    dialog.form.changed.emit()
    return dialog


def _enrol_wrong(window: MainWindow) -> QWidget:
    page = _page(window)
    page.acts.new()
    dialog = _dialog(window)
    assert isinstance(dialog, EnrolDialog)
    for name, text in (
        ("applied_on", "31/4/2569"),
        ("title", "12"),
        ("given_name", "<b>มานี</b>"),
        ("family_name", "=1+1"),
        ("national_id", "12345678901234"),
        ("birth_date", "5/11/2570"),
        ("house_no", "<27>"),
        ("moo", "99"),
        ("phone", "โทรหาลูก"),
        ("heir_name", "😀"),
        ("member_no", "*"),
        ("on", "abc"),
        ("amount_satang", "ร้อย"),
    ):
        dialog.form.field(name).set_text(text)
    dialog.submit()
    return dialog


def _enrol_former(window: MainWindow) -> QWidget:
    page = _page(window, "")
    line = next(m for m in page._rows.rows if m.cause == "resigned" and m.national_id)
    page.acts.new()
    dialog = _dialog(window)
    assert isinstance(dialog, EnrolDialog)
    dialog.person.national_id.set_text(line.national_id)
    dialog.form.changed.emit()
    return dialog


def _edit(window: MainWindow) -> QWidget:
    page = _page(window)
    page.acts.edit()
    dialog = _dialog(window)
    assert isinstance(dialog, EditDialog)
    dialog.person.given.set_text("เปลี่ยนใหม่")
    dialog.form.changed.emit()
    return dialog


def _leave(cause: str) -> Callable[[MainWindow], QWidget]:
    def shown(window: MainWindow) -> QWidget:
        _page(window).acts.leave(cause)
        return _dialog(window)

    return shown


def _grant(window: MainWindow) -> QWidget:
    _page(window).acts.grant("waiver")
    return _dialog(window)


def _more(window: MainWindow) -> QWidget:
    page = _page(window)
    page.acts.more()
    settle(window)
    return next(m for m in page.findChildren(QMenu) if m.isVisible())


SCENES: Final[tuple[Scene, ...]] = (
    ("members", _members),
    ("members-found", _members_found),
    ("members-slip", _members_slip),
    ("members-nobody", _members_nobody),
    ("member-claimable", _detail_of("0012")),
    ("member-suspended", _with_standing(Status.SUSPENDED, Status.LAPSED)),
    ("member-waiting", _with_standing(Status.WAITING)),
    ("member-died", _left("died")),
    ("member-resigned", _left("resigned")),
    ("member-detail", _member_detail),
    ("member-claims", _member_claims),
    ("member-big", _member_big),
    ("member-more", _more),
    ("member-new", _enrol),
    ("member-new-filled", _enrol_filled),
    ("member-new-wrong", _enrol_wrong),
    ("member-new-former", _enrol_former),
    ("member-edit", _edit),
    ("member-leave-died", _leave("died")),
    ("member-leave-lapsed", _leave("lapsed")),
    ("member-grant", _grant),
)
