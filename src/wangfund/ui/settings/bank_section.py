"""บัญชีธนาคาร: opened, renamed, closed when empty; one with entries is never taken out."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtWidgets import QWidget

from wangfund.domain.profile import Bank
from wangfund.domain.register.check_words import check_account_no
from wangfund.thai.digits import to_arabic
from wangfund.thai.money_text import format_baht
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.frame.page import Page
from wangfund.ui.frame.question import Question
from wangfund.ui.keys import Key
from wangfund.ui.settings.list_section import ListSection
from wangfund.ui.settings.state import SettingsState, bank_mark
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.checked_field import CheckedField, WordsField
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.rows_model import Column
from wangfund.ui.words import DASH
from wangfund.ui.workplace import Workplace
from wangfund.usecases.change_banks import add_bank, change_bank, close_bank, remove_bank, reopen_bank
from wangfund.usecases.settings_view import BankRow, SettingsView


def bank_columns(*, roomy: bool) -> tuple[Column[BankRow], ...]:
    """The columns; where there is little room the number stands in the form only."""
    number: Column[BankRow] = Column("เลขที่บัญชี", lambda b: b.number or DASH, 150)
    return (
        Column("ชื่อบัญชี", lambda b: b.name),
        *((number,) if roomy else ()),
        Column("คงเหลือ", lambda b: format_baht(b.balance_satang), 130, right=True),
        Column("", lambda b: bank_mark(b).words, 150, mark=bank_mark),
    )


class BankSection(ListSection[BankRow]):
    """The accounts by their code."""

    def __init__(self, theme: Theme, page: Page, place: Workplace, state: SettingsState) -> None:
        columns = bank_columns(roomy=theme.roomy)
        super().__init__(theme, page, place, state, "บัญชีธนาคาร", columns, lambda b: b.account)
        self.hint("บัญชีที่มีรายการแล้วเอาออกไม่ได้ ถ้าเลิกใช้ให้ย้ายเงินออกให้หมดแล้วปิด ประวัติยังอยู่ครบ")
        self.after_table(
            self.buttons(
                (Key.NEW, "เพิ่มบัญชี", "plus", self.add_one),
                (Key.EDIT, "แก้ชื่อ", "pencil", self.edit),
                (Key.MORE, "ปิดบัญชี", "lock", self.close_or_reopen),
                (Key.REMOVE, "เอาออก", "trash-2", self.remove),
            )
        )
        self.table.opened.connect(lambda _row: self.edit())
        self.table.chosen.connect(lambda _row: self.enable())

    def show_view(self, view: SettingsView) -> None:
        """Show the accounts as they stand."""
        self.show_rows(view.banks)

    def enable(self) -> None:
        """A closed account can be used again."""
        super().enable()
        row = self.table.current
        more = self.acts[Key.MORE]
        more.setText("ใช้อีก" if row is not None and row.closed_on is not None else "ปิดบัญชี")
        more.updateGeometry()
        for key in (Key.EDIT, Key.MORE, Key.REMOVE):
            self.acts[key].setEnabled(self.writable and row is not None)

    def add_one(self) -> None:
        """Ask for a new account."""
        books, who = self.place.books, self.place.who
        dialog = BankDialog(self.theme, None, self, self.place.drafts)
        self.ask_form(
            dialog, lambda b: add_bank(books, cast("Bank", b), who), "เพิ่มบัญชีธนาคารแล้ว", "เพิ่มบัญชีธนาคาร"
        )

    def edit(self) -> None:
        """Ask for another name or number."""
        row = self.table.current
        if row is None or not self.writable:
            return
        books, who, account = self.place.books, self.place.who, row.account

        def change(told: object) -> None:
            bank = cast("Bank", told)
            change_bank(books, account, bank.name, bank.number, who)

        self.ask_form(
            BankDialog(self.theme, row, self, self.place.drafts), change, "แก้บัญชีธนาคารแล้ว", "แก้บัญชีธนาคาร"
        )

    def close_or_reopen(self) -> None:
        """Ask from which day an account is used no more; or use a closed one again."""
        row = self.table.current
        if row is None:
            return
        books, who, account = self.place.books, self.place.who, row.account
        if row.closed_on is not None:
            question = Question(self.theme, "ใช้บัญชีนี้อีก", f"ใช้บัญชี {row.name} รับจ่ายเงินได้อีก", "ใช้อีก", self)
            self.ask_question(question, "เปิดใช้บัญชี", lambda: reopen_bank(books, account, who), "ใช้บัญชีนี้ได้อีกแล้ว")
            return
        dialog = CloseBankDialog(self.theme, row, self.place.clock.today(), self)
        self.ask_form(
            dialog,
            lambda day: close_bank(books, account, cast("date", day), who),
            f"ปิดบัญชี {row.name} แล้ว",
            "ปิดบัญชีธนาคาร",
        )

    def remove(self) -> None:
        """Ask whether an account is to be taken out; one with entries is refused with its reason."""
        row = self.table.current
        if row is None:
            return
        books, who = self.place.books, self.place.who
        question = Question(
            self.theme, "เอาบัญชีออก", f"เอาบัญชี {row.name} ออกจากกองทุน", "เอาออก", self, icon="trash-2"
        )
        self.ask_question(
            question, "เอาบัญชีออก", lambda: remove_bank(books, row.account, who), f"เอาบัญชี {row.name} ออกแล้ว"
        )


class BankDialog(FormDialog):
    """An account's name and number."""

    def __init__(self, theme: Theme, row: BankRow | None, parent: QWidget, drafts: Drafts) -> None:
        heading = "เพิ่มบัญชีธนาคาร" if row is None else "แก้บัญชีธนาคาร"
        draft = "settings.bank" if row is None else f"settings.bank {row.account}"
        super().__init__(theme, heading, "เพิ่ม" if row is None else "บันทึก", parent, drafts=drafts, draft=draft)
        self._name = WordsField(theme, "ชื่อบัญชี", required=True, hint="ธนาคารและสาขา")
        self._number = CheckedField(
            theme, "เลขที่บัญชี", lambda text: check_account_no(to_arabic(text)), longest=40
        )
        self.form.add("name", "ชื่อบัญชี", self._name)
        self.form.add("number", "เลขที่บัญชี", self._number)
        if row is not None:
            self._name.show_stored(row.name)
            self._number.show_stored(row.number)

    def command(self) -> Bank | None:
        """The account as typed."""
        return Bank(self._name.words, to_arabic(self._number.words))


class CloseBankDialog(FormDialog):
    """The day from which an account is used no more."""

    def __init__(self, theme: Theme, row: BankRow, today: date, parent: QWidget) -> None:
        super().__init__(theme, f"ปิดบัญชี {row.name}", "ปิดบัญชี", parent)
        self._day = DateField(theme, "วันที่ปิด", today, latest=today, required=True)
        self._day.set_day(today)
        self.form.add("closed_on", "วันที่ปิด", self._day)

    def command(self) -> date | None:
        """The day."""
        return self._day.day
