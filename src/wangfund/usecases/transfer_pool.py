"""Giving part of a pool to another, by resolution."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain import accounts, ledger
from wangfund.domain.errors import Refused
from wangfund.domain.posting import Entry, Posting
from wangfund.store.books import Books
from wangfund.store.ledger import current_balances
from wangfund.usecases.desk import desk_on, positive
from wangfund.usecases.money_held import MoneyResult, require_pool
from wangfund.usecases.open_months import require_open


@dataclass(frozen=True, slots=True)
class TransferPool:
    """Part of a pool given to another, by resolution."""

    on: date
    amount_satang: int
    from_pool: str
    to_pool: str
    resolution: str


def transfer_pool(books: Books, command: TransferPool, who: str = "") -> MoneyResult:
    """Give part of a pool to another by resolution; no cash moves (9.11 rule 12). Writes.

    Raises:
        Refused: RESOLUTION_MISSING, POOL_UNKNOWN, SAME_PLACE, POOL_EMPTY, and date and amount refusals.
    """
    positive(command.amount_satang)
    if not command.resolution.strip():
        raise Refused("RESOLUTION_MISSING", {"act": "pool_transfer"})
    with books.write("pool.transferred", who) as w:
        require_open(w, command.on, books.clock.today())
        desk = desk_on(w, command.on)
        for pool in (command.from_pool, command.to_pool):
            if pool not in desk.rulebook.rules.pools.names:
                raise Refused("POOL_UNKNOWN", {"pool": pool})
        if command.from_pool == command.to_pool:
            raise Refused("SAME_PLACE", {"place": command.to_pool})
        require_pool(current_balances(w), command.from_pool, command.amount_satang)
        lines = ledger.pool_transfer(
            accounts.MEMBER_CONTRIBUTIONS, command.from_pool, command.to_pool, command.amount_satang
        )
        entry = Entry(command.on, "pool_transfer", lines, resolution=command.resolution)
        (posted,) = desk.post(w, [Posting(entry)])
        w.commit()
    return MoneyResult(posted.entry_id, None, None)
