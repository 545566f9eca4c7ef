"""A table over frozen rows: the columns say what is shown, how it sorts and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wangfund.ui.widgets.chip import Mark

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

AHEAD: Final = 32
"""Rows made ready together when one that is not ready is to be painted."""


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column of rows of T.

    `width` px at 100 %, 0 takes what is left. `text` is what is shown, copied and read aloud; `sort` what it sorts by
    (None: it does not). `right` for numbers. `second` stands smaller after the text; `tone` colours it; `mark` is
    shown in place of the text. `searched` shows where the match is. `below` stands smaller on a second line, which
    makes all rows of the list taller; `icon` names one that stands before the text ("" for none).
    `fill` in the first column names a tone that fills the whole row and marks its left ("" for none).
    """

    heading: str
    text: Callable[[T], str]
    width: int = 0
    sort: Callable[[T], Any] | None = None
    right: bool = False
    strong: bool = False
    second: Callable[[T], str] | None = None
    tone: Callable[[T], str] | None = None
    mark: Callable[[T], Mark | None] | None = None
    searched: bool = False
    below: Callable[[T], str] | None = None
    icon: Callable[[T], str] | None = None
    fill: Callable[[T], str] | None = None


class RowsModel(QAbstractTableModel, Generic[T]):
    """Rows never change in place: a new tuple is a new list. `prepare` is told which rows are about to be painted."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        parent: QObject | None = None,
        *,
        prepare: Callable[[Sequence[T]], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns: Final = tuple(columns)
        self._rows: Sequence[T] = ()
        self._told: Sequence[T] = ()
        self._prepare = prepare
        self._ready: set[int] = set()
        self._sorted: tuple[int, bool] | None = None
        self.wanted_key = ""

    @property
    def rows(self) -> Sequence[T]:
        """The rows as they stand in the list."""
        return self._rows

    @property
    def sorted_by(self) -> tuple[int, bool] | None:
        """The column a person sorted by and whether downwards; None: the order in which the rows came."""
        return self._sorted

    def set_rows(self, rows: Sequence[T], *, wanted_key: str = "") -> None:
        """Show other rows; a person's sorting stays."""
        self.beginResetModel()
        self._told = rows
        self.wanted_key = wanted_key
        self._arrange()
        self.endResetModel()

    def sort_by(self, column: int) -> None:
        """Sort by a column, then downwards, then as the rows came."""
        if self.columns[column].sort is None:
            return
        steps = {None: (column, False), (column, False): (column, True), (column, True): None}
        self.beginResetModel()
        self._sorted = steps.get(self._sorted, (column, False))
        self._arrange()
        self.endResetModel()

    def refresh(self) -> None:
        """What the rows say about themselves has changed; they are the same rows."""
        self._ready.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def make_ready(self, row: int) -> None:
        """See that a row and those after it have what painting needs."""
        if self._prepare is not None and row not in self._ready:
            last = min(row + AHEAD, len(self._rows))
            self._ready.update(range(row, last))
            self._prepare(self._rows[row:last])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, for Qt, for copying and for reading aloud; painting asks the columns."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            self.make_ready(index.row())
            return self.columns[index.column()].text(self._rows[index.row()])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The heading of a column, over its numbers when it holds numbers."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _arrange(self) -> None:
        self._ready.clear()
        if self._sorted is None:
            self._rows = self._told
            return
        column, down = self._sorted
        key = self.columns[column].sort
        assert key is not None
        self._rows = sorted(self._told, key=key, reverse=down)
