"""The whole ledger, for whoever wants to compute the fund's balances without this program."""

from __future__ import annotations

from dataclasses import dataclass

from wangfund.store.books import Books
from wangfund.store.ledger import EntryRow, all_entries
from wangfund.store.profile import bank_accounts


@dataclass(frozen=True, slots=True)
class LedgerRows:
    """Every posted entry by date and number, and the fund's own names of its bank accounts by code."""

    entries: tuple[EntryRow, ...]
    names: dict[str, str]


def ledger_rows(books: Books) -> LedgerRows:
    """All entries, drawn from one moment of the file. Reads only."""
    with books.read() as r:
        names = {account: name for _, name, account in bank_accounts(r)}
        return LedgerRows(tuple(all_entries(r)), names)
