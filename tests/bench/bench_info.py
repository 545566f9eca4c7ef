"""`wangfund info` as a process of its own, on a young fund and on one of many years."""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

from tests.bench.figure import Figure, best_in_turn
from wangfund.usecases.practice.make import make_practice_fund

_TODAY = date(2026, 11, 20)


def figures(years: tuple[int, int] = (1, 10), members: int = 300) -> list[Figure]:
    """`info` on the younger fund beside starting Python with SQLAlchemy; on the older one beside the younger."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.wangfund" for number in years]
        for path, number in zip(paths, years, strict=True):
            make_practice_fund(path, _TODAY, members=members, years=number)
        commands = [[sys.executable, "-c", "import sqlalchemy"]]
        commands += [_info(path) for path in paths]
        start, young, old = best_in_turn(commands)
    return [
        Figure(f"info at {years[0]} year", young, start, most_times=3, most_seconds=0.4),
        Figure(f"info at {years[1]} years beside {years[0]}", old, young, most_times=1.5, most_seconds=0.4),
    ]


def _info(path: Path) -> list[str]:
    return [sys.executable, "-m", "wangfund", "info", str(path), "--today", _TODAY.isoformat()]
