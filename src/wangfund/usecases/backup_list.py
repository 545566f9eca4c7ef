"""The backups of a fund as a person tells them apart: when each was made, and how far the fund had come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from wangfund.domain.clock import Clock
from wangfund.domain.fiscal_year import last_full_year_day
from wangfund.store.errors import StoreError
from wangfund.store.fund_file import open_for_reading
from wangfund.store.members import count_members
from wangfund.store.periods import last_closed
from wangfund.store.profile import read_profile
from wangfund.thai.period import Period
from wangfund.usecases.backup_fund import backups_in


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A backup: when it was made (UTC; None: its name does not say), and what it holds.

    `trouble` is the code of what the store said when it could not be read, "" when it could; then the name of the
    fund, its members and its last closed month are known. One that could be read verified when it was made;
    restoring verifies it again.
    """

    path: Path
    made_at: datetime | None
    size: int
    name: str = ""
    members: int = 0
    closed: Period | None = None
    trouble: str = ""


def list_backups(folder: Path, stem: str, clock: Clock) -> tuple[BackupLine, ...]:
    """The backups of a fund in a folder, newest first; none where there is no folder. Reads only."""
    if not folder.is_dir():
        return ()
    return tuple(look_at(path, clock) for path in reversed(backups_in(folder, stem)))


def look_at(path: Path, clock: Clock) -> BackupLine:
    """What a backup holds, without verifying it whole. Reads only."""
    made_at = made_at_of(path)
    try:
        size = path.stat().st_size
        with open_for_reading(path, clock) as books, books.read() as r:
            today = clock.today() if made_at is None else made_at.date()
            _, now, _ = count_members(r, today, last_full_year_day(today))
            closed = last_closed(r)
            return BackupLine(
                path, made_at, size, read_profile(r).name, now, None if closed is None else closed.month
            )
    except StoreError as error:
        return BackupLine(path, made_at, 0, trouble=error.code)
    except OSError:
        return BackupLine(path, made_at, 0, trouble="FILE_CANNOT_OPEN")


def made_at_of(path: Path) -> datetime | None:
    """When a backup was made, UTC, from its name."""
    for part in reversed(path.name.split(".")):
        try:
            return datetime.strptime(part[:15], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
        except ValueError:
            continue
    return None
