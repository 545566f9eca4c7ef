"""The papers of the fund to choose from, grouped by when they are needed; arrows move, Enter opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wangfund.ui.reports.kinds import ReportKind
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import ElideLabel, icon_label, label
from wangfund.ui.widgets.panel import rule

_BAR = 4
_ICONS = {
    "pack": "file-chart-column",
    "pack_xlsx": "file-spreadsheet",
    "notice": "file-check",
    "sheet": "list-checks",
    "receipt": "receipt-text",
    "handover": "hand-coins",
    "request": "file-text",
    "voucher": "hand-heart",
    "refusal": "calendar-days",
    "payday": "users",
    "cash_count": "calculator",
    "journal": "book-open-text",
}


class _Row(QFrame):
    pressed = Signal()
    opened = Signal()

    def __init__(self, theme: Theme, kind: ReportKind) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("part", "row")
        self.chosen = False
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(12), 0)
        row.setSpacing(theme.px(12))
        row.addWidget(icon_label(theme, _ICONS.get(kind.code, "file-text"), "pri"))
        self.name = ElideLabel(theme, kind.name)
        row.addWidget(self.name, 1)
        self.setFixedHeight(max(theme.px(sizes.ROW), theme.line_height()))

    def show_chosen(self, *, chosen: bool) -> None:
        self.chosen = chosen
        self.setProperty("chosen", "true" if chosen else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.chosen:
            bar = self._theme.px(_BAR)
            QPainter(self).fillRect(0, 0, bar, self.height(), self._theme.colour("pri"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()


class PaperList(QScrollArea):
    """`chosen` gives the code of the kind under the mark, `opened` the one on which Enter was pressed."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme, kinds: Sequence[ReportKind]) -> None:
        super().__init__()
        self._theme, self._kinds = theme, tuple(kinds)
        self._rows: list[_Row] = []
        self._at = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        least = 1 if theme.compact else 3
        self.setMinimumHeight(least * max(theme.px(sizes.ROW), theme.line_height()))
        inside = QWidget()
        column = QVBoxLayout(inside)
        # Room for the edge that tells who has the keys.
        column.setContentsMargins(2, 2, 2, theme.px(4))
        column.setSpacing(0)
        group = ""
        for at, kind in enumerate(self._kinds):
            if kind.group != group:
                group = kind.group
                head = label(theme, group, Words.SECOND, "ink2")
                head.setContentsMargins(theme.px(16), theme.px(7), 0, theme.px(3))
                column.addWidget(head)
            column.addWidget(rule(theme))
            row = _Row(theme, kind)
            row.pressed.connect(lambda at=at: self._press(at))
            row.opened.connect(lambda kind=kind: self.opened.emit(kind.code))
            column.addWidget(row)
            self._rows.append(row)
        column.addStretch()
        self.setWidget(inside)
        self._show(0)

    @property
    def code(self) -> str:
        """The kind under the mark."""
        return self._kinds[self._at].code

    def show_kind(self, code: str) -> None:
        """Put the mark on a kind; nothing is told."""
        at = next((at for at, kind in enumerate(self._kinds) if kind.code == code), None)
        if at is not None:
            self._show(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move; Enter opens."""
        key, last = Qt.Key(event.key()), len(self._rows) - 1
        goals = {
            Qt.Key.Key_Down: min(self._at + 1, last),
            Qt.Key.Key_Up: max(self._at - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in goals:
            if goals[key] != self._at:
                self._choose(goals[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.code)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The edge tells who has the keys."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The edge tells who has the keys."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chosen one stays in sight."""
        super().resizeEvent(event)
        self.ensureWidgetVisible(self._rows[self._at], 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """An edge while it has the keys."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.colour("pri"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _press(self, at: int) -> None:
        self.setFocus()
        if at != self._at:
            self._choose(at)

    def _choose(self, at: int) -> None:
        self._show(at)
        self.chosen.emit(self.code)

    def _show(self, at: int) -> None:
        self._at = at
        for place, row in enumerate(self._rows):
            row.show_chosen(chosen=place == at)
        self.setAccessibleName(f"เอกสาร {self._kinds[at].name}")
        self.ensureWidgetVisible(self._rows[at], 0, self._theme.px(40))
