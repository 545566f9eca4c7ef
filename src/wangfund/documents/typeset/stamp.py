"""A word stamped across a paper that no longer counts; what stands under it stays readable."""

from math import cos, radians, sin
from typing import Final

from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.page_ink import Pen
from wangfund.documents.typeset.run import Run, line_width
from wangfund.documents.typeset.style import INK2, TITLE

_SIZE: Final = 54.0
_DEGREES: Final = 12.0
_PAD: Final = 10.0
_LETTERS: Final = Pen(1.3, INK2)
_FRAME: Final = Pen(2.0, INK2)


def draw_stamp(paper: Paper, middle_x: float, middle_y: float, word: str) -> None:
    """Draw the outline of `word` in a slanting frame, its middle at `middle_x`, `middle_y`."""
    line = (Run(word, TITLE.sized(_SIZE)),)
    turn = radians(_DEGREES)
    half, up, down = line_width(line) / 2, 1.06 * _SIZE, 0.42 * _SIZE
    rise = (up - down) / 2  # from the baseline to the middle of the frame

    def at(across: float, above: float) -> tuple[float, float]:
        above -= rise
        return (
            middle_x + across * cos(turn) - above * sin(turn),
            middle_y + across * sin(turn) + above * cos(turn),
        )

    paper.ink.stamp(*at(-half, 0), _DEGREES, line, _LETTERS)
    left, right = -half - _PAD, half + _PAD
    corners = [at(left, -down), at(right, -down), at(right, up), at(left, up)]
    for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
        paper.ink.rule(*start, *end, _FRAME)
