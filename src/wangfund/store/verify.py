"""Proving a file whole: integrity, guards, chain, balances, numbers, sealed months. Reads only."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from wangfund.store.books import Reader
from wangfund.store.chain import GENESIS, link_hash
from wangfund.store.chained import CHAINED
from wangfund.store.digest import ERASED, all_digests
from wangfund.store.guards import wrong_guards
from wangfund.store.schema import wrong_schema


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a file: a code, where (table and row), and what was seen."""

    code: str
    where: str
    detail: str = ""


_QUERIES: tuple[tuple[str, str, str], ...] = (
    (
        "ENTRY_UNBALANCED",
        "entry",
        "SELECT e.id, coalesce(sum(l.debit_satang), 0) || ' / ' || coalesce(sum(l.credit_satang), 0) FROM entry e"
        " LEFT JOIN line l ON l.entry_id = e.id GROUP BY e.id"
        " HAVING coalesce(sum(l.debit_satang), 0) <> coalesce(sum(l.credit_satang), 0) OR count(l.entry_id) = 0",
    ),
    ("ENTRY_NOT_POSTED", "entry", "SELECT id, state FROM entry WHERE state <> 'posted'"),
    (
        "RECEIPT_DIFFERS_FROM_ENTRY",
        "receipt",
        "SELECT r.id, r.amount_satang FROM receipt r JOIN entry e ON e.id = r.entry_id WHERE e.kind <> 'benefit'"
        " AND r.amount_satang <> (SELECT sum(credit_satang) FROM line l WHERE l.entry_id = r.entry_id"
        " AND substr(l.account, 1, 1) IN ('3', '4'))",
    ),
    (
        "RECEIPT_LINES_DIFFER",
        "receipt",
        "SELECT r.id, r.amount_satang FROM receipt r WHERE r.amount_satang <>"
        " (SELECT coalesce(sum(amount_satang), 0) FROM receipt_line l WHERE l.receipt_id = r.id)",
    ),
    (
        "COVERAGE_TWICE",
        "coverage",
        "SELECT a.id, b.id FROM coverage a JOIN coverage b ON b.spell_id = a.spell_id AND b.id > a.id"
        " AND b.first_month <= a.last_month AND b.last_month >= a.first_month"
        " AND a.reversed_by IS NULL AND b.reversed_by IS NULL",
    ),
    (
        "PAID_ABOVE_DECISION",
        "claim",
        "SELECT p.claim_id, sum(p.gross_satang) FROM payment p WHERE p.reversed_by IS NULL GROUP BY p.claim_id"
        " HAVING sum(p.gross_satang) > coalesce((SELECT gross_satang FROM decision d WHERE d.claim_id = p.claim_id"
        " AND d.result = 'PAY' ORDER BY d.id DESC LIMIT 1), 0)",
    ),
    *(
        (
            f"{table.upper()}_NUMBER_HOLE",
            table,
            f"SELECT fiscal_year, max(number) || ' / ' || count(*) FROM \"{table}\" GROUP BY fiscal_year"
            " HAVING max(number) <> count(*) OR min(number) <> 1",
        )
        for table in ("receipt", "voucher", "round", "claim")
    ),
)


def verify(r: Reader) -> tuple[Problem, ...]:
    """Everything that is wrong with the file, in the order found; nothing when it is whole.

    Raises:
        StoreError: the file cannot be read at all.
    """
    dbapi = r.connection.connection.driver_connection
    assert dbapi is not None
    usual, dbapi.text_factory = dbapi.text_factory, _any_text
    try:
        return tuple(Problem(p.code, _plain(p.where), _plain(p.detail)) for p in _problems(r))
    finally:
        dbapi.text_factory = usual


def _any_text(content: bytes) -> str:
    """Text as it lies there, spoilt bytes too, so that the row it stands in can be named."""
    return content.decode(errors="surrogateescape")


def _plain(text: str) -> str:
    return text.encode(errors="backslashreplace").decode()


def _problems(r: Reader) -> Iterator[Problem]:
    try:
        for (told,) in r.connection.exec_driver_sql("PRAGMA integrity_check(20)").fetchall():
            if told != "ok":
                yield Problem("FILE_NOT_WHOLE", "file", str(told)[:200])
    except sa.exc.DBAPIError as error:
        if not isinstance(error.orig, sqlite3.DatabaseError):
            raise
        yield Problem("FILE_NOT_WHOLE", "file", getattr(error.orig, "sqlite_errorname", ""))
        return
    for table, row, parent, _ in r.connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
        yield Problem("REFERENCE_LOST", f"{table}/{row}", parent)
    for name in wrong_guards(r.connection):
        yield Problem("GUARD_WRONG", name)
    for name in wrong_schema(r.connection):
        yield Problem("SCHEMA_WRONG", name)
    last = yield from _links(r)
    for table in CHAINED:
        yield from _rows(r, table, last.get(table, {}))
    for code, table, sql in _QUERIES:
        for row, detail in r.connection.exec_driver_sql(sql).fetchall():
            yield Problem(code, f"{table}/{row}", str(detail))
    yield from _trial_balance(r)
    yield from _sealed(r)


