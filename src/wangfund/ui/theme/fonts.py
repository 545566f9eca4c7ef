"""The bundled face of the screen, Noto Sans Thai Looped in three weights."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from wangfund.paths import bundled

_FOLDER: Final = "resources/fonts/ui"
_FILES: Final = (
    "NotoSansThaiLooped-Regular.ttf",
    "NotoSansThaiLooped-Medium.ttf",
    "NotoSansThaiLooped-Bold.ttf",
)


@lru_cache(1)
def family() -> str:
    """The name of the face; the first call gives the files to Qt. Needs a QGuiApplication."""
    names = [
        name
        for file in _FILES
        for name in QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(bundled(f"{_FOLDER}/{file}")))
        )
    ]
    return names[0]


def font(px: int, weight: int) -> QFont:
    """The face at a size in pixels; weight 400, 500 or 700."""
    made = QFont(family())
    made.setPixelSize(px)
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
