"""No month is to be closed now: what comes next, and when."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from wangfund.thai.dates import long_month, weekday_date
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import WrapLabel, icon_label
from wangfund.ui.widgets.panel import Panel
from wangfund.usecases.months_to_close import MonthsToClose


class EmptyStep(Panel):
    """One sentence, and when the next month can be closed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        inside = QVBoxLayout()
        inside.setContentsMargins(theme.px(40), 0, theme.px(40), 0)
        inside.setSpacing(theme.px(8))
        centre = Qt.AlignmentFlag.AlignHCenter
        self._done, self._next = WrapLabel(theme, "", Words.SUB), WrapLabel(theme, "", Words.BODY, "ink2")
        inside.addStretch(2)
        inside.addWidget(icon_label(theme, "calendar-check-2", "ink3", sizes.ICON_DECISION), 0, centre)
        for said in (self._done, self._next):
            said.setAlignment(centre)
            inside.addWidget(said)
        inside.addStretch(3)
        self.column.addLayout(inside)

    def show_months(self, months: MonthsToClose | None) -> None:
        """Show what comes."""
        if months is None:
            return
        last = months.closed[0].month if months.closed else None
        self._done.tell(f"ปิดครบถึงเดือน{long_month(last)} แล้ว" if last is not None else "ยังไม่ถึงเวลาปิดงวดแรก")
        coming = next((month for month, _ in months.open_months), None)
        if coming is None:
            self._next.tell("")
            return
        self._next.tell(
            f"งวดถัดไป {long_month(coming)} ปิดเมื่อสิ้นเดือน วัน{weekday_date(coming.last_day)}\n"
            "ถ้าจะเริ่มตรวจก่อนสิ้นเดือน กด Enter"
        )

    def begin(self) -> bool:
        """There is nothing to work on."""
        return False
