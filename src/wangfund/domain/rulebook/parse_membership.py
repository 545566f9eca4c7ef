"""When a membership starts, how long it waits and what arrears do to it, read from its TOML table."""

from __future__ import annotations

import re

from wangfund.domain.rulebook.model import NEVER, DueDate, Membership, Start
from wangfund.domain.rulebook.parse_waiting import read_waiting_time
from wangfund.domain.rulebook.table_reader import TableReader

_MONTH_DAY = re.compile(r"(\d\d)-(\d\d)")
_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MOST_MONTHS = 1200
_MOST_DAYS = 3660


def read_membership(table: TableReader) -> Membership:
    """The membership's rules; suspension and lapse are each judged by months owed or by days overdue."""
    waiting = table.table("waiting")
    arrears = table.table("arrears")
    suspend_at, suspend_after = _judged(arrears, "suspend")
    lapse_at, lapse_after = _judged(arrears, "lapse")
    membership = Membership(
        clause=table.clause,
        start=table.word("start", Start),
        first_money_within_days=table.whole_or_none("first_money_within_days"),
        waiting_clause=waiting.clause,
        waiting=read_waiting_time(waiting),
        arrears_clause=arrears.clause,
        suspend_at=suspend_at,
        lapse_at=lapse_at,
        reinstate_wait_days=arrears.whole("reinstate_wait_days", high=_MOST_DAYS),
        set_off=arrears.flag("set_off"),
        due_dates=tuple(_due_date(one) for one in arrears.tables("due_dates")),
        suspend_after_days=suspend_after,
        lapse_after_days=lapse_after,
    )
    arrears.done()
    table.done()
    return membership


def month_day(table: TableReader, key: str, text: str) -> tuple[int, int] | None:
    """A day of every year from 'MM-DD', or None with the fault noted; 29 February is allowed."""
    found = _MONTH_DAY.fullmatch(text)
    month, day = (int(found[1]), int(found[2])) if found else (0, 0)
    if 1 <= month <= len(_DAYS_IN) and 1 <= day <= _DAYS_IN[month - 1]:
        return month, day
    table.bad(key, "MM-DD")
    return None


def _judged(arrears: TableReader, act: str) -> tuple[int, int | None]:
    """From so many months owed on, or after so many days overdue; exactly one of the two is said."""
    by_months, by_days = f"{act}_at_months", f"{act}_after_days"
    if arrears.has(by_days):
        if arrears.has(by_months):
            arrears.bad(by_days, f"{by_months} | {by_days}")
        return NEVER, arrears.whole_or_none(by_days, high=_MOST_DAYS)
    if arrears.has(by_months) and not arrears.says(by_months):
        return NEVER, None
    return arrears.whole(by_months, low=1, high=_MOST_MONTHS), None


def _due_date(table: TableReader) -> DueDate:
    found = month_day(table, "day", table.text("day")) if table.says("day") else None
    month, day = found or (1, 1)
    due = DueDate(
        month=month,
        day=day,
        first_month=table.whole("first_month", 1, low=1, high=12),
        months=table.whole("months", 12, low=1, high=12),
    )
    table.done()
    return due
