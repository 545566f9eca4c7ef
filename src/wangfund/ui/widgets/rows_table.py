"""A list of frozen rows that never stutters: fixed heights, its place kept while the rows change."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.row_painter import PAD, RowPainter
from wangfund.ui.widgets.rows_model import RowsModel

T = TypeVar("T")


class RowsTable(QTableView, Generic[T]):
    """`chosen` tells the row under the mark (None: none), `opened` the row on which Enter was pressed."""

    chosen = Signal(object)
    opened = Signal(object)
    left = Signal()

    def __init__(
        self, theme: Theme, model: RowsModel[T], name: str, *, key_of: Callable[[T], Hashable] | None = None
    ) -> None:
        super().__init__()
        self._theme, self._rows = theme, model
        self._key_of = key_of
        self.setModel(model)
        self.setItemDelegate(RowPainter(theme, model, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(
            row_height(theme, two_lines=any(c.below is not None for c in model.columns))
        )
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setFixedHeight(max(theme.px(sizes.ROW_HEAD), theme.line_height(sizes.Words.SECOND)))
        heads.setFont(theme.font(sizes.Words.SECOND))
        heads.sectionClicked.connect(self._sort)
        self._wider: dict[int, int] = {}
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.activated.connect(self._on_activated)

    @property
    def current(self) -> T | None:
        """The row under the mark."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def show_rows(self, rows: Sequence[T], *, wanted_key: str = "", choose: Hashable = None) -> None:
        """Show other rows. The mark stays on the same row by its key (or goes to `choose`), else to the first."""
        before = self.current
        wanted = choose if choose is not None else self._key(before)
        self._rows.set_rows(rows, wanted_key=wanted_key)
        at = self._place_of(wanted) if wanted is not None else None
        if at is None:
            at = 0 if rows else None
        if at is None:
            self.chosen.emit(None)
            return
        self._mark(at)

    def step(self, key: Qt.Key) -> None:
        """Move the mark as an arrow or page key would, wherever the focus is."""
        count = self._rows.rowCount()
        if not count:
            return
        page = max(1, self.viewport().height() // self.rowHeight(0) - 1)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        at = self.currentIndex().row()
        self._mark(min(max(at + steps.get(key, 0), 0), count - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Esc leaves."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.current is not None:
                self.opened.emit(self.current)
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def fit_figures(self, column: int, figures: Iterable[str]) -> None:
        """See that a column of figures is as wide as the widest: a figure is never shown with dots."""
        t = self._theme
        need = (
            max((t.metrics().horizontalAdvance(figure) for figure in figures), default=0) + 2 * t.px(PAD) + 2
        )
        if self._wider.get(column) != need:
            self._wider[column] = need
            self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the width: fixed ones what they need, the rest what is left."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        t, model = self._theme, self._rows
        widths = [
            max(
                t.px(column.width),
                t.metrics(sizes.Words.SECOND).horizontalAdvance(column.heading) + 2 * t.px(PAD),
                self._wider.get(at, 0),
            )
            if column.width
            else 0
            for at, column in enumerate(model.columns)
        ]
        rest = self.viewport().width() - sum(widths)
        free = [at for at, width in enumerate(widths) if not width]
        for at in free:
            widths[at] = max(rest // len(free), t.px(80))
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)

    def _mark(self, row: int) -> None:
        index = self._rows.index(row, 0)
        self.selectionModel().setCurrentIndex(
            index,
            self.selectionModel().SelectionFlag.ClearAndSelect | self.selectionModel().SelectionFlag.Rows,
        )
        self.scrollTo(index)

    def _sort(self, column: int) -> None:
        before = self._key(self.current)
        self._rows.sort_by(column)
        at = self._place_of(before) if before is not None else None
        if self._rows.rowCount():
            self._mark(at or 0)

    def _key(self, row: T | None) -> Hashable:
        return None if row is None or self._key_of is None else self._key_of(row)

    def _place_of(self, key: Hashable) -> int | None:
        if self._key_of is None:
            return None
        key_of = self._key_of
        return next((at for at, row in enumerate(self._rows.rows) if key_of(row) == key), None)

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self._rows.rows[now.row()] if now.isValid() else None)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.rows[index.row()])


def row_height(theme: Theme, *, two_lines: bool = False) -> int:
    """The height of a list's rows, of one line or of two."""
    if not two_lines:
        return max(theme.px(sizes.ROW), theme.line_height())
    lines = theme.metrics(sizes.Words.BODY).height() + theme.metrics(sizes.Words.SECOND).height()
    return max(theme.px(sizes.ROW_TWO_LINES), lines + theme.px(sizes.STEP))
