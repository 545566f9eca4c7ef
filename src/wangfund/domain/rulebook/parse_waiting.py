"""A waiting time read from its TOML table: days, months, or both."""

from __future__ import annotations

from wangfund.domain.rulebook.model import MonthsCounted, WaitingTime
from wangfund.domain.rulebook.table_reader import TableReader


def read_waiting_time(table: TableReader) -> WaitingTime:
    """`days`, or `months` counted as `counted` says (default: to the same day of a later month).

    At least one of the two must be said; 'days = 0' is no waiting.
    """
    if not table.has("days") and not table.has("months"):
        table.whole("days")
    months = table.whole("months", 0, high=120)
    waiting = WaitingTime(
        days=table.whole("days", 0, high=3660),
        months=months,
        counted=table.word("counted", MonthsCounted, MonthsCounted.DATE) if months else MonthsCounted.DATE,
    )
    table.done()
    return waiting
