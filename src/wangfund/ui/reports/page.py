"""รายงาน: every paper of the fund, the paper itself at the right; F7 prints it, Ctrl S keeps it as a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from wangfund.domain.errors import FundError
from wangfund.text.messages import lines_of_error
from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.papers.made import MadePaper
from wangfund.ui.papers.paper_acts import PaperActs
from wangfund.ui.papers.paper_dialog import open_paper
from wangfund.ui.papers.say_done import say_done
from wangfund.ui.reports.choices import Choices
from wangfund.ui.reports.kinds import KINDS
from wangfund.ui.reports.paper_list import PaperList
from wangfund.ui.reports.preview import Marks, Preview
from wangfund.ui.reports.report import Report
from wangfund.ui.reports.state import ReportsState
from wangfund.ui.reports.wanted import Wanted
from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.chip import Mark
from wangfund.ui.widgets.panel import Panel, rule
from wangfund.ui.worker.busy_panel import BusyPanel
from wangfund.ui.worker.job import Job
from wangfund.ui.worker.progress import Progress
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.find_members import list_members
from wangfund.usecases.report_facts import report_facts

_SOON_MS: Final = 250


class ReportsPage(Page):
    """รายงาน."""

    def __init__(self, theme: Theme, place: Workplace, state: ReportsState) -> None:
        super().__init__(theme, "รายงาน")
        self._place, self._state = place, state
        self._today = place.clock.today()
        self._job: Job | None = None
        self._made: Report | None = None
        self._kept: Path | None = None
        self._reading = False
        self.list = PaperList(theme, KINDS)
        self.preview = Preview(theme)
        self.choices: Choices | None = None
        self.acts = PaperActs(theme, place, self)
        self._busy = BusyPanel(theme, self.preview)
        self._make_soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._make_soon.timeout.connect(self._make)
        self.folder_button = ActionButton(
            theme, "เปิดโฟลเดอร์", icon="folder-open", key=Key.FOLDER.shown, in_row=True
        )
        self.folder_button.hide()
        self.keep_button = ActionButton(theme, "เก็บเป็นไฟล์", icon="file-down", key=Key.SAVE_FILE.shown)
        self.print_button = ActionButton(theme, "พิมพ์", icon="printer", key=Key.PRINT.shown, main=True)
        for button in (self.folder_button, self.keep_button, self.print_button):
            self.head.add(button)
        self._left = Panel(theme)
        self._marks = Marks(theme)
        self._lay_out()
        self._wire()
        if state.facts is not None:
            self._after_facts()

    def shown(self, argument: object = None) -> None:
        """Show what another page asked for; the list has the keys."""
        if isinstance(argument, dict):
            self._state.asked = argument
            if "member" in argument and not self._state.members_read:
                self._read_members()
        if self._state.facts is None or self._state.stale or argument is not None:
            self._read_facts()
        elif self._made is None:
            self._make_soon.start()
        self.list.setFocus()

    def back(self) -> bool:
        """Esc: a message is read, then from the choices and the paper to the list."""
        if super().back():
            return True
        if not self.list.hasFocus():
            self.list.setFocus()
            return True
        return False

    def help_words(self) -> tuple[str, ...]:
        """What F1 says."""
        return (
            "เลือกเอกสารด้วยลูกศรขึ้นลง แล้วกด Tab ไปเลือกเดือน หมู่บ้าน หรือสมาชิก เอกสารจริงแสดงทางขวา",
            "กด Ctrl PgUp หรือ Ctrl PgDn เปลี่ยนเดือน กด Enter ดูเอกสารเต็มจอ ในเอกสารกด + − ขยายหรือย่อ",
            "กด F7 พิมพ์ กด Ctrl S เก็บเป็นไฟล์ แล้ว Ctrl E เปิดโฟลเดอร์ที่เก็บ ดูอย่างเดียวไม่นับเป็นการพิมพ์",
            "ใบเสร็จและใบสำคัญที่พิมพ์หรือเก็บครั้งแรกเป็นต้นฉบับ ครั้งต่อไปมีคำว่าสำเนา",
            "เอกสารที่มีป้าย “มีชื่อสมาชิก ห้ามติดประกาศ” ใช้ในที่ประชุมเท่านั้น",
        )

    def release(self) -> None:
        """The page goes: the paper too."""
        self._make_soon.stop()
        self.preview.view.let_go()
        super().release()

    @property
    def settled(self) -> bool:
        """Whether the paper that is wanted is the one that is shown."""
        return not self._make_soon.isActive() and (self._job is None or not self._job.running)

    def _lay_out(self) -> None:
        t = self.theme
        self._left.column.addWidget(self.list, 1)
        self._under = QVBoxLayout()
        self._under.setSpacing(0)
        self._left.column.addLayout(self._under)
        if t.compact:
            self._left.column.addWidget(rule(t))
            self.open_button = ActionButton(t, "ดูเอกสาร", icon="eye", key=Key.GO_ON.shown)
            row = QHBoxLayout()
            row.setContentsMargins(t.px(16), t.px(8), t.px(16), t.px(10))
            row.addWidget(self._marks, 1)
            row.addWidget(self.open_button)
            self._left.column.addLayout(row)
            self.open_button.clicked.connect(lambda: self._open(self.list.code))
            self.body.addWidget(self._left)
            self.preview.hide()
            self.preview.setParent(self)
            return
        row = QHBoxLayout()
        row.setSpacing(t.px(sizes.GAP))
        row.addWidget(self._left, 480)
        row.addWidget(self.preview, 631)
        self.body.addLayout(row)

    def _wire(self) -> None:
        self.list.chosen.connect(self._on_kind)
        self.list.opened.connect(self._open)
        self.bind(Key.PRINT, self._print, self.print_button)
        self.bind(Key.SAVE_FILE, self._keep, self.keep_button)
        self.bind(Key.FOLDER, self._open_folder, self.folder_button)
        for key, by in ((Key.MONTH_BEFORE, -1), (Key.MONTH_AFTER, 1)):
            QShortcut(QKeySequence(key.sequence), self).activated.connect(lambda by=by: self._step_month(by))
        self.acts.said.connect(lambda words: say_done(self, words))
        self.acts.refused.connect(self.complain)
        self.acts.kept.connect(self._on_kept)
        self.acts.went_out.connect(self._make)
        self.track(self._place.changed, self._on_changed)

    def _read_facts(self) -> None:
        if self._reading:
            return
        self._reading = True
        books = self._place.books
        job = self._place.runner.run(self, lambda _progress: report_facts(books))
        job.ended.connect(self._on_read)
        self.watch(job, self._on_facts)

    def _on_read(self) -> None:
        self._reading = False

    def _read_members(self) -> None:
        books = self._place.books
        self.watch(self._place.runner.run(self, lambda _progress: list_members(books)), self._on_members)

    def _on_facts(self, facts: Any) -> None:
        self._state.take(facts, self._today)
        self._after_facts()

    def _on_members(self, rows: Any) -> None:
        self._state.take_members(rows)
        if self.choices is not None:
            self.choices.refresh()
            self._want()

    def _after_facts(self) -> None:
        if self.choices is None:
            self.choices = Choices(self.theme, self._state, self._today, self._left)
            self.choices.changed.connect(self._want)
            self._under.addWidget(rule(self.theme))
            self._under.addWidget(self.choices)
        self.list.show_kind(self._state.code)
        self._after_kind()

    def _on_kind(self, code: str) -> None:
        self._state.choose(code)
        if self.choices is not None:
            self._after_kind()

    def _after_kind(self) -> None:
        assert self.choices is not None
        self.choices.refresh()
        shown = self._state.kind.shown
        self.print_button.setVisible(shown)
        self.keep_button.set_main(not shown)
        self._want()

    def _want(self) -> None:
        """Something else is wanted: say what it is now, make it when the hand rests."""
        state = self._state
        wanted = state.wanted(self._today)
        if self._job is not None:
            self._job.forget()
        self._made = None
        self._calm_line()
        if "member" in state.fields and not state.members_read:
            self._read_members()
        heading = wanted.heading if wanted is not None else state.kind.name
        self.preview.show_kind(state.kind, heading, state.month_mark(wanted), state.fingerprint(wanted))
        # In the compact form there is no room for the fingerprint; it stands on the paper.
        mark = state.month_mark(wanted)
        self._marks.show_marks([*([mark] if mark is not None else []), state.kind.mark])
        if self.theme.compact:
            self.open_button.setVisible(state.kind.shown)
        for button in (self.print_button, self.keep_button):
            button.setEnabled(wanted is not None)
        if wanted is None:
            self._make_soon.stop()
            self.preview.say(state.missing(self._today))
        elif not state.kind.shown:
            self._make_soon.stop()
            self.preview.say(state.kind.inside, "file-down")
        elif not self.theme.compact or "one" in state.fields:
            # Without room for the paper it is made for the list of the single ones in it.
            self._make_soon.start()

    def _make(self) -> None:
        """Make what is wanted beside the window."""
        wanted = self._state.wanted(self._today)
        if wanted is None or not wanted.kind.shown:
            return
        if self._job is not None:
            self._job.forget()
        place = self._place
        job = self._job = place.runner.run(self, lambda _progress: _make_report(place, wanted))
        if not self.theme.compact:
            self._busy.follow(job, "จัดทำเอกสาร")
        job.done.connect(lambda report: self._on_made(wanted, report))
        job.failed.connect(lambda error: self._on_not_made(wanted, error))

    def _on_made(self, wanted: Wanted, report: Report) -> None:
        # An old paper never takes the place of a newer choice.
        if wanted != self._state.wanted(self._today) or report.paper is None:
            return
        self._made = report
        self._state.take_made(report)
        if self.choices is not None:
            self.choices.refresh()
        now = report.wanted
        self.preview.show_kind(
            now.kind, now.heading, self._state.month_mark(now), self._state.fingerprint(now)
        )
        self.preview.show_pdf(report.paper.pdf, now.heading)

    def _on_not_made(self, wanted: Wanted, error: object) -> None:
        if not isinstance(error, FundError):
            assert isinstance(error, BaseException)
            raise error
        if wanted != self._state.wanted(self._today):
            return
        self._state.choices = ()
        if self.choices is not None:
            self.choices.refresh()
        for button in (self.print_button, self.keep_button):
            button.setEnabled(False)
        none = wanted.kind.none if error.code == "NOTHING_TO_PRINT" else ""
        self._marks.show_marks([Mark("circle-alert", none or lines_of_error(error)[0], "pri")])
        self.preview.refuse(error, none)

    def _open(self, _code: str) -> None:
        """The paper over the page."""
        wanted = self._state.wanted(self._today)
        if wanted is None or not wanted.kind.shown:
            if self.choices is not None and wanted is None:
                first = self.choices.first()
                if first is not None:
                    first.setFocus()
            return
        place = self._place

        def make(_progress: Progress) -> MadePaper:
            paper = _make_report(place, wanted).paper
            assert paper is not None
            return paper

        open_paper(self, place, wanted.heading, make)

    def _print(self) -> None:
        self._with_paper(self.acts.print)

    def _keep(self) -> None:
        wanted = self._state.wanted(self._today)
        if wanted is None:
            return
        if wanted.kind.shown:
            self._with_paper(self.acts.keep)
            return
        place = self._place
        self.acts.keep_bytes(wanted.name, wanted.kind.file, lambda _progress: _make_file(place, wanted))

    def _with_paper(self, act: Callable[[MadePaper], None]) -> None:
        """Do something with the paper that is wanted, made first where it is not shown."""
        wanted = self._state.wanted(self._today)
        if wanted is None or not wanted.kind.shown:
            return
        made = self._made
        if made is not None and made.paper is not None and made.wanted == wanted:
            act(made.paper)
            return
        self._make_soon.stop()
        self._make()
        job = self._job
        assert job is not None

        def now(_report: object) -> None:
            if self._made is not None and self._made.paper is not None:
                act(self._made.paper)

        job.done.connect(now)

    def _on_kept(self, path: Path) -> None:
        self._kept = path
        self.folder_button.show()

    def _open_folder(self) -> None:
        if self._kept is not None:
            self.acts.open_folder(self._kept)

    def _calm_line(self) -> None:
        self.calm()
        self.head.say("")
        self._kept = None
        self.folder_button.hide()

    def _step_month(self, by: int) -> None:
        if self.choices is not None and self.choices.month.isVisibleTo(self):
            self.choices.month.step(by)

    def _on_changed(self, what: Changed) -> None:
        state = self._state
        if what & Changed.MEMBERS:
            state.members_read = False
        if what & ~Changed.BACKUP and state.facts is not None:
            # What was made is old; it is made anew when the page is seen.
            self._made = None
            state.stale = True
            if self.isVisible():
                self._read_facts()


def _make_report(place: Workplace, wanted: Wanted) -> Report:
    # What makes papers is a third of the program: it is loaded beside the window.
    from wangfund.ui.reports.make import make_report

    return make_report(place, wanted)


def _make_file(place: Workplace, wanted: Wanted) -> bytes:
    from wangfund.ui.reports.make import make_file

    return make_file(place, wanted)
