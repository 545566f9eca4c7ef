"""The villages of a month: who is back and who is not, and the money that is still with collectors."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wangfund.thai.money_text import format_baht
from wangfund.ui.collect.village_rows import Half, totals, village_columns
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import ElideLabel, WrapLabel, icon_label, label
from wangfund.ui.widgets.panel import Panel, rule, split
from wangfund.ui.widgets.rows_model import RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.usecases.rounds_of_month import MonthRounds, VillageLine

_RIGHT = 322
_MOST_NAMES = 8


class VillageView(QWidget):
    """`opened` gives the village on Enter; `in_front_again` when a dialog over the window has gone. The panel of collectors is only there while they hold money."""

    opened = Signal(object)
    chosen = Signal(object)
    in_front_again = Signal()

    def __init__(self, theme: Theme, half: Half) -> None:
        super().__init__()
        self.theme = theme
        model: RowsModel[VillageLine] = RowsModel(village_columns(half, roomy=not theme.compact), self)
        self._model = model
        self.table: RowsTable[VillageLine] = RowsTable(theme, model, "หมู่บ้าน", key_of=lambda v: v.moo)
        self.print = ActionButton(theme, "พิมพ์ใบเก็บเงิน", icon="printer", key=Key.PRINT.shown)
        self.hand_in = ActionButton(theme, "รับเงินที่ยังไม่ส่ง", icon="banknote", key=Key.MORE.shown)
        self._back: QLabel = label(theme, "", Words.STRONG)
        self._due: QLabel = label(theme, "", Words.STRONG)
        self._came: QLabel = label(theme, "", Words.STRONG)
        self._help = WrapLabel(theme, "", Words.SECOND, "ink2")
        self._held: QLabel = label(theme, "", Words.BIG, "warn")
        self._names = QVBoxLayout()
        self.collectors = Panel(theme, "ผู้เก็บยังไม่ส่งเงิน")
        self.foot = QHBoxLayout()
        self._lay_out()
        self.table.opened.connect(self.opened)
        self.table.chosen.connect(self.chosen)

    def show_rounds(self, rounds: MonthRounds, choose: int | None) -> None:
        """Show a month; the mark goes to a village."""
        self.table.show_rows(rounds.villages, choose=choose)
        back, due, came = totals(rounds)
        self._back.setText(back)
        self._due.setText(due)
        self._came.setText(came)
        self.print.setEnabled(bool(rounds.villages))
        self._show_held(rounds)

    def say(self, words: str) -> None:
        """Something else than what to do next, under the list."""
        self._help.tell(words)

    def refresh(self) -> None:
        """What is half typed has changed."""
        self._model.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """A dialog over the window has gone: a sheet may have been printed meanwhile."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isVisible() and self.isActiveWindow():
            self.in_front_again.emit()

    def _show_held(self, rounds: MonthRounds) -> None:
        owes = rounds.held_satang != 0
        if self.theme.compact:
            self.hand_in.setText(f"ผู้เก็บยังไม่ส่ง {format_baht(rounds.held_satang)}")
            self.hand_in.setVisible(owes)
            return
        self.collectors.setVisible(owes)
        self._held.setText(format_baht(rounds.held_satang))
        while self._names.count():
            item = self._names.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        t = self.theme
        for who, satang in rounds.held[:_MOST_NAMES]:
            name = ElideLabel(t, who or "ไม่ได้บอกชื่อ", Words.SECOND)
            self._names.addWidget(split(t, name, label(t, format_baht(satang), Words.SECOND)))
        if len(rounds.held) > _MOST_NAMES:
            self._names.addWidget(label(t, f"อีก {len(rounds.held) - _MOST_NAMES} คน", Words.SECOND, "ink2"))

    def _lay_out(self) -> None:
        t = self.theme
        listed = Panel(t)
        listed.column.addWidget(self.table, 1)
        listed.column.addWidget(rule(t, "total-rule"))
        foot = QHBoxLayout()
        foot.setContentsMargins(t.px(12), 0, t.px(12), 0)
        foot.setSpacing(t.px(8))
        self._back.setMinimumHeight(max(t.px(sizes.ROW_TOTAL), t.line_height()))
        foot.addWidget(self._back)
        foot.addStretch()
        for words, figure in (("ยังต้องเก็บ", self._due), ("เก็บได้แล้ว", self._came)):
            foot.addWidget(label(t, words, Words.BODY, "ink2"))
            foot.addWidget(figure)
            foot.addSpacing(t.px(8) if figure is self._due else 0)
        listed.column.addLayout(foot)
        if not t.compact:
            self._lay_out_collectors()
        self._help.tell("เมื่อผู้เก็บนำเงินและใบเก็บเงินมาส่ง กด Enter ที่หมู่บ้านนั้น")
        below = self.foot
        below.setSpacing(t.px(sizes.GAP))
        if t.compact:
            below.addWidget(self.hand_in)
            below.addStretch()
            self.hand_in.hide()
        else:
            below.addWidget(self._help, 1)
        below.addWidget(self.print, 0, Qt.AlignmentFlag.AlignVCenter)
        left = QVBoxLayout()
        left.setSpacing(t.px(sizes.GAP))
        left.addWidget(listed, 1)
        left.addLayout(below)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(t.px(sizes.GAP))
        outer.addLayout(left, 1)
        if not t.compact:
            self.collectors.setFixedWidth(t.px(_RIGHT))
            outer.addWidget(self.collectors, 0, Qt.AlignmentFlag.AlignTop)

    def _lay_out_collectors(self) -> None:
        t = self.theme
        pad = t.px(sizes.PANEL_PAD)
        self.collectors.head.addWidget(icon_label(t, "scale", "warn"))
        inside = QVBoxLayout()
        inside.setContentsMargins(pad, 0, pad, t.px(12))
        inside.setSpacing(t.px(6))
        inside.addWidget(self._held)
        inside.addLayout(self._names)
        inside.addWidget(self.hand_in)
        self.collectors.column.addLayout(inside)
        self.collectors.hide()
