"""A pay day: everybody it is for with a box each, those it is not for and why, the sums at the foot."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wangfund.domain.errors import FundError
from wangfund.thai.money_text import format_baht
from wangfund.ui.claims.payday_dialogs import LeaveOutDialog, PayDayDialog
from wangfund.ui.claims.payday_papers import pay_day_paper, pay_day_vouchers
from wangfund.ui.claims.payday_state import CHOSEN, DONE, DRAFT, LISTS, NOT_PAID, PayDayState, paid_words
from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.papers.paper_dialog import open_paper
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.chip import Mark
from wangfund.ui.widgets.label import WrapLabel, icon_label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.widgets.search_field import SearchField
from wangfund.ui.widgets.tabs import Tabs
from wangfund.ui.words import DASH
from wangfund.ui.worker.busy_panel import BusyPanel
from wangfund.ui.worker.progress import Progress
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.approval import chairman
from wangfund.usecases.money_desk import money_desk
from wangfund.usecases.pay_day import PayDay, PayDayPaid, PayDayRow, pay_day, pay_day_list

KEEP_AFTER_MS: Final = 300
_EMPTY: Final = {
    CHOSEN: "ไม่มีใครที่จ่ายได้ในวันนี้",
    NOT_PAID: "ไม่มีใครที่ขาดเงื่อนไข",
    DONE: "ยังไม่ได้จ่ายใคร",
}


class PayDayView(Panel):
    """`said` tells what was done. Nothing is written before the dialog of F9 says so."""

    said = Signal(str)

    def __init__(self, page: Page, theme: Theme, place: Workplace) -> None:
        super().__init__(theme)
        self._page, self._place = page, place
        self.state: PayDayState | None = None
        self.search = SearchField(theme, "ชื่อหรือเลขสมาชิก", key=Key.FIND.shown)
        self._ask = WrapLabel(theme, "", Words.SECOND, "ink2")
        self._tabs = Tabs(theme, dict(LISTS), CHOSEN, keys=("Alt", "arrow-right"))
        self._rows = RowsModel(self._columns(), self)
        self.table: RowsTable[PayDayRow] = RowsTable(
            theme, self._rows, "รายชื่อวันจ่าย", key_of=lambda row: row.member_id
        )
        self._nothing = WrapLabel(theme, "", Words.BODY, "ink2")
        self._stack = QStackedWidget()
        self.main = ActionButton(theme, "จ่าย", key=Key.POST.shown, main=True)
        self._sum = WrapLabel(theme, "", Words.STRONG)
        self._busy = BusyPanel(theme, self._stack)
        self._lay_out()
        self._keep_soon = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self._keep)
        self.search.typed.connect(self._look)
        self.search.moved.connect(self.table.step)
        self.search.entered.connect(self.table.setFocus)
        self.table.opened.connect(lambda _row: self.tick())
        self.table.clicked.connect(self._on_clicked)
        self.table.left.connect(self.start)
        self.table.installEventFilter(self)
        self._tabs.changed.connect(self._on_tab)

    def open_day(self, state: PayDayState) -> None:
        """Show a pay day; the list is read beside the window."""
        self.state = state
        if state.recall(self._place.drafts.kept(DRAFT)):
            self._page.head.say("นำที่ติ๊กค้างไว้กลับมาให้แล้ว ยังไม่ได้จ่าย")
        self.search.set_text(state.text)
        self._tabs.choose(state.tab)
        self._show()
        if state.listed is None:
            self.read()
        self.start()

    def start(self) -> None:
        """Put the keys into the list."""
        self.table.setFocus()

    def read(self) -> None:
        """Read the list anew beside the window."""
        state = self.state
        if state is None:
            return
        books, today = self._place.books, self._place.clock.today()

        def look(progress: Progress) -> object:
            def told(done: int, total: int) -> None:
                progress.step("ตรวจสิทธิ", done, total)

            return pay_day_list(books, state.code, state.day, state.facts, told, asked_on=today)

        job = self._place.runner.run(self._page, look)
        self._busy.follow(job, "ตรวจสิทธิทุกคน")
        self._page.watch(job, lambda listed: self._on_read(state, listed))

    def next_list(self) -> None:
        """The list after the one shown."""
        self._tabs.next()

    def tick(self) -> None:
        """Space or Enter: pay her or not; where she was to be paid, why not is asked."""
        state, row = self.state, self.table.current
        if state is None or row is None or state.tab != CHOSEN or state.done is not None:
            return
        if not state.needs_reason(row):
            state.tick(row)
            self._after_tick()
            return
        dialog = LeaveOutDialog(self.theme, row, self._page)

        def ready(reason: object) -> None:
            state.leave_out(row, str(reason))
            dialog.finish()
            self._after_tick()

        dialog.ready.connect(ready)
        dialog.open()

    def pay(self) -> None:
        """F9: the resolution and the source, then all of them or nobody."""
        state, place = self.state, self._place
        if state is None or not state.chosen or state.done is not None:
            return
        try:
            desk = money_desk(place.books)
        except FundError as error:
            self._page.complain(error)
            return
        dialog = PayDayDialog(
            self.theme, state, desk, self._page, place.drafts, place.who, chairman(place.profile)
        )

        def done(result: PayDayPaid) -> None:
            dialog.finish()
            self._on_paid(state, result)

        def ready(command: object) -> None:
            assert isinstance(command, PayDay)

            def act(progress: Progress) -> PayDayPaid:
                def told(count: int, total: int) -> None:
                    progress.step("จ่าย", count, total)

                return pay_day(place.books, command, place.who, told)

            self._page.act(
                place,
                f"จ่าย{state.name}",
                act,
                done,
                Changed.CLAIMS | Changed.MONEY | Changed.MEMBERS,
                dialog=dialog,
            )

        dialog.ready.connect(ready)
        dialog.open()

    def print_sheet(self) -> None:
        """F7: before, the sheet as it is planned; afterwards the one that is signed, with the vouchers' numbers."""
        state = self.state
        if state is None or state.listed is None:
            return
        words = "บัญชีลงชื่อรับเงิน" if self.paid_already else "บัญชีรายชื่อ (ยังไม่จ่าย)"
        make = pay_day_paper(self._place, state, paid=self.paid_already)
        open_paper(self._page, self._place, f"{words} {state.heading}", make, "จัดทำบัญชีรายชื่อ")

    def print_vouchers(self) -> None:
        """The vouchers of those paid, one each."""
        state = self.state
        if state is not None and self.paid_already:
            make = pay_day_vouchers(self._place, state)
            open_paper(self._page, self._place, f"ใบสำคัญจ่าย {state.heading}", make, "จัดทำใบสำคัญจ่าย")

    @property
    def paid_already(self) -> bool:
        """Whether the sheet to print is the one that is signed."""
        state = self.state
        if state is None:
            return False
        return state.done is not None or (state.tab == DONE and bool(state.rows(DONE)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The space bar ticks."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and Qt.Key(event.key()) is Qt.Key.Key_Space
        ):
            self.tick()
            return True
        return super().eventFilter(watched, event)

    def _columns(self) -> tuple[Column[PayDayRow], ...]:
        short = not self.theme.roomy
        box: Column[PayDayRow] = Column("จ่าย", self._box_words, 116, mark=self._box)
        number: Column[PayDayRow] = Column(
            "เลขที่", lambda row: row.member_no, 76, sort=lambda row: row.member_no.zfill(8)
        )
        house: Column[PayDayRow] = Column(
            "หมู่/บ้าน",
            lambda row: f"{row.moo}/{row.house_no or DASH}",
            96,
            sort=lambda row: (row.moo, row.house_no),
        )
        kept: Column[PayDayRow] = Column("หักค้าง", lambda row: _figure(row.setoff_satang), 96, right=True)
        return (
            box,
            number,
            Column("ชื่อ–สกุล", lambda row: row.name, searched=True, sort=lambda row: row.name),
            *(() if short else (house,)),
            Column("หมายเหตุ", self._note),
            *(() if short else (kept,)),
            Column(
                "จ่ายจริง",
                self._net,
                110,
                right=True,
                sort=lambda row: row.net_satang,
            ),
        )

    def _lay_out(self) -> None:
        t = self.theme
        top = QVBoxLayout()
        top.setContentsMargins(t.px(14), t.px(12), t.px(14), t.px(6))
        top.setSpacing(t.px(4))
        top.addWidget(self.search)
        top.addWidget(self._ask)
        self.column.addLayout(top)
        self.column.addWidget(self._tabs)
        self._stack.addWidget(self.table)
        empty = QWidget()
        column = QVBoxLayout(empty)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(icon_label(t, "calendar-check-2", "ink3", sizes.ICON_DECISION), 0, middle)
        self._nothing.setAlignment(middle)
        column.addWidget(self._nothing)
        column.addStretch(2)
        self._stack.addWidget(empty)
        self.column.addWidget(self._stack, 1)
        self.rule()
        foot = QFrame()
        row = QHBoxLayout(foot)
        pad = t.px(sizes.PANEL_PAD)
        row.setContentsMargins(pad, t.px(10), pad - 2, t.px(10))
        row.setSpacing(t.px(14))
        row.addWidget(self._sum, 1)
        row.addWidget(self.main)
        self.column.addWidget(foot)

    def _show(self, *, choose: int | None = None) -> None:
        state = self.state
        assert state is not None
        rows = state.rows(state.tab)
        for name, words in LISTS.items():
            count = len(state.rows(name)) if state.listed is not None else 0
            self._tabs.rename(name, f"{words} {count:,}")
        self._ask.tell(state.ask_words() if state.done is None else "")
        self._ask.setVisible(bool(self._ask.words))
        self.table.show_rows(rows, choose=choose)
        self.table.fit_figures(len(self._rows.columns) - 1, (_figure(r.net_satang) for r in rows))
        self._nothing.tell(_EMPTY[state.tab] if state.listed is not None else "กำลังตรวจสิทธิทุกคน")
        self._stack.setCurrentIndex(0 if rows else 1)
        self._sum.tell(state.sum_words() if state.done is None else paid_words(state.done))
        self.main.setVisible(state.done is None)
        self.main.setEnabled(bool(state.chosen))

    def _box(self, row: PayDayRow) -> Mark:
        state = self.state
        assert state is not None
        if row.member_id in state.excluded:
            return Mark("circle-minus", "งดจ่าย", "warn", filled=False)
        if row.member_id in state.ticked:
            return Mark("circle-check", "จ่าย", "ok", filled=False)
        if state.tab == DONE:
            return Mark("circle-check", "จ่ายแล้ว", "ok", filled=False)
        if state.tab == NOT_PAID:
            return Mark("calendar-days", "ไม่ได้รับ", "pri", filled=False)
        return Mark("circle-dashed", "ยังไม่จ่าย", "ink2", filled=False)

    def _box_words(self, row: PayDayRow) -> str:
        return self._box(row).words

    def _net(self, row: PayDayRow) -> str:
        out = self.state is not None and row.member_id in self.state.excluded
        return DASH if out else _figure(row.net_satang)

    def _note(self, row: PayDayRow) -> str:
        return "" if self.state is None else self.state.note(row)

    def _after_tick(self) -> None:
        self._keep_soon.start()
        assert self.state is not None
        self._rows.refresh()
        self._sum.tell(self.state.sum_words())
        self.main.setEnabled(bool(self.state.chosen))
        self.table.step(Qt.Key.Key_Down)
        self.start()

    def _keep(self) -> None:
        if self.state is None:
            return
        told = self.state.as_draft()
        if told:
            self._place.drafts.keep(DRAFT, told)
        else:
            self._place.drafts.drop(DRAFT)

    def _look(self, text: str) -> None:
        if self.state is not None:
            self.state.text = text
            self._show()

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.tick()

    def _on_tab(self, name: str) -> None:
        if self.state is not None:
            self.state.tab = name
            self._show()
            self.start()

    def _on_read(self, state: PayDayState, listed: Any) -> None:
        # Another day may have been opened meanwhile.
        state.take(listed)
        if state is self.state:
            self._show()
            self.start()

    def _on_paid(self, state: PayDayState, done: PayDayPaid) -> None:
        self._keep_soon.stop()
        self._place.drafts.drop(DRAFT)
        state.done, state.begun = done, False
        state.tab, state.text = DONE, ""
        self.search.set_text("")
        self._tabs.choose(DONE)
        self._show()
        self.read()
        self.said.emit(paid_words(done, short=self.theme.compact))


def _figure(satang: int) -> str:
    return format_baht(satang) if satang else DASH
