"""The grid: rows and cells of a register, ruled both ways, each cell in the colour of what was found about it."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from wangfund.ui.importing.grid_rows import GridCell, GridColumn, GridRow, RowKey
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_PAD: Final = 8
_ICON: Final = 18
_GAP: Final = 5
_MOST_TYPED: Final = 10_000
_MEASURED: Final = 12
_AHEAD: Final = 3
_FILLS: Final = {"bad": "bad_soft", "warn": "warn_soft", "pri": "pri_soft", "ok": "ok_soft"}


class GridModel(QAbstractTableModel):
    """Rows never change in place; a cell that is typed into only says so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: Sequence[GridColumn] = ()
        self.rows: Sequence[GridRow] = ()
        self.places: dict[RowKey, int] = {}

    def show(self, columns: Sequence[GridColumn], rows: Sequence[GridRow]) -> bool:
        """Show other rows; False when they stand where the ones before stood, and are only painted anew."""
        if tuple(columns) == tuple(self.columns) and [r.key for r in rows] == [r.key for r in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)
            return False
        self.beginResetModel()
        self.columns, self.rows = columns, rows
        self.places = {row.key: at for at, row in enumerate(rows)}
        self.endResetModel()
        return True

    def cell(self, index: Index) -> GridCell:
        """What stands in a cell."""
        row = self.rows[index.row()] if index.row() < len(self.rows) else None
        if row is None or (row.cells and index.column() >= len(row.cells)):
            return GridCell("")
        return row.cells[index.column()] if row.cells else GridCell(row.band)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Members' cells can be typed into."""
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.row() < len(self.rows) and self.rows[index.row()].planned is not None:
            return plain | Qt.ItemFlag.ItemIsEditable
        return plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, for copying and for reading aloud."""
        if role in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        }:
            return self.cell(index).text
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Headings above, the file's own row numbers at the left."""
        # While the rows are changed one head asks before the other has been told; what is raised here ends the program.
        if section >= (len(self.columns) if orientation is Qt.Orientation.Horizontal else len(self.rows)):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.columns[section].heading
        number = self.rows[section].key[1]
        return str(number) if number else ""


