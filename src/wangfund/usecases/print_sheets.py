"""That a village's collection sheet was printed: from then until its money comes back it is out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from wangfund.domain.papers.collection_sheet import CollectionSheet
from wangfund.store.books import Books
from wangfund.store.printings import insert_printings
from wangfund.thai.period import Period

SHEET: Final = "sheet"
_MOST_MOO: Final = 1000


def sheet_key(month: Period, moo: int) -> int:
    """A village's sheet of a month as one number: it has no row of its own before it comes back."""
    return month.code * _MOST_MOO + moo


def count_sheets(books: Books, sheets: Sequence[CollectionSheet], who: str = "") -> None:
    """Note that sheets were printed now. Writes.

    Raises:
        StoreError: the file may not be written.
    """
    with books.write("sheet.printed", who) as w:
        insert_printings(w, SHEET, [sheet_key(sheet.month, sheet.moo) for sheet in sheets])
        w.commit()
