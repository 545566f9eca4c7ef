"""The wide panel at the left: the table and the row in words, the claims replayed, the whole text."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wangfund.ui.bylaw.replay_rows import total_of, touched
from wangfund.ui.bylaw.rows import TableRow
from wangfund.ui.bylaw.state import CHECK, KINDS, PEOPLE, RULES, TEXT, BylawState
from wangfund.ui.bylaw.tables import draft_columns, kind_columns, people_columns, version_columns
from wangfund.ui.bylaw.text_editor import TextEditor
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.follow_scroll import FollowScroll
from wangfund.ui.widgets.label import WrapLabel, label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.widgets.tabs import Tabs
from wangfund.usecases.replay_rules import KindSum, ReplayedClaim

_LINES: Final = 3
_WORDS: Final = {
    RULES: "ข้อระเบียบ",
    CHECK: "ตรวจ",
    KINDS: "ย้อนหลังรายเรื่อง",
    PEOPLE: "รายคน",
    TEXT: "ข้อความทั้งฉบับ",
}
_SHORT: Final = {**_WORDS, RULES: "ระเบียบ", KINDS: "ย้อนหลัง", TEXT: "ข้อความ"}


class FrontPanel(Panel):
    """`opened` gives the row on which Enter was pressed, `turned` the part a person asked for."""

    opened = Signal(object)
    turned = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, side: QWidget | None) -> None:
        super().__init__(theme)
        t = theme
        self._names: dict[str, str] = {}
        self.tabs = Tabs(t, _SHORT if t.compact else _WORDS, RULES, keys=("Alt", "arrow-right"))
        self.tabs.offer(CHECK, offered=side is not None)
        self.version: RowsTable[TableRow] = self._table(version_columns(t), "ระเบียบ")
        self.draft: RowsTable[TableRow] = self._table(draft_columns(t), "ร่างระเบียบ")
        self.kinds: RowsTable[KindSum] = RowsTable(
            t, RowsModel(kind_columns(t), self), "ย้อนหลังรายเรื่อง", key_of=lambda k: k.benefit
        )
        self.people: RowsTable[ReplayedClaim] = RowsTable(
            t, RowsModel(people_columns(self._names), self), "ย้อนหลังรายคน", key_of=lambda c: c.claim_id
        )
        self.text = TextEditor(t)
        self.edit = ActionButton(t, "แก้ข้อนี้", icon="pencil", key=Key.EDIT.shown, in_row=True)
        self._row_name = label(t, "", Words.STRONG)
        self._details = WrapLabel(t, "", Words.SECOND, "ink2")
        self._nobody = WrapLabel(t, "", Words.BODY, "ink2")
        self._parts: dict[str, QWidget] = {
            RULES: self._rules(),
            KINDS: self.kinds,
            PEOPLE: self._people(),
            TEXT: self.text,
        }
        if side is not None:
            self._parts[CHECK] = FollowScroll(t, side)
        self.stack = QStackedWidget()
        for part in self._parts.values():
            self.stack.addWidget(part)
        self.column.addWidget(self.tabs)
        self.column.addWidget(self.stack, 1)
        self.tabs.changed.connect(self.turned)
        for table in (self.kinds, self.people):
            table.left.connect(self.left)

    @property
    def table(self) -> RowsTable[TableRow]:
        """The table in front."""
        shown = self._tables.currentWidget()
        assert isinstance(shown, RowsTable)
        return shown

    def show_state(self, state: BylawState) -> None:
        """Show everything as it stands."""
        for name in (KINDS, PEOPLE):
            self.tabs.offer(name, offered=state.drafting)
        if CHECK in self._parts:
            self.tabs.rename(CHECK, "ตรวจ" if state.drafting else "ฉบับ")
        self._tables.setCurrentIndex(1 if state.drafting else 0)
        rows = state.rows()
        self.table.show_rows(rows, choose=state.chosen or None)
        self.show_row(state, self.table.current)
        self._show_replay(state)
        self.text.show_text(state.text, readonly=not state.drafting)
        self.turn_to(state.tab)

    def turn_to(self, name: str) -> None:
        """Bring a part in front."""
        self.tabs.choose(name)
        self.stack.setCurrentWidget(self._parts[name])

    def begin(self, name: str) -> None:
        """Put the keys into the part in front."""
        target: dict[str, QWidget] = {
            RULES: self.table,
            KINDS: self.kinds,
            PEOPLE: self.people,
            TEXT: self.text.edit,
        }
        target.get(name, self.table).setFocus()

    def show_row(self, state: BylawState, row: TableRow | None) -> None:
        """The row under the mark, whole."""
        self._row_name.setText("" if row is None else row.name)
        self._details.tell("" if row is None else "\n".join(row.details))
        self._scroll.verticalScrollBar().setValue(0)
        self.edit.setVisible(state.drafting)
        self.edit.setEnabled(row is not None and bool(state.words(row.key)))

    def _show_replay(self, state: BylawState) -> None:
        replay = state.replay if state.drafting else None
        rules = state.rules
        self._names.clear()
        if rules is not None:
            self._names.update({benefit.code: benefit.name for benefit in rules.benefits})
        kinds = replay.kinds if replay is not None else ()
        self.kinds.show_rows((*kinds, total_of(kinds)) if kinds else ())
        found = touched(replay) if replay is not None else ()
        self.people.show_rows(found)
        self._nobody.tell(
            "ยังไม่ได้ลองกับคำขอจริง" if replay is None else "ไม่มีคำขอใดในสามปีที่ผ่านมาได้จำนวนต่างไปจากเดิม"
        )
        self._people_stack.setCurrentIndex(0 if found else 1)

    def _table(self, columns: Any, name: str) -> RowsTable[TableRow]:
        model: RowsModel[TableRow] = RowsModel(columns, self)
        made: RowsTable[TableRow] = RowsTable(self.theme, model, name, key_of=lambda row: row.key)
        made.opened.connect(self.opened)
        made.left.connect(self.left)
        return made

    def _rules(self) -> QWidget:
        """The table, and below it the row in words."""
        t = self.theme
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._tables = QStackedWidget()
        self._tables.addWidget(self.version)
        self._tables.addWidget(self.draft)
        column.addWidget(self._tables, 1)
        band = QFrame()
        band.setProperty("part", "band")
        inside = QVBoxLayout(band)
        pad = t.px(sizes.PANEL_PAD)
        inside.setContentsMargins(pad, t.px(6), pad, t.px(4))
        inside.setSpacing(0)
        top = QHBoxLayout()
        top.addWidget(self._row_name, 1)
        top.addWidget(self.edit)
        inside.addLayout(top)
        scroll = self._scroll = FollowScroll(t, self._details)
        lines = _LINES if not t.compact else 2 if t.percent <= sizes.GRID_UP_TO else 1
        scroll.setFixedHeight(lines * t.metrics(Words.SECOND).height())
        inside.addWidget(scroll)
        column.addWidget(band)
        return box

    def _people(self) -> QWidget:
        self._people_stack = QStackedWidget()
        self._people_stack.addWidget(self.people)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.addStretch(1)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._nobody)
        column.addStretch(2)
        self._people_stack.addWidget(empty)
        return self._people_stack
