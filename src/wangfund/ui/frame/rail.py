"""The rail at the left: the fund, and the pages there are, each with its icon, its word and its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from wangfund.ui.theme import sizes
from wangfund.ui.theme.icons import MARK, icon
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import ElideLabel, icon_label, label


class RailItem(NamedTuple):
    """A page as the rail shows it."""

    name: str
    word: str
    icon: str
    number: int


class _Item(QPushButton):
    def __init__(self, theme: Theme, item: RailItem) -> None:
        super().__init__(item.word)
        self._theme, self.item = theme, item
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{item.word} Ctrl {item.number}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        t = self._theme
        if t.compact:
            return QSize(t.px(20), t.px(22) + t.metrics(Words.SECOND).height() + t.px(8))
        return QSize(t.px(120), max(t.px(sizes.RAIL_ITEM), t.line_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter = self._theme, QPainter(self)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.fillRect(self.rect(), t.colour("rail_chosen" if chosen else "rail"))
        if chosen:
            painter.fillRect(0, 0, t.px(4), self.height(), t.colour("rail_mark"))
        ink = "rail_chosen_text" if chosen else "rail_text"
        if self.hasFocus():
            painter.setPen(t.colour("rail_mark"))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.setPen(t.colour(ink))
        words = Words.STRONG if chosen else Words.BODY
        if t.compact:
            self._paint_compact(painter, ink, Words.SECOND)
            return
        size = t.px(sizes.ICON)
        painter.drawPixmap(t.px(21), (self.height() - size) // 2, t.icon(self.item.icon, ink))
        painter.setFont(t.font(words))
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(t.px(52), 0, self.width(), self.height()), flags, self.text())
        painter.setFont(t.font(Words.HINT))
        number = QRect(0, 0, self.width() - t.px(12), self.height())
        painter.drawText(number, flags | int(Qt.AlignmentFlag.AlignRight), str(self.item.number))

    def _paint_compact(self, painter: QPainter, ink: str, words: Words) -> None:
        t = self._theme
        size = t.px(18)
        painter.drawPixmap((self.width() - size) // 2, t.px(4), t.icon(self.item.icon, ink, 18))
        painter.setFont(t.font(Words.HINT))
        beside = QRect(0, t.px(2), self.width() - t.px(8), t.px(20))
        painter.drawText(
            beside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), str(self.item.number)
        )
        painter.setFont(t.font(words))
        below = QRect(0, t.px(22), self.width(), self.height() - t.px(22))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), self.text())


class Rail(QWidget):
    """`chosen` gives the name of the page asked for. What does not exist yet is not shown."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, fund: tuple[str, str], items: Sequence[RailItem]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._items: dict[str, _Item] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(6 if theme.compact else 14), 0, theme.px(8))
        column.setSpacing(0)
        if not theme.compact:
            column.addLayout(_fund_head(theme, fund))
            column.addSpacing(theme.px(10))
        for item in items:
            button = _Item(theme, item)
            button.clicked.connect(lambda _checked, name=item.name: self.chosen.emit(name))
            column.addWidget(button)
            self._items[item.name] = button
        column.addStretch()
        if not theme.compact:
            hint = label(theme, "Ctrl + เลข ไปหน้านั้น", Words.HINT, "rail_text")
            hint.setContentsMargins(theme.px(16), 0, 0, 0)
            column.addWidget(hint)
        self.setFixedWidth(self._width(theme, items))

    def show_chosen(self, name: str) -> None:
        """Mark the page that is in front."""
        self._items[name].setChecked(True)

    def _width(self, theme: Theme, items: Sequence[RailItem]) -> int:
        if not theme.compact:
            return theme.px(sizes.RAIL)
        # The widest word decides; at 100 % on a narrow window that is the 150 of the measures.
        widest = max((theme.metrics(Words.SECOND).horizontalAdvance(item.word) for item in items), default=0)
        return max(sizes.RAIL_COMPACT, widest + theme.px(16))


def _fund_head(theme: Theme, fund: tuple[str, str]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(theme.px(14), 0, theme.px(10), 0)
    row.setSpacing(theme.px(10))
    mark = icon_label(theme, "house", "rail_text", 38)
    mark.setPixmap(icon(MARK, "", theme.px(38)))
    row.addWidget(mark)
    names = QVBoxLayout()
    names.setSpacing(0)
    names.addWidget(
        ElideLabel(
            theme, fund[0], Words.STRONG, "rail_chosen_text" if theme.colours.line_px == 1 else "rail_text"
        )
    )
    names.addWidget(ElideLabel(theme, fund[1], Words.HINT, "rail_text"))
    row.addLayout(names, 1)
    return row
