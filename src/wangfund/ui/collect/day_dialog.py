"""The day a village's money came in: today unless it is told otherwise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from wangfund.domain.errors import FundError
from wangfund.ui.collect.state import OpenSheet, check_day
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.frame.page import Page
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


def ask_day(page: Page, sheet: OpenSheet, changed: Callable[[], object]) -> None:
    """Ask over a page for the day of a sheet's money; a day that cannot be is said in the form."""
    view = sheet.entry.view
    dialog = DayDialog(page.theme, sheet.on, view.today, page)

    def ready(day: object) -> None:
        assert isinstance(day, date)
        try:
            sheet.on = check_day(day, view.first_open, view.today)
        except FundError as error:
            dialog.complain(error)
            return
        dialog.finish()
        changed()

    dialog.ready.connect(ready)
    dialog.open()
