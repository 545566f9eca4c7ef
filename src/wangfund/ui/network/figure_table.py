"""A calm table of figures: what at the left, how much at the right, a rule under each head and over each sum."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from wangfund.ui.network.state import FigureRow
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import ElideLabel, label
from wangfund.ui.widgets.panel import rule

_COLUMN = 130


class FigureTable(QWidget):
    """Two columns of figures; made anew for other rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        # Tab brings it into sight where the page is lower than its figures.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._grid = QGridLayout(self)
        pad = theme.px(sizes.PANEL_PAD)
        self._grid.setContentsMargins(pad, theme.px(6), pad, theme.px(6))
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)

    def show_rows(self, rows: Sequence[FigureRow]) -> None:
        """Show other rows."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        t, at = self._theme, 0
        self.setAccessibleName(rows[0].what if rows else "")
        self.setAccessibleDescription(", ".join(" ".join((row.what, *row.figures)) for row in rows[1:]))
        for row in rows:
            if row.style == "total":
                self._grid.addWidget(rule(t, "total-rule"), at, 0, 1, 3)
                at += 1
            head, total = row.style == "head", row.style == "total"
            words = Words.PANEL if head else Words.STRONG if total else Words.BODY
            high = round(sizes.LINE * t.px(words.value.px)) + t.px(5)
            what = ElideLabel(t, row.what, words)
            what.setMinimumHeight(high)
            self._grid.addWidget(what, at, 0)
            for column, figure in enumerate(row.figures, 1):
                said = label(t, figure, Words.SECOND if head else words, "ink2" if head else "ink")
                said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                said.setMinimumHeight(high)
                if any(r.figures[0] for r in rows):
                    said.setMinimumWidth(t.px(_COLUMN))
                self._grid.addWidget(said, at, column)
            at += 1
            if head:
                self._grid.addWidget(rule(t), at, 0, 1, 3)
                at += 1
