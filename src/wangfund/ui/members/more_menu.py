"""What else can be done with a member: the entries of the menu behind F10, each with its own key where it has one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from wangfund.thai.digits import to_arabic
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
    told = (
        ()
        if view.member.coverage_known
        else (Entry("through", "บอกเดือนที่ชำระแล้วถึง", "calendar-check-2", rule_above=True),)
    )
    return (
        *usual,
        *told,
        Entry("leave:resigned", "ลาออก", "log-out", rule_above=True),
        Entry("leave:died", "เสียชีวิต", "user-x"),
        Entry("leave:moved", "ย้ายออก", "map-pin"),
        Entry("leave:lapsed", "พ้นสภาพ", "ban"),
        Entry("grant:exempt", "ยกเว้นเงินสมทบ", "calendar-clock", rule_above=True),
        Entry("grant:waiver", "ผ่อนผันเดือนที่ค้าง", "calendar-check-2"),
    )


class DigitMenu(QMenu):
    """A menu whose entries have a digit each; `by_digit` is filled by whoever makes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.by_digit: dict[str, QAction] = {}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit, Thai ones too, chooses its entry."""
        action = self.by_digit.get(to_arabic(event.text())) if event.text() else None
        if action is None:
            super().keyPressEvent(event)
            return
        self.close()
        action.trigger()


def make_menu(
    theme: Theme, found: tuple[Entry, ...], chosen: Callable[[str], object], parent: QWidget
) -> QMenu:
    """The menu; arrows move, Enter or the digit beside the words chooses, Esc goes back."""
    menu = DigitMenu(parent)
    menu.setAccessibleName("เรื่องอื่น")
    digits = iter("1234567890-=")
    for entry in found:
        if entry.rule_above and menu.actions():
            menu.addSeparator()
        # Those with a key of their own everywhere show it; the others have a digit here.
        shown = entry.key or next(digits, "")
        action = QAction(QIcon(theme.icon(entry.icon, "ink2")), f"{entry.words}\t{shown}", menu)
        action.setData(entry.act)
        action.triggered.connect(lambda _on=False, act=entry.act: chosen(act))
        menu.addAction(action)
        if not entry.key:
            menu.by_digit[shown] = action
    menu.aboutToHide.connect(menu.deleteLater)
    first = next(iter(menu.actions()), None)
    if first is not None:
        menu.setActiveAction(first)
    return menu
