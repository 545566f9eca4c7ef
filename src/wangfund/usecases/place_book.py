"""A place of money over a month, as its own book would tell it: brought forward, in, out, between places, standing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.difference import MoneyMove
from wangfund.store.books import Reader
from wangfund.store.close_facts import MoveRow, money_moves
from wangfund.store.ledger import balances_at, balances_on
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class PlaceBook:
    """Satang; `put_in` and `taken_out` are moves to and from other places, all outward figures above zero.

    `after_satang` moved after the month's end up to `until`; `expected_satang` stands there then. `moves` are those
    that still count: an entry and the one that took it back in the same stretch are left out.
    """

    name: str
    account: str
    opening_satang: int
    received_satang: int
    paid_satang: int
    put_in_satang: int
    taken_out_satang: int
    after_satang: int
    until: date
    expected_satang: int
    moves: tuple[MoneyMove, ...]


def place_book(r: Reader, name: str, account: str, month: Period, until: date) -> PlaceBook:
    """The book of a place from the month's first day to a day not before its last. Reads only."""
    rows = money_moves(r, account, month.first_day, until)
    inside = [row for row in rows if row.date <= month.last_day]

    def total(*, between: bool, inward: bool) -> int:
        return sum(
            abs(row.amount_satang)
            for row in inside
            if row.between is between and (row.amount_satang > 0) is inward
        )

    return PlaceBook(
        name,
        account,
        balances_at(r, month.plus(-1)).get((account, ""), 0),
        total(between=False, inward=True),
        total(between=False, inward=False),
        total(between=True, inward=True),
        total(between=True, inward=False),
        sum(row.amount_satang for row in rows if row.date > month.last_day),
        until,
        balances_on(r, until).get((account, ""), 0),
        tuple(_move(row) for row in _standing(rows)),
    )


def _standing(rows: tuple[MoveRow, ...]) -> list[MoveRow]:
    here = {row.entry_id for row in rows}
    gone = {row.reverses_id for row in rows if row.reverses_id in here}
    return [row for row in rows if row.entry_id not in gone and row.reverses_id not in gone]


def _move(row: MoveRow) -> MoneyMove:
    return MoneyMove(
        row.entry_id,
        row.date,
        row.kind,
        row.who,
        row.note,
        row.amount_satang,
        row.book,
        row.leaf,
        row.voucher,
    )
