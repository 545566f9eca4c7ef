"""Every version of the by-law with the text the committee adopted, and which of them speaks today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.rulebook.model import Rulebook
from wangfund.store.books import Books
from wangfund.store.periods import open_periods
from wangfund.store.rulebooks import rulebook_rows
from wangfund.usecases.rules_in_force import parsed


@dataclass(frozen=True, slots=True)
class RulebookVersion:
    """A version: its id in the file, what it says, the text it was read from, whether it speaks for events of today."""

    id: int
    rules: Rulebook
    source: str
    in_force: bool


@dataclass(frozen=True, slots=True)
class RulebookVersions:
    """The versions by effective date, and the first day from which another one could take effect."""

    versions: tuple[RulebookVersion, ...]
    first_day: date


def rulebook_versions(books: Books) -> RulebookVersions:
    """All versions the fund adopted. Reads only.

    `first_day` is the first of next month; later where months up to it are closed or the newest version begins then.
    """
    today = books.clock.today()
    with books.read() as r:
        rows = rulebook_rows(r)
        opened = open_periods(r)
    spoken = [row.id for row in rows if row.effective_from <= today]
    now = spoken[-1] if spoken else None
    wanted = _month_after(today)
    if opened:
        wanted = max(wanted, opened[0].month.first_day)
    if rows:
        wanted = max(wanted, _month_after(rows[-1].effective_from))
    versions = tuple(
        RulebookVersion(row.id, parsed(row.source), row.source, in_force=row.id == now) for row in rows
    )
    return RulebookVersions(versions, wanted)


def _month_after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
