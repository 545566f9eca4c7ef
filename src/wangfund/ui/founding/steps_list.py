"""Where one is among the steps of founding: done, doing, to do."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wangfund.ui.founding.state import STEPS
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import ElideLabel, icon_label, set_tone
from wangfund.ui.widgets.panel import Panel

_LOOKS = {"done": ("circle-check", "ok"), "doing": ("circle-dot", "pri"), "to do": ("circle-dashed", "ink3")}


class StepsList(Panel):
    """The steps one below the other, each with its icon and word."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._icons: list[QLabel] = []
        self._words: list[ElideLabel] = []
        inside = QVBoxLayout()
        pad = theme.px(16)
        inside.setContentsMargins(pad, pad, pad, pad)
        inside.setSpacing(theme.px(14))
        for at, (_, words) in enumerate(STEPS, 1):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(theme.px(10))
            icon = icon_label(theme, "circle-dashed", "ink3")
            said = ElideLabel(theme, f"{at}. {words}", Words.BODY, "ink2")
            line.addWidget(icon)
            line.addWidget(said, 1)
            inside.addWidget(row)
            self._icons.append(icon)
            self._words.append(said)
        inside.addStretch()
        self.column.addLayout(inside)

    def show_step(self, now: int) -> None:
        """Mark the step being done."""
        for at, (icon, words) in enumerate(zip(self._icons, self._words, strict=True)):
            look = "done" if at < now else "doing" if at == now else "to do"
            name, tone = _LOOKS[look]
            icon.setPixmap(self.theme.icon(name, tone))
            set_tone(words, "ink" if look == "doing" else "ink2")
            words.setFont(self.theme.font(Words.STRONG if look == "doing" else Words.BODY))
