"""Where the money lay over the month: a card for each place, with what was brought forward, came in and went out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from wangfund.text.accounts import account_name
from wangfund.thai.money_text import format_baht, format_baht_or_dash
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import ElideLabel, label
from wangfund.ui.widgets.panel import split
from wangfund.usecases.entries_of_month import BookNames, PlaceMoney

_IN_A_ROW: Final = 3
_BAR: Final = 4


class PlaceCard(QFrame):
    """One place of `beside` in all; Enter or a click asks for its entries. Where there are many it says less."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, place: PlaceMoney, name: str, *, chosen: bool, beside: int = 1) -> None:
        super().__init__()
        self.account = place.account
        self._theme = theme
        self.setProperty("part", "row")
        self.setProperty("chosen", "true" if chosen else "false")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{name} คงเหลือ {format_baht(place.closing_satang)} บาท")
        column = QVBoxLayout(self)
        pad = theme.px(sizes.PANEL_PAD)
        column.setContentsMargins(pad, theme.px(6), pad, theme.px(6))
        column.setSpacing(0)
        column.addWidget(ElideLabel(theme, name, Words.SECOND, "ink2"))
        words = Words.BIG if beside < _IN_A_ROW else Words.SUB
        self.figure = label(theme, format_baht(place.closing_satang), words)
        column.addWidget(self.figure)
        lines = (
            ("ยกมา", format_baht(place.opening_satang)),
            ("รับ", format_baht_or_dash(place.received_satang)),
            ("จ่าย", format_baht_or_dash(-place.paid_satang)),
        )
        for name_of, figure in lines if beside <= _IN_A_ROW else ():
            told = label(theme, name_of, Words.SECOND, "ink2")
            column.addWidget(split(theme, told, label(theme, figure, Words.SECOND)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows its entries, arrows go to the next card."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.wanted.emit(self.account)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.focusNextPrevChild(key is Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show its entries."""
        self.wanted.emit(self.account)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar when it is chosen, an edge when it has the keys."""
        super().paintEvent(event)
        painter, t = QPainter(self), self._theme
        if self.property("chosen") == "true":
            painter.fillRect(0, 0, t.px(_BAR), self.height(), t.colour("pri"))
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(t.colour("pri"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class PlaceCards(QWidget):
    """`wanted` gives the account whose entries are asked for."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.cards: list[PlaceCard] = []
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_places(self, places: Sequence[PlaceMoney], names: BookNames, chosen: str) -> None:
        """Show the places of a month; the focus stays on the card that had it."""
        focused = next((card.account for card in self.cards if card.hasFocus()), "")
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside, self.cards = QWidget(), []
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for at, place in enumerate(places):
            name = account_name(place.account, names.accounts.get(place.account, ""))
            chosen_one = place.account == chosen
            card = PlaceCard(self._theme, place, name, chosen=chosen_one, beside=len(places))
            card.wanted.connect(self.wanted)
            grid.addWidget(card, at // _IN_A_ROW, 2 * (at % _IN_A_ROW))
            grid.setColumnStretch(2 * (at % _IN_A_ROW), 1)
            if at % _IN_A_ROW:
                line = QFrame()
                line.setProperty("part", "rule")
                line.setFixedWidth(self._theme.colours.line_px)
                grid.addWidget(line, at // _IN_A_ROW, 2 * (at % _IN_A_ROW) - 1)
            self.cards.append(card)
        self._column.addWidget(self._inside)
        for card in self.cards:
            if card.account == focused:
                card.setFocus()
