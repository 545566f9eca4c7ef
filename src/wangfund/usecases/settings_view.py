"""Everything the page of settings shows, in one reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.profile import Profile
from wangfund.store.books import Books
from wangfund.store.ledger import entries_of_kind
from wangfund.store.periods import last_closed
from wangfund.store.profile import read_profile
from wangfund.store.settings import (
    BankRow,
    OfficerRow,
    VillageRow,
    bank_rows,
    has_numbered,
    officer_rows,
    village_rows,
)
from wangfund.thai.period import Period
from wangfund.usecases.info import last_fingerprint
from wangfund.usecases.rules_in_force import all_rulebooks

__all__ = ["BankRow", "OfficerRow", "SettingsView", "VillageRow", "settings_view"]


@dataclass(frozen=True, slots=True)
class SettingsView:
    """The fund's settings today.

    `numbered` holds the numbering fast, `opening` is why no balances can be brought forward ("" they can;
    OPENING_TWICE or OPENING_TOO_LATE), `pools` are those of the rules that were in force first. `rulebook` is the
    newest by-law's name, `rules_from` the first day of events it is for.
    """

    profile: Profile
    villages: tuple[VillageRow, ...]
    banks: tuple[BankRow, ...]
    officers: tuple[OfficerRow, ...]
    numbered: bool
    opening: str
    pools: tuple[str, ...]
    last_closed: Period | None
    fingerprint: str
    rulebook: str
    rules_from: date | None


def settings_view(books: Books) -> SettingsView:
    """The fund's settings as they stand. Reads only."""
    with books.read() as r:
        closed = last_closed(r)
        rulebooks = all_rulebooks(r)
        twice = "OPENING_TWICE" if entries_of_kind(r, "opening") else ""
        opening = "OPENING_TOO_LATE" if closed is not None else twice
        first = rulebooks[0].rules if rulebooks else None
        return SettingsView(
            read_profile(r, books.clock.today()),
            village_rows(r),
            bank_rows(r),
            officer_rows(r),
            has_numbered(r),
            opening,
            () if first is None else first.pools.names,
            None if closed is None else closed.month,
            last_fingerprint(r),
            "" if first is None else rulebooks[-1].rules.name,
            None if first is None else rulebooks[-1].rules.effective_from,
        )
