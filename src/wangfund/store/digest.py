"""The digest of a row as it lies in the file: one function for writing the chain and for verifying it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from wangfund.store.chained import CHAINED, ChainedTable

ERASED = b"\0" * 32
"""The digest of a row that is no longer there."""

_CHUNK = 400
_encode: Callable[[Any], str] = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), default=bytes.hex
).encode


def row_digests(connection: sa.Connection, table: str, ids: Sequence[int]) -> dict[int, bytes]:
    """Digests of the rows named, by id; a row that is not there is left out. Reads only.

    digest = SHA-256(salt + every column that is not NULL, by name, with the child rows in key order).
    A column added later as NULL therefore leaves old digests true.
    """
    spec = CHAINED[table]
    found: dict[int, bytes] = {}
    for where, arguments in _conditions(ids):
        found.update(_digests(connection, spec, where, arguments))
    return found


def all_digests(connection: sa.Connection, table: str) -> dict[int, bytes]:
    """Digests of every row of a table, by id. Reads only."""
    return _digests(connection, CHAINED[table], None, ())


def _conditions(ids: Sequence[int]) -> Iterator[tuple[str | None, tuple[int, ...]]]:
    if len(ids) > 1 and max(ids) - min(ids) == len(ids) - 1:
        yield "{key} BETWEEN ? AND ?", (min(ids), max(ids))
        return
    for start in range(0, len(ids), _CHUNK):
        part = tuple(ids[start : start + _CHUNK])
        yield "{key} IN (" + ",".join("?" * len(part)) + ")", part


def _digests(
    connection: sa.Connection, spec: ChainedTable, where: str | None, arguments: tuple[int, ...]
) -> dict[int, bytes]:
    parts: dict[int, list[Any]] = {}
    for child, key in spec.parts:
        names, rows = _rows(connection, child, key, where, arguments)
        at = names.index(key)
        for row in rows:
            parts.setdefault(row[at], []).append([child, _present(names, row)])
    names, rows = _rows(connection, spec.name, spec.key, where, arguments)
    at, salt_at = names.index(spec.key), names.index("salt")
    digests: dict[int, bytes] = {}
    for row in rows:
        body = _encode([_present(names, row), parts.get(row[at], [])])
        digests[row[at]] = hashlib.sha256(row[salt_at] + body.encode(errors="surrogateescape")).digest()
    return digests


def _rows(
    connection: sa.Connection, table: str, key: str, where: str | None, arguments: tuple[int, ...]
) -> tuple[list[str], Sequence[Sequence[Any]]]:
    condition = "" if where is None else " WHERE " + where.format(key=key)
    result = connection.exec_driver_sql(f'SELECT * FROM "{table}"{condition} ORDER BY {key}', arguments)
    names = list(result.keys())
    cursor = result.cursor
    rows: Sequence[Sequence[Any]] = cursor.fetchall() if cursor is not None else []
    result.close()
    return names, rows


def _present(names: list[str], row: Sequence[Any]) -> dict[str, Any]:
    return {name: value for name, value in zip(names, row, strict=True) if value is not None}
