"""Somebody with SQLite and bad intentions, speaking to a fund file behind the program's back."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from wangfund.store.sqlite_engine import PRAGMAS


@contextmanager
def raw(path: Path, *, pragmas: tuple[str, ...] = PRAGMAS) -> Iterator[sqlite3.Connection]:
    """A bare connection that begins nothing by itself."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
        yield connection


@contextmanager
def without_guards(connection: sqlite3.Connection) -> Iterator[None]:
    """All triggers dropped inside, and put back word for word after; no foreign keys, no CHECKs."""
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _, sql in triggers:
        connection.execute(sql)


NO_RULES = ("foreign_keys=OFF", "ignore_check_constraints=ON", "recursive_triggers=OFF")


def tamper(path: Path, *statements: str) -> None:
    """Run statements with the guards dropped, then put the guards back."""
    with raw(path, pragmas=NO_RULES) as connection, without_guards(connection):
        for statement in statements:
            connection.execute(statement)


def sha256(path: Path) -> str:
    """The file's content in short."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def beside(path: Path) -> set[str]:
    """What lies in the file's folder, but for the lock's own empty file."""
    return {p.name for p in path.parent.iterdir()} - {f".{path.name}.lock"}
