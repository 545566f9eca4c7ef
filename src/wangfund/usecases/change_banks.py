"""The fund's bank accounts: opening one, renaming it, closing it when it is empty, using it again."""

from __future__ import annotations

from datetime import date

from wangfund.domain.errors import Finding, NotFound, Refused
from wangfund.domain.profile import Bank
from wangfund.store.books import Books, Reader
from wangfund.store.settings import (
    BankRow,
    bank_rows,
    close_bank_row,
    delete_bank,
    insert_bank,
    update_bank,
)

RESERVED = frozenset({"cash", "bank"})
"""Words the commands use for places; a bank may not be called so."""
_MOST = 99


def add_bank(books: Books, bank: Bank, who: str = "") -> str:
    """A bank account more, with an account of its own in the books; gives its code. Writes.

    Raises:
        Refused: BANK_EXISTS, BANK_NAME_TAKEN, each with a finding on `name`; BANKS_TOO_MANY.
    """
    with books.write("bank.added", who) as w:
        rows = bank_rows(w)
        _require_name(rows, bank.name, None)
        if len(rows) >= _MOST:
            raise Refused("BANKS_TOO_MANY", {"most": _MOST})
        code = insert_bank(w, bank)
        w.facts.update(account=code, name=bank.name)
        w.commit()
        return code


def change_bank(books: Books, account: str, name: str, number: str, who: str = "") -> None:
    """Another name or number for a bank account; its money stays where it is. Writes.

    Raises:
        NotFound: BANK_UNKNOWN.
        Refused: BANK_EXISTS, BANK_NAME_TAKEN.
    """
    with books.write("bank.changed", who) as w:
        row = _bank(w, account)
        _require_name(bank_rows(w), name, row.account)
        update_bank(w, row, name, number)
        w.facts.update(account=account, name=name)
        w.commit()


def close_bank(books: Books, account: str, on: date, who: str = "") -> None:
    """The account is used no more from a day on; only an empty one. Writes.

    Raises:
        NotFound: BANK_UNKNOWN.
        Refused: BANK_CLOSED, BANK_NOT_EMPTY, DATE_FUTURE with a finding on `closed_on`.
    """
    if on > books.clock.today():
        values = {"value": on.isoformat()}
        raise Refused("DATE_FUTURE", values, (Finding("DATE_FUTURE", "closed_on", values=values),))
    with books.write("bank.closed", who) as w:
        row = _bank(w, account)
        if row.closed_on is not None:
            raise Refused("BANK_CLOSED", {"bank": row.name, "closed_on": row.closed_on.isoformat()})
        if row.balance_satang:
            raise Refused("BANK_NOT_EMPTY", {"bank": row.name, "balance_satang": row.balance_satang})
        close_bank_row(w, row.id, on)
        w.facts.update(account=account, name=row.name, closed_on=on.isoformat())
        w.commit()


def reopen_bank(books: Books, account: str, who: str = "") -> None:
    """A closed account is used again. Writes.

    Raises:
        NotFound: BANK_UNKNOWN.
        Refused: BANK_NOT_CLOSED.
    """
    with books.write("bank.reopened", who) as w:
        row = _bank(w, account)
        if row.closed_on is None:
            raise Refused("BANK_NOT_CLOSED", {"bank": row.name})
        close_bank_row(w, row.id, None)
        w.facts.update(account=account, name=row.name)
        w.commit()


def remove_bank(books: Books, account: str, who: str = "") -> None:
    """Take out a bank account no entry and no count ever named. Writes.

    Raises:
        NotFound: BANK_UNKNOWN.
        Refused: BANK_IN_USE.
    """
    with books.write("bank.removed", who) as w:
        row = _bank(w, account)
        if row.lines or row.counts:
            raise Refused("BANK_IN_USE", {"bank": row.name, "lines": row.lines})
        delete_bank(w, row)
        w.facts.update(account=account, name=row.name)
        w.commit()


def _bank(r: Reader, account: str) -> BankRow:
    found = next((row for row in bank_rows(r) if row.account == account), None)
    if found is None:
        raise NotFound("BANK_UNKNOWN", {"account": account})
    return found


def _require_name(rows: tuple[BankRow, ...], name: str, own: str | None) -> None:
    if not name.strip():
        raise Refused("PROFILE_INVALID", findings=(Finding("TEXT_EMPTY", "name"),))
    if name.lower() in RESERVED or "=" in name:
        values = {"name": name}
        raise Refused("BANK_NAME_TAKEN", values, (Finding("BANK_NAME_TAKEN", "name", values=values),))
    if any(row.name == name and row.account != own for row in rows):
        values = {"name": name}
        raise Refused("BANK_EXISTS", values, (Finding("BANK_EXISTS", "name", values=values),))
