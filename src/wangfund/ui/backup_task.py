"""Making a verified backup beside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from wangfund.domain.clock import Clock
from wangfund.ui.worker.progress import Progress

if TYPE_CHECKING:
    from wangfund.usecases.backup_fund import Backup

WORDS = "สำรองและตรวจข้อมูล"


def backup_task(fund: Path, folder: Path, clock: Clock) -> Callable[[Progress], Backup]:
    """The work: copy the fund into the folder and verify the copy. Raises what the disk says."""

    def work(progress: Progress) -> Backup:
        from wangfund.usecases.backup_fund import backup_into

        progress.step(WORDS, 0, 0)
        folder.mkdir(parents=True, exist_ok=True)
        return backup_into(fund, folder, clock)

    return work
