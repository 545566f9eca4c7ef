"""The sizes of the window in pixels at 100 %: type by its use, and the measures between things."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple


class TypeSize(NamedTuple):
    """A size of type in px at 100 %, its weight, and whether the words are a figure (tabular anyway)."""

    px: float
    weight: int


class Words(Enum):
    """What words are for, and how large and heavy that is."""

    FIGURE = TypeSize(36, 700)
    BIG = TypeSize(25.5, 700)
    SUB = TypeSize(20, 700)
    PANEL = TypeSize(18, 700)
    UNIT = TypeSize(18, 400)
    STRONG = TypeSize(17, 500)
    BODY = TypeSize(17, 400)
    SECOND = TypeSize(16, 400)
    HINT = TypeSize(15, 400)
    MEMBER_FIGURE = TypeSize(48, 700)


FACTORS: Final = (100, 110, 120, 140, 160)
"""The sizes of text a person may choose, in percent."""

GRID_UP_TO: Final = 120
"""Above this percent, or narrower than `GRID_FROM` px, the pages take their compact form."""

SHORT_FROM: Final = 120
"""From this percent words in the grid's columns are the short ones."""

GRID_FROM: Final = 1180

STEP: Final = 4
GAP: Final = 14
PAGE_EDGE: Final = 22
PANEL_PAD: Final = 16
RADIUS_PANEL: Final = 8
RADIUS_BUTTON: Final = 7
RADIUS_FIELD: Final = 6
RADIUS_KEY: Final = 4
ROW: Final = 41
ROW_TWO_LINES: Final = 56
ROW_HEAD: Final = 39
ROW_TOTAL: Final = 42
TASK_ROW: Final = 68
BUTTON: Final = 42
BUTTON_IN_ROW: Final = 37
CHIP: Final = 31
RAIL: Final = 197
RAIL_COMPACT: Final = 150
RAIL_ITEM: Final = 49
PAGE_HEAD: Final = 66
STATUS_BAR: Final = 34
ICON: Final = 20
ICON_DECISION: Final = 34

LINE: Final = 1.65
"""A fixed height that holds one line of Thai is at least this many ems, and 8 px."""
