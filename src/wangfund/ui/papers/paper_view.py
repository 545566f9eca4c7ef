"""A paper on the screen: white pages on grey, drawn only while they are seen, never a whole pack at once."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from wangfund.ui.papers.page_layout import FIT, ZOOMS, PageLayout, lay_out, next_zoom
from wangfund.ui.papers.pages import Pages
from wangfund.ui.theme.colours import Ground
from wangfund.ui.theme.theme import Theme

_GAP: Final = 14
_MOST_PIXELS: Final = 9_000_000
"""Of one page; a larger one is drawn coarser."""


class PaperView(QAbstractScrollArea):
    """Keys while it has the focus: + − zoom, 0 fills the width, PageUp and PageDown turn, Home and End, arrows.

    `turned` tells the page in front (from 1) and how many there are; 0 of 0 while there is no paper.
    """

    turned = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pages: Pages | None = None
        self._held: list[Pages] = []
        self._name = ""
        self._layout: PageLayout = lay_out((), 1, FIT, 0)
        self._pictures: dict[int, QImage] = {}
        self._told = (0, 0)
        self.zoom = FIT
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # One page a turn of the event loop: typing goes between them.
        self._draw_soon = QTimer(self, singleShot=True, interval=0)
        self._draw_soon.timeout.connect(self._draw_one)
        self.verticalScrollBar().valueChanged.connect(self._on_moved)
        self.horizontalScrollBar().valueChanged.connect(lambda _at: self.viewport().update())
        # The paper is let go of even when the view goes with its page, unasked.
        self.destroyed.connect(partial(_close, self._held))
        self._describe()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages) if self._pages is not None else 0

    @property
    def page(self) -> int:
        """The page in front, from 1; 0 without a paper."""
        if not self.count:
            return 0
        view = self.viewport().height()
        # The page that fills the upper half of the view.
        return self._layout.page_at(self.verticalScrollBar().value() + view // 2) + 1

    @property
    def held(self) -> int:
        """How many pages are kept as pictures now."""
        return len(self._pictures)

    @property
    def settled(self) -> bool:
        """Whether every page that is seen is drawn."""
        return not self._wanting()

    def show_pdf(self, pdf: bytes, name: str, *, keep_place: bool = False) -> None:
        """Show a paper from its first page; `keep_place` stays where the one before was being read."""
        place = self.verticalScrollBar().value() if keep_place else 0
        self._let_go()
        self._pages, self._name = Pages(pdf), name
        self._held.append(self._pages)
        self._lay_out()
        self.verticalScrollBar().setValue(place)
        self._tell()
        self.viewport().update()

    def clear(self) -> None:
        """Show no paper."""
        self._let_go()
        self._name = ""
        self._lay_out()
        self._tell()
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Another zoom; what was in the middle stays there."""
        zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        if zoom == self.zoom:
            return
        bar, half = self.verticalScrollBar(), self.viewport().height() / 2
        share = (bar.value() + half) / max(self._layout.height, 1)
        self.zoom = zoom
        self._lay_out()
        bar.setValue(round(share * self._layout.height - half))
        self.viewport().update()

    def zoom_by(self, by: int) -> None:
        """The next larger (1) or smaller (-1) zoom, or the width of the place (0)."""
        self.set_zoom(next_zoom(self.zoom, by) if by else FIT)

    def turn(self, by: int) -> None:
        """Go to a page before or after; a page higher than the view is first read to its end."""
        if not self.count:
            return
        bar, view = self.verticalScrollBar(), self.viewport().height()
        gap = self._theme.px(_GAP)
        at = self._layout.page_at(bar.value() + gap)
        box, step = self._layout.boxes[at], max(view - self._theme.px(40), 1)
        if by > 0:
            rest = box.end + gap - (bar.value() + view)
            last = at == self.count - 1
            bar.setValue(
                bar.value() + min(step, rest) if rest > gap or last else self._layout.boxes[at + 1].y - gap
            )
        elif bar.value() > box.y - gap:
            bar.setValue(max(bar.value() - step, box.y - gap))
        elif at:
            before = self._layout.boxes[at - 1]
            bar.setValue(max(before.y - gap, before.end + gap - view))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The view's own keys; Ctrl + and Ctrl − stay the size of the text."""
        key, plain = Qt.Key(event.key()), event.modifiers()
        if plain & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
            return
        bar = self.verticalScrollBar()
        acts = {
            Qt.Key.Key_Plus: lambda: self.zoom_by(1),
            Qt.Key.Key_Equal: lambda: self.zoom_by(1),
            Qt.Key.Key_Minus: lambda: self.zoom_by(-1),
            Qt.Key.Key_0: lambda: self.zoom_by(0),
            Qt.Key.Key_PageDown: lambda: self.turn(1),
            Qt.Key.Key_Space: lambda: self.turn(1),
            Qt.Key.Key_PageUp: lambda: self.turn(-1),
            Qt.Key.Key_Home: lambda: bar.setValue(0),
            Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
        }
        if key in acts:
            acts[key]()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls; with Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paper fills the new width; what was being read stays."""
        super().resizeEvent(event)
        share = self.verticalScrollBar().value() / max(self._layout.height, 1)
        self._lay_out()
        self.verticalScrollBar().setValue(round(share * self._layout.height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages that are seen; one not drawn yet is white paper until it is."""
        t, painter = self._theme, QPainter(self.viewport())
        # Grey, not white, in dark too: paper is paper.
        painter.fillRect(event.rect(), t.colour("ground" if t.ground is Ground.CONTRAST else "line"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for at in self._seen():
            box = self._on_screen(at)
            picture = self._pictures.get(at)
            if picture is None:
                painter.fillRect(box, Qt.GlobalColor.white)
            else:
                painter.drawImage(box, picture)
            painter.setPen(QPen(t.colour("field"), t.colours.line_px))
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(QPen(t.colour("pri"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        if self._wanting():
            self._draw_soon.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The edge tells who has the keys."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The edge tells who has the keys."""
        super().focusOutEvent(event)
        self.viewport().update()

    def let_go(self) -> None:
        """Let go of the paper's bytes; the view is not used any more."""
        self._let_go()

    def _seen(self) -> range:
        return self._layout.seen(self.verticalScrollBar().value(), self.viewport().height())

    def _on_screen(self, at: int) -> QRect:
        box = self._layout.boxes[at]
        x = box.x - self.horizontalScrollBar().value()
        return QRect(x, box.y - self.verticalScrollBar().value(), box.width, box.height)

    def _size_of(self, at: int) -> tuple[int, int]:
        """The pixels a page is drawn with: those of the screen, as sharp as it is."""
        box, ratio = self._layout.boxes[at], self.devicePixelRatioF()
        area = box.width * box.height * ratio * ratio
        ratio *= min(1.0, (_MOST_PIXELS / area) ** 0.5) if area else 1.0
        return max(1, round(box.width * ratio)), max(1, round(box.height * ratio))

    def _wanting(self) -> list[int]:
        """The seen pages that are not drawn, or drawn for another size."""
        wanting = []
        for at in self._seen():
            picture = self._pictures.get(at)
            if picture is None or (picture.width(), picture.height()) != self._size_of(at):
                wanting.append(at)
        return wanting

    def _draw_one(self) -> None:
        wanting = self._wanting()
        if not wanting or self._pages is None:
            return
        at, seen = wanting[0], self._seen()
        width, height = self._size_of(at)
        self._pictures[at] = self._pages.picture(at, width, height)
        for other in [n for n in self._pictures if not seen.start - 1 <= n <= seen.stop]:
            del self._pictures[other]
        # Painting asks for the next one.
        self.viewport().update()

    def _lay_out(self) -> None:
        view, gap = self.viewport().size(), self._theme.px(_GAP)
        sizes = self._pages.sizes if self._pages is not None else ()
        self._layout = lay_out(sizes, view.width(), self.zoom, gap)
        for bar, whole, part in (
            (self.verticalScrollBar(), self._layout.height if sizes else 0, view.height()),
            (self.horizontalScrollBar(), self._layout.width, view.width()),
        ):
            bar.setRange(0, max(0, whole - part))
            bar.setPageStep(part)
            bar.setSingleStep(self._theme.px(48))
        across = self.horizontalScrollBar()
        across.setValue(across.maximum() // 2)

    def _on_moved(self, _at: int) -> None:
        self._tell()
        self.viewport().update()

    def _tell(self) -> None:
        told = (self.page, self.count)
        if told != self._told:
            self._told = told
            self._describe()
            self.turned.emit(*told)

    def _describe(self) -> None:
        where = f"หน้า {self.page} จาก {self.count}" if self.count else "ยังไม่มีเอกสาร"
        self.setAccessibleName(f"เอกสาร {self._name} {where}" if self._name else where)

    def _let_go(self) -> None:
        self._draw_soon.stop()
        self._pictures.clear()
        self._pages = None
        _close(self._held)


def _close(held: list[Pages], _view: object = None) -> None:
    while held:
        held.pop().close()
