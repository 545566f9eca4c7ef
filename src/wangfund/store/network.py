"""Sums by month for the provincial network."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa

from wangfund.domain.accounts import MEMBER_CONTRIBUTIONS
from wangfund.store import tables as t
from wangfund.store.books import Reader
from wangfund.thai.period import Period


def contribution_months(r: Reader, day: date) -> tuple[tuple[Period, int, int], ...]:
    """Months up to a day's end with receipts of contributions and net satang, reversals taken off in their month.

    Pool transfers and opening balances are no contributions. Reads only.
    """
    e, n = t.entry.c, t.line.c
    undone = t.entry.alias("undone")
    kind = sa.func.coalesce(undone.c.kind, e.kind)
    rows = r.rows(
        sa.select(
            e.month,
            sa.func.count(sa.distinct(sa.case((e.reverses_id.is_(None), e.id)))),
            sa.func.sum(n.credit_satang - n.debit_satang),
        )
        .select_from(t.line)
        .join(t.entry, e.id == n.entry_id)
        .outerjoin(undone, undone.c.id == e.reverses_id)
        .where(n.account == MEMBER_CONTRIBUTIONS, e.date <= day, kind.in_(("contribution", "benefit")))
        .group_by(e.month)
        .order_by(e.month)
    )
    return tuple((row[0], int(row[1]), int(row[2])) for row in rows)
