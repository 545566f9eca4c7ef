"""The colours of the window, by what they are for; three grounds: light, dark and high contrast."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Ground(StrEnum):
    """Which of the three sets of colours is in use."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as '#RRGGBB'. `pri` is indigo, `ok` leaf green, `warn` turmeric, `bad` lac red; `*soft` are fills.

    `line` separates, `field` is the edge of what can be typed in or pressed. `line_px` is 2 in high contrast.
    """

    ground: str
    panel: str
    soft: str
    line: str
    field: str
    ink: str
    ink2: str
    ink3: str
    pri: str
    on_pri: str
    pri_soft: str
    pri_line: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    warn_mark: str
    bad: str
    bad_soft: str
    rail: str
    rail_text: str
    rail_chosen: str
    rail_chosen_text: str
    rail_mark: str
    bar_in: str
    bar_out: str
    line_px: int = 1


LIGHT: Final = Palette(
    ground="#F3F4F1",
    panel="#FFFFFF",
    soft="#F8F8F5",
    line="#DBDCD6",
    field="#858C94",
    ink="#1A2330",
    ink2="#46515E",
    ink3="#5F6A76",
    pri="#23477B",
    on_pri="#FFFFFF",
    pri_soft="#E7EDF6",
    pri_line="#B9C9E0",
    ok="#256238",
    ok_soft="#E6F1E8",
    warn="#7F4C00",
    warn_soft="#FBF1DC",
    warn_mark="#B87708",
    bad="#9B2730",
    bad_soft="#FAE9E8",
    rail="#1B2D4D",
    rail_text="#D9E2F0",
    rail_chosen="#2C4672",
    rail_chosen_text="#FFFFFF",
    rail_mark="#F0B440",
    bar_in="#2F5C9E",
    bar_out="#B87708",
)

DARK: Final = Palette(
    ground="#13181E",
    panel="#1B222A",
    soft="#202831",
    line="#34404C",
    field="#7D8995",
    ink="#E9EDF0",
    ink2="#B9C3CC",
    ink3="#9DA9B4",
    pri="#9CBCEC",
    on_pri="#0E1A2C",
    pri_soft="#22324A",
    pri_line="#3C5478",
    ok="#8CCB9E",
    ok_soft="#1C3325",
    warn="#EBBB5C",
    warn_soft="#382C13",
    warn_mark="#E3A63A",
    bad="#F2A29B",
    bad_soft="#432220",
    rail="#0E1318",
    rail_text="#B9C3CC",
    rail_chosen="#22324A",
    rail_chosen_text="#FFFFFF",
    rail_mark="#F0B440",
    bar_in="#7FA6DE",
    bar_out="#E3A63A",
)

CONTRAST: Final = Palette(
    ground="#FFFFFF",
    panel="#FFFFFF",
    soft="#FFFFFF",
    line="#000000",
    field="#000000",
    ink="#000000",
    ink2="#000000",
    ink3="#1F1F1F",
    pri="#00237A",
    on_pri="#FFFFFF",
    pri_soft="#FFF2A8",
    pri_line="#000000",
    ok="#004D1A",
    ok_soft="#FFFFFF",
    warn="#5C3300",
    warn_soft="#FFFFFF",
    warn_mark="#5C3300",
    bad="#8A0010",
    bad_soft="#FFFFFF",
    rail="#000000",
    rail_text="#FFFFFF",
    rail_chosen="#FFFFFF",
    rail_chosen_text="#000000",
    rail_mark="#FFD400",
    bar_in="#00237A",
    bar_out="#5C3300",
    line_px=2,
)

PALETTES: Final = {Ground.LIGHT: LIGHT, Ground.DARK: DARK, Ground.CONTRAST: CONTRAST}
