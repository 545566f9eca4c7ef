"""`--smoke`: does the packaged program hold together – a small practice fund, and its pack on paper."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from wangfund.cli.month import write_pack
from wangfund.domain.clock import Clock
from wangfund.store.fund_file import open_for_reading
from wangfund.thai.period import Period
from wangfund.usecases.month_pack import month_pack
from wangfund.usecases.practice.make import make_practice_fund
from wangfund.usecases.verify_fund import verify_fund

_DAY = date(2026, 11, 20)
_MONTH = Period(2026, 10)


def smoke(clock: Clock) -> int:
    """Make a practice fund in a folder of its own, verify it and draw a pack; gives 0 when all was well."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "smoke.wangfund"
        made = make_practice_fund(path, _DAY, members=24, years=1)
        with open_for_reading(path, clock) as books:
            problems = verify_fund(books).problems
            pack = month_pack(books, _MONTH)
        files = write_pack(pack, Path(folder), _DAY)
        sizes = " ".join(f"{file.suffix[1:]} {file.stat().st_size:,}" for file in files)
    print(f"smoke: entries {made.entries:,} problems {len(problems)} {sizes} bytes")
    return 1 if problems or not pack.fingerprint else 0
