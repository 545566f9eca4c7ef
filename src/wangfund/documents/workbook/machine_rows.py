"""The province's machine sheet as rows: keys and values, then tables; days in C.E. ISO, money in whole satang.

The first rows are ``key | value``. A table begins with a row ``[name]``, then a row of its columns, then its rows.
`checksum_sha256` is taken over every other row that is not empty: cells joined by a tab, empty cells at the end of a
row left off, every row ended by a line feed, in UTF-8; whole numbers without a decimal point.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from wangfund.documents.workbook.safe_text import safe_text
from wangfund.domain.papers.network_book import VERSION, NetworkBook

MachineRow = tuple[str | int, ...]

FORMAT: Final = "wangfund-network"
CHECKSUM: Final = "checksum_sha256"


def machine_rows(book: NetworkBook) -> tuple[MachineRow, ...]:
    """All rows of the sheet, the checksum last among the keys. The same figures give the same rows."""
    keys = [*_keys(book)]
    tables = [*_tables(book)]
    return (*keys, (CHECKSUM, checksum([*keys, *tables])), *tables)


def checksum(rows: Iterable[MachineRow]) -> str:
    """The SHA-256 of the rows as this module says, in hexadecimal."""
    text = ""
    for row in rows:
        cells = [str(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells and cells[0] != CHECKSUM:
            text += "\t".join(cells) + "\n"
    return hashlib.sha256(text.encode()).hexdigest()


def _keys(book: NetworkBook) -> Iterator[MachineRow]:
    head = book.head
    yield "format", FORMAT
    yield "version", VERSION
    yield "fund_name", safe_text(head.name)
    yield "tambon", safe_text(head.tambon)
    yield "amphoe", safe_text(head.amphoe)
    yield "province", safe_text(head.province)
    yield "phone", safe_text(head.phone)
    yield "founded_on", book.founded_on.isoformat()
    yield "as_of", book.day.isoformat()
    yield "villages", book.villages
    yield "villages_with_members", book.villages_with_members
    yield "population", book.population
    yield "members_ever", book.members_ever
    yield "members_now", book.members_now
    yield "members_full_year", book.members_full_year
    yield "full_year_day", book.full_year_day.isoformat()
    yield "cash_satang", book.cash_satang
    yield "bank_satang", book.bank_satang
    yield "total_satang", book.total_satang
    yield "approved_unpaid_satang", book.approved_unpaid_satang
    yield "paid_ahead_satang", book.paid_ahead_satang
    yield "last_closed", book.last_closed.iso if book.last_closed else ""
    yield "fingerprint", book.fingerprint


def _tables(book: NetworkBook) -> Iterator[MachineRow]:
    yield from _table("pools", ("pool", "satang"), [(safe_text(pool), satang) for pool, satang in book.pools])
    yield from _table(
        "members",
        ("moo", "village", "kind", "ever", "current"),
        [(m.moo, safe_text(m.village), m.kind, m.ever, m.current) for m in book.members],
    )
    yield from _table(
        "contributions",
        ("month", "receipts", "satang"),
        [(c.month.iso, c.receipts, c.satang) for c in book.contributions],
    )
    yield from _table(
        "benefits",
        ("month", "account", "cases", "satang"),
        [(b.month.iso, b.account, b.cases, b.satang) for b in book.benefits],
    )
    yield from _table(
        "sources",
        ("account", "name", "satang"),
        [(s.account, safe_text(s.name), s.satang) for s in book.sources],
    )


def _table(name: str, columns: tuple[str, ...], rows: Sequence[MachineRow]) -> Iterator[MachineRow]:
    yield ()
    yield (f"[{name}]",)
    yield columns
    yield from rows
