"""What the welcome page knows: the funds opened lately that are still there, and where the made-up one lies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wangfund.domain.clock import Clock
from wangfund.ui.worker.progress import Progress

PRACTICE_WORDS = "ทำบัญชีของกองทุนฝึก เดือนที่"


@dataclass(frozen=True, slots=True)
class RecentFund:
    """A fund's file by its name and folder."""

    path: str
    name: str
    folder: str


def recent_funds(paths: Sequence[str]) -> tuple[RecentFund, ...]:
    """Those of the paths where a file still is, newest first. Looks at the disk."""
    found = [Path(path) for path in paths]
    return tuple(RecentFund(str(path), path.stem, str(path.parent)) for path in found if path.is_file())


def practice_path() -> Path:
    """Where the made-up fund of this person lies."""
    from platformdirs import user_data_path

    return user_data_path("wangfund", appauthor=False) / "practice.wangfund"


def practice_task(path: Path, clock: Clock) -> Callable[[Progress], Path]:
    """The work: make the made-up fund unless it is there. Gives its path."""

    def work(progress: Progress) -> Path:
        if path.exists():
            return path
        from wangfund.usecases.practice.make import make_practice_fund

        path.parent.mkdir(parents=True, exist_ok=True)
        make_practice_fund(
            path, clock.today(), progress=lambda done, total: progress.step(PRACTICE_WORDS, done, total)
        )
        return path

    return work
