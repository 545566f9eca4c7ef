"""Writing many rows at once: the SQL is Core's, the values are bound here.

Measured: Core's own parameter handling took a quarter of a large round.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite


def bulk_insert(connection: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows that all name the same columns. Writes."""
    names = tuple(column.name for column in table.c if column.name in rows[0])
    binds = [(name, _bind(table.c[name].type)) for name in names]
    values = [tuple([bind(row[name]) for name, bind in binds]) for row in rows]
    connection.exec_driver_sql(_insert_sql(table, names), values)


def highest_id(connection: sa.Connection, table: sa.Table) -> int:
    """The highest id of a table, 0 when it is empty. Reads only."""
    return int(connection.exec_driver_sql(_highest_id_sql(table)).scalar_one())


@lru_cache(64)
def _insert_sql(table: sa.Table, names: tuple[str, ...]) -> str:
    named: dict[str, Any] = {name: sa.bindparam(name) for name in names}
    return str(sa.insert(table).values(named).compile(dialect=sqlite.dialect()))


@lru_cache(64)
def _highest_id_sql(table: sa.Table) -> str:
    highest = sa.select(sa.func.coalesce(sa.func.max(table.c.id), sa.text("0")))
    return str(highest.compile(dialect=sqlite.dialect()))


def _bind(kind: sa.types.TypeEngine[Any]) -> Callable[[Any], Any]:
    if not isinstance(kind, sa.types.TypeDecorator):
        return _as_it_is
    process, dialect = kind.process_bind_param, sqlite.dialect()
    return lambda value: process(value, dialect)


def _as_it_is(value: Any) -> Any:
    return value
