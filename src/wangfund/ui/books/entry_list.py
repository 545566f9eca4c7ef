"""The left side: search, what kinds to show, the entries, and what they come to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wangfund.thai.money_text import format_baht, format_baht_or_dash
from wangfund.ui.books.state import (
    SHOWS,
    BooksState,
    Key,
    Row,
    empty_words,
    found_words,
    help_line,
    lock_words,
)
from wangfund.ui.books.total_row import TotalRow
from wangfund.ui.keys import Key as KeyOf
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import ElideLabel, WrapLabel, icon_label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.widgets.search_field import SearchField
from wangfund.ui.widgets.tabs import Tabs

_DAY, _WHAT, _IN, _OUT = range(4)
_TYPE_FIRST = "พิมพ์คำที่จะค้นก่อน แล้วกด Ctrl K อีกครั้ง"


class EntryList(Panel):
    """Shows what the state says. `everywhere` asks to look through all months."""

    everywhere = Signal()

    def __init__(self, theme: Theme, state: BooksState) -> None:
        super().__init__(theme)
        t, self._state = theme, state
        hint = "ชื่อ เลขที่ หรือจำนวนเงิน" if t.compact else "ชื่อ เลขที่ จำนวนเงิน หรือบัญชี"
        self.search = SearchField(t, hint, key=KeyOf.FIND.shown)
        self.all_months = ActionButton(t, "ทุกเดือน", icon="history", in_row=True)
        self._help = ElideLabel(t, "", Words.SECOND, "ink2")
        self.tabs = Tabs(t, SHOWS, state.show, keys=("Alt", "arrow-right"))
        self._model: RowsModel[Row] = RowsModel(entry_columns(theme), self)
        self.table: RowsTable[Row] = RowsTable(t, self._model, "รายการบัญชี", key_of=lambda row: row.key)
        self.total = TotalRow(t, self.table)
        self._lock = icon_label(t, "lock", "ink2", 18)
        self._standing = ElideLabel(t, "", Words.SECOND, "ink2")
        self._empty_words = WrapLabel(t, "", Words.BODY, "ink2")
        self._lists = QStackedWidget()
        self._lay_out()
        self.all_months.clicked.connect(self.everywhere)

    def refresh(self, choose: Key | None = None) -> None:
        """Show the lines as the state has them; the mark stays where it was."""
        state, view = self._state, self._state.view
        rows = state.rows
        self.table.show_rows(rows, wanted_key=state.wanted.key, choose=choose)
        self._lists.setCurrentIndex(0 if rows else 1)
        self._empty_words.tell(empty_words(state))
        self.search.show_count(found_words(state))
        nothing = state.wanted.empty
        self.all_months.setEnabled(not nothing)
        self.all_months.setToolTip(_TYPE_FIRST if nothing else "")
        self.all_months.setAccessibleDescription(_TYPE_FIRST if nothing else "")
        said = help_line(state)
        self._help.setText(said)
        total = state.total
        told = f"รวม {total.entries:,} รายการ"
        figures = {
            _IN: format_baht_or_dash(total.money.received),
            _OUT: format_baht_or_dash(total.money.paid),
        }
        self.total.show_total(told, figures if rows else {})
        lock = lock_words(view) if view is not None else ""
        only_lock = bool(lock) and said == lock
        self._lock.setVisible(only_lock)
        if self.theme.compact:
            # Every line of the list is worth more than what the head of the page says already.
            self._lock.setVisible(False)
            self._help.setVisible(bool(said) and not only_lock)
        self.table.fit_figures(_DAY, [row.day for row in rows])
        for column, which in ((_IN, 0), (_OUT, 1)):
            told_figures = [format_baht_or_dash(row.money[which]) for row in rows]
            self.table.fit_figures(column, (*told_figures, format_baht_or_dash(total.money[which])))
        if view is not None and self.theme.compact:
            cash = next((p.closing_satang for p in view.places if p.account == "1100"), 0)
            banks = sum(p.closing_satang for p in view.places if p.account.startswith("12"))
            self._standing.setText(f"เงินสด {format_baht(cash)} · ธนาคาร {format_baht(banks)}")

    def _lay_out(self) -> None:
        t = self.theme
        top = QVBoxLayout()
        top.setContentsMargins(t.px(14), t.px(12), t.px(14), t.px(6))
        top.setSpacing(t.px(4))
        first = QHBoxLayout()
        first.setSpacing(t.px(8))
        first.addWidget(self.search, 1)
        first.addWidget(self.all_months)
        top.addLayout(first)
        under = QHBoxLayout()
        under.setSpacing(t.px(6))
        under.addWidget(self._lock)
        under.addWidget(self._help, 1)
        top.addLayout(under)
        self.column.addLayout(top)
        self.column.addWidget(self._under_search())
        self._lists.addWidget(self.table)
        self._lists.addWidget(self._nothing())
        self.column.addWidget(self._lists, 1)
        self.column.addWidget(self.total)

    def _under_search(self) -> QWidget:
        """The tabs; where it is compact what the places hold stands beside them."""
        if not self.theme.compact:
            return self.tabs
        box = QFrame()
        box.setProperty("part", "tabs")
        self.tabs.setProperty("part", "")
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, self.theme.px(14), 0)
        row.addWidget(self.tabs)
        self._standing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._standing, 1)
        return box

    def _nothing(self) -> QWidget:
        t = self.theme
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(t.px(22), 0, t.px(22), 0)
        row.setSpacing(t.px(14))
        row.addWidget(icon_label(t, "book-open-text", "ink3", sizes.ICON_DECISION))
        row.addWidget(self._empty_words, 1)
        return box


def entry_columns(theme: Theme) -> tuple[Column[Row], ...]:
    """The columns of the list; two lines a row where there is the height for them."""
    wide = 98 if not theme.compact else 108
    second = None if theme.compact else (lambda row: row.second)
    return (
        Column("วันที่", lambda row: row.day, 74 if not theme.compact else 92),
        Column(
            "รายการ",
            (_one_line) if theme.compact else (lambda row: row.what),
            searched=True,
            below=second,
            icon=lambda row: row.icon,
            tone=lambda row: "ink3" if row.gone else "ink",
        ),
        Column("รับ", lambda row: format_baht_or_dash(row.money.received), wide, right=True, tone=_tone),
        Column("จ่าย", lambda row: format_baht_or_dash(row.money.paid), wide, right=True, tone=_tone),
    )


def _tone(row: Row) -> str:
    return "ink3" if row.gone else "ink2" if row.inside else "ink"


def _one_line(row: Row) -> str:
    who = row.entry.who if row.entry is not None and not row.inside else ""
    return f"{row.what} {who}".rstrip()
