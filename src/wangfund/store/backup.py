"""Verified copies of a fund file by SQLite's backup API, and putting one back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from wangfund.store.errors import StoreError
from wangfund.store.file_lock import take_lock
from wangfund.store.sqlite_engine import disk_errors


def copy_database(source: Path, target: Path) -> None:
    """Copy a fund file, whole and checked, to a name that does not exist yet. Writes `target` only.

    The copy is made under a temporary name, its integrity checked, and flushed before it takes its name.

    Raises:
        StoreError: FILE_EXISTS, BACKUP_NOT_WHOLE, or what the disk says; nothing is left behind.
    """
    if target.exists():
        raise StoreError("FILE_EXISTS", {"path": str(target)})
    part = target.with_name(f".{target.name}.part")
    try:
        with disk_errors(target):
            part.unlink(missing_ok=True)
            uri = f"{source.resolve().as_uri()}?mode=ro"
            with closing(sqlite3.connect(uri, uri=True)) as src, closing(sqlite3.connect(part)) as dst:
                src.backup(dst)
                dst.execute("PRAGMA journal_mode=DELETE")
                found = dst.execute("PRAGMA integrity_check").fetchone()[0]
            if found != "ok":
                raise StoreError("BACKUP_NOT_WHOLE", {"path": str(target), "reason": str(found)[:200]})
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            _take_name(part, target)
    except FileExistsError as error:
        raise StoreError("FILE_EXISTS", {"path": str(target)}) from error
    finally:
        for left in (part, part.with_name(part.name + "-journal")):
            # What says no to the copy says no to this too, and the first word counts.
            with suppress(OSError):
                left.unlink(missing_ok=True)


def replace_database(backup: Path, target: Path, kept_stem: str, since: str) -> Path | None:
    """Put a checked copy of `backup` in the place of `target`; gives where the old file was kept (None: there was none).

    The old file is moved aside before the new one takes its name, and moved back if that fails.

    Raises:
        StoreError: FILE_LOCKED, FILE_EXISTS, BACKUP_NOT_WHOLE, or what the disk says.
    """
    release = take_lock(target, "restore", since)
    kept: Path | None = None
    part = target.with_name(f".{target.name}.restored")
    try:
        with disk_errors(target):
            part.unlink(missing_ok=True)
            copy_database(backup, part)
            if target.exists():
                kept = free_name(target, kept_stem)
                target.rename(kept)
                journal = target.with_name(target.name + "-journal")
                if journal.exists():
                    journal.rename(kept.with_name(kept.name + "-journal"))
            try:
                part.rename(target)
            except OSError:
                if kept is not None:
                    kept.rename(target)
                raise
    finally:
        part.unlink(missing_ok=True)
        release()
    return kept


def free_name(beside: Path, stem: str) -> Path:
    """A name in a file's folder that nothing has yet: `stem`, else with -2, -3 … Reads only."""
    kept, again = beside.with_name(f"{stem}{beside.suffix}"), 1
    while kept.exists():
        again += 1
        kept = beside.with_name(f"{stem}-{again}{beside.suffix}")
    return kept


def _take_name(part: Path, target: Path) -> None:
    """Give a finished file its name, never over another's."""
    if os.name == "posix":
        try:
            os.link(part, target)
        except FileExistsError:
            raise
        except OSError:
            # Memory sticks know no links.
            if target.exists():
                raise FileExistsError(str(target)) from None
        else:
            return
    part.rename(target)
