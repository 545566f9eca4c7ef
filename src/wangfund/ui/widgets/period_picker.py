"""A month of the books to choose: the one before, the one after, and its name between."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wangfund.thai.dates import long_month
from wangfund.thai.period import Period
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.icon_button import IconButton
from wangfund.ui.widgets.label import label


class PeriodPicker(QWidget):
    """Left and right arrows, or the buttons, go month by month between `first` and `last`."""

    changed = Signal(object)

    def __init__(self, theme: Theme, month: Period, first: Period, last: Period) -> None:
        super().__init__()
        self._first, self._last = first, last
        self.month = min(max(month, first), last)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("เดือน")
        self._before = IconButton(theme, "chevron-left", f"เดือนก่อน {Key.MONTH_BEFORE.shown}")
        self._after = IconButton(theme, "chevron-right", f"เดือนถัดไป {Key.MONTH_AFTER.shown}")
        self._name = label(theme, "", Words.STRONG)
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # The widest month's room, so that the arrows stand still under the hand.
        widest = max(
            theme.metrics(Words.STRONG).horizontalAdvance(long_month(Period(2026, m))) for m in range(1, 13)
        )
        self._name.setFixedWidth(widest + theme.px(16))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(sizes.STEP))
        for part in (self._before, self._name, self._after):
            row.addWidget(part)
        self._before.clicked.connect(lambda: self.step(-1))
        self._after.clicked.connect(lambda: self.step(1))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._show()

    def show_months(self, month: Period, first: Period, last: Period) -> None:
        """Show a month of others; nothing is told."""
        self._first, self._last = first, last
        self.month = min(max(month, first), last)
        self._show()

    def step(self, months: int) -> None:
        """Go some months on, no further than there are."""
        month = self.month.plus(months)
        if self._first <= month <= self._last:
            self.month = month
            self._show()
            self.changed.emit(month)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go month by month."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.step(-1 if key is Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        self._name.setText(long_month(self.month))
        for button, key, there, why in (
            (self._before, Key.MONTH_BEFORE, self.month > self._first, "ไม่มีเดือนก่อนหน้านี้ให้เลือก"),
            (self._after, Key.MONTH_AFTER, self.month < self._last, "ไม่มีเดือนหลังจากนี้ให้เลือก"),
        ):
            button.setEnabled(there)
            button.setToolTip(f"{key.value.does} {key.shown}" if there else why)
            button.setAccessibleDescription("" if there else why)
