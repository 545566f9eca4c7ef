"""เครือข่าย: the figures of a day as the province will get them, what they lack, and the workbook to hand in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wangfund.domain.papers.network_book import NetworkBook
from wangfund.ui.frame.choose_file import FileKind
from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.network.figure_table import FigureTable
from wangfund.ui.network.state import NetworkState, file_name, member_rows, missing, money_rows, sealed_words
from wangfund.ui.papers.draw import drawn
from wangfund.ui.papers.paper_acts import PaperActs
from wangfund.ui.papers.say_done import say_done
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.label import WrapLabel, icon_label, label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.worker.busy_panel import BusyPanel
from wangfund.ui.worker.job import Job
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.network_figures import network_figures
from wangfund.usecases.report_facts import report_facts

_VERB = "บันทึกสมุดงานให้จังหวัด"
_NO_NAMES = "สมุดงานมีแต่จำนวนคนและยอดเงิน ไม่มีชื่อหรือเลขบัตรของใคร"


class NetworkPage(Page):
    """เครือข่าย."""

    def __init__(self, theme: Theme, place: Workplace, state: NetworkState) -> None:
        super().__init__(theme, "เครือข่าย")
        self._place, self._state = place, state
        self._today = place.clock.today()
        self._job: Job | None = None
        self._kept: Path | None = None
        self.book: NetworkBook | None = None
        self.acts = PaperActs(theme, place, self)
        self.folder_button = ActionButton(
            theme, "เปิดโฟลเดอร์", icon="folder-open", key=Key.FOLDER.shown, in_row=True
        )
        self.folder_button.hide()
        verb = _VERB if theme.roomy else "บันทึกสมุดงาน"
        self.save_button = ActionButton(
            theme, verb, icon="file-spreadsheet", key=Key.SAVE_FILE.shown, main=True
        )
        self.save_button.setEnabled(False)
        self.head.add(self.folder_button)
        self.head.add(self.save_button)
        self.days = ChoiceField(theme, "ข้อมูล ณ วันที่", ())
        self.members, self.money = FigureTable(theme), FigureTable(theme)
        self.sealed = WrapLabel(theme, "", Words.STRONG)
        self._lacking = QVBoxLayout()
        self._lacking.setSpacing(theme.px(8))
        self._figures = Panel(theme)
        self._busy = BusyPanel(theme, self._figures)
        self._lay_out()
        self._wire()

    def shown(self, argument: object = None) -> None:
        """The figures of the day chosen; the choice of the day has the keys."""
        self.days.setFocus()
        if self._state.facts is None:
            self._read()
        elif self.book is None:
            self._on_read(self._state.facts)

    def help_words(self) -> tuple[str, ...]:
        """What F1 says."""
        return (
            "หน้านี้คือตัวเลขที่จังหวัดจะได้รับ ตรงกับสมุดงานที่บันทึกทุกตัว",
            "กดลูกศรขึ้นลงเลือกวัน สิ้นงวดที่ปิดแล้วดีที่สุด เพราะตัวเลขไม่เปลี่ยนและมีรหัสยืนยัน",
            "อ่านว่าข้อมูลยังขาดอะไร แล้วกด Ctrl S บันทึกสมุดงานลงแฟลชไดรฟ์ไปส่งจังหวัด",
            _NO_NAMES,
        )

    def _lay_out(self) -> None:
        t = self.theme
        left = Panel(t, "ข้อมูล ณ วันที่")
        left.add(self.days)
        left.rule()
        self._head(left, "ความครบถ้วน")
        pad = t.px(sizes.PANEL_PAD)
        box = QVBoxLayout()
        box.setContentsMargins(pad, t.px(2), pad, t.px(12))
        box.addLayout(self._lacking)
        left.column.addLayout(box)
        left.rule()
        self._head(left, "รหัสยืนยันงวดล่าสุด")
        left.add(self.sealed, bottom=2)
        left.add(WrapLabel(t, "จังหวัดเทียบรหัสนี้ กับที่พิมพ์ไว้ข้างลายมือชื่อ", Words.SECOND, "ink2"), bottom=12)
        left.rule()
        note = QHBoxLayout()
        note.setContentsMargins(pad, t.px(12), pad, t.px(12))
        note.setSpacing(t.px(8))
        note.addWidget(icon_label(t, "shield-check", "ok"), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(WrapLabel(t, _NO_NAMES, Words.SECOND, "ink2"), 1)
        left.column.addLayout(note)
        left.column.addStretch()
        self._figures.column.addWidget(self.members)
        self._figures.rule()
        self._figures.column.addWidget(self.money)
        self._figures.column.addStretch()
        if t.compact:
            inside = QWidget()
            column = QVBoxLayout(inside)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(t.px(sizes.GAP))
            column.addWidget(left)
            column.addWidget(self._figures)
            column.addStretch()
            self.add_scrolled(inside)
            return
        row = QHBoxLayout()
        row.setSpacing(t.px(sizes.GAP))
        row.addWidget(left, 480)
        row.addWidget(self._figures, 631)
        self.body.addLayout(row)

    def _head(self, panel: Panel, words: str) -> None:
        panel.add(label(self.theme, words, Words.PANEL), top=8, bottom=2)

    def _wire(self) -> None:
        self.bind(Key.SAVE_FILE, self._save, self.save_button)
        self.bind(Key.FOLDER, self._open_folder, self.folder_button)
        self.days.changed.connect(self._on_day)
        self.acts.said.connect(lambda words: say_done(self, words))
        self.acts.refused.connect(self.complain)
        self.acts.kept.connect(self._on_kept)
        self.track(self._place.changed, self._on_changed)

    def _read(self) -> None:
        books = self._place.books
        self.watch(self._place.runner.run(self, lambda _progress: report_facts(books)), self._on_read)

    def _on_read(self, facts: Any) -> None:
        self._state.take(facts, self._today)
        choices = [(choice.code, choice.words) for choice in self._state.days(self._today)]
        self.days.set_choices(choices, self._state.code)
        self._count()

    def _on_day(self, code: object) -> None:
        self._state.code = str(code)
        self.head.say("")
        self.folder_button.hide()
        self._count()

    def _count(self) -> None:
        """Count the figures of the day beside the window; an old day's never take the place of a newer one's."""
        if self._job is not None:
            self._job.forget()
        day = self._state.day(self._today)
        known = self._state.books.get(day)
        if known is not None:
            self._show(known)
            return
        self.book = None
        self.save_button.setEnabled(False)
        books = self._place.books
        self._job = self._place.runner.run(self, lambda _progress: network_figures(books, day))
        self._busy.follow(self._job, "นับตัวเลข")
        self.watch(self._job, self._on_counted)

    def _on_counted(self, book: Any) -> None:
        self._state.books[book.day] = book
        if book.day == self._state.day(self._today):
            self._show(book)

    def _show(self, book: NetworkBook) -> None:
        self.book = book
        self.members.show_rows(member_rows(book))
        self.money.show_rows(money_rows(book))
        self.sealed.tell(sealed_words(book))
        self._show_missing(book)
        self.save_button.setEnabled(True)

    def _show_missing(self, book: NetworkBook) -> None:
        while self._lacking.count():
            item = self._lacking.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        found = missing(book)
        for lack in found:
            self._lacking.addWidget(self._line("triangle-alert", "warn", lack.words))
        if not found:
            self._lacking.addWidget(self._line("circle-check", "ok", "ครบ ส่งให้จังหวัดได้"))

    def _line(self, icon: str, tone: str, words: str) -> QWidget:
        t = self.theme
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.px(8))
        row.addWidget(icon_label(t, icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(WrapLabel(t, words, Words.BODY, tone if tone == "ok" else "ink"), 1)
        return box

    def _save(self) -> None:
        book = self.book
        if book is None:
            return
        today = self._today

        def make(_progress: object) -> bytes:
            from wangfund.documents import network_xlsx

            return drawn(lambda path: network_xlsx.render(book, path, today), "xlsx")

        self.calm()
        self.acts.keep_bytes(file_name(book), FileKind.EXCEL, make, done="บันทึกแล้ว")

    def _on_kept(self, path: Path) -> None:
        self._kept = path
        self.folder_button.show()

    def _open_folder(self) -> None:
        if self._kept is not None:
            self.acts.open_folder(self._kept)

    def _on_changed(self, what: Changed) -> None:
        if what & ~Changed.BACKUP:
            self._state.forget()
            self.book = None
            self.save_button.setEnabled(False)
            if self.isVisible():
                self._read()
