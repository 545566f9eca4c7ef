"""Which month is to be closed next, which others could be, and those that are closed for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.fingerprint import fingerprint
from wangfund.store.books import Books
from wangfund.store.close_facts import closed_months
from wangfund.store.periods import last_period_month, open_periods, sealing_links
from wangfund.thai.period import Period, month_range


@dataclass(frozen=True, slots=True)
class ClosedMonth:
    """A month closed for ever, with the fingerprint printed on its papers."""

    month: Period
    closed_on: date | None
    resolution: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class MonthsToClose:
    """`due` is the month to close now (None: none is); `closed` newest first.

    `open_months` are all that are not closed, oldest first, with their state; the month of today is among them though
    no money moved in it yet.
    """

    today: date
    due: Period | None
    open_months: tuple[tuple[Period, str], ...]
    closed: tuple[ClosedMonth, ...]


def months_to_close(books: Books) -> MonthsToClose:
    """The months of the books as they stand. Reads only."""
    today = books.clock.today()
    with books.read() as r:
        states = {row.month: row.state for row in open_periods(r)}
        last, prints = last_period_month(r), dict(sealing_links(r))
        for month in month_range(last.plus(1), Period.of(today)):
            states[month] = "open"
        closed = tuple(
            ClosedMonth(
                row.month,
                row.closed_on,
                row.resolution,
                fingerprint(prints[row.month]) if row.month in prints else "",
            )
            for row in closed_months(r)
        )
    months = tuple(sorted(states.items()))
    return MonthsToClose(today, due_month(months, today), months, closed)


def due_month(months: tuple[tuple[Period, str], ...], today: date) -> Period | None:
    """The first month that has ended (its last day counts) or has a draft; None when nothing is to be closed yet."""
    return next((month for month, state in months if month.last_day <= today or state == "draft"), None)
