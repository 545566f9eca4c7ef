"""What else can be done with a member: the entries of the menu behind F10, each with its own key where it has one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from wangfund.ui.keys import Key
from wangfund.ui.theme.theme import Theme
from wangfund.usecases.member_view import MemberView


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `act` is its name for the page, `key` is shown beside the words."""

    act: str
    words: str
    icon: str
    key: str = ""
    rule_above: bool = False


def entries(view: MemberView, *, compact: bool) -> tuple[Entry, ...]:
    """The entries for a member as she is: one who left may come back or her leaving be taken back."""
    prints = (
        Entry("print", "พิมพ์ใบเสร็จ", "printer"),
        Entry("print_all", "พิมพ์ใบเสร็จทุกใบ", "receipt-text"),
    )
    rights = () if view.member.ended_on is not None else (Entry("rights", "พิมพ์ใบแจ้งสิทธิ", "file-check"),)
    usual = (
        Entry("edit", "แก้ไขทะเบียน", "pencil", Key.EDIT.shown),
        Entry("past", "บันทึกสวัสดิการก่อนใช้โปรแกรม", "history"),
        *rights,
        *(prints if view.receipts else ()),
        *((Entry("show", "ให้สมาชิกดู", "eye", Key.SHOW_MEMBER.shown),) if compact else ()),
    )
    if view.member.ended_on is not None:
        back = (
            ()
            if view.member.cause == "died"
            else (Entry("rejoin", "รับกลับเข้าเป็นสมาชิก", "user-check", rule_above=True),)
        )
        undo = (Entry("undo", "เลิกทำที่บันทึกว่าพ้นจากสมาชิกวันนี้", "undo-2", rule_above=not back),)
        return (*usual, *back, *undo)
    return (
        *usual,
        Entry("leave:resigned", "ลาออก", "log-out", rule_above=True),
        Entry("leave:died", "เสียชีวิต", "user-x"),
        Entry("leave:moved", "ย้ายออก", "map-pin"),
        Entry("leave:lapsed", "พ้นสภาพ", "ban"),
        Entry("grant:exempt", "ยกเว้นเงินสมทบ", "calendar-clock", rule_above=True),
        Entry("grant:waiver", "ผ่อนผันเดือนที่ค้าง", "calendar-check-2"),
    )


def make_menu(
    theme: Theme, found: tuple[Entry, ...], chosen: Callable[[str], object], parent: QWidget
) -> QMenu:
    """The menu; arrows move, Enter chooses, Esc goes back."""
    menu = QMenu(parent)
    menu.setAccessibleName("เรื่องอื่น")
    for entry in found:
        if entry.rule_above and menu.actions():
            menu.addSeparator()
        words = f"{entry.words}\t{entry.key}" if entry.key else entry.words
        action = QAction(QIcon(theme.icon(entry.icon, "ink2")), words, menu)
        action.setData(entry.act)
        action.triggered.connect(lambda _on=False, act=entry.act: chosen(act))
        menu.addAction(action)
    menu.aboutToHide.connect(menu.deleteLater)
    first = next(iter(menu.actions()), None)
    if first is not None:
        menu.setActiveAction(first)
    return menu
