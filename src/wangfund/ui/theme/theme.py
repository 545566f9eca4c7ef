"""The look in use: a palette and a size of text. Frozen; another look is another theme and the window is built anew."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPixmap

from wangfund.ui.theme import sizes
from wangfund.ui.theme.colours import PALETTES, Ground, Palette
from wangfund.ui.theme.fonts import font
from wangfund.ui.theme.icons import icon
from wangfund.ui.theme.sizes import Words


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of a ground and sizes at `percent` of text; `compact` is the form for large text and narrow windows."""

    ground: Ground = Ground.LIGHT
    percent: int = 100
    compact: bool = False

    @property
    def colours(self) -> Palette:
        """The palette."""
        return PALETTES[self.ground]

    @property
    def roomy(self) -> bool:
        """Whether the grid's columns and the foot of the window have room for whole sentences."""
        return not self.compact and self.percent < sizes.SHORT_FROM

    def px(self, at_100: float) -> int:
        """A measure at 100 % as pixels now; never less than one for what is not nothing."""
        return max(1, round(at_100 * self.percent / 100)) if at_100 else 0

    def font(self, words: Words = Words.BODY) -> QFont:
        """The font of a use."""
        return font(self.px(words.value.px), words.value.weight)

    def metrics(self, words: Words = Words.BODY) -> QFontMetrics:
        """Its measures."""
        return QFontMetrics(self.font(words))

    def colour(self, tone: str) -> QColor:
        """A colour of the palette by its name."""
        return QColor(getattr(self.colours, tone))

    def icon(self, name: str, tone: str = "pri", at_100: float = sizes.ICON) -> QPixmap:
        """An icon in a colour of the palette."""
        return icon(name, getattr(self.colours, tone), self.px(at_100))

    def line_height(self, words: Words = Words.BODY) -> int:
        """A fixed height that holds one line of Thai."""
        return round(sizes.LINE * self.px(words.value.px)) + 8


def theme_for(ground: Ground, percent: int, width: int) -> Theme:
    """The theme for a window `width` pixels wide."""
    return Theme(ground, percent, compact=percent > sizes.GRID_UP_TO or width < sizes.GRID_FROM)
