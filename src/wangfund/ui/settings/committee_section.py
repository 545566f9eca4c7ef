"""คณะกรรมการ: who holds which post from when to when, and who is at the desk now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

from PySide6.QtWidgets import QWidget

from wangfund.domain.profile import Officer
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.frame.page import Page
from wangfund.ui.frame.question import Question
from wangfund.ui.keys import Key
from wangfund.ui.settings.list_section import ListSection
from wangfund.ui.settings.state import SettingsState, office_mark, office_words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.checked_field import WordsField
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.form import Form
from wangfund.ui.widgets.rows_model import Column
from wangfund.ui.workplace import Workplace
from wangfund.usecases.change_committee import add_officer, change_officer, remove_officer
from wangfund.usecases.settings_view import OfficerRow, SettingsView


def officer_columns(today: date, *, roomy: bool) -> tuple[Column[OfficerRow], ...]:
    """The columns; where there is little room the dates stand in the form only."""
    dates: Column[OfficerRow] = Column("วาระ", office_words, 186)
    return (
        Column("ตำแหน่ง", lambda o: o.role, 136),
        Column("ชื่อ–สกุล", lambda o: o.name),
        *((dates,) if roomy else ()),
        Column("", lambda o: office_mark(o, today).words, 122, mark=lambda o: office_mark(o, today)),
    )


class CommitteeSection(ListSection[OfficerRow]):
    """Those who serve and those who did; `desk` chooses who signs what is done now."""

    def __init__(self, theme: Theme, page: Page, place: Workplace, state: SettingsState) -> None:
        columns = officer_columns(place.clock.today(), roomy=theme.roomy)
        super().__init__(theme, page, place, state, "คณะกรรมการ", columns, lambda o: o.id)
        self.hint("เอกสารของวันใดใช้ชื่อผู้ที่อยู่ในวาระวันนั้น เมื่อเปลี่ยนคน ให้ใส่วันสิ้นสุดของคนเดิม แล้วเพิ่มคนใหม่")
        foot = Form(theme, words_width=140)
        self.desk = ChoiceField(theme, "ผู้ทำรายการตอนนี้", [], required=False)
        foot.add("desk", "ผู้ทำรายการตอนนี้", self.desk)
        self.after_table(
            self.buttons(
                (Key.NEW, "เพิ่มกรรมการ", "user-plus", self.add_one),
                (Key.EDIT, "แก้ หรือใส่วาระ", "pencil", self.edit),
                (Key.REMOVE, "เอาออก", "trash-2", self.remove),
            )
        )
        self.inside.addWidget(foot)
        self.table.opened.connect(lambda _row: self.edit())
        self.desk.changed.connect(self._sit_down)

    def show_view(self, view: SettingsView) -> None:
        """Show the committee as it stands."""
        self.show_rows(view.officers)
        people = dict.fromkeys(officer.name for officer in view.profile.committee)
        posts = {officer.name: officer.role for officer in reversed(view.profile.committee)}
        choices = [(name, f"{name} · {posts[name]}") for name in people]
        self.desk.set_choices(choices, self.place.who)

    def add_one(self) -> None:
        """Ask for somebody new."""
        books, who = self.place.books, self.place.who
        dialog = OfficerDialog(self.theme, None, self.place.clock.today(), self, self.place.drafts)
        self.ask_form(
            dialog, lambda o: add_officer(books, cast("Officer", o), who), "เพิ่มกรรมการแล้ว", "เพิ่มกรรมการ"
        )

    def edit(self) -> None:
        """Ask what has changed about somebody."""
        row = self.table.current
        if row is None or not self.writable:
            return
        books, who = self.place.books, self.place.who
        dialog = OfficerDialog(self.theme, row, self.place.clock.today(), self, self.place.drafts)
        self.ask_form(
            dialog,
            lambda o: change_officer(books, row.id, cast("Officer", o), who),
            f"แก้ข้อมูล{row.role}แล้ว",
            "แก้กรรมการ",
        )

    def remove(self) -> None:
        """Ask whether somebody is to be taken out who never served."""
        row = self.table.current
        if row is None:
            return
        books, who = self.place.books, self.place.who
        sentence = (
            f"เอา {row.role} {row.name} ออก เพราะใส่ผิด"
            "\nถ้าเคยอยู่ในวาระจริง ให้กด F3 ใส่วันสิ้นสุดแทน เอกสารเก่าจะได้ยังมีชื่อ"
        )
        question = Question(self.theme, "เอากรรมการออก", sentence, "เอาออก", self, icon="trash-2")
        self.ask_question(
            question, "เอากรรมการออก", lambda: remove_officer(books, row.id, who), f"เอา {row.name} ออกแล้ว"
        )

    def _sit_down(self, name: object) -> None:
        self.place.sits_down(str(name))
        self.page.head.say(f"ผู้ทำรายการตอนนี้ {name}", "ok")


class OfficerDialog(FormDialog):
    """Post, name, and the first and last day in office."""

    def __init__(
        self, theme: Theme, row: OfficerRow | None, today: date, parent: QWidget, drafts: Drafts
    ) -> None:
        heading = "เพิ่มกรรมการ" if row is None else "แก้กรรมการ"
        draft = "settings.officer" if row is None else f"settings.officer {row.id}"
        super().__init__(theme, heading, "เพิ่ม" if row is None else "บันทึก", parent, drafts=drafts, draft=draft)
        self._role = WordsField(theme, "ตำแหน่ง", longest=80, required=True, hint="เช่น เหรัญญิก")
        self._name = WordsField(theme, "ชื่อ–สกุล", required=True)
        self._since = DateField(theme, "ตั้งแต่วันที่", today)
        self._until = DateField(theme, "ถึงวันที่", today)
        self.form.add("role", "ตำแหน่ง", self._role)
        self.form.add("name", "ชื่อ–สกุล", self._name)
        self.form.add("since", "ตั้งแต่วันที่", self._since)
        self.form.add("until", "ถึงวันที่", self._until)
        if row is not None:
            self._role.show_stored(row.role)
            self._name.show_stored(row.name)
            self._since.set_day(row.since)
            self._until.set_day(row.until)

    def command(self) -> Officer | None:
        """The officer as typed."""
        blank = Officer(self._role.words, self._name.words)
        return replace(blank, since=self._since.day, until=self._until.day)
