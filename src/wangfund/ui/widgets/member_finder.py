"""A field that finds a member: type, see who fits, press Enter. For every form that asks whose it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.member_search import MemberSearch
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.widgets.search_field import SearchField
from wangfund.usecases.find_members import MemberLine

_SHOWN = 6
_MOST = 200

COLUMNS: tuple[Column[MemberLine], ...] = (
    Column("เลขที่", lambda m: m.member_no, 76),
    Column("ชื่อ–สกุล", lambda m: m.name, searched=True),
    Column("หมู่ / บ้าน", lambda m: f"{m.moo} / {m.house_no or '–'}", 110),
)


class MemberFinder(QWidget):
    """`picked` gives the member chosen; the list is only there while one is looking."""

    picked = Signal(object)

    def __init__(self, theme: Theme, search: MemberSearch, hint: str = "ชื่อ เลขที่ บ้านเลขที่ หรือเลขบัตร") -> None:
        super().__init__()
        self._search = search
        self.member: MemberLine | None = None
        self.field = SearchField(theme, hint)
        self._model = RowsModel(COLUMNS, self)
        self.table: RowsTable[MemberLine] = RowsTable(theme, self._model, "ผู้ที่พบ", key_of=lambda m: m.id)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = max(theme.px(sizes.ROW), theme.line_height())
        self.table.setFixedHeight(self.table.horizontalHeader().height() + _SHOWN * row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.field)
        column.addWidget(self.table)
        column.addStretch()
        self.setFocusProxy(self.field)
        self.table.hide()
        self.field.typed.connect(self._look)
        self.field.entered.connect(lambda: self._pick(self.table.current))
        self.field.moved.connect(self.table.step)
        self.table.clicked.connect(lambda: self._pick(self.table.current))

    def clear(self) -> None:
        """Nobody is chosen."""
        self.member = None
        self.field.set_text("")
        self.table.hide()

    def _look(self, text: str) -> None:
        self.member = None
        if not text.strip():
            self.table.hide()
            self.field.show_count("")
            return
        found = self._search.find(text)
        self.field.show_count(f"พบ {len(found.rows):,} คน")
        self.table.show_rows(found.rows[:_MOST], wanted_key=found.wanted_key)
        self.table.setVisible(bool(found.rows))

    def _pick(self, member: MemberLine | None) -> None:
        if member is None or not self.field.text.strip():
            return
        self.member = member
        self.field.set_text(f"{member.member_no} {member.name}")
        self.field.show_count("")
        self.table.hide()
        self.picked.emit(member)
