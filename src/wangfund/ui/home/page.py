"""หน้าแรก: what to do today, money and promises, what is not right, twelve months, what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.domain.errors import FundError
from wangfund.thai.dates import weekday_date
from wangfund.ui.backup_task import WORDS, backup_task
from wangfund.ui.frame.page import Page
from wangfund.ui.home.money_panel import MoneyPanel, line_row
from wangfund.ui.home.state import HomeState, Task, arrears_lines, chart_words, coming_lines
from wangfund.ui.home.task_list import TaskList
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.chart_picture import ChartPicture
from wangfund.ui.widgets.key_hint import key_hint
from wangfund.ui.widgets.label import ElideLabel, label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.search_field import SearchField
from wangfund.ui.worker.busy_panel import BusyPanel
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.home_view import HomeArrears, home_arrears, home_view

if TYPE_CHECKING:
    from wangfund.usecases.backup_fund import Backup

_HERE = "backup"
_SOON_MS = 30


class HomePage(Page):
    """The first thing seen in the morning."""

    def __init__(self, theme: Theme, place: Workplace, state: HomeState) -> None:
        super().__init__(theme, weekday_date(place.clock.today()))
        self._place, self._state = place, state
        self.search = SearchField(
            theme, "ค้นชื่อ เลขสมาชิก" if theme.compact else "ค้นชื่อ เลขสมาชิก หรือบ้านเลขที่", key=Key.FIND.shown
        )
        self.search.setFixedWidth(theme.px(300 if theme.compact else 408))
        self.search.entered.connect(lambda: self.go.emit("members", self.search.text))
        self.head.add(self.search)
        self.tasks = TaskList(theme)
        self.tasks.wanted.connect(self._do)
        self.tasks.chosen.connect(self._on_chosen)
        self._task_panel = self._tasks_panel()
        self._busy = BusyPanel(theme, self._task_panel)
        self._money = MoneyPanel(theme)
        self._wrong = Panel(theme, "ยังไม่เรียบร้อย")
        self._coming = Panel(theme, "กำลังจะถึง")
        self.chart = ChartPicture(theme, place.runner)
        self._sums = label(theme, "", Words.SECOND, "ink2")
        self._lay_out()
        # Counting everyone waits until the page is up.
        self._count_soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._count_soon.timeout.connect(self._count)
        self.track(place.changed, self._on_changed)
        self._half_typed: tuple[str, ...] = ()
        self._wrong_inside: QWidget | None = None
        self._coming_inside: QWidget | None = None
        if state.view is not None:
            self._show()

    def shown(self, argument: object = None) -> None:
        """Read again if anything changed; the tasks have the keys."""
        if self._state.stale or self._state.view is None or self._half_typed != self._place.drafts.names:
            self._read()
        self.tasks.setFocus()

    def start_search(self) -> bool:
        """Put the typing into the search."""
        self.search.setFocus()
        self.search.edit.selectAll()
        return True

    def help_words(self) -> tuple[str, ...]:
        """What F1 says."""
        return (
            "ทางซ้ายคืองานที่ควรทำวันนี้ เรียงตามความเร่งด่วน กดลูกศรขึ้นลงเลือก แล้วกด Enter เพื่อไปทำ",
            "ทางขวาคือเงินของกองทุนขณะนี้ ส่วนที่ผูกพันไว้แล้วคือเงินที่ต้องเก็บไว้จ่าย ไม่ควรนำไปใช้อย่างอื่น",
            "ช่อง “ยังไม่เรียบร้อย” นับสมาชิกที่ค้างเงินสมทบและสิทธิที่ถูกระงับ",
            "พิมพ์ชื่อหรือเลขที่สมาชิกในช่องค้นหาด้านบน แล้วกด Enter เพื่อเปิดดูสมาชิกคนนั้น",
        )

    def _tasks_panel(self) -> Panel:
        t = self.theme
        panel = Panel(t, "วันนี้ควรทำ")
        if not t.compact:
            for part in (
                key_hint(t, "arrow-up"),
                key_hint(t, "arrow-down"),
                label(t, "เลือก", Words.SECOND, "ink2"),
            ):
                panel.head.addWidget(part)
        panel.rule()
        panel.column.addWidget(self.tasks)
        return panel

    def _chart_panel(self) -> Panel:
        t = self.theme
        panel = Panel(t, "รับ–จ่าย 12 เดือน")
        panel.head.addWidget(self._sums)
        panel.add(self.chart, bottom=6)
        panel.column.setStretch(panel.column.count() - 1, 1)
        return panel

    def _lay_out(self) -> None:
        t = self.theme
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(t.px(sizes.GAP))
        if t.compact:
            self._lay_out_compact(left, right)
            return
        left.addWidget(self._task_panel)
        left.addWidget(self._chart_panel(), 1)
        for panel in (self._money, self._wrong, self._coming):
            right.addWidget(panel)
        right.addStretch()
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.px(sizes.GAP))
        row.addLayout(left, 697)
        row.addLayout(right, 414)
        self.add_scrolled(inside)

    def _lay_out_compact(self, left: QVBoxLayout, right: QVBoxLayout) -> None:
        t = self.theme
        left.addWidget(self._task_panel)
        left.addWidget(self._coming)
        left.addStretch()
        right.addWidget(self._money)
        right.addWidget(self._wrong)
        right.addStretch()
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, t.px(8), 0)
        grid.setSpacing(t.px(sizes.GAP))
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.setColumnStretch(0, 1)
        chart = self._chart_panel()
        chart.setMinimumHeight(t.px(260))
        grid.addWidget(chart, 1, 0, 1, 2)
        self.add_scrolled(inside)

    def _read(self) -> None:
        try:
            view = home_view(self._place.books)
        except FundError as error:
            self.complain(error)
            return
        place = self._place
        self._half_typed = place.drafts.names
        self._state.take(
            view,
            place.preferences.last_backup(place.path),
            place.clock.now(),
            wrote=place.wrote,
            half_typed=place.drafts.names,
        )
        self._show()
        self._count_soon.start()

    def _count(self) -> None:
        books = self._place.books
        self.watch(self._place.runner.run(self, lambda _progress: home_arrears(books)), self._on_arrears)

    def _show(self) -> None:
        view = self._state.view
        assert view is not None
        count = len(self._state.tasks)
        self.head.say(f"วันนี้มีงาน {count} เรื่อง" if count else "วันนี้ไม่มีงานค้าง")
        self.tasks.show_tasks(self._state.tasks, self._state.chosen)
        self._money.show_view(view)
        received, paid = chart_words(view)
        self._sums.setText(f"รับ {received}   จ่าย {paid}")
        self.chart.show_months(view.bars, f"รับ {received} บาท จ่าย {paid} บาท ในสิบสองเดือน")
        self._show_wrong()
        self._show_coming()

    def _show_wrong(self) -> None:
        arrears = self._state.arrears
        lines = arrears_lines(arrears) if arrears is not None else ()
        inside, column = self._fresh()
        for line in lines:
            column.addWidget(line_row(self.theme, line))
        view = self._state.view
        if arrears is not None and not lines and view is not None and view.members_now:
            quiet = label(self.theme, "ทุกคนชำระครบแล้ว", Words.BODY, "ok")
            quiet.setContentsMargins(self.theme.px(sizes.PANEL_PAD), 0, 0, 0)
            column.addWidget(quiet)
        self._wrong_inside = self._replace(self._wrong, self._wrong_inside, inside)

    def _show_coming(self) -> None:
        view = self._state.view
        assert view is not None
        t = self.theme
        lines = coming_lines(view, self._state.arrears)
        inside, column = self._fresh()
        grid = QGridLayout()
        grid.setContentsMargins(t.px(sizes.PANEL_PAD), 0, t.px(sizes.PANEL_PAD), 0)
        grid.setHorizontalSpacing(t.px(18))
        grid.setVerticalSpacing(t.px(4))
        for at, (day, what) in enumerate(lines):
            grid.addWidget(label(t, day, Words.STRONG), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(ElideLabel(t, what), at, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        self._coming_inside = self._replace(self._coming, self._coming_inside, inside)

    def _fresh(self) -> tuple[QWidget, QVBoxLayout]:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, self.theme.px(8))
        column.setSpacing(0)
        return inside, column

    def _replace(self, panel: Panel, old: QWidget | None, new: QWidget) -> QWidget:
        if old is not None:
            panel.column.removeWidget(old)
            old.deleteLater()
        panel.column.addWidget(new)
        return new

    def _do(self, task: Task) -> None:
        if task.page != _HERE:
            self.go.emit(task.page, task.argument)
            return
        place = self._place
        work = backup_task(place.path, place.preferences.backup_folder(place.path), place.clock)
        job = place.runner.run(self, work)
        self._busy.follow(job, WORDS)
        self.watch(job, self._on_backup)

    def _on_backup(self, backup: Backup) -> None:
        self._place.backed_up(self._place.clock.now(), backup.path)
        where = backup.path.parent.name
        self.head.say("สำรองแล้ว" if self.theme.compact else f"สำรองแล้ว ตรวจแล้ว เก็บไว้ที่ {where}", "ok")

    def _on_arrears(self, arrears: HomeArrears) -> None:
        self._state.arrears = arrears
        self._show_wrong()
        self._show_coming()

    def _on_chosen(self, at: int) -> None:
        self._state.chosen = at

    def _on_changed(self, _what: Changed) -> None:
        self._state.stale = True
        if self.isVisible():
            self._read()