class GridTable(QTableView):
    """`moved` tells the cell under the mark, `typed` a text put into it; `digit`, `entered` and `left` are keys.

    Typing letters opens the cell; a digit is a choice where `digits_choose`, else it opens the cell, too.
    """

    moved = Signal(object, str)
    typed = Signal(str)
    digit = Signal(int)
    entered = Signal()
    left = Signal()
    edit_wanted = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.grid = GridModel(self)
        self.digits_choose = False
        self._quiet = False
        self._fitted: tuple[object, ...] = ()
        self._widths: list[int] = []
        self.setModel(self.grid)
        self.painter = GridPainter(theme, self.grid, self)
        self.painter.finished.connect(self.typed)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self._dress_heads()
        self.doubleClicked.connect(lambda _index: self.edit_wanted.emit(""))
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def mark(self) -> tuple[RowKey, str] | None:
        """The cell under the mark."""
        index = self.currentIndex()
        return (
            (self.grid.rows[index.row()].key, self.grid.columns[index.column()].field)
            if index.isValid()
            else None
        )

    @property
    def editing(self) -> bool:
        """Whether a cell is open."""
        return self.state() is QAbstractItemView.State.EditingState

    def show_rows(
        self, columns: Sequence[GridColumn], rows: Sequence[GridRow], mark: tuple[RowKey, str] | None
    ) -> None:
        """Show other rows with the mark where it should be, or at the first when that row is not shown."""
        self._quiet = True
        if self.grid.show(columns, rows):
            self._widen()
        self._quiet = False
        self.put_mark(mark)

    def fit(self, columns: Sequence[GridColumn], rows: Sequence[GridRow], file: str) -> None:
        """Make each column as wide as what the whole file has in it; done once for a file and its columns."""
        if (file, *columns) == self._fitted or not rows:
            return
        self._fitted = (file, *columns)
        t = self._theme
        body, icon = t.metrics(), t.px(_ICON + _GAP)
        self._widths = []
        for at, column in enumerate(columns):
            cells = [row.cells[at] for row in rows if row.cells]
            longest = nlargest(_MEASURED, {cell.text for cell in cells}, key=len)
            text = max(map(body.horizontalAdvance, longest), default=0)
            room = text + (icon if any(cell.icon for cell in cells) else 0) + 2 * t.px(_PAD) + 2
            heading = t.metrics(Words.SECOND).horizontalAdvance(column.heading) + 2 * t.px(10) + 2
            self._widths.append(max(heading, min(room, t.px(column.most))))

    def put_mark(self, mark: tuple[RowKey, str] | None) -> None:
        """Put the mark on a cell."""
        if not self.grid.rows or not self.grid.columns:
            return
        names = [column.field for column in self.grid.columns]
        at = self.grid.places.get(mark[0], 0) if mark is not None else 0
        column = names.index(mark[1]) if mark is not None and mark[1] in names else 0
        index = self.grid.index(at, column)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        else:
            self._on_current(index, index)
        # Those that follow are in sight, too.
        self.scrollTo(self.grid.index(min(at + _AHEAD, len(self.grid.rows) - 1), column))
        self.scrollTo(index)

    def open_cell(self, text: str) -> bool:
        """Type into the cell under the mark, beginning with a text; whether it can be."""
        index = self.currentIndex()
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.painter.begin_with = text
        self.edit(index)
        return True

    def close_cell(self) -> None:
        """Take what is typed in an open cell."""
        if self.editing:
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc leaves, digits choose, letters open the cell."""
        if self.editing:
            # A line that is typed in hands its Enter on; it closes the cell and is no choice.
            super().keyPressEvent(event)
            return
        key, text = Qt.Key(event.key()), event.text()
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and text and text.isprintable() and text != " ":
            if self.digits_choose and text in "123456789":
                self.digit.emit(int(text))
            else:
                self.edit_wanted.emit(text)
        else:
            super().keyPressEvent(event)

    def _dress_heads(self) -> None:
        t = self._theme
        rows = _RowNumbers(t, self.grid, self)
        self.setVerticalHeader(rows)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(max(t.px(sizes.ROW), t.line_height()))
        rows.setFixedWidth(t.metrics(Words.SECOND).horizontalAdvance("00,000") + t.px(_PAD))
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setFixedHeight(max(t.px(sizes.ROW_HEAD), t.line_height(Words.SECOND)))
        heads.setFont(t.font(Words.SECOND))

    def _widen(self) -> None:
        for at, width in enumerate(self._widths[: len(self.grid.columns)]):
            self.setColumnWidth(at, width)

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet and now.isValid():
            self.moved.emit(self.grid.rows[now.row()].key, self.grid.columns[now.column()].field)


class _RowNumbers(QHeaderView):
    """The file's own row numbers; of a person on hold in red with its icon."""

    def __init__(self, theme: Theme, grid: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme, self._grid = theme, grid
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  # Qt's own name
        """A number in its cell."""
        if logicalIndex >= len(self._grid.rows):
            return
        t, row = self._theme, self._grid.rows[logicalIndex]
        held = row.action == "hold"
        painter.save()
        painter.fillRect(rect, t.colour("soft"))
        _rule(painter, t, rect)
        painter.setFont(t.font(Words.SECOND))
        painter.setPen(t.colour("bad" if held else "ink2"))
        number = str(row.key[1]) if row.key[1] else ""
        painter.drawText(rect.adjusted(2, 0, -t.px(_PAD), 0), int(_RIGHT), number)
        if held:
            painter.fillRect(rect.left(), rect.top(), t.px(4), rect.height() - 1, t.colour("bad"))
        painter.restore()


class GridPainter(QStyledItemDelegate):
    """Paints cells; `finished` gives what was typed into one. `begin_with` is what the editor opens with."""

    finished = Signal(str)

    def __init__(self, theme: Theme, grid: GridModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._grid = theme, grid
        self.begin_with = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the whole of a cell."""
        t, cell = self._theme, self._grid.cell(index)
        width = t.metrics().horizontalAdvance(cell.text) + 2 * t.px(_PAD)
        return QSize(width + (t.px(_ICON + _GAP) if cell.icon else 0), t.line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        if index.row() >= len(self._grid.rows) or index.column() >= len(self._grid.columns):
            return
        t, row, cell = self._theme, self._grid.rows[index.row()], self._grid.cell(index)
        box: QRect = option.rect
        painter.save()
        if row.band:
            self._paint_band(painter, box, row.band)
        else:
            self._paint_cell(painter, box, cell, right=self._grid.columns[index.column()].right)
        view = self.parent()
        if isinstance(view, QTableView) and index == view.currentIndex():
            painter.setPen(QPen(t.colour(cell.tone or "pri"), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_band(self, painter: QPainter, box: QRect, words: str) -> None:
        """A part of the words that go across the row."""
        t, view = self._theme, self.parent()
        painter.fillRect(box, t.colour("soft"))
        thick = t.colours.line_px
        painter.fillRect(box.left(), box.bottom() - thick + 1, box.width(), thick, t.colour("line"))
        if not isinstance(view, QTableView):
            return
        painter.setClipRect(box)
        painter.setFont(t.font(Words.SECOND))
        painter.setPen(t.colour("ink2"))
        last = len(self._grid.columns) - 1
        wide = view.columnViewportPosition(last) + view.columnWidth(last) - view.columnViewportPosition(0)
        # The words stand still while the columns are moved sideways.
        inside = QRect(t.px(_PAD), box.top(), max(wide, view.viewport().width()), box.height())
        painter.drawText(inside, int(_LEFT), words)
        painter.setClipping(False)

    def _paint_cell(self, painter: QPainter, box: QRect, cell: GridCell, *, right: bool) -> None:
        t = self._theme
        painter.fillRect(box, t.colour(_FILLS.get(cell.tone, "panel")))
        _rule(painter, t, box)
        inside = box.adjusted(t.px(_PAD), 0, -t.px(_PAD), -1)
        if cell.icon:
            size = t.px(_ICON)
            painter.drawPixmap(
                inside.left(), inside.center().y() - size // 2 + 1, t.icon(cell.icon, cell.tone, _ICON)
            )
            inside.adjust(size + t.px(_GAP), 0, 0, 0)
        painter.setFont(t.font())
        painter.setPen(t.colour(cell.tone or "ink"))
        text = t.metrics().elidedText(cell.text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(_RIGHT if right else _LEFT), text)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type in."""
        edit = QLineEdit(parent)
        edit.setFont(self._theme.font())
        edit.setMaxLength(_MOST_TYPED)
        edit.setAccessibleName(self._grid.columns[index.column()].heading)
        return edit

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What stood there, all marked; or the letter that opened it."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(self.begin_with)
            if len(self.begin_with) > 1:
                editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """It was typed."""
        if isinstance(editor, QLineEdit):
            self.finished.emit(editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """As wide as the cell, wider where the cell is narrow."""
        box = QRect(option.rect)
        box.setWidth(max(box.width(), self._theme.px(170)))
        view = self.parent()
        if isinstance(view, QTableView) and box.right() > view.viewport().width():
            box.moveRight(view.viewport().width() - 1)
        editor.setGeometry(box)


_LEFT: Final = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
_RIGHT: Final = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value


def _rule(painter: QPainter, t: Theme, box: QRect) -> None:
    thick = t.colours.line_px
    painter.fillRect(box.left(), box.bottom() - thick + 1, box.width(), thick, t.colour("line"))
    painter.fillRect(box.right() - thick + 1, box.top(), thick, box.height(), t.colour("line"))
