"""Proving a fund file whole, and finding the month a printed fingerprint belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from wangfund.domain.fingerprint import fingerprint, same_fingerprint
from wangfund.store.books import Books
from wangfund.store.ledger import count_entries
from wangfund.store.periods import sealing_links
from wangfund.store.verify import Problem, verify
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class Verified:
    """What is wrong (nothing: whole), how many entries were checked, and the month of a fingerprint asked about."""

    problems: tuple[Problem, ...]
    entries: int
    fingerprint_period: Period | None


def verify_fund(books: Books, printed: str = "") -> Verified:
    """Recompute everything the file promises. Reads only."""
    with books.read() as r:
        problems = verify(r)
        if any(problem.code == "FILE_NOT_WHOLE" for problem in problems):
            return Verified(problems, 0, None)
        match = next(
            (m for m, link in sealing_links(r) if printed and same_fingerprint(printed, fingerprint(link))),
            None,
        )
        return Verified(problems, count_entries(r), match)
