"""Reading every visible word of a window and finding those that are cut off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtWidgets import QHeaderView, QLabel, QLineEdit, QPushButton, QStyleOptionViewItem, QWidget

from wangfund.ui.theme.sizes import Words
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import ElideLabel
from wangfund.ui.widgets.rows_table import RowsTable


def clipped(window: QWidget) -> list[str]:
    """Every visible label, button, field, heading and cell whose words do not fit where they stand."""
    return [
        *_labels(window),
        *_buttons(window),
        *(found for table in window.findChildren(RowsTable) if table.isVisible() for found in _cells(table)),
        *_fields(window),
    ]


def words_shown(window: QWidget) -> int:
    """How many labels, buttons and cells were read, so that a test knows it read some."""
    cells = sum(
        len(list(_visible_cells(table))) for table in window.findChildren(RowsTable) if table.isVisible()
    )
    labels = [w for w in window.findChildren(QLabel) if w.isVisible() and w.text()]
    buttons = [w for w in window.findChildren(QPushButton) if w.isVisible() and w.text()]
    return len(labels) + len(buttons) + cells


def _labels(window: QWidget) -> Iterator[str]:
    for label in window.findChildren(QLabel):
        text = label.text().replace("\u200b", "")
        if not label.isVisible() or not text:
            continue
        room, metrics = label.contentsRect(), label.fontMetrics()
        if label.wordWrap():
            if label.heightForWidth(label.width()) > label.height() + 1:
                yield f"label too low: {text}"
            continue
        if isinstance(label, ElideLabel) and label.elided:
            yield f"label with dots: {text}"
        elif not isinstance(label, ElideLabel) and metrics.horizontalAdvance(text) > room.width() + 1:
            yield f"label too narrow: {text}"
        if room.height() + 1 < metrics.height():
            yield f"label too low: {text} ({room.height()} < {metrics.height()})"
        if _covered(label, window):
            yield f"label outside: {text}"


def _covered(widget: QWidget, window: QWidget) -> bool:
    """Whether a part of a widget lies outside the window itself; what scrolls is let be."""
    corner = widget.mapTo(window, QPoint(0, 0))
    return corner.x() < 0 or corner.x() + widget.width() > window.width() + 1


def _buttons(window: QWidget) -> Iterator[str]:
    for button in window.findChildren(QPushButton):
        if not button.isVisible() or not button.text():
            continue
        if isinstance(button, ActionButton):
            need = button.sizeHint()
            if button.width() < need.width() or button.height() < need.height():
                yield f"button: {button.text()}"
        elif button.fontMetrics().horizontalAdvance(button.text()) > button.width():
            yield f"button: {button.text()}"


def _fields(window: QWidget) -> Iterator[str]:
    for field in window.findChildren(QLineEdit):
        if not field.isVisible():
            continue
        hint = field.placeholderText()
        if not field.text() and field.fontMetrics().horizontalAdvance(hint) > field.contentsRect().width():
            yield f"hint: {hint}"
        if field.height() + 1 < field.fontMetrics().height():
            yield f"field too low: {field.accessibleName()}"


def _cells(table: RowsTable[Any]) -> Iterator[str]:
    heads = table.horizontalHeader()
    model = table.model()
    if heads.isVisible():
        metrics = heads.fontMetrics()
        for column in range(model.columnCount()):
            text = str(model.headerData(column, heads.orientation()))
            room = heads.sectionSize(column) - 2 * _pad(table)
            if metrics.horizontalAdvance(text) > room + 1:
                yield f"heading: {text}"
    for index, box in _visible_cells(table):
        need = table.itemDelegate().sizeHint(QStyleOptionViewItem(), index)
        if need.width() > box.width() + 1 or need.height() > box.height() + 1:
            yield f"cell: {index.data()} ({need.width()} > {box.width()} or {need.height()} > {box.height()})"


def _visible_cells(table: RowsTable[Any]) -> Iterator[tuple[QModelIndex, QRect]]:
    model, view = table.model(), table.viewport().rect()
    for row in range(model.rowCount()):
        first = table.visualRect(model.index(row, 0))
        if first.top() > view.bottom():
            return
        if first.bottom() < view.top():
            continue
        for column in range(model.columnCount()):
            index = model.index(row, column)
            yield index, table.visualRect(index)


def _pad(table: RowsTable[Any]) -> int:
    assert isinstance(table.horizontalHeader(), QHeaderView)
    return round(12 * table.fontMetrics().height() / table.fontMetrics().height())


__all__ = ["Words", "clipped", "words_shown"]
