"""Bringing a fund out of a folder that something else copies behind our back: a verified copy on this computer."""

from __future__ import annotations

from pathlib import Path

from wangfund.domain.clock import Clock
from wangfund.domain.errors import Refused
from wangfund.store.backup import copy_database
from wangfund.store.errors import StoreError
from wangfund.store.fund_file import open_fund
from wangfund.store.synced_folder import synced_folder
from wangfund.store.verify import verify


def move_fund(path: Path, target: Path, clock: Clock) -> Path:
    """Copy a fund whole to a place of this computer's own and verify the copy; the original is never touched. Writes.

    The copy is brought up to date when the original was made by an older program. Gives its path.

    Raises:
        Refused: BACKUP_DAMAGED (the copy did not verify and was removed).
        StoreError: FILE_SYNCED_FOLDER (the new place is no better), FILE_EXISTS, or what the file or the disk says.
    """
    folder = synced_folder(target)
    if folder is not None:
        raise StoreError("FILE_SYNCED_FOLDER", {"path": str(target), "folder": folder})
    if not target.parent.is_dir():
        raise StoreError("FILE_NOT_FOUND", {"path": str(target.parent)})
    copy_database(path, target)
    try:
        with open_fund(target, clock) as books, books.read() as r:
            problems = verify(r)
        if problems:
            first = problems[0]
            values = {"path": str(target), "problem": first.code, "where": first.where}
            raise Refused("BACKUP_DAMAGED", values)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return target


def local_place(path: Path, folder: Path) -> Path:
    """A name for a fund's file in a folder that nothing has yet. Looks at the disk."""
    target, again = folder / path.name, 1
    while target.exists():
        again += 1
        target = folder / f"{path.stem}-{again}{path.suffix}"
    return target
