"""Receiving money that is no member's contribution: grants, donations, interest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wangfund.domain import accounts, ledger
from wangfund.domain.errors import Refused
from wangfund.domain.ledger import Shares
from wangfund.domain.posting import Entry, Posting, Receipt, ReceiptLine
from wangfund.store.books import Books
from wangfund.usecases.desk import Desk, desk_on, positive
from wangfund.usecases.money_held import MoneyResult, named
from wangfund.usecases.open_months import require_open

# How an account's money is called in the rulebook's shares, and on the receipt.
SOURCES: Mapping[str, tuple[str, str, str]] = {
    accounts.PARTNER_PROFIT: ("partner_profit", "grant", "grant"),
    accounts.CODI_START_UP: ("state_grant", "grant", "grant"),
    accounts.STATE_GRANT: ("state_grant", "grant", "grant"),
    accounts.LAO_GRANT: ("lao_grant", "grant", "grant"),
    accounts.OTHER_AGENCIES: ("state_grant", "grant", "grant"),
    accounts.DONATIONS: ("donation", "donation", "donation"),
    accounts.INTEREST: ("bank_interest", "interest", "interest"),
    accounts.OTHER_INCOME: ("other_income", "other_income", "other"),
}


@dataclass(frozen=True, slots=True)
class ReceiveMoney:
    """Money from a grant, donation, interest or other source; `pool` is what a donor states.

    `pool` "": the rulebook's cut, and for what it does not cut the pool benefits are paid from.
    """

    on: date
    account: str
    amount_satang: int
    into: str
    who: str
    note: str = ""
    resolution: str = ""
    pool: str = ""


def receive_money(books: Books, command: ReceiveMoney, who: str = "") -> MoneyResult:
    """Receive money that is no contribution, with a numbered receipt. Writes.

    Raises:
        Refused: ACCOUNT_NOT_FOR_RECEIPT, WHO_MISSING, POOL_UNKNOWN, and date and amount refusals.
        NotFound: PLACE_UNKNOWN.
    """
    positive(command.amount_satang)
    if command.account not in SOURCES:
        raise Refused("ACCOUNT_NOT_FOR_RECEIPT", {"account": command.account})
    source, kind, line_kind = SOURCES[command.account]
    giver = named(command.who)
    with books.write(f"{kind}.received", who) as w:
        require_open(w, command.on, books.clock.today())
        desk = desk_on(w, command.on)
        shares = _shares(desk, source, command.pool)
        lines = ledger.money_in(desk.place(command.into), command.account, command.amount_satang, shares)
        entry = Entry(command.on, kind, lines, who=giver, note=command.note, resolution=command.resolution)
        receipt = Receipt(
            giver, command.amount_satang, (ReceiptLine(line_kind, command.amount_satang, note=command.note),)
        )
        (posted,) = desk.post(w, [Posting(entry, receipt)])
        w.facts.update(account=command.account, amount_satang=command.amount_satang)
        w.commit()
    return MoneyResult(posted.entry_id, posted.receipt, None)


def _shares(desk: Desk, source: str, pool: str) -> Shares:
    pools = desk.rulebook.rules.pools
    if pool:
        if pool not in pools.names:
            raise Refused("POOL_UNKNOWN", {"pool": pool})
        return ((pool, 100),)
    return desk.shares(source)
