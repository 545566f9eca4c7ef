"""Who did not pay, and what the keys do: the middle of the right column."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wangfund.ui.collect.sheet_entry import SheetEntry, SheetLine
from wangfund.ui.collect.sheet_words import unpaid_words
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.key_hint import key_hint
from wangfund.ui.widgets.label import label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.words import baht

_ROW: Final = 33
_NO: Final = 44

COLUMNS: Final[tuple[Column[SheetLine], ...]] = (
    Column("ที่", lambda line: str(line.no), _NO, right=True, tone=lambda _line: "ink2"),
    Column("ชื่อ–สกุล", lambda line: line.row.name),
    Column("บาท", lambda line: baht(line.row.total_satang), 66, right=True),
)

_HINTS: Final = (
    ((("Enter",), "จ่ายครบ ไปคนถัดไป"),),
    ((("0", "Enter"), "หรือ"), (("−",), "ขาดส่ง")),
    ((("/",), "ไปลำดับที่"), (("+",), "จ่ายล่วงหน้า")),
)


class UnpaidPanel(Panel):
    """`wanted` gives the line a person points at."""

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "ขาดส่ง")
        self._sum: QLabel = label(theme, "", Words.SECOND, "ink2")
        self.head.addWidget(self._sum)
        self._model: RowsModel[SheetLine] = RowsModel(COLUMNS, self)
        self.table: RowsTable[SheetLine] = RowsTable(theme, self._model, "ผู้ที่ขาดส่ง")
        self.table.horizontalHeader().hide()
        self.row_height = max(theme.px(_ROW), theme.line_height())
        self.table.verticalHeader().setDefaultSectionSize(self.row_height)
        self.table.setMinimumHeight(self.row_height)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(self.table, 1)
        self.table.clicked.connect(lambda index: self.wanted.emit(self._model.rows[index.row()]))
        self._shown: list[SheetLine] = []

    def show_entry(self, entry: SheetEntry) -> None:
        """Whoever is written as not paying now."""
        heading, money = unpaid_words(entry)
        assert self.heading is not None
        self.heading.setText(heading)
        self._sum.setText(money)
        unpaid = entry.unpaid
        if unpaid != self._shown:
            self._shown = unpaid
            self._model.set_rows(unpaid)


def add_hints(theme: Theme, panel: Panel) -> QWidget:
    """What the keys of the sheet do, at the foot of a panel; gives them, so that they can make room."""
    panel.rule()
    box = QWidget()
    pad = theme.px(sizes.PANEL_PAD)
    column = QVBoxLayout(box)
    column.setContentsMargins(pad, theme.px(8), pad, theme.px(8))
    column.setSpacing(theme.px(4))
    for hints in _HINTS:
        row = QHBoxLayout()
        row.setSpacing(theme.px(5))
        for at, (keys, words) in enumerate(hints):
            if at and words != "ขาดส่ง":
                row.addSpacing(theme.px(8))
            for key in keys:
                row.addWidget(key_hint(theme, key))
            row.addWidget(label(theme, words, Words.SECOND, "ink2"))
        row.addStretch()
        column.addLayout(row)
    panel.column.addWidget(box)
    return box
