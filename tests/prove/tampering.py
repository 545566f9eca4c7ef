"""Each cell of a fund file changed behind the program's back, one at a time, and what verify says to it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from wangfund.store.books import Reader
from wangfund.store.chained import CHAINED
from wangfund.store.guards import GUARDS
from wangfund.store.sqlite_engine import make_engine
from wangfund.store.verify import verify

WATCHED = tuple(
    dict.fromkeys(
        [name for table in CHAINED.values() for name in (table.name, *(child for child, _ in table.parts))]
        + ["link"]
    )
)
"""Every table whose rows the chain holds, and the chain."""

CHAIN_CODES = frozenset({"ROW_CHANGED", "ROW_LOST", "ROW_WITHOUT_LINK", "LINK_MISSING", "LINK_BROKEN"})
"""What the chain itself answers with, whatever else a change upsets."""


@dataclass(frozen=True, slots=True)
class Change:
    """One cell, and the codes verify answered with."""

    table: str
    column: str
    row: int
    found: tuple[str, ...]


def changed_cells(path: Path, *, one_row_a_column: bool = False) -> Iterator[Change]:
    """Change each cell of each watched table in turn, inside a transaction that is rolled back.

    The guards are dropped and put back around the change, so that nothing but the chain can tell.
    """
    chance = random.Random(1)
    for connection in _open(path):
        for table in WATCHED:
            columns = connection.exec_driver_sql(f'PRAGMA table_info("{table}")').fetchall()
            rows = connection.exec_driver_sql(f'SELECT * FROM "{table}"').fetchall()
            key = [c[1] for c in columns if c[5]]
            for place, column in enumerate(columns):
                chosen = [chance.choice(rows)] if one_row_a_column else rows
                for number, row in enumerate(chosen):
                    which = {c[1]: row[c[0]] for c in columns if c[1] in key}
                    set_to = f'UPDATE "{table}" SET "{column[1]}" = :new WHERE ' + " AND ".join(
                        f'"{name}" = :{name}' for name in which
                    )
                    values = {"new": another(row[place], column[2]), **which}
                    yield Change(table, column[1], number, _codes_after(connection, set_to, values))


def lost_rows(path: Path) -> Iterator[Change]:
    """Take each row of each watched table out in turn, in the same way."""
    for connection in _open(path):
        for table in WATCHED:
            columns = connection.exec_driver_sql(f'PRAGMA table_info("{table}")').fetchall()
            for number, row in enumerate(connection.exec_driver_sql(f'SELECT * FROM "{table}"').fetchall()):
                which = {c[1]: row[c[0]] for c in columns if c[5]}
                sql = f'DELETE FROM "{table}" WHERE ' + " AND ".join(f'"{n}" = :{n}' for n in which)
                yield Change(table, "", number, _codes_after(connection, sql, which))


def another(value: Any, kind: str) -> Any:
    """A value of the same kind that is not this one."""
    if value is None:
        return {"INTEGER": 0, "BLOB": b""}.get(kind, "")
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:] if value else b"x"
    if isinstance(value, int):
        return value + 7_000_001
    return f"{value} "


def _open(path: Path) -> Iterator[sa.Connection]:
    engine = make_engine(path)
    with engine.connect() as connection:
        dbapi = connection.connection.driver_connection
        assert dbapi is not None
        for pragma in ("foreign_keys=OFF", "ignore_check_constraints=ON", "recursive_triggers=OFF"):
            dbapi.execute(f"PRAGMA {pragma}")
        yield connection
    engine.dispose()


def _codes_after(connection: sa.Connection, sql: str, values: dict[str, Any]) -> tuple[str, ...]:
    table = sql.split('"')[1]
    mine = {name: text for name, text in GUARDS.items() if f'ON "{table}"' in text}
    act: Callable[[], object] = lambda: connection.execute(sa.text(sql), values)  # noqa: E731
    with connection.begin_nested() as savepoint:
        for name in mine:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        act()
        for text in mine.values():
            connection.exec_driver_sql(text)
        codes = tuple(dict.fromkeys(problem.code for problem in verify(Reader(connection))))
        savepoint.rollback()
    return codes
