"""What the member may claim today: a row for each benefit, the most useful first. Arrows move when there are many."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from wangfund.ui.members.claimable_words import Claimables, ClaimLine
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import WrapLabel, icon_label, label, set_tone
from wangfund.ui.widgets.panel import rule

_LOW = 46
_LEAST_WORDS = 260


class ClaimableList(QScrollArea):
    """Rows are made once and told anew for each member, so that walking down the list stays quick."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        t, pad = theme, theme.px(sizes.PANEL_PAD)
        self._theme = theme
        self._rows: list[_Row] = []
        self.told = Claimables(())
        self.setAccessibleName("ขอรับอะไรได้วันนี้")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._over = WrapLabel(t, "", Words.BODY, "pri")
        self._year = label(t, "", Words.SECOND, "ink2")
        # A style sheet takes a label's own margins away.
        self._boxes = [QWidget(), QWidget()]
        for made, holder in zip((self._over, self._year), self._boxes, strict=True):
            box = QVBoxLayout(holder)
            box.setContentsMargins(pad + 2, t.px(4), pad, t.px(4))
            box.addWidget(made)
            self._column.addWidget(holder)
        self._column.addStretch()
        self.setWidget(inside)
        self.verticalScrollBar().setSingleStep(t.px(_LOW))

    def show_claimables(self, told: Claimables) -> None:
        """Show another member's."""
        self.told = told
        while len(self._rows) < len(told.lines):
            row = _Row(self._theme)
            self._rows.append(row)
            self._column.insertWidget(len(self._rows), row)
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(told.lines))
            if at < len(told.lines):
                row.tell(told.lines[at])
        for holder, words in zip(self._boxes, (told.over, told.year), strict=True):
            holder.setVisible(bool(words))
        set_tone(self._over, told.tone)
        self._over.tell(told.over)
        self._year.setText(told.year)
        self.verticalScrollBar().setValue(0)


class _Row(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        t, pad = theme, theme.px(sizes.PANEL_PAD)
        self._theme = theme
        self._icon: QLabel = icon_label(t, "circle-check", "ok")
        self._drawn = ("", "")
        self._name = WrapLabel(t, "", Words.STRONG)
        self._note = WrapLabel(t, "", Words.SECOND, "ink2")
        self._amount = label(t, "", Words.STRONG)
        for made in (self._name, self._note):
            # Qt asks for the height at the least width, too: at a hand's width it would ask for the word list, 60 MB.
            made.setMinimumWidth(t.px(_LEAST_WORDS))
        words = QVBoxLayout()
        words.setContentsMargins(0, t.px(1), 0, t.px(1))
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._note)
        row = QHBoxLayout()
        row.setContentsMargins(pad + 2, 0, pad, 0)
        row.setSpacing(t.px(12))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self._amount, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(rule(t))

    def tell(self, line: ClaimLine) -> None:
        """Another benefit."""
        if self._drawn != (line.icon, line.tone):
            self._drawn = (line.icon, line.tone)
            self._icon.setPixmap(self._theme.icon(line.icon, line.tone))
        self._name.tell(line.name)
        self._note.tell(line.note)
        self._amount.setText(line.amount)
        self.setAccessibleName(f"{line.name} {line.amount} {line.note}")
