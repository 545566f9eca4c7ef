"""How a cell looks: text with its match shown, a state as icon and word, the chosen row with a bar at its left."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.chip import Mark
from wangfund.ui.widgets.match import match_span
from wangfund.ui.widgets.rows_model import Column, RowsModel

PAD: Final = 10
_BAR: Final = 4
_GAP: Final = 6
_CHIP_PAD: Final = 8
_FILL_BARS: Final = {"warn": "warn_mark", "bad": "bad"}


class RowPainter(QStyledItemDelegate):
    """Paints the cells of a RowsModel."""

    def __init__(self, theme: Theme, model: RowsModel[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for the whole of a cell."""
        t, column = self._theme, self._model.columns[index.column()]
        row = self._model.rows[index.row()]
        self._model.make_ready(index.row())
        mark = column.mark(row) if column.mark is not None else None
        if mark is not None:
            width = self._mark_width(mark)
        else:
            words = Words.STRONG if column.strong else Words.BODY
            width = t.metrics(words).horizontalAdvance(column.text(row))
            second = column.second(row) if column.second is not None else ""
            if second:
                width += t.metrics(Words.SECOND).horizontalAdvance(second) + t.px(_GAP)
            below = column.below(row) if column.below is not None else ""
            width = max(width, t.metrics(Words.SECOND).horizontalAdvance(below)) + self._icon_width(
                column, row
            )
        return QSize(width + (t.px(PAD) if mark is not None else 2 * t.px(PAD)), t.line_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        t, column = self._theme, self._model.columns[index.column()]
        self._model.make_ready(index.row())
        row = self._model.rows[index.row()]
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = self._model.columns[0]
        fill = first.fill(row) if first.fill is not None else ""
        if fill:
            painter.fillRect(box, t.colour(f"{fill}_soft"))
            if index.column() == 0:
                painter.fillRect(box.left(), box.top(), t.px(_BAR), box.height(), t.colour(_FILL_BARS[fill]))
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, t.colour("pri_soft"))
            if index.column() == 0:
                painter.fillRect(box.left(), box.top(), t.px(_BAR), box.height(), t.colour("pri"))
        thick = t.colours.line_px
        painter.fillRect(box.left(), box.bottom() - thick + 1, box.width(), thick, t.colour("line"))
        mark = column.mark(row) if column.mark is not None else None
        inside = box.adjusted(t.px(PAD), 0, 0 if mark is not None else -t.px(PAD), -thick)
        if mark is not None:
            self._paint_mark(painter, inside, mark)
        else:
            self._paint_words(painter, inside, column, row)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, column: Column[Any], row: Any) -> None:
        """The icon, the text, and what stands below it."""
        t = self._theme
        name = column.icon(row) if column.icon is not None else ""
        if name:
            size = t.px(sizes.ICON)
            # Before figures it has their tone; before words it is quiet.
            tone = column.tone(row) if column.right and column.tone is not None else "ink2"
            left = box.right() - self._wide(column, row) if column.right else box.left()
            painter.drawPixmap(left, box.center().y() - size // 2, t.icon(name, tone))
        box = box.adjusted(0 if column.right else self._icon_width(column, row), 0, 0, 0)
        below = column.below(row) if column.below is not None else ""
        if not below:
            self._paint_text(painter, box, column, row)
            return
        small, high = t.metrics(Words.SECOND), t.metrics(Words.BODY).height()
        top = box.center().y() - (high + small.height()) // 2 + 1
        self._paint_text(painter, QRect(box.left(), top, box.width(), high), column, row)
        painter.setFont(t.font(Words.SECOND))
        painter.setPen(t.colour("ink3" if column.tone is not None and column.tone(row) == "ink3" else "ink2"))
        line = QRect(box.left(), top + high, box.width(), small.height())
        shown = small.elidedText(below, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _wide(self, column: Column[Any], row: Any) -> int:
        """How far an icon stands from the right edge: before words that end there."""
        metrics = self._theme.metrics(Words.STRONG if column.strong else Words.BODY)
        return metrics.horizontalAdvance(column.text(row)) + self._icon_width(column, row)

    def _icon_width(self, column: Column[Any], row: Any) -> int:
        name = column.icon(row) if column.icon is not None else ""
        return self._theme.px(sizes.ICON) + self._theme.px(_GAP) if name else 0

    def _paint_text(self, painter: QPainter, box: QRect, column: Column[Any], row: Any) -> None:
        t = self._theme
        words = Words.STRONG if column.strong else Words.BODY
        metrics = t.metrics(words)
        text = metrics.elidedText(column.text(row), Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(t.font(words))
        painter.setPen(t.colour(column.tone(row) if column.tone is not None else "ink"))
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignVCenter)
        span = match_span(text, self._model.wanted_key) if column.searched else None
        if span is None:
            painter.drawText(box, flags, text)
            width = metrics.horizontalAdvance(text)
        else:
            width = self._paint_match(painter, box, text, span)
        second = column.second(row) if column.second is not None else ""
        rest = box.width() - width - t.px(_GAP)
        if second and rest > 0 and not column.right:
            small = t.metrics(Words.SECOND)
            painter.setFont(t.font(Words.SECOND))
            painter.setPen(t.colour("ink2"))
            after = box.adjusted(width + t.px(_GAP), 0, 0, 0)
            shown = small.elidedText(second, Qt.TextElideMode.ElideRight, rest)
            painter.drawText(after, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_match(self, painter: QPainter, box: QRect, text: str, span: tuple[int, int]) -> int:
        """The part that matches is heavy and underlined; gives the width of the whole."""
        t, x = self._theme, box.left()
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        for part, found in (
            (text[: span[0]], False),
            (text[span[0] : span[1]], True),
            (text[span[1] :], False),
        ):
            if not part:
                continue
            font = t.font(Words.BODY)
            if found:
                font.setBold(True)
            painter.setFont(font)
            width = painter.fontMetrics().horizontalAdvance(part)
            painter.drawText(QRect(x, box.top(), width + 2, box.height()), flags, part)
            if found:
                line = box.center().y() + t.px(12)
                painter.fillRect(QRect(x, line, width, 2), t.colour("warn_mark"))
            x += width
        return x - box.left()

    def _paint_mark(self, painter: QPainter, box: QRect, mark: Mark) -> None:
        t = self._theme
        height = min(box.height() - 4, max(t.px(sizes.CHIP), t.metrics(Words.SECOND).height() + 2))
        chip = QRect(box.left(), box.center().y() - height // 2 + 1, self._mark_width(mark), height)
        if mark.filled:
            soft = {"ok": "ok_soft", "warn": "warn_soft", "bad": "bad_soft", "pri": "pri_soft"}[mark.tone]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.colour(soft))
            painter.drawRoundedRect(QRectF(chip), t.px(sizes.RADIUS_FIELD), t.px(sizes.RADIUS_FIELD))
        size = t.px(18)
        x = chip.left() + t.px(_CHIP_PAD)
        painter.drawPixmap(x, chip.center().y() - size // 2 + 1, t.icon(mark.icon, mark.tone, 18))
        painter.setFont(t.font(Words.SECOND))
        painter.setPen(t.colour(mark.tone))
        words = QRect(x + size + t.px(_GAP), chip.top(), chip.width(), chip.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), mark.words)

    def _mark_width(self, mark: Mark) -> int:
        t = self._theme
        return (
            2 * t.px(_CHIP_PAD)
            + t.px(18)
            + t.px(_GAP)
            + t.metrics(Words.SECOND).horizontalAdvance(mark.words)
            + 2
        )
