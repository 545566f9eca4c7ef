"""A field in which one of a few is chosen; arrows move, a letter jumps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from wangfund.domain.errors import Finding
from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.finding_line import FindingLine


class _Box(QComboBox):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        icon = self._theme.icon("chevron-down", "ink2")
        size = self._theme.px(sizes.ICON)
        QPainter(self).drawPixmap(self.width() - size - self._theme.px(8), (self.height() - size) // 2, icon)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A page that scrolls under the hand must not change what was chosen.
        event.ignore()


class ChoiceField(QWidget):
    """`value` is the code of the words chosen, "" for none. `changed` tells it when a person chose."""

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[tuple[str, str]],
        value: str = "",
        *,
        required: bool = True,
    ) -> None:
        super().__init__()
        self._required = required
        self.box = _Box(theme)
        self.box.setAccessibleName(name)
        self.box.setFont(theme.font())
        self.box.setFixedHeight(max(theme.px(sizes.BUTTON), theme.line_height()))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(6)
        self.below = FindingLine(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(self.box)
        column.addWidget(self.below)
        self.setFocusProxy(self.box)
        self.set_choices(choices, value)
        self.box.activated.connect(self._on_chosen)
        self.box.currentIndexChanged.connect(lambda _at: self.below.show_fact(""))

    @property
    def value(self) -> str:
        """The code chosen."""
        found = self.box.currentData(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, str) else ""

    @property
    def text(self) -> str:
        """The code, as a draft keeps it."""
        return self.value

    def set_text(self, text: str) -> None:
        """Choose by code; one that is not offered changes nothing."""
        at = self.box.findData(text)
        if at >= 0:
            self.box.setCurrentIndex(at)

    def set_choices(self, choices: Sequence[tuple[str, str]], value: str = "") -> None:
        """Offer other choices, as (code, words)."""
        with QSignalBlocker(self.box):
            self.box.clear()
            for code, words in choices:
                self.box.addItem(words, code)
            self.box.setCurrentIndex(self.box.findData(value) if value else (0 if choices else -1))

    def check(self) -> bool:
        """Whether something is chosen, where something must be."""
        if self._required and not self.value:
            self.show_finding(Finding("CHOICE_MISSING", "choice"))
            return False
        return True

    def show_finding(self, finding: Finding) -> None:
        """Show what somebody else found about this field."""
        self.below.show_finding(finding)

    def _on_chosen(self) -> None:
        self.changed.emit(self.value)
