"""Making a fund file and bringing an older one up to date, always through migrations/."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import sqlalchemy as sa

from wangfund.paths import bundled
from wangfund.store.errors import StoreError
from wangfund.store.guards import drop_triggers, install_guards
from wangfund.store.sqlite_header import APPLICATION_ID, SCHEMA


def migrations_folder() -> Path:
    """Where the migrations of this program lie."""
    return bundled("migrations")


def upgrade(connection: sa.Connection, target: str = "head") -> None:
    """Run the migrations on a connection that is in a transaction, then put the guards in place. Writes.

    The caller begins, checks and commits; foreign keys must be off outside the transaction.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    drop_triggers(connection)
    command.upgrade(config, target)
    install_guards(connection)
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")


def measures(connection: sa.Connection) -> Mapping[str, int]:
    """What must be equal before and after a migration: rows of each table, trial balance, chain head. Reads only."""
    found: dict[str, int] = {}
    tables = connection.exec_driver_sql(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name NOT IN ('alembic_version')"
    ).scalars()
    for table in list(tables):
        found[f"rows:{table}"] = int(
            connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one()
        )
    if "rows:line" in found:
        for account, balance in connection.exec_driver_sql(
            "SELECT account, sum(debit_satang) - sum(credit_satang) FROM line GROUP BY account"
        ):
            found[f"balance:{account}"] = int(balance)
    return found


def check_same(before: Mapping[str, int], after: Mapping[str, int]) -> None:
    """Every measure taken before must stand after.

    Raises:
        StoreError: MIGRATION_CHANGED_DATA naming the first that differs.
    """
    for key, value in before.items():
        if after.get(key) != value:
            raise StoreError("MIGRATION_CHANGED_DATA", {"what": key})