def _links(r: Reader) -> Generator[Problem, None, dict[str, dict[int, bytes]]]:
    previous, expected = GENESIS, 1
    last: dict[str, dict[int, bytes]] = {}
    cursor = r.connection.exec_driver_sql(
        "SELECT no, at_utc, who, code, table_name, row_id, digest, hash FROM link ORDER BY no"
    )
    for no, at_utc, who, code, table, row, digest, stored in cursor:
        if no != expected:
            yield Problem("LINK_MISSING", f"link/{expected}")
        if link_hash(previous, no, at_utc, who, code, table, row, digest) != stored:
            yield Problem("LINK_BROKEN", f"link/{no}", code)
        last.setdefault(table, {})[row] = digest
        previous, expected = stored, no + 1
    return last


def _rows(r: Reader, table: str, last: dict[int, bytes]) -> Iterator[Problem]:
    there = all_digests(r.connection, table)
    for row, digest in there.items():
        if row not in last:
            yield Problem("ROW_WITHOUT_LINK", f"{table}/{row}")
        elif last[row] != digest:
            yield Problem("ROW_CHANGED", f"{table}/{row}")
    for row, digest in last.items():
        if row not in there and digest != ERASED:
            yield Problem("ROW_LOST", f"{table}/{row}")
    for child, key in CHAINED[table].parts:
        orphans = r.connection.exec_driver_sql(
            f'SELECT DISTINCT {key} FROM "{child}" WHERE {key} NOT IN (SELECT id FROM "{table}")'
        )
        for (row,) in orphans.fetchall():
            yield Problem("ROW_WITHOUT_LINK", f"{child}/{row}")


def _trial_balance(r: Reader) -> Iterator[Problem]:
    debit, credit, pools, assets = r.connection.exec_driver_sql(
        "SELECT coalesce(sum(debit_satang), 0), coalesce(sum(credit_satang), 0),"
        " coalesce(sum(CASE WHEN pool IS NOT NULL THEN credit_satang - debit_satang END), 0),"
        " coalesce(sum(CASE WHEN pool IS NULL THEN debit_satang - credit_satang END), 0) FROM line"
    ).one()
    if debit != credit:
        yield Problem("TRIAL_BALANCE", "ledger", f"{debit} / {credit}")
    if pools != assets:
        yield Problem("POOLS_DIFFER", "ledger", f"{pools} / {assets}")


def _sealed(r: Reader) -> Iterator[Problem]:
    heads = r.connection.exec_driver_sql(
        "SELECT p.id, p.month, p.head_hash, l.hash FROM period p LEFT JOIN link l ON l.no = p.head_no"
        " WHERE p.state = 'closed'"
    )
    for _, month, head, stored in heads.fetchall():
        if head != stored:
            yield Problem("SEALED_HEAD_DIFFERS", f"period/{month}")
    # The balances sealed with a month, recomputed from the first entry on.
    computed: dict[tuple[str, str], int] = {}
    moved: dict[int, dict[tuple[str, str], tuple[int, int]]] = {}
    for month, account, pool, debit, credit in r.connection.exec_driver_sql(
        "SELECT e.month, l.account, coalesce(l.pool, ''), sum(l.debit_satang), sum(l.credit_satang) FROM line l"
        " JOIN entry e ON e.id = l.entry_id GROUP BY 1, 2, 3 ORDER BY 1"
    ).fetchall():
        moved.setdefault(month, {})[(account, pool)] = (debit, credit)
    sealed: dict[int, dict[tuple[str, str], tuple[int, int, int]]] = {}
    for month, account, pool, debit, credit, balance in r.connection.exec_driver_sql(
        "SELECT p.month, b.account, b.pool, b.moved_debit_satang, b.moved_credit_satang, b.balance_satang"
        " FROM period_balance b JOIN period p ON p.id = b.period_id WHERE p.state = 'closed'"
    ).fetchall():
        sealed.setdefault(month, {})[(account, pool)] = (debit, credit, balance)
    closed = [
        row[0]
        for row in r.connection.exec_driver_sql(
            "SELECT month FROM period WHERE state = 'closed' ORDER BY month"
        ).fetchall()
    ]
    for month in sorted({*closed, *moved}):
        for key, (debit, credit) in moved.get(month, {}).items():
            computed[key] = computed.get(key, 0) + debit - credit
        if month not in closed:
            continue
        there = sealed.get(month, {})
        for key in sorted(computed.keys() | there.keys()):
            debit, credit = moved.get(month, {}).get(key, (0, 0))
            if there.get(key, (0, 0, 0)) != (debit, credit, computed.get(key, 0)):
                yield Problem("SEALED_BALANCE_DIFFERS", f"period/{month}", "/".join(key).rstrip("/"))
