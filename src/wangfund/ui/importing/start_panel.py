"""The page before a file is chosen: choosing one, going on with the last, and the imports there have been."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta, timezone
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.text.messages import say
from wangfund.thai.dates import short_date
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.chip import Mark
from wangfund.ui.widgets.label import WrapLabel, icon_label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.widgets.why_grey import WhyGrey
from wangfund.usecases.past_imports import PastImport

_BANGKOK: Final = timezone(timedelta(hours=7))
_CAN: Final = Mark("undo-2", "เลิกได้", "pri", filled=False)
_CANNOT: Final = Mark("lock", "เลิกไม่ได้", "ink2", filled=False)
_UNDONE: Final = Mark("circle-x", "เลิกแล้ว", "ink2", filled=False)

_ABOUT: Final = "ทะเบียนสมาชิกจาก Excel (.xlsx) หรือ .csv หรือตารางเงินสมทบรายปี จะเรียงคอลัมน์อย่างไรก็ได้"
_ABOUT_SHORT: Final = "ทะเบียนจาก Excel (.xlsx) หรือ .csv หรือลากไฟล์มาวาง"
_OR_DROP: Final = "หรือลากไฟล์มาวางในหน้านี้ โปรแกรมจะให้ดูทุกแถวก่อน ยังไม่บันทึกอะไรจนกว่าจะกดนำเข้า"


class StartPanel(QWidget):
    """`wants_file`, `wants_last` and `wants_undo` (a PastImport) say what was pressed."""

    wants_file = Signal()
    wants_last = Signal()
    wants_undo = Signal(object)
    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.file_button = ActionButton(theme, "เลือกไฟล์", icon="folder-open", key=Key.OPEN.shown, main=True)
        self.last_button = ActionButton(theme, "ทำต่อ", icon="history", key=Key.GO_ON.shown)
        self.before = ActionButton(theme, "สวัสดิการที่จ่ายก่อนใช้โปรแกรม", icon="history", key=Key.PAST.shown)
        self._last = WrapLabel(theme, "", Words.SECOND, "ink2")
        self.undo_button = ActionButton(
            theme, "เลิกการนำเข้าครั้งนี้", icon="undo-2", key=Key.UNDO.shown, in_row=True
        )
        self._why = WhyGrey(theme, self.undo_button)
        columns: tuple[Column[PastImport], ...] = (
            Column("ที่", lambda p: str(p.id), 44),
            Column("วันที่", day_of, 124),
            Column("ไฟล์", lambda p: p.file_name),
            Column("ผล", result_of, 170),
            Column("", lambda p: _mark(p).words, 108, mark=_mark),
        )
        self.table: RowsTable[PastImport] = RowsTable(
            theme, RowsModel(columns, self), "การนำเข้าที่ผ่านมา", key_of=lambda p: p.id
        )
        self._past = self._past_panel()
        row = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if theme.compact else QBoxLayout.Direction.LeftToRight, self
        )
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(sizes.GAP))
        row.addWidget(self._choose_panel(), 0 if theme.compact else 420)
        row.addWidget(self._past, 1 if theme.compact else 705)
        self.file_button.clicked.connect(self.wants_file)
        self.last_button.clicked.connect(self.wants_last)
        self.undo_button.clicked.connect(self._undo)
        self.table.chosen.connect(self._on_chosen)
        self.show_last("", 0)
        self.show_past((), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on with the file that was begun, or chooses one."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.last_button if not self.last_button.isHidden() else self.file_button).click()
        else:
            super().keyPressEvent(event)

    def show_last(self, name: str, mended: int) -> None:
        """Offer to go on with a file that was not finished; "" when there is none."""
        self.last_button.setVisible(bool(name))
        self._last.setVisible(bool(name))
        said = f" แก้ไว้แล้ว {mended:,} ช่อง" if mended else ""
        self._last.tell(f"ครั้งก่อนดูไฟล์ “{name}” ค้างไว้{said} ยังไม่ได้นำเข้า" if name else "")

    def show_past(self, past: Sequence[PastImport], chosen: int | None) -> None:
        """Show the imports there have been."""
        self._past.setVisible(bool(past) or not self._theme.compact)
        self._about.setVisible(not (past and self._theme.compact))
        self.table.setVisible(bool(past))
        self._none.setVisible(not past)
        self.undo_button.setVisible(bool(past))
        if past:
            self.table.show_rows(past, choose=chosen)
        else:
            self._why.because("")

    def _choose_panel(self) -> Panel:
        t = self._theme
        panel = Panel(t, "" if t.compact else "เลือกไฟล์ทะเบียน")
        pad = t.px(sizes.PANEL_PAD)
        column = QVBoxLayout()
        column.setContentsMargins(pad, t.px(8), pad, t.px(14))
        column.setSpacing(t.px(10))
        self._about = QWidget()
        head = QHBoxLayout(self._about)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(t.px(14))
        head.addWidget(
            icon_label(t, "file-spreadsheet", "ink3", sizes.ICON_DECISION), 0, Qt.AlignmentFlag.AlignTop
        )
        head.addWidget(WrapLabel(t, _ABOUT_SHORT if t.compact else _ABOUT), 1)
        column.addWidget(self._about)
        if t.compact:
            column.addWidget(self._last)
            acts = QHBoxLayout()
            acts.setSpacing(t.px(12))
            acts.addWidget(self.file_button)
            acts.addWidget(self.last_button)
            acts.addWidget(self.before)
            acts.addStretch()
            column.addLayout(acts)
        else:
            column.addWidget(self.file_button)
            column.addWidget(WrapLabel(t, _OR_DROP, Words.SECOND, "ink2"))
            column.addSpacing(t.px(8))
            column.addWidget(self._last)
            column.addWidget(self.last_button)
            column.addStretch()
            column.addWidget(self.before)
        panel.column.addLayout(column)
        return panel

    def _past_panel(self) -> Panel:
        t = self._theme
        panel = Panel(t, "" if t.compact else "การนำเข้าที่ผ่านมา")
        self._none = WrapLabel(t, "ยังไม่เคยนำเข้า เลือกไฟล์ทะเบียนเพื่อเริ่ม", Words.BODY, "ink2")
        panel.add(self._none, top=8)
        panel.column.addWidget(self.table, 1)
        pad = t.px(sizes.PANEL_PAD)
        foot = QHBoxLayout()
        foot.setContentsMargins(pad, t.px(8), pad, t.px(10))
        foot.addWidget(self._why, 1)
        foot.addStretch()
        foot.addWidget(self.undo_button)
        panel.column.addLayout(foot)
        panel.column.addStretch()
        return panel

    def _on_chosen(self, past: PastImport | None) -> None:
        self._why.because(
            say(past.stuck, {"batch": past.id}).message if past is not None and past.stuck else ""
        )
        self.chosen.emit(past)

    def _undo(self) -> None:
        if self.table.current is not None:
            self.wants_undo.emit(self.table.current)


def day_of(past: PastImport) -> str:
    """The Thai day of an import."""
    return short_date(past.at.astimezone(_BANGKOK).date())


def result_of(past: PastImport) -> str:
    """What it did: 'เพิ่ม 240 พักไว้ 10'."""
    words = (
        {"add": "เพิ่ม", "update": "แก้", "hold": "พักไว้"}
        if past.kind == "register"
        else {"add": "ลงเดือนให้", "hold": "พักไว้"}
    )
    parts = [f"{word} {past.counts[name]:,}" for name, word in words.items() if past.counts.get(name)]
    return " ".join(parts) or "–"


def _mark(past: PastImport) -> Mark:
    return _UNDONE if past.undone else _CANNOT if past.stuck else _CAN
