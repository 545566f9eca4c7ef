"""The claims of a year by where they stand, searched as one types."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wangfund.thai.dates import table_date
from wangfund.thai.era import OFFSET
from wangfund.thai.money_text import format_baht
from wangfund.ui.claims.marks import LISTS, line_no, state_mark, until_short, until_words
from wangfund.ui.claims.state import ClaimsState, elsewhere_words, found_words
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.label import WrapLabel, icon_label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.widgets.search_field import SearchField
from wangfund.ui.widgets.tabs import Tabs
from wangfund.ui.words import DASH
from wangfund.usecases.claims_list import ClaimLine

_EMPTY = {
    "waiting": "ไม่มีคำขอที่รอ กด F2 เพื่อตรวจคำขอใหม่",
    "approved": "ไม่มีคำขอที่อนุมัติแล้วรอจ่าย",
    "paid": "ปีนี้ยังไม่ได้จ่ายสวัสดิการ",
    "refused": "ปีนี้ไม่มีคำขอที่ไม่อนุมัติ",
    "withdrawn": "ปีนี้ไม่มีคำขอที่ถอนหรือกลับรายการ",
}


class ListPanel(Panel):
    """`opened` gives the claim on which Enter was pressed; `year_chosen` another fiscal year (C.E.)."""

    opened = Signal(object)
    year_chosen = Signal(int)

    def __init__(self, theme: Theme, state: ClaimsState, today: date) -> None:
        super().__init__(theme)
        self._state, self._today = state, today
        t = theme
        self.search = SearchField(t, "ชื่อ เลขสมาชิก หรือเลขคำขอ", key=Key.FIND.shown)
        self.year = ChoiceField(t, "ปีบัญชี", [])
        self.year.below.give_room()
        self.year.setFixedWidth(t.px(170))
        self._elsewhere = ""
        self._help = WrapLabel(t, "", Words.SECOND, "ink2")
        self._tabs = Tabs(
            t,
            {name: words for name, (words, _) in LISTS.items()},
            state.tab,
            keys=("Alt", "arrow-right"),
        )
        self._rows = RowsModel(claim_columns(t, today), self)
        self.table: RowsTable[ClaimLine] = RowsTable(t, self._rows, "คำขอสวัสดิการ", key_of=lambda c: c.id)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._nothing = WrapLabel(t, "", Words.BODY, "ink2")
        self._stack.addWidget(self._empty())
        top = QVBoxLayout()
        top.setContentsMargins(t.px(14), t.px(12), t.px(14), t.px(6))
        top.setSpacing(t.px(4))
        row = QHBoxLayout()
        row.setSpacing(t.px(12))
        row.addWidget(self.search, 1)
        row.addWidget(self.year, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(row)
        top.addWidget(self._help)
        self.column.addLayout(top)
        self.column.addWidget(self._tabs)
        self.column.addWidget(self._stack, 1)
        self.column.addSpacing(t.px(5))
        self.search.typed.connect(self.look)
        self.search.moved.connect(self.table.step)
        self.search.entered.connect(self._open)
        self.table.opened.connect(lambda _row: self._open())
        self.table.left.connect(self.start)
        self.table.chosen.connect(self._on_chosen)
        self._tabs.changed.connect(self._on_tab)
        self.year.changed.connect(lambda code: self.year_chosen.emit(int(str(code))))

    def start(self) -> None:
        """Put the typing into the search."""
        self.search.setFocus()
        self.search.edit.selectAll()

    def next_list(self) -> None:
        """The list after the one shown."""
        self._tabs.next()

    def show_all(self) -> None:
        """Show what the state holds now."""
        years = [(str(year), f"ปีบัญชี {year + OFFSET}") for year in self._state.years]
        self.year.set_choices(years, str(self._state.year))
        self.search.set_text(self._state.text)
        if self._tabs.chosen != self._state.tab:
            self._tabs.choose(self._state.tab)
        self.look(self._state.text, keep=True)

    def look(self, text: str, *, keep: bool = False) -> None:
        """Show what a text finds; the mark stays on the same claim when the list was read again."""
        found = self._state.look(text)
        for name, (words, _) in LISTS.items():
            self._tabs.rename(name, f"{words} {found.counts[name]:,}")
        self.search.show_count(found_words(found, looking=bool(found.wanted_key)))
        self._elsewhere = elsewhere_words(found, self._state.tab)
        wanted = self._state.chosen if keep else (found.rows[0].id if found.rows else None)
        self.table.show_rows(found.rows, wanted_key=found.wanted_key, choose=wanted)
        self._nothing.tell("" if found.wanted_key else _EMPTY[self._state.tab])
        self._stack.setCurrentIndex(0 if found.rows else 1)
        self._say_help()

    def _say_help(self) -> None:
        """Where else it was found, or how long the claim under the mark can wait."""
        row = self.table.current
        words = self._elsewhere
        if not words and row is not None and row.last_day is not None:
            words = f"{row.name}: ยื่นเอกสารได้ถึง {until_words(row.last_day, self._today)}"
        self._help.tell(words)
        self._help.setVisible(bool(words))

    def _empty(self) -> QWidget:
        t = self.theme
        box = QWidget()
        column = QVBoxLayout(box)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(icon_label(t, "heart-handshake", "ink3", sizes.ICON_DECISION), 0, middle)
        self._nothing.setAlignment(middle)
        column.addWidget(self._nothing)
        column.addStretch(2)
        return box

    def _open(self) -> None:
        if self.table.current is not None:
            self.opened.emit(self.table.current)

    def _on_chosen(self, row: ClaimLine | None) -> None:
        if row is not None:
            self._state.chosen = row.id
        self._say_help()

    def _on_tab(self, name: str) -> None:
        self._state.tab = name
        self.look(self._state.text)
        self.start()


def claim_columns(theme: Theme, today: date) -> tuple[Column[ClaimLine], ...]:
    """The columns; where there is little room a claim is told by its event alone, and its tab says how it stands."""
    short = not theme.roomy
    state: Column[ClaimLine] = Column(
        "สถานะ",
        lambda c: state_mark(c.state, c.waits_for, came_back=c.came_back).words,
        148,
        mark=lambda c: state_mark(c.state, c.waits_for, came_back=c.came_back),
    )
    name: Column[ClaimLine] = Column(
        "ชื่อ–สกุล", lambda c: c.name, searched=True, second=None if short else lambda c: c.member_no
    )
    asked: Column[ClaimLine] = Column(
        "ยื่น", lambda c: table_date(c.claimed_on), 112, sort=lambda c: (c.claimed_on, c.id)
    )
    number: Column[ClaimLine] = Column("คำขอที่", line_no, 96, sort=lambda c: (c.fiscal_year, c.number))
    return (
        *(() if short else (number,)),
        Column("วันเกิดเหตุ", lambda c: table_date(c.event_on), 112, sort=lambda c: c.event_on),
        name,
        Column("สวัสดิการ", lambda c: c.benefit, second=lambda c: until_short(c, today)),
        *((state,) if theme.percent < sizes.SHORT_FROM else ()),
        *(() if short else (asked,)),
        Column("บาท", claim_amount, 110, sort=lambda c: c.net_satang, right=True),
    )


def claim_amount(row: ClaimLine) -> str:
    """What it comes to, a dash before it is decided or where nothing is paid."""
    return format_baht(row.net_satang) if row.net_satang else DASH
