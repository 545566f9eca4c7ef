"""Whether a file's tables and indexes are the ones the migrations make: an index that forbids a second is a promise too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import sqlalchemy as sa

from wangfund.store.migrate import migrations_folder, upgrade

_PARTS = (
    "SELECT type || ' ' || name, coalesce(sql, '') FROM main.sqlite_master"
    " WHERE type <> 'trigger' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)


def wrong_schema(connection: sa.Connection) -> tuple[str, ...]:
    """Tables, indexes and views that are missing, altered or not ours, such as 'index ix_payment_share'. Reads only.

    The guards are looked at by `wrong_guards`.
    """
    there, ours = _parts(connection), _made_by(migrations_folder())
    return tuple(sorted(name for name in there.keys() | ours.keys() if there.get(name) != ours.get(name)))


@cache
def _made_by(_migrations: Path) -> Mapping[str, list[str]]:
    engine = sa.create_engine("sqlite://")
    try:
        with engine.begin() as connection:
            upgrade(connection)
            return _parts(connection)
    finally:
        engine.dispose()


def _parts(connection: sa.Connection) -> Mapping[str, list[str]]:
    # A table made anew by a batch migration has its constraints in another order, one a line as before.
    return {
        name: sorted(line.strip().rstrip(",").rstrip() for line in sql.splitlines())
        for name, sql in connection.exec_driver_sql(_PARTS)
    }
