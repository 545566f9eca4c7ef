"""Making, opening and upgrading a fund file: lock, ours?, too new?, older → backup and migrate, guards, ready."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from wangfund.domain.clock import Clock
from wangfund.store.backup import copy_database, free_name
from wangfund.store.books import Books, Salt, random_salt
from wangfund.store.errors import StoreError
from wangfund.store.file_lock import take_lock
from wangfund.store.guards import wrong_guards
from wangfund.store.migrate import check_same, measures, upgrade
from wangfund.store.sqlite_engine import disk_errors, make_engine
from wangfund.store.sqlite_header import SCHEMA, is_writable, read_header
from wangfund.store.synced_folder import synced_folder


def create_fund(path: Path, clock: Clock, *, desk: str = "", salt: Salt = random_salt) -> Books:
    """Make an empty fund file through the migrations and open it for writing.

    The file appears under its name only when it is whole.

    Raises:
        StoreError: FILE_EXISTS, FILE_SYNCED_FOLDER, FILE_LOCKED or what the disk says.
    """
    if path.exists():
        raise StoreError("FILE_EXISTS", {"path": str(path)})
    if not path.parent.is_dir():
        raise StoreError("FILE_NOT_FOUND", {"path": str(path.parent)})
    folder = synced_folder(path)
    if folder is not None:
        raise StoreError("FILE_SYNCED_FOLDER", {"path": str(path), "folder": folder})
    release = take_lock(path, desk, clock.now().isoformat(timespec="seconds"))
    part = path.with_name(f".{path.name}.new")
    try:
        with disk_errors(path):
            part.unlink(missing_ok=True)
            part.touch()
            _build(part)
            part.replace(path)
        books = Books(path, clock, salt=salt)
    except BaseException:
        part.unlink(missing_ok=True)
        release()
        raise
    books.when_closed(release)
    return books


def open_fund(path: Path, clock: Clock, *, desk: str = "", salt: Salt = random_salt) -> Books:
    """Open a fund for writing; an older one is first backed up, verified and migrated in one transaction.

    In a synchronised or network folder, or where nothing may be written, the books are open read-only and
    refuse to write with FILE_SYNCED_FOLDER or FILE_READ_ONLY.

    Raises:
        StoreError: FILE_NOT_FOUND, FILE_EMPTY, NOT_A_FUND, FILE_DAMAGED, FILE_TOO_NEW, FILE_LOCKED,
            GUARDS_MISSING, or what the disk says; the file stands byte for byte as it was.
    """
    header = read_header(path)
    if synced_folder(path) is not None:
        return _readonly(path, clock, "FILE_SYNCED_FOLDER", header.schema)
    if not is_writable(path):
        return _readonly(path, clock, "FILE_READ_ONLY", header.schema)
    release = take_lock(path, desk, clock.now().isoformat(timespec="seconds"))
    try:
        if header.schema < SCHEMA:
            _upgrade_file(path, clock)
        books = Books(path, clock, salt=salt)
        _check_guards(books)
    except BaseException:
        release()
        raise
    books.when_closed(release)
    return books


def open_for_reading(path: Path, clock: Clock) -> Books:
    """Open a fund for reading only, beside an open window; takes no lock.

    Raises:
        StoreError: as open_fund; FILE_OLDER when the file must first be opened for writing to be upgraded.
    """
    schema = read_header(path).schema
    _finish_interrupted(path, clock)
    return _readonly(path, clock, "FILE_OPEN_FOR_READING", schema)


def _finish_interrupted(path: Path, clock: Clock) -> None:
    """Roll back what a power cut left half-written; a read-only connection could not.

    A journal that belongs to a writer at work is let be: its lock tells.
    """
    if not path.with_name(path.name + "-journal").exists() or not is_writable(path):
        return
    try:
        release = take_lock(path, "", clock.now().isoformat(timespec="seconds"))
    except StoreError:
        return
    try:
        engine = make_engine(path)
        try:
            with disk_errors(path), engine.connect() as connection:
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        finally:
            engine.dispose()
    finally:
        release()


def _readonly(path: Path, clock: Clock, reason: str, schema: int) -> Books:
    if schema < SCHEMA:
        raise StoreError("FILE_OLDER", {"path": str(path), "schema": schema, "known": SCHEMA})
    books = Books(path, clock, readonly=reason)
    _check_guards(books)
    return books


def _check_guards(books: Books) -> None:
    try:
        with books.read() as r:
            wrong = wrong_guards(r.connection)
        if wrong:
            raise StoreError("GUARDS_MISSING", {"path": str(books.path), "guards": ", ".join(wrong)})
    except BaseException:
        books.close()
        raise


def _build(part: Path) -> None:
    engine = make_engine(part)
    try:
        with engine.connect() as connection:
            _without_foreign_keys(connection)
            with connection.begin():
                upgrade(connection)
    finally:
        # Before the caller takes the file away: Windows removes no file that is open.
        engine.dispose()


def _upgrade_file(path: Path, clock: Clock) -> None:
    stamp = clock.now().strftime("%Y%m%d-%H%M%S")
    copy_database(path, free_name(path, f"{path.stem}.before-upgrade-{stamp}"))
    engine = make_engine(path).execution_options(write=True)
    try:
        with disk_errors(path), engine.connect() as connection:
            _without_foreign_keys(connection)
            with connection.begin():
                before = measures(connection)
                upgrade(connection)
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise StoreError("MIGRATION_CHANGED_DATA", {"what": "foreign_key_check"})
                check_same(before, measures(connection))
    finally:
        engine.dispose()


def _without_foreign_keys(connection: sa.Connection) -> None:
    # Inside a transaction the pragma does nothing, so it is set on the bare connection first.
    dbapi = connection.connection.driver_connection
    assert dbapi is not None
    dbapi.execute("PRAGMA foreign_keys=OFF")
