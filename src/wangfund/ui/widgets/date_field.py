"""A field for a day in the Buddhist era, with a calendar to point at. Qt has no Buddhist calendar; the era is ours."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence, QShortcut

from wangfund.thai.dates import be_year
from wangfund.ui.keys import Key
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.calendar_popup import CalendarPopup
from wangfund.ui.widgets.typed import typed_date
from wangfund.ui.widgets.typed_field import TypedField


class DateField(TypedField):
    """Reads every style people write; below it stands the day in full. `Key.CALENDAR` or the icon opens the calendar."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        today: date,
        *,
        latest: date | None = None,
        earliest: date | None = None,
        required: bool = False,
    ) -> None:
        reading = partial(typed_date, latest=latest, earliest=earliest, required=required)
        super().__init__(theme, name, reading, hint="วว/ดด/ปปปป (พ.ศ.)")
        self._today, self._latest, self._earliest = today, latest, earliest
        self._popup: CalendarPopup | None = None
        act = QAction(QIcon(theme.icon("calendar-days", "ink2")), "เลือกวันจากปฏิทิน", self.edit)
        act.triggered.connect(self.open_calendar)
        self.edit.addAction(act, self.edit.ActionPosition.TrailingPosition)
        keys = QKeySequence(Key.CALENDAR.sequence)
        shortcut = QShortcut(keys, self.edit, context=Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.open_calendar)

    @property
    def day(self) -> date | None:
        """The day, None while there is none to be trusted."""
        value = self.typed.value
        return value if isinstance(value, date) else None

    def set_day(self, day: date | None) -> None:
        """Fill the field."""
        self.set_text("" if day is None else f"{day.day}/{day.month}/{be_year(day)}")

    def open_calendar(self) -> CalendarPopup:
        """Show the calendar under the field, on the day typed or on today."""
        popup = CalendarPopup(
            self.theme,
            self.day or self._today,
            self._today,
            self,
            latest=self._latest,
            earliest=self._earliest,
        )
        popup.picked.connect(self._pick)
        popup.move(self.edit.mapToGlobal(QPoint(0, self.edit.height() + 2)))
        popup.show()
        popup.setFocus()
        self._popup = popup
        return popup

    def _pick(self, day: date) -> None:
        self.set_day(day)
        self.edit.setFocus()
        self.changed.emit(self.typed)
