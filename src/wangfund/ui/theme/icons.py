"""The icons: Lucide's lines, drawn in the colour and size asked for."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from wangfund.paths import bundled

_LINE: Final = 'stroke-width="1.8"'
MARK: Final = "wangfund"
"""The program's own mark; it keeps its colours."""


def icon(name: str, colour: str, px: int) -> QPixmap:
    """An icon `px` pixels square in a colour '#RRGGBB'."""
    screen = QGuiApplication.primaryScreen()
    return _drawn(name, colour, px, screen.devicePixelRatio() if screen is not None else 1.0)


@lru_cache(512)
def _drawn(name: str, colour: str, px: int, ratio: float) -> QPixmap:
    image = QPixmap(round(px * ratio), round(px * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(_source(name, colour).encode())).render(painter, QRectF(0, 0, px, px))
    painter.end()
    return image


def _source(name: str, colour: str) -> str:
    text = bundled(f"resources/icons/{name}.svg").read_text(encoding="utf-8")
    return (
        text.replace("currentColor", colour).replace('stroke-width="2"', _LINE, 1) if name != MARK else text
    )
