"""Where the parts of the page stand: three columns; or, where there is less room, the step over the list."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wangfund.ui.close.room import over_list, stacked
from wangfund.ui.close.side_column import SideColumn
from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme

_LIST, _STEP, _SIDE = 278, 481, 338


class Stage(QWidget):
    """`listed` is the list's panel; of `steps` and of `beside` one is shown at a time. `below` stands under `side`."""

    def __init__(
        self,
        theme: Theme,
        listed: QWidget,
        steps: Iterable[QWidget],
        side: SideColumn,
        beside: QWidget,
        below: QWidget,
    ) -> None:
        super().__init__()
        self._theme, self._side = theme, side
        self._steps, self._beside = QStackedWidget(), QStackedWidget()
        self.tall: QScrollArea | None = None
        self._over: QStackedWidget | None = None
        for panel in steps:
            self._steps.addWidget(panel)
        for panel in (side, beside):
            self._beside.addWidget(panel)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(sizes.GAP))
        if not stacked(theme):
            side.add_below(below)
        if over_list(theme):
            self._over = QStackedWidget()
            self._over.addWidget(listed)
            self._over.addWidget(self._under_each_other(below) if stacked(theme) else self._side_by_side())
            whole = QVBoxLayout(self)
            whole.setContentsMargins(0, 0, 0, 0)
            whole.addWidget(self._over)
            return
        listed.setMinimumWidth(theme.px(250))
        for part, share in ((listed, _LIST), (self._steps, _STEP), (self._beside, _SIDE)):
            self._row.addWidget(part, share)
        self.setLayout(self._row)

    def show_step(self, step: QWidget, beside: QWidget | None) -> None:
        """Show a step with what stands beside it; without that the step takes its place too."""
        self._put(self._steps, step)
        self._beside.setVisible(beside is not None)
        if self._over is None:
            self._row.setStretch(1, _STEP if beside is not None else _STEP + _SIDE)
        if beside is not None:
            self._put(self._beside, beside)

    def open_step(self) -> None:
        """Bring the step to the front where it lies over the list."""
        if self._over is not None:
            self._over.setCurrentIndex(1)

    def back_to_list(self) -> bool:
        """Bring the list to the front; whether it lay behind."""
        if self._over is None or self._over.currentIndex() == 0:
            return False
        self._over.setCurrentIndex(0)
        return True

    def to_top(self) -> None:
        """Another step begins at its head."""
        if self.tall is not None:
            self.tall.verticalScrollBar().setValue(0)

    def follow(self, now: QWidget | None) -> None:
        """Whoever has the keys stays in sight where a column scrolls."""
        for scroll in (self.tall, self._side):
            inside = None if scroll is None else scroll.widget()
            if scroll is not None and inside is not None and now is not None and inside.isAncestorOf(now):
                scroll.ensureWidgetVisible(now, 0, self._theme.px(70))

    def _side_by_side(self) -> QWidget:
        """The step and its figures: a narrow window."""
        inside = QWidget()
        inside.setLayout(self._row)
        self._row.addWidget(self._steps, 54)
        self._row.addWidget(self._beside, 46)
        return inside

    def _under_each_other(self, below: QWidget) -> QWidget:
        """The answer, the step, then the figures: large text."""
        t = self._theme
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, t.px(8), 0)
        column.setSpacing(t.px(sizes.GAP))
        for part in (self._side.answer, self._steps, below, self._beside):
            column.addWidget(part)
        column.addStretch()
        self.tall = QScrollArea()
        self.tall.setFrameShape(QFrame.Shape.NoFrame)
        self.tall.setWidgetResizable(True)
        self.tall.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tall.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tall.setWidget(inside)
        return self.tall

    def _put(self, stack: QStackedWidget, page: QWidget) -> None:
        """Show a page of a stack; under large text only it claims height."""
        if self.tall is not None:
            for at in range(stack.count()):
                one = stack.widget(at)
                assert one is not None
                way = QSizePolicy.Policy.Preferred if one is page else QSizePolicy.Policy.Ignored
                one.setSizePolicy(QSizePolicy.Policy.Preferred, way)
        stack.setCurrentWidget(page)
