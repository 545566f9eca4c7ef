"""Paying an expense, with a voucher."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain import accounts, ledger
from wangfund.domain.errors import Finding, Refused
from wangfund.domain.posting import Entry, Posting, Voucher
from wangfund.store.books import Books
from wangfund.store.ledger import current_balances
from wangfund.usecases.admin_share import check_admin_share
from wangfund.usecases.desk import desk_on, positive
from wangfund.usecases.money_held import MoneyResult, named, require_cash_limit, require_money, require_pool
from wangfund.usecases.open_months import require_open


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
    payee = named(command.who)
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
