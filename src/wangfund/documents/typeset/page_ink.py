"""The ink of one page, gathered as PDF operators: shapes under rules, rules under text, text in one block."""

from collections.abc import Callable, Sequence
from functools import cache
from math import cos, radians, sin
from typing import Final, NamedTuple, TypeAlias

from wangfund.documents.typeset.fonts import Face
from wangfund.documents.typeset.run import Line
from wangfund.documents.typeset.style import INK

# What a font turns text into: (name of a subset in the file, its codes in hexadecimal).
Pieces: TypeAlias = Sequence[tuple[str, str]]
DOTTED: Final = (0.6, 1.2)
DASHED: Final = (3.0, 2.0)
# A circle's quarter as one Bézier curve.
_KAPPA: Final = 0.5522847498


class Pen(NamedTuple):
    """A line's weight in points, colour, and (on, off) lengths in points."""

    weight: float
    colour: str = INK
    dash: tuple[float, float] | None = None


class PageInk:
    """Collects what is drawn; x to the right and y upwards from the page's lower left corner, in points.

    Gathering rules by pen and text into one block was measured at three times the speed of drawing cell by cell.
    """

    def __init__(self, pieces_of: Callable[[Face, str], Pieces]) -> None:
        self._pieces_of = pieces_of
        self._shapes: list[str] = []
        self._rules: dict[Pen, list[str]] = {}
        self._words: list[str] = []
        self._stamps: list[str] = []
        self._at = (0, 0)  # origin of the last line of text, in hundredths of a point
        self._font: tuple[str, float] | None = None
        self._colour: str | None = None

    def operators(self) -> list[str]:
        """Everything drawn so far, in the order it is to be painted."""
        rules = [op for pen, lines in self._rules.items() for op in (*_pen(pen), *lines, "S")]
        words = ["BT", *self._words, "ET"] if self._words else []
        return ["q", *self._shapes, "Q", "q", *rules, "Q", *words, *self._stamps]

    def line(self, x: float, y: float, line: Line) -> None:
        """Text on the baseline `y`, its left edge at `x`."""
        if not line:
            return
        here = (round(x * 100), round(y * 100))
        self._words.append(f"{(here[0] - self._at[0]) / 100:g} {(here[1] - self._at[1]) / 100:g} Td")
        self._at = here
        for run in line:
            if run.style.colour != self._colour:
                self._colour = run.style.colour
                self._words.append(f"{_rgb(self._colour)} rg")
            for name, codes in self._pieces_of(run.style.face, run.text):
                if self._font != (name, run.style.size):
                    self._font = (name, run.style.size)
                    self._words.append(f"{name} {run.style.size:g} Tf")
                self._words.append(f"<{codes}> Tj")

    def stamp(self, x: float, y: float, degrees: float, line: Line, pen: Pen) -> None:
        """The outline of letters over everything else, its baseline turning up from `x`, `y`; what is under it shows."""
        turn = radians(degrees)
        matrix = f"{cos(turn):.5f} {sin(turn):.5f} {-sin(turn):.5f} {cos(turn):.5f} {_xy(x, y)} Tm"
        shown = [
            f"{name} {run.style.size:g} Tf <{codes}> Tj"
            for run in line
            for name, codes in self._pieces_of(run.style.face, run.text)
        ]
        self._stamps += ["q", *_pen(pen), "BT 1 Tr", matrix, *shown, "ET Q"]

    def rule(self, x0: float, y0: float, x1: float, y1: float, pen: Pen) -> None:
        self._rules.setdefault(pen, []).append(f"{_xy(x0, y0)} m {_xy(x1, y1)} l")

    def box(self, x: float, y: float, width: float, height: float, pen: Pen, radius: float = 0.0) -> None:
        """The outline of a box, its corners rounded by `radius`."""
        path = self._rules.setdefault(pen, [])
        if not radius:
            path.append(f"{_xy(x, y)} {_xy(width, height)} re")
            return
        left, right, low, high, bend = x, x + width, y, y + height, radius * (1 - _KAPPA)
        path.append(
            f"{_xy(left + radius, low)} m {_xy(right - radius, low)} l "
            f"{_xy(right - bend, low)} {_xy(right, low + bend)} {_xy(right, low + radius)} c "
            f"{_xy(right, high - radius)} l "
            f"{_xy(right, high - bend)} {_xy(right - bend, high)} {_xy(right - radius, high)} c "
            f"{_xy(left + radius, high)} l "
            f"{_xy(left + bend, high)} {_xy(left, high - bend)} {_xy(left, high - radius)} c "
            f"{_xy(left, low + radius)} l "
            f"{_xy(left, low + bend)} {_xy(left + bend, low)} {_xy(left + radius, low)} c h"
        )

    def fill_boxes(self, boxes: Sequence[tuple[float, float, float, float]], colour: str) -> None:
        """Filled boxes (x, y, width, height) of one colour, as one shape."""
        if boxes:
            parts = [f"{_xy(x, y)} {_xy(width, height)} re" for x, y, width, height in boxes]
            self._shapes += [f"{_rgb(colour)} rg", *parts, "f"]

    def circle(self, x: float, y: float, radius: float, pen: Pen) -> None:
        self.box(x - radius, y - radius, 2 * radius, 2 * radius, pen, radius)

    def fill_curve(
        self,
        start: tuple[float, float],
        curves: Sequence[tuple[float, float, float, float, float, float]],
        colour: str,
    ) -> None:
        """A filled shape of Bézier curves from `start`; each curve is two handles and an end."""
        path = [" ".join(_n(value) for value in curve) + " c" for curve in curves]
        self._shapes += [f"{_rgb(colour)} rg {_xy(*start)} m", *path, "h f"]


def _pen(pen: Pen) -> tuple[str, str]:
    dash = f"[{_xy(*pen.dash)}] 0 d" if pen.dash else "[] 0 d"
    return f"{_n(pen.weight)} w", f"{_rgb(pen.colour)} RG {dash}"


def _xy(x: float, y: float) -> str:
    return f"{_n(x)} {_n(y)}"


def _n(value: float) -> str:
    return f"{round(value, 2):g}"


@cache
def _rgb(colour: str) -> str:
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.4g}" for place in (1, 3, 5))
