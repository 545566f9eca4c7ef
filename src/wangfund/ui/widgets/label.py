"""Words on the screen: a label of a use and a tone, one that wraps between Thai words, one that gives way with dots."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme

_BREAK: Final = "\u200b"
_NARROWEST: Final = 2
"""The narrowest line words are broken for, in heights of a line."""


def label(theme: Theme, text: str, words: Words = Words.BODY, tone: str = "ink") -> QLabel:
    """A label of one line."""
    made = QLabel(text)
    _dress(made, theme, words, tone)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made


def icon_label(theme: Theme, name: str, tone: str = "pri", px: float = 20) -> QLabel:
    """An icon; it always stands beside its word."""
    made = QLabel()
    made.setPixmap(theme.icon(name, tone, px))
    made.setFixedSize(theme.px(px), theme.px(px))
    return made


def set_tone(made: QLabel, tone: str) -> None:
    """Give a label another colour."""
    if made.property("tone") != tone:
        made.setProperty("tone", tone)
        made.style().unpolish(made)
        made.style().polish(made)


class WrapLabel(QLabel):
    """Words of any length, broken between Thai words.

    The breaks are put into what is shown only; `words` gives the text as it was told.
    """

    def __init__(self, theme: Theme, text: str = "", words: Words = Words.BODY, tone: str = "ink") -> None:
        super().__init__()
        self._told = ""
        self._broken = False
        self._longest_run: int | None = None
        self._narrowest = 0
        self._heights: dict[int, int] = {}
        _dress(self, theme, words, tone)
        self.setWordWrap(True)
        # Not Fixed: that would hold it to the height of a width of Qt's own choosing.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.tell(text)

    @property
    def words(self) -> str:
        """The text as it was told."""
        return self._told

    def tell(self, text: str) -> None:
        """Show a text."""
        self._told = text
        self._broken = False
        self._longest_run = None
        self._heights.clear()
        self.setText(text)
        if self.width() > 0 and self.isVisible():
            self._break_for(self.width())
        self._ask_anew()

    def heightForWidth(self, width: int) -> int:
        """The height the text needs at a width."""
        # Boxes inside boxes ask a thousand times while a page is laid out: measured 0.2 s of a page's change.
        # A box that is narrower than the label stands is only being weighed; should it come to that, it is resized.
        if self.isVisible() and width >= self.width():
            self._break_for(width)
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def minimumSizeHint(self) -> QSize:
        """A line of it; the width is whatever there is."""
        return QSize(0, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines may have to break where they did not."""
        super().resizeEvent(event)
        if self.isVisible() and self._break_for(self.width()):
            self._ask_anew()

    def showEvent(self, event: QShowEvent) -> None:
        """Now it needs to know where its lines break."""
        super().showEvent(event)
        if not self._broken:
            self._ask_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Another face has other widths."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._longest_run = None
            self._heights.clear()

    def _ask_anew(self) -> None:
        # Qt remembers the heights for a width of boxes inside boxes; each is told that its own has changed.
        self.updateGeometry()
        box = self.parentWidget()
        while box is not None and not box.isWindow():
            box.updateGeometry()
            box = box.parentWidget()

    def _break_for(self, width: int) -> bool:
        # A Thai line breaks best at its spaces. Finding words loads a dictionary of 60 MB: only a stretch without a
        # space that is wider than the line asks for it, once it is to be seen. A box that has not been laid out yet
        # asks for 10 px and the like; no line is ever that narrow.
        if self._broken:
            return False
        if self._longest_run is None:
            told = self.fontMetrics()
            self._longest_run = max((told.horizontalAdvance(run) for run in self._told.split()), default=0)
            self._narrowest = _NARROWEST * told.height()
        if self._narrowest <= width < self._longest_run:
            self._broken = True
            self._heights.clear()
            self.setText(breakable(self._told))
        return self._broken


class ElideLabel(QLabel):
    """One line that ends in dots when there is no room; the whole of it shows on pointing."""

    def __init__(self, theme: Theme, text: str = "", words: Words = Words.BODY, tone: str = "ink") -> None:
        super().__init__(text)
        _dress(self, theme, words, tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(self.fontMetrics().horizontalAdvance("กกก…"), self.sizeHint().height())

    @property
    def elided(self) -> bool:
        """Whether it gives way now."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, or as much of it as there is room for."""
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)


class PictureLabel(QLabel):
    """A picture that is drawn anew for the size it is given."""

    def show_picture(self, picture: QPixmap) -> None:
        """Show a picture."""
        self.setPixmap(picture)


def breakable(text: str) -> str:
    """A copy of a text for showing, with a chance to break between its Thai words."""
    from wangfund.thai.words import tokens

    return "\n".join(_BREAK.join(tokens(line)) if line else "" for line in text.split("\n"))


def _dress(made: QLabel, theme: Theme, words: Words, tone: str) -> None:
    made.setProperty("words", words.name)
    made.setProperty("tone", tone)
    made.setFont(theme.font(words))
    # What a member wrote is never read as markup.
    made.setTextFormat(Qt.TextFormat.PlainText)
