"""Money that is no member's contribution: received, spent, moved, and given from one pool to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wangfund.domain import accounts, ledger
from wangfund.domain.errors import Finding, Refused, Values
from wangfund.domain.ledger import Shares
from wangfund.domain.posting import Entry, Numbered, Posting, Receipt, ReceiptLine, Voucher
from wangfund.store.books import Books
from wangfund.store.ledger import current_balances
from wangfund.usecases.admin_share import check_admin_share
from wangfund.usecases.desk import Desk, desk_on, positive
from wangfund.usecases.open_months import require_open

# How an account's money is called in the rulebook's shares, and on the receipt.
_SOURCES: Mapping[str, tuple[str, str, str]] = {
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


@dataclass(frozen=True, slots=True)
class SpendMoney:
    """An expense; `pool` "" charges the admin pool."""

    on: date
    account: str
    amount_satang: int
    out_of: str
    who: str
    note: str = ""
    resolution: str = ""
    pool: str = ""


@dataclass(frozen=True, slots=True)
class MoveMoney:
    """Money moved: cash ↔ bank ↔ bank, or brought in by a collector (out of 1400)."""

    on: date
    amount_satang: int
    out_of: str
    into: str
    who: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class TransferPool:
    """Part of a pool given to another, by resolution."""

    on: date
    amount_satang: int
    from_pool: str
    to_pool: str
    resolution: str


@dataclass(frozen=True, slots=True)
class MoneyResult:
    """The entry, with its receipt or voucher where there is one, and what the clerk should know (warnings)."""

    entry_id: int
    receipt: Numbered | None
    voucher: Numbered | None
    findings: tuple[Finding, ...] = ()


def receive_money(books: Books, command: ReceiveMoney, who: str = "") -> MoneyResult:
    """Receive money that is no contribution, with a numbered receipt. Writes.

    Raises:
        Refused: ACCOUNT_NOT_FOR_RECEIPT, WHO_MISSING, POOL_UNKNOWN, and date and amount refusals.
        NotFound: PLACE_UNKNOWN.
    """
    positive(command.amount_satang)
    if command.account not in _SOURCES:
        raise Refused("ACCOUNT_NOT_FOR_RECEIPT", {"account": command.account})
    source, kind, line_kind = _SOURCES[command.account]
    giver = _who(command.who)
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


def spend_money(books: Books, command: SpendMoney, who: str = "") -> MoneyResult:
    """Pay an expense with a numbered voucher. Writes.

    Raises:
        Refused: ACCOUNT_NOT_FOR_EXPENSE, WHO_MISSING, POOL_UNKNOWN, RESOLUTION_MISSING (for a pool that is not the
            admin pool), MONEY_SHORT, POOL_EMPTY, CASH_LIMIT_EXCEEDED, ADMIN_SHARE_EXCEEDED (without a resolution),
            and date and amount refusals.
        NotFound: PLACE_UNKNOWN.
    """
    positive(command.amount_satang)
    if command.account not in accounts.EXPENSES:
        raise Refused("ACCOUNT_NOT_FOR_EXPENSE", {"account": command.account})
    payee = _who(command.who)
    with books.write("expense.paid", who) as w:
        require_open(w, command.on, books.clock.today())
        desk = desk_on(w, command.on)
        pool = command.pool or desk.rulebook.rules.pools.admin
        if pool not in desk.rulebook.rules.pools.names:
            raise Refused("POOL_UNKNOWN", {"pool": pool})
        out_of = desk.place(command.out_of)
        require_cash_limit(desk, out_of, command.amount_satang)
        balances = current_balances(w)
        require_money(balances, out_of, command.amount_satang)
        require_pool(balances, pool, command.amount_satang)
        findings: tuple[Finding, ...] = ()
        if pool == desk.rulebook.rules.pools.admin:
            findings = check_admin_share(w, desk, command.on, command.amount_satang, command.resolution)
        elif not command.resolution.strip():
            raise Refused("RESOLUTION_MISSING", {"act": "expense"})
        lines = ledger.expense(out_of, command.account, command.amount_satang, pool)
        entry = Entry(
            command.on, "expense", lines, who=payee, note=command.note, resolution=command.resolution
        )
        voucher = Voucher(payee, command.amount_satang, note=command.note)
        (posted,) = desk.post(w, [Posting(entry, None, voucher)])
        w.facts.update(account=command.account, amount_satang=command.amount_satang)
        w.commit()
    return MoneyResult(posted.entry_id, None, posted.voucher, findings)


def move_money(books: Books, command: MoveMoney, who: str = "") -> MoneyResult:
    """Move money between places. Writes.

    Raises:
        Refused: SAME_PLACE, MONEY_SHORT, and date and amount refusals.
        NotFound: PLACE_UNKNOWN.
    """
    positive(command.amount_satang)
    with books.write("money.moved", who) as w:
        require_open(w, command.on, books.clock.today())
        desk = desk_on(w, command.on)
        out_of, into = _any_place(desk, command.out_of), _any_place(desk, command.into)
        if out_of == into:
            raise Refused("SAME_PLACE", {"place": command.into})
        require_money(current_balances(w), out_of, command.amount_satang)
        kind = "hand_in" if out_of == accounts.COLLECTOR_RECEIVABLE else "bank_transfer"
        lines = ledger.move(out_of, into, command.amount_satang)
        entry = Entry(command.on, kind, lines, who=command.who.strip(), note=command.note)
        (posted,) = desk.post(w, [Posting(entry)])
        w.facts.update(amount_satang=command.amount_satang)
        w.commit()
    return MoneyResult(posted.entry_id, None, None)


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


def require_money(balances: Mapping[tuple[str, str], int], account: str, amount_satang: int) -> None:
    """A place must hold what leaves it.

    Raises:
        Refused: MONEY_SHORT with what is there and what is missing.
    """
    there = balances.get((account, ""), 0)
    if there < amount_satang:
        values: Values = {"account": account, "there_satang": there, "missing_satang": amount_satang - there}
        raise Refused("MONEY_SHORT", values)


def require_pool(balances: Mapping[tuple[str, str], int], pool: str, amount_satang: int) -> None:
    """A pool must hold what is charged to it.

    Raises:
        Refused: POOL_EMPTY with what is there and what is missing (9.11 rule 12).
    """
    there = -sum(satang for (_, of), satang in balances.items() if of == pool)
    if there < amount_satang:
        values: Values = {"pool": pool, "there_satang": there, "missing_satang": amount_satang - there}
        raise Refused("POOL_EMPTY", values)


def require_cash_limit(desk: Desk, out_of: str, amount_satang: int) -> None:
    """A cash payment above the limit goes by bank (accounting practice 5.2).

    Raises:
        Refused: CASH_LIMIT_EXCEEDED.
    """
    limit = desk.rulebook.rules.limits.cash_payment_max_satang
    if out_of == accounts.CASH and amount_satang > limit:
        raise Refused("CASH_LIMIT_EXCEEDED", {"net_satang": amount_satang, "limit_satang": limit})


def _shares(desk: Desk, source: str, pool: str) -> Shares:
    pools = desk.rulebook.rules.pools
    if pool:
        if pool not in pools.names:
            raise Refused("POOL_UNKNOWN", {"pool": pool})
        return ((pool, 100),)
    return desk.shares(source)


def _any_place(desk: Desk, name: str) -> str:
    if name in {accounts.COLLECTOR_RECEIVABLE, accounts.INVESTMENTS}:
        return name
    return desk.place(name)


def _who(name: str) -> str:
    if not name.strip():
        raise Refused("WHO_MISSING")
    return name.strip()
