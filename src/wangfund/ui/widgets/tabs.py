"""A few lists in one place, one shown: words in a row, the chosen one underlined in indigo."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.key_hint import key_hint


class _Tab(QPushButton):
    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        t = self._theme
        return QSize(t.metrics(Words.STRONG).horizontalAdvance(self.text()) + 2 * t.px(12), t.line_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter = self._theme, QPainter(self)
        chosen = self.isChecked()
        painter.setFont(t.font(Words.STRONG if chosen else Words.BODY))
        painter.setPen(t.colour("pri" if chosen or self.hasFocus() else "ink2"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if chosen:
            painter.fillRect(
                QRect(t.px(8), self.height() - 3, self.width() - 2 * t.px(8), 3), t.colour("pri")
            )
        if self.hasFocus():
            painter.drawRect(self.rect().adjusted(1, 1, -2, -4))


class Tabs(QFrame):
    """`changed` gives the name of the list to show; `keys` are shown at the right, for going to the next one."""

    changed = Signal(str)

    def __init__(
        self, theme: Theme, names: dict[str, str], chosen: str, *, keys: tuple[str, ...] = ()
    ) -> None:
        super().__init__()
        self.setProperty("part", "tabs")
        self._theme = theme
        self._tabs: dict[str, _Tab] = {}
        self._has_keys = bool(keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(6), 0, theme.px(6), 0)
        row.setSpacing(0)
        for name, words in names.items():
            tab = _Tab(theme, words)
            tab.setChecked(name == chosen)
            tab.clicked.connect(lambda _checked, name=name: self.changed.emit(name))
            row.addWidget(tab)
            self._tabs[name] = tab
        row.addStretch()
        # Laid out by hand: the keys stand where there is room beside the words, and never ask for any.
        self._keys = QWidget(self)
        hints = QHBoxLayout(self._keys)
        hints.setContentsMargins(0, 0, 0, 0)
        hints.setSpacing(theme.px(4))
        for key in keys:
            hints.addWidget(key_hint(theme, key))
        self.chosen = chosen
        self.changed.connect(self._on_changed)

    def rename(self, name: str, words: str) -> None:
        """Other words for a list, such as with how many it holds."""
        self._tabs[name].setText(words)
        self._tabs[name].setAccessibleName(words)
        self._tabs[name].updateGeometry()
        self._place_keys()

    def offer(self, name: str, *, offered: bool) -> None:
        """Let a list be there or not."""
        self._tabs[name].setVisible(offered)
        self._place_keys()

    def choose(self, name: str) -> None:
        """Show another list as the chosen one; nothing is told."""
        self.chosen = name
        self._tabs[name].setChecked(True)

    def next(self) -> None:
        """The list after the one shown, the first after the last."""
        names = [name for name, tab in self._tabs.items() if not tab.isHidden() or name == self.chosen]
        following = names[(names.index(self.chosen) + 1) % len(names)]
        self._tabs[following].setChecked(True)
        self.changed.emit(following)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The keys stay at the right."""
        super().resizeEvent(event)
        self._place_keys()

    def _place_keys(self) -> None:
        size, pad = self._keys.sizeHint(), self._theme.px(10)
        words = sum(tab.sizeHint().width() for tab in self._tabs.values() if not tab.isHidden())
        self._keys.setVisible(self._has_keys and words + size.width() + 3 * pad <= self.width())
        self._keys.setGeometry(
            self.width() - size.width() - pad,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )

    def _on_changed(self, name: str) -> None:
        self.chosen = name
