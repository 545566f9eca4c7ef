"""Why an action is grey: a lock and the reason in one line beneath it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import WrapLabel, icon_label


class WhyGrey(QWidget):
    """Stands under a button; with a reason the button is grey, without one it can be pressed."""

    def __init__(self, theme: Theme, button: QPushButton) -> None:
        super().__init__()
        self._button = button
        self._words = WrapLabel(theme, "", Words.SECOND, "ink3")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(icon_label(theme, "lock", "ink3", 16))
        row.addWidget(self._words, 1)
        self.because("")

    def because(self, reason: str) -> None:
        """Say why, or "" when nothing is in the way."""
        self._button.setEnabled(not reason)
        self._button.setAccessibleDescription(reason)
        self._words.tell(reason)
        self.setVisible(bool(reason))
