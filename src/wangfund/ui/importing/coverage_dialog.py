"""The question that a register cannot answer by its cells: through which month has everybody paid."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtWidgets import QWidget

from wangfund.thai.period import Period
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.importing.month_field import MonthField
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.label import WrapLabel

UNKNOWN: Final = "unknown"
PAID: Final = "paid"
_EARLIEST: Final = Period(1990, 1)
_AHEAD: Final = 24
_SAID: Final = {
    UNKNOWN: "จะไม่นับว่าค้างและไม่นับว่าชำระแล้ว จนกว่าจะรู้จากสมุดหรือนำเข้าตารางเงินสมทบ",
    PAID: "ทุกคนที่นำเข้าครั้งนี้ถือว่าชำระครบถึงเดือนนี้ เดือนถัดไปจึงเริ่มค้าง",
}


class Coverage(NamedTuple):
    """The answer; `month` None: nobody knows."""

    month: Period | None


class CoverageDialog(FormDialog):
    """`ready` gives a Coverage."""

    def __init__(
        self, theme: Theme, month: Period | None, usual: Period, parent: QWidget | None, *, paid: bool
    ) -> None:
        super().__init__(theme, "ทะเบียนนี้บอกว่าชำระถึงเดือนใด", "ต่อไป", parent, width=640)
        choices = ((UNKNOWN, "ยังไม่ทราบ"), (PAID, "ทุกคนชำระแล้วถึงเดือน"))
        self.choice = ChoiceField(theme, "ชำระถึง", choices, PAID if paid else UNKNOWN)
        self.month = MonthField(theme, month or usual, _EARLIEST, usual.plus(_AHEAD))
        self._said = WrapLabel(theme, "", Words.SECOND, "ink2")
        self.form.add("choice", "ชำระถึง", self.choice)
        self.form.add("month", "เดือน", self.month)
        self.form.add_note(self._said)
        self.choice.box.currentIndexChanged.connect(self._on_choice)
        self._on_choice()

    def command(self) -> Coverage:
        """The answer."""
        return Coverage(self.month.month if self.choice.value == PAID else None)

    def _on_choice(self, _at: int = 0) -> None:
        self.form.show_field("month", shown=self.choice.value == PAID)
        self._said.tell(_SAID[self.choice.value])
