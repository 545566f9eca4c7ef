"""The sums under a list, each below its column, in sight whatever is scrolled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.row_painter import PAD
from wangfund.ui.widgets.rows_table import RowsTable


class TotalRow(QWidget):
    """`words` at the left, figures under the table's columns by their place. The table says how wide they are."""

    def __init__(self, theme: Theme, table: RowsTable[Any]) -> None:
        super().__init__()
        self._theme, self._table = theme, table
        self.words = ""
        self.figures: Mapping[int, str] = {}
        self.setFixedHeight(max(theme.px(sizes.ROW_TOTAL), theme.line_height()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_total(self, words: str, figures: Mapping[int, str]) -> None:
        """Show sums by column."""
        self.words, self.figures = words, dict(figures)
        heads = [str(self._table.model().headerData(at, Qt.Orientation.Horizontal)) for at in self.figures]
        told = [f"{head} {figure}" for head, figure in zip(heads, self.figures.values(), strict=True)]
        self.setAccessibleName(" ".join((words, *told)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The heavy rule, the words, the figures."""
        t, painter = self._theme, QPainter(self)
        painter.fillRect(0, 0, self.width(), 2, t.colour("ink"))
        painter.setPen(t.colour("ink"))
        painter.setFont(t.font(Words.STRONG))
        pad, first = t.px(PAD), self.width()
        for at, figure in self.figures.items():
            left, width = self._table.columnViewportPosition(at), self._table.columnWidth(at)
            # A sum may be wider than any figure of its column.
            need = t.metrics(Words.STRONG).horizontalAdvance(figure)
            box = QRect(left + min(0, width - 2 * pad - need), 0, max(width, need + 2 * pad), self.height())
            painter.drawText(
                box.adjusted(pad, 2, -pad, 0),
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                figure,
            )
            first = min(first, box.left())
        room = QRect(pad, 2, first - pad, self.height() - 2)
        shown = t.metrics(Words.STRONG).elidedText(self.words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
