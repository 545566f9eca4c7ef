"""Verified backups: made when something changed, never over one another, thinned with age, put back safely."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from wangfund.domain.clock import Clock
from wangfund.domain.errors import Refused
from wangfund.domain.fingerprint import fingerprint
from wangfund.store.backup import copy_database, replace_database
from wangfund.store.books import Books
from wangfund.store.chain import chain_head
from wangfund.store.errors import StoreError
from wangfund.store.fund_file import open_for_reading
from wangfund.store.sqlite_engine import os_error
from wangfund.store.verify import verify

KEEP_LAST, KEEP_DAYS = 10, 30


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: the file, whether it was verified, the fingerprint of its chain's head, and whether it is new.

    `kept` is where the file lies that a restored one replaced.
    """

    path: Path
    ok: bool
    fingerprint: str
    made: bool = True
    kept: Path | None = None


def backup_to(path: Path, target: Path, clock: Clock) -> Backup:
    """Copy a fund to a new file and verify the copy whole; into a folder see `backup_into`. Writes the copy.

    Raises:
        StoreError: the file cannot be read, or the disk says no; nothing is left behind.
        Refused: BACKUP_DAMAGED (the copy did not verify and was removed).
    """
    if target.is_dir():
        return backup_into(path, target, clock)
    with open_for_reading(path, clock):
        pass
    copy_database(path, target)
    return _verified(target, clock, remove=True)


def backup_into(path: Path, folder: Path, clock: Clock) -> Backup:
    """Back a fund up into a folder under a name with the time, if something changed since the newest there. Writes.

    When nothing changed the newest backup is verified again and given. Then old ones are thinned.

    Raises:
        StoreError, Refused: as `backup_to`.
    """
    head = _head_of(path, clock)
    newest = max(backups_in(folder, path.stem), default=None, key=_age)
    if newest is not None and (same := _same(newest, head, clock)) is not None:
        return same
    target = _free_name(folder, path.stem, clock.now())
    # It takes its name when it is verified: whatever is listed by that name was.
    unverified = target.with_name(f".{target.name}.unverified")
    unverified.unlink(missing_ok=True)
    copy_database(path, unverified)
    try:
        made = replace(_verified(unverified, clock, remove=True), path=target)
        unverified.rename(target)
    except OSError as error:
        unverified.unlink(missing_ok=True)
        raise os_error(error, target) from error
    for old in to_thin(backups_in(folder, path.stem), clock.today()):
        old.unlink(missing_ok=True)
    return made


def changed_since(books: Books, backup: Path) -> bool:
    """Whether a fund ends elsewhere than a backup of it, or the backup cannot be read any more. Reads only."""
    with books.read() as r:
        head = chain_head(r.connection).hash
    try:
        return _head_of(backup, books.clock) != head
    except (StoreError, Refused):
        return True


def restore(backup: Path, target: Path, clock: Clock) -> Backup:
    """Put a backup in the place of a fund file; what stood there is kept beside it under a name with the time. Writes.

    Raises:
        StoreError: the backup is no fund or damaged, the target is open elsewhere, or the disk says no.
        Refused: BACKUP_DAMAGED; the target stands as it was.
    """
    if backup.resolve() == target.resolve():
        raise Refused("RESTORE_ONTO_ITSELF", {"path": str(target)})
    found = _verified(backup, clock, remove=False)
    stamp = clock.now().strftime("%Y%m%d-%H%M%S")
    kept = replace_database(backup, target, f"{target.stem}.before-restore-{stamp}", clock.now().isoformat())
    return Backup(target, ok=True, fingerprint=found.fingerprint, kept=kept)


def to_thin(backups: list[Path], today: date) -> list[Path]:
    """Which backups may go: kept are the last 10, one a day for 30 days, one a month for ever."""
    ordered = sorted(backups, key=_age, reverse=True)
    keep = set(ordered[:KEEP_LAST])
    days: set[date] = set()
    months: set[tuple[int, int]] = set()
    for path in ordered:
        made = _made_on(path)
        if made is None:
            keep.add(path)
            continue
        if (today - made).days <= KEEP_DAYS and made not in days:
            keep.add(path)
            days.add(made)
        if (made.year, made.month) not in months:
            keep.add(path)
            months.add((made.year, made.month))
    return [path for path in ordered if path not in keep]


def _verified(path: Path, clock: Clock, *, remove: bool) -> Backup:
    with open_for_reading(path, clock) as books, books.read() as r:
        problems = verify(r)
        head = chain_head(r.connection)
    if problems:
        if remove:
            path.unlink(missing_ok=True)
        first = problems[0]
        raise Refused("BACKUP_DAMAGED", {"path": str(path), "problem": first.code, "where": first.where})
    return Backup(path, ok=True, fingerprint=fingerprint(head.hash))


def _same(backup: Path, head: bytes, clock: Clock) -> Backup | None:
    """The backup if it is whole and ends where the fund ends; a damaged one is no reason to make no other."""
    try:
        return (
            replace(_verified(backup, clock, remove=False), made=False)
            if _head_of(backup, clock) == head
            else None
        )
    except (StoreError, Refused):
        return None


def _head_of(path: Path, clock: Clock) -> bytes:
    with open_for_reading(path, clock) as books, books.read() as r:
        return chain_head(r.connection).hash


def backups_in(folder: Path, stem: str) -> list[Path]:
    """The backups of a fund in a folder, told by their names, oldest first. Looks at the disk."""
    return sorted(folder.glob(f"{_escaped(stem)}.????????-??????*.wangfund"), key=_age)


def _age(path: Path) -> tuple[str, str]:
    """When a backup was made, from its name: the time, then the number within a second."""
    stamp = next(
        (part for part in reversed(path.name.split(".")) if len(part) >= 15 and part[:8].isdigit()), ""
    )
    return stamp[:15], stamp[15:]


def _escaped(stem: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in stem)


def _free_name(folder: Path, stem: str, now: datetime) -> Path:
    base = f"{stem}.{now.strftime('%Y%m%d-%H%M%S')}"
    target, again = folder / f"{base}.wangfund", 1
    while target.exists():
        again += 1
        target = folder / f"{base}-{again:02d}.wangfund"
    return target


def _made_on(path: Path) -> date | None:
    for part in reversed(path.name.split(".")):
        if len(part) >= 15 and part[:8].isdigit() and part[8] == "-":
            try:
                return date(int(part[:4]), int(part[4:6]), int(part[6:8]))
            except ValueError:
                return None
    return None
