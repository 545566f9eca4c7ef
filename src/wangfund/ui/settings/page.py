"""ตั้งค่า: the sections at the left, the chosen one at the right."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wangfund.ui.frame.page import Page
from wangfund.ui.frame.status import backup_age
from wangfund.ui.keys import Key
from wangfund.ui.settings.about_section import AboutSection
from wangfund.ui.settings.backup_section import BackupSection
from wangfund.ui.settings.bank_section import BankSection
from wangfund.ui.settings.committee_section import CommitteeSection
from wangfund.ui.settings.fund_section import FundSection
from wangfund.ui.settings.look_section import LookSection
from wangfund.ui.settings.opening_section import OpeningSection
from wangfund.ui.settings.rules_section import RulesSection
from wangfund.ui.settings.section import Section
from wangfund.ui.settings.state import (
    SECTIONS,
    SectionLine,
    SettingsState,
    section_lines,
)
from wangfund.ui.settings.village_section import VillageSection
from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.follow_scroll import FollowScroll
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.settings_view import SettingsView, settings_view

_KINDS: Final = {
    "fund": FundSection,
    "committee": CommitteeSection,
    "villages": VillageSection,
    "banks": BankSection,
    "opening": OpeningSection,
    "rules": RulesSection,
    "backup": BackupSection,
    "look": LookSection,
    "about": AboutSection,
}
_KEYS: Final = (Key.NEW, Key.EDIT, Key.REMOVE, Key.MORE, Key.POST, Key.RECEIVE, Key.SAVE_FILE)


class SettingsPage(Page):
    """A section is made when it is first asked for; `shown` with a section's name turns to it."""

    def __init__(self, theme: Theme, place: Workplace, state: SettingsState) -> None:
        super().__init__(theme, "ตั้งค่า")
        self._place, self._state = place, state
        self._sections: dict[str, Section] = {}
        self._holders: dict[str, QWidget] = {}
        self._reading = False
        self._turned = state.section
        self._rows: RowsModel[SectionLine] = RowsModel(section_columns(roomy=not theme.compact), self)
        self.table: RowsTable[SectionLine] = RowsTable(
            theme, self._rows, "เรื่องที่ตั้งค่าได้", key_of=lambda s: s.name
        )
        self.table.horizontalHeader().hide()
        self.detail = QStackedWidget()
        self._over: QStackedWidget | None = None
        self._lay_out()
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(lambda _row: self.open_section())
        for key in _KEYS:
            self.bind(key, partial(self._press, key))
        self.track(place.changed, self._on_changed)
        self.track(place.preferences_changed, self._show_lines)
        self._show_lines()

    def shown(self, argument: object = None) -> None:
        """Read the settings; with a section's name, turn to it and put the keys there."""
        self._state.turn_to(argument)
        self._show_lines()
        self._read()
        if isinstance(argument, str):
            self.open_section()
        else:
            self.table.setFocus()

    @property
    def section(self) -> Section:
        """The section shown."""
        name = self._state.section
        if name not in self._sections:
            made = _KINDS[name](self.theme, self, self._place, self._state)
            self._sections[name] = made
            self._holders[name] = self._scrolled(made)
            self.detail.addWidget(self._holders[name])
            if self._state.view is not None:
                made.show_view(self._state.view)
        return self._sections[name]

    def open_section(self) -> None:
        """Put the keys into the section."""
        section = self.section
        if self._over is not None:
            self._over.setCurrentIndex(1)
        section.begin()

    def back(self) -> bool:
        """Esc: from the section to the list."""
        if super().back():
            return True
        if self._over is not None and self._over.currentIndex() == 1:
            self._over.setCurrentIndex(0)
            self.table.setFocus()
            return True
        if not self.table.hasFocus():
            self.table.setFocus()
            return True
        return False

    def help_words(self) -> tuple[str, ...]:
        """How the settings are used."""
        return (
            "ลูกศรขึ้นลงเลือกเรื่อง Enter เข้าไปแก้ Esc กลับมาที่รายการ",
            "F2 เพิ่ม F3 แก้ Del เอาออก ไม่มีอะไรบันทึกจนกว่าจะกดปุ่มในแบบฟอร์ม",
            "สิ่งที่ลงบัญชีไปแล้วเปลี่ยนย้อนหลังไม่ได้ จึงมีรูปกุญแจพร้อมเหตุผล",
            "สำรองข้อมูลทุกครั้งก่อนปิดเครื่อง และลองเรียกคืนในกองทุนฝึกดูสักครั้ง",
        )

    def _lay_out(self) -> None:
        t = self.theme
        listed = Panel(t)
        listed.column.addSpacing(t.px(6))
        listed.column.addWidget(self.table, 1)
        if t.compact:
            self._over = QStackedWidget()
            self._over.addWidget(listed)
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(t.px(8))
            back = ActionButton(t, "กลับไปรายการ", icon="arrow-left", key=Key.BACK.shown, in_row=True)
            back.clicked.connect(self.back)
            column.addWidget(back)
            column.addWidget(self.detail, 1)
            self._over.addWidget(box)
            self.body.addWidget(self._over)
            return
        row = QHBoxLayout()
        row.setSpacing(t.px(sizes.GAP))
        listed.setFixedWidth(t.px(400))
        row.addWidget(listed)
        row.addWidget(self.detail, 1)
        self.body.addLayout(row)

    def _scrolled(self, section: Section) -> QWidget:
        if not self.theme.compact and self.theme.percent == 100:
            return section
        return FollowScroll(self.theme, section)

    def _press(self, key: Key) -> None:
        button = self.section.acts.get(key)
        if button is not None and button.isEnabled() and button.isVisible():
            button.click()

    def _on_chosen(self, line: SectionLine | None) -> None:
        if line is None:
            return
        if line.name != self._turned:
            # What was said or refused in another section is not this one's.
            self._turned = line.name
            self.head.say("")
            self.calm()
        self._state.section = line.name
        section = self.section
        self.detail.setCurrentWidget(self._holders[line.name])
        section.refresh()

    def _read(self) -> None:
        if self._reading:
            return
        self._reading = True
        books = self._place.books
        self.watch(self._place.runner.run(self, lambda _progress: settings_view(books)), self._on_read)

    def _on_read(self, view: SettingsView) -> None:
        self._reading = False
        self._state.view = view
        self._show_view(view)

    def _show_view(self, view: SettingsView) -> None:
        self._show_lines()
        for section in self._sections.values():
            section.show_view(view)

    def _show_lines(self, _what: object = None) -> None:
        prefer, clock = self._place.preferences, self._place.clock
        age = backup_age(prefer.last_backup(self._place.path), clock.now(), unsaved=self._place.wrote)
        look = f"ตัวอักษร {prefer.percent} %"
        self.table.show_rows(section_lines(self._state.view, age.short, look), choose=self._state.section)

    def _on_changed(self, what: Changed) -> None:
        if what & (Changed.SETTINGS | Changed.MONEY | Changed.PERIODS | Changed.MEMBERS):
            self._read()
        if what & Changed.BACKUP:
            self._show_lines()
            backup = self._sections.get("backup")
            if backup is not None:
                backup.refresh()


def section_columns(*, roomy: bool) -> tuple[Column[SectionLine], ...]:
    """The columns of the list; where there is little room the fact is left to the section."""
    name: Column[SectionLine] = Column("เรื่อง", lambda line: line.words, 150 if roomy else 0, strong=True)
    fact: Column[SectionLine] = Column("", lambda line: line.fact, tone=lambda _line: "ink2")
    return (name, fact) if roomy else (name,)


assert tuple(_KINDS) == tuple(section.name for section in SECTIONS)
