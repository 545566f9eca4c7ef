"""ยินดีต้อนรับ: open a fund, or try the program on a made-up one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.icons import MARK, icon
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.welcome.state import RecentFund
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import ElideLabel, WrapLabel, icon_label, label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.worker.busy_panel import BusyPanel

_WIDE = 720


class WelcomePage(Page):
    """`wants_open` asks for a file to be chosen, `wants_fund` opens one, `wants_practice` makes or opens the made-up one.

    `wants_new` founds one, `wants_import` brings a register into the fund under the mark (None: it must be asked for).
    """

    wants_open = Signal()
    wants_fund = Signal(object)
    wants_practice = Signal()
    wants_new = Signal()
    wants_import = Signal(object)

    def __init__(self, theme: Theme, recent: Sequence[RecentFund]) -> None:
        super().__init__(theme)
        self.head.hide()
        t = theme
        self.panel = Panel(t)
        self.panel.setMaximumWidth(t.px(_WIDE))
        inside = QVBoxLayout()
        pad = t.px(18 if t.compact else 28)
        inside.setContentsMargins(pad, pad, pad, pad)
        inside.setSpacing(t.px(14))
        inside.addLayout(self._greeting())
        self.table: RowsTable[RecentFund] | None = self._recent(recent) if recent else None
        if self.table is not None:
            inside.addWidget(label(t, "เปิดล่าสุด", Words.PANEL))
            inside.addWidget(self.table)
        inside.addLayout(self._acts(first=not recent))
        self.panel.column.addLayout(inside)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.panel, 1)
        row.addStretch()
        whole = QWidget()
        middle = QVBoxLayout(whole)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch()
        middle.addLayout(row)
        middle.addStretch()
        self.add_scrolled(whole)
        self.busy = BusyPanel(t, self.panel)

    def shown(self, argument: object = None) -> None:
        """The last fund is under the mark: Enter opens it."""
        (self.table if self.table is not None else self._open).setFocus()

    def _greeting(self) -> QHBoxLayout:
        t = self.theme
        row = QHBoxLayout()
        row.setSpacing(t.px(18))
        mark = icon_label(t, "house", "pri", 64)
        mark.setPixmap(icon(MARK, "", t.px(64)))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(t.px(2))
        words.addWidget(label(t, "ยินดีต้อนรับ", Words.BIG))
        if t.compact:
            words.addStretch()
            row.addLayout(words, 1)
            return row
        words.addWidget(
            WrapLabel(
                t,
                "สมุดทะเบียนและบัญชีของกองทุนสวัสดิการชุมชน ใช้ได้โดยไม่ต้องต่ออินเทอร์เน็ต ข้อมูลอยู่ในเครื่องนี้เท่านั้น",
                Words.BODY,
                "ink2",
            )
        )
        row.addLayout(words, 1)
        return row

    def _recent(self, recent: Sequence[RecentFund]) -> RowsTable[RecentFund]:
        t = self.theme
        columns: tuple[Column[RecentFund], ...] = (
            Column("กองทุน", lambda f: f.name, second=lambda f: f.folder, strong=True),
        )
        model = RowsModel(columns, self)
        table: RowsTable[RecentFund] = RowsTable(t, model, "กองทุนที่เปิดล่าสุด", key_of=lambda f: f.path)
        table.horizontalHeader().hide()
        table.show_rows(recent)
        row = max(t.px(sizes.ROW), t.line_height())
        table.setFixedHeight(row * min(len(recent), 2 if t.compact else 4))
        table.opened.connect(lambda fund: self.wants_fund.emit(Path(fund.path)))
        return table

    def _acts(self, *, first: bool) -> QVBoxLayout:
        t = self.theme
        column = QVBoxLayout()
        column.setSpacing(t.px(12))
        acts = (
            ("เปิดกองทุน", "folder-open", Key.OPEN, "แฟ้มที่ลงท้ายด้วย .wangfund ในเครื่องหรือแฟลชไดรฟ์", self.wants_open.emit),
            ("ตั้งกองทุนใหม่", "circle-plus", Key.NEW_FUND, "เริ่มบัญชีของกองทุนท่าน ทีละขั้น กลับไปแก้ได้", self.wants_new.emit),
            ("นำเข้าทะเบียน", "file-input", Key.IMPORT, "นำรายชื่อสมาชิกจาก Excel เข้ากองทุนที่มีแล้ว", self._import),
            ("ทดลองใช้", "graduation-cap", Key.PRACTICE, "กองทุนฝึกที่แต่งขึ้น 700 คน ทำอะไรก็ได้ ไม่มีข้อมูลจริง", self.wants_practice.emit),
        )  # fmt: skip
        self.buttons: list[ActionButton] = []
        for verb, icon_name, key, words, act in acts:
            button = ActionButton(t, verb, icon=icon_name, key=key.shown, main=first and not self.buttons)
            self.bind(key, act, button)
            row = QHBoxLayout()
            row.setSpacing(t.px(14))
            row.addWidget(button)
            row.addWidget(self._beside(words), 1)
            column.addLayout(row)
            self.buttons.append(button)
        wide = max(button.sizeHint().width() for button in self.buttons)
        for button in self.buttons:
            button.setFixedWidth(wide)
        self._open = self.buttons[0]
        return column

    def _import(self) -> None:
        chosen = self.table.current if self.table is not None else None
        self.wants_import.emit(None if chosen is None else Path(chosen.path))

    def _beside(self, words: str) -> QWidget:
        t = self.theme
        if t.compact:
            return WrapLabel(t, words, Words.SECOND, "ink2")
        return ElideLabel(t, words, Words.SECOND, "ink2")
