"""หมู่บ้าน: names and collectors; a village with members is never taken out."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtWidgets import QWidget

from wangfund.domain.profile import Village
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.frame.page import Page
from wangfund.ui.frame.question import Question
from wangfund.ui.keys import Key
from wangfund.ui.settings.list_section import ListSection
from wangfund.ui.settings.state import SettingsState, village_words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.checked_field import WordsField
from wangfund.ui.widgets.rows_model import Column
from wangfund.ui.widgets.text_field import NumberField
from wangfund.ui.words import DASH
from wangfund.ui.workplace import Workplace
from wangfund.usecases.change_villages import add_village, change_village, remove_village
from wangfund.usecases.settings_view import SettingsView, VillageRow

_COLUMNS: Final[tuple[Column[VillageRow], ...]] = (
    Column("หมู่", lambda v: str(v.moo), 60, right=True),
    Column("ชื่อบ้าน", village_words),
    Column("ผู้เก็บเงิน", lambda v: v.collector or DASH),
    Column("สมาชิก", lambda v: f"{v.members:,}" if v.members else DASH, 84, right=True),
)


class VillageSection(ListSection[VillageRow]):
    """The villages by their moo."""

    def __init__(self, theme: Theme, page: Page, place: Workplace, state: SettingsState) -> None:
        super().__init__(theme, page, place, state, "หมู่บ้าน", _COLUMNS, lambda v: v.moo)
        self.hint("ผู้เก็บเงินจะอยู่บนใบเก็บเงินของหมู่นั้น สมาชิกนับทุกคนที่เคยอยู่ในทะเบียน")
        self.after_table(
            self.buttons(
                (Key.NEW, "เพิ่มหมู่", "plus", self.add_one),
                (Key.EDIT, "แก้ชื่อหรือผู้เก็บ", "pencil", self.edit),
                (Key.REMOVE, "เอาออก", "trash-2", self.remove),
            )
        )
        self.table.opened.connect(lambda _row: self.edit())

    def show_view(self, view: SettingsView) -> None:
        """Show the villages as they stand."""
        self.show_rows(view.villages)

    def add_one(self) -> None:
        """Ask for a new village."""
        books, who = self.place.books, self.place.who
        moos = [row.moo for row in self.rows.rows]
        dialog = VillageDialog(self.theme, None, max(moos, default=0) + 1, self, self.place.drafts)
        self.ask_form(
            dialog, lambda v: add_village(books, cast("Village", v), who), "เพิ่มหมู่บ้านแล้ว", "เพิ่มหมู่บ้าน"
        )

    def edit(self) -> None:
        """Ask for another name or collector."""
        row = self.table.current
        if row is None or not self.writable:
            return
        books, who = self.place.books, self.place.who
        dialog = VillageDialog(self.theme, row, row.moo, self, self.place.drafts)
        self.ask_form(
            dialog,
            lambda v: change_village(books, cast("Village", v), who),
            f"แก้หมู่ที่ {row.moo} แล้ว",
            "แก้หมู่บ้าน",
        )

    def remove(self) -> None:
        """Ask whether a village is to be taken out; one in use is refused with its reason."""
        row = self.table.current
        if row is None:
            return
        books, who = self.place.books, self.place.who
        sentence = f"เอาหมู่ที่ {row.moo} {row.name} ออกจากกองทุน".strip()
        question = Question(
            self.theme, "เอาหมู่บ้านออก", sentence, f"เอาหมู่ที่ {row.moo} ออก", self, icon="trash-2"
        )
        self.ask_question(
            question, "เอาหมู่บ้านออก", lambda: remove_village(books, row.moo, who), f"เอาหมู่ที่ {row.moo} ออกแล้ว"
        )


class VillageDialog(FormDialog):
    """A village; the moo of one that is there stays."""

    def __init__(
        self, theme: Theme, row: VillageRow | None, moo: int, parent: QWidget, drafts: Drafts
    ) -> None:
        heading = "เพิ่มหมู่บ้าน" if row is None else f"แก้หมู่ที่ {moo}"
        draft = "settings.village" if row is None else f"settings.village {moo}"
        super().__init__(theme, heading, "เพิ่ม" if row is None else "บันทึก", parent, drafts=drafts, draft=draft)
        self._moo = NumberField(theme, "หมู่ที่", low=1, high=99, required=True)
        self._name = WordsField(theme, "ชื่อบ้าน")
        self._collector = WordsField(theme, "ผู้เก็บเงิน")
        if row is None:
            self.form.add("moo", "หมู่ที่", self._moo)
        self._moo.set_number(moo)
        self.form.add("name", "ชื่อบ้าน", self._name)
        self.form.add("collector", "ผู้เก็บเงิน", self._collector)
        if row is not None:
            self._name.show_stored(row.name)
            self._collector.show_stored(row.collector)

    def command(self) -> Village | None:
        """The village as typed."""
        moo = self._moo.number
        return None if moo is None else Village(moo, self._name.words, self._collector.words)
