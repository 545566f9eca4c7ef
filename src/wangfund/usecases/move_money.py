"""Moving money between cash box, banks and collectors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain import accounts, ledger
from wangfund.domain.errors import Refused
from wangfund.domain.posting import Entry, Posting
from wangfund.store.books import Books
from wangfund.store.ledger import current_balances
from wangfund.usecases.desk import Desk, desk_on, positive
from wangfund.usecases.money_held import MoneyResult, require_money
from wangfund.usecases.open_months import require_open


@dataclass(frozen=True, slots=True)
class MoveMoney:
    """Money moved: cash ↔ bank ↔ bank, or brought in by a collector (out of 1400)."""

    on: date
    amount_satang: int
    out_of: str
    into: str
    who: str
    note: str = ""


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


def _any_place(desk: Desk, name: str) -> str:
    if name in {accounts.COLLECTOR_RECEIVABLE, accounts.INVESTMENTS}:
        return name
    return desk.place(name)
