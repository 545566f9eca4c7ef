"""Migrations make exactly the tables the program speaks of, here and in PostgreSQL."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tests.funds import TODAY, on, rows_of
from wangfund.paths import bundled
from wangfund.store.fund_file import open_for_reading
from wangfund.store.sqlite_engine import make_engine
from wangfund.store.sqlite_header import SCHEMA
from wangfund.store.tables import metadata


def _script() -> Config:
    config = Config()
    config.set_main_option("script_location", str(bundled("migrations")))
    return config


def test_autogenerate_finds_nothing_to_migrate(young: Path) -> None:
    engine = make_engine(young)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def _shape(names_and_sql: list[tuple[str, str]]) -> dict[str, list[str]]:
    """Each statement's clauses, sorted: the order of constraints says nothing."""
    return {
        name: sorted(
            re.sub(r'["\s]+', " ", clause).strip(" ,)")
            for clause in re.split(r",\s*\n|\n", sql)
            if clause.strip(" )")
        )
        for name, sql in names_and_sql
    }


def test_a_migrated_file_is_clause_by_clause_what_the_tables_say(young: Path) -> None:
    """Also what autogenerate does not look at: CHECKs, STRICT, WITHOUT ROWID, partial indexes."""
    statement = (
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index')"
        " AND name <> 'alembic_version' ORDER BY name"
    )
    memory = sa.create_engine("sqlite://")
    with memory.connect() as connection:
        metadata.create_all(connection)
        wanted = [(row[0], row[1]) for row in connection.exec_driver_sql(statement)]
    memory.dispose()
    with open_for_reading(young, on(TODAY)) as books:
        there = [(row[0], row[1]) for row in rows_of(books, statement)]
    assert _shape(there) == _shape(wanted)


def test_the_file_carries_the_number_of_the_last_migration(young: Path) -> None:
    heads = ScriptDirectory.from_config(_script()).get_heads()
    assert heads == [f"{SCHEMA:04d}"]
    with open_for_reading(young, on(TODAY)) as books:
        assert rows_of(books, "PRAGMA user_version") == [(SCHEMA,)]
        assert rows_of(books, "SELECT version_num FROM alembic_version") == [(heads[0],)]


def test_every_constraint_has_a_name_so_that_batch_mode_keeps_it() -> None:
    nameless = [
        f"{table.name}: {type(constraint).__name__}"
        for table in metadata.tables.values()
        for constraint in table.constraints
        if constraint.name is None
    ]
    assert nameless == []


def test_money_is_whole_satang_and_never_a_float() -> None:
    columns = [column for table in metadata.tables.values() for column in table.columns]
    money = [column for column in columns if column.name.endswith("_satang")]
    assert len(money) > 15
    assert [str(column) for column in money if not isinstance(column.type, sa.BigInteger)] == []
    assert [str(column) for column in columns if isinstance(column.type, sa.Numeric | sa.Float)] == []


@pytest.fixture(scope="module")
def postgres_ddl() -> str:
    config = _script()
    config.output_buffer = io.StringIO()
    config.set_main_option("dialect", "postgresql")
    command.upgrade(config, "head", sql=True)
    return config.output_buffer.getvalue()


def test_migrations_are_rendered_as_postgresql(postgres_ddl: str) -> None:
    made = set(re.findall(r'CREATE TABLE "?(\w+)"?', postgres_ddl))
    assert made == {*metadata.tables, "alembic_version"}
    for table in metadata.tables.values():
        body = re.search(rf'CREATE TABLE "?{table.name}"? \((.*?)\n\)', postgres_ddl, re.DOTALL)
        assert body is not None, table.name
        added = set(re.findall(rf'ALTER TABLE "?{table.name}"? ADD COLUMN (\w+)', postgres_ddl))
        assert {line.split()[0].strip('"') for line in body[1].split("\n") if line.strip()} | added >= {
            column.name for column in table.columns
        }
    indexes = {index.name for table in metadata.tables.values() for index in table.indexes}
    assert set(re.findall(r"CREATE (?:UNIQUE )?INDEX (\w+)", postgres_ddl)) == indexes


def test_the_postgresql_text_has_no_word_only_sqlite_knows(postgres_ddl: str) -> None:
    assert re.findall(r"STRICT|WITHOUT ROWID|PRAGMA|BLOB|AUTOINCREMENT|TRIGGER", postgres_ddl) == []
    assert "BYTEA" in postgres_ddl
    kinds = dict(re.findall(r"^\s+(\w+_satang) (\w+)", postgres_ddl, re.MULTILINE))
    assert set(kinds.values()) == {"BIGINT"}
    assert postgres_ddl.count("(") == postgres_ddl.count(")")
    partial = [
        index
        for table in metadata.tables.values()
        for index in table.indexes
        if index.dialect_options["sqlite"]["where"] is not None
    ]
    assert len(re.findall(r"INDEX .* WHERE ", postgres_ddl)) == len(partial) > 0
