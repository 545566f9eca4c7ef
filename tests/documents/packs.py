"""Frozen months and a province's book of the busy fund, drawn once."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import lru_cache
from pathlib import Path

from tests.funds import DECEMBER, NOVEMBER, busy_bytes, on
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.domain.papers.network_book import NetworkBook
from wangfund.store.fund_file import open_fund
from wangfund.usecases.month_pack import month_pack
from wangfund.usecases.network_figures import network_figures

DAY = date(2026, 12, 3)


@lru_cache
def drawn() -> tuple[MonthPack, MonthPack, NetworkBook]:
    """November as sealed, December as drafted, and the network's figures of 3 December."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "busy.wangfund"
        path.write_bytes(busy_bytes())
        with open_fund(path, on(DAY)) as books:
            return month_pack(books, NOVEMBER), month_pack(books, DECEMBER), network_figures(books, DAY)
