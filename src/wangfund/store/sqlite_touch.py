"""Every change to a row that matters is noticed by the database itself, so no verb can forget its link."""

from __future__ import annotations

import sqlalchemy as sa

from wangfund.store.chained import CHAINED

_TOUCHED = "CREATE TEMP TABLE touched (seq INTEGER PRIMARY KEY, tbl TEXT NOT NULL, row INTEGER NOT NULL, UNIQUE (tbl, row))"


def watch_changes(connection: sa.Connection) -> None:
    """Put temporary triggers on this connection that list each changed row once, in order of first change.

    Temporary, because they belong to the writer and not to the file.
    """
    if connection.exec_driver_sql("SELECT 1 FROM temp.sqlite_master WHERE name = 'touched'").first():
        return
    connection.exec_driver_sql(_TOUCHED)
    for table in CHAINED.values():
        for child, key in ((table.name, table.key), *table.parts):
            for verb, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
                connection.exec_driver_sql(
                    f"CREATE TEMP TRIGGER touch_{child}_{verb.lower()} AFTER {verb} ON main.{child} BEGIN"
                    f" INSERT OR IGNORE INTO touched (tbl, row) VALUES ('{table.name}', {row}.{key}); END"
                )


def take_touched(connection: sa.Connection) -> list[tuple[str, list[int]]]:
    """The changed rows since the last call, and forget them.

    One row per run of the same table: (table, row ids in order of first change).
    """
    runs: list[tuple[str, list[int]]] = []
    for table, row in connection.exec_driver_sql("SELECT tbl, row FROM touched ORDER BY seq"):
        if not runs or runs[-1][0] != table:
            runs.append((table, []))
        runs[-1][1].append(row)
    connection.exec_driver_sql("DELETE FROM touched")
    return runs
