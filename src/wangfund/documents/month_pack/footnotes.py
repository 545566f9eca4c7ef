"""The marks of the statement's footnotes, counted from one whichever of them are there."""

from typing import Final

from wangfund.domain.papers.month_pack import MonthPack

_MARKS: Final = "¹²³"


def setoff_mark(pack: MonthPack) -> str:
    """The mark at the contributions, "" in a month in which nothing was set off."""
    return _MARKS[0] if pack.setoff_month_satang else ""


def share_mark(pack: MonthPack) -> str:
    """The mark at the running costs."""
    return _MARKS[len(setoff_mark(pack))]


def promise_mark(pack: MonthPack) -> str:
    """The mark at what is promised."""
    return _MARKS[len(setoff_mark(pack)) + 1]
