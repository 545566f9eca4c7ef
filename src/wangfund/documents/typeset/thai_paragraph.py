"""A paragraph of Thai, broken into lines once; it can be divided over pages without losing a letter."""

from dataclasses import dataclass, replace

from wangfund.documents.typeset.measures import LEADING
from wangfund.documents.typeset.run import Line, Text, as_line
from wangfund.documents.typeset.style import BODY, Style
from wangfund.documents.typeset.wrap import wrap

_LEAST_LINES = 2  # at the foot of a page and at the head of the next


@dataclass(frozen=True, slots=True)
class ThaiParagraph:
    """Finished lines; `line_height` and `size` in points.

    The lines are never broken again, so both halves of a division show exactly what the whole did. There is no
    markup: what a person typed is drawn as typed.
    """

    lines: tuple[Line, ...]
    line_height: float
    size: float

    @classmethod
    def of(cls, text: Text, width: float, style: Style = BODY, leading: float = LEADING) -> "ThaiParagraph":
        """Break `text` to `width` points. A line break in plain text starts a new line."""
        parts = text.splitlines() if isinstance(text, str) else [text]
        broken = [wrap(as_line(part, style), width) or [()] for part in parts]
        lines = tuple(line for part in broken for line in part)
        size = max((run.style.size for line in lines for run in line), default=style.size)
        return cls(lines, size * leading, size)

    @property
    def height(self) -> float:
        return len(self.lines) * self.line_height

    def split(
        self, room: float, *, whole_page: bool = False
    ) -> tuple["ThaiParagraph | None", "ThaiParagraph | None"]:
        """What fits into `room` points, and the rest; either may be None.

        No single line is left behind or sent ahead alone, unless on a `whole_page` there is no other way; then at
        least one line is placed, so that the end is always reached.
        """
        fitting = int(room / self.line_height + 1e-6)
        count = len(self.lines)
        if fitting >= count:
            return (self, None) if self.lines else (None, None)
        if count - fitting < _LEAST_LINES:
            fitting = count - _LEAST_LINES
        if fitting < _LEAST_LINES:
            fitting = max(1, int(room / self.line_height + 1e-6)) if whole_page else 0
        return (
            replace(self, lines=self.lines[:fitting]) if fitting else None,
            replace(self, lines=self.lines[fitting:]),
        )
