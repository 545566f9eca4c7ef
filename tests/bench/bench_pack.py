"""`wangfund month` as a process of its own: the meeting pack of 700 members, PDF and Excel."""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

from tests.bench.figure import Figure, best_in_turn
from wangfund.usecases.practice.make import make_practice_fund

_TODAY = date(2026, 11, 20)
_LIBRARIES = "import sqlalchemy, openpyxl, reportlab.pdfgen.canvas, reportlab.pdfbase.ttfonts, uharfbuzz"


def figures(members: int = 700, years: int = 5) -> list[Figure]:
    """The pack of the last closed month beside starting Python with the libraries that draw it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fund.wangfund"
        make_practice_fund(path, _TODAY, members=members, years=years)
        month = [sys.executable, "-m", "wangfund", "month", str(path), "--today", _TODAY.isoformat()]
        command = [*month, "--period", "2026-10", "--out", folder]
        floor, seconds = best_in_turn([[sys.executable, "-c", _LIBRARIES], command], rounds=4)
    return [Figure(f"month pack of {members} members", seconds, floor, most_times=5, most_seconds=1.5)]
