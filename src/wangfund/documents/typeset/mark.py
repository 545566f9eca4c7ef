"""The mark of the program on paper: a plant in a circle, drawn with curves."""

from math import cos, radians, sin
from typing import Final

from wangfund.documents.typeset.page_ink import PageInk, Pen
from wangfund.documents.typeset.style import INDIGO

# In radii of the circle, from its middle: foot of the leaf, its direction in degrees from upright, its length.
_LEAVES: Final = (
    (0.0, 0.27, 0.0, 0.47),
    (-0.13, 0.06, 34.0, 0.44),
    (0.13, 0.06, -34.0, 0.44),
    (-0.17, -0.29, 38.0, 0.44),
    (0.17, -0.29, -38.0, 0.44),
)
_FATNESS: Final = 0.36  # of a leaf's length, handle to handle


def draw_mark(ink: PageInk, x: float, y: float, size: float, colour: str = INDIGO) -> None:
    """Draw it `size` points wide, its lower left corner at `x`, `y`."""
    radius = size / 2
    middle = (x + radius, y + radius)
    ring = radius * 0.07
    ink.circle(*middle, radius - ring / 2, Pen(ring, colour))
    ink.fill_boxes(
        [(middle[0] - radius * 0.043, middle[1] - radius * 0.72, radius * 0.086, radius * 1.05)], colour
    )
    for foot_x, foot_y, turn, length in _LEAVES:
        _leaf(
            ink,
            (middle[0] + foot_x * radius, middle[1] + foot_y * radius),
            radians(turn),
            length * radius,
            colour,
        )


def _leaf(ink: PageInk, foot: tuple[float, float], turn: float, length: float, colour: str) -> None:
    """A leaf growing from `foot`, `turn` radians to the left of upright."""

    def at(across: float, along: float) -> tuple[float, float]:
        side, up = across * length, along * length
        return foot[0] + side * cos(turn) - up * sin(turn), foot[1] + side * sin(turn) + up * cos(turn)

    left = (*at(-_FATNESS, 0.12), *at(-_FATNESS, 0.80), *at(0.0, 1.0))
    right = (*at(_FATNESS, 0.80), *at(_FATNESS, 0.12), *at(0.0, 0.0))
    ink.fill_curve(foot, [left, right], colour)
