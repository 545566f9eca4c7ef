"""The head of a paper: the mark, whose it is, what it is, and of which time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wangfund.documents.typeset.mark import draw_mark
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import DRAFT, Paper
from wangfund.documents.typeset.page_ink import Pen
from wangfund.documents.typeset.qr import draw_qr
from wangfund.documents.typeset.run import Line, Run, Text, as_line, fit_line, line_size, line_width
from wangfund.documents.typeset.style import BODY, FORM_NAME, INK, NOTE, TITLE, Style

_LINE: Final = 1.42
_BASELINE: Final = 1.04
_GAP: Final = 5 * MM
_LEAST_SCALE: Final = 0.7  # a title is rather small than cut
_MOST_RIGHT: Final = 0.42  # of the paper's width, for the lines at the right edge


@dataclass(frozen=True, slots=True)
class Head:
    """Lines beside the mark, and lines (and a QR code) at the right edge.

    `title_line` is the line ร่าง stands beside on a draft: 'left' or 'right', and its place from 0.
    """

    left: tuple[Text, ...]
    right: tuple[Text, ...] = ()
    mark: float = 19 * MM
    qr: str | None = None
    title_line: tuple[str, int] = ("left", 0)


def report_head(fund: str, title: str, subtitle: Text) -> Head:
    """For papers of the meeting: fund, title, and period or occasion under each other."""
    return Head((Run(fund, BODY), Run(title, TITLE), subtitle), title_line=("left", 1))


def form_head(
    fund: str, place: str, title: str, number: Text, mark: float = 15 * MM, size: float = FORM_NAME.size
) -> Head:
    """For receipts and vouchers: fund and place at the left, name and number of the form at the right."""
    left = (Run(fund, BODY.bold.sized(13)), Run(place, NOTE))
    return Head(left, (Run(title, FORM_NAME.sized(size)), number), mark=mark, title_line=("right", 0))


def sheet_head(fund: str, title: str, right: tuple[Text, ...], qr: str | None = None) -> Head:
    """For collection sheets: the village as title, the month and collector at the right."""
    return Head((Run(fund, NOTE), Run(title, TITLE)), right, mark=15 * MM, qr=qr, title_line=("left", 1))


def draw_head(paper: Paper, head: Head) -> None:
    """Draw at the cursor and leave it under the head."""
    qr_width = head.mark + 4 * MM if head.qr else 0.0
    right_edge = paper.right - qr_width
    most_right = _MOST_RIGHT * paper.width
    right = [fit_line(as_line(text, BODY), most_right, _LEAST_SCALE) for text in head.right]
    right_width = max((line_width(line) for line in right), default=0.0)
    left_edge = paper.left + head.mark + _GAP
    left_width = right_edge - right_width - left_edge - (_GAP if right else 0.0)
    left = [
        fit_line(as_line(text, BODY), _title_room(paper, head, place, left_width), _LEAST_SCALE)
        for place, text in enumerate(head.left)
    ]

    height = max(head.mark, _height(left), _height(right))
    draw_mark(paper.ink, paper.left, paper.y - (height + head.mark) / 2, head.mark)
    if head.qr:
        draw_qr(paper.ink, paper.right - head.mark, paper.y - (height + head.mark) / 2, head.mark, head.qr)
    _stack(paper, head, "left", left, left_edge, height)
    _stack(paper, head, "right", right, right_edge, height)
    paper.skip(height + 4 * MM)


def _title_room(paper: Paper, head: Head, place: int, width: float) -> float:
    return width - 18 * MM if paper.draft and head.title_line == ("left", place) else width


def _height(lines: Sequence[Line]) -> float:
    return sum(line_size(line, BODY.size) * _LINE for line in lines)


def _stack(paper: Paper, head: Head, side: str, lines: Sequence[Line], edge: float, height: float) -> None:
    top = paper.y - (height - _height(lines)) / 2
    for place, line in enumerate(lines):
        size = line_size(line, BODY.size)
        baseline = top - size * _BASELINE
        start = edge if side == "left" else edge - line_width(line)
        paper.ink.line(start, baseline, line)
        if paper.draft and head.title_line == (side, place):
            _draft_beside(paper, start, start + line_width(line), baseline, size, side)
        top -= size * _LINE


def _draft_beside(paper: Paper, start: float, end: float, baseline: float, size: float, side: str) -> None:
    line = (Run(DRAFT, Style(TITLE.face, size * 0.8, INK)),)
    wide, pad, gap = line_width(line), 2 * MM, 3 * MM
    x = end + gap + pad if side == "left" else start - gap - pad - wide
    paper.ink.line(x, baseline, line)
    paper.ink.box(x - pad, baseline - size * 0.22, wide + 2 * pad, size * 1.2, Pen(0.9, INK), 1.2 * MM)
