"""บัญชี: a month's entries, from a figure to its entries to its paper; money in, out and moved; taking back."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wangfund.domain.errors import FundError
from wangfund.thai.period import Period
from wangfund.ui.books.acts import MoneyActs
from wangfund.ui.books.all_months import AllMonths
from wangfund.ui.books.detail import EntryDetail
from wangfund.ui.books.detail_words import Link, detail_of_account, detail_of_entry, detail_of_round
from wangfund.ui.books.entry_list import EntryList
from wangfund.ui.books.entry_paper import paper_of_entry, paper_of_row
from wangfund.ui.books.place_cards import PlaceCards
from wangfund.ui.books.state import BooksState, Loaded, Row, head_facts, loaded
from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.papers.paper_dialog import open_paper
from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.period_picker import PeriodPicker
from wangfund.ui.words import READING
from wangfund.ui.worker.job import Job
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.entries_of_month import entries_of_month
from wangfund.usecases.entry_view import EntryView, entry_view

READ_ONLY: Final = "เปิดดูอย่างเดียว จึงลงรายการไม่ได้"
_DETAIL_AFTER_MS: Final = 40
_LIST, _DETAIL = 580, 531


class BooksPage(Page):
    """`entries` is the list, `cards` the money of the month, `detail` what is under the mark; `acts` writes.

    `everywhere` looks through all months.
    """

    def __init__(self, theme: Theme, place: Workplace, state: BooksState) -> None:
        super().__init__(theme, "บัญชี")
        self._place, self._state = place, state
        today = Period.of(place.clock.today())
        self.picker = PeriodPicker(theme, state.month or today, state.month or today, state.month or today)
        self.new = ActionButton(theme, "ลงรายการ", icon="plus", key=Key.NEW.shown, main=True)
        self.entries = EntryList(theme, state)
        self.cards = PlaceCards(theme)
        self.detail = EntryDetail(theme, auditor=state.auditor)
        self.acts = MoneyActs(self, place)
        self.everywhere = AllMonths(self, place, state)
        self.view: EntryView | None = None
        self._wanted_entry: int | None = None
        self._loading: Job | None = None
        self._detail_soon = QTimer(self, singleShot=True, interval=_DETAIL_AFTER_MS)
        self._lay_out()
        self._wire()
        if state.view is not None:
            self._after_load()

    def shown(self, argument: object = None) -> None:
        """Go to the entry another page asked for; the search has the keys."""
        if isinstance(argument, dict) and isinstance(argument.get("entry"), int):
            self.go_to_entry(argument["entry"])
        elif self._state.stale or self._state.view is None:
            self.load()
        self._close_detail()
        self.entries.search.setFocus()

    def start_search(self) -> bool:
        """Put the typing into the search; there already, look through all months."""
        if self.entries.search.edit.hasFocus() and not self._state.wanted.empty:
            self.everywhere.look()
            return True
        self._close_detail()
        self.entries.search.setFocus()
        self.entries.search.edit.selectAll()
        return True

    def load(self) -> None:
        """Read the month beside the window."""
        if self._loading is not None:
            self._loading.forget()
        books, month = self._place.books, self._state.month
        self._loading = self._place.runner.run(self, lambda _progress: loaded(entries_of_month(books, month)))
        self.watch(self._loading, self._on_loaded)

    def go_to_entry(self, entry_id: int) -> None:
        """Turn to an entry's month and put the mark on it."""
        try:
            view = entry_view(self._place.books, entry_id)
        except FundError as error:
            self.complain(error)
            return
        state = self._state
        state.text, state.meant, state.account, state.show, state.found = "", "", "", "all", None
        self.entries.search.set_text("")
        self.entries.tabs.choose("all")
        if state.view is None or state.stale or state.view.month != view.entry.month:
            state.turn(view.entry.month)
            self._wanted_entry = entry_id
            self.load()
            return
        self._refresh(entry_id)

    def back(self) -> bool:
        """Esc: the message, the detail, all months, the account, and last the search."""
        if super().back() or self._close_detail():
            return True
        state = self._state
        if state.found is not None or state.everywhere:
            state.found, state.everywhere = None, False
            self.everywhere.stop()
            self._refresh()
            return True
        if state.account:
            state.only_account("")
            self._refresh()
            self._show_cards()
            return True
        if not self.entries.search.edit.hasFocus():
            self.entries.search.setFocus()
            return True
        return False

    def help_words(self) -> tuple[str, ...]:
        """What F1 says."""
        return (
            "หน้านี้คือสมุดเงินเข้าเงินออก ใหม่สุดอยู่บน Ctrl PgUp และ Ctrl PgDn เปลี่ยนเดือน",
            "F2 ลงรายการใหม่: เงินเข้า เงินออก หรือเงินย้าย เงินสมทบลงที่หน้าเก็บเงินสมทบ",
            "รอบเก็บเงินของหมู่บ้านรวมเป็นบรรทัดเดียว กด Enter เพื่อดูใบเสร็จทุกใบในรอบ",
            "พิมพ์ชื่อ เลขที่ หรือจำนวนเงินเพื่อค้นในเดือนนี้ กด Ctrl K อีกครั้งเพื่อค้นทุกเดือน",
            "เลือกเงินสด ธนาคาร หรือแถบ ตามบัญชี แล้วกด Enter จะเห็นรายการที่รวมเป็นยอดนั้น",
            "F7 ดูใบเสร็จหรือใบสำคัญของรายการ F10 ดูแบบเดบิต–เครดิต",
            "ลงผิด กด F11 กลับรายการพร้อมเหตุผล รายการเดิมไม่ถูกลบ Ctrl Z กลับรายการล่าสุดของวันนี้",
        )

    def _lay_out(self) -> None:
        t = self.theme
        self.head.add(self.picker)
        self.head.add(self.new)
        self._stack: QStackedWidget | None = None
        if t.compact:
            self._stack = QStackedWidget()
            self._stack.addWidget(self.entries)
            self._stack.addWidget(self._detail_over_list())
            self.body.addWidget(self._stack)
            return
        right = QVBoxLayout()
        right.setSpacing(t.px(sizes.GAP))
        money = Panel(t)
        money.column.addWidget(self.cards)
        right.addWidget(money)
        right.addWidget(self.detail, 1)
        row = QHBoxLayout()
        row.setSpacing(t.px(sizes.GAP))
        row.addWidget(self.entries, _LIST)
        row.addLayout(right, _DETAIL)
        self.body.addLayout(row)

    def _detail_over_list(self) -> QWidget:
        t, box = self.theme, QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, t.px(sizes.GAP), 0, 0)
        column.setSpacing(t.px(8))
        back = ActionButton(t, "กลับไปรายการ", icon="arrow-left", key=Key.BACK.shown, in_row=True)
        back.clicked.connect(self._close_detail)
        head = QHBoxLayout()
        head.addWidget(back)
        head.addLayout(self.detail.links, 1)
        column.addLayout(head)
        column.addWidget(self.detail, 1)
        return box

    def _wire(self) -> None:
        search, table = self.entries.search, self.entries.table
        search.typed.connect(self._on_typed)
        search.moved.connect(table.step)
        search.entered.connect(self._open)
        search.left.connect(self.back)
        table.chosen.connect(self._on_chosen)
        table.opened.connect(lambda _row: self._open())
        table.left.connect(self.back)
        self.entries.tabs.changed.connect(self._on_show)
        self.entries.everywhere.connect(self.everywhere.look)
        self.cards.wanted.connect(self._on_account)
        self.picker.changed.connect(self._on_month)
        self._detail_soon.timeout.connect(self._show_detail)
        self.detail.linked.connect(self._on_link)
        self.detail.view_changed.connect(self._on_auditor)
        self.acts.done.connect(self._on_done)
        self.everywhere.found.connect(self._on_found)
        self.bind(Key.NEW, self.acts.choose, self.new)
        self.bind(Key.RECEIVE, self.acts.receive)
        self.bind(Key.PRINT, self._print, None)
        self.detail.print.clicked.connect(self._print)
        self.bind(Key.MORE, self.detail.next_view)
        self.bind(Key.REVERSE, self._reverse, None)
        self.detail.reverse.clicked.connect(self._reverse)
        self.bind(Key.UNDO, self.acts.undo)
        self.bind(Key.MONTH_BEFORE, lambda: self.picker.step(-1))
        self.bind(Key.MONTH_AFTER, lambda: self.picker.step(1))
        self.bind(Key.NEXT_LIST, self.entries.tabs.next)
        self.track(self._place.changed, self._on_changed)
        if self._place.books.readonly is not None:
            self.new.setEnabled(False)
            self.new.setToolTip(READ_ONLY)

    def _on_loaded(self, read: Loaded) -> None:
        self._loading = None
        self._state.take(read)
        self._after_load()

    def _after_load(self) -> None:
        view = self._state.view
        assert view is not None
        self.picker.show_months(view.month, view.first, view.last)
        if self._place.books.readonly is not None:
            self.head.say(READ_ONLY if self.theme.roomy else READING, "warn")
        elif not self.acts.just_done:
            self.head.say(head_facts(view, roomy=self.theme.roomy))
        self.entries.search.set_text(self._state.text)
        self._show_cards()
        wanted, self._wanted_entry = self._wanted_entry, None
        self._refresh(wanted)

    def _refresh(self, entry_id: int | None = None) -> None:
        state = self._state
        choose = state.row_of_entry(entry_id) if entry_id is not None else state.chosen
        self.entries.refresh(choose)
        if not state.rows:
            self.view = None
            self.detail.clear()

    def _show_cards(self) -> None:
        view = self._state.view
        if view is not None and not self.theme.compact:
            self.cards.show_places(view.places, view.names, self._state.account)

    def _on_typed(self, text: str) -> None:
        self.everywhere.stop()
        self._state.everywhere, self._state.chosen = False, None
        self._state.look(text)
        self.entries.refresh(self._first())
        if not self._state.rows:
            self.view = None
            self.detail.clear()
            if not self._state.wanted.empty and self._state.show == "all":
                # Not in this month: the other months are looked through without being asked.
                self.everywhere.look_soon()

    def _first(self) -> Any:
        rows = self._state.rows
        return rows[0].key if rows else None

    def _on_found(self, found: Any) -> None:
        self._state.found = found
        self._refresh()

    def _on_show(self, name: str) -> None:
        self._state.show, self._state.found = name, None
        if name == "accounts":
            self._state.account = ""
            self._show_cards()
        self._refresh()

    def _on_account(self, account: str) -> None:
        self._state.only_account("" if self._state.account == account else account)
        self._state.found = None
        self.entries.tabs.choose(self._state.show)
        self._refresh()
        self._show_cards()

    def _on_month(self, month: Period) -> None:
        self.acts.just_done = False
        self.everywhere.stop()
        self._state.turn(month)
        self.load()

    def _on_chosen(self, row: Row | None) -> None:
        if row is not None:
            self._state.chosen = row.key
            self._detail_soon.start()

    def _show_detail(self) -> None:
        row, view = self.entries.table.current, self._state.view
        self.view = None
        if row is None or view is None:
            self.detail.clear()
        elif row.round is not None:
            self.detail.show_detail(detail_of_round(row))
        elif row.entry is None:
            self.detail.show_detail(detail_of_account(row, view))
        else:
            try:
                self.view = entry_view(self._place.books, row.entry.id)
            except FundError as error:
                self.complain(error)
                return
            self.detail.show_detail(detail_of_entry(self.view))
        if self._place.books.readonly is not None:
            self.detail.stays("เปิดดูอย่างเดียว จึงกลับรายการไม่ได้")

    def _open(self) -> None:
        row = self.entries.table.current
        if row is None:
            return
        if row.round is not None:
            self._state.toggle_round(row.round.id)
            self._refresh()
            return
        if row.entry is None:
            self._on_account(str(row.key[1]))
            return
        self._detail_soon.stop()
        self._show_detail()
        if self._stack is not None:
            self._stack.setCurrentIndex(1)
            self.head.hide()
        self.detail.take_focus()

    def _close_detail(self) -> bool:
        if self._stack is not None and self._stack.currentIndex() == 1:
            self._stack.setCurrentIndex(0)
            self.head.show()
            self.entries.table.setFocus()
            return True
        focused = self.focusWidget()
        if focused is not None and self.detail.isAncestorOf(focused) and self.isVisible():
            self.entries.table.setFocus()
            return True
        return False

    def _settled(self) -> Row | None:
        """The line under the mark, with its detail read."""
        if self._detail_soon.isActive():
            self._detail_soon.stop()
            self._show_detail()
        return self.entries.table.current

    def _print(self) -> None:
        row = self._settled()
        paper = paper_of_row(self._place, row) if row is not None else None
        if paper is not None:
            open_paper(self, self._place, *paper)

    def _reverse(self) -> None:
        self._settled()
        if self.view is not None and self.detail.reverse.isEnabled():
            self.acts.reverse(self.view)

    def _on_link(self, link: Link) -> None:
        told = link.argument
        if link.page != "books" or not isinstance(told, dict):
            self.go.emit(link.page, told)
        elif "receipt" in told and self.view is not None:
            paper = paper_of_entry(self._place, self.view.entry, receipt=True)
            if paper is not None:
                open_paper(self, self._place, *paper)
        elif "round" in told:
            self._close_detail()
            self._refresh_on(("round", told["round"]))
        elif "entry" in told:
            self._close_detail()
            self.go_to_entry(told["entry"])

    def _refresh_on(self, key: tuple[str, int | str]) -> None:
        self._state.chosen = key
        self._refresh()

    def _on_auditor(self, auditor: bool) -> None:  # a signal's own
        self._state.auditor = auditor

    def _on_done(self, entry_id: int) -> None:
        self._close_detail()
        self.go_to_entry(entry_id)

    def _on_changed(self, what: Changed) -> None:
        if not what & (Changed.MONEY | Changed.CLAIMS | Changed.PERIODS | Changed.SETTINGS):
            return
        self._state.stale, self._state.found = True, None
        if self.isVisible():
            self.load()
