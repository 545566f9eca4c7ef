"""A month of days to point at, in the Buddhist era."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QWidget

from wangfund.thai.dates import long_month
from wangfund.thai.period import Period
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme

_DAYS: Final = ("อา.", "จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส.")
_WEEKS: Final = 6
_FIRST: Final = Period(1850, 1)
_LAST: Final = Period(2200, 12)


def weeks_of(month: Period) -> tuple[tuple[date, ...], ...]:
    """Six weeks, Sunday first, that hold the whole month."""
    first = month.first_day
    start = first - timedelta(days=(first.weekday() + 1) % 7)
    return tuple(tuple(start + timedelta(days=7 * w + d) for d in range(7)) for w in range(_WEEKS))


class CalendarPopup(QFrame):
    """Arrows move by days and weeks, Page Up and Down by months, with Ctrl by years; Enter picks, Esc closes."""

    picked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        day: date,
        today: date,
        parent: QWidget | None = None,
        *,
        latest: date | None = None,
        earliest: date | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendar")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("ปฏิทิน")
        self._theme, self.day, self._today = theme, day, today
        self._latest, self._earliest = latest, earliest
        self._cell_width, self._cell_height = theme.px(44), theme.line_height(Words.SECOND) - 2
        self._head = theme.line_height(Words.STRONG) + theme.px(6)
        edge = 2 * theme.px(8)
        self.setFixedSize(7 * self._cell_width + edge, self._head + (_WEEKS + 1) * self._cell_height + edge)

    @property
    def month(self) -> Period:
        """The month shown."""
        return Period.of(self.day)

    def allowed(self, day: date) -> bool:
        """Whether a day may be picked."""
        return (self._latest is None or day <= self._latest) and (
            self._earliest is None or day >= self._earliest
        )

    def move_to(self, day: date) -> None:
        """Put the mark on a day."""
        if _FIRST <= Period.of(day) <= _LAST:
            self.day = day
            self.update()

    def turn(self, months: int) -> None:
        """Show another month, on the same day of it or its last."""
        month = self.month.plus(months)
        if _FIRST <= month <= _LAST:
            self.move_to(date(month.year, month.month, min(self.day.day, month.last_day.day)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, pick or close."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        key = Qt.Key(event.key())
        if key in steps:
            self.move_to(self.day + timedelta(days=steps[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            months = 12 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1
            self.turn(months if key is Qt.Key.Key_PageDown else -months)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pick(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the day pointed at, or turn the month by its arrows."""
        at = event.position().toPoint()
        if not self.rect().contains(at):
            self.close()
            return
        edge = self._theme.px(8)
        if at.y() < edge + self._head:
            side = self._cell_width
            self.turn(-1 if at.x() < edge + side else 1 if at.x() > self.width() - edge - side else 0)
            return
        column, row = (
            (at.x() - edge) // self._cell_width,
            (at.y() - edge - self._head) // self._cell_height - 1,
        )
        if 0 <= column < 7 and 0 <= row < _WEEKS:
            self._pick(weeks_of(self.month)[row][column])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the months."""
        self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Month, days of the week, days."""
        super().paintEvent(event)
        t, painter, edge = self._theme, QPainter(self), self._theme.px(8)
        centre = int(Qt.AlignmentFlag.AlignCenter)
        painter.setFont(t.font(Words.STRONG))
        painter.setPen(t.colour("ink"))
        painter.drawText(QRect(0, edge, self.width(), self._head), centre, long_month(self.month))
        icon = t.px(18)
        middle = edge + (self._head - icon) // 2
        painter.drawPixmap(edge + t.px(10), middle, t.icon("chevron-left", "ink2", 18))
        painter.drawPixmap(self.width() - edge - t.px(10) - icon, middle, t.icon("chevron-right", "ink2", 18))
        painter.setFont(t.font(Words.SECOND))
        for column, name in enumerate(_DAYS):
            painter.setPen(t.colour("ink2"))
            painter.drawText(self._cell(-1, column), centre, name)
        for row, week in enumerate(weeks_of(self.month)):
            for column, day in enumerate(week):
                self._paint_day(painter, self._cell(row, column), day)

    def _paint_day(self, painter: QPainter, box: QRect, day: date) -> None:
        t = self._theme
        inside = box.adjusted(2, 2, -2, -2)
        chosen = day == self.day
        if chosen:
            painter.fillRect(inside, t.colour("pri"))
        elif day == self._today:
            painter.setPen(t.colour("pri"))
            painter.drawRect(inside.adjusted(0, 0, -1, -1))
        here = Period.of(day) == self.month and self.allowed(day)
        painter.setPen(t.colour("on_pri" if chosen else "ink" if here else "ink3"))
        font = t.font(Words.SECOND)
        font.setStrikeOut(not self.allowed(day))
        painter.setFont(font)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(day.day))

    def _cell(self, row: int, column: int) -> QRect:
        edge = self._theme.px(8)
        y = edge + self._head + (row + 1) * self._cell_height
        return QRect(edge + column * self._cell_width, y, self._cell_width, self._cell_height)

    def _pick(self, day: date) -> None:
        if self.allowed(day):
            self.picked.emit(day)
            self.close()
