"""Practice funds made once for all tests of this folder, and a plain look into their files."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from wangfund.domain.clock import FixedClock
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.usecases.practice.make import PracticeResult, make_practice_fund

TODAY = date(2026, 11, 20)
MEMBERS, YEARS = 150, 2


@dataclass(frozen=True, slots=True)
class PracticeFund:
    """A fund that was made, and what the making said."""

    path: Path
    today: date
    result: PracticeResult

    @contextmanager
    def books(self) -> Iterator[Books]:
        """The fund opened as by anybody else."""
        with open_fund(self.path, FixedClock(self.today, datetime(2026, 11, 20, tzinfo=UTC))) as books:
            yield books

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What a plain question to the file answers."""
        connection = sqlite3.connect(self.path)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()


def made(folder: Path, today: date = TODAY, members: int = 20, years: int = 1, seed: int = 1) -> PracticeFund:
    path = folder / f"{today.isoformat()}-{members}-{years}-{seed}.wangfund"
    return PracticeFund(path, today, make_practice_fund(path, today, members=members, years=years, seed=seed))


def everything(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, in the order of the file."""
    connection = sqlite3.connect(path)
    try:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).fetchall()
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in names}
    finally:
        connection.close()
