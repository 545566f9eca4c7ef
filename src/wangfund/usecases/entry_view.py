"""An entry of the books with everything that hangs on it, and the last act of the day that can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta, timezone

from wangfund.domain.errors import NotFound, Values
from wangfund.domain.posting import Line, ReceiptLine
from wangfund.store.book_entries import (
    BookEntry,
    PaperNo,
    Signed,
    book_entry,
    count_of_round,
    newest_entries,
    signed,
)
from wangfund.store.books import Books, Reader
from wangfund.store.claims import ClaimRow, claim_by_id
from wangfund.store.ledger import entry_row
from wangfund.store.members import MemberRow, member_by_id
from wangfund.store.periods import last_closed, period_row
from wangfund.store.printings import times_printed
from wangfund.store.receipts import receipt_of_entry
from wangfund.store.rounds import RoundRow, rounds_by_id
from wangfund.thai.period import Period
from wangfund.usecases.entries_of_month import BookNames, book_names

__all__ = ["EntryView", "LastAct", "PaperNo", "entry_view", "last_act_today"]

_BANGKOK = timezone(timedelta(hours=7))
_LOOKED_AT = 400
"""Entries looked back through for one of today that still stands: more than a village's round."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry with its lines, papers and links. `member` None: it is nobody's own money.

    `why_stays` is the code and values of the reason why it cannot be taken back, ("", {}) when nothing is known
    against it; the verb looks at the rest. `printed` counts its papers' printings.
    """

    entry: BookEntry
    lines: tuple[Line, ...]
    receipt_lines: tuple[ReceiptLine, ...]
    signed: Signed | None
    member: MemberRow | None
    claim: ClaimRow | None
    round: RoundRow | None
    reversal: BookEntry | None
    original: BookEntry | None
    printed: int
    why_stays: tuple[str, Values]
    names: BookNames


@dataclass(frozen=True, slots=True)
class LastAct:
    """The newest entry posted today that stands, and how many entries its act posted together."""

    entry: BookEntry
    together: int


def entry_view(books: Books, entry_id: int) -> EntryView:
    """An entry, drawn from one moment of the file. Reads only.

    Raises:
        NotFound: ENTRY_UNKNOWN.
    """
    today = books.clock.today()
    with books.read() as r:
        entry, row = book_entry(r, entry_id), entry_row(r, entry_id)
        if entry is None or row is None:
            raise NotFound("ENTRY_UNKNOWN", {"entry": entry_id})
        receipt = receipt_of_entry(r, entry_id)
        rounds = rounds_by_id(r, {entry.round_id}) if entry.round_id is not None else ()
        return EntryView(
            entry,
            row.lines,
            receipt.lines if receipt is not None else (),
            signed(r, entry_id),
            member_by_id(r, entry.member_id) if entry.member_id is not None else None,
            claim_by_id(r, entry.claim_id) if entry.claim_id is not None else None,
            rounds[0] if rounds else None,
            book_entry(r, entry.reversed_by) if entry.reversed_by is not None else None,
            book_entry(r, entry.reverses_id) if entry.reverses_id is not None else None,
            _printed(r, entry),
            _why_stays(r, entry, Period.of(today)),
            book_names(r),
        )


def last_act_today(books: Books) -> LastAct | None:
    """The last act posted today that can be taken back, None when there is none. Reads only.

    Posted today is what the chain signed today, whatever day the entry is dated. A round posts many entries at once;
    `together` tells how many.
    """
    today = books.clock.today()
    with books.read() as r:
        for entry_id in newest_entries(r, _LOOKED_AT):
            told = signed(r, entry_id)
            if told is None or told.at.astimezone(_BANGKOK).date() != today:
                return None
            entry = book_entry(r, entry_id)
            if entry is not None and entry.kind != "reversal" and entry.reversed_by is None:
                together = count_of_round(r, entry.round_id) if entry.round_id is not None else 1
                return LastAct(entry, together)
    return None


def _printed(r: Reader, entry: BookEntry) -> int:
    papers = (("receipt", entry.receipt), ("voucher", entry.voucher))
    return sum(
        times_printed(r, kind, [paper.id]).get(paper.id, 0) for kind, paper in papers if paper is not None
    )


def _why_stays(r: Reader, entry: BookEntry, month: Period) -> tuple[str, Values]:
    """What `reverse_entry` would refuse whatever else holds."""
    if entry.kind == "reversal":
        return "REVERSAL_STAYS", {"entry": entry.id}
    if entry.reversed_by is not None:
        return "ALREADY_REVERSED", {"entry": entry.id, "by": entry.reversed_by}
    if entry.kind == "opening":
        return ("OPENING_TOO_LATE", {}) if last_closed(r) is not None else ("", {})
    row = period_row(r, month)
    if row is not None and row.state == "closed":
        return "PERIOD_CLOSED", {"period": month.iso, "first_open": month.plus(1).iso}
    return "", {}
