"""The day a village's money came in: today unless it is told otherwise."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.date_field import DateField


class DayDialog(FormDialog):
    """Its command is the day; whether that month is open is looked at by whoever asks."""

    def __init__(self, theme: Theme, day: date, today: date, parent: QWidget | None) -> None:
        super().__init__(theme, "ผู้เก็บนำเงินมาส่งวันไหน", "ใช้วันที่นี้", parent)
        self.field = DateField(theme, "วันที่รับเงิน", today, latest=today, required=True)
        self.field.set_day(day)
        self.form.add("date", "วันที่รับเงิน", self.field)

    def command(self) -> date | None:
        """The day."""
        return self.field.day
