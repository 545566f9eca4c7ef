"""Figures: the one of the page in large, and a fact under its name at a counter's size."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wangfund.thai.money_text import format_baht
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import WrapLabel, label, set_tone


class MoneyFigure(QWidget):
    """An amount of money, large, with its unit."""

    def __init__(self, theme: Theme, satang: int = 0, words: Words = Words.FIGURE) -> None:
        super().__init__()
        self._figure = label(theme, "", words)
        unit = label(theme, "บาท", Words.UNIT, "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(5))
        row.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(unit, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        # Both stand on one line although their letters differ in size.
        unit.setContentsMargins(
            0, 0, 0, (theme.metrics(words).descent() - theme.metrics(Words.UNIT).descent())
        )
        self.show_satang(satang)

    def show_satang(self, satang: int) -> None:
        """Show an amount."""
        self._figure.setText(format_baht(satang))
        self.setAccessibleName(f"{format_baht(satang)} บาท")


class FigureCard(QWidget):
    """A fact: its name, the figure, and one quiet line that explains it."""

    def __init__(self, theme: Theme, name: str, words: Words = Words.BIG) -> None:
        super().__init__()
        self._name = label(theme, name, Words.SECOND, "ink2")
        self.figure: QLabel = label(theme, "", words)
        self._note = WrapLabel(theme, "", Words.SECOND, "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._name, self.figure, self._note):
            column.addWidget(part)

    def show_fact(self, name: str, figure: str, note: str = "", tone: str = "ink2") -> None:
        """Show a fact; `tone` colours the note."""
        self._name.setText(name)
        self.figure.setText(figure)
        set_tone(self._note, tone)
        self._note.tell(note)
