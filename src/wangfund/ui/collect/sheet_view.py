"""A village's sheet on the desk: the lines, and at the right the cash, who did not pay, and posting."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from wangfund.thai.money_text import format_baht
from wangfund.ui.collect.difference_panel import DifferencePanel
from wangfund.ui.collect.sheet_entry import Effect, SheetLine
from wangfund.ui.collect.sheet_table import SheetTable
from wangfund.ui.collect.sheet_words import READ_ONLY, line_words, post_why, post_words, totals_words
from wangfund.ui.collect.state import OpenSheet
from wangfund.ui.collect.unpaid_panel import UnpaidPanel, add_hints
from wangfund.ui.drafts import Drafts
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.cash_count import CashCount
from wangfund.ui.widgets.key_hint import key_hint
from wangfund.ui.widgets.label import ElideLabel, WrapLabel, label, set_tone
from wangfund.ui.widgets.panel import Panel, rule

_KEEP_AFTER_MS: Final = 400
_RIGHT: Final = 322
_RIGHT_NARROW: Final = 316
_HEAD: Final = 46


class SheetView(QWidget):
    """`post_wanted` on Enter after the count. Everything typed stands in `sheet`, and in its draft soon after."""

    post_wanted = Signal()

    def __init__(self, theme: Theme, sheet: OpenSheet, drafts: Drafts, *, readonly: bool = False) -> None:
        super().__init__()
        self._readonly = readonly
        self.theme, self.sheet, self._drafts = theme, sheet, drafts
        self._keep_soon = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self.keep)
        self._room_soon = QTimer(self, singleShot=True, interval=0)
        self._room_soon.timeout.connect(self._make_room)
        self.table = SheetTable(theme, sheet.entry, self)
        self._line = ElideLabel(theme, "", Words.SECOND, "ink2")
        self._band_keys = _keys_in_short(theme)
        self._band_keys.hide()
        self._people: QLabel = label(theme, "", Words.STRONG)
        self._payers = ElideLabel(theme, "", Words.SECOND, "ink2")
        self._due: QLabel = label(theme, "", Words.STRONG)
        self._recorded: QLabel = label(theme, "", Words.STRONG)
        self.money = DifferencePanel(theme)
        self.unpaid = UnpaidPanel(theme)
        self.count = CashCount(theme, narrow=True)
        self.fold = ActionButton(theme, "นับเสร็จ", key=Key.BACK.shown, in_row=True)
        self._beside: QLabel = label(theme, "", Words.STRONG)
        self.post = ActionButton(theme, "", icon="receipt-text", key=Key.POST.shown)
        self._why = WrapLabel(theme, "", Words.SECOND, "ink2")
        self._why.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._stack: QStackedWidget | None = None
        self._lay_out()
        self._wire()
        self.count.set_text(sheet.pieces)
        self.show_sheet()

    @property
    def counting(self) -> bool:
        """Whether the count piece by piece is open."""
        return self._side.currentIndex() == 1

    def show_sheet(self) -> None:
        """Everything that stands beside the lines."""
        entry, sheet = self.sheet.entry, self.sheet
        said = line_words(entry)
        set_tone(self._line, said.tone)
        self._line.setText(said.words)
        wanted = self._line.fontMetrics().horizontalAdvance(said.words) + self._band_keys.sizeHint().width()
        # Beside larger text the panel that tells the keys lies behind the sheet.
        self._band_keys.setVisible(
            self.theme.compact and not self._readonly and wanted + self.theme.px(40) <= self.table.width()
        )
        self._people.setText(f"รวม {len(entry.lines):,} คน")
        self._payers.setText(totals_words(entry))
        self._due.setText(format_baht(entry.due_satang))
        self._recorded.setText(format_baht(entry.recorded_satang))
        self._beside.setText(format_baht(entry.recorded_satang))
        self.money.show_sheet(sheet)
        self.unpaid.show_entry(entry)
        verb = post_words(entry)
        if verb != self.post.text():
            self.post.setText(verb)
            self.post.setAccessibleName(f"{verb} {Key.POST.shown}")
        counted = sheet.counted_satang
        self.post.set_main(counted is not None and not entry.blank and counted == entry.recorded_satang)
        self.post.setEnabled(not self._readonly)
        why = READ_ONLY if self._readonly else post_why(entry, counted)
        if why != self._why.words:
            self._why.tell(why)
        self._room_soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A message over the sheet takes height: what can be missed goes first, no figure is ever cut."""
        super().resizeEvent(event)
        # Not within the laying out that is under way: what is hidden then is laid out no more.
        self._room_soon.start()

    def _make_room(self) -> None:
        t, gap = self.theme, self.theme.px(sizes.GAP)
        width = max((self.width() - gap) // 2, 1) if t.compact else self._side.width()
        money = self.money.height_with_clue(width)
        why = self._why.heightForWidth(width) + t.px(4)
        free = self.height() - gap - self.post.sizeHint().height() - why
        if t.compact:
            self.money.show_clue(room=money <= self.height())
        else:
            free -= money + gap
        # The list of those who did not pay, what the keys do, or just one of them: they are marked on the sheet, too.
        head, row, hints = t.px(_HEAD), self.unpaid.row_height, self._hints.sizeHint().height()
        listed = free >= head + row + hints or head + row <= free < head + hints
        self.unpaid.table.setVisible(listed)
        self._hints.setVisible(free >= head + hints)
        self.unpaid.setVisible(listed or free >= head + hints)

    def renewed(self) -> None:
        """The lines were read again."""
        self.table.show_entry()
        self.show_sheet()
        self.keep()

    def go_to_sheet(self) -> None:
        """The keys go to the lines."""
        if self._stack is not None:
            self._stack.setCurrentIndex(0)
        self.table.setFocus()

    def go_to_count(self) -> None:
        """The keys go to the sum counted."""
        self._side.setCurrentIndex(0)
        if self._stack is not None:
            self._stack.setCurrentIndex(1)
        self.money.counted.setFocus()
        self.money.counted.selectAll()

    def open_pieces(self) -> None:
        """Count piece by piece."""
        if self._stack is not None:
            self._stack.setCurrentIndex(1)
        self._side.setCurrentIndex(1)
        self.count.setFocus()
        self.count.fields[0].selectAll()

    def back(self) -> bool:
        """Esc: one step back; False when there is none left on this sheet."""
        if self.counting:
            self.go_to_count()
        elif self.sheet.entry.give_up():
            self.table.follow()
            self.show_sheet()
        elif self.focusWidget() is not self.table:
            self.go_to_sheet()
        else:
            return False
        return True

    def keep(self) -> None:
        """Keep what is half typed now."""
        self._keep_soon.stop()
        if self.sheet.worth_keeping:
            self._drafts.keep(self.sheet.name, self.sheet.draft())
        else:
            self._drafts.drop(self.sheet.name)

    def _lay_out(self) -> None:
        t = self.theme
        sheet = Panel(t)
        sheet.column.addWidget(self.table, 1)
        band = QFrame()
        band.setProperty("part", "band")
        inside = QHBoxLayout(band)
        inside.setContentsMargins(t.px(12), 0, t.px(12), 0)
        inside.addWidget(self._line, 1)
        inside.addWidget(self._band_keys)
        band.setFixedHeight(t.metrics(Words.SECOND).height() + t.px(6))
        sheet.column.addWidget(band)
        sheet.column.addWidget(rule(t, "total-rule"))
        foot = QHBoxLayout()
        foot.setContentsMargins(t.px(12), 0, t.px(12), 0)
        foot.setSpacing(t.px(8))
        foot.addWidget(self._people)
        foot.addSpacing(t.px(8))
        foot.addWidget(self._payers, 1)
        for words, figure in (("ต้องเก็บ", self._due), ("เก็บได้", self._recorded)):
            foot.addWidget(label(t, words, Words.BODY, "ink2"))
            foot.addWidget(figure)
            foot.addSpacing(t.px(8) if figure is self._due else 0)
        self._recorded.setMinimumHeight(max(t.px(sizes.ROW_TOTAL), t.line_height()))
        sheet.column.addLayout(foot)
        self._hints = add_hints(t, self.unpaid)
        self._side = QStackedWidget()
        self._side.addWidget(self._money_side())
        self._side.addWidget(self._pieces_side())
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(t.px(sizes.GAP))
        if t.compact:
            # The cash and posting lie behind the sheet: Enter on the last line goes there, Esc comes back.
            self._stack = QStackedWidget()
            self._stack.addWidget(sheet)
            self._stack.addWidget(self._side)
            outer.addWidget(self._stack)
            return
        outer.addWidget(sheet, 1)
        # Beside larger text whole names are worth more than the air around the figures.
        self._side.setFixedWidth(t.px(_RIGHT if t.percent == 100 else _RIGHT_NARROW))
        outer.addWidget(self._side)

    def _money_side(self) -> QWidget:
        """The difference, who did not pay, posting: under each other, or where it is compact side by side."""
        t, side = self.theme, QWidget()
        outer: QBoxLayout = QHBoxLayout(side) if t.compact else QVBoxLayout(side)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(t.px(sizes.GAP))
        if not t.compact:
            outer.addWidget(self.money)
            outer.addWidget(self.unpaid, 1)
            outer.addLayout(self._post_box())
            return side
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.money)
        left.addStretch()
        right.setSpacing(t.px(sizes.GAP))
        right.addWidget(self.unpaid, 1)
        right.addLayout(self._post_box())
        outer.addLayout(left, 1)
        outer.addLayout(right, 1)
        return side

    def _pieces_side(self) -> QWidget:
        """The count piece by piece, beside what is written."""
        t = self.theme
        side = Panel(t, "" if t.compact else "นับเงินทีละชนิด")
        side.column.addWidget(self.count, 1)
        side.rule()
        foot = QHBoxLayout()
        foot.setContentsMargins(t.px(12), t.px(6), t.px(12), t.px(8))
        foot.setSpacing(t.px(8))
        foot.addWidget(label(t, "บันทึกแล้ว", Words.SECOND, "ink2"))
        foot.addWidget(self._beside)
        foot.addStretch()
        foot.addWidget(self.fold)
        side.column.addLayout(foot)
        return side

    def _post_box(self) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(self.theme.px(4))
        self.post.setSizePolicy(
            self.post.sizePolicy().Policy.Expanding, self.post.sizePolicy().verticalPolicy()
        )
        box.addWidget(self.post)
        box.addWidget(self._why)
        return box

    def _wire(self) -> None:
        self.table.did.connect(self._on_key)
        self.money.typed.connect(self._on_counted)
        self.money.entered.connect(self.post_wanted)
        self.money.counted.pieces.connect(self.open_pieces)
        self.money.counted.up.connect(self.go_to_sheet)
        self.money.pieces.clicked.connect(self.open_pieces)
        self.count.changed.connect(self._on_pieces)
        self.count.finished.connect(self.go_to_count)
        self.fold.clicked.connect(self.go_to_count)
        self.unpaid.wanted.connect(self._on_wanted)

    def _on_key(self, effect: Effect) -> None:
        if effect is Effect.COUNT:
            self.open_pieces()
            return
        self.show_sheet()
        self._keep_later()
        if effect is Effect.FINISHED:
            self.go_to_count()

    def _on_counted(self, text: str) -> None:
        self.sheet.counted, self.sheet.pieces = text, ""
        self.count.clear()
        self.show_sheet()
        self._keep_later()

    def _on_pieces(self, total: int) -> None:
        self.sheet.pieces = self.count.text
        self.sheet.counted = format_baht(total) if self.sheet.pieces else ""
        self.show_sheet()
        self._keep_later()

    def _on_wanted(self, line: SheetLine) -> None:
        self.sheet.entry.go_to(self.sheet.entry.lines.index(line))
        self.table.follow()
        self.show_sheet()
        self.go_to_sheet()

    def _keep_later(self) -> None:
        # Not begun anew by every key: whoever types without a pause is kept, too.
        if not self._keep_soon.isActive():
            self._keep_soon.start()


def _keys_in_short(theme: Theme) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(5))
    for key, words in (("Enter", "จ่าย"), ("−", "ขาด"), (Key.POST.shown, "นับเงิน")):
        row.addWidget(key_hint(theme, key))
        row.addWidget(label(theme, words, Words.SECOND, "ink2"))
    return box
