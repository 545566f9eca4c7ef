"""What the checker found: a line each; arrows walk, Enter goes to the row or the line of the text it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.domain.errors import Severity
from wangfund.ui.bylaw.finding_words import FoundLine
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.follow_scroll import FollowScroll
from wangfund.ui.widgets.label import WrapLabel, icon_label

_MOST: Final = 40
_LOOKS: Final = {
    Severity.ERROR: ("circle-alert", "bad"),
    Severity.WARNING: ("triangle-alert", "warn"),
    Severity.NOTE: ("info", "ink2"),
}


class CheckList(QWidget):
    """`chosen` gives the line on which Enter was pressed."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[_Row] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._scroll = FollowScroll(theme, self._inside)
        column.addWidget(self._scroll)

    def show_lines(self, lines: Sequence[FoundLine], said: str) -> None:
        """Show what was found; `said` where nothing was."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [_Row(self._theme, line) for line in lines[:_MOST]]
        if said:
            self.rows.append(_Row(self._theme, None, said))
        if len(lines) > _MOST:
            self.rows.append(_Row(self._theme, None, f"และอีก {len(lines) - _MOST:,} เรื่อง"))
        for at, row in enumerate(self.rows):
            row.chosen.connect(self.chosen)
            row.moved.connect(lambda step, at=at: self._move(at + step))
            self._column.insertWidget(at, row)

    def grow_whole(self) -> None:
        """Be as high as its lines: something around it scrolls."""
        layout = self.layout()
        assert layout is not None
        layout.removeWidget(self._scroll)
        inside = self._scroll.takeWidget()
        # A scroll area had its ground painted.
        inside.setAutoFillBackground(False)
        layout.addWidget(inside)
        self._scroll.hide()

    def begin(self) -> bool:
        """Put the keys on the first line; whether there is one."""
        return self._move(0)

    def _move(self, at: int) -> bool:
        lines = [row for row in self.rows if row.line is not None]
        if not 0 <= at < len(lines):
            return False
        lines[at].setFocus()
        return True


class _Row(QFrame):
    chosen = Signal(object)
    moved = Signal(int)

    def __init__(self, theme: Theme, line: FoundLine | None, said: str = "") -> None:
        super().__init__()
        self.line = line
        self.setProperty("part", "row")
        icon, tone = _LOOKS[line.severity] if line is not None else ("circle-check", "ok")
        clause = f"{line.clause} · " if line is not None and line.clause else ""
        words = clause + line.words if line is not None else said
        self.words = WrapLabel(theme, words, Words.SECOND, tone if line is None else "ink")
        pad = theme.px(sizes.PANEL_PAD)
        row = QHBoxLayout(self)
        row.setContentsMargins(pad, theme.px(4), pad - theme.px(4), theme.px(4))
        row.setSpacing(theme.px(8))
        row.addWidget(icon_label(theme, icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.setAccessibleName(words)
        if line is not None:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter goes there."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(1 if key is Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.line is not None:
            self.chosen.emit(self.line)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click is Enter."""
        super().mousePressEvent(event)
        if self.line is not None:
            self.chosen.emit(self.line)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """It stands out while it has the keys."""
        super().focusInEvent(event)
        self._dress(chosen=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It is one of many again."""
        super().focusOutEvent(event)
        self._dress(chosen=False)

    def _dress(self, *, chosen: bool) -> None:
        self.setProperty("chosen", "true" if chosen else "false")
        self.style().unpolish(self)
        self.style().polish(self)
