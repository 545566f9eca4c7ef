"""The months of the books grow with the calendar, and an entry's date must lie in an open one."""

from __future__ import annotations

from datetime import date

from wangfund.domain.errors import Refused
from wangfund.store.books import Writer
from wangfund.store.periods import (
    add_periods,
    first_period_month,
    last_period_month,
    open_periods,
    period_row,
)
from wangfund.thai.period import Period


def require_open(w: Writer, day: date, today: date) -> Period:
    """The open month a day lies in; months up to today's are opened when they are not there yet. Writes.

    Raises:
        Refused: DATE_IN_FUTURE, DATE_BEFORE_BOOKS, PERIOD_CLOSED (values: period, first_open).
    """
    if day > today:
        raise Refused("DATE_IN_FUTURE", {"date": day.isoformat(), "today": today.isoformat()})
    month = Period.of(day)
    row = period_row(w, month)
    if row is None:
        first = first_period_month(w)
        if month < first:
            raise Refused("DATE_BEFORE_BOOKS", {"date": day.isoformat(), "books_from": first.iso})
        open_until(w, month)
        return month
    if row.state == "closed":
        still_open = open_periods(w)
        values = {
            "period": month.iso,
            "first_open": still_open[0].month.iso if still_open else month.plus(1).iso,
        }
        raise Refused("PERIOD_CLOSED", values)
    return month


def open_until(w: Writer, month: Period) -> None:
    """Open every month of the books up to this one that is not there yet. Writes."""
    last = last_period_month(w)
    add_periods(w, [last.plus(n) for n in range(1, last.months_until(month) + 1)])
