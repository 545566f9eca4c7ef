"""Where people sign: a dotted line with white above it, the name, and the post in grey."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.run import as_line, fit_line, line_width
from wangfund.documents.typeset.style import BODY

SIGNATURE_HEIGHT: Final = 24 * MM
_WHITE: Final = 11 * MM  # above the line, for the hand
_LONGEST: Final = 44 * MM
_SHORTEST: Final = 37 * MM


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: `name` empty when it is written by hand, between dotted brackets."""

    name: str
    post: str


def signatures_height(count: int, per_row: int = 3) -> float:
    """Height of `count` signatures in points."""
    return -(-count // per_row) * SIGNATURE_HEIGHT


def draw_signatures(
    paper: Paper,
    signatures: Sequence[Signature],
    per_row: int = 3,
    left: float | None = None,
    right: float | None = None,
) -> None:
    """Draw rows of equal columns between `left` and `right` at the cursor, and move under them.

    All signatures stay on one page: a page turned between two of them invites signing the wrong one.
    """
    if not signatures:
        return
    paper.need(signatures_height(len(signatures), per_row))
    x0 = paper.left if left is None else left
    x1 = paper.right if right is None else right
    columns = min(per_row, len(signatures))
    column = (x1 - x0) / columns
    for start in range(0, len(signatures), per_row):
        for place, signature in enumerate(signatures[start : start + per_row]):
            _draw_one(paper, signature, x0 + (place + 0.5) * column, column)
        paper.skip(SIGNATURE_HEIGHT)


def _draw_one(paper: Paper, signature: Signature, middle: float, column: float) -> None:
    half = min(_LONGEST, max(_SHORTEST, column - 8 * MM)) / 2
    line = paper.y - _WHITE
    name_at = line - 6.2 * MM
    paper.dotted(middle - half, middle + half, line)
    if signature.name:
        name = fit_line(as_line(f"({signature.name})", BODY), column - 2 * MM)
        paper.ink.line(middle - line_width(name) / 2, name_at, name)
    else:
        paper.text(middle - half + 2 * MM, name_at, "(", BODY, "right")
        paper.dotted(middle - half + 2.6 * MM, middle + half - 2.6 * MM, name_at - 1)
        paper.text(middle + half - 2 * MM, name_at, ")", BODY)
    post = fit_line(as_line(signature.post, BODY.grey), column - 2 * MM)
    paper.ink.line(middle - line_width(post) / 2, name_at - 6.2 * MM, post)
