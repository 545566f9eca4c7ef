"""How we speak to SQLite: pragmas, our own BEGIN, and errors told by their code, never by their text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from wangfund.store.errors import StoreError

PRAGMAS = (
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "trusted_schema=OFF",
    "recursive_triggers=ON",
    "temp_store=MEMORY",
)

# sqlite3 names of what can be wrong with the disk, and the code our words are found under.
_DISK_CODES = {
    "SQLITE_FULL": "DISK_FULL",
    "SQLITE_IOERR": "DISK_ERROR",
    "SQLITE_READONLY_ROLLBACK": "FILE_UNFINISHED",
    "SQLITE_READONLY": "FILE_READ_ONLY",
    "SQLITE_CANTOPEN": "FILE_CANNOT_OPEN",
    "SQLITE_CORRUPT": "FILE_DAMAGED",
    "SQLITE_NOTADB": "NOT_A_FUND",
    "SQLITE_BUSY": "FILE_BUSY",
    "SQLITE_LOCKED": "FILE_BUSY",
    "SQLITE_PERM": "FILE_READ_ONLY",
    "SQLITE_TOOBIG": "VALUE_TOO_BIG",
}


def make_engine(path: Path, *, read_only: bool = False) -> sa.Engine:
    """An engine on one fund file; `execution_options(write=True)` begins IMMEDIATE, others deferred.

    A read-only engine opens the file so that nothing of it can be written.
    """
    mode = "ro" if read_only else "rw"
    uri = f"{path.resolve().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        # The driver must not begin or commit by itself: without this, DDL does not roll back.
        return sqlite3.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, cached_statements=256
        )

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=sa.pool.QueuePool)

    @sa.event.listens_for(engine, "connect")
    def _configure(dbapi: Any, _record: Any) -> None:
        cursor = dbapi.cursor()
        for pragma in PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        if not read_only:
            cursor.execute("PRAGMA journal_mode=DELETE")
            # Measured: without it a large write locks readers out before its commit.
            cursor.execute("PRAGMA cache_spill=OFF")
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        write = connection.get_execution_options().get("write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say about the disk into StoreError, by code.

    A guard's refusal becomes StoreError('GUARD_REFUSED') with the guard's name; anything else is a bug and rises.
    """
    try:
        yield
    except sa.exc.DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            told = store_error(error.orig, path)
            if told is not None:
                raise told from error
        raise
    except sqlite3.Error as error:
        told = store_error(error, path)
        if told is not None:
            raise told from error
        raise
    except OSError as error:
        raise os_error(error, path) from error


def store_error(error: sqlite3.Error, path: Path) -> StoreError | None:
    """What a sqlite3 error means for the person, or None when it can only be our own mistake."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if not name and isinstance(error, sqlite3.OperationalError):
        # Not SQLite but the driver: bytes in a TEXT column that are no text.
        return StoreError("FILE_DAMAGED", {"path": str(path), "reason": "TEXT_UNREADABLE"})
    if name == "SQLITE_CONSTRAINT_TRIGGER":
        return StoreError("GUARD_REFUSED", {"guard": str(error), "path": str(path)})
    for prefix, code in _DISK_CODES.items():
        if name == prefix or name.startswith(prefix + "_"):
            return StoreError(code, {"path": str(path), "reason": name})
    return None


def os_error(error: OSError, path: Path) -> StoreError:
    """What an error of the operating system means for the person, by errno."""
    import errno

    codes = {
        errno.ENOSPC: "DISK_FULL",
        errno.EDQUOT: "DISK_FULL",
        errno.EROFS: "FILE_READ_ONLY",
        errno.EACCES: "FILE_READ_ONLY",
        errno.EPERM: "FILE_READ_ONLY",
        errno.ENOENT: "FILE_NOT_FOUND",
        errno.ENOTDIR: "FILE_NOT_FOUND",
        errno.EISDIR: "NOT_A_FUND",
        errno.ENAMETOOLONG: "FILE_NOT_FOUND",
    }
    return StoreError(
        codes.get(error.errno or 0, "DISK_ERROR"), {"path": str(path), "reason": str(error.errno)}
    )
