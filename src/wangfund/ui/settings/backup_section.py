"""สำรองข้อมูล: where backups go, making one now, and putting one back with what it replaces kept."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from wangfund.ui.backup_task import WORDS, backup_task
from wangfund.ui.frame.choose_file import choose_folder
from wangfund.ui.frame.page import Page
from wangfund.ui.frame.question import Question
from wangfund.ui.keys import Key
from wangfund.ui.settings.section import Section
from wangfund.ui.settings.state import SettingsState, backup_words, restore_words
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import WrapLabel, label
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.backup_fund import Backup
from wangfund.usecases.backup_list import BackupLine, list_backups

_HINT: Final = "เก็บสำเนาไว้ในแฟลชไดรฟ์ที่ไม่ได้เสียบค้างไว้ดีที่สุด โปรแกรมเก็บ 10 ชุดล่าสุด วันละชุด 30 วัน และเดือนละชุดตลอดไป"


class BackupSection(Section):
    """`table` lists the backups in the folder, newest first."""

    def __init__(self, theme: Theme, page: Page, place: Workplace, state: SettingsState) -> None:
        super().__init__(theme, page, place, state, "สำรองข้อมูล")
        self.hint(_HINT)
        self.folder = WrapLabel(theme, "", Words.STRONG)
        self.inside.addWidget(self.folder)
        columns: tuple[Column[BackupLine], ...] = (
            Column("ทำเมื่อ", lambda b: self._words(b)[0], 200),
            Column("ในสำเนา", lambda b: self._words(b)[1], tone=lambda b: "bad" if b.trouble else "ink"),
        )  # fmt: skip
        self.rows: RowsModel[BackupLine] = RowsModel(columns, self)
        self.table: RowsTable[BackupLine] = RowsTable(
            theme, self.rows, "สำเนาสำรอง", key_of=lambda line: str(line.path)
        )
        self.table.setMinimumHeight(4 * max(theme.px(sizes.ROW), theme.line_height()))
        self.none = label(theme, "ยังไม่มีสำเนาในโฟลเดอร์นี้", Words.BODY, "ink2")
        self.inside.addWidget(
            self.buttons(
                (Key.POST, "สำรองเดี๋ยวนี้", "shield-check", self.back_up),
                (Key.EDIT, "เปลี่ยนโฟลเดอร์", "folder-open", self.choose),
                (Key.MORE, "เรียกคืนสำเนานี้", "history", self.ask_restore),
            )
        )
        self.say_readonly("เปิดดูอย่างเดียว จึงเรียกคืนไม่ได้")
        self.acts[Key.POST].set_main(True)
        self.inside.addWidget(self.none)
        self.inside.addWidget(self.table, 1)
        self.table.opened.connect(lambda _line: self.ask_restore())
        self.table.chosen.connect(self._enable)

    def begin(self) -> None:
        """The list has the keys."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Look at the folder again, beside the window."""
        place, clock = self.place, self.place.clock
        folder, stem = self._folder, place.path.stem
        self.folder.tell(f"เก็บที่ {folder}")
        self.page.watch(
            place.runner.run(self, lambda _progress: list_backups(folder, stem, clock)), self._on_listed
        )

    def back_up(self) -> None:
        """Make a verified backup now."""
        place = self.place
        task = backup_task(place.path, self._folder, place.clock)
        self.page.act(place, WORDS, task, self._on_made, Changed(0))

    def choose(self) -> None:
        """Ask for another folder."""
        choose_folder(self, "เก็บสำเนาสำรองไว้ที่ไหน", self._folder, self._on_folder)

    def ask_restore(self) -> None:
        """Ask whether the backup under the mark is to be put back."""
        line = self.table.current
        if line is None or line.trouble or not self.acts[Key.MORE].isEnabled():
            return
        place = self.place
        sentence = restore_words(line, place.clock.now(), place.profile.name)
        when, _ = backup_words(line, place.clock.now())
        question = Question(
            self.theme,
            "เรียกคืนสำเนา",
            sentence,
            f"เรียกคืนสำเนา {when}",
            self,
            icon="history",
            tone="warn",
        )
        question.accepted.connect(lambda: place.wants_restore.emit(line.path))
        question.open()

    @property
    def _folder(self) -> Path:
        return self.place.preferences.backup_folder(self.place.path)

    def _words(self, line: BackupLine) -> tuple[str, str]:
        return backup_words(line, self.place.clock.now())

    def _on_listed(self, lines: tuple[BackupLine, ...]) -> None:
        self.table.show_rows(lines)
        self.none.setVisible(not lines)
        self.table.setVisible(bool(lines))
        if not lines:
            self._enable(None)

    def _on_made(self, backup: Backup) -> None:
        self.place.backed_up(self.place.clock.now(), backup.path)
        self.page.head.say(
            "สำรองแล้ว ตรวจแล้วครบถ้วน" if backup.made else "ไม่มีงานใหม่ ตรวจสำเนาล่าสุดแล้ว ยังครบถ้วน", "ok"
        )

    def _on_folder(self, folder: Path) -> None:
        self.place.prefer(lambda p: p.backs_up_into(self.place.path, folder))
        self.refresh()

    def _enable(self, line: BackupLine | None) -> None:
        self.acts[Key.MORE].setEnabled(self.writable and line is not None and not line.trouble)
