"""What was made for an answer."""

from __future__ import annotations

from dataclasses import dataclass

from wangfund.ui.papers.made import MadePaper
from wangfund.ui.reports.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Choice:
    """One receipt or voucher to choose: its row, its number in short, and the line it is chosen by."""

    row_id: int
    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was made for an answer: the paper (None for what is only kept as a file) and the single ones in it.

    `wanted` is the answer with the newest receipt named where the newest was asked for.
    """

    wanted: Wanted
    paper: MadePaper | None
    choices: tuple[Choice, ...] = ()
