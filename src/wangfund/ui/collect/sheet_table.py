"""The sheet under the keypad: every key goes to the entry, and only what a key touched is painted again."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from wangfund.thai.money_text import format_baht
from wangfund.ui.collect.sheet_entry import Effect, SheetEntry, SheetLine
from wangfund.ui.collect.sheet_words import cell_words
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.row_painter import PAD, RowPainter
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.words import DASH, baht

_ENTRY: Final = 114
_ARREARS: Final = 142
_ARREARS_SHORT: Final = 112
_ENTERS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}


def sheet_columns(entry: SheetEntry, theme: Theme) -> tuple[Column[SheetLine], ...]:
    """The columns of the paper; in large text this month's part is left out, what is due stays.

    Where the text is larger and the cash still stands beside the sheet, a whole name is worth more than its number and
    than the baht that are owed: the sum due tells them.
    """
    tight = theme.percent > 100 and not theme.compact
    name: Column[SheetLine] = Column("ชื่อ–สกุล", lambda line: line.row.name)
    if not tight:
        name = replace(name, second=lambda line: line.row.member_no)
    now: Column[SheetLine] = Column(
        "งวดนี้", lambda line: _plain(line, line.row.current_satang), 68, right=True
    )
    return (
        Column("ที่", lambda line: str(line.no), 40 if tight else 46, right=True, tone=lambda _line: "ink2"),
        Column("บ้าน", lambda line: line.row.house_no or DASH, 50 if tight else 60),
        name,
        Column(
            "ค้างเดิม",
            arrears_months if tight else arrears_words,
            _ARREARS_SHORT if tight else _ARREARS,
            right=True,
            tone=arrears_tone,
        ),
        *((now,) if theme.roomy and not tight else ()),
        Column("ต้องเก็บ", lambda line: _plain(line, line.row.total_satang), 80, right=True, strong=True),
        Column("เก็บได้", lambda line: cell_words(entry, line), _ENTRY, right=True),
    )


def arrears_words(line: SheetLine) -> str:
    """What is owed from before."""
    row = line.row
    if not row.coverage_known:
        return "ไม่รู้ยอด"
    return f"{row.arrears_months} เดือน {baht(row.arrears_satang)}" if row.arrears_months else DASH


def arrears_months(line: SheetLine) -> str:
    """What is owed from before, by its months alone."""
    row = line.row
    return f"{row.arrears_months} เดือน" if row.coverage_known and row.arrears_months else arrears_words(line)


def arrears_tone(line: SheetLine) -> str:
    """Whoever owes is shown in turmeric."""
    return "warn" if line.row.arrears_months or not line.row.coverage_known else "ink2"


class SheetTable(RowsTable[SheetLine]):
    """`did` tells what a key did. The entry is changed by keys here and nowhere else."""

    did = Signal(object)

    def __init__(self, theme: Theme, entry: SheetEntry, parent: QObject | None = None) -> None:
        model: RowsModel[SheetLine] = RowsModel(sheet_columns(entry, theme), parent)
        super().__init__(theme, model, "ใบเก็บเงินสมทบ", key_of=lambda line: line.row.member_id)
        self.entry, self._model = entry, model
        self.setItemDelegate(EntryPainter(theme, model, entry, self))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.horizontalHeader().setSectionsClickable(False)
        self.show_entry()
        self.clicked.connect(self._on_clicked)

    def show_entry(self) -> None:
        """The lines are others, or all of them changed."""
        self.show_rows(self.entry.lines)
        self.follow()

    def follow(self) -> None:
        """The mark stands where the entry is, and the whole line is painted again."""
        if self.entry.lines:
            self._mark(self.entry.at)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, Enter and the signs of the keypad; the rest as everywhere."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
            return
        effect = self._effect(Qt.Key(event.key()), event.text())
        if effect is None:
            event.ignore()
        elif effect is not Effect.NOTHING:
            self.follow()
            self.did.emit(effect)

    def _effect(self, key: Qt.Key, text: str) -> Effect | None:
        entry = self.entry
        if key in _ENTERS:
            return entry.enter()
        if key in _STEPS:
            return entry.move(_STEPS[key])
        if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            return entry.go_to(0 if key is Qt.Key.Key_Home else len(entry.lines) - 1)
        if key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            return entry.rub_out()
        if text and text.isprintable():
            last = Effect.NOTHING
            for letter in text[:1]:
                last = entry.press(letter)
            return last
        return None

    def _on_clicked(self, index: QModelIndex) -> None:
        self.did.emit(self.entry.go_to(index.row()))
        self.follow()


class EntryPainter(RowPainter):
    """Paints the last column: a field on the line under the mark, what was written on the others."""

    def __init__(
        self, theme: Theme, model: RowsModel[SheetLine], entry: SheetEntry, parent: QObject | None = None
    ) -> None:
        super().__init__(theme, model, parent)
        self._theme, self._rows, self._entry = theme, model, entry

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for the icon, too."""
        size = super().sizeHint(option, index)
        line = self._rows.rows[index.row()]
        if self._icon_of(index.column(), line):
            size.setWidth(size.width() + self._theme.px(24))
        return size

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        line = self._rows.rows[index.row()]
        last = index.column() == len(self._rows.columns) - 1
        state: QStyle.StateFlag = option.state
        if last and state & QStyle.StateFlag.State_Selected and line.row.coverage_known:
            self._paint_ground(painter, option.rect)
            self._paint_field(painter, option.rect, line)
            return
        icon = self._icon_of(index.column(), line)
        if last and icon:
            self._paint_marked(painter, option, icon, self._rows.columns[index.column()].text(line))
            return
        super().paint(painter, option, index)
        if icon:
            self._paint_icon(painter, option.rect, icon, self._rows.columns[index.column()].text(line))

    def _icon_of(self, column: int, line: SheetLine) -> str:
        if column == len(self._rows.columns) - 1:
            if not line.row.coverage_known:
                return "circle-alert"
            unpaid = self._entry.paid.get(line.row.member_id) == 0 and line.row.total_satang
            return "x" if unpaid else ""
        owes = self._rows.columns[column].text in {arrears_words, arrears_months} and line.row.arrears_months
        return "triangle-alert" if owes else ""

    def _paint_marked(self, painter: QPainter, option: QStyleOptionViewItem, icon: str, words: str) -> None:
        """Icon and words in the colour of what wants attention."""
        t, box = self._theme, option.rect
        tone = "bad" if icon == "x" else "warn"
        self._paint_ground(painter, box, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        painter.setFont(t.font())
        painter.setPen(t.colour(tone))
        inside = box.adjusted(t.px(PAD), 0, -t.px(PAD), -t.colours.line_px)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        self._paint_icon(painter, box, icon, words, tone)

    def _paint_icon(self, painter: QPainter, box: QRect, icon: str, words: str, tone: str = "warn") -> None:
        t = self._theme
        size = t.px(18)
        x = box.right() - t.px(PAD) - t.metrics(Words.BODY).horizontalAdvance(words) - size - t.px(6)
        painter.drawPixmap(x, box.center().y() - size // 2, t.icon(icon, tone, 18))

    def _paint_ground(self, painter: QPainter, box: QRect, *, chosen: bool = True) -> None:
        t, thick = self._theme, self._theme.colours.line_px
        if chosen:
            painter.fillRect(box, t.colour("pri_soft"))
        painter.fillRect(box.left(), box.bottom() - thick + 1, box.width(), thick, t.colour("line"))

    def _paint_field(self, painter: QPainter, box: QRect, line: SheetLine) -> None:
        """The field of the line under the mark: what is typed, else what Enter would write, chosen as text is."""
        t, entry = self._theme, self._entry
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wrong = entry.wrong is not None
        painter.setPen(QPen(t.colour("bad" if wrong else "pri"), 2.0))
        painter.setBrush(t.colour("panel"))
        field = QRectF(box).adjusted(t.px(4), 3.5, -t.px(6), -4.5)
        painter.drawRoundedRect(field, t.px(sizes.RADIUS_FIELD), t.px(sizes.RADIUS_FIELD))
        painter.setFont(t.font(Words.STRONG))
        typed = entry.jumping or bool(entry.typed)
        words = f"ไปที่ {entry.typed}" if entry.jumping else entry.typed or self._proposed()
        inside = field.toRect().adjusted(t.px(6), 0, -t.px(8), 0)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        width = t.metrics(Words.STRONG).horizontalAdvance(words)
        if typed:
            painter.fillRect(
                inside.right() + t.px(2),
                inside.top() + t.px(6),
                2,
                inside.height() - t.px(12),
                t.colour("pri"),
            )
        elif words:
            chosen = QRect(
                inside.right() - width - 2, inside.top() + t.px(3), width + 5, inside.height() - t.px(6)
            )
            painter.fillRect(chosen, t.colour("pri"))
        painter.setPen(t.colour("ink" if typed else "on_pri"))
        painter.drawText(inside, right, words)
        painter.restore()

    def _proposed(self) -> str:
        amount = self._entry.proposed_satang
        return format_baht(amount) if amount is not None else ""


def _plain(line: SheetLine, satang: int) -> str:
    if not line.row.coverage_known or not satang:
        return DASH
    return baht(satang)
