"""สมาชิก: search as one types, the list, the counter's view of the one under the mark, and what is done with her."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wangfund.domain.errors import FundError
from wangfund.thai.sort_key import house_key
from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.members.acts import MemberActs
from wangfund.ui.members.big_view import BigView
from wangfund.ui.members.claimable_words import claimables
from wangfund.ui.members.counter import COMPACT_ACTS, CounterView
from wangfund.ui.members.counter_words import heir_words, why_no_money
from wangfund.ui.members.state import HELP, NOBODY, MembersState, found_words, help_words
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.widgets.search_field import SearchField
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.entitlements_today import entitlements_today
from wangfund.usecases.find_members import MemberLine, list_members, standings_today
from wangfund.usecases.member_view import member_view

_DETAIL_AFTER_MS: Final = 40


class MembersPage(Page):
    """`counter` shows whoever is under the mark in `table`."""

    def __init__(self, theme: Theme, place: Workplace, state: MembersState) -> None:
        super().__init__(theme, "สมาชิก")
        self._place, self._state = place, state
        columns = member_columns(state, roomy=theme.compact or theme.percent == 100)
        books = place.books
        self._rows = RowsModel(
            columns, self, prepare=lambda rows: state.prepare(rows, lambda some: standings_today(books, some))
        )
        self.search = SearchField(theme, "ชื่อ เลขที่ บ้านเลขที่ หรือเลขบัตร", key=Key.FIND.shown)
        self._help = WrapLabel(theme, "", Words.SECOND, "ink2")
        self.table: RowsTable[MemberLine] = RowsTable(theme, self._rows, "รายชื่อสมาชิก", key_of=lambda m: m.id)
        self.counter = CounterView(theme, state.tab)
        self._detail_soon = QTimer(self, singleShot=True, interval=_DETAIL_AFTER_MS)
        self._detail_soon.timeout.connect(self._show_detail)
        self._loading = self._again = False
        self.acts = MemberActs(self, place, state)
        self._lay_out()
        self._wire()
        if state.loaded:
            self._after_load()

    def shown(self, argument: object = None) -> None:
        """Look for what another page asked for: a text, or {"member": id}; the search has the keys."""
        if isinstance(argument, dict):
            self._state.chosen = argument.get("member")
            self._state.text = ""
            if self._state.loaded:
                self._after_load()
            argument = None
        if isinstance(argument, str):
            self.search.set_text(argument)
            self._state.chosen = None
            self._state.text = argument
        if not self._state.loaded:
            self.load()
        elif isinstance(argument, str):
            self._look(argument)
        self.start_search()

    def start_search(self) -> bool:
        """Put the typing into the search."""
        self._close_detail()
        self.search.setFocus()
        self.search.edit.selectAll()
        return True

    def load(self) -> None:
        """Read the register beside the window."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        books = self._place.books
        self.watch(self._place.runner.run(self, lambda _progress: list_members(books)), self._on_loaded)

    def back(self) -> bool:
        """Esc: from the detail to the list, from the list to the search."""
        return super().back() or self._close_detail()

    def help_words(self) -> tuple[str, ...]:
        """How the page is used, in the order of the work."""
        return HELP

    def show_done(self, words: str, member_id: int | None) -> None:
        """Say what was done; whoever it was done with comes under the mark as soon as the register is read again."""
        self._state.said = words
        self.head.say(words, "ok")
        if member_id is not None:
            self._state.chosen = self._state.done_with = member_id
            if not self._loading:
                self._after_load()
        # Off the search, whose own Ctrl Z would only take letters back.
        (self.table if self.table.isVisible() else self.counter.acts["claim"]).setFocus()

    def _lay_out(self) -> None:
        t = self.theme
        bring = ActionButton(t, "นำเข้าทะเบียน", icon="file-input", key=Key.IMPORT.shown)
        self.new = ActionButton(t, "รับสมัครสมาชิก", icon="user-plus", key=Key.NEW.shown, main=True)
        self.head.add(bring)
        self.head.add(self.new)
        self.bind(Key.IMPORT, lambda: self.go.emit("import", None), bring)
        self.bind(Key.NEW, self.acts.new, self.new)
        listed = Panel(t)
        top = QVBoxLayout()
        top.setContentsMargins(t.px(14), t.px(12), t.px(14), t.px(8))
        top.setSpacing(t.px(4))
        top.addWidget(self.search)
        top.addWidget(self._help)
        listed.column.addLayout(top)
        listed.column.addWidget(self.table, 1)
        listed.column.addSpacing(t.px(5))
        if t.compact:
            self._stack: QStackedWidget | None = QStackedWidget()
            self._stack.addWidget(listed)
            self._stack.addWidget(self._detail_over_list())
            self.body.addWidget(self._stack)
            return
        self._stack = None
        row = QHBoxLayout()
        row.setSpacing(t.px(sizes.GAP))
        row.addWidget(listed, 537)
        row.addWidget(self.counter, 574)
        self.body.addLayout(row)

    def _detail_over_list(self) -> QWidget:
        t = self.theme
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.px(8))
        back = ActionButton(t, "กลับไปรายชื่อ", icon="arrow-left", key=Key.BACK.shown, in_row=True)
        back.clicked.connect(self._close_detail)
        head = QHBoxLayout()
        head.addWidget(back)
        head.addStretch()
        for name in COMPACT_ACTS:
            head.addWidget(self.counter.acts[name])
        column.addLayout(head)
        column.addWidget(self.counter, 1)
        column.setContentsMargins(0, t.px(sizes.GAP), 0, 0)
        return box

    def _wire(self) -> None:
        self.search.typed.connect(self._on_typed)
        self.search.moved.connect(self.table.step)
        self.search.entered.connect(self._open)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(lambda _row: self._open())
        self.table.left.connect(self.start_search)
        self.counter.show_big.connect(self.show_big)
        self.counter.tab_changed.connect(self._on_tab)
        self.counter.receipt_opened.connect(self.acts.print_receipt)
        acts: tuple[tuple[str, Key, Callable[[], object]], ...] = (
            ("receive", Key.RECEIVE, self._receive),
            ("claim", Key.CLAIM, partial(self._go, "claims")),
            ("big", Key.SHOW_MEMBER, self.show_big),
            ("print", Key.PRINT, self.acts.print_marked),
            ("edit", Key.EDIT, self.acts.edit),
            ("more", Key.MORE, self.acts.more),
        )
        for name, key, act in acts:
            # The keys work with the list in front, too, where the compact form hides the buttons.
            do = partial(self._with_member, act)
            if name in self.counter.acts:
                self.counter.acts[name].clicked.connect(do)
            self.bind(key, do)
        self.bind(Key.UNDO, self.acts.undo)
        self.bind(Key.NEXT_LIST, self.counter.next_list)
        self.track(self._place.changed, self._on_changed)

    def _on_loaded(self, rows: Any) -> None:
        self._loading = False
        self._state.take(rows)
        self._after_load()
        if self._again:
            self._again = False
            self.load()

    def _after_load(self) -> None:
        self._say_facts()
        self._state.keep_in_sight()
        self.search.set_text(self._state.text)
        self._look(self._state.text, keep=self._state.chosen)

    def _say_facts(self) -> None:
        """The quiet line: what was just done, else how many there are."""
        self.head.say(self._state.said or self._state.facts, "ok" if self._state.said else "ink2")

    def _on_typed(self, text: str) -> None:
        self._state.said = ""
        self._say_facts()
        # Whoever is looked for by typing is at the head of what was found.
        self._look(text)

    def _look(self, text: str, *, keep: int | None = None) -> None:
        found = self._state.look(text)
        self.search.show_count(found_words(found, len(self._state.search.rows)))
        self._help.tell(help_words(found))
        first = found.rows[0].id if found.rows else None
        self.table.show_rows(
            found.rows, wanted_key=found.wanted_key, choose=keep if keep is not None else first
        )
        if not found.rows:
            # The one looked at before stays in sight, yet nobody is under the mark: no money may go to her by F5.
            self.counter.hold_acts(NOBODY)

    def _on_chosen(self, row: MemberLine | None) -> None:
        if row is not None:
            if self._state.chosen not in {None, row.id}:
                self._state.said = ""
                self._say_facts()
            self._state.chosen = row.id
            self._detail_soon.start()

    def _show_detail(self) -> None:
        if self._state.chosen is None:
            return
        books, member_id = self._place.books, self._state.chosen
        try:
            view = member_view(books, member_id)
            m = view.member
            told = claimables(
                entitlements_today(books, member_id),
                left=m.ended_on is not None,
                died=m.cause == "died",
                heir=heir_words(view),
            )
        except FundError as error:
            self.complain(error)
        else:
            self.counter.show_member(view, told)
            if self.table.current is None:
                self.counter.hold_acts(NOBODY)

    def _with_member(self, act: Callable[[], object], _pressed: bool = False) -> None:
        """Do something with the one under the mark, shown or not yet; with nobody under it, say so."""
        if self.table.current is None:
            self.head.say(NOBODY)
            return
        if self._detail_soon.isActive():
            self._detail_soon.stop()
            self._show_detail()
        if self.counter.view is not None:
            act()

    def _receive(self) -> None:
        """F5: to the counter of the collection; for one who left the reason why not."""
        view = self.counter.view
        reason = "" if view is None else why_no_money(view)
        if reason:
            self.head.say(reason)
        else:
            self._go("collect")

    def _go(self, page: str) -> None:
        view = self.counter.view
        assert view is not None
        self.go.emit(page, {"member": view.member.id})

    def _open(self) -> None:
        if self.table.current is None:
            return
        self._detail_soon.stop()
        self._show_detail()
        if self._stack is not None:
            self._stack.setCurrentIndex(1)
            self.head.hide()
        self.counter.focus_list()

    def _close_detail(self) -> bool:
        if self._stack is not None and self._stack.currentIndex() == 1:
            self._stack.setCurrentIndex(0)
            self.head.show()
            self.table.setFocus()
            return True
        if self.focusWidget() is not self.search.edit and self.isVisible():
            self.search.setFocus()
            return True
        return False

    def show_big(self) -> None:
        """F8: turn the view to the member."""
        if self.counter.view is None:
            return
        big = BigView(self.theme, self.counter.view, self.counter.told, self._place.profile.name)
        big.closed.connect(lambda: self.cover.emit(None))
        self.cover.emit(big)

    def _on_tab(self, name: str) -> None:
        self._state.tab = name

    def _on_changed(self, what: Changed) -> None:
        if what & Changed.MEMBERS:
            self.load()
        elif what & (Changed.MONEY | Changed.CLAIMS):
            self._state.standings.clear()
            self._rows.refresh()
            self._show_detail()


def member_columns(state: MembersState, *, roomy: bool) -> tuple[Column[MemberLine], ...]:
    """The columns of the list; where there is little room the house is told at the counter only."""
    house: Column[MemberLine] = Column(
        "หมู่ / บ้าน",
        lambda m: f"{m.moo} / {m.house_no or '–'}",
        98,
        sort=lambda m: (m.moo, house_key(m.house_no)),
    )
    return (
        Column("เลขที่", lambda m: m.member_no, 60, sort=lambda m: m.member_no.zfill(8)),
        Column("ชื่อ–สกุล", lambda m: m.name, searched=True),
        *((house,) if roomy else ()),
        Column("สถานะ", lambda m: state.mark(m).words, 134, mark=state.mark),
    )
